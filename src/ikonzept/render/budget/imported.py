"""What becomes of an export's bookings, on the screen and as JSON; and how its columns are understood."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from shlex import quote

from rich.text import Text

from ikonzept.exchange.finance import Statement
from ikonzept.model.words import BookingKind
from ikonzept.render import data
from ikonzept.render.terminal import clean, ends, fit, hanging, right
from ikonzept.reports.budget.postings import Matching, New, Posting, Unmatched
from ikonzept.texts import text
from ikonzept.values import german_amount, german_date

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class ImportDocument:
    """The JSON of ``budget import``."""

    file: str
    is_controlled: bool
    total: Decimal
    new: tuple[New, ...]
    unchanged: tuple[Posting, ...]
    unmatched: tuple[Unmatched, ...]


def as_json(statement: Statement, matching: Matching, file: str) -> str:
    """Every booking of the file, once."""
    parts = matching.new, matching.unchanged, matching.unmatched
    return data.document("budget-import", ImportDocument(file, statement.is_controlled, matching.total, *parts))


# --- how the columns are understood --------------------------------------------------------------------------------


def proposal(statement: Statement, file: str, block: str, width: int) -> Iterator[Text]:
    """What is to stand in ``konzept.yaml`` of the columns, and the first bookings as they are understood."""
    yield Text(text("import.proposal", file=clean(file)), style="bold")
    yield Text("")
    yield from (Text(f"  {clean(line)}") for line in block.splitlines())
    yield Text("")
    yield Text(text("import.samples"))
    for one in statement.postings[:SAMPLES]:
        yield _posting(one, width)
    yield Text("")


# --- what becomes of the bookings ----------------------------------------------------------------------------------


def lines(statement: Statement, matching: Matching, file: str, width: int) -> Iterator[Text]:
    """New ones with their lines, those that belong nowhere with the reason, and the sum of all."""
    new, unchanged, unmatched = matching.sums
    total = german_amount(matching.total)
    yield ends(Text(clean(file), style="bold"), text("import.count", n=len(statement.postings), amount=total), width)
    yield Text(text("import.controlled" if statement.is_controlled else "import.uncontrolled"))
    if matching.new:
        yield Text("")
        yield Text(text("import.new"), style="bold")
        for one in matching.new:
            yield _posting(one.posting, width, one.line, one.settles)
    if matching.unmatched:
        yield Text("")
        yield Text(text("import.unmatched"), style="bold")
        for other in matching.unmatched:
            if other.reason != "no-account":
                yield from _unmatched(other, width)
        yield from _foreign([other for other in matching.unmatched if other.reason == "no-account"], width)
    yield Text("")
    parts = (("new", len(matching.new), new), ("unchanged", len(matching.unchanged), unchanged))
    sums = [*parts, ("unmatched", len(matching.unmatched), unmatched)]
    said = [text(f"import.sum.{name}", n=count, amount=german_amount(amount)) for name, count, amount in sums]
    yield hanging("", [f"{' + '.join(said)} = {total}"], width, indent=0)


def _posting(one: Posting, width: int, line: str = "", settles: str | None = None) -> Text:
    """A booking on one line: day, account or line, kind, voucher, amount."""
    paid = text("import.pays", order=settles) if settles else ""
    said = f"  {german_date(one.date)}  {fit(line or str(one.account), 16)}  {fit(one.kind, 7)}  {one.voucher}  {paid}"
    return ends(Text(clean(said).rstrip()), right(german_amount(one.amount), 14), width)


def _unmatched(one: Unmatched, width: int) -> Iterator[Text]:
    yield _posting(one.posting, width)
    params = {
        "row": one.posting.row,
        "order": one.posting.order,
        "voucher": one.posting.voucher,
        "year": one.posting.year,
    }
    why = text(f"import.reason.{one.reason}", known=" · ".join(one.known) or "–", **params)
    yield hanging("", [clean(why)], width, indent=4)
    if one.reason in {"no-line", "several-lines", "unknown-order"}:
        yield Text(f"    → {_command(one.posting)}")


def _command(one: Posting) -> str:
    """What books a posting by hand; the line is left to people, even where there is only one."""
    word = "commit-funds" if one.kind is BookingKind.COMMITMENT else "book"
    refund = " --refund" if one.amount < 0 else ""
    line, voucher = text("import.some_line"), quote(clean(one.voucher))
    return f"ikonzept budget {word} {line} {abs(one.amount)}{refund} --voucher {voucher} --date {one.date}"


def _foreign(found: Sequence[Unmatched], width: int) -> Iterator[Text]:
    """The postings of accounts that the budget has not: a county's journal has thousands."""
    by_account: defaultdict[str, list[Unmatched]] = defaultdict(list)
    for one in found:
        by_account[f"{one.posting.year} {one.posting.account}"].append(one)
    for account, group in by_account.items():
        amount = german_amount(sum((one.posting.amount for one in group), start=Decimal(0)))
        yield ends(Text(f"  {clean(account)}  {text('import.bookings', n=len(group))}"), right(amount, 14), width)
    if found:
        why = text("import.reason.no-account", known=" · ".join(found[0].known) or "–")
        yield hanging("", [clean(why)], width, indent=4)
