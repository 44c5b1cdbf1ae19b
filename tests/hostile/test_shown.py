"""What a browser shows of a page is in its article's text, and what it hides is not."""

from __future__ import annotations

import pytest

from digest.seeds import seed_from_bytes
from tests.hostile.made import TEXT


def shown(body: str) -> list[str]:
    """The lines of a web page with an article and some markup behind it."""
    page = f"<html><body><article><p>{TEXT}</p>{body}</article></body></html>"
    return seed_from_bytes(page.encode(), "x.html").text.split("\n")[1:]


@pytest.mark.parametrize(
    "tag", ["embed src=x", "embed hidden", "source src=x", "track", "wbr", "param", "keygen"]
)
@pytest.mark.parametrize("times", [1, 600])
def test_what_stands_behind_an_element_that_holds_nothing(tag: str, times: int) -> None:
    assert "وأضاف" in shown(f"<{tag}>" * times + "<p>وأضاف الوزير</p><p>وختم</p>")[-2]
    assert shown(f"<p>قبل</p><video><{tag}>لا يرى</video><p>بعد</p>") == ["قبل", "بعد"]


@pytest.mark.parametrize(
    "body",
    [
        "<map name=x><p>نص يرى</p></map>",
        "<object data=x><p>نص يرى</p></object>",
        "<svg><title>لا</title><defs><text>لا</text></defs><text>نص <tspan>يرى</tspan></text></svg>",
        "<svg><path d=x>لا<p>نص يرى</p></svg>",
        "<svg><foreignObject><div>نص يرى</div></foreignObject></svg>",
        *(f"<input type={kind} value='نص يرى'>" for kind in ("submit", "BUTTON", "reset")),
        *(
            f'<p style="{style}">نص يرى</p>'
            for style in (
                "--x-display:none",
                "background:url(;display:none;)",
                "content:';display:none;'",
                "/*display:none;*/color:red",
                "display:none;display:block",
                "display:nonesuch",
            )
        ),
    ],
)
def test_what_a_browser_shows_is_there(body: str) -> None:
    assert shown(body) == ["نص يرى"]


@pytest.mark.parametrize(
    "style",
    ["display:none", "DISPLAY : None ", "display:none!important;display:block", "color:red;display:none;"],
)
def test_what_a_browser_hides_is_not(style: str) -> None:
    assert shown(f'<p style="{style}">لا</p><p hidden>لا</p><input value="لا"><p>نعم</p>') == ["نعم"]
