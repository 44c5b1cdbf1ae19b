"""Servers that fail: pauses, rate limits, answers that break off; no key is ever shown."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from digest.translate.engines import ChatEngine, EngineError, HttpEngine
from digest.translate.engines.web import Patience
from tests.recorded import Naps, Recorded, Reply, broken_off, drop, reply, running, silent, trickling

KEY = "sk-very-secret"
AR = "وصل ٢٠ وزيرا إلى المدينة."
GOOD = reply(200, {"translatedText": "Twenty ministers arrived in the city."})


@pytest.fixture
def server() -> Iterator[Recorded]:
    with running() as found:
        yield found


@pytest.mark.parametrize(
    "failure",
    [
        reply(500, {"error": "oops"}),
        reply(503, b"busy"),
        reply(429, {"error": "slow down"}),
        reply(200, b'{"translatedText": "Twenty'),
        reply(200, b"<html>gateway</html>"),
        drop,
        broken_off,
        silent,
        trickling,
    ],
    ids=["500", "503", "429", "half-json", "html", "dropped", "broken-off", "silent", "trickling"],
)
def test_a_failure_that_may_pass_is_tried_again_with_longer_pauses(server: Recorded, failure: Reply) -> None:
    naps = Naps()
    server.replies = [failure, failure, GOOD]
    engine = HttpEngine(server.url, patience=naps.patience())
    assert engine.translate(AR) == "Twenty ministers arrived in the city."
    assert naps == [1.0, 2.0]
    assert len(server.asked) == 3


def test_in_the_end_it_is_given_up_with_a_message(server: Recorded) -> None:
    naps = Naps()
    server.replies = [reply(500, {"error": {"message": f"bad key {KEY}?\n"}})]
    with pytest.raises(EngineError, match=r"127.0.0.1:\d+: HTTP 500 bad key …\? \(asked 4 times\)") as caught:
        HttpEngine(server.url, key=KEY, patience=naps.patience()).translate(AR)
    assert caught.value.tired
    assert not caught.value.fatal, "it may be this sentence"
    assert naps == [1.0, 2.0, 4.0]


def test_each_wait_is_told(server: Recorded, caplog: pytest.LogCaptureFixture) -> None:
    server.replies = [
        reply(429, {"error": f"slow down, {KEY}"}, Retry_After="30"),
        reply(503, {}),
        silent,
        GOOD,
    ]
    assert HttpEngine(server.url, key=KEY, patience=Naps().patience(pause=0.5)).translate(AR)
    first, second, third = [record.getMessage() for record in caplog.records]
    assert "HTTP 429 slow down, …; asking again in 30 seconds (2 of 4)" in first
    assert second.endswith("HTTP 503 {}; asking again in 1 second (3 of 4)")
    assert "no answer within 0.3 seconds; asking again in 2 seconds (4 of 4)" in third


def test_what_a_server_says_does_nothing_to_a_terminal(
    server: Recorded, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies = [reply(503, {"error": "\x1b[2J\u202eno"})]
    with pytest.raises(EngineError, match="no") as caught:
        HttpEngine(server.url, patience=Naps().patience(attempts=2)).translate(AR)
    assert "\\u{1b}[2J" in caplog.text
    assert not {"\x1b", "\u202e"} & set(caplog.text + caught.value.message)


@pytest.mark.parametrize("status", [200, 400, 503])
def test_an_answer_nested_without_end_is_no_answer(server: Recorded, status: int) -> None:
    server.replies = [reply(status, b"[" * 200_000)]
    with pytest.raises(EngineError, match=r"not JSON|HTTP") as caught:
        HttpEngine(server.url, patience=Naps().patience(attempts=1)).translate(AR)
    assert not caught.value.fatal


def test_retry_after_is_kept_to(server: Recorded) -> None:
    naps = Naps()
    in_ten_seconds = formatdate(time.time() + 10, usegmt=True)
    server.replies = [
        reply(429, {}, Retry_After="7"),
        reply(503, {}, Retry_After=in_ten_seconds),
        reply(429, {}, Retry_After="soon"),
        GOOD,
    ]
    assert HttpEngine(server.url, patience=naps.patience()).translate(AR)
    assert naps[0] == 7.0
    assert 8 <= naps[1] <= 10
    assert naps[2] == 4.0


@pytest.mark.parametrize(
    ("asked", "said"),
    [("3600", "3600 seconds"), ("9" * 400, "more than a day"), ("90000", "more than a day")],
)
def test_a_long_retry_after_ends_the_run(server: Recorded, asked: str, said: str) -> None:
    naps = Naps()
    server.replies = [reply(429, {}, Retry_After=asked)]
    with pytest.raises(EngineError, match=f"asks to wait {said}; run the command again later") as caught:
        HttpEngine(server.url, patience=naps.patience()).translate(AR)
    assert caught.value.fatal
    assert naps == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "the key was refused"),
        (403, "the key was refused"),
        (404, "HTTP 404"),
        (405, "HTTP 405"),
        (302, "HTTP 302"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(server: Recorded, status: int, said: str) -> None:
    server.replies = [reply(status, {"error": f"no, {KEY}"}, Location=server.url + "/elsewhere")]
    with pytest.raises(EngineError, match=said) as caught:
        HttpEngine(server.url, key=KEY).translate(AR)
    assert caught.value.fatal
    assert KEY not in str(caught.value)
    assert len(server.asked) == 1, "a redirect is not followed: the key stays with its server"


@pytest.mark.parametrize("status", [400, 402, 413, 422])
def test_what_one_sentence_is_refused_may_not_be_so_for_the_next(server: Recorded, status: int) -> None:
    server.replies = [reply(status, {"error": "not this"})]
    with pytest.raises(EngineError, match=f"HTTP {status}: not this") as caught:
        HttpEngine(server.url).translate(AR)
    assert not caught.value.fatal
    assert len(server.asked) == 1


def test_a_server_on_this_computer_is_asked_directly(
    server: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies = [GOOD]
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert HttpEngine(server.url).translate(AR)


def test_an_endless_answer_is_cut(server: Recorded) -> None:
    server.replies = [reply(200, b" " * 5_000_000)]
    with pytest.raises(EngineError, match="too long"):
        HttpEngine(server.url, patience=Patience(timeout=20)).translate(AR)


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    naps = Naps()
    with pytest.raises(EngineError, match=rf"127.0.0.1:{port} cannot be reached.*does it run\?") as caught:
        HttpEngine(f"http://127.0.0.1:{port}", patience=naps.patience()).translate(AR)
    assert caught.value.fatal
    with pytest.raises(EngineError, match="cannot be reached"):
        HttpEngine("http://no-such-host.invalid", patience=naps.patience()).translate(AR)
    assert naps == []


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "localhost:5000", "ftp://a", "http://", "http://[", ""]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(EngineError, match="must be like http"):
        HttpEngine(url)


def test_keys_appear_nowhere(
    server: Recorded, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    server.replies = [reply(401, {"error": KEY})]
    for engine in (HttpEngine(server.url, key=KEY), ChatEngine(server.url, "m", key=KEY)):
        with pytest.raises(EngineError) as caught:
            engine.translate(AR)
        chain = [caught.value, caught.value.__cause__, caught.value.__context__]
        assert KEY not in "".join(map(repr, [*chain, engine, engine.id]))
    assert KEY not in caplog.text + "".join(capfd.readouterr())
    with pytest.raises(EngineError, match="holds a password"):
        HttpEngine("http://user:secret@localhost")
    with pytest.raises(EngineError, match="characters that no key has"):
        ChatEngine(server.url, "m", key="a\r\nHost: b")
