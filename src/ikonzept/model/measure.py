"""``massnahmen/``: a measure with its term, lineage and history."""

from datetime import date

from ikonzept.model.fields import (
    Amount,
    Count,
    Day,
    Id,
    Items,
    PaperNumber,
    Record,
    Reference,
    Text,
    Thing,
    content,
    execution,
)
from ikonzept.model.words import Kind, LineageKind, MeasureKind, Outlook, Status


class Term(Record):
    """From when to when (Laufzeit); either end may be open."""

    begin: Day | None = content("beginn", "Beginn", "Erster Tag.", default=None)
    end: Day | None = content("ende", "Ende", "Letzter Tag.", default=None)


class YearlyCosts(Record):
    """What a measure is to cost in one year (Kosten), whether that year has a budget yet or not; in €."""

    year: Count = content("jahr", "Jahr", "Haushaltsjahr, auch eines, das noch keinen Haushalt hat.")
    amount: Amount = content("betrag", "Betrag", "Was sie in diesem Jahr kosten soll, in Euro.")
    note: Text | None = content("hinweis", "Hinweis", "Was darin steckt oder worauf es beruht.", default=None)


class FollowUpCosts(Record):
    """What goes on costing after the measure's term (Folgekosten); in € a year."""

    amount: Amount = content("betrag", "Betrag im Jahr", "Was jedes Jahr weiter kostet, in Euro.")
    begin: Count = content("ab", "Ab", "Erstes Jahr.")
    end: Count | None = content("bis", "Bis", "Letztes Jahr; fehlt es, ist kein Ende absehbar.", default=None)
    reason: Text | None = content("grund", "Grund", "Was weiter kostet und warum.", default=None)


class Lineage(Record):
    """The measures this one came out of (Herkunft); never guessed from titles."""

    kind: LineageKind = content("art", "Art", "Wie die Maßnahme aus anderen hervorging.")
    sources: Items[Reference] = content(
        "aus", "Aus", "Die früheren Maßnahmen; sie enden mit „übergegangen“.", default=(), refers=(Kind.MEASURE,)
    )
    edition: Reference | None = content(
        "fortschreibung", "Fortschreibung", "Mit welcher Fortschreibung.", default=None, refers=(Kind.EDITION,)
    )


class StatusEntry(Thing):
    """One dated entry of a measure's history: a status, a Sachstand, or both."""

    date: Day = execution("datum", "Datum", "Tag des Eintrags.")
    status: Status | None = execution("status", "Status", "Fehlt er, bleibt der bisherige.", default=None)
    report: Text | None = execution("sachstand", "Sachstand", "Was seit dem letzten Eintrag geschah.", default=None)
    reason: Text | None = execution(
        "grund", "Grund", "Nötig beim Zurückgehen, Zurückstellen, Neuausrichten und Aufgeben.", default=None
    )
    paper: PaperNumber | None = execution(
        "vorlage", "Vorlage", "Nummer der Vorlage, mit der es beschlossen wurde.", default=None, refers=(Kind.PAPER,)
    )


class Measure(Thing):
    """A measure (Maßnahme)."""

    id: Id = content("id", "Kennung", "Dateiname ohne Endung.")
    title: Text = content("titel", "Titel", "Kurzer Name der Maßnahme.")
    action_field: Reference = content(
        "handlungsfeld", "Handlungsfeld", "Kennung des Handlungsfeldes.", refers=(Kind.ACTION_FIELD,)
    )
    goals: Items[Reference] = content(
        "ziele", "Ziele", "Ziele, denen sie dient, etwa sprache-bildung.2.", default=(), refers=(Kind.GOAL,)
    )
    kind: MeasureKind = content("art", "Art", "Befristetes Projekt oder Daueraufgabe.")
    lead: Reference = content(
        "federfuehrung",
        "Federführung",
        "Kennung der verantwortlichen Stelle oder des Akteurs.",
        refers=(Kind.UNIT, Kind.ACTOR),
    )
    participants: Items[Reference] = content(
        "beteiligte",
        "Beteiligte",
        "Kennungen weiterer Stellen und Akteure.",
        default=(),
        refers=(Kind.UNIT, Kind.ACTOR),
    )
    target_group: Text | None = content("zielgruppe", "Zielgruppe", "Für wen sie da ist.", default=None)
    term: Term | None = content("laufzeit", "Laufzeit", "Von wann bis wann.", default=None)
    description: Text | None = content("beschreibung", "Beschreibung", "Was getan wird.", default=None)
    costs: Items[YearlyCosts] = content(
        "kosten", "Kosten", "Was sie Jahr für Jahr kosten soll, auch über die Haushalte hinaus.", default=()
    )
    follow_up_costs: FollowUpCosts | None = content(
        "folgekosten", "Folgekosten", "Was nach ihrem Ende weiter kostet.", default=None
    )
    lineage: Lineage | None = content("herkunft", "Herkunft", "Aus welchen Maßnahmen sie hervorging.", default=None)
    submissions: Items[Reference] = execution(
        "anregungen", "Anregungen", "Anregungen, auf die sie zurückgeht.", default=(), refers=(Kind.SUBMISSION,)
    )
    indicators: Items[Reference] = execution(
        "kennzahlen", "Kennzahlen", "Kennzahlen, die ihren Erfolg zeigen.", default=(), refers=(Kind.INDICATOR,)
    )
    outlook: Outlook | None = execution("ausblick", "Ausblick", "Wie es weitergeht.", default=None)
    history: Items[StatusEntry] = execution("verlauf", "Verlauf", "Einträge, ältester zuerst.", default=())

    def status_on(self, as_of: date) -> Status | None:
        """The status of the last entry up to that day which has one; ``None`` without any."""
        entries = (entry for entry in reversed(self.history) if entry.date <= as_of and entry.status)
        return next((entry.status for entry in entries), None)

    def last_entry_on(self, as_of: date) -> StatusEntry | None:
        """The last entry up to that day."""
        return next((entry for entry in reversed(self.history) if entry.date <= as_of), None)
