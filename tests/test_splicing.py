"""Values, keys and entries spliced into texts: what is meant changes, all else stays."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from ikonzept import document, splicing
from ikonzept.findings import KeyPath
from ikonzept.splicing import NewEntry
from yaml_files import LINE, SIGNS, TYPED, files, leaves


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ("a: b # c\n", {("a",): "neu"}, "a: neu # c\n"),
        ("a:   'b'   # c\r\nd: e\r\n", {("a",): "neu"}, "a:   neu   # c\r\nd: e\r\n"),
        ("a: {b: 1, c: 2}\n", {("a", "b"): "x, y", ("a", "c"): "x: y"}, 'a: {b: "x, y", c: "x: y"}\n'),
        ("a: {b: 1}\n", {("a", "b"): "12:30"}, 'a: {b: "12:30"}\n'),
        ("a: [b, c]\n", {("a", 1): "d", ("a", 0): "länger"}, "a: [länger, d]\n"),
        ("a: x\nb: x, y\n", {("b",): "1, 2: 3"}, 'a: x\nb: "1, 2: 3"\n'),
        ("a:\nb: 1\n", {("a",): "neu"}, "a: neu\nb: 1\n"),
        ("a:   # c\nb: 1\n", {("a",): "neu"}, "a: neu   # c\nb: 1\n"),
        ("a:\n  -\n  - b\n", {("a", 0): "neu"}, "a:\n  - neu\n  - b\n"),
        ("a: {b, c: }\n", {("a", "b"): "neu", ("a", "c"): "neu"}, "a: {b: neu, c: neu}\n"),
        ("a: |\n  eins\n  zwei\n\n# c\nb: 1\n", {("a",): "neu"}, "a: neu\n\n# c\nb: 1\n"),
        ("a: eins\n   zwei # c\nb: 1\n", {("a",): "neu"}, "a: neu # c\nb: 1\n"),
        ("\ufeffa: ä\r\nb: 2\r\n", {("b",): "3"}, '\ufeffa: ä\r\nb: "3"\r\n'),
    ],
)
def test_splice(before: str, changes: dict[KeyPath, str], after: str) -> None:
    assert splicing.splice("x.yaml", before, changes) == after


def test_splice_in_a_markdown_header() -> None:
    before = "---\r\ntitel: Ä # c\r\n---\r\ntitel: Ä\r\n"
    assert splicing.splice("x.md", before, {("titel",): "Ö"}) == "---\r\ntitel: Ö # c\r\n---\r\ntitel: Ä\r\n"


def test_splice_knows_no_missing_key() -> None:
    with pytest.raises(KeyError):
        splicing.splice("x.yaml", "a: 1\n", {("b",): "x"})


@pytest.mark.parametrize(
    "word", ["in Umsetzung", "2022-06-22", "M-001", "2022/094", "Über", "„Zitat“", "a:b", "it's", "5 %", "x#y"]
)
def test_a_harmless_word_stays_plain(word: str) -> None:
    assert splicing.scalar(word) == word


@pytest.mark.parametrize(
    "word",
    ["", "~", "null", "ja: nein", "a #b", "a:", "- a", "@a", "03157", "2022-06-22 10:00", "true", "No", " a", "a ", "0x1F", "1e5", "1_000", "=1+1", "'a'"],
)  # fmt: skip
def test_what_readers_could_see_differently_is_quoted(word: str) -> None:
    assert splicing.scalar(word) == f'"{word}"'


@given(st.one_of(LINE, SIGNS, TYPED))
def test_a_written_scalar_reads_back(value: str) -> None:
    text = f"a: {splicing.scalar(value)} # c\n"
    assert document.read_yaml(text) == {"a": value}
    assert YAML(typ="safe", pure=True).load(text) == {"a": value}


@given(st.one_of(LINE, SIGNS, TYPED))
def test_a_written_scalar_reads_back_in_braces(value: str) -> None:
    written = splicing.scalar(value, braces=True)
    text = f"a: {{b: {written}, c: [{written}, {written}]}}\n"
    assert document.read_yaml(text) == {"a": {"b": value, "c": [value, value]}}


def put(data: Any, path: KeyPath, value: str) -> Any:
    """The data with one text replaced."""
    if not path:
        return value
    if isinstance(data, list):
        return [put(item, path[1:], value) if index == path[0] else item for index, item in enumerate(data)]
    return {key: put(item, path[1:], value) if key == path[0] else item for key, item in data.items()}


@given(files(), st.data(), st.one_of(LINE, SIGNS))
def test_splice_changes_one_value_and_nothing_else(text: str, choice: st.DataObject, value: str) -> None:
    data = document.read_yaml(text)
    of_one_line = [path for path, found in leaves(data).items() if "\n" not in found]
    assume(of_one_line)
    path = choice.draw(st.sampled_from(of_one_line))
    after = splicing.splice("x.yaml", text, {path: value})
    span = document.spans("x.yaml", text).values[path]
    old, new = text.split("\n"), after.split("\n")
    assert document.read_yaml(after) == put(data, path, value)
    assert [index for index, line in enumerate(old) if new[index] != line] in ([], [span.line - 1])
    assert len(old) == len(new)
    assert after.startswith(text[: span.start])
    assert after.endswith(text[span.end :])


# --- one more entry --------------------------------------------------------------------------------------------------

YEAR = """\
# Kopf
stand: beschlossen
positionen:
  - id: H-1            # die erste
    geplant: 10.00
    buchungen:
      - {datum: 2024-01-01, betrag: 1}   # klein
      - datum: 2024-02-01
        text: |
          zwei
          Zeilen

  # danach
  - id: H-2
    geplant: 5.00   # genug
