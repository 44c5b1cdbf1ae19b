/* The box in the masthead: suggests articles while one types (an ARIA combobox with a list box). */

import { openSearch } from "./search-engine.js";
import { resultPieces } from "./search-results.js";

const MOST = 6;
const PAUSE = 150; /* milliseconds without a key before the index is asked */

/* Makes a form `[data-digest-search]` suggest; without this it leads to the search page. */
export function startBox(form, language) {
  const input = form.querySelector("input[name=q]");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  let active = -1;
  let asked = 0;
  let timer = 0;

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const options = () => [...list.querySelectorAll("[role=option]")];

  function close() {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(index) {
    active = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function move(step) {
    const count = options().length;
    if (count) choose(((active + step + (active < 0 && step < 0 ? 1 : 0)) % count + count) % count);
  }

  async function suggest() {
    const mine = ++asked;
    try {
      const engine = await openSearch(language);
      const found = await engine.search(input.value);
      const results = found ? await found.load(0, MOST) : [];
      if (mine !== asked) return;
      if (found) show(engine, found, results);
      else close();
    } catch {
      if (mine === asked) status.textContent = form.dataset.failed;
    }
  }

  function show(engine, found, results) {
    list.replaceChildren(...results.map((result, at) => option(result.href, at, resultPieces(result, found.marks))));
    if (found.total > results.length) list.append(option(everything(), results.length, [engine.say.all]));
    list.hidden = !results.length;
    input.setAttribute("aria-expanded", String(results.length > 0));
    choose(-1);
    status.textContent = found.total ? engine.count(found.total) : engine.say.none;
    form.classList.toggle("digest-search--none", !found.total);
  }

  function option(href, at, pieces) {
    const link = document.createElement("a");
    link.href = href;
    link.id = `${list.id}-${at}`;
    link.className = "digest-result";
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.append(...pieces);
    return link;
  }

  function everything() {
    const url = new URL(form.action);
    url.searchParams.set("q", input.value);
    return url.href;
  }

  input.addEventListener("focus", () => void openSearch(language).catch(() => {}));
  input.addEventListener("input", () => {
    clearTimeout(timer);
    form.classList.remove("digest-search--none");
    status.textContent = "";
    if (input.value.trim()) timer = setTimeout(suggest, PAUSE);
    else close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden && input.value.trim()) void suggest();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!list.hidden) close();
      else if (input.value) input.value = "";
      else input.blur();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
}
