"""Two states of a file, the second read by what is known of the first: the same as read as a whole, always."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikonzept import document, packaged
from ikonzept.document import Data, SyntaxProblem
from ikonzept.model.files import noun_of
from ikonzept.rereading import Rereader
from test_fuzz import CUTS, cut, some

YAML = {path: raw for path, raw in packaged.template().items() if noun_of(path) and path.endswith(".yaml")}
MEASURE = b"""# Beispiel
titel: Sprachmittlung
ziele: [a.1, a.2]
beschreibung: |
  Erste Zeile

  # kein Kommentar
laufzeit:
  beginn: 2023-01-01
verlauf:
- {datum: 2023-01-01, status: geplant}
"""


def read(path: str, raw: bytes, before: bytes | None = None) -> Data | tuple[object, ...]:
    """What is read, or why nothing is; after another state of the file or as a whole."""
    rereader = Rereader()
    try:
        if before is None:
            return document.read(path, raw)
        rereader.read(path, before)
        return rereader.read(path, raw)
    except SyntaxProblem as problem:
        return problem.code, problem.line, problem.column, problem.params


def is_readable(raw: bytes) -> bool:
    return isinstance(read("x.yaml", raw), dict)


LINES = st.lists(
    st.sampled_from(
        (
            *(
                b"titel: a",
                b"titel: b",
                b"art: x",
                b"art:",
                b"ziele: [a,",
                b"b]",
                b'titel: "a',
                b'art: b"',
                b"'",
                b"  c: d",
            ),
            *(
                b"beschreibung: |",
                b"beschreibung: >+",
                b"  Text",
                b"Text",
                b"",
                b"# x",
                b"- a",
                b"\rart: y",
                b'"art": y',
                b"---",
            ),
        )
    ),
    max_size=9,
)


@some(400)
@given(LINES, LINES, LINES, LINES)
@example([b"titel: x", b"art: |", b"  Text"], [], [b"ziele: a"], [])
@example([b'titel: "q', b'art: 1"\rart: 2'], [b"ziele: a"], [b"ziele: b"], [])
def test_a_text_is_read_as_if_for_the_first_time(
    head: list[bytes], old: list[bytes], new: list[bytes], tail: list[bytes]
) -> None:
    before, after = (b"\n".join([*head, *middle, *tail]) for middle in (old, new))
    if is_readable(before):
        assert read("x.yaml", after, before) == read("x.yaml", after)


@some(200)
@given(st.sampled_from(sorted(YAML)), CUTS)
def test_a_file_that_changed_anywhere(path: str, cuts: list[tuple[int, int, bytes]]) -> None:
    changed = cut(YAML[path], cuts)
    assert read(path, changed, YAML[path]) == read(path, changed)
    if is_readable(changed):
        assert read(path, YAML[path], changed) == read(path, YAML[path])


@pytest.mark.parametrize(
    ("old", "new", "parsed"),
    [
        (b"Erste", b"Zweite", b"beschreibung: |\n  Zweite Zeile\n\n  # kein Kommentar\n"),
        (
            b"beschreibung: |\n  Erste Zeile\n\n  # kein Kommentar\n",
            b"",
            b"ziele: [a.1, a.2]\nlaufzeit:\n  beginn: 2023-01-01\n",
        ),
        (b"geplant}", b"ruht}", b"verlauf:\n- {datum: 2023-01-01, status: ruht}\n"),
    ],
    ids=["changed", "gone", "last"],
)
def test_only_what_differs_is_parsed_and_what_it_touches(
    old: bytes, new: bytes, parsed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[bytes] = []
    whole = document.read
    monkeypatch.setattr(document, "read", lambda path, raw: texts.append(raw) or whole(path, raw))  # type: ignore[func-returns-value]
    changed = MEASURE.replace(old, new)
    rereader = Rereader()
    rereader.read("x.yaml", MEASURE)
    assert rereader.read("x.yaml", changed) == whole("x.yaml", changed)
    assert texts == [MEASURE, parsed]


def test_data_that_were_added_to_are_not_taken_for_the_files() -> None:
    rereader = Rereader()
    rereader.read("x.yaml", MEASURE)["id"] = "M-001"
    assert "id" not in rereader.read("x.yaml", MEASURE.replace(b"Erste", b"Zweite"))
