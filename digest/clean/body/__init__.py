"""What is the article's text, and what a page puts inside and below it. Pure, linear.

`extent` finds the stretch with the most prose, `proseless` the text where there is none. Boxes between its
paragraphs are told by `bridging`, which asks `boxes` and `strangers`; `resuming` is the third pass, below it,
`inside` the fourth, within, `tail` the fifth. Others know one thing each: `further` articles, `subjects`, the
page's own `elements`, a `gallery`; what is text though it does not read like it (`lines`, `listed`, `celled`,
`again`, `asked`), lists with headings that a text begins with or is (`headed`), poems (`stanzas`), names that
head parts (`named`), `subheads` and lists of `contents`; what is none (`pulled`, `about`, `strips`). May use
`fields` and `signs`.
"""
