"""The engines: what they ask, what they make of the answer; the servers are real, on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from digest.translate import engines
from digest.translate.engines import ENGINES, ChatEngine, EngineError, HttpEngine, MemoryEngine, make_engine
from digest.translate.engines.base import prepare
from digest.translate.engines.chat import PROMPT
from digest.translate.engines.local import EchoEngine
from digest.translate.engines.web import Patience
from tests.recorded import Recorded, reply, running

KEY = "sk-very-secret"
AR = "وصل ٢٠ وزيرا إلى المدينة."
GOOD = reply(200, {"translatedText": "Twenty ministers arrived in the city."})


@pytest.fixture
def server() -> Iterator[Recorded]:
    with running() as found:
        yield found


def test_libretranslate_is_asked_for_one_sentence(server: Recorded) -> None:
    server.replies = [GOOD]
    engine = HttpEngine(server.url + "/", key=KEY)
    assert engine.translate(AR) == "Twenty ministers arrived in the city."
    path, _, question = server.asked[0]
    assert path == "/translate"
    assert question == {
        "q": "وصل 20 وزيرا إلى المدينة.",
        "source": "ar",
        "target": "en",
        "format": "text",
        "api_key": KEY,
    }
    assert engine.id == f"http:127.0.0.1:{server.server_address[1]}"


def test_a_chat_model_is_given_the_names(server: Recorded) -> None:
    server.replies = [reply(200, {"choices": [{"message": {"content": "Done."}, "finish_reason": "stop"}]})]
    engine = ChatEngine(server.url + "/v1", "some-model", key=KEY)
    assert engine.translate(AR, [("المدينة", "Medina")]) == "Done."
    path, headers, question = server.asked[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert (question["model"], question["temperature"]) == ("some-model", 0)
    system, user = question["messages"]
    assert system["content"].startswith(PROMPT)
    assert "المدينة = Medina" in system["content"]
    assert user == {"role": "user", "content": prepare(AR)}
    assert engine.id == "chat:some-model"


def test_what_a_model_says_to_itself_is_left_out(server: Recorded) -> None:
    for said, left in (
        ("<think>\nLet me see.\n</think>\n\nDone.", "Done."),
        ("Done. <think>", "Done. <think>"),
    ):
        server.replies = [reply(200, {"choices": [{"message": {"content": said}, "finish_reason": "stop"}]})]
        assert ChatEngine(server.url + "/v1", "some-model").translate(AR) == left


def test_without_a_key_none_is_sent(server: Recorded) -> None:
    server.replies = [reply(200, {"choices": [{"message": {"content": "Done."}}]})]
    ChatEngine(server.url, "m").translate(AR)
    assert "Authorization" not in server.asked[0][1]


@pytest.mark.parametrize("answer", [{"text": "x"}, ["x"], {"translatedText": None}])
def test_an_answer_of_another_server_is_refused(server: Recorded, answer: Any) -> None:
    server.replies = [reply(200, answer)]
    with pytest.raises(EngineError, match="is it LibreTranslate"):
        HttpEngine(server.url).translate(AR)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            {"choices": [{"message": {"content": "Twenty min"}, "finish_reason": "length"}]},
            "cut its answer off",
        ),
        ({"choices": []}, "without `choices`"),
        ({"choices": [{"message": {"content": None}}]}, "without text"),
        ("x", "without `choices`"),
    ],
)
def test_a_partial_answer_of_a_chat_model_is_refused(server: Recorded, answer: Any, said: str) -> None:
    server.replies = [reply(200, answer)]
    with pytest.raises(EngineError, match=said) as caught:
        ChatEngine(server.url, "m").translate(AR)
    assert not caught.value.fatal, "the next sentence may go better"


def test_engines_are_made_from_options_and_the_environment() -> None:
    assert isinstance(make_engine("memory", {}), MemoryEngine)
    assert make_engine("memory", {}).translate(AR) is None
    assert make_engine("http", {"DIGEST_HTTP_URL": "http://a"}).id == "http:a"
    assert make_engine("chat", {"DIGEST_CHAT_URL": "http://a"}, model="m").id == "chat:m"
    for name in ("ct2", "http", "chat"):
        with pytest.raises(EngineError, match=r"give --\w+ \w+, or set DIGEST_\w+ in the environment"):
            make_engine(name, {})
    with pytest.raises(EngineError, match="there are memory, ct2, http, chat, echo"):
        make_engine("magic", {})
    assert ENGINES[0] == "memory", "the default asks nobody"


def test_echo_looks_like_a_translation() -> None:
    echoed = EchoEngine().translate("وصل ٢٥٪ من الوزراء، وقال: لا؟")
    assert echoed
    assert echoed.isascii()
    assert "25%" in echoed
    assert echoed == EchoEngine().translate("وصل ٢٥٪ من الوزراء، وقال: لا؟")


@pytest.mark.parametrize("name", ["http", "chat"])
def test_a_server_is_given_as_long_as_is_said(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    given: list[float] = []
    for kind in ("HttpEngine", "ChatEngine"):
        made = getattr(engines, kind)

        def make(*words: str, patience: Patience, made: Any = made, **more: Any) -> Any:
            given.append(patience.timeout)
            return made(*words, patience=patience, **more)

        monkeypatch.setattr(engines, kind, make)
    make_engine(name, {}, url="http://localhost:5000", model="m", timeout=7.5)
    make_engine(name, {}, url="http://localhost:5000", model="m")
    assert given == [7.5, 60.0]
