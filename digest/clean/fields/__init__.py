"""Reads the short lines of a page that are fields: who wrote it, where, for whom, when. Pure.

`credits` reads a line, whose pieces are those of `parts`; what each is, `roles` tells by the lists of
`fieldwords`, by `cued` words, or by its neighbours. `openings` and `wirelines` are credits inside a
paragraph, `lone` a place without an agency, `datelines` lines of a date alone, whose words are `datewords`,
`labels` words before a headline, `pictures` lines about a picture, `initials` of editors and writers.
`outlets`, `everyday` and `unlisted` tell names that no list knows. May use the rows of a page, `phrases` and
`prose`.
"""
