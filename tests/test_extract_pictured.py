"""A picture's description in a headline's place stays one; a headline with an owner behind it is found."""

from __future__ import annotations

import pytest

from digest.extract import extract_fields
from tests.pages import BODY, HEADLINE, clean, fields, kinds

DESCRIBED = "طفلة تقلب صفحات قصة مصورة في ركن هادئ"
OWNERS = (" - أ ف ب", " – رويترز", " / الأناضول", " (أ ف ب)", " (د ب أ)", " - أرشيفية", " (صورة أرشيفية)")


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("menu", [(), ("الرئيسية", "محليات", "ثقافة")])
def test_where_a_page_has_no_headline_a_picture_s_description_is_none(
    owner: str, menu: tuple[str, ...]
) -> None:
    document = clean("\n".join((*menu, DESCRIBED + owner, *BODY)))
    headline = extract_fields(document).headline
    assert headline
    assert headline.derived
    assert kinds(document)[DESCRIBED + owner] == "caption"


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("above", [True, False])
def test_beside_a_headline_it_is_none_either(owner: str, *, above: bool) -> None:
    pair = (DESCRIBED + owner, HEADLINE) if above else (HEADLINE, DESCRIBED + owner)
    headline = fields(*pair, *BODY).headline
    assert headline
    assert headline.text == HEADLINE


@pytest.mark.parametrize("behind", [" - أ ف ب", " - الجزيرة نت", " (صور)", " | رويترز"])
def test_a_headline_that_the_first_paragraph_tells_is_one_whatever_stands_behind_it(behind: str) -> None:
    headline = fields(HEADLINE + behind, *BODY).headline
    assert headline
    assert (headline.text, headline.derived) == (HEADLINE, False)
