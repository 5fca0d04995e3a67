"""A fiscal year's money is told once and clearly: what a line pays for, what was booked, what covers what."""

from collections.abc import Iterator

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error, nearest, warning
from ikonzept.model.fiscal_year import BudgetAccount, FiscalYear
from ikonzept.model.words import BookingKind, Noun
from ikonzept.values import AccountNumber

# --- lines and bookings --------------------------------------------------------------------------------------------


def line_with_two_subjects(case: Case) -> Iterator[Finding]:
    """A line pays for exactly one thing: a measure, or what ``bezug`` names (``format.md``)."""
    for year in case.concept.fiscal_years.values():
        for line in year.lines:
            if line.measure and line.subject:
                yield error("budget-line-two-subjects", case.concept.place(line, "subject"), id=line.id)


def line_without_subject(case: Case) -> Iterator[Finding]:
    """A line says what it pays for, by a reference that reports can follow."""
    for year in case.concept.fiscal_years.values():
        for line in year.lines:
            if not line.measure and not line.subject:
                yield warning("budget-line-without-subject", case.concept.place(line, "id"), id=line.id)


def sums_beside_bookings(case: Case) -> Iterator[Finding]:
    """What is committed and spent follows from bookings; plain amounts stand only where there are none."""
    for year in case.concept.fiscal_years.values():
        for line in year.lines:
            given = next((name for name in ("committed", "actual") if getattr(line, name) is not None), None)
            if line.bookings and given:
                yield error("budget-sums-beside-bookings", case.concept.place(line, given), id=line.id)


def booking_settles_unknown(case: Case) -> Iterator[Finding]:
    """A payment settles a commitment that is booked, in whatever year."""
    years = case.concept.fiscal_years.values()
    bookings = [booking for year in years for line in year.lines for booking in line.bookings]
    known = {item.voucher for item in bookings if item.kind is BookingKind.COMMITMENT and item.voucher}
    if any(path.startswith(f"{Noun.FISCAL_YEAR.folder}/") for path in case.unreadable):
        return
    for booking in bookings:
        if booking.settles and booking.settles not in known:
            place = case.concept.place(booking, "settles")
            yield warning(
                "booking-settles-unknown", place, voucher=booking.settles, nearest=nearest(booking.settles, known)
            )


# --- accounts ------------------------------------------------------------------------------------------------------


def excess_incomplete(case: Case) -> Iterator[Finding]:
    """A Mehrbedarf has its reason, says why it cannot wait, and who granted it (§ 117 NKomVG)."""
    for account in _accounts(case):
        for excess in account.excesses:
            given = {"grund": excess.reason, "unabweisbar": excess.unavoidable}
            given["entschieden_von"] = excess.decided_by or excess.paper
            missing = tuple(key for key, value in given.items() if not value)
            if missing:
                yield warning("excess-incomplete", case.concept.place(excess, "kind"), missing=missing)


def account_covers_itself(case: Case) -> Iterator[Finding]:
    """Nothing is covered by itself: an account, a Mehrbedarf, a transfer between accounts."""
    for account in _accounts(case):
        for index, number in enumerate(account.covers):
            if number.means(account.number):
                yield error("account-covers-itself", case.concept.place(account, "covers", index), id=str(number))
        for excess in account.excesses:
            if (cover := excess.cover_account) and cover.means(account.number):
                yield error("account-covers-itself", case.concept.place(excess, "cover"), id=str(cover))
    for year in case.concept.fiscal_years.values():
        for transfer in year.transfers:
            if _means_one(year, transfer.source, transfer.target):
                place = case.concept.place(transfer, "target")
                yield error("account-covers-itself", place, id=str(transfer.target))


def _means_one(year: FiscalYear, source: AccountNumber, target: AccountNumber) -> bool:
    """Whether two numbers mean one account of the year, however they are written."""
    found = [year.accounts_named(number) for number in (source, target)]
    return source.means(target) or (len(found[0]) == 1 and found[0] == found[1])


def _accounts(case: Case) -> Iterator[BudgetAccount]:
    for year in case.concept.fiscal_years.values():
        yield from year.accounts


CHECKS: tuple[Check, ...] = (
    line_with_two_subjects,
    line_without_subject,
    sums_beside_bookings,
    booking_settles_unknown,
    excess_incomplete,
    account_covers_itself,
)
