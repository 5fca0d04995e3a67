"""Broken files and broken repositories: small builders, and what the program must say of each."""

import os
import shutil
import stat
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ikonzept.checks.examples.minimal import MINIMAL

MEASURE = MINIMAL["massnahmen/M-001.yaml"]
EDITION = {
    "fortschreibungen/2022.yaml": """\
titel: Integrationskonzept des Landkreises Muster
art: Erstfassung
status: beschlossen
vorlage: 2022/094
beschlossen_am: 2022-06-22
""",
    "vorlagen/2022-094.md": """\
---
titel: Integrationskonzept des Landkreises Muster
art: Beschlussvorlage
status: öffentlich
datum: 2022-05-16
beratungsfolge:
  - {gremium: kreisausschuss, zustaendigkeit: Vorberatung, termin: 2022-06-15, oeffentlich: nein, ergebnis: vorberaten}
  - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2022-06-22, oeffentlich: ja, ergebnis: beschlossen}
fortschreibung: "2022"
---

## Beschlussvorschlag

Der Kreistag beschließt das Integrationskonzept.
""",
}
"""An adopted edition, which the repositories of the corpus have under its tag."""
WHOLE = {**MINIMAL, **EDITION}


# --- broken files ----------------------------------------------------------------------------------------------------

Content = str | bytes | Callable[[Path], None]


@dataclass(frozen=True)
class Broken:
    """One file that is not as it should be, and the codes of the findings it must have (there may be more)."""

    name: str
    path: str
    content: Content
    codes: tuple[str, ...] = ()
    at: str | None = None
    """Where the findings stand, when it is not the file itself."""

    def build(self, folder: Path) -> None:
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(self.content):
            self.content(path)
        else:
            path.write_bytes(self.content.encode() if isinstance(self.content, str) else self.content)


def measure(name: str, content: Content, *codes: str) -> Broken:
    """A broken file of a measure; its id is the name of the case."""
    return Broken(name, f"massnahmen/{name}.yaml", content, codes)


def changed(name: str, old: str, new: str, *codes: str) -> Broken:
    """A measure in which one thing is wrong."""
    assert old in MEASURE
    return measure(name, MEASURE.replace(old, new), *codes)


def titled(name: str, title: str, *codes: str) -> Broken:
    """A measure with this title, as it stands in the file."""
    return changed(name, "Sprachmittlerpool", title, *codes)


def named(name: str, path: str, *codes: str, content: Content = MEASURE) -> Broken:
    """A sound measure in a file with a strange name."""
    return Broken(name, path, content, codes)


def chapter(name: str, content: str | bytes, *codes: str) -> Broken:
    return Broken(name, f"texte/{name}.md", content, codes)


def body(name: str, text: str, *codes: str) -> Broken:
    return chapter(name, f"---\ntitel: Kapitel\n---\n\n{text}\n", *codes)


def table(name: str, content: str | bytes, *codes: str) -> Broken:
    return Broken(name, f"monitoring/werte/{name}.csv", content, codes)


def year(name: str, number: int, field_: str, *codes: str) -> Broken:
    text = f'stand: beschlossen\nkonten:\n  - konto: "4271200"\n    bezeichnung: Öffentlichkeitsarbeit\n    {field_}\n'
    return Broken(name, f"haushalt/{number}.yaml", text, codes)


def enclosing(name: str, file: str, *codes: str) -> Broken:
    """A Vorlage with one Anlage."""
    number = name.replace("-", "/")
    text = EDITION["vorlagen/2022-094.md"].replace(
        'fortschreibung: "2022"\n', f"anlagen: [{{titel: Karte, datei: {file}}}]\n"
    )
    return Broken(name, f"vorlagen/{number.replace('/', '-')}.md", text, codes)


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def folder(path: Path) -> None:
    path.mkdir()


def full_folder(path: Path) -> None:
    path.mkdir()
    (path / "M-900.yaml").write_text(MEASURE, encoding="utf-8")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def socket(path: Path) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)


MIB = 1024 * 1024
LAUGHS = "a: &a [lol, lol]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
NFD = "a\u0308"

