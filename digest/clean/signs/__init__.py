"""What a line says of itself, before anybody asks what the article is. Pure.

`hints` is the first pass; `marked` adds what a page's markup says, `timed` and `posts` are lines of live
pages and networks. `inline` cuts furniture out of lines, `wrapping` joins those that were broken, by hand or
at `margins`. May use `fields`.
"""
