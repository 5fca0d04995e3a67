"""Which column of a finance system's export says what, by its heading."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ikonzept.exchange.table import DELIMITERS, Row, rows, text_of
from ikonzept.model.booking_export import BookingExport, Columns
from ikonzept.model.fields import key_of
from ikonzept.model.words import DecimalSign

_WITH_PRODUCT = (
    *("produktsachkonto", "psk", "buchungsstelle", "haushaltsstelle", "hhst", "kontierung", "produktkonto"),
)
"""Columns in which an account stands with its product."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "date": (
        *(
            "buchungsdatum",
            "buchungstag",
            "buchdatum",
            "buchdat",
            "anordnungsdatum",
            "aodatum",
            "datum",
            "tag",
            "belegdatum",
        ),
        *("rechnungsdatum", "wertstellung", "valuta", "zahlungsdatum", "fälligkeit"),
    ),
    "account": (
        *_WITH_PRODUCT,
        *("sachkonto", "sachkontonr", "sachkontonummer", "konto", "kontonr", "kontonummer", "aufwandskonto"),
    ),
    "product": ("produkt", "produktnr", "produktnummer", "leistung", "kostenträger"),
    "amount": (
        *("betrag", "buchungsbetrag", "umsatz", "wert", "bruttobetrag", "brutto", "anordnungsbetrag", "betraghw"),
        *("auszahlungsbetrag", "rechnungsbetrag", "zahlbetrag"),
    ),
    "debit": ("soll", "sollbetrag", "betragsoll", "sollbuchung"),
    "credit": ("haben", "habenbetrag", "betraghaben", "habenbuchung"),
    "sign": ("sh", "sollhaben", "shkz", "shkennzeichen", "sollhabenkennzeichen", "sollhabenkz", "vorzeichen"),
    "voucher": (
        *("beleg", "belegnr", "belegnummer", "anordnung", "anordnungsnr", "anordnungsnummer", "aonr", "aonummer"),
        *("kassenzeichen", "buchungsnr", "buchungsnummer", "rechnungsnr", "rechnungsnummer"),
    ),
    "order": (
        *("auftrag", "auftragsnr", "auftragsnummer", "bestellung", "bestellnr", "bestellnummer", "zu", "zuauftrag"),
        *("mittelbindung", "mittelbindungsnr", "bindung", "bindungsnr", "mittelreservierung", "mittelvormerkung"),
    ),
    "kind": ("art", "buchungsart", "belegart", "vorgang", "vorgangsart", "bewegungsart", "belegtyp"),
    "line": ("position", "haushaltszeile", "positionsnr", "ikonzept"),
    "year": ("haushaltsjahr", "hhj", "hhjahr", "rechnungsjahr", "geschäftsjahr", "jahr"),
    "note": ("buchungstext", "text", "verwendungszweck", "zweck", "bemerkung", "beschreibung", "betreff"),
}
"""The words by which a column is known, in the order in which one is preferred to another."""

_HEAD_IN = 200
"""A head that does not come within so many rows is none."""


