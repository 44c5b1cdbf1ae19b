/* Asks the index: loads it when it is first needed, turns a query into its words, and marks them in results. */

import { makeWords } from "./search-words.js";

const ROOT = new URL("../../", import.meta.url);
const END = "\u066e"; /* as in digest/search/records.py */
const JOIN = "\u066f";
const LEAST_PREFIX = 2;
const RUN = /[\p{L}\p{N}\p{M}\u0640\u200b-\u200f'’]+/gu;
const engines = new Map();

/* The engine of a language, loaded once: `search`, `choices` (gives what filters offer), `say`, `count`. */
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
  const others = Array.from({ length: page.parts - 1 }, (_, at) => `pagefind/${language}/${at + 2}/`);
  await Promise.all(others.map((folder) => index.mergeIndex(new URL(folder, ROOT).href)));
  const { words } = makeWords(table);
  const choices = () => json(`pagefind/${language}-choices.json`);
  const results = makeResults(`pagefind/${language}/`);
  return { ...page, words, choices, count: counter(language, page.count), search: searcher(index, words, results) };
}

async function get(path) {
  const response = await fetch(new URL(path, ROOT));
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

async function json(path) {
  return (await get(path)).json();
}

/* What the files of results say (digest/search/results.py), each of which is asked for once. */
function makeResults(folder) {
  const kept = new Map();
  let ranks = null;
  const name = (found) => found.id.slice(found.id.lastIndexOf("_") + 1);

  async function load(id) {
    const { url, ...shown } = await json(`${folder}results/${id}.json`);
    return { href: new URL(url, ROOT).href, ...shown };
  }

  function once(id) {
    if (!kept.has(id)) {
      const result = load(id);
      result.catch(() => kept.delete(id));
      kept.set(id, result);
    }
    return kept.get(id);
  }

  async function newestFirst(found) {
    ranks ??= new Map((await (await get(`${folder}newest.txt`)).text()).split("\n").map((id, at) => [id, at]));
    return [...found].sort((one, other) => ranks.get(name(one)) - ranks.get(name(other)));
  }

  return { shown: (found) => Promise.all(found.map((one) => once(name(one)))), newestFirst };
}

/* `count(3)` is `3 results`, in the language's own plural. */
function counter(language, forms) {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(`${language}-u-nu-latn`);
  return (n) => forms[rules.select(n)].replace("{n}", digits.format(n));
}

/* `search(text, {filters, newest})` gives null for an empty question, else `total`, `prefix`, `marks` and `load`. */
function searcher(index, words, results) {
  return async (text, { filters = {}, newest = false } = {}) => {
    const stems = [...new Set(words(text))];
    const chosen = Object.entries(filters).map(([name, value]) => filterWord(name, value));
    if (!stems.length && !chosen.length) return null;
    const ask = async (terms) => (await index.search([...terms, ...chosen].join(" "))).results;
    let found = await ask(stems.map((stem) => stem + END));
    const last = words(text).at(-1) ?? "";
    const prefix = !found.length && last.length >= LEAST_PREFIX ? last : null;
    if (prefix) found = await ask([...stems.filter((stem) => stem !== last).map((stem) => stem + END), last]);
    if (newest || !stems.length) found = await results.newestFirst(found);
    const stemmed = new Set(stems);
    const sought = (word) => stemmed.has(word) || (prefix !== null && word.startsWith(prefix));
    return {
      total: found.length,
      prefix: prefix !== null && found.length > 0,
      marks: (run) => words(run).some(sought),
      load: (from, to) => results.shown(found.slice(from, to)),
    };
  };
}

function filterWord(name, value) {
  return JOIN + [name, ...value.split("-")].join(JOIN) + END;
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
