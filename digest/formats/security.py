"""The Content-Security-Policy that every page carries. Pure."""

from __future__ import annotations

_POLICY = {
    "default-src": "'self'",
    # WebAssembly runs the search; no script stands in a page itself.
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def content_policy(*, serving: bool = False) -> str:
    """The policy's text. `mkdocs serve` adds a script of its own to each page, so there it may."""
    policy = {**_POLICY, "script-src": "'self' 'unsafe-inline' 'wasm-unsafe-eval'"} if serving else _POLICY
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())
