/* Asks the index: loads it when it is first needed, turns a query into its words, and marks them in results. */

import { makeWords } from "./search-words.js";

const ROOT = new URL("../../", import.meta.url);
const END = "\u066e"; /* as in digest/search/records.py */
const JOIN = "\u066f";
const LEAST_PREFIX = 2;
const RUN = /[\p{L}\p{N}\p{M}\u0640\u200b-\u200f'’]+/gu;
const engines = new Map();

/* The engine of a language, loaded once: `search`, `choices` (what filters offer), `say`, `count`. */
export function openSearch(language) {
  if (!engines.has(language)) {
    const engine = load(language);
    engine.catch(() => engines.delete(language));
    engines.set(language, engine);
  }
  return engines.get(language);
}

async function load(language) {
  const [table, page, index] = await Promise.all([
    json("pagefind/words.json"),
    json(`pagefind/${language}.json`),
    import(new URL(`pagefind/${language}/pagefind.js`, ROOT).href),
  ]);
  await index.options({ noWorker: true });
  const { words } = makeWords(table);
  return { ...page, words, count: counter(language, page.count), search: searcher(index, words) };
}

async function json(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

/* `count(3)` is `3 results`, in the language's own plural. */
function counter(language, forms) {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(`${language}-u-nu-latn`);
  return (n) => forms[rules.select(n)].replace("{n}", digits.format(n));
}

/* `search(text, {filters, newest})` gives null for an empty question, else `total`, `prefix`, `marks` and `load`. */
function searcher(index, words) {
  return async (text, { filters = {}, newest = false } = {}) => {
    const stems = [...new Set(words(text))];
    const chosen = Object.entries(filters).map(([name, value]) => filterWord(name, value));
    if (!stems.length && !chosen.length) return null;
    const options = newest || !stems.length ? { sort: { date: "desc" } } : {};
    const ask = async (terms) => (await index.search([...terms, ...chosen].join(" "), options)).results;
    let found = await ask(stems.map((stem) => stem + END));
    const last = words(text).at(-1) ?? "";
    const prefix = !found.length && last.length >= LEAST_PREFIX ? last : null;
    if (prefix) found = await ask([...stems.filter((stem) => stem !== last).map((stem) => stem + END), last]);
    const stemmed = new Set(stems);
    const sought = (word) => stemmed.has(word) || (prefix !== null && word.startsWith(prefix));
    return {
      total: found.length,
      prefix: prefix !== null && found.length > 0,
      marks: (run) => words(run).some(sought),
      load: (from, to) => Promise.all(found.slice(from, to).map(async (one) => shown(await one.data()))),
    };
  };
}

function filterWord(name, value) {
  return JOIN + [name, ...value.split("-")].join(JOIN) + END;
}

function shown(data) {
  return { href: new URL(data.raw_url, ROOT).href, ...data.meta };
}

/* Fills an element with a text in which the words that `marks` accepts are marked. */
export function fillMarked(element, text, marks) {
  let at = 0;
  for (const match of text.matchAll(RUN)) {
    if (!marks(match[0])) continue;
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    element.append(text.slice(at, match.index), mark);
    at = match.index + match[0].length;
  }
  element.append(text.slice(at));
  return element;
}
