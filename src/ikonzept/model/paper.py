"""``vorlagen/``: a Vorlage with its Beratungsfolge; the header holds the form, the body its sections."""

from typing import Annotated, NamedTuple

from ikonzept import markdown
from ikonzept.model.fields import (
    Access,
    Account,
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
    YesNo,
    empty_means,
    execution,
)
from ikonzept.model.words import Decision, Kind, PaperKind, Publicity, Role

ADOPTING = frozenset((Decision.ADOPTED, Decision.AMENDED, Decision.PARTLY_ADOPTED))


class Vote(Record):
    """Votes counted (Abstimmung); public only where the step is."""

    yes: Count = execution("ja", "Ja", "Ja-Stimmen.", access=Access.WITH_STEP)
    no: Annotated[Count, empty_means(0)] = execution(
        "nein", "Nein", "Nein-Stimmen.", default=0, access=Access.WITH_STEP
    )
    abstentions: Annotated[Count, empty_means(0)] = execution(
        "enthaltung", "Enthaltung", "Enthaltungen.", default=0, access=Access.WITH_STEP
    )


class Step(Thing):
    """One step of the Beratungsfolge; of a non-public one only committee, role, date and the letter N are public."""

    committee: Reference = execution("gremium", "Gremium", "Kennung des Gremiums.", refers=(Kind.COMMITTEE,))
    role: Role = execution("zustaendigkeit", "Zuständigkeit", "Was das Gremium damit tut.")
    date: Day | None = execution("termin", "Sitzungstermin", "Tag der Sitzung.", default=None)
    public: YesNo = execution("oeffentlich", "Öffentlich", "Ö (ja) oder N (nein).")
    resolution: Text | None = execution(
        "beschluss",
        "Beschluss",
        "Das Ergebnis in den Worten der Niederschrift.",
        default=None,
        access=Access.WITH_STEP,
    )
    decision: Decision | None = execution(
        "ergebnis", "Ergebnis", "Die Beschlussart.", default=None, access=Access.WITH_STEP
    )
    vote: Vote | None = execution("stimmen", "Stimmen", "Die Abstimmung.", default=None, access=Access.WITH_STEP)
    wording: Text | None = execution(
        "wortlaut",
        "Wortlaut",
        "Der geänderte Wortlaut, wenn geändert beschlossen.",
        default=None,
        access=Access.WITH_STEP,
    )
    minutes: Text | None = execution(
        "niederschrift",
        "Niederschrift",
        "Datei mit dem Auszug der Niederschrift.",
        default=None,
        access=Access.WITH_STEP,
    )


class Relevance(Record):
    """The five Relevanz fields of the county's form."""

    gender: YesNo | None = execution("gender", "Gender Mainstreaming", "Ja oder nein.", default=None)
    migration: YesNo | None = execution("migration", "Migration", "Ja oder nein.", default=None)
    prevention: YesNo | None = execution("praevention", "Prävention/Nachhaltigkeit", "Ja oder nein.", default=None)
    education: YesNo | None = execution("bildung", "Bildung", "Ja oder nein.", default=None)
    climate: YesNo | None = execution("klima", "Klima-/Umwelt-/Naturschutz", "Ja oder nein.", default=None)


class PaperAccount(Record):
    """A Produktsachkonto that a Vorlage names, with its part of the costs."""

    number: Account = execution("konto", "Konto", "Produktsachkonto.", refers=(Kind.ACCOUNT,))
    amount: Amount | None = execution("betrag", "Betrag", "Teilbetrag, wo die Vorlage teilt.", default=None)


class Attachment(Record):
    """An Anlage; without a file it is named only."""

    title: Text = execution("titel", "Titel", "Name der Anlage.")
    file: Text | None = execution("datei", "Datei", "Pfad der Datei, etwa anlagen/teil-1.pdf.", default=None)
    sha256: Text | None = execution("sha256", "Prüfsumme", "SHA-256 der Datei.", default=None)
    publicity: Annotated[Publicity, empty_means(Publicity.PUBLIC)] = execution(
        "status", "Status", "Öffentlich oder nicht.", default=Publicity.PUBLIC
    )


