/* The search page: query, filters and order stand in the address, so that a search can be kept and sent. */

import { openSearch } from "./search-engine.js";
import { resultPieces } from "./search-results.js";

const AT_ONCE = 10;
const PAUSE = 200; /* milliseconds without a key before the index is asked */
const FILTERS = ["topic", "person", "place", "source", "year"];

/* Makes a form `[data-digest-finder]` search; it is hidden until then. */
export function startFinder(form, language) {
  const input = form.querySelector("input[name=q]");
  const status = form.querySelector("[role=status]");
  const list = form.querySelector("ol");
  const more = form.querySelector("[data-more]");
  const reset = form.querySelector("[data-reset]");
  const narrow = form.querySelector("[data-narrow]");
  const control = (name) => form.elements.namedItem(name);
  let asked = 0;
  let timer = 0;
  let found = null;
  let offered = null;

  function read() {
    const stated = new URLSearchParams(location.search);
    for (const name of ["q", ...FILTERS, "sort"]) put(control(name), stated.get(name) ?? "");
    if (FILTERS.some((name) => control(name).value)) narrow.open = true;
  }

  function put(field, value) {
    const known = field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
    if (!known) field.add(new Option(value, value));
    field.value = value;
  }

  function address() {
    const stated = new URLSearchParams();
    for (const name of ["q", ...FILTERS, "sort"]) {
      if (control(name).value.trim()) stated.set(name, control(name).value.trim());
    }
    return stated.size ? `?${stated}` : location.pathname;
  }

  function filters() {
    return Object.fromEntries(FILTERS.filter((name) => control(name).value).map((name) => [name, control(name).value]));
  }

  async function run() {
    const mine = ++asked;
    clearTimeout(timer);
    history.replaceState(null, "", address());
    form.setAttribute("aria-busy", "true");
    try {
      const engine = await openSearch(language);
      const chosen = filters();
      reset.hidden = !Object.keys(chosen).length;
      const answer = await engine.search(input.value, { filters: chosen, newest: control("sort").value === "newest" });
      const results = answer ? await answer.load(0, AT_ONCE) : [];
      if (mine !== asked) return;
      found = answer;
      list.replaceChildren();
      append(results);
      status.textContent = say(engine);
    } catch {
      if (mine === asked) status.textContent = form.dataset.failed;
    } finally {
      if (mine === asked) form.removeAttribute("aria-busy");
    }
  }

  function say(engine) {
    if (!found) return engine.say.start;
    if (!found.total) return engine.say.none;
    return found.prefix ? `${engine.count(found.total)}. ${engine.say.prefix}` : engine.count(found.total);
  }

  function append(results) {
    list.append(...results.map((result) => item(result, found.marks)));
    more.hidden = !found || list.children.length >= found.total;
  }

  function item(result, marks) {
    const entry = document.createElement("li");
    const [title, ...rest] = resultPieces(result, marks);
    const link = document.createElement("a");
    link.href = result.href;
    link.append(title);
    entry.className = "digest-result";
    entry.append(link, ...rest);
    return entry;
  }

  async function showMore() {
    const mine = asked;
    const first = list.children.length;
    const results = await found.load(first, first + AT_ONCE);
    if (mine !== asked) return;
    append(results);
    list.children[first]?.querySelector("a").focus();
  }

  function step(event) {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && at >= 0) input.focus();
    else if (event.key === "ArrowDown" && (at >= 0 || event.target === input)) links[at + 1]?.focus();
    else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  }

  /* What the filters offer is loaded when they are first opened: most queries do without. */
  function openFilters() {
    if (!narrow.open) return;
    offered ??= offer().catch(() => {
      offered = null;
      narrow.open = false;
      status.textContent = form.dataset.failed;
    });
  }

  async function offer() {
    const choices = await (await openSearch(language)).choices();
    for (const name of FILTERS) {
      const select = control(name);
      const kept = new Map([...select.options].map((option) => [option.value, option]));
      for (const choice of choices[name]) {
        const option = kept.get(choice.id) ?? new Option("", choice.id);
        option.textContent = `${choice.label} (${choice.count})`;
        if (choice.language) option.lang = choice.language;
        select.append(option);
      }
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== input) void run();
  });
  form.addEventListener("keydown", step);
  narrow.addEventListener("toggle", openFilters);
  more.addEventListener("click", () => void showMore());
  reset.addEventListener("click", () => {
    for (const name of FILTERS) control(name).value = "";
    input.focus();
    void run();
  });
  addEventListener("popstate", () => {
    read();
    void run();
  });

  read();
  document.querySelector("[data-needs-script]")?.remove();
  form.hidden = false;
  if (!location.search) input.focus({ preventScroll: true });
  void run();
}
