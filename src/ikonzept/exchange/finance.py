"""The bookings that a finance system exports as a table: what is a booking, what a sum, what neither.

Exports are lists made for paper: heads that come again on every page, sub-totals, a total at the end. What is none of
that and no booking is a problem with its place; a row is never passed over because it was not understood.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ikonzept.exchange.columns import Head, bare, delimiter_of, described, head_of, proposed
from ikonzept.exchange.control import Sums, is_sum, names_sum
from ikonzept.exchange.table import Cell, Row, decoded, is_workbook, rows, sheet_rows, text_of
from ikonzept.model.booking_export import BookingExport, Columns
from ikonzept.model.fields import key_of
from ikonzept.model.words import BookingKind, DecimalSign, ExpenseSign
from ikonzept.reports.budget.figures import ZERO
from ikonzept.reports.budget.postings import Posting
from ikonzept.values import TWO_PLACES, AccountNumber, NotAValue, account, booked_amount, day

_KINDS = {
    **dict.fromkeys(("auftrag", "bestellung", "mittelbindung", "bindung", "obligo", "be"), BookingKind.COMMITMENT),
    **dict.fromkeys(("mittelreservierung", "mittelvormerkung"), BookingKind.COMMITMENT),
    **dict.fromkeys(("ist", "rechnung", "eingangsrechnung", "re", "gutschrift", "storno"), BookingKind.ACTUAL),
    **dict.fromkeys(("zahlung", "auszahlung", "anordnung", "auszahlungsanordnung", "buchung"), BookingKind.ACTUAL),
}
"""Words of the column for the kind that say the same everywhere."""


OWN_ROLES = ("year", "date", "account", "line", "kind", "amount", "voucher", "order", "note")


class Problem(NamedTuple):
    """What cannot be read: ``finance.<code>``, and where it stands."""

    code: str
    where: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an export says; amounts in €, what was spent is more than nothing."""

    export: BookingExport
    """How it was read: as ``konzept.yaml`` says, else as proposed."""
    postings: tuple[Posting, ...]
    problems: tuple[Problem, ...]
    """Why nothing of it may be taken over."""
    remarks: tuple[Problem, ...]
    """Sub-totals that fit nothing above them."""
    is_controlled: bool
    """Whether the file has a total of its own, and it is right."""
    is_own: bool
    """Whether it is an export of our own, which needs no description."""
    others: int
    """How many rows hold no booking: heads that come again, sums, page numbers, amounts of nothing."""


OWN_HEAD = tuple(key_of(Columns, role) for role in OWN_ROLES)
OWN = described(
    dict(zip(OWN_ROLES, OWN_HEAD, strict=True)),
    orders=[BookingKind.COMMITMENT.value],
    payments=[BookingKind.ACTUAL.value],
    decimal_sign=DecimalSign.COMMA,
)
"""How ``budget export`` writes; what it wrote is read so, whatever ``konzept.yaml`` says."""


def is_own(text: str) -> bool:
    """Whether an export is our own, by its head."""
    return text.partition("\n")[0].strip() == ";".join(OWN_HEAD)


def own_rows(postings: Iterable[Posting]) -> Iterator[tuple[str | Decimal, ...]]:
    """The rows of our own export, the head first."""
    yield OWN_HEAD
    for one in postings:
        yield (
            one.year,
            one.date.isoformat(),
            str(one.account),
            one.line,
            one.kind.value,
            one.amount,
            one.voucher,
            one.order,
            one.note,
        )


def statement(raw: bytes, export: BookingExport | None, year: str | None = None, sheet: str | None = None) -> Statement:
    """Reads an export as it is described, or as its head suggests; with ``year`` all of it is of that fiscal year.

    Raises ``TableProblem`` for what is no table, and ``Unclear`` where the columns are not to be found.
    """
    if is_workbook(raw):
        found = list(sheet_rows(raw, sheet))
    else:
        text = decoded(raw)
        export = OWN if is_own(text) else export
        found = list(rows(text, delimiter_of(text, export)))
    head = head_of(found, export)
    reader = _Reader(export or proposed(found, head), head, year)
    for row in found[head.place + 1 :]:
        reader.read(row)
    return reader.statement()


