"""``foerderungen/``: a grant, what it pays and what it asks for."""

from datetime import date

from ikonzept.model.fields import (
    Account,
    Amount,
    Day,
    Id,
    Items,
    Number,
    Record,
    Reference,
    Text,
    Thing,
    content,
    execution,
)
from ikonzept.model.words import Kind


class FundingPeriod(Record):
    """From when to when money is granted (Bewilligungszeitraum)."""

    begin: Day | None = execution("beginn", "Beginn", "Erster Tag.", default=None)
    end: Day | None = execution("ende", "Ende", "Letzter Tag.", default=None)

    def holds(self, day: date) -> bool:
        """Whether a day lies within it."""
        return not (self.begin and day < self.begin) and not (self.end and day > self.end)


class Grant(Thing):
    """Money from outside for a purpose (Förderung, Zuwendung)."""

    id: Id = content("id", "Kennung", "Dateiname ohne Endung.")
    title: Text = execution("titel", "Titel", "Name der Förderung.")
    funder: Text = execution("geber", "Geber", "Wer fördert.")
    purpose: Text | None = execution("zweck", "Zweck", "Wofür das Geld bestimmt ist.", default=None)
    amount: Amount = execution("betrag", "Betrag", "Bewilligter Betrag in Euro.")
    share: Number | None = execution("anteil", "Anteil", "Förderquote in Prozent.", default=None)
    term: FundingPeriod | None = execution("laufzeit", "Laufzeit", "Bewilligungszeitraum.", default=None)
    proof_due: Day | None = execution(
        "verwendungsnachweis_bis", "Verwendungsnachweis bis", "Wann der Nachweis vorliegen muss.", default=None
    )
    accounts: Items[Account] = execution(
        "konten", "Konten", "Konten, auf die sie sich bezieht.", default=(), refers=(Kind.ACCOUNT,)
    )
    lines: Items[Reference] = execution(
        "positionen", "Positionen", "Positionen, die sie mitbezahlt.", default=(), refers=(Kind.LINE,)
    )

    def pays_on(self, day: date) -> bool:
        """Whether what is paid on a day lies within its term; without a term, any day does."""
        return self.term is None or self.term.holds(day)

    def touches(self, year: str) -> bool:
        """Whether any day of a fiscal year lies within its term."""
        if self.term is None or len(year) != _YEAR or not year.isdecimal():
            return True
        begin, end = self.term.begin, self.term.end
        return not (begin and f"{year}-12-31" < begin.isoformat()) and not (end and f"{year}-01-01" > end.isoformat())


_YEAR = len("2024")
