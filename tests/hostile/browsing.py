"""Opens every page of a site in a real browser and notes what happened and what is on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

_LOOK = """() => {
  const kinds = new Set(), schemes = new Set();
  const links = ["href", "src", "action", "formaction", "data", "srcset", "poster", "xlink:href", "ping"];
  for (const element of document.querySelectorAll("*")) {
    const tag = element.tagName.toLowerCase();
    kinds.add(tag);
    for (const {name, value} of element.attributes) {
      if (name === "aria-busy") continue;  // the search page says so while it loads
      kinds.add(`${tag} ${name}`);
      if (name === "class") for (const one of element.classList) kinds.add(`${tag} .${one}`);
      if (name === "id") kinds.add(`${tag} #${value.replace(/[0-9]+/g, "0")}`);
      if (["style", "target", "rel", "type", "role", "name", "for", "lang", "dir"].includes(name))
        kinds.add(`${tag} ${name}=${value.replace(/[0-9]+/g, "0")}`);
      const scheme = /^\\s*([a-z][a-z0-9+.-]*):/i.exec(value);
      if (links.includes(name)) schemes.add(scheme ? scheme[1].toLowerCase() : "");
    }
  }
  const article = document.querySelector("article") || document.body;
  return [[...kinds], [...schemes], article.textContent, document.title];
}"""


@dataclass
class Seen:
    """What a browser met on a site."""

    pages: int = 0
    dialogs: list[str] = field(default_factory=list)
    script_errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Requests that left the site."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Each element, attribute, class and id that is on a page, with the first page that has it."""
    schemes: dict[str, str] = field(default_factory=dict)
    """Each scheme of an address that an element holds, with the first page that has it."""
    texts: dict[str, str] = field(default_factory=dict)
    """Path of a page to its visible text, white space single."""
    titles: dict[str, str] = field(default_factory=dict)


def open_all(browser: Browser, site: Path, address: str) -> Seen:
    """Load every HTML page of the site that is served at `address`, scripts running."""
    seen = Seen()
    page = browser.new_page(service_workers="block")
    here = {"path": ""}
    _listen(page, seen, address, here)
    for file in sorted(site.rglob("*.html")):
        here["path"] = file.relative_to(site).as_posix()
        page.goto(f"{address}/{here['path'].removesuffix('index.html')}", wait_until="load")
        _note(page, seen, here["path"])
    page.close()
    return seen


def _listen(page: Page, seen: Seen, address: str, here: dict[str, str]) -> None:
    def dialog(opened: object) -> None:
        seen.dialogs.append(here["path"])
        opened.dismiss()  # type: ignore[attr-defined]

    def request(sent: object) -> None:
        url = sent.url  # type: ignore[attr-defined]
        if not url.startswith((address + "/", "data:image/", "blob:" + address)):
            seen.requests.append(f"{here['path']}: {url}")

    page.on("dialog", dialog)
    page.on("pageerror", lambda error: seen.script_errors.append(f"{here['path']}: {error}"))
    page.on("request", request)


def _note(page: Page, seen: Seen, path: str) -> None:
    kinds, schemes, text, title = page.evaluate(_LOOK)
    seen.pages += 1
    for kind in kinds:
        seen.kinds.setdefault(kind, path)
    for scheme in schemes:
        seen.schemes.setdefault(scheme, path)
    seen.texts[path] = " ".join(text.split())
    seen.titles[path] = title
