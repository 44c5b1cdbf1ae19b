"""A small vocabulary of every kind, and the names that are found by it."""

from __future__ import annotations

from pathlib import Path

from digest.names import find_mentions
from digest.vocabulary import Vocabulary, load_vocabulary

FILES = {
    "people.yml": """kind: person
entries:
- {id: vladimir-putin, ar: فلاديمير بوتين, en: Vladimir Putin, surname: {ar: بوتين}, country: RU}
- {id: xi-jinping, ar: شي جين بينغ, ar_variants: [شي جين بينج], en: Xi Jinping, country: CN}
- {id: elvira-nabiullina, ar: إلفيرا نابيولينا, en: Elvira Nabiullina, country: RU}
- {id: bashar-al-assad, ar: بشار الأسد, en: Bashar al-Assad, surname: {ar: الأسد}, country: SY}
- {id: abdullah-ii, ar: عبدالله الثاني, ar_variants: [الملك عبدالله الثاني], en: Abdullah II, country: JO}
""",
    "places.yml": """kind: place
entries:
- {id: cairo, ar: القاهرة, en: Cairo, country: EG}
- {id: anatolia, ar: الأناضول, en: Anatolia, country: TR}
- {id: texas, ar: تكساس, en: Texas, country: US}
- {id: beijing, ar: بكين, en: Beijing, country: CN}
- {id: russia, ar: روسيا, en: Russia, country: RU, territory: true, ar_adjectives: [روسي]}
- {id: xian, ar: شيآن, ar_variants: [شي آن], en: "Xi'an", country: CN}
""",
    "bodies.yml": """kind: organisation
entries:
- {id: united-nations, ar: الأمم المتحدة, en: United Nations}
- {id: central-committee, ar: اللجنة المركزية, en: Central Committee}
- {id: bank-of-russia, ar: البنك المركزي الروسي, en: Bank of Russia, country: RU}
- {id: apple, ar: شركة آبل, ar_variants: [آبل], en: Apple}
- {id: meta, ar: شركة ميتا, ar_variants: [ميتا], en: Meta}
- {id: opec, ar: أوبك, en: OPEC}
- {id: opec-plus, ar: أوبك+, en: OPEC+}
- {id: nato, ar: حلف شمال الأطلسي, en: NATO}
""",
    "outlets.yml": """kind: outlet
entries:
- {id: al-qahera-news, ar: القاهرة الإخبارية, ar_variants: [قناة القاهرة الإخبارية], en: Al-Qahera News}
- {id: al-jazeera, ar: قناة الجزيرة, en: Al Jazeera, ar_signatures: [الجزيرة]}
- {id: anadolu, ar: وكالة الأناضول, en: Anadolu Agency, ar_signatures: [الأناضول]}
- {id: al-madina, ar: صحيفة المدينة, en: Al-Madina, ar_signatures: [المدينة]}
- {id: trt, ar: تي آر تي, en: TRT}
""",
}


def small_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary of FILES, which are written into the folder."""
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return load_vocabulary(folder)


def found(text: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    return [(mention.text, mention.entity) for mention in find_mentions(text, vocabulary)]
