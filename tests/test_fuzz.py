"""Whatever stands in files, names and values: readers refuse in their own words, and everything else never raises.

``FUZZ=100 pytest tests/test_fuzz.py`` tries a hundred times as many; what such runs found stands here as examples.
"""

import csv
import io
import json
import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from ikonzept import checks, document, loader, packaged, values
from ikonzept.checks.case import Case
from ikonzept.checks.examples.minimal import AS_OF
from ikonzept.document import BODY, ROWS, SyntaxProblem
from ikonzept.exchange.columns import Unclear
from ikonzept.exchange.finance import statement
from ikonzept.exchange.table import TableProblem
from ikonzept.model.files import enclosure_path, meant_folder, noun_of
from ikonzept.model.public import public
from ikonzept.render import data, findings_markdown, status_markdown
from ikonzept.render import findings as shown
from ikonzept.render import show as sheets
from ikonzept.render import status as overviews
from ikonzept.render.annotations import github, gitlab, junit, sarif
from ikonzept.reports import show, status, things
from ikonzept.repository.objects import Commit, Person
from ikonzept.repository.opening import open_repository
from ikonzept.repository.reading import Repository
from ikonzept.repository.writing import create
from ikonzept.values import NotAValue

FACTOR = int(os.environ.get("FUZZ", "1"))
TEMPLATE = {path: raw.decode() for path, raw in packaged.template().items() if noun_of(path)}
PATHS = sorted(TEMPLATE)


def some(count: int) -> settings:
    return settings(max_examples=count * FACTOR, suppress_health_check=[HealthCheck.too_slow])


# --- YAML, header, tables --------------------------------------------------------------------------------------------

