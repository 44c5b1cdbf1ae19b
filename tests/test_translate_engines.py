"""The engines against a real server on this computer and a real, tiny CTranslate2 model made here."""

from __future__ import annotations

import json
import logging
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from digest.translate.engines import ENGINES, ChatEngine, EngineError, HttpEngine, MemoryEngine, make_engine
from digest.translate.engines.base import prepare
from digest.translate.engines.chat import PROMPT
from digest.translate.engines.ct2 import Ct2Engine
from digest.translate.engines.local import EchoEngine
from digest.translate.engines.web import Patience

KEY = "sk-very-secret"
AR = "وصل ٢٠ وزيرا إلى المدينة."
Reply = Callable[[BaseHTTPRequestHandler], None]


def reply(status: int, body: Any, **headers: str) -> Reply:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return send


def drop(handler: BaseHTTPRequestHandler) -> None:
    """Close the connection without an answer."""
    handler.connection.shutdown(socket.SHUT_RDWR)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"translatedText": "Twenty mini')


def silent(_: BaseHTTPRequestHandler) -> None:
    """Take longer than anybody waits."""
    time.sleep(1.0)


def trickling(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(40):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass


class Recorded(ThreadingHTTPServer):
    """A server that gives the answers it was told to, in turn, the last one again and again."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: list[Reply] = []
        self.asked: list[tuple[str, dict[str, str], Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Recorded

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, dict(self.headers), json.loads(body)))
        replies = self.server.replies
        (replies.pop(0) if len(replies) > 1 else replies[0])(self)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Recorded]:
    with Recorded() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


class Naps(list[float]):
    """The waits, taken note of instead of waited."""

    def patience(self, **more: Any) -> Patience:
        return Patience(**{"timeout": 0.3, "sleep": self.append, **more})


GOOD = reply(200, {"translatedText": "Twenty ministers arrived in the city."})


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


def test_without_a_key_none_is_sent(server: Recorded) -> None:
    server.replies = [reply(200, {"choices": [{"message": {"content": "Done."}}]})]
    ChatEngine(server.url, "m").translate(AR)
    assert "Authorization" not in server.asked[0][1]


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
    assert caught.value.fatal
    assert naps == [1.0, 2.0, 4.0]


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


def test_a_long_retry_after_ends_the_run(server: Recorded) -> None:
    naps = Naps()
    server.replies = [reply(429, {}, Retry_After="3600")]
    with pytest.raises(EngineError, match="asks to wait 3600 seconds; run the command again later") as caught:
        HttpEngine(server.url, patience=naps.patience()).translate(AR)
    assert caught.value.fatal
    assert naps == []


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "the key was refused"),
        (403, "the key was refused"),
        (400, "HTTP 400"),
        (404, "HTTP 404"),
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


SENTENCES = ["وصل الوزير", "قال الوزير", "the minister arrived", "the minister said"] * 20
ANSWER = "the minister arrived"


def make_tokens(folder: Path, name: str) -> list[str]:
    """Train a tiny SentencePiece model into the folder; its vocabulary."""
    sentencepiece = pytest.importorskip("sentencepiece", reason="because the extra [ct2] is not installed")
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES),
        model_prefix=str(folder / "tokens"),
        vocab_size=40,
        model_type="word",
        hard_vocab_limit=False,
        minloglevel=2,
    )
    (folder / "tokens.model").rename(folder / name)
    (folder / "tokens.vocab").unlink()
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / name))
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def make_model(
    folder: Path, vocabulary: list[str], answer: list[str], *, end: str = "</s>", add_end: bool = False
) -> None:
    """Write a real Transformer that always answers with these tokens.

    A token's embedding is one axis, the layers add nothing, and the projection of each token's axis favours
    the token after it: what was written last decides what comes next.
    """
    specs = pytest.importorskip("ctranslate2.specs", reason="because the extra [ct2] is not installed")
    numpy = pytest.importorskip("numpy", reason="because the extra [ct2] is not installed")
    size = len(vocabulary) + len(vocabulary) % 2
    spec = specs.TransformerSpec.from_config((1, 1), 2)

    def linear(layer: Any, rows: int, columns: int = size) -> None:
        layer.weight = numpy.zeros((rows, columns), dtype="float32")
        layer.bias = numpy.zeros(rows, dtype="float32")

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = numpy.ones(size, dtype="float32"), numpy.zeros(size, dtype="float32")

    for stack in (spec.encoder, spec.decoder):
        embeddings = stack.embeddings[0] if isinstance(stack.embeddings, list) else stack.embeddings
        embeddings.weight = 10 * numpy.eye(len(vocabulary), size, dtype="float32")
        norm(stack.layer_norm)
        layer = stack.layer[0]
        linear(layer.self_attention.linear[0], 3 * size)
        linear(layer.self_attention.linear[1], size)
        norm(layer.self_attention.layer_norm)
        if hasattr(layer, "attention"):
            for part, rows in enumerate((size, 2 * size, size)):
                linear(layer.attention.linear[part], rows)
            norm(layer.attention.layer_norm)
        linear(layer.ffn.linear_0, size)
        linear(layer.ffn.linear_1, size)
        norm(layer.ffn.layer_norm)
    linear(spec.decoder.projection, len(vocabulary))
    for before, after in pairwise(["<s>", *answer, end]):
        spec.decoder.projection.weight[vocabulary.index(after), vocabulary.index(before)] = 10
    if end != "</s>":
        spec.decoder.projection.bias[vocabulary.index("</s>")] = -1000
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = add_end
    spec.validate()
    folder.mkdir(exist_ok=True)
    spec.save(str(folder))


def answer_tokens(tokens: Path) -> list[str]:
    sentencepiece = pytest.importorskip("sentencepiece", reason="because the extra [ct2] is not installed")
    pieces: list[str] = sentencepiece.SentencePieceProcessor(model_file=str(tokens)).encode(
        ANSWER, out_type=str
    )
    assert len(set(pieces)) == len(pieces), "each token has one that follows"
    return pieces


@pytest.fixture(scope="module", params=["opus", "nllb", "argos"])
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("ctranslate2", reason="because the extra [ct2] is not installed")
    folder = tmp_path_factory.mktemp(request.param) / f"tiny-{request.param}"
    folder.mkdir()
    name = {"opus": "source.spm", "nllb": "sentencepiece.bpe.model", "argos": "sentencepiece.model"}[
        request.param
    ]
    vocabulary = make_tokens(folder, name)
    answer = answer_tokens(folder / name)
    if request.param == "opus":
        (folder / "target.spm").write_bytes((folder / name).read_bytes())
    if request.param == "nllb":
        vocabulary += ["arb_Arab", "eng_Latn"]
        answer = ["eng_Latn", *answer]
    make_model(folder / "model" if request.param == "argos" else folder, vocabulary, answer)
    return folder


def test_a_local_model_translates(model: Path) -> None:
    engine = Ct2Engine(model)
    assert engine.translate("وصل الوزير") == ANSWER
    assert engine.translate("قال ٥") == ANSWER
    assert engine.id == f"ct2:{model.name}"


def test_the_tokens_of_each_kind_of_model(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Ct2Engine(model)
    real, asked = engine._model, []

    class Spy:
        def translate_batch(self, tokens: list[list[str]], **more: Any) -> Any:
            asked.append((tokens, more["target_prefix"]))
            return real.translate_batch(tokens, **more)

    monkeypatch.setattr(engine, "_model", Spy())
    engine.translate("وصل الوزير")
    ((tokens,), prefix), kind = asked[0], model.name
    assert (tokens[-1] == "</s>") is (kind != "tiny-argos")
    assert (tokens[0] == "arb_Arab") is (kind == "tiny-nllb")
    assert prefix == ([["eng_Latn"]] if kind == "tiny-nllb" else None)


def test_a_model_that_adds_the_end_itself_is_not_given_one(tmp_path: Path) -> None:
    vocabulary = make_tokens(tmp_path, "source.spm")
    (tmp_path / "target.spm").write_bytes((tmp_path / "source.spm").read_bytes())
    make_model(tmp_path, vocabulary, answer_tokens(tmp_path / "source.spm"), add_end=True)
    assert json.loads((tmp_path / "config.json").read_text("utf-8"))["add_source_eos"] is True
    assert Ct2Engine(tmp_path)._layout.after == ()
    assert Ct2Engine(tmp_path).translate("وصل") == ANSWER


def test_a_model_that_does_not_end_is_refused(tmp_path: Path) -> None:
    vocabulary = make_tokens(tmp_path, "source.spm")
    (tmp_path / "target.spm").write_bytes((tmp_path / "source.spm").read_bytes())
    first, second, _ = answer_tokens(tmp_path / "source.spm")
    make_model(tmp_path, vocabulary, [first, second], end=first)
    with pytest.raises(EngineError, match="did not come to an end") as caught:
        Ct2Engine(tmp_path).translate("وصل")
    assert not caught.value.fatal


def test_without_the_extra_it_says_what_to_install(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(EngineError, match=r"needs the extra \[ct2\]: pip install 'mujaz\[ct2\]'") as caught:
        Ct2Engine(model)
    assert caught.value.fatal


def test_a_wrong_model_path_is_explained(tmp_path: Path, model: Path) -> None:
    with pytest.raises(EngineError, match=r"there is no folder .*OPUS-MT.*NLLB.*argosmodel"):
        Ct2Engine(tmp_path / "none")
    with pytest.raises(EngineError, match=r"holds no model; the folder must hold"):
        Ct2Engine(tmp_path)
    for part in model.rglob("*"):
        if part.is_file():
            copy = tmp_path / part.relative_to(model)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(b"broken" if part.name == "model.bin" else part.read_bytes())
    with pytest.raises(EngineError, match="cannot be loaded") as caught:
        Ct2Engine(tmp_path)
    assert caught.value.fatal
