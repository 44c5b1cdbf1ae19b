/* The words of a text as the search compares them: what digest/search/words.py does, from the same table. */

const RUN = /[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]+|[0-9]+|(?:(?![\u0600-\u06ff]|\p{Nd})[\p{L}\p{N}])+/gu;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}_])/gu;
const ARABIC = /^[\u0600-\u06ff]/u;

/* Makes `plain`, `words` and `stem` from the table of words.json. */
export function makeWords(table) {
  const drop = new Set(table.drop);
  const map = new Map(Object.entries(table.map));
  const seats = Object.entries(table.seats);
  const clitics = new Set(table.clitics);
  const afterAlef = new Set(table.after_alef);
  const short = new Set(table.short);
  const whole = new Set(table.whole);
  const leftOut = new Set(table.left_out);

  function plain(text) {
    let kept = [...text.normalize("NFKC").toLowerCase()].filter((c) => !drop.has(c)).join("");
    for (const [spelling, usual] of seats) kept = kept.replaceAll(spelling, usual);
    const folded = [...kept].map((c) => map.get(c) ?? c).join("");
    return folded.normalize("NFD").replace(/\p{M}/gu, "");
  }

  function withoutEndings(word) {
    while (word.length > table.least) {
      const ending = table.endings.find((e) => word.endsWith(e) && word.length - e.length >= table.least);
      let cut = ending ? ending.length : 0;
      if (!cut && word.at(-2) === "ا" && afterAlef.has(word.at(-1))) cut = 1;
      if (!cut) break;
      word = word.slice(0, -cut);
    }
    return word;
  }

  function arabic(word) {
    let bare = withoutEndings(word);
    while (!whole.has(bare)) {
      const rest = word.slice(1);
      if (word.startsWith(table.article) && word.length - table.article.length >= 2) {
        word = word.slice(table.article.length);
      } else if (clitics.has(word[0]) && (rest.length >= table.least || short.has(rest))) {
        word = rest;
      } else {
        break;
      }
      bare = withoutEndings(word);
    }
    return bare;
  }

  function latin(word) {
    for (const rule of table.latin) {
      const fits = word.endsWith(rule.ending) && word.length >= rule.least;
      if (fits && !rule.unless.some((end) => word.endsWith(end))) {
        return word.slice(0, word.length - rule.ending.length) + rule.becomes;
      }
    }
    return word;
  }

  function stem(run) {
    const word = [...run].slice(0, table.longest).join("");
    return ARABIC.test(word) ? arabic(word) : latin(word);
  }

  const words = (text) =>
    (plain(text).replace(POSSESSIVE, "").match(RUN) ?? []).filter((run) => !leftOut.has(run)).map(stem);
  return { plain, stem, words };
}
