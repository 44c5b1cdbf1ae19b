"""A port that cannot be had is told in a line by `mkdocs serve`, before the site is built; on loopback."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from mkdocs.livereload import LiveReloadServer

from digest.plugin.port import try_address
from tests.site.project import ENVIRONMENT, ROOT, copy_project


@pytest.fixture
def busy() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.parametrize("flags", [[], ["--no-livereload"]])
def test_a_busy_port_ends_serving_with_a_line(tmp_path: Path, busy: int, flags: list[str]) -> None:
    project = copy_project(tmp_path / "project")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{busy}", *flags],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 1
    [line] = [line for line in run.stderr.splitlines() if "INFO" not in line]
    assert line.startswith(f"Error: port {busy} of 127.0.0.1 cannot be had: another program serves there.")
    assert f"make serve PORT={busy + 1}, or mkdocs serve -a 127.0.0.1:{busy + 1}" in line
    assert not (project / ".cache").exists()


def test_a_port_that_another_takes_during_the_build_is_told_of() -> None:
    config = load_config(config_file=str(ROOT / "mkdocs.yml"))
    port = free_port()
    server = LiveReloadServer(lambda: None, "127.0.0.1", port, "site")
    try:
        config.plugins.on_serve(server, config=config, builder=lambda: None)
        with socket.socket() as other:
            other.bind(("127.0.0.1", port))
            other.listen()
            with pytest.raises(ConfigurationError, match=f"^port {port} of 127.0.0.1 cannot be had: another"):
                server.serve()
    finally:
        server.shutdown()
        config.plugins.on_shutdown()


def test_a_port_that_is_tried_stays_free() -> None:
    port = free_port()
    try_address("127.0.0.1", port)
    try_address("localhost", port)
    with socket.socket() as own:
        own.bind(("127.0.0.1", port))


def test_an_address_of_another_machine_is_told_of() -> None:
    with pytest.raises(ConfigurationError, match=r"^port 65535 of 192\.0\.2\.1 cannot be had: .*:65534$"):
        try_address("192.0.2.1", 65_535)


@pytest.mark.parametrize("port", [70_000, -1])
def test_what_is_no_port_is_told_of(port: int) -> None:
    said = f"^port {port} of 127.0.0.1 cannot be had: ports go from 0 to 65535. .* make serve PORT=8000, "
    with pytest.raises(ConfigurationError, match=said):
        try_address("127.0.0.1", port)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_an_address_of_six_parts_is_named_as_mkdocs_takes_it() -> None:
    with pytest.raises(ConfigurationError, match=re.escape("mkdocs serve -a [2001:db8::1]:9001")):
        try_address("2001:db8::1", 9000)


def test_make_takes_the_port() -> None:
    # The tests themselves may have been started by make, which tells another one so.
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--dry-run", "serve", "PORT=9001"]
    said = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1].endswith("mkdocs serve --dev-addr 127.0.0.1:9001")
