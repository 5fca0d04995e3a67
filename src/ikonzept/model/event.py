"""``beteiligung/``: an event of the Beteiligungsprozess, the submissions made there and their weighing."""

from ikonzept.model.fields import Access, Count, Day, Id, Items, Record, Reference, Text, Thing, content, execution
from ikonzept.model.words import Kind, ParticipationLevel, WeighingResult

SUBJECT_KINDS = (Kind.MEASURE, Kind.GOAL, Kind.CHAPTER, Kind.EDITION, Kind.ACTION_FIELD, Kind.INDICATOR, Kind.PAPER)


class Weighing(Record):
    """What became of a submission, and why (Abwägung)."""

    result: WeighingResult = execution("ergebnis", "Ergebnis", "Ob der Anregung gefolgt wurde.")
    reason: Text | None = execution("begruendung", "Begründung", "Warum.", default=None)
    date: Day | None = execution("datum", "Datum", "Tag der Abwägung.", default=None)


class Submission(Thing):
    """One Anregung or Kritik: ``<event>.<number>``."""

    number: Count = execution("nummer", "Nummer", "Nummer in der Veranstaltung.")
    author: Reference | None = execution(
        "von", "Von", "Kennung der Stelle oder des Akteurs.", default=None, refers=(Kind.ACTOR, Kind.UNIT)
    )
    author_person: Text | None = execution(
        "von_person",
        "Von (Person)",
        "Name einer natürlichen Person; bleibt intern.",
        default=None,
        access=Access.INTERNAL,
    )
    text: Text = execution("text", "Text", "Die Anregung.")
    subject: Reference | None = execution(
        "bezug",
        "Bezug",
        "Maßnahme, Ziel, Kapitel oder Fortschreibung, um die es geht.",
        default=None,
        refers=SUBJECT_KINDS,
    )
    weighing: Weighing | None = execution("abwaegung", "Abwägung", "Was daraus wurde.", default=None)
    leads_to: Items[Reference] = execution(
        "fuehrt_zu", "Führt zu", "Maßnahmen, die daraus entstanden.", default=(), refers=(Kind.MEASURE, Kind.GOAL)
    )


class Event(Thing):
    """A workshop, hearing or other occasion (Veranstaltung)."""

    id: Id = content("id", "Kennung", "Dateiname ohne Endung, am besten mit dem Datum vorn.")
    title: Text = execution("titel", "Titel", "Name der Veranstaltung.")
    date: Day = execution("datum", "Datum", "Tag der Veranstaltung.")
    place: Text | None = execution("ort", "Ort", "Wo.", default=None)
    level: ParticipationLevel | None = execution("stufe", "Stufe", "Wie weit die Beteiligung reicht.", default=None)
    action_fields: Items[Reference] = execution(
        "handlungsfelder", "Handlungsfelder", "Worum es ging.", default=(), refers=(Kind.ACTION_FIELD,)
    )
    invited: Count | None = execution("eingeladen", "Eingeladen", "Zahl der Eingeladenen.", default=None)
    attended: Count | None = execution("teilgenommen", "Teilgenommen", "Zahl der Anwesenden.", default=None)
    description: Text | None = execution("beschreibung", "Beschreibung", "Worum es ging.", default=None)
    submissions: Items[Submission] = execution("anregungen", "Anregungen", "Was angeregt wurde.", default=())
