"""Every word from a list and every folder of a concept; imports only enum, for shell completion needs it."""

from enum import Enum, StrEnum


class Word(StrEnum):
    """A word from a list as it stands in the files; umlauts in any Unicode spelling are the same word."""

    @classmethod
    def _missing_(cls, value: object) -> "Word | None":
        if not isinstance(value, str) or value.isascii():
            return None
        from unicodedata import normalize

        return next((word for word in cls if word.value == normalize("NFC", value)), None)


class Noun(Enum):
    """What a concept consists of: word, folder, ending of its files, title; the manifest is one file."""

    MANIFEST = ("manifest", "konzept.yaml", "", "Das Konzept")
    CHAPTER = ("chapter", "texte", ".md", "Kapitel")
    ACTION_FIELD = ("action_field", "handlungsfelder", ".yaml", "Handlungsfeld")
    MEASURE = ("measure", "massnahmen", ".yaml", "Maßnahme")
    FISCAL_YEAR = ("fiscal_year", "haushalt", ".yaml", "Haushaltsjahr")
    GRANT = ("grant", "foerderungen", ".yaml", "Förderung")
    INDICATOR = ("indicator", "monitoring/kennzahlen", ".yaml", "Kennzahl")
    SERIES = ("series", "monitoring/werte", ".csv", "Werte einer Kennzahl")
    EVENT = ("event", "beteiligung", ".yaml", "Veranstaltung")
    PAPER = ("paper", "vorlagen", ".md", "Vorlage")
    EDITION = ("edition", "fortschreibungen", ".yaml", "Fortschreibung")

    def __init__(self, word: str, folder: str, suffix: str, title: str) -> None:
        self.word = word
        self.folder = folder
        self.suffix = suffix
        self.title = title


MANIFEST = Noun.MANIFEST.folder
ATTACHMENTS = "anlagen"


class Kind(StrEnum):
    """What a reference can point to: the nouns, and the things inside their files."""

    UNIT = "unit"
    ACTOR = "actor"
    COMMITTEE = "committee"
    QUESTION = "guiding_question"
    CHAPTER = "chapter"
    ACTION_FIELD = "action_field"
    GOAL = "goal"
    MEASURE = "measure"
    ACCOUNT = "account"
    LINE = "budget_line"
    GRANT = "grant"
    INDICATOR = "indicator"
    EVENT = "event"
    SUBMISSION = "submission"
    PAPER = "paper"
    EDITION = "edition"


class Status(Word):
    """How far a measure is (``domain.md``, status words)."""

    PROPOSED = "vorgeschlagen"
    PLANNED = "geplant"
    STARTED = "begonnen"
    IN_PROGRESS = "in Umsetzung"
    ADVANCED = "fortgeschritten"
    COMPLETED = "abgeschlossen"
    DEFERRED = "zurückgestellt"
    REORIENTED = "neu ausgerichtet"
    DROPPED = "nicht weiterverfolgt"
    TRANSFERRED = "übertragen"
    MERGED = "übergegangen"
    UNKNOWN = "unbekannt"


class MeasureKind(Word):
    """A project with an end, or a standing task."""

    PROJECT = "Projekt"
    STANDING = "Daueraufgabe"


class Outlook(Word):
    """What comes next for a measure."""

    CONTINUE = "Weiterführung"
    EXTEND = "Ausbau"
    ADAPT = "Anpassung"
    ESTABLISH = "Verstetigung"
    HAND_OVER = "Übertragung"
    END = "Beendigung"
    OPEN = "offen"


class LineageKind(Word):
    """How a measure came out of others."""

    MERGED = "zusammengeführt"
    SPLIT = "aufgeteilt"
    TAKEN_OVER = "übernommen"


class GoalResult(Word):
    """How far a goal was reached when it ended."""

    REACHED = "erreicht"
    PARTLY = "teilweise erreicht"
    MISSED = "nicht erreicht"
    UNKNOWN = "nicht beurteilbar"


class BodyKind(Word):
    """The kind of Körperschaft; it decides which council rules apply."""

    COUNTY = "Landkreis"
    REGION = "Region"
    CITY = "kreisfreie Stadt"
    TOWN = "Stadt"
    MUNICIPALITY = "Gemeinde"
    JOINT_MUNICIPALITY = "Samtgemeinde"


class State(Word):
    """A Land of the Federal Republic, by its usual abbreviation."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"


class CommitteeKind(Word):
    """What a committee is in the body's constitution."""

    COUNCIL = "Vertretung"
    MAIN = "Hauptausschuss"
    SPECIALIST = "Fachausschuss"
    ADVISORY = "Beirat"


class BudgetState(Word):
    """Whether the year's Haushaltssatzung is adopted; ``vorläufig`` is § 116 NKomVG."""

    DRAFT = "Entwurf"
    ADOPTED = "beschlossen"
    PROVISIONAL = "vorläufig"


class ExcessKind(Word):
    """More than an Ansatz, or no Ansatz at all (§ 117 NKomVG)."""

    ABOVE = "überplanmäßig"
    OUTSIDE = "außerplanmäßig"


