"""Bodies and places that the vocabulary lacks: named by a head word, to the end of their name."""

from __future__ import annotations

import pytest

from digest.model import EntityKind
from digest.names import find_mentions
from digest.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("نقل إلى مستشفى الملك فيصل أمس", "مستشفى الملك فيصل", EntityKind.ORGANISATION),
        ("قدمت مؤسسة الملك عبد العزيز منحة", "مؤسسة الملك عبد العزيز", EntityKind.ORGANISATION),
        ("وصل إلى مطار الأمير محمد بن فيصل أمس", "مطار الأمير محمد بن فيصل", EntityKind.PLACE),
        ("قالت هيئة إدارة الكوارث والطوارئ إن", "هيئة إدارة الكوارث والطوارئ", EntityKind.ORGANISATION),
        ("أعلن حزب العدالة والتنمية فوزه", "حزب العدالة والتنمية", EntityKind.ORGANISATION),
        ("بين حزب العدالة والحكومة خلاف", "حزب العدالة", EntityKind.ORGANISATION),
    ],
)
def test_a_body_is_named_to_the_end(text: str, name: str, kind: EntityKind, territories: Vocabulary) -> None:
    assert [(mention.text, mention.kind) for mention in find_mentions(text, territories)] == [(name, kind)]


def test_an_office_in_construct_is_followed_by_its_place(territories: Vocabulary) -> None:
    (mention,) = find_mentions("وصل حاكم برانتوفيا إلى المدينة", territories)
    assert (mention.text, mention.kind) == ("برانتوفيا", EntityKind.PLACE)


def test_a_party_s_name_ends_before_the_clause_that_describes_it(territories: Vocabulary) -> None:
    found = [
        mention.text
        for mention in find_mentions("وجاء اتحاد الصناعات الوطني الذي يقوده سالم الهاملي أولا", territories)
    ]
    assert found == ["اتحاد الصناعات الوطني", "سالم الهاملي"]
