"""A sentence by its name: ``text("help.status")``, German by default, English with ``IKONZEPT_LANG=en``."""

import os
from functools import cache
from importlib import import_module

from ikonzept.locale.explanation import Explained

Sentence = str | tuple[str, str]


def language() -> str:
    """The language people read: ``de`` or ``en``."""
    return "en" if os.environ.get("IKONZEPT_LANG", "").lower().startswith("en") else "de"


@cache
def sentences(lang: str) -> dict[str, Sentence]:
    """All sentences of a language; a pair is singular and plural, chosen by the parameter ``n``."""
    found: dict[str, Sentence] = import_module(f"ikonzept.locale.{lang}").SENTENCES
    return found


def text(name: str, /, **params: object) -> str:
    """The sentence ``name`` with its parameters filled in.

    Raises ``KeyError`` for a sentence nobody wrote; a test keeps both languages complete.
    """
    sentence = sentences(language())[name]
    if isinstance(sentence, tuple):
        sentence = sentence[0 if params.get("n") == 1 else 1]
    return sentence.format_map(params) if params else sentence


def has_text(name: str) -> bool:
    """Whether the sentence exists (a finding need not have a hint of its own)."""
    return name in sentences(language())


def finding_codes() -> list[str]:
    """The codes of all findings: each has a sentence and says what to do."""
    names = (name.removeprefix("finding.") for name in sentences(language()) if name.startswith("finding."))
    return [name for name in names if has_text(f"hint.{name}")]


def explained() -> dict[str, Explained]:
    """Every rule in words, by its code."""
    found: dict[str, Explained] = import_module(f"ikonzept.locale.{language()}.explained").EXPLAINED
    return found
