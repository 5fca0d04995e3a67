"""Exports of finance systems: columns, amounts of every kind, repeated heads, sums, and what is refused."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from ikonzept.exchange.columns import Unclear
from ikonzept.exchange.finance import Statement, statement
from ikonzept.model.booking_export import BookingExport
from ikonzept.model.words import BookingKind, DecimalSign

HEAD = "Datum;Konto;Beleg;Betrag\n"


def read(text: str, export: dict[str, object] | None = None, encoding: str = "utf-8") -> Statement:
    described = BookingExport.model_validate(export) if export else None
    return statement(text.encode(encoding), described)


def amounts(text: str) -> list[str]:
    return [str(one.amount) for one in read(text).postings]


def problems(text: str, export: dict[str, object] | None = None) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in read(text, export).problems]


# --- columns ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Buchungsdatum;Produktsachkonto;Belegnr.;Betrag (EUR)", "28.03.2024;111-300.4271305;R-1;1,00"),
        ("Belegdatum;Sachkonto;Produkt;Beleg-Nr;Betrag in €", "2024-03-28;4271305;111-300;R-1;1,00"),
        ("Tag\tKonto\tProduktnummer\tBelegnummer\tSoll\tHaben", "28.3.2024\t4271305\t111-300\tR-1\t1,00\t"),
        ("datum,PSK,beleg,umsatz,s/h", '28.03.2024,1"".4271305,R-1,"1,00",S'.replace('1""', "111-300")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_columns_are_known_by_their_headings(head: str, row: str, encoding: str) -> None:
    (found,) = read(f"Kopf\n\n{head}\r\n{row}\r\n", encoding=encoding).postings
    assert (found.date, found.voucher, found.amount) == (date(2024, 3, 28), "R-1", Decimal("1.00"))
    assert (found.account.product, found.account.account) == ("111-300", "4271305")
    assert (found.kind, found.row) == (BookingKind.ACTUAL, 4)


def test_the_columns_that_were_found_can_be_written_down() -> None:
    found = read("Buchungsdatum;Konto;Beleg;Betrag;Text\n1.3.2024;4271305;R-1;1.234,50;x\n")
    said = found.export.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert said == {
        "spalten": {"datum": "Buchungsdatum", "konto": "Konto", "betrag": "Betrag", "beleg": "Beleg", "text": "Text"},
        "dezimalzeichen": "Komma",
    }
    assert (
        read("Konto;Beleg;Betrag;Text;Buchungsdatum\n4271305;R-1;1.234,50;x;1.3.2024\n", said).postings
        == found.postings
    )


@pytest.mark.parametrize(
    ("text", "export", "code"),
    [
        ("Datum;Konto;Betrag\n1.3.2024;4271305;1,00\n", None, "finance-no-head"),
        ("", None, "finance-no-table"),
        ("Brief an den Kreis\nSehr geehrte Damen und Herren\n", None, "finance-no-table"),
        (
            HEAD,
            {"spalten": {"datum": "Tag", "konto": "Konto", "beleg": "Beleg", "betrag": "Betrag"}},
            "finance-columns",
        ),
        ("Datum;Konto;Beleg;Betrag;Betrag\n", None, "finance-column-twice"),
    ],
)
def test_columns_that_are_not_clear(text: str, export: dict[str, object] | None, code: str) -> None:
    with pytest.raises(Unclear) as refused:
        read(text, export)
    assert refused.value.code == code


# --- amounts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.234,56", "1234.56"),
        ("520.820,86-", "-520820.86"),
        ("1.234,56 S", "1234.56"),
        ("1.234,56H", "-1234.56"),
        ("12 345 678,90", "12345678.90"),
        ("1\u00a0234,5 €", "1234.50"),
        ("−5", "-5.00"),
        ('"7"', "7.00"),
        ("1.234.567,89 EUR", "1234567.89"),
        ("999999999999,99", "999999999999.99"),
    ],
)
def test_amounts_as_finance_systems_print_them(written: str, meant: str) -> None:
    assert amounts(f"{HEAD}1.3.2024;4271305;R-1;{written}\n1.3.2024;4271305;R-2;1,00\n")[0] == meant


def test_zeros_bare_and_quoted_are_no_bookings() -> None:
    found = read(f'{HEAD}1.3.2024;4271305;R-1;0\n1.3.2024;4271305;R-2;"0"\n1.3.2024;4271305;R-3;"0,00"\n')
    assert (found.postings, found.problems, found.others) == ((), (), 3)


def test_soll_and_haben_in_columns_of_their_own() -> None:
    text = "Datum;Konto;Beleg;Soll;Haben\n1.3.2024;4271305;R-1;100,00;\n2.3.2024;4271305;R-2;0,00;30,00\nGesamtsumme;;;100,00;30,00\n"
    assert (amounts(text), read(text).is_controlled) == (["100.00", "-30.00"], True)


def test_the_decimal_sign_makes_thousands_clear() -> None:
    text = f"{HEAD}1.3.2024;4271305;R-1;6.000\n"
    assert problems(text) == [("amount-ambiguous", "2:22")]
    spalten = {"datum": "Datum", "konto": "Konto", "beleg": "Beleg", "betrag": "Betrag"}
    assert read(text, {"spalten": spalten, "dezimalzeichen": "Komma"}).postings[0].amount == 6000
    assert amounts(f"{text}1.3.2024;4271305;R-2;1,50\n") == ["6000.00", "1.50"]
    assert read(f"{HEAD}1.3.2024;4271305;R-2;1,234.50\n").export.decimal_sign is DecimalSign.POINT


def test_where_all_is_negative_somebody_is_asked() -> None:
    text = f"{HEAD}1.3.2024;4271305;R-1;-6,00\n"
    spalten = {"datum": "Datum", "konto": "Konto", "beleg": "Beleg", "betrag": "Betrag"}
    assert problems(text) == [("all-negative", "2")]
    assert read(text, {"spalten": spalten, "aufwand": "negativ"}).postings[0].amount == 6
    assert read(text, {"spalten": spalten, "aufwand": "positiv"}).postings[0].amount == -6


# --- kinds -----------------------------------------------------------------------------------------------------------


def test_kinds_are_known_or_described_never_guessed() -> None:
    text = "Datum;Konto;Beleg;Betrag;Belegart\n1.3.2024;4271305;R-1;1,00;{}\n"
    assert read(text.format("Bestellung")).postings[0].kind is BookingKind.COMMITMENT
    assert read(text.format("")).postings[0].kind is BookingKind.ACTUAL
    assert problems(text.format("KR")) == [("kind", "2:27")]
    spalten = {"datum": "Datum", "konto": "Konto", "beleg": "Beleg", "betrag": "Betrag", "art": "Belegart"}
    for word in ("KR", "Rechnung"):
        found = read(text.format(word), {"spalten": spalten, "auftraege": [word]})
        assert found.postings[0].kind is BookingKind.COMMITMENT


# --- pages and sums --------------------------------------------------------------------------------------------------

PAGES = f"""\
Landkreis Peine;;;
Journal 2024;;Seite 1;
{HEAD}1.3.2024;4271200;R-1;100,00
2.3.2024;4271305;R-2;50,50
Zwischensumme;;;150,50
Journal 2024;;Seite 2;
Datum;Konto;Beleg;Betrag
3.3.2024;4271305;R-3;0,50-
Summe 4271305;;;50,00
;;;150,00
;Gesamtsumme;;150,00
gedruckt am 01.04.2024;;;
"""


def test_heads_and_sums_on_every_page_are_no_bookings() -> None:
    found = read(PAGES)
    assert [(one.row, str(one.amount)) for one in found.postings] == [(4, "100.00"), (5, "50.50"), (9, "-0.50")]
    assert (found.problems, found.remarks, found.is_controlled) == ((), (), True)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (";Gesamtsumme;;150,00", ";Gesamtsumme;;160,00", ["total"]),
        ("2.3.2024;4271305;R-2;50,50\n", "", ["row"]),
        (";;;150,00\n", "", []),
        ("2.3.2024", "31.2.2024", ["date", "row"]),
        ("4271200;R-1", "Porto;R-1", ["account", "row"]),
        ("R-1;100,00", "R-1;hundert", ["amount", "row"]),
        ("R-1;100,00", "R-1;", ["amount-missing", "row"]),
        (";;;150,00", ";;;17,00", ["row"]),
        ("R-1;100,00", "R-1;-100,00 H", ["amount-signs", "row"]),
    ],
)
def test_nothing_is_passed_over_because_it_was_not_understood(old: str, new: str, found: list[str]) -> None:
    assert old in PAGES
    assert [code for code, _ in problems(PAGES.replace(old, new, 1))] == found


def test_a_total_that_is_not_the_sum_of_all_rows() -> None:
    text = f"{HEAD}1.3.2024;4271305;R-1;10,00\nGesamtsumme;;;17,50\n"
    (found,) = read(text).problems
    assert (found.code, found.where) == ("total", "3:15")
    assert found.params == {"expected": Decimal("17.50"), "actual": Decimal("10.00"), "difference": Decimal("7.50")}


def test_a_sub_total_that_fits_nothing_is_told() -> None:
    found = read(PAGES.replace("Zwischensumme;;;150,50", "Zwischensumme;;;99,00"))
    assert [(one.code, one.where) for one in found.remarks] == [("subtotal", "6:17")]
    assert len(found.postings) == 3


def test_a_sign_column_says_s_or_h() -> None:
    text = "Datum;Konto;Beleg;Betrag;S/H\n1.3.2024;4271305;R-1;10,00;S\n1.3.2024;4271305;R-2;4,00;H\nSumme gesamt;;;6,00;S\n"
    assert (amounts(text), read(text).is_controlled) == (["10.00", "-4.00"], True)
    assert problems(text.replace("4,00;H", "4,00;X")) == [("sign", "3:27")]
    assert problems(text.replace("4,00;H", "-4,00;H")) == [("amount-signs", "3:22")]


def test_an_excel_file_says_the_same() -> None:
    book = openpyxl.Workbook()
    for row in (
        ["Journal"],
        ["Datum", "Konto", "Beleg", "Betrag"],
        [date(2024, 3, 1), 4271305, "R-1", 1234.5],
        ["Gesamtsumme", None, None, 1234.5],
    ):
        book.active.append(row)
    raw = io.BytesIO()
    book.save(raw)
    found = statement(raw.getvalue(), None)
    assert [(one.row, one.date, str(one.account), str(one.amount)) for one in found.postings] == [
        (3, date(2024, 3, 1), "4271305", "1234.50")
    ]
    assert found.is_controlled
    book.active["D3"] = 1.005
    raw = io.BytesIO()
    book.save(raw)
    assert [(one.code, one.where) for one in statement(raw.getvalue(), None).problems] == [("amount-places", "D3")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("1.3.2024;4271305;R-1;5,00\n;;R-2;5,00\n", ["date"]),
        ("1.3.2024;4271305;R-1;5,00\n;4271305;R-2 Summe der Teile;5,00\n", ["date"]),
        ("1.3.2024;4271305;R-1;5,00;x\n", ["cells"]),
        ("1.3.2024;4271305;R-1;5,00;;\n", []),
        ("1.3.2024;4271305;R-1;5,00\nSumme;;;9,00\n", ["total"]),
        ("1.3.2024;4271305;R-1;5,00\nSumme;;;9,00\n1.3.2024;4271305;R-2;4,00\n", []),
        ("1.3.2024;4271305;R-1;5,00\nSumme;;;5,00\n", []),
        ("1.3.2024;4271305;R-1;5,00\n*;;;5,00\n", []),
    ],
)
def test_what_only_looks_like_a_sum_is_none(rows: str, found: list[str]) -> None:
    assert [code for code, _ in problems(HEAD + rows)] == found


@pytest.mark.parametrize(
    ("last", "is_controlled"),
    [
        ("Summe;;;5,00\n", True),
        ("*;;;5,00\n", True),
        ("Gesamtsumme;;;5,00\n", True),
        ("", False),
        ("Gesamtsumme;;;\n", False),
    ],
)
def test_the_last_sum_is_what_the_file_says_of_itself(last: str, is_controlled: bool) -> None:
    found = read(f"{HEAD}1.3.2024;4271305;R-1;5,00\n{last}")
    assert (found.is_controlled, found.problems) == (is_controlled, ())
    assert [one.code for one in found.remarks] == (["sum-empty"] if last == "Gesamtsumme;;;\n" else [])


def test_control_characters_are_no_part_of_a_voucher() -> None:
    assert read(f"{HEAD}1.3.2024;4271305;R-\x1b[31m1;5,00\n").postings[0].voucher == "R-[31m1"


def test_only_refunds_with_a_sign_column_are_clear() -> None:
    assert amounts("Datum;Konto;Beleg;Betrag;S/H\n1.3.2024;4271305;R-1;10,00;H\n") == ["-10.00"]