class _Reader:
    """Takes the rows below the head one after another."""

    def __init__(self, export: BookingExport, head: Head, year: str | None) -> None:
        self._export = export
        self._head = head
        self._year = year
        described = {DecimalSign.COMMA: ",", DecimalSign.POINT: "."}
        self._decimal = described[export.decimal_sign] if export.decimal_sign else None
        self._kinds = dict(_KINDS)
        self._kinds |= {bare(word): BookingKind.COMMITMENT for word in export.orders}
        self._kinds |= {bare(word): BookingKind.ACTUAL for word in export.payments}
        self._sums = Sums()
        self._postings: list[Posting] = []
        self._problems: list[Problem] = []
        self._remarks: list[Problem] = []
        self._others = 0

    def statement(self) -> Statement:
        """All that was read, its total checked."""
        if not self._problems and (found := self._sums.wrong_total()):
            row, role, params = found
            self._problem("total", row, role, **params)
        has_signs = {"sign", "credit"} & self._head.roles.keys() or {"expenses"} & self._export.model_fields_set
        if not has_signs and self._postings:
            first = self._postings[0]
            if all(one.amount < 0 for one in self._postings):
                self._problems.append(Problem("all-negative", f"{first.row}", {"amount": first.amount}))
        return Statement(
            export=self._export,
            postings=tuple(self._postings),
            problems=tuple(self._problems),
            remarks=tuple(self._remarks),
            is_controlled=self._sums.has_total and not self._problems,
            is_own=self._export is OWN,
            others=self._others,
        )

    def read(self, row: Row) -> None:
        """A row is a booking, a sum, or neither and means nothing; or it is a problem."""
        if row.is_blank:
            return
        when, amounts = self._day(row), self._readable(row)
        if self._head.is_again(row):
            self._others += 1
        elif when is not None and self._says_booking(row):
            self._booking(row, when)
        elif amounts and (self._has_voucher(row) or (self._has_account(row) and not is_sum(row))):
            self._problem("date", row, "date", value=self._text(row, "date"))
        elif is_sum(row):
            self._sum(row, amounts)
        elif amounts and not self._sums.takes_unnamed(row, amounts):
            role, amount = next(iter(amounts.items()))
            self._problem("row", row, role, amount=amount)
        else:
            self._others += 1

    def _says_booking(self, row: Row) -> bool:
        return any(self._text(row, role) for role in ("account", "amount", "debit", "credit", "voucher"))

    def _has_voucher(self, row: Row) -> bool:
        """Whether a row has what only bookings have; a sum may be called so in any column."""
        said = self._text(row, "voucher")
        return bool(said) and not names_sum(said)

    def _sum(self, row: Row, amounts: Mapping[str, Decimal]) -> None:
        self._others += 1
        label = self._sums.remarkable(row, amounts)
        if label:
            role = next(iter(amounts), self._amount_roles()[0])
            params = {"label": label, "amount": amounts.get(role, ZERO)}
            self._remarks.append(
                Problem("subtotal" if amounts else "sum-empty", row.where(self._head.roles[role]), params)
            )

    # --- bookings

    def _booking(self, row: Row, when: date) -> None:
        if any(cell != "" for cell in row.cells[len(self._head.row.cells) :]):
            where = row.where(len(self._head.row.cells))
            self._problems.append(Problem("cells", where, {"count": len(self._head.row.cells)}))
            return
        number, amounts, kind = self._account(row), self._amounts(row), self._kind(row)
        if number is None or amounts is None or kind is None:
            return
        self._sums.add(number.account, amounts)
        whole = amounts.get("amount", ZERO) + amounts.get("debit", ZERO) - amounts.get("credit", ZERO)
        if not whole:
            self._others += 1
            return
        self._postings.append(
            Posting(
                row=row.number,
                year=self._year or self._text(row, "year") or str(when.year),
                date=when,
                account=number,
                kind=kind,
                amount=-whole if self._export.expenses is ExpenseSign.NEGATIVE else whole,
                voucher=self._text(row, "voucher"),
                order=self._text(row, "order"),
                line=self._text(row, "line"),
                note=" ".join(self._text(row, "note").split()),
            )
        )

    def _day(self, row: Row) -> date | None:
        try:
            return day(self._text(row, "date"))
        except NotAValue:
            return None

    def _account(self, row: Row) -> AccountNumber | None:
        said, product = self._text(row, "account"), self._text(row, "product")
        try:
            return account(f"{product}.{said}" if product else said)
        except NotAValue:
            self._problem("account", row, "account", value=f"{product} {said}".strip())
            return None

    def _has_account(self, row: Row) -> bool:
        try:
            return bool(account(self._text(row, "account")))
        except NotAValue:
            return False

    def _kind(self, row: Row) -> BookingKind | None:
        said = self._text(row, "kind")
        kind = self._kinds.get(bare(said)) if said else BookingKind.ACTUAL
        if kind is None:
            self._problem("kind", row, "kind", value=said)
        return kind

    # --- amounts

    def _amounts(self, row: Row) -> dict[str, Decimal] | None:
        """The amounts of a row by column, with their signs; ``None`` where one cannot be read, which is a problem."""
        found: dict[str, Decimal] = {}
        for role in self._amount_roles():
            cell = self._cell(row, role)
            try:
                if cell != "":
                    found[role] = self._amount(cell)
            except NotAValue as problem:
                self._problem(problem.code, row, role, **problem.params)
                return None
        if not found:
            self._problem("amount-missing", row, self._amount_roles()[0])
            return None
        return self._with_sign(row, found)

    def _with_sign(self, row: Row, found: dict[str, Decimal]) -> dict[str, Decimal] | None:
        """The amounts after the column that says S or H."""
        said = self._text(row, "sign").upper()[:1]
        if "sign" in self._head.roles and said not in {"S", "H"}:
            self._problem("sign", row, "sign", value=self._text(row, "sign"))
            return None
        if said == "H":
            if found.get("amount", ZERO) < 0:
                self._problem("amount-signs", row, "amount", value=self._text(row, "amount"))
                return None
            return {role: -amount for role, amount in found.items()}
        return found

    def _amount_roles(self) -> tuple[str, ...]:
        return tuple(role for role in ("amount", "debit", "credit") if role in self._head.roles)

    def _amount(self, cell: Cell) -> Decimal:
        if isinstance(cell, str):
            return booked_amount(cell, self._decimal)
        if cell != cell.quantize(TWO_PLACES):
            raise NotAValue("amount-places", value=text_of(cell))
        return cell.quantize(TWO_PLACES)

    def _readable(self, row: Row) -> dict[str, Decimal]:
        """The amounts of a row as far as they can be read."""
        found = {}
        for role in self._amount_roles():
            try:
                found[role] = self._amount(self._cell(row, role))
            except NotAValue:
                continue
        return found

    # --- cells

    def _cell(self, row: Row, role: str) -> Cell:
        index = self._head.roles.get(role)
        return row.cells[index] if index is not None and index < len(row.cells) else ""

    def _text(self, row: Row, role: str) -> str:
        said = "".join(sign for sign in text_of(self._cell(row, role)) if sign.isprintable())
        return said[1:] if self._export is OWN and said.startswith("'") else said  # put there for spreadsheets

    def _problem(self, code: str, row: Row, role: str, **params: object) -> None:
        self._problems.append(Problem(code, row.where(self._head.roles[role]), params))
