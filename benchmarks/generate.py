"""Concepts of any size, the same for the same size."""

from pathlib import Path

FIELDS = 20
MANIFEST = """\
format: 1
titel: Integrationskonzept (erzeugt)
koerperschaft:
  name: Landkreis Muster
  art: Landkreis
  land: NI
  ags: "03157"
federfuehrung: referat
stellen:
  referat:
    name: Referat für Migration und Teilhabe
akteure:
  caritas:
    name: Caritas
"""
FIELD = """\
titel: Handlungsfeld {number}
ausgangslage: |
  Was man vorfindet, in ein paar Sätzen.
ziele:
  - nummer: 1
    text: Etwas ist erreicht.
  - nummer: 2
    text: Etwas anderes ist erreicht.
"""
MEASURE = """\
# Maßnahme {number}, erzeugt
titel: Maßnahme Nummer {number} mit einem Titel üblicher Länge
handlungsfeld: feld-{field}
ziele: [feld-{field}.1, feld-{field}.2]
art: Projekt                       # oder Daueraufgabe
federfuehrung: referat
beteiligte: [caritas]
zielgruppe: Neuzugewanderte Familien mit Kindern im Grundschulalter
laufzeit: {{beginn: 2022-07-01, ende: 2026-12-31}}
beschreibung: |
  Kreisweiter Pool ehrenamtlicher Sprachmittlerinnen und Sprachmittler, die Familien bei Terminen in Schulen,
  Kindertagesstätten und Behörden begleiten. Die Einsätze werden zentral vermittelt, die Ehrenamtlichen geschult
  und ihre Auslagen erstattet. Ein Beirat aus Fachdiensten und Trägern begleitet den Aufbau.
ausblick: Weiterführung
verlauf:
  - datum: 2022-06-22
    status: vorgeschlagen
  - datum: 2022-10-01
    status: begonnen
    sachstand: Der Pool ist mit zwölf Personen gestartet, die erste Schulung ist abgeschlossen.
  - datum: 2023-04-01
    status: in Umsetzung
    sachstand: Achtzehn Personen, 140 Einsätze, zwei weitere Schulungen sind geplant.
  - datum: 2024-06-01
    sachstand: Vierundzwanzig Personen, 310 Einsätze; die Nachfrage der Grundschulen wächst weiter.
intern: Ansprechperson im Sommer neu benennen
"""


def measures(folder: Path, count: int, broken: int = 0) -> Path:
    """A concept of so many measures of about 1.4 kB in twenty fields of action; so many name a unit that is none."""
    for name in ("handlungsfelder", "massnahmen"):
        (folder / name).mkdir(parents=True)
    (folder / "konzept.yaml").write_text(MANIFEST, encoding="utf-8")
    for number in range(1, FIELDS + 1):
        path = folder / "handlungsfelder" / f"feld-{number}.yaml"
        path.write_text(FIELD.format(number=number), encoding="utf-8")
    for number in range(1, count + 1):
        path = folder / "massnahmen" / f"M-{number:05d}.yaml"
        text = MEASURE.format(number=number, field=number % FIELDS + 1)
        if number <= broken:
            text = text.replace("federfuehrung: referat", "federfuehrung: refferat")
        path.write_text(text, encoding="utf-8")
    return folder
