"""What goes wrong on a page in the browser, for tests that fail on any of it."""

from __future__ import annotations

from playwright.sync_api import Page


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
