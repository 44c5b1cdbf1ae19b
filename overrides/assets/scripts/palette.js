// The reader's choice of colours, as Material for MkDocs (MIT) stores it, before anything is painted.
"use strict"
{
  const palette = window.__md_get("__palette")
  if (palette && palette.color) {
    const { color } = palette
    if (color.media === "(prefers-color-scheme)") {
      const light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
      const input = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${light})"]`)
      for (const name of ["media", "scheme", "primary", "accent"])
        color[name] = input.getAttribute("data-md-color-" + name)
    }
    for (const [name, value] of Object.entries(color)) document.body.setAttribute("data-md-color-" + name, value)
  }
}
