"""``monitoring/``: an indicator of the Integrationsmonitoring and its values."""

from typing import Annotated

from ikonzept.model.fields import (
    Count,
    Id,
    Items,
    Month,
    Number,
    Record,
    Text,
    Thing,
    content,
    empty_means,
    execution,
)
from ikonzept.model.words import Direction, IndicatorKind


class Target(Record):
    """The value an indicator should reach, and when (Zielwert)."""

    year: Count = content("jahr", "Jahr", "Bis zu welchem Jahr.")
    value: Number = content("wert", "Wert", "Welcher Wert.")


class SeriesBreak(Record):
    """A year in which the series starts anew (Bestandsbruch)."""

    year: Count = execution("jahr", "Jahr", "Erstes Jahr der neuen Reihe.")
    reason: Text = execution("grund", "Grund", "Warum die Werte nicht vergleichbar sind.")


class Indicator(Thing):
    """What is measured: meaning, unit, source, direction, target."""

    id: Id = content("id", "Kennung", "Dateiname ohne Endung.")
    title: Text = execution("titel", "Titel", "Name der Kennzahl.")
    kind: Annotated[IndicatorKind, empty_means(IndicatorKind.FIGURE)] = execution(
        "art", "Art", "Kennzahl oder Indikator.", default=IndicatorKind.FIGURE
    )
    unit: Text = execution("einheit", "Einheit", "Etwa Personen oder Prozent.")
    source: Text | None = execution("quelle", "Quelle", "Woher die Werte stammen.", default=None)
    description: Text | None = execution("beschreibung", "Beschreibung", "Was sie bedeutet.", default=None)
    direction: Annotated[Direction, empty_means(Direction.NEUTRAL)] = execution(
        "richtung", "Richtung", "Welche Veränderung gut ist.", default=Direction.NEUTRAL
    )
    target: Target | None = content("ziel", "Zielwert", "Wert, der erreicht werden soll.", default=None)
    breaks: Items[SeriesBreak] = execution(
        "brueche", "Bestandsbrüche", "Jahre, ab denen Werte nicht vergleichbar sind.", default=()
    )


class Value(Record):
    """One row of the values table."""

    year: Count = execution("jahr", "Jahr", "Berichtsjahr.")
    attribute: Text | None = execution(
        "merkmal", "Merkmal", "Untergruppe oder Gebiet; leer ist der Wert insgesamt.", default=None
    )
    value: Number | None = execution("wert", "Wert", "Leer, wenn er nicht vorliegt.", default=None)
    as_of: Month | None = execution("stand", "Datenstand", "Monat, aus dem die Angabe stammt.", default=None)
    note: Text | None = execution("hinweis", "Hinweis", "Anmerkung.", default=None)


class Series(Record):
    """All values of one indicator, in the order of the file."""

    id: Id = content("id", "Kennung", "Dateiname ohne Endung: die Kennzahl.")
    rows: Items[Value] = execution("werte", "Werte", "Eine Zeile je Jahr und Merkmal.", default=())
