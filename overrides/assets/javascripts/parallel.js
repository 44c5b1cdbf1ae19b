/* The side-by-side view: lights a sentence and its counterpart together, by pointer, touch and keyboard.
   Without it the view is a plain table of two columns. Arrow keys: up and down go from sentence to sentence,
   left and right to the other language; the view is one stop of the tab key. */
"use strict";
(() => {
  const list = document.querySelector(".digest-parallel");
  if (!list) return;
  const columns = [[], []];
  for (const cell of list.querySelectorAll(".digest-row__cell")) {
    columns[cell.lang === "ar" ? 1 : 0].push(...cell.querySelectorAll("[data-pair]"));
  }
  const all = columns.flat();
  let stop = null;

  const sentenceOf = (target) => (target instanceof Element ? target.closest("[data-pair]") : null);

  function light(sentence) {
    for (const item of all) {
      item.classList.toggle("digest-pair--lit", sentence !== null && item.dataset.pair === sentence.dataset.pair);
    }
  }

  function setStop(sentence) {
    if (stop) stop.tabIndex = -1;
    stop = sentence;
    stop.tabIndex = 0;
  }

  function counterpart(sentence, key) {
    const side = columns[0].includes(sentence) ? 0 : 1;
    const here = columns[side].indexOf(sentence);
    const last = columns[side].length - 1;
    if (key === "ArrowDown") return columns[side][Math.min(here + 1, last)];
    if (key === "ArrowUp") return columns[side][Math.max(here - 1, 0)];
    if (key === "ArrowLeft" || key === "ArrowRight") return columns[1 - side][here];
    if (key === "Home") return columns[side][0];
    if (key === "End") return columns[side][last];
    return null;
  }

  const lasting = () => (all.includes(document.activeElement) ? document.activeElement : null);

  for (const item of all) item.tabIndex = -1;
  if (all.length) setStop(columns[0][0]);
  list.addEventListener("pointerover", (event) => light(sentenceOf(event.target) || lasting()));
  list.addEventListener("pointerleave", () => light(lasting()));
  list.addEventListener("focusin", (event) => {
    const sentence = sentenceOf(event.target);
    if (sentence) {
      setStop(sentence);
      light(sentence);
    }
  });
  list.addEventListener("focusout", () => light(null));
  list.addEventListener("keydown", (event) => {
    const sentence = sentenceOf(event.target);
    if (!sentence || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") sentence.blur();
    const next = counterpart(sentence, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  });
})();
