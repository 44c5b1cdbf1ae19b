"""What goes wrong on a page in the browser, for tests that fail on any of it."""

from __future__ import annotations

from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
"""What axe is asked."""

WIDER = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => e
    && (["auto", "scroll"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  const out = [...document.querySelectorAll("main *")].filter(e => {
    const box = e.getBoundingClientRect();
    const beyond = box.width && (box.right > width + 1 || box.left < -1);
    return beyond && e.checkVisibility() && !scrolls(e.parentElement);
  });
  const whole = document.documentElement.scrollWidth;
  const page = whole > width ? [`the page is ${whole} px`] : [];
  return page.concat(out.slice(0, 5).map(e => e.outerHTML.slice(0, 160)));
}"""
"""Elements that reach beyond the screen, where nothing scrolls them."""

ARABIC_OUTSIDE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (/[\\u0600-\\u06ff]/.test(node.textContent) && !['SCRIPT', 'STYLE'].includes(parent.tagName)
        && parent.closest('[lang]').lang !== 'ar') found.push(node.textContent.trim());
  }
  return found;
}"""
"""Arabic that is not marked as such."""


def watched(page: Page, address: str) -> list[str]:
    """What goes wrong on a page from now on; the list grows."""
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request",
        lambda r: faults.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else None,
    )
    page.on("response", lambda r: faults.append(f"{r.status} {r.url}") if r.status >= 400 else None)
    return faults
