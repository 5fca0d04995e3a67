"""``haushalt/``: a fiscal year with its accounts, budget lines, bookings and transfers; amounts in €, two places."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from ikonzept.model.fields import (
    Account,
    Amount,
    Day,
    Id,
    Items,
    PaperNumber,
    Reference,
    Text,
    Thing,
    content,
    execution,
)
from ikonzept.model.words import BookingKind, BudgetState, ExcessKind, Kind
from ikonzept.values import AccountNumber, NotAValue, account

MONEY_KINDS = (Kind.EVENT, Kind.PAPER, Kind.GOAL, Kind.CHAPTER, Kind.EDITION, Kind.INDICATOR, Kind.ACTION_FIELD)


class Excess(Thing):
    """Money above the Ansatz, or without one (Mehrbedarf, § 117 NKomVG)."""

    kind: ExcessKind = execution("art", "Art", "Mehr als der Ansatz, oder ohne Ansatz.")
    amount: Amount = execution("betrag", "Betrag", "In Euro.")
    reason: Text | None = execution("grund", "Grund", "Warum das Geld gebraucht wird.", default=None)
    unavoidable: Text | None = execution("unabweisbar", "Unabweisbar", "Warum es nicht warten kann.", default=None)
    cover: Text | None = execution(
        "deckung", "Deckung", "Konto, das dafür weniger ausgibt, oder eine andere Deckung als Text.", default=None
    )
    paper: PaperNumber | None = execution(
        "vorlage", "Vorlage", "Mit welcher Vorlage bewilligt.", default=None, refers=(Kind.PAPER,)
    )
    decided_by: Text | None = execution(
        "entschieden_von", "Entschieden von", "Wer bewilligt hat, etwa „Landrat“.", default=None
    )

    @property
    def cover_account(self) -> AccountNumber | None:
        """The account that pays, where ``deckung`` is one; any other cover is text."""
        try:
            return account(self.cover) if self.cover else None
        except NotAValue:
            return None


class BudgetAccount(Thing):
    """A Produktsachkonto of the year.

    Ermächtigung = Ansatz + Nachtrag + Übertragung + Mehrbedarf + Umbuchungen − Sperre (``domain.md``, Money).
    """

    number: Account = execution("konto", "Konto", "Produktsachkonto, etwa 111-300.4271305.")
    title: Text | None = execution("bezeichnung", "Bezeichnung", "Wie das Konto heißt.", default=None)
    appropriation: Amount = execution("ansatz", "Ansatz", "Ansatz des Haushaltsplans in Euro.")
    supplement: Amount | None = execution("nachtrag", "Nachtrag", "Änderung durch einen Nachtrag.", default=None)
    carry_over: Amount | None = execution("uebertragung", "Übertragung", "Haushaltsrest aus dem Vorjahr.", default=None)
    block: Amount | None = execution("sperre", "Sperre", "Gesperrter Betrag.", default=None)
    excesses: Items[Excess] = execution(
        "mehrbedarf", "Mehrbedarf", "Über- und außerplanmäßige Mittel (§ 117 NKomVG).", default=()
    )
    cover_group: Text | None = execution(
        "deckungskreis", "Deckungskreis", "Konten desselben Kreises decken sich gegenseitig.", default=None
    )
    covers: Items[Account] = execution(
        "deckt", "Deckt", "Konten, die dieses Konto einseitig deckt.", default=(), refers=(Kind.ACCOUNT,)
    )

    @property
    def name(self) -> str:
        """How it is called in sentences: ``111-300.4271305 Integration``."""
        return f"{self.number} {self.title or ''}".strip()


class Booking(Thing):
    """A dated commitment or payment of a budget line, or a commitment that the next year goes on with."""

    date: Day = execution("datum", "Datum", "Tag der Buchung.")
    kind: BookingKind = execution(
        "art", "Art", "Auftrag (gebunden), Ist (angeordnet) oder Übertrag (ins nächste Jahr)."
    )
    amount: Amount = execution("betrag", "Betrag", "In Euro.")
    voucher: Text | None = execution("beleg", "Beleg", "Nummer des Belegs.", default=None)
    settles: Text | None = execution("zu", "Zu", "Beleg des Auftrags, der bezahlt oder übertragen wird.", default=None)
    note: Text | None = execution("text", "Text", "Wofür.", default=None)


class BudgetLine(Thing):
    """What one account pays for exactly one thing (Position)."""

    id: Id = execution("id", "Kennung", "Eindeutig über alle Jahre, etwa H-2022-01.")
    account: Account = execution("konto", "Konto", "Produktsachkonto dieses Jahres.", refers=(Kind.ACCOUNT,))
    measure: Reference | None = execution(
        "massnahme", "Maßnahme", "Die Maßnahme, die bezahlt wird.", default=None, refers=(Kind.MEASURE,)
    )
    subject: Reference | None = execution(
        "bezug", "Bezug", "Was sonst bezahlt wird: eine Veranstaltung, eine Vorlage …", default=None, refers=MONEY_KINDS
    )
    purpose: Text | None = execution("zweck", "Zweck", "Wofür.", default=None)
    planned: Amount = execution("geplant", "Geplant", "In Euro.")
    committed: Amount | None = execution(
        "gebunden", "Gebunden", "Nur ohne Buchungen: was durch Aufträge gebunden ist.", default=None
    )
    actual: Amount | None = execution("ist", "Ist", "Nur ohne Buchungen: was angeordnet ist.", default=None)
    bookings: Items[Booking] = execution("buchungen", "Buchungen", "Aufträge und Zahlungen.", default=())


class Transfer(Thing):
    """Authorisation moved from one account to another (Umbuchung)."""

    date: Day = execution("datum", "Datum", "Tag der Umbuchung.")
    source: Account = execution("von", "Von", "Konto, das abgibt.", refers=(Kind.ACCOUNT,))
    target: Account = execution("nach", "Nach", "Konto, das erhält.", refers=(Kind.ACCOUNT,))
    amount: Amount = execution("betrag", "Betrag", "In Euro.")
    reason: Text | None = execution("grund", "Grund", "Warum.", default=None)


class FiscalYear(Thing):
    """A Haushaltsjahr."""

    id: Id = content("id", "Kennung", "Das Jahr, wie der Dateiname es sagt.")
    state: BudgetState = execution("stand", "Stand", "Vor dem Beschluss sind Ansätze noch nicht verfügbar.")
    accounts: Items[BudgetAccount] = execution("konten", "Konten", "Die Produktsachkonten.", default=())
    lines: Items[BudgetLine] = execution("positionen", "Positionen", "Wofür das Geld gedacht ist.", default=())
    transfers: Items[Transfer] = execution("umbuchungen", "Umbuchungen", "Zwischen den Konten.", default=())
    closed_on: Day | None = execution("abgeschlossen_am", "Abgeschlossen am", "Tag des Abschlusses.", default=None)

    @property
    def successor(self) -> str | None:
        """The id of the year after this one; ``None`` where the id is no number."""
        return str(int(self.id) + 1) if self.id.isdecimal() else None

    @cached_property
    def alike(self) -> Mapping[str, tuple[BudgetAccount, ...]]:
        """The accounts by their Sachkonto, whatever their products."""
        found: defaultdict[str, tuple[BudgetAccount, ...]] = defaultdict(tuple)
        for one in self.accounts:
            found[one.number.account] += (one,)
        return found

    def accounts_named(self, number: AccountNumber) -> tuple[BudgetAccount, ...]:
        """The accounts a number can mean: the one of the same product as written, else all that fit; one is right."""
        fitting = tuple(account for account in self.alike.get(number.account, ()) if account.number.fits(number))
        exact = tuple(account for account in fitting if account.number.product == number.product)
        return exact or fitting

    def account_meant(self, number: AccountNumber) -> BudgetAccount | None:
        """The account that a number means; of several that fit the first, which a rule tells of."""
        return next(iter(self.accounts_named(number)), None)

    @cached_property
    def lines_by_account(self) -> Mapping[int, tuple[BudgetLine, ...]]:
        """The lines of each account, by the account's identity; those of no account are left out."""
        found: defaultdict[int, list[BudgetLine]] = defaultdict(list)
        for line in self.lines:
            account = self.account_meant(line.account)
            if account is not None:
                found[id(account)].append(line)
        return {key: tuple(lines) for key, lines in found.items()}

    def lines_of(self, account: BudgetAccount) -> tuple[BudgetLine, ...]:
        """The lines that an account of this year pays, in the order of the file."""
        return self.lines_by_account.get(id(account), ())