class Paper(Thing):
    """A Vorlage as submitted."""

    id: Id = execution("id", "Kennung", "Die gedruckte Nummer mit - statt /.")
    number: PaperNumber | None = execution(
        "nummer", "Nummer", "Die gedruckte Nummer, nur wenn sie selbst einen Bindestrich enthält.", default=None
    )
    title: Text = execution("titel", "Titel", "Betreff der Vorlage.")
    kind: PaperKind = execution("art", "Art", "Beschluss- oder Mitteilungsvorlage.")
    publicity: Publicity = execution("status", "Status", "Öffentlich oder nicht.")
    date: Day | None = execution("datum", "Datum", "Datum der Vorlage.", default=None)
    lead: Text | None = execution("federfuehrung", "Federführend", "Wie gedruckt.", default=None)
    consultations: Items[Step] = execution(
        "beratungsfolge", "Beratungsfolge", "Die Schritte in ihrer Reihenfolge.", default=()
    )
    in_budget: YesNo | None = execution("im_budget", "Im Budget enthalten", "Ja oder nein.", default=None)
    costs: Amount | None = execution("kosten", "Kosten", "Betrag in Euro.", default=None)
    county_executive: YesNo | None = execution(
        "mitwirkung_landrat", "Mitwirkung Landrat", "Ja oder nein.", default=None
    )
    qualified_majority: YesNo | None = execution(
        "qualifizierte_mehrheit", "Qualifizierte Mehrheit", "Ja oder nein.", default=None
    )
    relevance: Relevance | None = execution("relevanz", "Relevanz", "Die Relevanzfelder.", default=None)
    fiscal_year: Reference | None = execution(
        "haushaltsjahr", "Haushaltsjahr", "Ohne Angabe das Jahr des Datums.", default=None
    )
    accounts: Items[PaperAccount] = execution(
        "produktsachkonten", "Produktsachkonten", "Woraus bezahlt wird.", default=()
    )
    edition: Reference | None = execution(
        "fortschreibung", "Fortschreibung", "Welche Fortschreibung sie betrifft.", default=None, refers=(Kind.EDITION,)
    )
    related: Items[PaperNumber] = execution(
        "verwandt", "Verwandt", "Nummern verwandter Vorlagen.", default=(), refers=(Kind.PAPER,)
    )
    attachments: Items[Attachment] = execution("anlagen", "Anlagen", "Die Anlagen.", default=())
    body: str = execution("text", "Text", "Die Abschnitte unter ihren Überschriften.", default="")

    @property
    def budget_year(self) -> str | None:
        """The id of the fiscal year it is about: as it says, else the year of its date."""
        return self.fiscal_year or (str(self.date.year) if self.date else None)

    @property
    def printed(self) -> str:
        """Its number as printed."""
        return self.number or printed_number(self.id)

    @property
    def adopting_steps(self) -> tuple[Step, ...]:
        """The deciding steps that adopted it: as it was, changed or in part."""
        return tuple(step for step in self.consultations if step.role is Role.DECISION and step.decision in ADOPTING)


def paper_id(number: str) -> str:
    """The id (file name) of a printed number: ``2022/094`` → ``2022-094``."""
    return number.replace("/", "-")


def printed_number(identifier: str) -> str:
    """The printed number of an id: ``2022-094`` → ``2022/094``, ``2022-094-1`` → ``2022/094-1``."""
    year, dash, rest = identifier.partition("-")
    return f"{year}/{rest}" if dash and year.isdigit() else identifier.replace("-", "/")


class Section(NamedTuple):
    """A section of a Markdown body: heading, its depth (1 to 6), the line it stands on, and the text below it."""

    title: str
    level: int
    line: int
    text: str
    """From the line below the heading to the next heading of its level or above, inner sections included."""


def sections(body: str, first_line: int = 1) -> tuple[Section, ...]:
    """The sections of a body by their headings (``## Beschlussvorschlag``); ``#`` in fenced code is no heading.

    Lines are counted from ``first_line``, the line on which the body begins in its file.
    """
    lines = body.split("\n")
    ends = [len(lines)] * (_DEEPEST + 1)
    """Where a section of each level would end, seen from the back."""
    found = []
    for heading in reversed(markdown.read(body).headings):
        text = "\n".join(lines[heading.line : ends[heading.level]])
        found.append(Section(heading.title, heading.level, first_line + heading.line - 1, text))
        ends[heading.level :] = [heading.line - 1] * (_DEEPEST + 1 - heading.level)
    return tuple(reversed(found))


_DEEPEST = 6
