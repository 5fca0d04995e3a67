"""``foerderungen/``: a grant, what it pays and what it asks for."""

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
