"""`ct2`: a CTranslate2 model in a local folder: OPUS-MT, NLLB, or an unzipped .argosmodel.

Needs the extra `[ct2]`; reads the model's folder and nothing else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from digest.translate.engines.base import EngineError, Glossary, prepare

END = "</s>"
_KINDS = """the folder must hold a CTranslate2 `model.bin` with source.spm and target.spm (OPUS-MT) or with
sentencepiece.bpe.model (NLLB), or a `model` folder beside sentencepiece.model (an unzipped .argosmodel)"""
_MOST_TOKENS = 512


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a model's parts are and what stands around its tokens."""

    model: Path
    source: Path
    target: Path
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    """What the answer begins with."""


class Ct2Engine:
    """Translates with a model on this computer; the same sentence gives the same English."""

    def __init__(self, folder: str | Path) -> None:
        self._layout = _layout(Path(folder))
        self.id = f"ct2:{Path(folder).resolve().name}"
        try:
            # An extra that most people do not install.
            ctranslate2, sentencepiece = map(import_module, ("ctranslate2", "sentencepiece"))
        except ImportError as cause:
            raise EngineError(
                f"needs the extra [ct2]: pip install 'mujaz[ct2]' ({cause})", fatal=True
            ) from None
        try:
            self._model: Any = ctranslate2.Translator(str(self._layout.model), device="cpu")
            self._source: Any = sentencepiece.SentencePieceProcessor(model_file=str(self._layout.source))
            self._target: Any = sentencepiece.SentencePieceProcessor(model_file=str(self._layout.target))
        except (RuntimeError, OSError, ValueError) as cause:
            reason = " ".join(str(cause).split())[:200]
            raise EngineError(f"{folder}: the model cannot be loaded: {reason}", fatal=True) from None

    def translate(self, ar: str, glossary: Glossary = ()) -> str | None:  # noqa: ARG002
        """The model's English. Raises EngineError, also for a sentence that it does not end."""
        layout = self._layout
        tokens = [*layout.before, *self._source.encode(prepare(ar), out_type=str), *layout.after]
        try:
            answers = self._model.translate_batch(
                [tokens],
                target_prefix=[list(layout.prefix)] if layout.prefix else None,
                beam_size=4,
                max_decoding_length=_MOST_TOKENS,
            )
        except (RuntimeError, ValueError) as cause:
            raise EngineError(f"{self.id} failed: {' '.join(str(cause).split())[:200]}") from None
        found = [token for token in answers[0].hypotheses[0] if token not in (*layout.prefix, END)]
        if len(found) >= _MOST_TOKENS - len(layout.prefix):
            raise EngineError(f"{self.id} did not come to an end")
        return str(self._target.decode(found))


def _layout(folder: Path) -> _Layout:
    if not folder.is_dir():
        raise EngineError(f"there is no folder {folder}; {_one_line(_KINDS)}", fatal=True)
    argos, nllb = folder / "sentencepiece.model", folder / "sentencepiece.bpe.model"
    if (folder / "model" / "model.bin").is_file() and argos.is_file():
        return _Layout(folder / "model", argos, argos)
    if (folder / "model.bin").is_file():
        source, target = folder / "source.spm", folder / "target.spm"
        if source.is_file() and target.is_file():
            return _Layout(folder, source, target, after=() if _adds_end(folder) else (END,))
        if nllb.is_file():
            return _Layout(folder, nllb, nllb, ("arb_Arab",), (END,), ("eng_Latn",))
    raise EngineError(f"{folder} holds no model; {_one_line(_KINDS)}", fatal=True)


def _adds_end(folder: Path) -> bool:
    """Whether the model adds the end of the sentence itself, as its config.json says."""
    try:
        return bool(json.loads((folder / "config.json").read_text("utf-8")).get("add_source_eos"))
    except (OSError, ValueError, AttributeError):
        return False


def _one_line(text: str) -> str:
    return " ".join(text.split())