class Unclear(Exception):
    """It cannot be said which columns hold the bookings: ``error.<code>``."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Head(NamedTuple):
    """The row of headings: its place, and the index of each column by its role."""

    place: int
    row: Row
    roles: Mapping[str, int]

    def is_again(self, row: Row) -> bool:
        """Whether a row is the same head once more, as on the next page."""
        return [bare(text_of(cell)) for cell in row.cells] == [bare(text_of(cell)) for cell in self.row.cells]


def delimiter_of(text: str, export: BookingExport | None) -> str:
    """What separates the cells: by which the most columns of a head are known."""

    def known(delimiter: str) -> int:
        return max((len(_roles(row, export)) for row in rows(text, delimiter, _HEAD_IN)), default=0)

    return max(DELIMITERS, key=known)


def head_of(found: Sequence[Row], export: BookingExport | None) -> Head:
    """The first row that names every column which is needed."""
    nearest, known = None, dict[str, int]()
    for place, row in enumerate(found[:_HEAD_IN]):
        roles = _roles(row, export)
        if not _missing(roles, export):
            _refuse_ambiguous(row, roles)
            return Head(place, row, roles)
        if len(roles) > len(known):
            nearest, known = row, roles
    if nearest is None:
        raise Unclear("finance-no-table")
    headings = tuple(text_of(cell) for cell in nearest.cells if cell != "")
    missing = _missing(known, export)
    code = "finance-columns" if export else "finance-no-head"
    wanted = tuple(getattr(export.columns, role) if export else key_of(Columns, role) for role in missing)
    raise Unclear(code, missing=wanted, known=headings or ("–",))


def _refuse_ambiguous(row: Row, roles: Mapping[str, int]) -> None:
    """A heading that comes twice names no column."""
    said = [bare(text_of(cell)) for cell in row.cells]
    for index in roles.values():
        if said.count(said[index]) > 1:
            raise Unclear("finance-column-twice", name=text_of(row.cells[index]), where=row.where(index))


def _missing(roles: Mapping[str, int], export: BookingExport | None) -> tuple[str, ...]:
    """The roles that are needed and not there: all that are described, else date, account, amount and voucher."""
    if export:
        return tuple(role for role in _HEADINGS if getattr(export.columns, role) and role not in roles)
    amounts = () if {"debit", "credit"} <= roles.keys() else ("amount",)
    return tuple(role for role in ("date", "account", *amounts, "voucher") if role not in roles)


def _roles(row: Row, export: BookingExport | None) -> dict[str, int]:
    """Which column plays which role, by the described headings or by the words that are known."""
    said = [bare(text_of(cell)) for cell in row.cells]
    found: dict[str, int] = {}
    for role, words in _HEADINGS.items():
        named = getattr(export.columns, role) if export else None
        wanted = words if export is None else (bare(named),) if named else ()
        index = next((said.index(word) for word in wanted if word and word in said), None)
        if index is not None and index not in found.values():
            found[role] = index
    return found if export else _without_needless(found, said)


def _without_needless(found: dict[str, int], said: Sequence[str]) -> dict[str, int]:
    """A Produktsachkonto has its product in it; one column of amounts is enough."""
    if "account" in found and said[found["account"]] in _WITH_PRODUCT:
        found.pop("product", None)
    if "amount" in found:
        found.pop("debit", None)
        found.pop("credit", None)
    return found


def bare(heading: str) -> str:
    """What is compared of a heading: its letters and digits, without the currency."""
    folded = unicodedata.normalize("NFC", heading).casefold()
    folded = re.sub(r"\bin\b|\b(?:eur|euro)\b|€", " ", folded)
    return re.sub(r"[\W_]", "", folded)


def proposed(found: Sequence[Row], head: Head) -> BookingExport:
    """How an export is to be read, as its head and its amounts suggest."""
    amounts = [head.roles[role] for role in ("amount", "debit", "credit") if role in head.roles]
    signs = {sign for row in found[head.place + 1 :] for index in amounts if (sign := _sign_before_cents(row, index))}
    headings = {role: text_of(head.row.cells[index]) for role, index in head.roles.items()}
    return described(headings, decimal_sign=next(iter(signs)) if len(signs) == 1 else None)


def described(headings: Mapping[str, str], **more: Sequence[str] | DecimalSign | None) -> BookingExport:
    """A description by the English names of its fields, as if it stood in ``konzept.yaml``."""
    columns = {key_of(Columns, role): heading for role, heading in headings.items()}
    said = {key_of(BookingExport, name): value for name, value in more.items() if value is not None}
    return BookingExport.model_validate({key_of(BookingExport, "columns"): columns, **said})


def _sign_before_cents(row: Row, index: int) -> DecimalSign | None:
    cell = row.cells[index] if index < len(row.cells) else ""
    shown = re.search(r"\d([.,])\d{2}\D*$", cell) if isinstance(cell, str) else None
    if shown is None:
        return None
    return DecimalSign.COMMA if shown[1] == "," else DecimalSign.POINT