RAW = (b"", b"\0", b"\r", b"\n", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x1b[", b"\xe2\x80\xa8", b"\t", b": ", b"- ", b"---\n", b"...\n", b"&a ", b"*a", b"!!x ", b"? ", b"{", b"[", b"'", b'"', b"|\n", b">-\n", b"%YAML 1.1\n", b"<<<<<<< x\n", b"<<: ", b"#", b",", b"}", b"]", b"\\x", b";")  # fmt: skip
CUTS = st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.sampled_from(RAW)), min_size=1, max_size=6)


def cut(raw: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with scraps put in place of pieces."""
    for start, length, scrap in cuts:
        at = start % (len(raw) + 1)
        raw = raw[:at] + scrap + raw[at + length :]
    return raw


def read(path: str, raw: bytes) -> document.Data | SyntaxProblem:
    """The data of a file, or why there are none."""
    try:
        return document.read(path, raw)
    except SyntaxProblem as problem:
        return problem


def only_text(found: object) -> bool:
    """Whether data hold nothing but mappings, lists, text and ``None``."""
    if isinstance(found, dict):
        return all(isinstance(key, str) and only_text(value) for key, value in found.items())
    return all(map(only_text, found)) if isinstance(found, list) else found is None or isinstance(found, str)


@some(200)
@given(st.sampled_from(PATHS), CUTS)
@example("handlungsfelder/sprache-bildung.yaml", [(0, 5000, b"a: [\nb: c")])
def test_any_bytes_are_data_or_one_problem(path: str, cuts: list[tuple[int, int, bytes]]) -> None:
    raw = cut(TEMPLATE[path].encode(), cuts)
    found = read(path, raw)
    if isinstance(found, SyntaxProblem):
        assert found.line <= raw.count(b"\n") + raw.count(b"\r") + 1
        assert (found.line == 0) == (found.column == 0)
        return
    assert only_text(found)
    spans = document.spans(path, raw.decode("utf-8-sig"))
    assert {(key,) for key in found if key not in {BODY, ROWS}} <= spans.values.keys()


@some(150)
@given(
    st.lists(st.sampled_from(["---", "--- ", "titel: a", "a: |", "  x", "text: b", "", "...", "# c", "\r", "-", "----", "[", "\ufeff"]), max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)  # fmt: skip
def test_a_header_ends_at_its_line(lines: list[str], end: str) -> None:
    text = end.join(["---", *lines])
    found = read("x.md", text.encode())
    if isinstance(found, SyntaxProblem):
        assert found.line <= len(lines) + text.count("\r") + 1
        return
    closing = next(index for index, line in enumerate(lines) if line.rstrip() == "---")
    assert found[BODY] == "\n".join(end.join(lines[closing + 1 :]).split("\r\n"))
    assert document.first_body_line(text.encode()) == closing + 3


CELL = st.text(st.sampled_from("aä1;\"\n ,\t='#-"), max_size=8)


@some(150)
@given(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_a_table_that_a_spreadsheet_writes_reads_back(rows: list[list[str]], end: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator=end).writerows([["jahr", "wert"], *rows])
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    found = document.read("x.csv", written.getvalue().encode())[ROWS]
    assert [[row["jahr"] or "", row["wert"] or ""] for row in found] == [[cell.strip() for cell in row] for row in kept]


@some(150)
@given(st.text(st.sampled_from('aä1;"\n\r ,\t\0\ufeff\u2028='), max_size=40))
def test_any_table_is_rows_or_one_problem(text: str) -> None:
    with suppress(SyntaxProblem):
        rows = document.read("x.csv", text.encode())[ROWS]
        assert all(only_text(row) for row in rows)
        assert len(
            [key for key in document.spans("x.csv", text.removeprefix("\ufeff")).values if len(key) == 2]
        ) == len(rows)


# --- exports of finance systems --------------------------------------------------------------------------------------

JOURNAL = """Journal;;;\nDatum;Konto;Beleg;Betrag;S/H;Art\n1.3.2024;4271305;R-1;"1.234,50";S;Rechnung\n;Zwischensumme;;1.234,50;S\nDatum;Konto;Beleg;Betrag;S/H;Art\n2.3.2024;111-300.4271305;R-2;1 000,00-;S;Bestellung\nGesamtsumme;;;234,50;S\n"""


@given(CUTS, st.sampled_from(["utf-8", "cp1252", "utf-16"]))
@some(200)
def test_an_export_is_read_or_refused(cuts: list[tuple[int, int, bytes]], encoding: str) -> None:
    with suppress(TableProblem, Unclear):
        found = statement(cut(JOURNAL.encode(encoding), cuts), None)
        assert all(one.amount and one.account.account for one in found.postings)


# --- values ----------------------------------------------------------------------------------------------------------

DIGITS = st.text(st.sampled_from("0123456789.,-+−/ \u00a0\u202f€²٣eE_'"), max_size=24)


@some(200)
@given(DIGITS)
def test_amounts_and_numbers_agree(text: str) -> None:
    """One text is never two numbers; what one reader takes for ambiguous so does the other."""
    read: dict[str, Decimal | str] = {}
    for name, reader in (("amount", values.amount), ("number", values.number)):
        try:
            read[name] = reader(text)
        except NotAValue as problem:
            read[name] = problem.code.removeprefix(name)
    if isinstance(read["amount"], Decimal) and "€" not in text:
        assert read["number"] == read["amount"]
    if "€" not in text:
        assert (read["amount"] == "-ambiguous") == (read["number"] == "-ambiguous")
    if isinstance(read["number"], Decimal):
        assert values.number(str(read["number"]).replace(".", ",")) == read["number"]
        assert sum(character.isdigit() for character in text) <= 20


@some(200)
@given(st.text(st.sampled_from("0123456789.-/ ²٣T:W"), max_size=12))
@example("9999-12-31")
@example("31.12.9999")
@example("0001-01-01")
def test_a_date_that_is_read_says_its_digits(text: str) -> None:
    try:
        read = values.day(text)
    except NotAValue:
        return
    numbers = [int(part) for part in text.strip().replace("-", ".").split(".")]
    assert sorted(numbers) == sorted((read.year, read.month, read.day))
    assert values.day(read.isoformat()) == values.day(values.german_date(read)) == read


@some(200)
@given(
    st.text(st.sampled_from("0123456789.-/ x²٣"), max_size=20), st.text(st.sampled_from("0123456789.-/ "), max_size=20)
)
def test_account_numbers(one: str, other: str) -> None:
    read = []
    for text in (one, other):
        with suppress(NotAValue):
            read.append(values.account(text))
    assert all(number.fits(number) and values.account(str(number)) == number for number in read)
    assert len(read) < 2 or read[0].fits(read[1]) is read[1].fits(read[0])


@some(200)
@given(st.text(st.sampled_from("aBÄß09/-. \n\0\\~:%"), max_size=20))
def test_a_paper_number_is_safe_in_a_file_name(text: str) -> None:
    with suppress(NotAValue):
        name = values.paper_number(text).replace("/", "-")
        assert Path(name).name == name
        assert name.isprintable()
        assert not name.startswith((".", "-"))


@some(200)
@given(st.lists(st.sampled_from(["a", "ä", "a\u0308", "/", "..", ".", "\\", "\0", "\n", "anlagen", "massnahmen", ".yaml", "Maßnahmen", " "]), max_size=8).map("".join))  # fmt: skip
def test_no_path_leads_out(text: str) -> None:
    for path in (text, f"anlagen/{text}"):
        found = enclosure_path(path)
        assert found is None or Path(os.path.normpath(f"/konzept/{found}")).is_relative_to("/konzept/anlagen")
        assert found is None or found == unicodedata.normalize("NFC", found)
        noun_of(path)
        meant_folder(path)


# --- names of revisions ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    folder = tmp_path_factory.mktemp("git")
    commit = Commit({"konzept.yaml": b"format: 1\n"}, Person("a", "a@b"), datetime(2022, 6, 22, tzinfo=UTC), "x")
    create(folder, [commit, Commit({}, commit.author, commit.when, "y", "fortschreibung/2022", "z")])
    found = open_repository(folder)
    assert found is not None
    return found


NAMES = st.one_of(
    st.text(max_size=12),
    st.lists(st.sampled_from(["HEAD", "main", "2022", "fortschreibung/", "rev:", "refs/heads/", "^", "~", "@{", "}", "1", "-", "--", "..", "...", ":", "/", "{commit}", "{tree}", ":/", "y", "all", "=", " ", "\n", "\0", "\\", "*", "[", "@", "\x1b", "ä", "a\u0308", "\udcff", "yesterday", "push"]), min_size=1, max_size=5).map("".join),
)  # fmt: skip


@some(60)
@given(NAMES)
@example("--output=spur")
@example("HEAD@{99999999999999999999}")
@example(":/y")
@example("rev:rev:HEAD")
def test_a_name_is_a_commit_or_nothing(repository: Repository, name: str) -> None:
    found = repository.resolve(name)
    assert found is None or repository.committed_on(found).year == 2022
    assert sorted(path.name for path in repository.folder.iterdir()) == [".git"]


# --- whole concepts --------------------------------------------------------------------------------------------------

SCRAPS = ("", "~", "[]", "{}", "[a, b]", "{a: b}", "''", "0", "-1", "99999999999999", "6.000", "1e9", "2024-02-30", "0001-01-01", "9999-12-31", "9999-12", "ja", "M-001", "M-404", "2026-001", "2026/001", "haushalt/2026", "sprache-bildung.1", "beschlossen", "vorgeschlagen", "abgeschlossen", "Ä" * 300, "[bold]", '"\\e[31m"', '"\\u202e"', "=1+1", "../../x", "'{path}'", "[x](../../../y)", "# H", "![](a)")  # fmt: skip


@st.composite
def concepts(draw: st.DrawFn) -> dict[str, str]:
    """The template with values, lines and whole files changed, moved, doubled and taken away."""
    files = dict(TEMPLATE)
    for path in draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=4)):
        lines = files.get(path, "").split("\n")
        for number in draw(st.lists(st.integers(0, 200), max_size=4)):
            at = number % len(lines)
            key, colon, _ = lines[at].partition(": ")
            match draw(st.integers(0, 4)):
                case 0:
                    lines[at] = key + colon + draw(st.sampled_from(SCRAPS))
                case 1:
                    del lines[at : at + draw(st.integers(1, 3))]
                case 2:
                    lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
                case 3:
                    lines[at] = "  " + lines[at]
                case _:
                    lines[at] = lines[at].lstrip() if draw(st.booleans()) else f"{key}:"
            lines = lines or [""]
        files[path] = "\n".join(lines)
    match draw(st.integers(0, 5)):
        case 0:
            files.pop(draw(st.sampled_from(PATHS)))
        case 1:
            files[draw(st.sampled_from(PATHS))] = files.get(draw(st.sampled_from(PATHS)), "")
        case 2:
            one = draw(st.sampled_from(PATHS))
            files[
                f"{one.rpartition('/')[0]}/{draw(st.sampled_from(['M-002', 'ä', '2026-001', '2026', 'x.y', '-', '9999']))}.yaml"
            ] = TEMPLATE[one]
        case _:
            pass
    return files


def shows_everything(files: Mapping[str, str]) -> None:
    """Loads, checks and shows a concept in every form there is."""
    found = loader.load(files)
    case = Case(found.concept, AS_OF, found.files, found.unreadable, checksums=loader.checksums(files, found))
    located = shown.locate(checks.run(case, found.findings), files)
    report = shown.Report(located, tuple(files), AS_OF)
    list(shown.screen(report, 80))
    shown.plain(located)
    for text in (shown.as_json(report), gitlab.gitlab(report), sarif.sarif(report)):
        json.loads(text)
    findings_markdown.markdown(report)
    github.github(report)
    junit.junit(report)
    for concept in (found.concept, public(found.concept)):
        overview = status.build(
            concept, AS_OF, tally=status.tally(report.findings), unreadable=tuple(sorted(found.unreadable))
        )
        list(overviews.lines(overview, 80))
        status_markdown.markdown(overview, internal=False)
        json.loads(data.document("status", overview))
        for name in things.names(concept):
            thing = things.find(concept, name)
            assert thing is not None, name
            sheet = show.sheet(concept, thing, AS_OF)
            list(sheets.lines(sheet, 80))
            sheets.markdown(sheet, internal=False)
            json.loads(data.document("show", sheet))


@some(40)
@given(concepts())
def test_any_concept_can_be_shown(files: dict[str, str]) -> None:
    assume(files)
    shows_everything(files)
