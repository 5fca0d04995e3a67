"""Why a file must be readable as it stands."""

from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    # --- the file itself -----------------------------------------------------------------------------------------------
    "manifest-missing": Explained(
        "The file konzept.yaml is in the top folder of the concept.",
        "It names the title, the body, its units, actors and committees, to which all other files refer. Without it "
        "nobody can tell whose concept it is.",
        wrong="The folder holds massnahmen/ and handlungsfelder/, but no konzept.yaml.",
        right="Beside them is konzept.yaml; “ikonzept init” creates a new concept with it.",
    ),
    "file-is-link": Explained(
        "Every file of the concept is a file and not a link.",
        "A symbolic link can lead out of the concept and mean something else on every computer. What the Kreistag "
        "adopts must be in the repository itself.",
        wrong="massnahmen/M-002.yaml is a link to a file in another folder.",
        right="massnahmen/M-002.yaml is the file itself.",
    ),
    "file-is-other": Explained(
        "Where a file of the concept is expected there is an ordinary file.",
        "A pipe, a device or the like cannot be read as text and cannot be committed to git.",
        wrong="massnahmen/M-002.yaml is no file with text but a named pipe.",
        right="massnahmen/M-002.yaml is a text file.",
    ),
    "file-unreadable": Explained(
        "Every file of the concept can be read.",
        "What cannot be read stays unchecked and is missing from every report. Mostly the read permission is missing, "
        "or another program keeps the file open.",
        wrong="massnahmen/M-002.yaml exists, but you may not read it.",
        right="massnahmen/M-002.yaml can be read by everybody who works on the concept.",
    ),
    "id-twice": Explained(
        "Every id is used once for things of its kind; for chapters that holds over all parts.",
        "The file name is the id, for chapters without the number before it. If two files had the same, a reference "
        "would not say which one it means.",
    ),
    "format-newer": Explained(
        "The format of the concept is one that this ikonzept knows.",
        "A newer format may hold entries that an older program would misunderstand. So it reads nothing at all.",
    ),
    "format-older": Explained(
        "The concept has the format that this ikonzept works with.",
        "Keys and meanings change with the format. The number in konzept.yaml says how the files are written.",
    ),
    "syntax-empty": Explained(
        "No file of the concept is empty.",
        "An empty file is mostly what an interrupted save has left; its content is nearly always still in git.",
    ),
    "syntax-too-large": Explained(
        "A file of the concept has at most four megabytes.",
        "Text files are much smaller. A larger one is mostly a document that got here by mistake, and would hold up "
        "every check.",
        wrong="texte/leitbild.md contains an embedded video and has 50 megabytes.",
        right="The video is in anlagen/, and texte/leitbild.md refers to it.",
    ),
    "syntax-encoding": Explained(
        "All files are saved in UTF-8.",
        "Older Windows programs save umlauts differently. Whoever opens the file then sees “f�r” instead of “für”, and "
        "nobody knows what was there.",
        wrong="massnahmen/M-002.yaml is saved as “ANSI” (Windows-1252) and contains an ä.",
        right="The same file, saved in the editor with “Save as” and the encoding UTF-8.",
    ),
    "syntax-control-character": Explained(
        "A file contains no invisible control characters.",
        "They come along when text is copied from Word or PDF, for example as a forced line break. Nobody sees them, "
        "but they split words and make two equal texts differ.",
    ),
    "syntax-conflict": Explained(
        "No file contains an unresolved conflict.",
        "Where two people have changed the same line, git writes both versions between lines with <<<<<<< and "
        ">>>>>>>. A person must decide which one holds.",
    ),
    # --- YAML --------------------------------------------------------------------------------------------------------
    "syntax-not-a-mapping": Explained(
        "A file consists of lines of the form “key: value”.",
        "Only the key tells what an entry means; a mere list or a mere text does not.",
    ),
    "syntax-duplicate-key": Explained(
        "Every key appears only once in one place.",
        "Of two entries one would silently displace the other, and every program might take a different one.",
    ),
    "syntax-key": Explained(
        "Before the colon there is a single word as the key.",
        "Brackets before or as a key are mostly placeholders from a template that are still to be filled in.",
    ),
    "syntax-colon": Explained(
        "A text that contains a colon and a space is in quotation marks.",
        "Colon and space separate key and value. Without quotation marks it is not clear where the value begins. Wrong "
        "indentation leads to the same finding.",
    ),
    "syntax-colon-missing": Explained(
        "Every key is followed by a colon.",
        "Without it the line is neither an entry nor the continuation of the one before, and nothing below it can be "
        "attributed.",
    ),
    "syntax-blank-missing": Explained(
        "The colon of a key is followed by a space.",
        "Only colon and space together separate key and value; otherwise everything counts as one word, as in a time of "
        "day or a web address.",
    ),
    "syntax-tab": Explained(
        "Indentation is made with spaces, never with tabs.",
        "A tab is two, four or eight columns wide, depending on the editor. What fits for one person would be shifted "
        "for the next.",
    ),
    "syntax-indentation": Explained(
        "Lines that belong together begin in the same column.",
        "Indentation shows what belongs to what. With one space too many or too few an entry would belong to something "
        "else.",
    ),
    "syntax-list-start": Explained(
        "The entries of a list are on lines of their own below its key.",
        "A “- ” after the colon could also be a dash in the text.",
    ),
    "syntax-quote-open": Explained(
        "Every quotation mark is closed again.",
        "Otherwise everything up to the end of the file counts as part of this one text. This is about the straight "
        "marks \" and '; „…“ in the text mean nothing.",
    ),
    "syntax-text-after-quotes": Explained(
        "A value that begins with a quotation mark or a bracket also ends with it.",
        "Quotation marks always enclose the whole value. A quoted word at the beginning therefore needs other marks "
        "around the whole, or „…“.",
    ),
    "syntax-backslash": Explained(
        "A backslash does not stand in double quotation marks.",
        "There it introduces special characters: \\n would become a line break. In single quotation marks it stays what "
        "it is.",
    ),
    "syntax-bad-start": Explained(
        "A value does not begin with @, %, ` or another character that has a meaning in YAML.",
        "These characters are meant for something else. In quotation marks every beginning is allowed.",
    ),
    "syntax-brace-open": Explained(
        "Every bracket that is opened is closed again.",
        "Otherwise everything that follows counts as part of it. Entries written below one another need no brackets.",
    ),
    "syntax-brace-content": Explained(
        "A bracket holds entries that are separated by commas.",
        "Without the comma two entries run into each other. Free text and amounts do not belong in brackets but below "
        "one another.",
    ),
    "syntax-too-deep": Explained(
        "Entries are nested at most 24 levels deep.",
        "A concept needs five. More are a mistake, or an attempt to bring programs down.",
    ),
    "syntax-anchor": Explained(
        "Values are written out; the anchors (&) and aliases (*) of YAML do not occur.",
        "Whoever reads a line should see what holds there, without searching elsewhere. Besides, anchors can turn a few "
        "lines into billions.",
    ),
    "syntax-tag": Explained(
        "No value begins with an exclamation mark.",
        "In YAML it introduces a type, and some programs then run commands. In quotation marks it is an ordinary "
        "character.",
    ),
    "syntax-second-document": Explained(
        "A file holds exactly one document.",
        "A line “---” begins a second one, which nobody would read. The file name is the id: two Maßnahmen are two "
        "files.",
    ),
    "syntax-yaml": Explained(
        "Every file is valid YAML.",
        "So every tool can read it. The frequent slips have rules of their own; this one stands for the rare ones.",
    ),
    # --- Markdown ----------------------------------------------------------------------------------------------------
    "syntax-header-missing": Explained(
        "A chapter and a Vorlage begin with a header between two lines “---”.",
        "The header says what the text is called and which guiding questions it answers; without it the text has no "
        "place.",
    ),
    "syntax-header-open": Explained(
        "The header ends with a second line “---”.",
        "Otherwise nobody can tell where the entries end and the text begins.",
    ),
    "syntax-reserved-key": Explained(
        "The text is below the header and not in it.",
        "Below the header it can be read and edited like any other text, with headings and paragraphs.",
    ),
    # --- tables ------------------------------------------------------------------------------------------------------
    "syntax-csv-head": Explained(
        "In the header row of a table every column has a name of its own.",
        "With the same name twice it would not be clear which column holds the value.",
    ),
    "syntax-csv-cells": Explained(
        "No row of a table has more cells than the header row.",
        "The semicolon separates cells. In a text it shifts the whole row; quotation marks around the cell prevent that.",
    ),
    "syntax-csv-quotes": Explained(
        "In a table quotation marks enclose a whole cell.",
        "In the middle of a cell they do not tell where it ends. In the text itself they are doubled, as spreadsheets "
        "do.",
    ),
    "csv-column-missing": Explained(
        "A table in monitoring/werte/ has the column “jahr”, and its columns are separated by semicolons.",
        "Without its year a value has no place. Where the column is missing, the table is mostly saved with commas "
        "instead of semicolons.",
    ),
    "csv-column-unknown": Explained(
        "A table in monitoring/werte/ has only the columns jahr, merkmal, wert, stand and hinweis.",
        "Nobody would evaluate a column of another name; its numbers would be missing without anyone noticing.",
    ),
    "text-cut-off": Explained(
        "A text with a blank and # is in quotation marks.",
        "In YAML “ #” begins a comment: “Sprachkurse #1 Übersicht” would become “Sprachkurse” without a word.",
    ),
}
