"""What the sums in an export say against the rows that stand above them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ikonzept.exchange.columns import bare
from ikonzept.exchange.table import Row, text_of
from ikonzept.reports.budget.figures import ZERO

_SUM = (
    r"(?i)\W*(?:(?:zwischen|gesamt|end|kontroll|teil|seiten)?(?:summen?|saldo|total|ergebnis|betrag)"
    r"|gesamt|(?:ü|ue)bertrag|vortrag)\b"
)
_TOTAL = r"(?i)\W*(?:(?:gesamt|end|kontroll)(?:summe|betrag|ergebnis|saldo)|gesamt|total|summe (?:gesamt|aller))\b"


def is_sum(row: Row) -> bool:
    """Whether a row calls itself a sum."""
    return bool(_label(row))


def names_sum(said: str) -> bool:
    """Whether a cell calls its row a sum."""
    return re.match(_SUM, said) is not None


def _label(row: Row) -> str:
    return next((cell for cell in row.cells if isinstance(cell, str) and names_sum(cell)), "")


class _Since:
    """What the rows since some place add up to, column by column; in €."""

    def __init__(self) -> None:
        self.sums: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)

    def add(self, amounts: Mapping[str, Decimal]) -> None:
        for role, amount in amounts.items():
            self.sums[role] += amount

    def fits(self, amounts: Mapping[str, Decimal]) -> bool:
        """Whether a sum says the same; not every system gives it a sign."""
        return all(abs(self.sums[role]) == abs(amount) for role, amount in amounts.items())


class Sums:
    """The rows added up: all, since the last sum of each name, and of each account.

    The last sum of a file that is called a total, or comes behind all bookings, is what the file says of itself.
    """

    def __init__(self) -> None:
        self._whole = _Since()
        self._since: dict[str, _Since] = {}
        self._of_account: defaultdict[str, _Since] = defaultdict(_Since)
        self._total: tuple[Row, Mapping[str, Decimal]] | None = None
        self._last: tuple[Row, Mapping[str, Decimal]] | None = None

    def add(self, account: str, amounts: Mapping[str, Decimal]) -> None:
        """One more row."""
        self._last = None
        for since in (self._whole, *self._since.values(), self._of_account[account]):
            since.add(amounts)

    def _fits(self, row: Row, amounts: Mapping[str, Decimal]) -> bool:
        """Whether amounts are the sum of what stands above them."""
        return any(since.fits(amounts) for since in self._candidates(row))

    def _candidates(self, row: Row) -> Iterator[_Since]:
        yield self._whole
        yield from self._since.values()
        said = " ".join(map(text_of, row.cells))
        yield from (since for account, since in self._of_account.items() if account in said)

    def takes_unnamed(self, row: Row, amounts: Mapping[str, Decimal]) -> bool:
        """Takes a row that is a sum without saying so; whether it is one."""
        does_fit = self._fits(row, amounts)
        if does_fit and self._whole.fits(amounts):
            self._last = row, amounts
        return does_fit

    def remarkable(self, row: Row, amounts: Mapping[str, Decimal]) -> str:
        """Takes a row of sums; the name of one that says nothing, or fits nothing above it.

        A total is kept for the end, and so is the last sum of all.
        """
        label = _label(row)
        if not amounts:
            return label if re.match(_TOTAL, label) else ""
        if re.match(_TOTAL, label):
            self._total = row, amounts
            return ""
        does_fit = self._fits(row, amounts)
        if self._whole.fits(amounts) or not does_fit:
            self._last = row, amounts
        self._since[bare(re.sub(r"[0-9]", "", label))] = _Since()
        self._since[""] = _Since()
        return "" if does_fit else label

    @property
    def has_total(self) -> bool:
        """Whether the file says what all of it is together."""
        return self._total is not None or self._last is not None

    def wrong_total(self) -> tuple[Row, str, dict[str, object]] | None:
        """The row and column of a total that is not the sum of all rows, and both amounts."""
        found = self._total or self._last
        if found is None:
            return None
        row, said = found
        for role, expected in said.items():
            actual = self._whole.sums[role]
            difference = abs(abs(expected) - abs(actual))
            if difference:
                return row, role, {"expected": expected, "actual": actual, "difference": difference}
        return None