class BookingKind(Word):
    """A duty towards a third party, money ordered to be paid, or a duty that goes on into the next year."""

    COMMITMENT = "Auftrag"
    ACTUAL = "Ist"
    CARRIED = "Übertrag"


class DecimalSign(Word):
    """What stands before the cents of an amount."""

    COMMA = "Komma"
    POINT = "Punkt"


class ExpenseSign(Word):
    """With which sign a finance system exports what was spent."""

    POSITIVE = "positiv"
    NEGATIVE = "negativ"


class IndicatorKind(Word):
    """A plain figure, or one that stands for something else."""

    FIGURE = "Kennzahl"
    INDICATOR = "Indikator"


class Direction(Word):
    """Which way an indicator should go."""

    NEUTRAL = "neutral"
    UP = "mehr ist besser"
    DOWN = "weniger ist besser"


class ParticipationLevel(Word):
    """How far those invited decide."""

    INFORMATION = "Information"
    CONSULTATION = "Konsultation"
    COOPERATION = "Kooperation"
    CO_DECISION = "Mitentscheidung"


class WeighingResult(Word):
    """What became of a submission."""

    FOLLOWED = "gefolgt"
    PARTLY_FOLLOWED = "teilweise gefolgt"
    NOT_FOLLOWED = "nicht gefolgt"
    NOTED = "zur Kenntnis genommen"
    ALREADY_COVERED = "bereits berücksichtigt"
    OUT_OF_SCOPE = "nicht Gegenstand"


class PaperKind(Word):
    """A Vorlage that asks for a decision, or one that informs."""

    RESOLUTION = "Beschlussvorlage"
    NOTICE = "Mitteilungsvorlage"


class Publicity(Word):
    """Whether a Vorlage is public as a whole."""

    PUBLIC = "öffentlich"
    NON_PUBLIC = "nichtöffentlich"


class Role(Word):
    """What a committee does with a Vorlage (Zuständigkeit)."""

    HEARING = "Anhörung"
    PREPARATION = "Vorberatung"
    DECISION = "Entscheidung"
    NOTICE = "Kenntnisnahme"


class Decision(Word):
    """The class of a committee's result (Beschlussart)."""

    ADOPTED = "beschlossen"
    AMENDED = "geändert beschlossen"
    PARTLY_ADOPTED = "teilweise beschlossen"
    REJECTED = "abgelehnt"
    POSTPONED = "vertagt"
    REFERRED = "verwiesen"
    REMOVED = "abgesetzt"
    WITHDRAWN = "zurückgezogen"
    NOTED = "zur Kenntnis genommen"
    PREPARED = "vorberaten"
    SETTLED = "erledigt"
    NO_VOTE = "ohne Abstimmung"


class EditionRelation(Word):
    """How an edition relates to its predecessor."""

    FIRST = "Erstfassung"
    REPLACES = "ersetzt"
    SUPPLEMENTS = "ergänzt"
    CORRECTS = "berichtigt"


class EditionStatus(Word):
    """How far an edition is: Entwurf → Beteiligung → Beratung → beschlossen."""

    DRAFT = "Entwurf"
    PARTICIPATION = "Beteiligung"
    CONSULTATION = "Beratung"
    ADOPTED = "beschlossen"


class MeasureColumn(Word):
    """What a list of measures can show of each, by the words of the files."""

    ID = "kennung"
    TITLE = "titel"
    ACTION_FIELD = "handlungsfeld"
    KIND = "art"
    STATUS = "status"
    SINCE = "seit"
    LEAD = "federfuehrung"
    PARTICIPANTS = "beteiligte"
    BEGIN = "beginn"
    END = "ende"
    REPORTED = "sachstand"
    OUTLOOK = "ausblick"
    PLANNED = "geplant"
    USED = "belastet"
    REMARK = "hinweis"


class TableColumn(Word):
    """The headings of the table that departments fill in (``reports/measure_table``: which of them are theirs)."""

    ID = "Kennung"
    TITLE = "Titel"
    LEAD = "Federführung"
    STATUS = "Status"
    REPORTED = "Sachstand vom"
    REPORT = "Sachstand bisher"
    NEW_REPORT = "Sachstand neu"
    NEW_DAY = "Datum"
    NEW_STATUS = "Status neu"
    NEW_REASON = "Grund"
    NEW_PAPER = "Vorlage"
    OUTLOOK = "Ausblick"
    NEW_OUTLOOK = "Ausblick neu"
    ACTION_FIELD = "Handlungsfeld"
    KIND = "Art"
    PARTICIPANTS = "Beteiligte"
    TARGET_GROUP = "Zielgruppe"
    BEGIN = "Beginn"
    END = "Ende"
    DESCRIPTION = "Beschreibung"
    INTERNAL = "INTERN: Notiz"
    STAMP = "Stand"


class TableSheet(Word):
    """The sheets of a workbook that departments fill in; the last holds the lists to choose from, out of sight."""

    MEASURES = "Maßnahmen"
    NOTES = "Hinweise"
    LISTS = "Listen"
