// What Material for MkDocs (MIT) writes into each page, as a file: the names that its bundle needs.
"use strict"
{
  const scope = new URL("../..", document.currentScript.src)
  window.__md_scope = scope
  window.__md_hash = text => [...text].reduce((sum, c) => (sum << 5) - sum + c.charCodeAt(0), 0)
  window.__md_get = (key, storage = localStorage, where = scope) =>
    JSON.parse(storage.getItem(where.pathname + "." + key))
  window.__md_set = (key, value, storage = localStorage, where = scope) => {
    try {
      storage.setItem(where.pathname + "." + key, JSON.stringify(value))
    } catch {
      // A browser that stores nothing forgets the choice.
    }
  }
  // Material takes every `link[rel=alternate]` for a site in another language and asks it for a site map.
  document.addEventListener("readystatechange", () => {
    for (const link of document.querySelectorAll("link[rel=alternate][type]")) link.rel = "alternate "
  }, { once: true })
}
