"""The port of `mkdocs serve`: one that cannot be had is told in a line, before the site is built for it."""

from __future__ import annotations

import errno
from socketserver import TCPServer

from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer

_LAST, _USUAL = 65_535, 8000


def try_address(host: str, port: int) -> None:
    """Take an address for a moment, as a server will. Raises ConfigurationError."""
    server = LiveReloadServer(lambda: None, host, port, root="")
    try:
        TCPServer.server_bind(server)
    except (OSError, OverflowError) as error:
        raise _told(error, host, port) from error
    finally:
        server.server_close()


def tell_of_port(server: LiveReloadServer) -> None:
    """Let a server that is not yet started raise ConfigurationError where it cannot have its address.

    It may have been free before the site was built.
    """
    bind, (host, port) = server.server_bind, server.server_address[:2]

    def bound() -> None:
        try:
            bind()
        except OSError as error:
            raise _told(error, str(host), int(port)) from error

    server.server_bind = bound  # type: ignore[method-assign]  # because MkDocs has no event for it


def _told(error: OSError | OverflowError, host: str, port: int) -> ConfigurationError:
    """What the system said, and how another port is chosen."""
    if isinstance(error, OverflowError):
        why, other = f"ports go from 0 to {_LAST}", _USUAL
    else:
        busy = error.errno == errno.EADDRINUSE
        why = "another program serves there" if busy else error.strerror or str(error)
        other = port + 1 if port < _LAST else port - 1
    place = f"[{host}]" if ":" in host else host
    return ConfigurationError(
        f"port {port} of {host} cannot be had: {why}. Choose another: make serve PORT={other}, "
        f"or mkdocs serve -a {place}:{other}"
    )
