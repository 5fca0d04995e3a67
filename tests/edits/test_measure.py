"""Every edit of a measure, an event or an edition changes only the lines that it means."""

import difflib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikonzept.document import read_yaml
from ikonzept.edits.edition import reasoned
from ikonzept.edits.measure import Descent, changed, descended, led_to
from ikonzept.loader import load
from ikonzept.model.words import LineageKind

COMMENT = st.sampled_from(["", "", "# oben\n", "\n", "  # eingerückt\n"])
BEHIND = st.sampled_from(["", "   # klein", "  # „ä“: [x]"])
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).map(str.strip).filter(bool)
ENDS = st.sampled_from(["\n", "\r\n"])
IDS = st.lists(st.sampled_from(["M-1", "M-2", "0123", "M_4.b"]), min_size=1, max_size=3, unique=True)
LINEAGE = [
    "",
    "herkunft: {art: zusammengeführt, aus: [M-7]}",
    "herkunft:\n  art: zusammengeführt   # so\n  aus: [M-7, M-8]",
    "herkunft:\n  art: 'zusammengeführt'\n  aus:\n    - M-7\n    # mitten\n    - M-8",
]


@st.composite
def block(draw: st.DrawFn, keys: list[str], last: str = "") -> str:
    """These keys in any order, then the last ones, with comments and blank lines everywhere."""
    text = "".join(_with_comments(draw, key) for key in draw(st.permutations(keys)))
    return text + (_with_comments(draw, last) if last else "") + draw(COMMENT)


def _with_comments(draw: st.DrawFn, key: str) -> str:
    first, *others = key.split("\n")
    lines = [first + (draw(BEHIND) if not first.endswith(("|", "}")) else ""), *others]
    return draw(COMMENT) + "\n".join(lines) + "\n"


KEYS = [
    "titel: Lotsen",
    "handlungsfeld: bildung",
    "art: 'Projekt'",
    "federfuehrung: referat",
    'zielgruppe: "Alle"',
    "beschreibung: |\n  Zeile eins\n\n  # kein Kommentar",
    "ziele:\n  - bildung.1\n  - bildung.2",
]
HISTORY = "verlauf:\n  - {datum: 2024-01-01, status: geplant}"


def kept(text: str, after: bytes | None, ends: str) -> dict[str, Any]:
    """What the file says afterwards, when no line of it is gone and all lines end alike; else a failure."""
    said = (after or b"").decode()
    assert said.count("\n") == said.count(ends)
    gone = [
        line for line in difflib.ndiff(text.split("\n"), said.replace("\r\n", "\n").split("\n")) if line[:2] == "- "
    ]
    assert len(gone) <= 1, gone  # a list in brackets stands on one line
    found: dict[str, Any] = read_yaml(said)
    return found


@given(block(KEYS, HISTORY), st.sampled_from(LINEAGE), IDS, ENDS)
@settings(max_examples=150, deadline=None)
def test_a_herkunft_comes_or_grows(text: str, lineage: str, names: list[str], ends: str) -> None:
    text = f"{text}{lineage}\n" if lineage else text
    (measure,) = load({"massnahmen/M-9.yaml": text}).concept.measures.values()
    raw = text.replace("\n", ends).encode()
    edit = descended("massnahmen/M-9.yaml", raw, measure, Descent(LineageKind.MERGED, tuple(names), "2024"))
    told, before = kept(text, edit.after, ends), read_yaml(text)
    known = before.get("herkunft", {}).get("aus", [])
    assert told["herkunft"]["aus"] == [*known, *(name for name in names if name not in known)]
    assert {key: value for key, value in told.items() if key != "herkunft"} == {
        key: value for key, value in before.items() if key != "herkunft"
    }
    if not lineage:
        assert told["herkunft"] == {"art": "zusammengeführt", "aus": names, "fortschreibung": "2024"}


@given(block(KEYS, HISTORY), st.sampled_from(["title", "action_field", "lead"]), WORDS, ENDS)
@settings(max_examples=100, deadline=None)
def test_one_field_says_something_else(text: str, field: str, said: str, ends: str) -> None:
    key = {"title": "titel", "action_field": "handlungsfeld", "lead": "federfuehrung"}[field]
    told = kept(text, changed("massnahmen/M-9.yaml", text.replace("\n", ends).encode(), field, said).after, ends)
    assert told == read_yaml(text) | {key: said}


REASONS = st.sampled_from(
    ["", "begruendungen:\n  M-1: weil", "begruendungen:\n  M-1: |\n    weil\n\n    es so ist\n  M-2: 'ja'   # gut"]
)
EDITION = [
    "titel: Erste",
    "art: ersetzt",
    "status: Entwurf",
    'vorgaenger: "2021"',
    "zusammenfassung: |\n  Kurz.\n  Gut.",
]


@given(block(EDITION), REASONS, st.sampled_from(["", "intern: geheim   # nur hier"]), WORDS, ENDS)
@settings(max_examples=100, deadline=None)
def test_a_reason_comes_to_the_others(text: str, reasons: str, last: str, said: str, ends: str) -> None:
    text += "".join(f"{part}\n" for part in (reasons, last) if part)
    (edition,) = load({"fortschreibungen/2024.yaml": text}).concept.editions.values()
    raw = text.replace("\n", ends).encode()
    told = kept(text, reasoned("fortschreibungen/2024.yaml", raw, edition, {"M-9": said}).after, ends)
    before = read_yaml(text)
    assert told == before | {"begruendungen": before.get("begruendungen", {}) | {"M-9": said}}


SUBMISSION = ["text: Mehr Kurse", "von: caritas", "fuehrt_zu: [M-1]"]


@given(block(["titel: Forum", "datum: 2024-01-01"]), st.permutations(SUBMISSION), BEHIND, ENDS)
@settings(max_examples=100, deadline=None)
def test_a_submission_leads_to_one_more(text: str, keys: list[str], behind: str, ends: str) -> None:
    text += "anregungen:\n  - nummer: 2\n" + "".join(f"    {key}{behind}\n" for key in keys) + "# unten\n"
    (event,) = load({"beteiligung/e.yaml": text}).concept.events.values()
    raw = text.replace("\n", ends).encode()
    told = kept(text, led_to("beteiligung/e.yaml", raw, event, 2, "M-9").after, ends)
    assert told["anregungen"][0]["fuehrt_zu"] == ["M-1", "M-9"]


@pytest.mark.parametrize("lineage", ["herkunft:", "herkunft: {art: zusammengeführt}", "{herkunft: x}"])
def test_what_cannot_be_changed_in_place(lineage: str) -> None:
    text = (
        "".join(f"{key}\n" for key in (*KEYS, HISTORY, lineage))
        if not lineage.startswith("{")
        else ("{titel: a, handlungsfeld: b, art: Projekt, federfuehrung: c}\n")
    )
    (measure,) = load({"massnahmen/M-9.yaml": text}).concept.measures.values()
    with pytest.raises(KeyError):
        descended("massnahmen/M-9.yaml", text.encode(), measure, Descent(LineageKind.MERGED, ("M-1",)))
