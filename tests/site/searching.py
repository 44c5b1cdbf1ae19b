"""The search page worked as a reader works it, and what one who knows the five articles expects of it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

SEEDS = {
    "xi": "putin-xi-energy-trade-environment",
    "valdai": "putin-ready-to-deepen-cooperation-with-china",
    "beijing": "putin-in-beijing-ties-a-model",
    "harbin": "putin-energy-alliance-with-china",
    "military": "russia-china-military-technical-cooperation",
}
ALL = "xi valdai beijing harbin military"
# Which articles a reader who knows the five expects; an article counts when it has the word in any form.
ARABIC = {
    # clitics
    "وبالطاقة": "xi valdai beijing harbin",
    "للنفط": "beijing harbin",
    "بالعقوبات": "harbin",
    "فالسيادة": "valdai beijing",
    "ولهاربين": "harbin",
    "بالدولار": "harbin military",
    "للصادرات": "harbin",
    "وبموسكو": "xi beijing harbin",
    "كالصيدلة": "xi",
    "بوتين وشي": ALL,
    "علاقاتها بالصين": ALL,
    # hamza and its seats
    "اوكرانيا": "harbin",
    "الإستراتيجية": "valdai beijing harbin military",
    "المسئولين": "harbin",
    "الامن": "valdai beijing harbin military",
    "مؤتمر": "xi valdai military",
    # ta marbuta
    "الصداقه": "xi",
    "جائحه": "valdai",
    "الجيوسياسيه": "military",
    "الاولمبيه": "beijing",
    "الجزيره": "harbin",
    # alef maqsura
    "الذكري": "xi valdai harbin",
    "الكبري": "harbin military",
    "الروسى": ALL,
    # tashkeel
    "مُبَاحَثَات": "beijing",
    "عُقُوبَاتٌ": "harbin",
    "الحِزْبُ الشُّيُوعِيّ": "military",
    # tatweel
    "روســـاتوم": "xi",
    "الصـيـدلـة": "xi",
    # digits
    "٢٠٢٢": "beijing harbin military",
    "۲۵": "military",
    "الـ٧٥": "valdai harbin",
    "كوفيد ١٩": "valdai",
    "2019": "valdai",
    # names in English
    "Putin": ALL,
    "Xi Jinping": ALL,
    "Peskov": "beijing",
    "Rosatom": "xi",
    "NATO": "beijing",
    "Harbin": "harbin",
    "Valdai": "valdai",
    "Xinhua": "beijing",
    "Amur": "xi",
    "ukraine": "harbin",
    # what was left out of a page is not found
    "زيلينسكي": "",
    "كورسك": "",
}
ENGLISH = {
    "Putin": ALL,
    "energy": "xi valdai beijing harbin",
    "Olympics": "beijing",
    "sanction": "harbin",
    "aviation": "valdai",
    "pharmaceuticals": "xi",
    "communist": "military",
    "Harbin": "harbin",
    "RUSSIA'S": ALL,
    "customs": "harbin",
    "countries": ALL,
    # Arabic names on English pages
    "بوتين": ALL,
    "وهاربين": "harbin",
    "لروساتوم": "xi",
    "الناتو": "beijing",
}


def finder(page: Page) -> Locator:
    return page.locator("[data-digest-finder]")


def answered(page: Page) -> None:
    """Wait until the search page shows its answer."""
    expect(finder(page).get_by_role("status")).not_to_be_empty()
    expect(page.locator("[data-digest-finder]:not([aria-busy])")).to_have_count(1)


def narrowed(page: Page) -> None:
    """Open the filters, and wait for what they offer."""
    finder(page).locator("summary").click()
    expect(page.locator("select[name=source] option").nth(1)).to_be_attached()


def ask(page: Page, query: str) -> list[str]:
    """The slugs that the search page finds for a query, in its order."""
    finder(page).get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    answered(page)
    links = page.locator(".digest-finder__results a").evaluate_all("links => links.map(a => a.pathname)")
    return [path.split("/")[-2] for path in links]
