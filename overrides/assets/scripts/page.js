// What pages do beyond what HTML does: the section being read, the way back to the top, paper shows all.
"use strict"
{
  const links = [...document.querySelectorAll(".md-nav--secondary a[href^='#']")]
  const targets = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  const scroller = document.querySelector(".md-sidebar__scrollwrap")
  const top = document.querySelector(".md-top")
  let current = null
  let last = scrollY
  let due = false

  // A section is being read once its heading is in the upper third of the window.
  function follow() {
    const line = innerHeight / 3
    const passed = targets.findLastIndex((target) => target && target.getBoundingClientRect().top <= line)
    const link = links[passed] ?? null
    if (link === current) return
    for (const [item, on] of [[current, false], [link, true]]) {
      item?.classList.toggle("md-nav__link--active", on)
      if (on) item?.setAttribute("aria-current", "location")
      else item?.removeAttribute("aria-current")
    }
    current = link
    if (link && scroller) scroller.scrollTop = link.offsetTop - scroller.clientHeight / 2
  }

  // The way back is offered to those who turn back.
  function offer() {
    if (top) top.hidden = !(scrollY < last && scrollY > innerHeight)
    last = scrollY
  }

  function settle() {
    due = false
    follow()
    offer()
  }

  // Where the names of the sections do not fit, the one that the page belongs to is in sight.
  const here = document.querySelector(".digest-sections [aria-current]")
  const row = here?.closest(".digest-sections")
  if (row && row.scrollWidth > row.clientWidth) {
    const [inner, outer] = [here.getBoundingClientRect(), row.getBoundingClientRect()]
    row.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2
  }

  addEventListener("scroll", () => {
    if (!due) requestAnimationFrame(settle)
    due = true
  }, { passive: true })
  top?.addEventListener("click", () => {
    scrollTo({ top: 0 })
    document.querySelector(".digest-wordmark")?.focus({ preventScroll: true })
  })
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true
  })
  if (links.length) requestAnimationFrame(follow)
}
