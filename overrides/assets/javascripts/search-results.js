/* One found article as HTML: headline, date, source and the first sentence of its summary. */

import { fillMarked } from "./search-engine.js";

/* The pieces of a result, for a list item or an option; `tag` is the element of its headline. */
export function resultPieces(result, marks, tag = "span") {
  const title = piece(tag, "digest-result__title", result["title-lang"]);
  const pieces = [fillMarked(title, result.title ?? "", marks), meta(result, marks)];
  if (result.lead) pieces.push(fillMarked(piece("span", "digest-result__lead", result["lead-lang"]), result.lead, marks));
  return pieces;
}

function meta(result, marks) {
  const line = piece("span", "digest-result__meta");
  const date = piece(result.datetime ? "time" : "span", "digest-result__date");
  if (result.datetime) date.dateTime = result.datetime;
  date.textContent = result.date ?? "";
  line.append(date);
  if (result.source) {
    line.append(" ", fillMarked(piece("bdi", "digest-result__source", result["source-lang"]), result.source, marks));
  }
  return line;
}

function piece(tag, name, language) {
  const element = document.createElement(tag);
  element.className = name;
  if (language) {
    element.lang = language;
    element.dir = language === "ar" ? "rtl" : "ltr";
  }
  return element;
}