FILES: tuple[Broken, ...] = (
    # not text, or not the text it should be
    measure("kein-yaml", "\x00\x01\x02\x03PK\x03\x04" * 20, "syntax-control-character"),
    measure("ein-bild", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "syntax-encoding"),
    measure("ein-brief", "Sehr geehrte Damen und Herren,\n\nwir bitten: um Beachtung: heute noch.\n", "syntax-colon"),
    measure("ein-satz", "Das ist kein Steckbrief.\n", "syntax-not-a-mapping"),
    measure("eine-liste", "- titel: a\n- titel: b\n", "syntax-not-a-mapping"),
    measure("eine-zahl", "42\n", "syntax-not-a-mapping"),
    measure("bom", b"\xef\xbb\xbf" + MEASURE.encode()),
    measure("zwei-bom", b"\xef\xbb\xbf" * 2 + MEASURE.encode()),
    measure("latin-1", MEASURE.replace("pool", "büro").encode("latin-1"), "syntax-encoding"),
    measure("cp1252", MEASURE.replace("pool", "„pool“").encode("cp1252"), "syntax-encoding"),
    measure("utf-16", MEASURE.encode("utf-16"), "syntax-encoding"),
    measure("utf-16-le", MEASURE.encode("utf-16-le"), "syntax-control-character"),
    measure("utf-32-be", MEASURE.encode("utf-32-be"), "syntax-control-character"),
    measure("utf-8-kurz", MEASURE.encode()[:-1] + b"\xc3", "syntax-encoding"),
    measure("utf-8-surrogat", MEASURE.encode() + b"# \xed\xa0\x80\n", "syntax-encoding"),
    measure("utf-8-zu-lang", MEASURE.encode() + b"# \xc0\xaf\n", "syntax-encoding"),
    measure("crlf", MEASURE.replace("\n", "\r\n")),
    measure("gemischte-zeilenenden", MEASURE.replace("\n", "\r\n", 3)),
    measure("nur-cr", MEASURE.replace("\n", "\r")),
    measure("nur-cr-falsch", MEASURE.replace("Projekt", "Vorhaben").replace("\n", "\r"), "schema-enum"),
    measure("tabs", MEASURE.replace("  - ", "\t- "), "syntax-tab"),
    measure("nul", MEASURE.replace("pool", "\0pool"), "syntax-control-character"),
    measure("escape-roh", MEASURE.replace("pool", "\x1b[31mpool"), "syntax-control-character"),
    measure("c1-roh", MEASURE.replace("pool", "\x9b31mpool"), "syntax-control-character"),
    measure("zeilentrenner", MEASURE.replace("pool", "\u2028pool"), "syntax-control-character"),
    measure("kein-zeichen", MEASURE.replace("pool", "\ufffepool"), "syntax-control-character"),
    measure("leer", b"", "syntax-empty"),
    measure("nur-bom", b"\xef\xbb\xbf", "syntax-empty"),
    measure("nur-leerzeilen", " \n\n \n", "syntax-empty"),
    measure("nur-kommentar", "# folgt\n", "schema-missing"),
    measure("nur-striche", "---\n", "schema-missing"),
    measure("konflikt", f"<<<<<<< HEAD\n{MEASURE}=======\n{MEASURE}>>>>>>> zweig\n", "syntax-conflict"),
    # too much
    measure("50-mb", b"# " + b"x" * (50 * MIB), "syntax-too-large"),
    measure("viele-schluessel", MEASURE + "".join(f"k{n}: v\n" for n in range(5_000)), "schema-unknown-key"),
    measure("viele-werte", MEASURE + f"beteiligte: [{'caritas,' * 20_000}]\n"),
    measure("langer-schluessel", MEASURE + f"{'k' * 100_000}: v\n", "syntax-colon-missing"),
    measure("langer-wert", MEASURE.replace("Projekt", "P" * MIB), "schema-enum"),
    measure("lange-zahl", MEASURE.replace("federfuehrung: referat", f"federfuehrung: M-{'1' * 5000}"), "unknown-unit"),
    measure("tief-eckig", "a: " + "[" * 200_000, "syntax-too-deep"),
    measure("tief-geschweift", "a: " + "{a: " * 200_000, "syntax-too-deep"),
    measure("tief-eingerueckt", "".join(f"{' ' * n}a:\n" for n in range(500)), "syntax-too-deep"),
    measure("tief-gelistet", "a:\n " + "- " * 200_000 + "x\n", "syntax-too-deep"),
    measure("viele-fragen", "? " * 200_000 + "\n", "syntax-key"),
    measure("viele-kommas", "a: [" + "," * 200_000 + "\n", "syntax-brace-open"),
    # what YAML knows and we refuse
    measure("alias-bombe", LAUGHS, "syntax-anchor"),
    measure("alias-auf-sich", "a: &a [*a]\n", "syntax-anchor"),
    measure("alias-ohne-anker", "titel: *a\n", "syntax-anchor"),
    measure("merge", f"{MEASURE}<<: {{art: Daueraufgabe}}\n", "schema-unknown-key"),
    measure("merge-mit-alias", f"x: &x {{art: Projekt}}\n<<: *x\n{MEASURE}", "syntax-anchor"),
    measure("marke-python", 'titel: !!python/object/apply:os.system ["touch spur"]\n', "syntax-tag"),
    measure("marke-eigen", "titel: !eigen x\n", "syntax-tag"),
    measure("marke-binaer", "titel: !!binary aGFsbG8=\n", "syntax-tag"),
    measure("direktive", f"%YAML 3.7\n---\n{MEASURE}", "syntax-yaml"),
    measure("direktive-tag", f"%TAG ! tag:example.org,2000:\n---\n{MEASURE}"),
    measure("doppelter-schluessel", MEASURE + "art: Daueraufgabe\n", "syntax-duplicate-key"),
    measure("doppelt-nfd", f"ä: 1\n{NFD}: 2\n", "syntax-duplicate-key"),
    measure("zwei-dokumente", f"{MEASURE}---\n{MEASURE}", "syntax-second-document"),
    measure("schluessel-liste", "[a, b]: c\n", "syntax-key"),
    measure("schluessel-leer", ": c\n", "syntax-indentation"),
    measure("schluessel-null", "~: c\n", "syntax-key"),
    measure("klammer-offen", "titel: [\n", "syntax-brace-open"),
    measure("anfuehrung-offen", 'titel: "a\n' + MEASURE, "syntax-quote-open"),
    measure("kennung-in-datei", f"id: M-404\n{MEASURE}", "schema-id-in-file"),
    # values
    changed("30-februar", "2024-09-01", "2024-02-30", "schema-date-unknown"),
    changed("jahr-0", "2024-09-01", "0000-01-01", "schema-date-unknown"),
    changed("jahr-1", "2024-09-01", "0001-01-01"),
    changed("jahr-9999", "2024-09-01", "9999-12-31", "entry-after-as-of"),
    changed("jahr-10000", "2024-09-01", "10000-01-01", "schema-date"),
    changed("datum-liste", "2024-09-01", "[2024, 9, 1]", "schema-not-text"),
    changed("datum-arabisch", "2024-09-01", "٢٠٢٤-٠٩-٠١", "schema-date"),
    changed("status-block", "geplant", "{a: b}", "schema-not-text"),
    changed("titel-liste", "Sprachmittlerpool", "[a]", "schema-not-text"),
    changed("titel-null", "Sprachmittlerpool", "null", "schema-missing"),
    changed("titel-leer", "Sprachmittlerpool", '""', "schema-empty"),
    changed(
        "verlauf-wort", "verlauf:\n  - datum: 2024-09-01\n    status: geplant", "verlauf: folgt", "schema-not-list"
    ),
    year("betrag-riesig", 2030, f"ansatz: {'9' * 40}.00", "schema-amount"),
    year("betrag-stellen", 2031, f"ansatz: {'9' * 9000}", "schema-amount"),
    year("betrag-exponent", 2032, "ansatz: 1e999999", "schema-amount"),
    year("betrag-nan", 2033, "ansatz: NaN", "schema-amount"),
    year("betrag-unendlich", 2034, "ansatz: .inf", "schema-amount"),
    year("betrag-formel", 2035, 'ansatz: "=2500*2"', "schema-amount"),
    year("betrag-zweideutig", 2036, "ansatz: 6.000", "schema-amount-ambiguous"),
    year("betrag-block", 2037, "ansatz: {a: b}", "schema-not-text"),
    year("jahr-99999", 99999, "ansatz: 1.00"),
    Broken("jahr-hochzahl", "haushalt/202².yaml", "stand: beschlossen\n", ("schema-file-name",)),
    Broken("jahr-wort", "haushalt/naechstes.yaml", "stand: beschlossen\n"),
    # texts that would be more than text somewhere
    titled("rich", '"[bold red]Pool[/] [link=file:///etc/passwd]hier[/link] [/nichts]"'),
    titled("ansi", r'"\e[2J\e[31mPool\e]0;Titel\a\e]8;;http://boese.example\e\\hier"'),
    titled("c1", r'"\x9b31mPool\x85\N\L\P"'),
    titled("nul-maskiert", r'"a\0b"'),
    titled("html", "'<script>alert(1)</script><img src=x onerror=alert(1)>'"),
    titled("bidi", r'"\u202egnal\u2066 \u2069\u200f\u200b\ufeff"'),
    titled("formel", "\"=cmd|' /C calc'!A0\""),
    titled("zeilen", r'"eins\nzwei\r\ndrei\tvier"'),
    titled("lang", "x" * 50_000),
    titled("zeichen-gestapelt", "Z" + "\u0300\u0321" * 500),
    titled("platzhalter", '"{path} {0} %s %(x)s ${HOME} {{}}"'),
    titled("surrogat", r'"\ud83d"', "syntax-yaml"),
    # Markdown
    chapter("ohne-kopf", "Nur Text\n", "syntax-header-missing"),
    chapter("kopf-offen", "---\ntitel: Kapitel\n", "syntax-header-open"),
    chapter("kopf-leer", "---\n---\nText\n", "schema-missing"),
    chapter("kopf-liste", "---\n- a\n---\nText\n", "syntax-not-a-mapping"),
    chapter("kopf-alias", "---\ntitel: &a x\n---\nText\n", "syntax-anchor"),
    chapter("kopf-cr", "---\rtitel: Kapitel\r---\rText\r", "syntax-header-missing"),
    chapter("kopf-text", "---\ntitel: Kapitel\ntext: x\n---\nText\n", "syntax-reserved-key"),
    chapter("kapitel-latin-1", "---\ntitel: Maßnahmen\n---\nText\n".encode("latin-1"), "syntax-encoding"),
    chapter("kapitel-leer", b"", "syntax-empty"),
    body("kapitel-ohne-text", "## Überschrift", "chapter-empty"),
    body("kapitel-html", "<script>alert(1)</script>\n\n<!-- [a](../../x)"),
    body("verweis-hinaus", "[Passwörter](../../../../etc/passwd)", "link-outside"),
    body("verweis-absolut", "![x](/etc/passwd) und [y](file:///etc/passwd)", "link-outside"),
    body("verweis-nirgends", "[x](nirgends.md)", "broken-internal-link"),
    body("verweis-steuerzeichen", "[x](<a\x1b[31m.md>)", "broken-internal-link"),
    body("klammern", "[" * 5_000 + "](x.md)", "broken-internal-link"),
    body("sterne", "[x](y.md) " + "*a _b " * 3_000, "broken-internal-link"),
    body("zitate", "[x](y.md)\n\n" + ">" * 5_000 + " a", "broken-internal-link"),
    body("listen", "[x](y.md)\n\n" + "- " * 2_000 + " a", "broken-internal-link"),
    body("verweise-ohne-ende", "[a](" * 5_000),
    # values tables
    table("anfuehrung", 'jahr;wert\n2023;"1\n', "syntax-csv-quotes"),
    table("zu-viele-zellen", "jahr;wert\n2023;1;2;3\n", "syntax-csv-cells"),
    table("doppelte-spalte", "jahr;jahr\n2023;2024\n", "syntax-csv-head"),
    table("fremde-spalte", "jahr;wert;geheim\n2023;1;x\n", "csv-column-unknown"),
    table("spalte-fehlt", "wert\n1\n", "csv-column-missing"),
    table("kommas", "jahr,wert\n2023,1\n", "csv-column-missing"),
    table("riesige-zelle", f"jahr;wert\n2023;{'1' * 200_000}\n", "syntax-csv-quotes"),
    table("formel-in-zelle", "jahr;wert;hinweis\n2023;=1+1;=HYPERLINK(0)\n", "schema-number"),
    table("tabelle-nul", "jahr;wert\n2023;\0\n", "syntax-control-character"),
    table("tabelle-utf-16", "jahr;wert\n2023;1\n".encode("utf-16"), "syntax-encoding"),
    table("tabelle-leer", b"", "syntax-empty"),
    table("viele-zeilen", "jahr;wert\n" + "x;y\n" * 2_000, "schema-whole-number", "schema-number"),
    # file names
    named("name-zeilenumbruch", "massnahmen/M\n1.yaml", "schema-file-name"),
    named("name-escape", "massnahmen/M\x1b[31m\x07.yaml", "schema-file-name"),
    named("name-strich", "massnahmen/-rf.yaml", "schema-file-name"),
    named("name-option", "massnahmen/--help.yaml", "schema-file-name"),
    named("name-nfd", f"massnahmen/Ma{NFD}hen.yaml", "schema-file-name"),
    named("name-lang", f"massnahmen/{'M' * 240}.yaml"),
    named("name-kein-utf-8", os.fsdecode(b"massnahmen/M-\xff\xfe.yaml"), "schema-file-name"),
    named("name-bidi", "massnahmen/M-\u202elmay.exe.yaml", "schema-file-name"),
    named("name-rich", "massnahmen/[bold]M[-bold].yaml", "schema-file-name"),
    named("name-html", "massnahmen/<b onclick=x>.yaml", "schema-file-name"),
    named("name-shell", "massnahmen/$(touch spur);`id`.yaml", "schema-file-name"),
    named("name-rueckstrich", "massnahmen/a\\..\\M.yaml", "schema-file-name"),
    named("name-stern", "massnahmen/*?.yaml", "schema-file-name"),
    named("name-leerzeichen", "massnahmen/ .yaml", "schema-file-name"),
    named("name-git-pfad", "massnahmen/:(top)x.yaml", "schema-file-name"),
    named("name-zwilling", "massnahmen/Nur-Cr.yaml"),
    named("endung-gross", "massnahmen/M-501.YAML", "file-misplaced"),
    named("endung-yml", "massnahmen/M-502.yml", "file-misplaced"),
    named("endung-doppelt", "massnahmen/M-503.yaml.txt", "file-misplaced"),
    named("zu-tief", "massnahmen/" + "a/" * 200 + "M-504.yaml", "file-misplaced"),
    named("fremde-datei", "massnahmen/geheim.exe", "file-unknown"),
    Broken("ordner-vertippt", "Maßnahmen/M-505.yaml", MEASURE, ("folder-unknown",), "Maßnahmen"),
    # links, pipes, folders where a file belongs
    measure("link-passwd", link("/etc/passwd"), "file-is-link"),
    measure("link-nachbar", link("M-001.yaml"), "file-is-link"),
    measure("link-ordner", link("."), "file-is-link"),
    measure("link-hinaus", link("../../../../../../etc"), "file-is-link"),
    measure("link-im-kreis", link("link-im-kreis.yaml"), "file-is-link"),
    measure("link-ins-leere", link("nirgends.yaml"), "file-is-link"),
    measure("link-endlos", link("/dev/zero"), "file-is-link"),
    Broken("ordner-link", "foerderungen", link("/etc"), ("file-is-link",)),
    Broken("ordner-kreis", "texte/kreis", link(".."), ("file-is-link",)),
    Broken("anlagen-kreis", "anlagen/kreis", link("."), ("file-is-link",)),
    Broken("anlage-link", "anlagen/passwoerter.txt", link("/etc/passwd"), ("file-is-link",)),
    measure("rohr", pipe, "file-is-other"),
    measure("steckdose", socket, "file-is-other"),
    Broken("anlage-rohr", "anlagen/rohr.pdf", pipe, ("file-is-other",)),
    measure("ordner-voll", full_folder, "file-is-other"),
    measure("ordner-leer", folder, "file-is-other"),
    # enclosures that lead out
    enclosing("2022-101", "../../etc/passwd", "attachment-outside"),
    enclosing("2022-102", "/etc/passwd", "attachment-outside"),
    enclosing("2022-103", "anlagen/../../etc/passwd", "attachment-outside"),
    enclosing("2022-104", "'C:\\Windows\\win.ini'", "attachment-outside"),
    enclosing("2022-105", "'\\\\server\\freigabe\\x'", "attachment-outside"),
    enclosing("2022-106", r'"anlagen/a\0b.pdf"', "attachment-missing"),
    enclosing("2022-107", f"anlagen/{'x' * 5000}.pdf", "attachment-missing"),
    enclosing("2022-108", f"anlagen/kreis/kreis/passwoerter.txt, sha256: {'0' * 64}", "attachment-missing"),
    enclosing("2022-109", f"anlagen/passwoerter.txt, sha256: {'0' * 64}"),
    enclosing("2022-110", f"anlagen/rohr.pdf, sha256: {'0' * 64}"),
)


