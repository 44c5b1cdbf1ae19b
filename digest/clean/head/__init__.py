"""What stands above the body: the headline, and what surrounds it. Pure.

`above` is the second pass. The headline is `chosen` among its `candidates` by `votes` on their `facts`, for
which `signed` tells lines that sign and `tops` those of the page; `broken` and `glued` ones are put right,
the `masthead`, the `columnist`, what else is `around` and how it is `labelled` are told; `decks` say where
the body begins below. May use `fields` and `signs`; what is below the headline is not its matter. `titles`
tells an article's title that the markup states from a section's, `dashed` headlines with a dash from credits,
`bylined` a short one below its writer; `clocks`, and `outdated` ones, are days of reading.
"""
