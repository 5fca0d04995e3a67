"""``konzept.yaml``: title, Körperschaft, units, actors, committees, guiding questions, exemptions."""

from typing import Annotated
from unicodedata import normalize

from ikonzept.model.booking_export import BookingExport
from ikonzept.model.fields import (
    Access,
    Ags,
    Count,
    Day,
    Items,
    Named,
    Record,
    Reference,
    Text,
    Thing,
    YesNo,
    content,
    empty_means,
    execution,
)
from ikonzept.model.files import FOLDERS
from ikonzept.model.words import BodyKind, CommitteeKind, Kind, State


class Body(Record):
    """The Körperschaft whose concept it is."""

    name: Text = execution("name", "Name", "Wie die Körperschaft heißt, etwa „Landkreis Peine“.")
    kind: BodyKind = execution("art", "Art", "Entscheidet, welche Regeln der Kommunalverfassung gelten.")
    state: State = execution("land", "Land", "Kürzel des Bundeslandes, etwa NI für Niedersachsen.")
    ags: Ags = execution("ags", "AGS", "Amtlicher Gemeindeschlüssel, mit führender Null.")


class Contact(Record):
    """How to reach somebody; contact data never leave the repository."""

    person: Text | None = execution("person", "Person", "Ansprechperson.", default=None, access=Access.INTERNAL)
    phone: Text | None = execution("telefon", "Telefon", "Telefonnummer.", default=None, access=Access.INTERNAL)
    email: Text | None = execution("email", "E-Mail", "E-Mail-Adresse.", default=None, access=Access.INTERNAL)


class Party(Thing):
    """Someone who leads or takes part."""

    name: Text = execution("name", "Name", "Wie die Stelle oder Organisation heißt.")
    also: Items[Text] = execution("auch", "Auch", "Schreibweisen, die in Vorlagen vorkommen.", default=())
    contact: Contact | None = execution(
        "kontakt", "Kontakt", "Kontaktdaten; bleiben intern.", default=None, access=Access.INTERNAL
    )


class Unit(Party):
    """An own department (Stelle)."""


class Actor(Party):
    """An organisation outside the administration (Akteur)."""


class Committee(Thing):
    """A committee of the council (Gremium)."""

    name: Text = execution("name", "Name", "Wie das Gremium heißt.")
    kind: CommitteeKind = execution("art", "Art", "Was das Gremium in der Kommunalverfassung ist.")
    public: YesNo = execution("oeffentlich", "Öffentlich", "Ob es in der Regel öffentlich tagt.")
    members: Count | None = execution(
        "mitglieder", "Mitglieder", "Gesetzliche Mitgliederzahl; zählt für qualifizierte Mehrheiten.", default=None
    )
    also: Items[Text] = execution("auch", "Auch", "Schreibweisen, die in Vorlagen vorkommen.", default=())


class Exemption(Record):
    """A finding that is accepted for a while (Ausnahme)."""

    rule: Text = execution("regel", "Regel", "Kennung der Regel, etwa budget-account-without-product.")
    where: Text = execution("wo", "Wo", "Datei oder Ordner, für die die Ausnahme gilt; * ist beliebiger Text.")
    reason: Text = execution("grund", "Grund", "Warum die Regel hier nicht gilt.")
    until: Day = execution("bis", "Bis", "Letzter Tag, an dem die Ausnahme gilt.")

    @property
    def files(self) -> str:
        """The file it is for, or the pattern of its files: of a folder everything that lies in it."""
        path = normalize("NFC", self.where)
        while path.startswith("./"):
            path = path[2:]
        folder = path.rstrip("/")
        return f"{folder}/*" if folder and (folder != path or folder in FOLDERS) else path


class Manifest(Thing):
    """The concept as a whole."""

    format: Count = execution("format", "Format", "Fassung des Dateiformats; zurzeit 1.")
    title: Text = content("titel", "Titel", "Titel des Integrationskonzepts.")
    body: Body = execution("koerperschaft", "Körperschaft", "Wessen Konzept es ist.")
    lead: Reference = execution(
        "federfuehrung", "Federführung", "Kennung der Stelle, die das Konzept führt.", refers=(Kind.UNIT,)
    )
    report_months: Annotated[Count, empty_means(6)] = execution(
        "sachstand_alle_monate", "Sachstand alle … Monate", "Danach gilt ein Sachstand als veraltet.", default=6
    )
    units: Named[Unit] = execution("stellen", "Stellen", "Die eigenen Dienststellen.", default={})
    actors: Named[Actor] = execution("akteure", "Akteure", "Organisationen außerhalb der Verwaltung.", default={})
    committees: Named[Committee] = execution("gremien", "Gremien", "Die Gremien der Beratungsfolge.", default={})
    guiding_questions: Named[Text] = content(
        "leitfragen", "Leitfragen", "Fragen, die der Text beantworten muss.", default={}
    )
    booking_export: BookingExport | None = execution(
        "buchungsexport",
        "Buchungsexport",
        "Wie die Buchungen aus dem Finanzverfahren zu lesen sind; `ikonzept budget import` schlägt es vor.",
        default=None,
    )
    exemptions: Items[Exemption] = execution(
        "ausnahmen", "Ausnahmen", "Befunde, die befristet hingenommen werden.", default=()
    )
