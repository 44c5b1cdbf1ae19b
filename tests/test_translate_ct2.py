"""The engine that needs no server, with a real, tiny CTranslate2 model that is made here."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from digest.translate.engines import EngineError
from digest.translate.engines.ct2 import Ct2Engine

AR = "وصل ٢٠ وزيرا إلى المدينة."
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