# Ende
"""
NEW = {"datum": "2024-03-01", "text": "neu"}


@pytest.mark.parametrize(
    ("key", "behind", "lines"),
    [
        (("positionen",), "    geplant: 5.00   # genug\n", "  - datum: 2024-03-01\n    text: neu\n"),
        (("positionen", 0, "buchungen"), "          Zeilen\n", "      - datum: 2024-03-01\n        text: neu\n"),
        (("positionen", 1, "buchungen"), "    geplant: 5.00   # genug\n", "    buchungen:\n      - datum: 2024-03-01\n        text: neu\n"),
        (("umbuchungen",), "    geplant: 5.00   # genug\n", "umbuchungen:\n  - datum: 2024-03-01\n    text: neu\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_one_more_entry(key: tuple[str | int, ...], behind: str, lines: str, ends: str) -> None:
    text = YEAR.replace("\n", ends)
    expected = YEAR.replace(behind, behind + lines).replace("\n", ends)
    assert splicing.insert("haushalt/2024.yaml", text, [NewEntry(key, NEW)]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: []  # leer\nc: 2\n", "a: 1\nb:  # leer\n  - x: neu\nc: 2\n"),
        ("a: 1\nb:\nc: 2\n", "a: 1\nb:\n  - x: neu\nc: 2\n"),
        ("a: 1", "a: 1\nb:\n  - x: neu\n"),
        ("b:\n- x: z\n", "b:\n- x: z\n- x: neu\n"),
        ("b:\n  - x: z # Ende", "b:\n  - x: z # Ende\n  - x: neu\n"),
    ],
)
def test_lists_that_are_empty_or_not_there(text: str, expected: str) -> None:
    assert splicing.insert("a.yaml", text, [NewEntry(("b",), {"x": "neu"})]) == expected


@pytest.mark.parametrize(
    ("place", "behind"),
    [(0, "    buchungen:\n"), (1, "# klein\n"), (2, "          Zeilen\n"), (None, "          Zeilen\n")],
)
def test_an_entry_at_a_place(place: int | None, behind: str) -> None:
    expected = YEAR.replace(behind, f"{behind}      - datum: 2024-03-01\n        text: neu\n")
    key = ("positionen", 0, "buchungen")
    assert splicing.insert("a.yaml", YEAR, [NewEntry(key, NEW, place)]) == expected


def test_many_entries_at_once_are_as_one_after_another() -> None:
    entries = [
        NewEntry(("positionen",), {"id": "H-3", "buchungen": [{"betrag": Decimal(3)}, {"betrag": Decimal(4)}]}),
        NewEntry(("positionen", 1, "buchungen"), NEW),
        NewEntry(("positionen", 0, "buchungen"), NEW, 1),
        NewEntry(("positionen", 1, "buchungen"), {"datum": "2024-03-02"}),
    ]
    whole = splicing.insert("a.yaml", YEAR, entries)
    single = YEAR
    for entry in entries:
        single = splicing.insert("a.yaml", single, [entry])
    assert document.read_yaml(whole) == document.read_yaml(single)
    assert whole.replace("# Ende\n", "").endswith(
        "      - datum: 2024-03-02\n  - id: H-3\n    buchungen:\n      - betrag: 3.00\n      - betrag: 4.00\n"
    )
    assert [line for line in YEAR.splitlines() if line not in whole.splitlines()] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: [x, y]  # klein\nc: 2\n", "a: 1\nb: [x, y, M-1]  # klein\nc: 2\n"),
        ("b: []\n", "b: [M-1]\n"),
        ("b: [ x ]\n", "b: [ x, M-1 ]\n"),
        ("b: [x,]\n", "b: [x, M-1]\n"),
        ("b: [\n  x,\n  y\n]\nc: 2\n", "b: [\n  x,\n  y, M-1\n]\nc: 2\n"),
        ("b:\n  - x # klein\nc: 2\n", "b:\n  - x # klein\n  - M-1\nc: 2\n"),
        ("a: 1\n", "a: 1\nb: [M-1]\n"),
    ],
)
def test_one_more_id_in_a_list(text: str, expected: str) -> None:
    after = splicing.listed("a.yaml", text, ("b",), "M-1")
    assert after == expected
    assert document.read_yaml(after)["b"][-1] == "M-1"


def test_a_list_of_ids_begins_at_the_end_of_its_block() -> None:
    text = "a:\n  - x: 1\n    y: |\n      lang\n\n  - x: 2   # zwei\nz: 3\n"
    assert splicing.listed("a.yaml", text, ("a", 0, "b"), "M-1") == text.replace("lang\n", "lang\n    b: [M-1]\n")
    assert splicing.listed("a.yaml", text, ("a", 1, "b"), "M-1") == text.replace("zwei\n", "zwei\n    b: [M-1]\n")
    for braces in ("a:\n  - {x: 1}\n", "a:\n  - x: 1\n    b: M-2\n"):
        with pytest.raises(KeyError):
            splicing.listed("a.yaml", braces, ("a", 0, "b"), "M-1")


def test_a_block_at_the_end() -> None:
    said = {"export": {"spalten": {"datum": "Tag"}, "auftraege": ["BE", "MR #1"]}}
    assert splicing.with_block("a: 1 # c", said) == (
        'a: 1 # c\nexport:\n  spalten:\n    datum: Tag\n  auftraege:\n    - BE\n    - "MR #1"\n'
    )
    with pytest.raises(KeyError):
        splicing.with_block("{a: 1}\n", said)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("eins\nzwei\n", ["  - a: |", "      eins", "      zwei"]),
        ("eins: x\n\n# zwei", ["  - a: |", "      eins: x", "", "      # zwei"]),
        (" eins\nzwei", ['  - a: " eins\\nzwei"']),
        ("eins \nzwei", ['  - a: "eins \\nzwei"']),
        ("eins\n\tzwei", ['  - a: "eins\\n\\tzwei"']),
    ],
)
def test_several_lines_stand_below_their_key(text: str, lines: list[str]) -> None:
    after = splicing.insert("a.yaml", "b:\n  - a: 1\n", [NewEntry(("b",), {"a": text})])
    assert after.splitlines() == ["b:", "  - a: 1", *lines]
    assert document.read_yaml(after)["b"][1]["a"].rstrip("\n") == text.rstrip("\n")


@given(st.one_of(LINE, SIGNS, st.text("a b\n:#-|>\t", max_size=12)))
def test_any_text_of_an_entry_reads_back(value: str) -> None:
    after = splicing.insert("a.yaml", "b:\n  - a: 1\nc: 2\n", [NewEntry(("b",), {"a": value, "d": "x"})])
    read = document.read_yaml(after)
    assert (read["b"][1]["a"] or "").rstrip("\n") == value.rstrip("\n")
    assert (read["b"][1]["d"], read["c"]) == ("x", "2")


def test_lists_in_brackets_are_left_alone() -> None:
    for text, key in (
        ("b: [{x: z}]\n", ("b",)),
        ("a: [{b: []}]\n", ("a", 0, "b")),
        ("a:\n  - {x: 1}\n", ("a", 0, "b")),
    ):
        with pytest.raises(KeyError):
            splicing.insert("a.yaml", text, [NewEntry(key, {"x": "neu"})])


def test_put_into_a_block() -> None:
    text = "konten:\n  - konto: '1'\n    ansatz: 5.00   # klein\n  - konto: '2'\n"
    found = splicing.put("a.yaml", text, {"uebertragung": Decimal(4)}, "ansatz", ("konten", 0))
    assert found == text.replace("# klein\n", "# klein\n    uebertragung: 4.00\n")
    assert splicing.put("a.yaml", found, {"uebertragung": Decimal(3)}, "ansatz", ("konten", 0)) == found.replace(
        "4.00", "3.00"
    )
