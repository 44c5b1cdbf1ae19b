"""Opens every page of a site in a real browser and notes what happened and what is on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Page, Request

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
    """Load every HTML page of the site that is served at `address`, scripts running, some at a time."""
    seen = Seen()
    context = browser.new_context(service_workers="block")
    tabs = [_Tab(context.new_page(), seen, address) for _ in range(_TABS)]
    paths = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html"))]
    for start in range(0, len(paths), _TABS):
        pairs = list(zip(tabs, paths[start : start + _TABS], strict=False))
        for tab, path in pairs:
            tab.go(path)
        for tab, path in pairs:
            tab.page.wait_for_load_state("load")
            _note(tab.page, seen, path)
    context.close()
    return seen


_TABS = 5


class _Tab:
    """A tab that notes what happens in it, with the page where it does."""

    def __init__(self, page: Page, seen: Seen, address: str) -> None:
        self.page, self.seen, self.address, self.path = page, seen, address, ""
        page.on("dialog", self._dialog)
        page.on("pageerror", lambda error: seen.script_errors.append(f"{self.path}: {error}"))
        page.on("request", self._request)

    def go(self, path: str) -> None:
        """Begin to load a page."""
        self.path = path
        self.page.goto(f"{self.address}/{path.removesuffix('index.html')}", wait_until="commit")

    def _dialog(self, opened: Dialog) -> None:
        self.seen.dialogs.append(self.path)
        opened.dismiss()

    def _request(self, sent: Request) -> None:
        if not sent.url.startswith((self.address + "/", "data:image/", "blob:" + self.address)):
            self.seen.requests.append(f"{self.path}: {sent.url}")


def _note(page: Page, seen: Seen, path: str) -> None:
    kinds, schemes, text, title = page.evaluate(_LOOK)
    seen.pages += 1
    for kind in kinds:
        seen.kinds.setdefault(kind, path)
    for scheme in schemes:
        seen.schemes.setdefault(scheme, path)
    seen.texts[path] = " ".join(text.split())
    seen.titles[path] = title
