"""``handlungsfelder/``: a field of action with its goals, criteria and assessments."""

from ikonzept.model.fields import Count, Id, Items, Record, Reference, Text, Thing, content
from ikonzept.model.words import GoalResult, Kind


class GoalAssessment(Record):
    """How far a goal was reached when it ended (Zielbewertung)."""

    result: GoalResult = content("ergebnis", "Ergebnis", "Wie weit das Ziel erreicht wurde.")
    reason: Text | None = content("begruendung", "Begründung", "Woran man das sieht.", default=None)
    evidence: Items[Reference] = content(
        "belege", "Belege", "Kennungen der Kennzahlen, die es belegen.", default=(), refers=(Kind.INDICATOR,)
    )


class Goal(Thing):
    """A goal, numbered for good: ``<field>.<number>``."""

    number: Count = content("nummer", "Nummer", "Nummer im Handlungsfeld; wird nie wieder vergeben.")
    text: Text = content("text", "Text", "Was erreicht werden soll.")
    continues: Items[Reference] = content(
        "setzt_fort", "Setzt fort", "Frühere Ziele, die dieses Ziel fortsetzt.", default=(), refers=(Kind.GOAL,)
    )
    indicators: Items[Reference] = content(
        "kennzahlen", "Kennzahlen", "Woran das Ziel gemessen wird.", default=(), refers=(Kind.INDICATOR,)
    )
    assessment: GoalAssessment | None = content(
        "bewertung", "Bewertung", "Wie weit das Ziel erreicht wurde.", default=None
    )
    ended_with: Reference | None = content(
        "beendet_mit", "Beendet mit", "Fortschreibung, die das Ziel beendet hat.", default=None, refers=(Kind.EDITION,)
    )


class ActionField(Thing):
    """A field of action (Handlungsfeld)."""

    id: Id = content("id", "Kennung", "Dateiname ohne Endung.")
    title: Text = content("titel", "Titel", "Name des Handlungsfeldes.")
    initial_situation: Text | None = content("ausgangslage", "Ausgangslage", "Wo man anfängt.", default=None)
    criteria: Items[Text] = content("kriterien", "Kriterien", "Woran sich Maßnahmen messen lassen.", default=())
    goals: Items[Goal] = content("ziele", "Ziele", "Die Ziele, alte wie neue.", default=())
