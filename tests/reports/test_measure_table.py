"""Names that people read and write, and what tells one state of a file from another."""

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept.model.words import TableColumn
from ikonzept.reports.measure_table import Directory, folded, stamp
from tabled import minimal

NAMES = Directory(
    {
        "jugendamt": ("Fachdienst Jugendamt", "Jugendamt", "FD 51"),
        "schule": ("Fachdienst Schule; Kultur", "Schulamt"),
        "a": ("Amt",),
        "b": ("Amt", "Bauamt"),
        "c": ("a",),
    }
)


@pytest.mark.parametrize(
    ("id_", "shown"),
    [("jugendamt", "Fachdienst Jugendamt"), ("schule", "schule"), ("a", "a"), ("b", "b"), ("c", "c"), ("x", "x")],
)
def test_a_name_is_shown_where_it_means_one_thing(id_: str, shown: str) -> None:
    assert NAMES.shown(id_) == shown
    if id_ != "x":
        assert NAMES.id_of(shown) == id_


@pytest.mark.parametrize(
    ("said", "id_"),
    [("FACHDIENST  jugendamt ", "jugendamt"), ("fd\u00a051", "jugendamt"), ("Bauamt", "b"), ("Amt", None), ("a", "a"), ("", None)],
)  # fmt: skip
def test_a_name_is_read_however_it_is_spelled(said: str, id_: str | None) -> None:
    assert NAMES.id_of(said) == id_


@pytest.mark.parametrize(
    ("said", "ids", "unknown"),
    [
        ("Jugendamt; Bauamt", ("jugendamt", "b"), None),
        ("Jugendamt, Bauamt\nFachdienst Schule; Kultur", (), "Fachdienst Schule"),
        ("Jugendamt, Schulamt\nBauamt; ;", ("jugendamt", "schule", "b"), None),
        ("Jugendamt; Jugendamt", ("jugendamt",), None),
    ],
)
def test_several_names_in_one_cell(said: str, ids: tuple[str, ...], unknown: str | None) -> None:
    assert NAMES.ids_of(said) == (ids, unknown)


@given(st.dictionaries(st.sampled_from("abcd"), st.tuples(st.text(), st.text()), min_size=1))
def test_what_is_shown_is_read_back(names: dict[str, tuple[str, ...]]) -> None:
    directory = Directory(names)
    for id_ in names:
        if folded(directory.shown(id_)):
            assert directory.id_of(directory.shown(id_)) == id_
        assert directory.ids_of("; ".join(map(directory.shown, names)))[1] is None


def test_a_stamp_is_the_id_that_git_gives() -> None:
    for raw in (b"", b"titel: \xc3\x84\n", b"a\r\nb\r\n"):
        done = subprocess.run(
            ["git", "hash-object", "--stdin"], input=raw.replace(b"\r\n", b"\n"), capture_output=True, check=True
        )
        assert stamp(raw) == done.stdout.decode().strip()


def test_a_column_of_notes_only_where_they_are_asked_for() -> None:
    assert TableColumn.INTERNAL.encode() not in minimal().out()
