/* Starts the search: the box in the masthead of every page, and the search page's form. */

import { startBox } from "./search-box.js";
import { startFinder } from "./search-page.js";

const language = document.documentElement.lang;
const box = document.querySelector("[data-digest-search]");
const finder = document.querySelector("[data-digest-finder]");
if (box) startBox(box, language);
if (finder) startFinder(finder, language);

/* The slash goes to the search; on an Arabic keyboard its key writes a letter. */
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
  if (event.key !== "/" && event.code !== "Slash") return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
  const input = document.querySelector("[role=search] input[name=q]");
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
