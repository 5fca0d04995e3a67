"""What the money rules find."""

SENTENCES: dict[str, str | tuple[str, str]] = {
    "finding.budget-exceeds-authorisation": (
        "{account}: geplant sind {actual} €, die Ermächtigung beträgt {expected} €, andere Konten decken {covered} €; "
        "es fehlen {difference} €."
    ),
    "hint.budget-exceeds-authorisation": (
        "Positionen kürzen, den Ansatz prüfen oder umbuchen: unter „umbuchungen“ datum, von, nach und betrag "
        "eintragen. Was ein Konto selbst verplant hat, kann es nicht abgeben."
    ),
    "finding.budget-covered": "{account}: {amount} € mehr geplant als ermächtigt; {lender} deckt sie.",
    "hint.budget-covered": (
        "Nichts zu tun, solange {lender} selbst nicht mehr braucht. Soll es dabei bleiben, umbuchen."
    ),
    "finding.blocked-money-committed": (
        "{account}: {actual} € sind gebunden oder ausgegeben; nach Abzug der Sperre darf das Konto nur {expected} € ausgeben."
    ),
    "hint.blocked-money-committed": (
        "Die Sperre aufheben lassen und „sperre“ anpassen, bevor weitere Aufträge erteilt werden."
    ),
    "finding.block-exceeds-authorisation": (
        "{account}: gesperrt sind {actual} €, ausgeben dürfte das Konto auch ohne Sperre nur {expected} €."
    ),
    "hint.block-exceeds-authorisation": "„sperre“ auf höchstens {expected} € setzen.",
    "finding.fiscal-year-not-adopted": "Der Haushalt {year} ist „{state}“, aber schon belastet.",
    "hint.fiscal-year-not-adopted": (
        "Vor der Haushaltssatzung nur leisten, wozu eine Pflicht besteht. Ist sie beschlossen, „stand: "
        "beschlossen“ eintragen."
    ),
    "finding.budget-line-exceeds-plan": (
        "{id}: gebunden und ausgegeben sind {actual} €, geplant {expected} €; das sind {difference} € zu viel."
    ),
    "hint.budget-line-exceeds-plan": (
        "„geplant“ anheben, soweit das Konto es hergibt, oder Buchungen einer anderen Position zuordnen."
    ),
    "finding.bookings-out-of-order": "{id}: Die Buchung vom {day} steht hinter der vom {before}.",
    "hint.bookings-out-of-order": "Buchungen nach dem Datum ordnen, die älteste zuerst.",
    "finding.booking-outside-year": "Die Buchung vom {day} steht im Haushalt {year}.",
    "hint.booking-outside-year": "Das Datum berichtigen oder die Buchung in den Haushalt ihres Jahres setzen.",
    "finding.payment-before-order": "Bezahlt am {day}, bestellt mit {voucher} aber erst am {ordered}.",
    "hint.payment-before-order": "Eines der beiden Daten ist falsch; nach dem Beleg berichtigen.",
    "finding.commitment-overpaid": (
        "Auftrag {voucher} über {expected} € ist mit {actual} € bezahlt, {difference} € zu viel."
    ),
    "hint.commitment-overpaid": (
        "Den Auftrag anheben oder die Zahlung auf zwei Buchungen verteilen, die zweite ohne „zu“."
    ),
    "finding.carried-without-order": "{id}: Dieser Übertrag nennt keinen Auftrag der Position; übertragen ist damit nichts.",
    "hint.carried-without-order": "Unter „zu“ den Beleg des Auftrags eintragen, der ins nächste Jahr geht, oder die Buchung streichen.",
    "finding.carried-order-missing": (
        "Vom Auftrag {voucher} sind {expected} € nach {year} übertragen, dort sind nur {actual} € gebucht; es fehlen "
        "{difference} €."
    ),
    "hint.carried-order-missing": "In haushalt/{year}.yaml den Auftrag mit Beleg {voucher} auf {expected} € bringen oder, wo er fehlt, so buchen.",
    "finding.voucher-twice": "Der Beleg {voucher} über {amount} € ist auf diesem Konto schon gebucht.",
    "hint.voucher-twice": "Die doppelte Buchung streichen. Sind es zwei, den Belegen verschiedene Nummern geben.",
    "finding.amount-negative": "{amount} € sind weniger als nichts.",
    "hint.amount-negative": (
        "Das Vorzeichen streichen. Weniger als bisher sagt ein Nachtrag, eine Erstattung eine Ist-Buchung mit Minus."
    ),
    "finding.amount-implausible": "{account}: {actual} € sind mindestens das Zehnfache des Vorjahres ({expected} €).",
    "hint.amount-implausible": (
        "Das Komma prüfen. Stimmt der Betrag, unter „ausnahmen“ in konzept.yaml mit Begründung eintragen."
    ),
    "finding.carry-over-differs": (
        "{account}: {actual} € sind übertragen, {year} hat aber nur {expected} € übrig gelassen."
    ),
    "hint.carry-over-differs": (
        "„uebertragung“ auf höchstens {expected} € setzen oder die Buchungen von {year} vervollständigen."
    ),
    "finding.carry-over-below-rest": "{account}: {actual} € sind übertragen; aus {year} wären {expected} € möglich.",
    "hint.carry-over-below-rest": "Nichts zu tun, wenn das so gewollt ist. Sonst „uebertragung“ anheben.",
    "finding.carry-over-lapsed": (
        "{account}: von den übertragenen {actual} € waren {lapsed} € schon einmal übertragen und sind mit "
        "{year} verfallen."
    ),
    "hint.carry-over-lapsed": (
        "„uebertragung“ auf höchstens {expected} € setzen. Zweckgebundenes gehört unter „konten“ einer Förderung."
    ),
    "finding.transfer-exceeds-authorisation": (
        "{account}: umgebucht werden {actual} €, abgeben kann das Konto nur {expected} €."
    ),
    "hint.transfer-exceeds-authorisation": "Die Umbuchung um {difference} € kürzen oder ein anderes Konto nehmen.",
    "finding.excess-exceeds-cover": (
        "{account} soll einen Mehrbedarf von {actual} € decken, abgeben kann das Konto nur {expected} €."
    ),
    "hint.excess-exceeds-cover": "Für {difference} € eine andere Deckung nennen: ein weiteres Konto oder Mehrerträge als Text.",
    "finding.budget-total-differs-from-edition": (
        "Haushalt {year}: Ansätze und Nachträge ergeben {actual} €; beschlossen waren mit der Fortschreibung {edition} und "
        "späteren Vorlagen {expected} €. Der Unterschied von {difference} € ist nicht erklärt."
    ),
    "hint.budget-total-differs-from-edition": (
        "Die Vorlage, mit der er beschlossen wurde, unter vorlagen/ eintragen, mit Konto und Betrag, oder den Ansatz "
        "berichtigen."
    ),
    "finding.paper-split-differs": "Auf die Konten verteilt sind {actual} €, die Kosten betragen {expected} €.",
    "hint.paper-split-differs": (
        "Die Beträge der Konten oder „kosten“ berichtigen; es fehlen oder überschießen {difference} €."
    ),
    "finding.paper-exceeds-available": (
        "Die Kosten von {actual} € sollen im Budget enthalten sein; am {day} waren auf {accounts} nur "
        "{expected} € verfügbar."
    ),
    "hint.paper-exceeds-available": (
        "Es fehlen {difference} €: „im_budget: nein“ und den Mehrbedarf beantragen, oder vorher umbuchen."
    ),
    "finding.paper-without-excess": (
        "Die Kosten von {expected} € liegen nicht im Budget; im Haushalt {year} nennt Mehrbedarf von nur "
        "{actual} € diese Vorlage."
    ),
    "hint.paper-without-excess": (
        "In haushalt/{year}.yaml beim Konto „mehrbedarf“ mit art, betrag, grund, unabweisbar, deckung und "
        "„vorlage: {number}“ eintragen."
    ),
    "finding.excess-exceeds-paper": "Der Mehrbedarf im Haushalt {year} beträgt {actual} €, die Vorlage {number} bewilligt nur {expected} €.",
    "hint.excess-exceeds-paper": "Den Mehrbedarf um {difference} € kürzen oder die Vorlage nennen, die mehr bewilligt.",
    "finding.excess-without-cover": "Der Mehrbedarf der Vorlage {number} sagt nicht, woher das Geld kommt.",
    "hint.excess-without-cover": (
        "„deckung: …“ ergänzen: ein Konto, das dafür weniger ausgibt, oder Mehrerträge als Text."
    ),
    "finding.money-on-ended-measure": "{id}: {left} € sind noch für {measure} geplant, die Maßnahme ist „{status}“.",
    "hint.money-on-ended-measure": "Den Rest einer anderen Maßnahme zuordnen oder „geplant“ kürzen.",
    "finding.measure-without-budget": "{id} läuft, hat aber in keinem Haushaltsjahr eine Position.",
    "hint.measure-without-budget": (
        "Nichts zu tun, wenn sie nichts kostet. Sonst im Haushalt eine Position mit „massnahme: {id}“ eintragen."
    ),
    "finding.measure-costs-exceeded": (
        "{id}: {actual} € sind {year} geplant, kosten soll sie in diesem Jahr {expected} €; das sind {difference} € mehr."
    ),
    "hint.measure-costs-exceeded": (
        "Positionen kürzen oder „kosten“ in massnahmen/{id}.yaml berichtigen; was beschlossen ist, ändert eine "
        "Fortschreibung."
    ),
    "finding.grant-outside-term": (
        "{id}: {amount} € sind am {day} bezahlt, die Förderung {grant} gilt vom {begin} bis {end}; im "
        "Verwendungsnachweis zählt die Zahlung nicht."
    ),
    "hint.grant-outside-term": (
        "Stimmt der Tag, den Geber um eine längere Laufzeit bitten oder die Zahlung einer Position ohne Förderung "
        "zuordnen."
    ),
    "finding.grant-above-share": (
        "Bewilligt sind {actual} €, {share} % der geplanten {planned} € sind nur {expected} €; {difference} € würden "
        "nicht ausgezahlt."
    ),
    "hint.grant-above-share": (
        "„betrag“, „anteil“ und „positionen“ prüfen. Reicht die Förderung in Jahre ohne Haushalt, ihre „laufzeit“ "
        "eintragen."
    ),
}
