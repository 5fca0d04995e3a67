"""What a reader wants to see marked in two paragraphs; written before the code."""

import pytest

from ikonzept.prose.words import Kind, compare_words, is_editorial
from marks import marked, sides

PAIRS = {
    # compounds
    "compound-tail": "Die Dolmetscher[-liste-]{+pool+} wird geführt.",
    "compound-head": "Der [-Wohnungs-]{+Arbeits+}markt ist angespannt.",
    "compound-middle": "Die Integrations[-kurs-]{+fach+}beratung berät.",
    "compound-taken-apart": "Die [-Sprachkurse-]{+Sprach- und Integrationskurse+} beginnen.",
    "compound-short-stays-whole": "Das [-Amt-]{+Team+} berät.",
    "compound-becomes-its-head": "Eine [-Hilfsperson-]{+Person+} haftet.",
    "compound-taken-from-two-words": "nach dem [-Telekommunikationsgesetz-]{+Telekommunikation-Telemedien-Gesetz+}",
    "compound-of-another-first-word": "Die [-Hundert-]{+Prozent+}sätze gelten.",
    "compound-becomes-its-foreign-head": "eines [-Zahlungsinstituts-]{+Instituts+}, das zahlt",
    "compound-with-a-joint": "Der [-Wohnungs-]{+Zahlungs+}plan gilt.",
    "compound-with-one-joint": "Die Erdöl[-bevorratungs-]{+vertrags+}pflicht gilt.",
    "hyphen-dropped": "die sonstigen [-nicht-öffentlichen-]{+nichtöffentlichen+} Stellen",
    "ending": "Die kommunale[-n-] Träger berichten.",
    "other-word": "Der [-Kreistag-]{+Ausschuss+} beschließt.",
    # gender forms
    "gender-star": "Alle Bürger{+*innen+} werden beteiligt.",
    "gender-pair": "Alle {+Bürgerinnen und +}Bürger werden beteiligt.",
    "gender-colon": "Die Schüler[-*-]{+:+}innen lernen Deutsch.",
    "gender-slash": "Die Lehrer[-/-]{+*+}innen unterrichten.",
    "gender-hyphen": "Die Lehrer[-/-innen-] unterrichten.",
    "gender-neutral": "Die Teilnehme[-r-]{+nden+} zahlen nichts.",
    "pool": "Kreisweiter Pool [-ehrenamtlicher Dolmetscher-]{+von Sprachmittlerinnen und Sprachmittlern+} aufbauen",
    # paragraphs of law
    "section-sign": "Nach [-§ 12-]{+§ 14+} des Gesetzes gilt das.",
    "section-signs": "Die [-§§ 3 bis 5-]{+§§ 3 bis 7+} gelten.",
    "section-letter": "Nach [-§ 44-]{+§ 44a+} Abs. 1 gilt das.",
    "absatz": "nach § 44 Abs. [-1-]{+2+} Satz 1",
    "absatz-written-out": "nach § 44 [-Abs.-]{+Absatz+} 4 des Gesetzes",
    "absatz-and-nummer-written-out": "nach § 44a [-Abs. 1 Nr.-]{+Absatz 1 Nummer+} 3 des Gesetzes",
    # amounts, dates, figures
    "amount": "Es stehen [-1.250,00 EUR-]{+1.500,00 EUR+} bereit.",
    "amount-sign": "Kosten: [-6.000 €-]{+6.500 €+} im Jahr",
    "amount-with-blanks": "Es sind [-1 070 Euro-]{+1 330 Euro+} im Monat.",
    "percent": "Der Anteil liegt bei [-12 %-]{+14 %+} der Kinder.",
    "date": "Der Kreistag tagt am [-22.06.2022-]{+29.06.2022+}.",
    "date-in-words": "Der Kreistag tagt am [-22. Juni 2022-]{+2. Juli 2022+}.",
    "year": "Bis [-2024-]{+2025+} entstehen [-12-]{+15+} Plätze.",
    "number-is-never-split": "Das Konto [-4271200-]{+4271305+} trägt die Kosten.",
    "number-in-words": "Es gibt [-drei-]{+vier+} Treffen im Jahr.",
    "number-in-words-is-never-split": "Es gibt [-vierzehn-]{+fünfzehn+} Treffen im Jahr.",
    "ordinal-in-words": "Der [-Vierzehnte-]{+Fünfzehnte+} Bericht liegt vor.",
    "large-number-in-words": "mit bis zu [-zweihunderttausend-]{+dreihunderttausend+} Euro",
    "number-in-a-compound": "Das [-Vier-]{+Fünf+}-Säulen-Modell gilt.",
    "years-from-to": "im Zeitraum [-2020-2022-]{+2020-2024+}",
    "time": "Beginn ist [-18:00-]{+18:30+} Uhr.",
    # small words that turn everything round
    "negation": "Die Mittel sind {+nicht +}übertragbar.",
    "negation-article": "Es gibt [-einen-]{+keinen+} Zuschuss.",
    "must-may": "Das Amt [-kann-]{+muss+} beteiligt werden.",
    # insertions and deletions
    "inserted-clause": "Der Landkreis fördert{+, soweit Mittel vorhanden sind,+} die Vereine.",
    "sentence-at-the-end": "Das Netz wird ausgebaut.{+ Die Federführung hat der Fachdienst.+}",
    "sentence-at-the-start": "{+Die Federführung hat der Fachdienst. +}Das Netz wird ausgebaut.",
    "sentence-in-the-middle": "Das Netz wird ausgebaut. {+Das Land fördert es. +}Die Kosten trägt der Kreis.",
    "deleted-end": "Der Bericht erscheint jährlich[- im Herbst-].",
    "list-in-a-sentence": "Kitas, Schulen{+, Vereine+} und Kirchen",
    "or-becomes-comma": "während einer Schonzeit, ohne Quote[- oder-]{+,+} nach Ausschöpfen der Quote oder in Tiefen",
    "date-and-a-sentence-behind": (
        "Das tritt am [-01.04.2020-]{+01.06.2024+} in Kraft.{+ Die alte Satzung tritt außer Kraft.+}"
    ),
    "first-sentence-of-two": "Die Mittel sind da. {+Die Mittel sind frei. +}Die Mittel sind weg.",
    # abbreviations
    "abbreviation-kept": "Sprachen, z. B. [-Arabisch-]{+Farsi+}, werden gebraucht.",
    "abbreviation-blank": "Sprachen, ⟨z. B.→z.B.⟩ Arabisch",
    "abbreviation-added": "Kosten {+ggf. +}aus dem Budget",
    # typography
    "quotation-marks": 'Das Projekt ⟨"→„⟩Brücke⟨"→“⟩ läuft.',
    "guillemets": "Das Projekt ⟨»→„⟩Brücke⟨«→“⟩ läuft.",
    "line-wrap": "Das Netz der Beratung⟨⏎→ ⟩wird weiter⟨ →⏎⟩ausgebaut.",
    "dash": "Beratung ⟨-→–⟩ auch abends",
    "no-break-space": "Nach ⟨§ 5→§\u00a05⟩ gilt das.",
    "soft-hyphen": "Die ⟨Inte\u00adgration→Integration⟩ gelingt.",
    "decomposed": "Die ⟨Fo\u0308rderung→Förderung⟩ endet.",
    "runs-of-blanks": "Die ⟨ →⟩Förderung endet.",
    "quotes-and-a-change": 'Das ⟨"→„⟩[-kleine-]{+große+} Netz⟨"→“⟩ wächst.',
    # Markdown
    "emphasis": "Das ist ⟨→**⟩wichtig⟨→**⟩ für alle.",
    "inside-emphasis": "Das ist **[-wichtig-]{+dringend+}** für alle.",
    "link-target": "Siehe [Bericht](bericht-[-2021-]{+2022+}.pdf) dazu.",
    "footnote": "Das Ziel ist erreicht.[^[-1-]{+2+}]",
    "footnote-added": "Das Ziel ist erreicht{+[^3]+}.",
    # islands
    "island-of-a-stop-word": "Die [-Anlage und Pflege-]{+Gestaltung und Nutzung+} der Beete",
    "island-of-punctuation": "Mit [-Anna, Berta-]{+Carla, Dora+} und Emil",
    "island-at-the-end-stays": "Die [-Sperrung-]{+Einschränkung der Verarbeitung+} der Daten",
    "no-island-of-a-real-word": "Die [-alte-]{+neue+} Beratungsstelle [-schließt-]{+öffnet+} bald.",
    "all-new": "[-Wir pflanzen Bäume-]{+Der Bus fährt stündlich+}.",
}


@pytest.mark.parametrize("expected", PAIRS.values(), ids=PAIRS)
def test_the_marks_a_reader_wants(expected: str) -> None:
    assert marked(compare_words(*sides(expected))) == expected


@pytest.mark.parametrize(("old", "new"), [("", ""), ("", "neu"), ("alt", ""), ("  ", "\n"), ("a", " a ")])
def test_nothing_on_a_side(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(piece.old for piece in pieces) == old
    assert "".join(piece.new for piece in pieces) == new


def test_equal_texts_are_one_piece() -> None:
    (piece,) = compare_words("Ein Satz.", "Ein Satz.")
    assert piece == (Kind.SAME, "Ein Satz.", "Ein Satz.", None, False)
    assert compare_words("", "") == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("„Brücke“ – z. B.", '"Brücke" - z.B.', True),
        ("12 %", "12 %", True),
        ("12 %", "13 %", False),
        ("zeitnah", "nicht zeitnah", False),
        ("Handbuch", "Hand buch", False),
        ("Preis 5*", "Preis 5", False),
        ("x", "x", True),
    ],
)
def test_editorial(old: str, new: str, expected: bool) -> None:
    assert is_editorial(old, new) is expected