# --- broken repositories ---------------------------------------------------------------------------------------------


@dataclass
class Room:
    """Where one repository is built: the concept's folder, and beside it what it must not reach."""

    beside: Path
    environment: dict[str, str]
    folder: Path = field(init=False)
    trace: Path = field(init=False)
    """Every planted program writes here."""

    def __post_init__(self) -> None:
        self.folder = self.beside / "konzept"
        self.trace = self.beside / "spur"

    def git(self, *arguments: str, cwd: Path | None = None, stdin: str | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=cwd or self.folder,
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def write(self, path: str, content: str | bytes = "") -> Path:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def commit(self, *, tagged: bool = False) -> None:
        """Everything in the folder, by a git that knows nothing of its planted programs yet."""
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--message=Stand")
        if tagged:
            self.git("tag", "--force", "fortschreibung/2022")

    def program(self) -> Path:
        """A program that leaves a trace."""
        path = self.beside / "programm"
        path.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{self.trace}'\ncat\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    def naming(self, text: str) -> str:
        """A text with the paths for which ``PROGRAM`` and ``SPUR`` stand."""
        return text.replace("PROGRAM", str(self.beside / "programm")).replace("SPUR", str(self.trace))

    def config(self, text: str) -> None:
        with (self.folder / ".git/config").open("a", encoding="utf-8") as file:
            file.write(text)

    def object_file(self, name: str) -> Path:
        """The file of a loose object, made writable."""
        blob = self.git("rev-parse", name)
        path = self.folder / ".git/objects" / blob[:2] / blob[2:]
        path.chmod(0o644)
        return path

    def move(self, folder: Path) -> None:
        """The whole repository lies elsewhere."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.rename(folder)
        self.folder = folder

    def deeper(self, name: str) -> None:
        """The concept lies in a folder of its repository."""
        (self.folder / name).mkdir()
        for path in list(self.folder.iterdir()):
            if path.name not in {".git", name}:
                path.rename(self.folder / name / path.name)
        self.commit(tagged=True)
        self.folder /= name


@dataclass(frozen=True)
class Case:
    """One repository and what each command must say of it: ``""`` for a result, or the code of the one error."""

    name: str
    build: Callable[[Room], object]
    codes: tuple[str, ...] = ()
    """Among the findings of ``check``; none of them means that nothing is wrong with the files."""
    at: str | None = None
    check: str = ""
    status: str = ""
    show: str = ""
    edition: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    powerless: bool = False
    """Root obeys the permissions of files too."""
    as_root: bool = False
    trapped: bool = False
    """Programs are planted: the program must be started as people start it."""

    @property
    def own_process(self) -> bool:
        """Whether a fork is not enough."""
        return self.trapped or self.powerless or "PATH" in self.environment

    def expected(self) -> dict[str, str]:
        return {
            "check": self.check,
            "json": self.check,
            "status": self.status,
            "show": self.show,
            "edition": self.edition,
        }


def nowhere(name: str, build: Callable[[Room], object], *, error: str = "no-concept", powerless: bool = False) -> Case:
    """A folder in which every command ends with the same error."""
    return Case(name, build, check=error, status=error, show=error, edition=error, powerless=powerless)


def manifest(name: str, content: str | bytes, *codes: str) -> Case:
    return Case(name, lambda room: room.write("konzept.yaml", content), codes, at="konzept.yaml")


def instead(path: str, make: Content | None = None) -> Callable[[Room], None]:
    """Something else, or nothing, where a file or folder was."""

    def build(room: Room) -> None:
        target = room.folder / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
        if make is not None:
            Broken(path, path, make).build(room.folder)

    return build


def added(path: str, content: Content) -> Callable[[Room], None]:
    """A new file."""
    return lambda room: Broken(path, path, content).build(room.folder)


def then(*steps: Callable[[Room], object]) -> Callable[[Room], None]:
    """One after the other."""

    def build(room: Room) -> None:
        for step in steps:
            step(room)

    return build


def git_file(name: str, path: str, content: str | bytes, **expected: str) -> Case:
    """A file in ``.git`` has another content."""
    return Case(name, lambda room: room.write(f".git/{path}", content), **expected)  # type: ignore[arg-type]


def settings(name: str, text: str, **expected: str) -> Case:
    """The repository's own configuration says more, with ``PROGRAM`` for a planted program."""

    def build(room: Room) -> None:
        room.program()
        room.write(".git/info/attributes", "* filter=x diff=x merge=x text=auto\n")
        room.config(room.naming(text))
        for path in room.folder.rglob("*.yaml"):
            os.utime(path, (1, 1))  # touched: git wants to look again

    return Case(name, build, trapped="PROGRAM" in text, **expected)  # type: ignore[arg-type]


def surrounded(name: str, **environment: str) -> Case:
    """Variables of a surrounding hook that point to another repository, ``OTHER``, or name a program."""

    def build(room: Room) -> None:
        room.program()
        other = room.beside / "anderes"
        other.mkdir()
        room.git("init", "--quiet", cwd=other)

    return Case(name, build, environment=environment)


def new_git(room: Room, *options: str) -> None:
    instead(".git")(room)
    room.git("init", "--quiet", *options)


def bare(room: Room) -> None:
    copy = room.beside / "nackt.git"
    room.git("clone", "--quiet", "--bare", str(room.folder), str(copy))
    shutil.rmtree(room.folder)
    room.folder = copy


def bare_with_files(room: Room) -> None:
    """The concept's files lie inside a bare repository."""
    copy = room.beside / "nackt.git"
    room.git("clone", "--quiet", "--bare", str(room.folder), str(copy))
    instead(".git")(room)
    shutil.copytree(room.folder, copy, dirs_exist_ok=True)
    room.folder = copy


def shallow(room: Room) -> None:
    copy = room.beside / "flach"
    room.commit()
    room.git("clone", "--quiet", "--depth=1", "--no-tags", room.folder.as_uri(), str(copy))
    room.folder = copy


def worktree(room: Room) -> None:
    copy = room.beside / "zweiter-baum"
    room.git("worktree", "add", "--quiet", "--detach", str(copy))
    room.folder = copy


def packed(room: Room) -> None:
    room.git("gc", "--quiet", "--aggressive")
    room.git("pack-refs", "--all")


def truncated_pack(room: Room) -> None:
    packed(room)
    pack = next((room.folder / ".git/objects/pack").glob("*.pack"))
    pack.chmod(0o644)
    pack.write_bytes(pack.read_bytes()[: pack.stat().st_size // 2])


def corrupt(name: str, content: bytes | None) -> Callable[[Room], None]:
    """An object's file holds something else, or is gone."""

    def build(room: Room) -> None:
        path = room.object_file(name)
        path.unlink() if content is None else path.write_bytes(content)

    return build


def altered_blob(room: Room) -> None:
    """A sound object under the name of another."""
    other = room.object_file("HEAD:konzept.yaml")
    shutil.copyfile(other, room.object_file("HEAD:massnahmen/M-001.yaml"))


def tag_of(kind: str) -> Callable[[Room], None]:
    def build(room: Room) -> None:
        room.git("tag", "--force", "fortschreibung/2022", kind)

    return build


def tree_bomb(room: Room) -> None:
    """The edition's tree names 10 ** 10 files, in a handful of objects."""
    entry = f"100644 blob {room.git('rev-parse', 'HEAD:massnahmen/M-001.yaml')}"
    for _ in range(10):
        tree = room.git("mktree", stdin="".join(f"{entry}\tM-{number:03}.yaml\n" for number in range(10)))
        entry = f"040000 tree {tree}"
    edition_of_tree(room, tree)


def edition_of_tree(room: Room, tree: str) -> None:
    room.git("tag", "--force", "fortschreibung/2022", room.git("commit-tree", "-m", "x", tree))


def strange_tree(*entries: str) -> Callable[[Room], None]:
    """The edition's measures are entries that no working tree could hold; BLOB and TREE stand for real ones."""

    def build(room: Room) -> None:
        blob, tree = room.git("rev-parse", "HEAD:massnahmen/M-001.yaml", "HEAD:massnahmen").split()
        raw = b""
        for entry in entries:
            mode, named, name = entry.split(" ", 2)
            raw += f"{mode} {name}\0".encode() + bytes.fromhex({"BLOB": blob, "TREE": tree}.get(named, named))
        (room.beside / "baum").write_bytes(raw)
        below = room.git("hash-object", "-t", "tree", "-w", "--literally", str(room.beside / "baum"))
        lines = [line for line in room.git("ls-tree", "-z", "HEAD").split("\0") if line and "massnahmen" not in line]
        edition_of_tree(
            room, room.git("mktree", "-z", stdin="\0".join([*lines, f"040000 tree {below}\tmassnahmen", ""]))
        )

    return build


def large_blob(room: Room) -> None:
    """What the edition holds is small in the object database, and would be large in memory."""
    room.write("massnahmen/M-002.yaml", b"# " + b"0" * (40 * MIB))
    room.commit(tagged=True)


def sparse_file(room: Room) -> None:
    """A committed file has become larger than any memory."""
    with (room.folder / "massnahmen/M-001.yaml").open("r+b") as file:
        file.truncate(1 << 40)


def foreign_owner(room: Room) -> None:
    for path in (room.folder, *room.folder.rglob("*")):
        os.chown(path, 12345, 12345, follow_symlinks=False)


def forbidden(path: str) -> Callable[[Room], None]:
    return lambda room: (room.folder / path).chmod(0)


def submodule(room: Room) -> None:
    text = (
        f'[submodule "x"]\n\tpath = massnahmen/modul\n\turl = ext::{room.program()} %S\n\tupdate = !{room.program()}\n'
    )
    room.write(".gitmodules", text)
    room.git("update-index", "--add", "--cacheinfo", f"160000,{room.git('rev-parse', 'HEAD')},massnahmen/modul")
    room.commit(tagged=True)
    room.config(text.replace("path = massnahmen/modul", "active = true"))


def promisor(room: Room) -> None:
    """A partial clone that lacks a file of the edition and knows a program that could fetch it."""
    program = room.program()
    room.object_file("HEAD:massnahmen/M-001.yaml").unlink()
    room.config(
        f"[core]\n\trepositoryFormatVersion = 1\n\tsshCommand = {program}\n[extensions]\n\tpartialClone = origin\n"
        f'[remote "origin"]\n\tpromisor = true\n\turl = ext::{program} %S\n\tuploadpack = {program}\n'
        '[protocol "ext"]\n\tallow = always\n[protocol]\n\tallow = always\n'
    )


def hooks(room: Room) -> None:
    program = room.program()
    for name in (
        *("applypatch-msg", "post-applypatch", "post-checkout", "post-commit", "post-index-change", "post-merge"),
        *("post-rewrite", "pre-auto-gc", "pre-commit", "pre-merge-commit", "pre-push", "pre-rebase", "proc-receive"),
        *("fsmonitor-watchman", "reference-transaction", "prepare-commit-msg", "commit-msg", "update", "pre-receive"),
    ):
        room.write(f".git/hooks/{name}")
        (room.folder / ".git/hooks" / name).unlink()
        (room.folder / ".git/hooks" / name).symlink_to(program)
    room.config(f"[core]\n\thooksPath = {room.folder}/.git/hooks\n")
    os.utime(room.folder / "konzept.yaml", (1, 1))


def planted_modules(room: Room) -> None:
    """Python, editors and shells find files of theirs."""
    text = f"open({str(room.trace)!r}, 'a').write(__file__)\n"
    for name in ("ikonzept", "sitecustomize", "usercustomize", "conftest", "typing", "rich", "ruamel", "git", "json"):
        room.write(f"{name}.py", text)
    for name in ("git", "less", "gpg", "python", "sh", "pager"):
        room.write(name, f"#!/bin/sh\necho $0 >> '{room.trace}'\n").chmod(0o755)
    room.write(".env", "GIT_DIR=/nirgends\nIKONZEPT_LANG=en\n")


def by_way_of_a_link(room: Room) -> None:
    (room.beside / "hierher").symlink_to(room.folder)
    room.folder = room.beside / "hierher"


def nasty_texts(text: str) -> Callable[[Room], None]:
    """Every text that ``status`` and ``show`` print is hostile."""

    def build(room: Room) -> None:
        words = (
            "Sprachmittlerpool",
            "Integrationskonzept des Landkreises Muster",
            "Referat für Migration und Teilhabe",
        )
        for path in (
            "konzept.yaml",
            "massnahmen/M-001.yaml",
            "fortschreibungen/2022.yaml",
            "handlungsfelder/bildung.yaml",
        ):
            content = (room.folder / path).read_text(encoding="utf-8")
            for word in (*words, "Landkreis Muster", "Bildung", "Kreistag", "Sprachmittlung ist in Schulen verfügbar."):
                content = content.replace(f": {word}\n", f": {text}\n")
            room.write(path, content)
        room.write(
            "massnahmen/M-001.yaml",
            (room.folder / "massnahmen/M-001.yaml").read_text("utf-8") + f"beschreibung: {text}\n",
        )
        room.commit(tagged=True)

    return build


PROGRAMS = """
[core]
	fsmonitor = PROGRAM
	pager = PROGRAM
	editor = PROGRAM
	askPass = PROGRAM
	sshCommand = PROGRAM
	gitProxy = PROGRAM
	alternateRefsCommand = PROGRAM
	untrackedCache = true
[filter "x"]
	clean = PROGRAM
	smudge = PROGRAM
	process = PROGRAM
	required = true
[diff]
	external = PROGRAM
[diff "x"]
	command = PROGRAM
	textconv = PROGRAM
[merge "x"]
	driver = PROGRAM
[gpg]
	program = PROGRAM
[gpg "ssh"]
	program = PROGRAM
	defaultKeyCommand = PROGRAM
[log]
	showSignature = true
[credential]
	helper = !PROGRAM
[pager]
	rev-parse = PROGRAM
	ls-files = PROGRAM
	ls-tree = PROGRAM
	cat-file = PROGRAM
	rev-list = PROGRAM
[alias]
	rev-parse = !PROGRAM
	ls-files = !PROGRAM
	ls-tree = !PROGRAM
[uploadpack]
	packObjectsHook = PROGRAM
[sequence]
	editor = PROGRAM
[trace2]
	normalTarget = SPUR
	eventTarget = SPUR
"""

GIT = shutil.which("git") or "git"
CASES: tuple[Case, ...] = (
    Case("heil", lambda _room: None),
    # the manifest, and where the concept is
    nowhere("leerer-ordner", instead("", folder)),
    nowhere("ordner-fehlt", instead("")),
    nowhere("datei-statt-ordner", instead("", "x")),
    nowhere("ordner-im-kreis", instead("", link("konzept"))),
    nowhere("manifest-fehlt", instead("konzept.yaml")),
    nowhere("manifest-ordner", instead("konzept.yaml", folder)),
    nowhere("manifest-rohr", instead("konzept.yaml", pipe)),
    nowhere("manifest-link-ins-leere", instead("konzept.yaml", link("nirgends"))),
    Case("manifest-link", instead("konzept.yaml", link("/etc/passwd")), ("file-is-link",), at="konzept.yaml"),
    manifest("format-2", MINIMAL["konzept.yaml"].replace("format: 1", "format: 2"), "format-newer"),
    manifest("format-0", MINIMAL["konzept.yaml"].replace("format: 1", "format: 0"), "format-older"),
    manifest("format-eins", MINIMAL["konzept.yaml"].replace("format: 1", "format: eins"), "schema-whole-number"),
    manifest("format-hochzahl", MINIMAL["konzept.yaml"].replace("format: 1", "format: ²"), "schema-whole-number"),
    manifest(
        "format-endlos", MINIMAL["konzept.yaml"].replace("format: 1", f"format: {'1' * 5000}"), "schema-whole-number"
    ),
    manifest("format-fehlt", MINIMAL["konzept.yaml"].replace("format: 1\n", ""), "schema-missing"),
    manifest("format-liste", MINIMAL["konzept.yaml"].replace("format: 1", "format: [1]"), "schema-not-text"),
    manifest("manifest-leer", "", "syntax-empty"),
    manifest("manifest-nul", MINIMAL["konzept.yaml"] + "\0", "syntax-control-character"),
    manifest("manifest-alias", LAUGHS, "syntax-anchor"),
    manifest("manifest-liste", "- format: 1\n", "syntax-not-a-mapping"),
    Case(
        "nur-manifest",
        then(*map(instead, ("texte", "massnahmen", "handlungsfelder"))),
        ("guiding-question-unanswered",),
        show="unknown-thing",
    ),
    Case("leere-ordner", then(*(added(name, folder) for name in ("beteiligung", "anlagen", "haushalt")))),
    Case(
        "massnahmen-datei",
        instead("massnahmen", "x"),
        ("file-unknown",),
        at="massnahmen",
        show="unknown-thing",
    ),
    Case(
        "massnahmen-link",
        then(
            lambda room: shutil.move(room.folder / "massnahmen", room.beside),
            added("massnahmen", link("../massnahmen")),
        ),
        ("file-is-link",),
        at="massnahmen",
        show="unknown-thing",
    ),
    Case(
        "massnahmen-rohr",
        instead("massnahmen", pipe),
        ("file-is-other",),
        at="massnahmen",
        show="unknown-thing",
    ),
    Case(
        "M-001-unlesbar",
        instead("massnahmen/M-001.yaml", "titel: ["),
        ("syntax-brace-open",),
        show="thing-unreadable",
    ),
    Case("name-mit-zeilenumbruch", lambda room: room.move(room.beside / "kon\nzept")),
    Case("name-mit-trenner", lambda room: room.move(room.beside / "kon\u2028\x85\x0czept")),
    Case("name-kein-utf-8", lambda room: room.move(room.beside / os.fsdecode(b"kon\xff\xfezept"))),
    Case("name-mit-strich", lambda room: room.move(room.beside / "--help")),
    Case("name-mit-escape", lambda room: room.move(room.beside / "\x1b[31m[bold]")),
    Case("unterordner-zeilenumbruch", lambda room: room.deeper("a\nb")),
    Case("unterordner-git-pfad", lambda room: room.deeper(":(top)x")),
    Case("unterordner-stern", lambda room: room.deeper("[a-z]*?")),
    Case("unterordner-kein-utf-8", lambda room: room.deeper(os.fsdecode(b"\xff"))),
    Case("ueber-einen-link", by_way_of_a_link),
    # permissions and owners
    Case(
        "datei-verboten",
        forbidden("massnahmen/M-001.yaml"),
        ("file-unreadable",),
        show="thing-unreadable",
        powerless=True,
    ),
    Case("manifest-verboten", forbidden("konzept.yaml"), ("file-unreadable",), at="konzept.yaml", powerless=True),
    Case(
        "anlage-verboten",
        then(added("anlagen/a.pdf", ""), forbidden("anlagen/a.pdf")),
        ("attachment-unused",),
        powerless=True,
    ),
    Case(
        "ordner-verboten",
        forbidden("massnahmen"),
        check="os-forbidden",
        status="os-forbidden",
        show="os-forbidden",
        powerless=True,
    ),
    nowhere("konzept-verboten", forbidden(""), error="usage-value", powerless=True),
    Case("git-verboten", forbidden(".git"), edition="needs-git", powerless=True),
    Case("git-fremd", foreign_owner, status="git-owner", edition="git-owner", as_root=True),
    Case(
        "git-fremd-gesagt",
        lambda _room: None,
        status="git-owner",
        edition="git-owner",
        environment={"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"},
    ),
    Case("ohne-namen", lambda _room: None, environment={"GIT_CONFIG_GLOBAL": os.devnull}),
    Case(
        "ohne-heim", lambda _room: None, environment={"HOME": "/nirgends", "GIT_CONFIG_GLOBAL": "/nirgends/.gitconfig"}
    ),
    Case("ohne-git-programm", lambda _room: None, edition="git-missing", environment={"PATH": "/nirgends"}),
    # .git
    Case("ohne-git", instead(".git"), edition="needs-git"),
    Case("git-leerer-ordner", instead(".git", folder), edition="needs-git"),
    Case("git-rohr", instead(".git", pipe), edition="needs-git"),
    Case("git-im-kreis", instead(".git", link(".git")), edition="needs-git"),
    Case("git-datei-ins-leere", instead(".git", "gitdir: /nirgends\n"), edition="needs-git"),
    Case("git-datei-auf-sich", instead(".git", "gitdir: .git\n"), edition="needs-git"),
    Case("git-datei-leer", instead(".git", ""), edition="git-failed", status="git-failed"),
    Case(
        "git-datei-binaer",
        instead(".git", bytes(range(256))),
        edition="git-failed",
        status="git-failed",
    ),
    nowhere("nacktes-repository", bare),
    Case("dateien-im-nackten", bare_with_files, edition="needs-git"),
    settings("nackt-genannt", "[core]\n\tbare = true\n", edition="needs-git"),
    Case("noch-kein-commit", new_git, edition="edition-needs-git"),
    Case("sha-256", then(lambda room: new_git(room, "--object-format=sha256"), lambda room: room.commit(tagged=True))),
    Case("losgeloest", lambda room: room.git("checkout", "--quiet", "--detach")),
    Case("flach", shallow, edition="edition-untagged"),
    Case("zweiter-arbeitsbaum", worktree),
    Case("gepackt", packed),
    Case(
        "spaerlich",
        then(
            lambda room: room.git("update-index", "--refresh"),
            lambda room: room.git("sparse-checkout", "set", "--no-cone", "/*", "!/texte"),
        ),
        ("guiding-question-unanswered",),
    ),
    # refs
    git_file("kopf-fehlt", "HEAD", "", edition="needs-git"),
    git_file("kopf-kaputt", "HEAD", b"\xff\x00kaputt", edition="needs-git"),
    git_file("kopf-hinaus", "HEAD", "ref: ../../../etc/passwd\n", edition="needs-git"),
    git_file("kopf-unbekannt", "HEAD", f"{'1' * 40}\n", status="git-failed"),
    git_file("kopf-ohne-zweig", "HEAD", "ref: refs/heads/nirgends\n"),
    Case(
        "kopf-rohr",
        instead(".git/HEAD", pipe),
        status="git-silent",
        edition="git-silent",
    ),
    git_file("zweig-kaputt", "refs/heads/main", "kaputt\n"),
    git_file("zweig-leer", "refs/heads/main", ""),
    git_file("zweig-unbekannt", "refs/heads/main", f"{'1' * 40}\n", status="git-failed"),
    git_file("zweig-im-kreis", "refs/heads/main", "ref: refs/heads/main\n"),
    git_file("marke-kaputt", "refs/tags/fortschreibung/2022", "kaputt\n", edition="edition-tag-broken"),
    git_file("marke-unbekannt", "refs/tags/fortschreibung/2022", f"{'1' * 40}\n", edition="edition-tag-unreadable"),
    git_file("marken-mit-trennern", "refs/tags/fortschreibung/20\u2028\x85\u202e22", f"{'1' * 40}\n"),
    Case("marke-eines-blobs", tag_of("HEAD:konzept.yaml"), edition="edition-tag-unreadable"),
    Case("marke-eines-baums", tag_of("HEAD^{tree}"), edition="edition-tag-unreadable"),
    Case("marke-als-zweig", then(lambda room: room.git("branch", "2022"), lambda room: room.git("tag", "2022"))),
    git_file("packed-refs-kaputt", "packed-refs", "# pack-refs\nkaputt\n", status="git-failed", edition="git-failed"),
    # objects
    Case("blob-fehlt", corrupt("HEAD:massnahmen/M-001.yaml", None), edition="git-blob"),
    Case("blob-kaputt", corrupt("HEAD:massnahmen/M-001.yaml", b"kaputt"), edition="git-blob"),
    Case("blob-leer", corrupt("HEAD:massnahmen/M-001.yaml", b""), edition="git-blob"),
    Case("blob-vertauscht", altered_blob),
    Case("baum-fehlt", corrupt("HEAD:massnahmen", None), status="git-failed", edition="git-failed"),
    Case("commit-fehlt", corrupt("HEAD", None), status="git-failed", edition="edition-tag-unreadable"),
    Case("commit-kaputt", corrupt("HEAD", b"kaputt"), status="git-failed", edition="git-failed"),
    Case("paket-abgeschnitten", truncated_pack, status="git-failed", edition="edition-tag-unreadable"),
    Case("baum-bombe", tree_bomb, edition="git-too-large"),
    Case(
        "baum-bombe-im-kopf",
        then(tree_bomb, lambda room: room.git("update-ref", "HEAD", "fortschreibung/2022^{commit}")),
        status="git-too-large",
        edition="git-too-large",
    ),
    Case("grosser-blob", large_blob, ("syntax-too-large",)),
    Case("riesige-datei", sparse_file, ("syntax-too-large",), show="thing-unreadable"),
    Case(
        "baum-mit-punkten",
        strange_tree(
            "100644 BLOB ../../../../spur", "100644 BLOB ..", "100644 BLOB /etc/x.yaml", "100644 BLOB M-001.yaml"
        ),
    ),
    Case("baum-mit-doppeln", strange_tree("100644 BLOB M-001.yaml", "100644 BLOB M-001.yaml")),
    Case("baum-mit-zeilenumbruch", strange_tree("100644 BLOB M\n\t1.yaml", "120000 BLOB M-001.yaml")),
    Case("baum-ohne-blob", strange_tree(f"100644 {'1' * 40} M-001.yaml"), edition="git-blob"),
    Case("baum-statt-blob", strange_tree("100644 TREE M-001.yaml"), edition="git-blob"),
    # the index and other files of git
    git_file("index-kaputt", "index", b"DIRC" + b"\xff" * 100, status="git-failed"),
    Case("index-fehlt", instead(".git/index")),
    git_file("index-gesperrt", "index.lock", ""),
    git_file("ausschluss-binaer", "info/exclude", bytes(range(256))),
    git_file("alternates-ins-leere", "objects/info/alternates", "/nirgends\n../../../../../etc\n"),
    git_file("alternates-im-kreis", "objects/info/alternates", "../objects\n"),
    git_file("grafts", "info/grafts", "kaputt\n"),
    git_file("flach-kaputt", "shallow", "kaputt\n", status="git-failed", edition="git-failed"),
    git_file("commondir-ins-leere", "commondir", "/nirgends\n", edition="needs-git"),
    Case(
        "ersetzter-commit",
        lambda room: room.git(
            "update-ref",
            f"refs/replace/{room.git('rev-parse', 'HEAD')}",
            room.git("commit-tree", "-m", "x", "HEAD^{tree}"),
        ),
    ),
    # settings
    git_file("einstellungen-kaputt", "config", "kaputt\x00[\n", status="git-failed", edition="git-failed"),
    git_file("einstellungen-fehlen", "config", ""),
    settings("version-99", "[core]\n\trepositoryFormatVersion = 99\n", status="git-failed", edition="git-failed"),
    settings(
        "erweiterung-unbekannt",
        "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tunbekannt = true\n",
        status="git-failed",
        edition="git-failed",
    ),
    settings("einbindung-im-kreis", "[include]\n\tpath = config\n", status="git-failed", edition="git-failed"),
    settings("arbeitsbaum-woanders", "[core]\n\tworktree = /etc\n", edition="needs-git"),
    settings("arbeitsbaum-darueber", "[core]\n\tworktree = ../..\n"),
    settings("programme", PROGRAMS),
    Case("haken", hooks, trapped=True),
    Case(
        "programme-eingebunden",
        then(
            settings("", '[include]\n\tpath = mehr\n[includeIf "gitdir:/"]\n\tpath = ../mehr\n').build,
            lambda room: room.write(".git/mehr", room.naming(PROGRAMS)),
            lambda room: room.write("mehr", room.naming(PROGRAMS)),
        ),
        trapped=True,
    ),
    Case(
        "attribute-im-baum",
        then(
            settings("", PROGRAMS).build,
            added(".gitattributes", "* filter=x diff=x text eol=crlf ident working-tree-encoding=UTF-16\n"),
        ),
        trapped=True,
    ),
    settings("attribute-woanders", PROGRAMS + "[core]\n\tattributesFile = /etc/passwd\n\texcludesFile = /etc/passwd\n"),
    settings(
        "adresse-umgeschrieben",
        '[remote "origin"]\n\turl = https://example.org/x\n\tvcs = PROGRAM\n[url "ext::PROGRAM "]\n\tinsteadOf = https://\n[protocol]\n\tallow = always\n',
    ),
    Case("untermodul", submodule, trapped=True),
    Case("teilklon", promisor, edition="git-blob", trapped=True),
    Case("fremde-python-dateien", planted_modules, trapped=True),
    surrounded(
        "haken-drumherum",
        GIT_DIR="OTHER/.git",
        GIT_WORK_TREE="OTHER",
        GIT_INDEX_FILE="OTHER/.git/index",
        GIT_PREFIX="x/",
        GIT_OBJECT_DIRECTORY="OTHER/.git/objects",
        GIT_COMMON_DIR="OTHER/.git",
    ),
    surrounded(
        "haken-flach",
        GIT_SHALLOW_FILE="/etc/passwd",
        GIT_GRAFT_FILE="/etc/passwd",
        GIT_NAMESPACE="x",
        GIT_QUARANTINE_PATH="OTHER/.git/objects",
    ),
    surrounded(
        "haken-alternates",
        GIT_ALTERNATE_OBJECT_DIRECTORIES="OTHER/.git/objects",
        GIT_REPLACE_REF_BASE="refs/heads/",
        GIT_NO_REPLACE_OBJECTS="1",
    ),
    surrounded("haken-pfade", GIT_ICASE_PATHSPECS="1", GIT_GLOB_PATHSPECS="1"),
    surrounded(
        "haken-einstellungen",
        GIT_CONFIG_COUNT="2",
        GIT_CONFIG_KEY_0="core.fsmonitor",
        GIT_CONFIG_VALUE_0="PROGRAM",
        GIT_CONFIG_KEY_1="core.hooksPath",
        GIT_CONFIG_VALUE_1="OTHER/.git/hooks",
        GIT_CONFIG_PARAMETERS="'core.fsmonitor'='PROGRAM'",
    ),
    surrounded(
        "haken-programme",
        GIT_EXTERNAL_DIFF="PROGRAM",
        GIT_PAGER="PROGRAM",
        PAGER="PROGRAM",
        GIT_EDITOR="PROGRAM",
        EDITOR="PROGRAM",
        GIT_SSH="PROGRAM",
        GIT_SSH_COMMAND="PROGRAM",
        GIT_ASKPASS="PROGRAM",
        SSH_ASKPASS="PROGRAM",
        GIT_PROXY_COMMAND="PROGRAM",
    ),
    # texts that would be more than text somewhere, in everything that is shown
    *(
        Case(f"texte-{found.name}", nasty_texts(found.content.split("titel: ")[1].split("\n")[0]))
        for found in FILES
        if isinstance(found.content, str)
        and found.name in {"rich", "ansi", "c1", "html", "bidi", "formel", "zeilen", "lang", "platzhalter"}
    ),
)
