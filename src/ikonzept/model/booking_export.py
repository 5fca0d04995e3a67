"""How the bookings that a finance system exports are to be read: which column says what."""

from typing import Annotated

from ikonzept.model.fields import Items, Record, Text, empty_means, execution
from ikonzept.model.words import DecimalSign, ExpenseSign


class Columns(Record):
    """The headings of the columns in the export, as they stand there."""

    date: Text = execution("datum", "Datum", "Spalte mit dem Tag der Buchung.")
    account: Text = execution("konto", "Konto", "Spalte mit dem Produktsachkonto oder dem Sachkonto.")
    product: Text | None = execution(
        "produkt", "Produkt", "Spalte mit der Produktnummer, wo sie für sich steht.", default=None
    )
    amount: Text | None = execution(
        "betrag", "Betrag", "Spalte mit dem Betrag; statt ihrer auch `soll` und `haben`.", default=None
    )
    debit: Text | None = execution("soll", "Soll", "Spalte mit den Beträgen im Soll.", default=None)
    credit: Text | None = execution("haben", "Haben", "Spalte mit den Beträgen im Haben.", default=None)
    sign: Text | None = execution("soll_haben", "Soll/Haben", "Spalte mit S oder H.", default=None)
    voucher: Text = execution("beleg", "Beleg", "Spalte mit der Nummer des Belegs.")
    order: Text | None = execution(
        "auftrag", "Auftrag", "Spalte mit der Nummer des Auftrags, der bezahlt wird.", default=None
    )
    kind: Text | None = execution(
        "art", "Art", "Spalte, die Aufträge von Zahlungen unterscheidet; ohne sie sind alle Zahlungen.", default=None
    )
    line: Text | None = execution("position", "Position", "Spalte mit der Kennung der Position.", default=None)
    year: Text | None = execution(
        "haushaltsjahr",
        "Haushaltsjahr",
        "Spalte mit dem Haushaltsjahr; sonst das Jahr des Datums.",
        default=None,
    )
    note: Text | None = execution(
        "text",
        "Text",
        "Spalte mit dem Buchungstext. Er wird interne Notiz der Buchung, weil er Namen enthalten kann.",
        default=None,
    )


class BookingExport(Record):
    """The export of a finance system (``budget import``)."""

    columns: Columns = execution("spalten", "Spalten", "Wie die Spalten der Datei heißen.")
    orders: Items[Text] = execution(
        "auftraege", "Aufträge", "Wörter der Spalte `art`, die einen Auftrag bedeuten.", default=()
    )
    payments: Items[Text] = execution(
        "zahlungen", "Zahlungen", "Wörter der Spalte `art`, die eine Zahlung (Ist) bedeuten.", default=()
    )
    decimal_sign: DecimalSign | None = execution(
        "dezimalzeichen",
        "Dezimalzeichen",
        "Was vor den Cent steht; sonst gilt 6.000 als mehrdeutig.",
        default=None,
    )
    expenses: Annotated[ExpenseSign, empty_means(ExpenseSign.POSITIVE)] = execution(
        "aufwand", "Aufwand", "Ob ausgegebenes Geld mit oder ohne Minus steht.", default=ExpenseSign.POSITIVE
    )
