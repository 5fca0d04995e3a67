"""``fortschreibungen/``: an edition of the concept, what it replaces, its decision, its reasons."""

from datetime import date

from ikonzept.model.fields import (
    Access,
    Day,
    Id,
    Month,
    Named,
    PaperNumber,
    Reference,
    Text,
    Thing,
    access_of,
    execution,
)
from ikonzept.model.words import EditionRelation, EditionStatus, Kind


class Edition(Thing):
    """A Fortschreibung; its text is fixed by the tag ``fortschreibung/<id>``."""

    id: Id = execution("id", "Kennung", "Dateiname ohne Endung, meist das Jahr.")
    title: Text = execution("titel", "Titel", "Name der Fortschreibung.")
    relation: EditionRelation = execution("art", "Art", "Wie sie zu ihrer Vorgängerin steht.")
    status: EditionStatus = execution("status", "Status", "Entwurf, Beteiligung, Beratung oder beschlossen.")
    predecessor: Reference | None = execution(
        "vorgaenger",
        "Vorgänger",
        "Die Fortschreibung, die sie ersetzt, ergänzt oder berichtigt.",
        default=None,
        refers=(Kind.EDITION,),
    )
    paper: PaperNumber | None = execution(
        "vorlage", "Vorlage", "Nummer der Vorlage.", default=None, refers=(Kind.PAPER,)
    )
    adopted_on: Day | None = execution("beschlossen_am", "Beschlossen am", "Tag des Beschlusses.", default=None)
    effective_from: Day | None = execution(
        "wirksam_ab", "Wirksam ab", "Ab wann sie gilt; sonst ab dem Beschluss.", default=None
    )
    next_due: Month | None = execution(
        "naechste_fortschreibung", "Nächste Fortschreibung", "Monat, in dem die nächste fällig ist.", default=None
    )
    summary: Text | None = execution("zusammenfassung", "Zusammenfassung", "Das Wichtigste in Kürze.", default=None)
    reasons: Named[Text] = execution(
        "begruendungen", "Begründungen", "Kennung → warum sich etwas geändert hat.", default={}
    )

    @classmethod
    def adopted_fields(cls) -> tuple[str, ...]:
        """The fields that stay as they were adopted: all but the internal note, which nobody adopts."""
        return tuple(name for name, field in cls.model_fields.items() if access_of(field) is not Access.INTERNAL)

    @property
    def in_force_from(self) -> date | None:
        """The day from which an adopted edition is in force; ``None`` for an open one."""
        if self.status is not EditionStatus.ADOPTED:
            return None
        return self.effective_from or self.adopted_on
