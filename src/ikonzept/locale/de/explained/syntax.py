"""Why a file must be readable as it stands."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    # --- the file itself -----------------------------------------------------------------------------------------------
    "manifest-missing": Explained(
        "Im obersten Ordner des Konzepts liegt die Datei konzept.yaml.",
        "Sie nennt Titel, Körperschaft, Stellen, Akteure und Gremien, auf die alle anderen Dateien verweisen. Ohne sie "
        "ist nicht zu erkennen, wessen Konzept es ist.",
        wrong="Im Ordner liegen massnahmen/ und handlungsfelder/, aber keine konzept.yaml.",
        right="Daneben liegt konzept.yaml; „ikonzept init“ legt ein neues Konzept mit ihr an.",
    ),
    "file-is-link": Explained(
        "Jede Datei des Konzepts ist eine Datei und keine Verknüpfung.",
        "Eine Verknüpfung (symbolischer Link) kann aus dem Konzept herausführen und auf jedem Rechner etwas anderes "
        "meinen. Was der Kreistag beschließt, muss im Repository selbst stehen.",
        wrong="massnahmen/M-002.yaml ist eine Verknüpfung auf eine Datei in einem anderen Ordner.",
        right="massnahmen/M-002.yaml ist die Datei selbst.",
    ),
    "file-is-other": Explained(
        "Wo eine Datei des Konzepts erwartet wird, liegt eine gewöhnliche Datei.",
        "Eine Pipe, ein Gerät oder etwas Ähnliches lässt sich nicht lesen wie ein Text und nicht mit git festhalten.",
        wrong="massnahmen/M-002.yaml ist keine Datei mit Text, sondern eine benannte Pipe.",
        right="massnahmen/M-002.yaml ist eine Textdatei.",
    ),
    "file-unreadable": Explained(
        "Jede Datei des Konzepts lässt sich lesen.",
        "Was nicht zu lesen ist, bleibt ungeprüft und fehlt in jeder Auswertung. Meist fehlen nur die Leserechte, oder "
        "ein anderes Programm hält die Datei offen.",
        wrong="massnahmen/M-002.yaml ist da, darf aber von Ihnen nicht gelesen werden.",
        right="massnahmen/M-002.yaml ist für alle lesbar, die am Konzept arbeiten.",
    ),
    "id-twice": Explained(
        "Jede Kennung gibt es in ihrer Art nur einmal; bei Kapiteln gilt das über alle Teile hinweg.",
        "Der Dateiname ist die Kennung, bei Kapiteln ohne die Nummer davor. Trügen zwei Dateien dieselbe, wäre bei "
        "einem Verweis nicht klar, welche gemeint ist.",
    ),
    "format-newer": Explained(
        "Das Format des Konzepts ist eines, das dieses ikonzept kennt.",
        "Ein neueres Format kann Angaben enthalten, die ein älteres Programm falsch verstünde. Lieber liest es dann "
        "gar nichts.",
    ),
    "format-older": Explained(
        "Das Konzept hat das Format, mit dem dieses ikonzept arbeitet.",
        "Mit dem Format ändern sich Schlüssel und Bedeutungen. Die Nummer in konzept.yaml sagt, nach welchem Stand die "
        "Dateien geschrieben sind.",
    ),
    "syntax-empty": Explained(
        "Keine Datei des Konzepts ist leer.",
        "Eine leere Datei ist meist der Rest eines abgebrochenen Speicherns; ihr Inhalt steht fast immer noch in git.",
    ),
    "syntax-too-large": Explained(
        "Eine Datei des Konzepts ist höchstens vier Megabyte groß.",
        "Textdateien sind viel kleiner. Eine größere ist meist ein Dokument, das versehentlich hier liegt, und würde "
        "jede Prüfung aufhalten.",
        wrong="texte/leitbild.md enthält ein eingebettetes Video und ist 50 Megabyte groß.",
        right="Das Video liegt unter anlagen/, und texte/leitbild.md verweist darauf.",
    ),
    "syntax-encoding": Explained(
        "Alle Dateien sind in UTF-8 gespeichert.",
        "Ältere Windows-Programme speichern Umlaute anders. Wer die Datei dann öffnet, sieht statt „für“ nur „f�r“, "
        "und niemand weiß, was da stand.",
        wrong="massnahmen/M-002.yaml ist als „ANSI“ (Windows-1252) gespeichert und enthält ein ä.",
        right="Dieselbe Datei, im Editor mit „Speichern unter“ und der Kodierung UTF-8 gespeichert.",
    ),
    "syntax-control-character": Explained(
        "Eine Datei enthält keine unsichtbaren Steuerzeichen.",
        "Sie kommen beim Kopieren aus Word oder PDF mit, etwa als erzwungener Zeilenumbruch. Man sieht sie nicht, aber "
        "sie trennen Wörter und lassen zwei gleiche Texte verschieden sein.",
    ),
    "syntax-conflict": Explained(
        "In keiner Datei steht ein ungelöster Konflikt.",
        "Haben zwei Personen dieselbe Zeile geändert, schreibt git beide Fassungen zwischen Zeilen mit <<<<<<< und "
        ">>>>>>>. Welche gilt, muss ein Mensch entscheiden.",
    ),
    # --- YAML --------------------------------------------------------------------------------------------------------
    "syntax-not-a-mapping": Explained(
        "Eine Datei besteht aus Zeilen der Form „schlüssel: wert“.",
        "Nur am Schlüssel ist zu erkennen, was eine Angabe bedeutet; eine bloße Liste oder ein bloßer Text sagt es nicht.",
    ),
    "syntax-duplicate-key": Explained(
        "Jeder Schlüssel steht an einer Stelle nur einmal.",
        "Von zwei Angaben würde die eine die andere stillschweigend verdrängen, und jedes Programm könnte eine andere "
        "nehmen.",
    ),
    "syntax-key": Explained(
        "Vor dem Doppelpunkt steht ein einzelnes Wort als Schlüssel.",
        "Klammern vor oder als Schlüssel sind meist Platzhalter aus einer Vorlage, die noch auszufüllen sind.",
    ),
    "syntax-colon": Explained(
        "Ein Text, der einen Doppelpunkt mit Leerzeichen enthält, steht in Anführungszeichen.",
        "Doppelpunkt und Leerzeichen trennen Schlüssel und Wert. Ohne Anführungszeichen ist nicht klar, wo der Wert "
        "beginnt. Eine falsche Einrückung führt zum selben Befund.",
    ),
    "syntax-colon-missing": Explained(
        "Nach jedem Schlüssel steht ein Doppelpunkt.",
        "Ohne ihn ist die Zeile weder Angabe noch Fortsetzung der vorigen, und alles darunter lässt sich nicht zuordnen.",
    ),
    "syntax-blank-missing": Explained(
        "Hinter dem Doppelpunkt eines Schlüssels steht ein Leerzeichen.",
        "Erst Doppelpunkt und Leerzeichen zusammen trennen Schlüssel und Wert; sonst gilt alles als ein einziges Wort, "
        "wie bei einer Uhrzeit oder einer Internetadresse.",
    ),
    "syntax-tab": Explained(
        "Eingerückt wird mit Leerzeichen, nie mit Tabulatoren.",
        "Ein Tabulator ist je nach Editor zwei, vier oder acht Stellen breit. Was bei der einen Person stimmt, wäre bei "
        "der anderen verschoben.",
    ),
    "syntax-indentation": Explained(
        "Zusammengehörige Zeilen beginnen in derselben Spalte.",
        "Die Einrückung zeigt, was wozu gehört. Eine Stelle zu viel oder zu wenig, und eine Angabe gehörte zu etwas "
        "anderem.",
    ),
    "syntax-list-start": Explained(
        "Die Einträge einer Liste stehen in eigenen Zeilen unter ihrem Schlüssel.",
        "Ein „- “ hinter dem Doppelpunkt könnte auch ein Gedankenstrich im Text sein.",
    ),
    "syntax-quote-open": Explained(
        "Jedes Anführungszeichen wird wieder geschlossen.",
        "Sonst gilt alles bis zum Ende der Datei als Teil dieses einen Textes. Gemeint sind die geraden Zeichen \" und '; "
        "„…“ im Text sind ohne Bedeutung.",
    ),
    "syntax-text-after-quotes": Explained(
        "Beginnt ein Wert mit einem Anführungszeichen oder einer Klammer, endet er auch damit.",
        "Anführungszeichen umschließen immer den ganzen Wert. Ein Wort in Anführungszeichen am Anfang braucht deshalb "
        "andere um das Ganze, oder man schreibt „…“.",
    ),
    "syntax-backslash": Explained(
        "Ein umgekehrter Schrägstrich steht nicht in doppelten Anführungszeichen.",
        "Dort leitet er Sonderzeichen ein: Aus \\n würde ein Zeilenumbruch. In einfachen Anführungszeichen bleibt er, "
        "was er ist.",
    ),
    "syntax-bad-start": Explained(
        "Ein Wert beginnt nicht mit @, %, ` oder einem anderen Zeichen, das in YAML etwas bedeutet.",
        "Diese Zeichen sind für anderes vorgesehen. In Anführungszeichen ist jeder Anfang erlaubt.",
    ),
    "syntax-brace-open": Explained(
        "Jede geöffnete Klammer wird wieder geschlossen.",
        "Sonst gilt alles, was folgt, als Teil der Klammer. Untereinander geschriebene Angaben brauchen keine Klammern.",
    ),
    "syntax-brace-content": Explained(
        "In einer Klammer stehen Angaben, die durch Kommas getrennt sind.",
        "Fehlt ein Komma, laufen zwei Angaben ineinander. Freie Texte und Beträge gehören nicht in Klammern, sondern "
        "untereinander.",
    ),
    "syntax-too-deep": Explained(
        "Angaben sind höchstens 24 Ebenen tief verschachtelt.",
        "Ein Konzept braucht fünf. Mehr sind ein Versehen oder der Versuch, Programme zum Absturz zu bringen.",
    ),
    "syntax-anchor": Explained(
        "Werte werden ausgeschrieben; Anker (&) und Verweise (*) von YAML kommen nicht vor.",
        "Wer eine Zeile liest, soll sehen, was dort gilt, ohne andere Stellen zu suchen. Außerdem lassen sich mit "
        "Ankern aus wenigen Zeilen Milliarden machen.",
    ),
    "syntax-tag": Explained(
        "Kein Wert beginnt mit einem Ausrufezeichen.",
        "In YAML leitet es eine Typangabe ein, und manche Programme führen dann Befehle aus. In Anführungszeichen ist "
        "es ein gewöhnliches Zeichen.",
    ),
    "syntax-second-document": Explained(
        "In einer Datei steht genau ein Dokument.",
        "Eine Zeile „---“ beginnt ein zweites, das niemand lesen würde. Der Dateiname ist die Kennung: Zwei Maßnahmen "
        "sind zwei Dateien.",
    ),
    "syntax-yaml": Explained(
        "Jede Datei ist gültiges YAML.",
        "So lässt sie sich mit jedem Werkzeug lesen. Für die häufigen Versehen gibt es eigene Regeln; diese fasst die "
        "seltenen zusammen.",
    ),
    # --- Markdown ----------------------------------------------------------------------------------------------------
    "syntax-header-missing": Explained(
        "Ein Kapitel und eine Vorlage beginnen mit einem Kopf zwischen zwei Zeilen „---“.",
        "Der Kopf sagt, wie der Text heißt und welche Leitfragen er beantwortet; ohne ihn ist er nicht einzuordnen.",
    ),
    "syntax-header-open": Explained(
        "Der Kopf endet mit einer zweiten Zeile „---“.",
        "Sonst ist nicht zu erkennen, wo die Angaben aufhören und der Text beginnt.",
    ),
    "syntax-reserved-key": Explained(
        "Der Text steht unter dem Kopf und nicht darin.",
        "Unter dem Kopf lässt er sich lesen und bearbeiten wie jeder andere Text, mit Überschriften und Absätzen.",
    ),
    # --- tables ------------------------------------------------------------------------------------------------------
    "syntax-csv-head": Explained(
        "In der Kopfzeile einer Tabelle hat jede Spalte einen eigenen Namen.",
        "Bei zwei gleichen Namen wäre nicht klar, welche Spalte den Wert enthält.",
    ),
    "syntax-csv-cells": Explained(
        "Keine Zeile einer Tabelle hat mehr Felder als die Kopfzeile.",
        "Das Semikolon trennt Felder. Steht es in einem Text, verrutscht die ganze Zeile; Anführungszeichen um das Feld "
        "verhindern das.",
    ),
    "syntax-csv-quotes": Explained(
        "Anführungszeichen umschließen in einer Tabelle ein ganzes Feld.",
        "Mitten im Feld ist nicht zu erkennen, wo es endet. Im Text selbst werden sie verdoppelt, so wie es "
        "Tabellenprogramme tun.",
    ),
    "csv-column-missing": Explained(
        "Eine Tabelle unter monitoring/werte/ hat die Spalte „jahr“, und ihre Spalten sind durch Semikolons getrennt.",
        "Ohne Jahr lässt sich ein Wert nicht einordnen. Fehlt die Spalte, ist die Tabelle meist mit Kommas statt mit "
        "Semikolons gespeichert.",
    ),
    "csv-column-unknown": Explained(
        "Eine Tabelle unter monitoring/werte/ hat nur die Spalten jahr, merkmal, wert, stand und hinweis.",
        "Eine Spalte mit anderem Namen würde niemand auswerten; die Zahlen darin fehlten, ohne dass es auffällt.",
    ),
    "text-cut-off": Explained(
        "Ein Text mit Leerzeichen und # steht in Anführungszeichen.",
        "Hinter „ #“ beginnt in YAML ein Kommentar: Aus „Sprachkurse #1 Übersicht“ würde ohne jede Meldung „Sprachkurse“.",
    ),
}
