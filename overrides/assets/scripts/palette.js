// The reader's colours, before anything is painted: those chosen here, or those the device asks for.
"use strict"
{
  const root = document.documentElement
  root.classList.replace("no-js", "js")
  const key = new URL("../..", document.currentScript.src).pathname + ".__palette"
  const choices = [...document.querySelectorAll("[data-md-component=palette] input")]

  const kept = () => {
    try {
      return choices[JSON.parse(localStorage.getItem(key))?.index]
    } catch {
      return undefined // A browser that stores nothing forgets the choice.
    }
  }
  const keep = (choice) => {
    try {
      localStorage.setItem(key, JSON.stringify({ index: choices.indexOf(choice) }))
    } catch {
      // The same.
    }
  }
  const preferred = () => choices.find((choice) => matchMedia(choice.dataset.mdColorMedia).matches) ?? choices[0]

  const show = (choice) => {
    if (!choice) return
    for (const name of ["media", "scheme", "primary", "accent"])
      document.body.setAttribute("data-md-color-" + name, choice.getAttribute("data-md-color-" + name))
    choice.checked = true
    for (const other of choices) {
      const button = other.nextElementSibling
      if (button?.matches("label")) button.hidden = other !== choice
    }
  }

  show(kept() ?? preferred())
  for (const choice of choices) {
    choice.addEventListener("change", () => {
      keep(choice)
      show(choice)
    })
    matchMedia(choice.dataset.mdColorMedia).addEventListener("change", () => show(kept() ?? preferred()))
  }
}
