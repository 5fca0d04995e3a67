"""``budget check`` on ten years of fifty accounts and 2,000 lines each, beside the YAML parser and beancount.

beancount's ``bean-check`` reads the same sums written as its ledger: what each account may spend, what each line plans,
each order and its payment, and what must be left of every account at the end of the year. It is installed from PyPI
into an environment of its own, never into ours.
"""

import subprocess
import sys
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import generate
from compare import bare, ikonzept, judged, medians, python

YEARS = range(2015, 2025)
ACCOUNTS, LINES = 50, 2000
DAY = "2024-10-15"
PARSE = """\
import sys
from pathlib import Path
from ikonzept import document
for file in sorted(Path(sys.argv[1]).glob("*.yaml")):
    document.read(file.name, file.read_bytes())
"""
"""What the C parser alone needs for plain data: ruamel's own loaders on top of it take several times as long."""


@dataclass(frozen=True)
class Line:
    """A line of a year: half of it is ordered in March and paid in May; amounts in cents."""

    number: int
    account: int
    planned: int


def report(folder: Path) -> bool:
    """Prints both comparisons; whether ``budget check`` is within three times the parser, and no slower than a peer."""
    concept, ledger = folder / "money", folder / "sums.beancount"
    write(concept, ledger)
    ours = ikonzept("budget", "check", "-C", concept, "--as-of", DAY)
    parser = [*python("-c", PARSE), str(concept / "haushalt")]
    found = medians({"bare": bare(), "parser": parser, "ikonzept": ours}, rounds=3)
    floor = found["bare"] + 3 * found["parser"]
    return judged("budget check on 20,000 lines", {"3 × the parser + bare": floor, "ikonzept": found["ikonzept"]}, 1)


def faster_than_beancount(folder: Path) -> bool:
    """``budget check`` is at least as fast as ``bean-check`` on the same sums."""
    concept, ledger = folder / "money", folder / "sums.beancount"
    program = folder / "beancount"
    venv.create(program, with_pip=True)
    subprocess.run([program / "bin" / "pip", "install", "--quiet", "beancount"], check=True)
    ours = ikonzept("budget", "check", "-C", concept, "--as-of", DAY)
    theirs = [str(program / "bin" / "bean-check"), "--no-cache", str(ledger)]
    return judged("budget check against bean-check", medians({"bean-check": theirs, "ikonzept": ours}, rounds=3), 1)


# --- the same sums, twice ------------------------------------------------------------------------------------------


def write(concept: Path, ledger: Path) -> None:
    """A concept and a ledger with the same sums; nothing in them breaks."""
    generate.measures(concept, 1)
    (concept / "haushalt").mkdir()
    chance = Random(7)  # noqa: S311  the same amounts every time
    with ledger.open("w", encoding="utf-8") as book:
        book.writelines(_opened())
        for year in YEARS:
            lines = [Line(number, number % ACCOUNTS, chance.randrange(10_000, 500_000) * 2) for number in range(LINES)]
            (concept / "haushalt" / f"{year}.yaml").write_text("".join(_year(year, lines)), encoding="utf-8")
            book.writelines(_booked(year, lines))


def _euros(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def _sums(lines: list[Line]) -> list[int]:
    sums = [0] * ACCOUNTS
    for line in lines:
        sums[line.account] += line.planned
    return sums


def _year(year: int, lines: list[Line]) -> Iterator[str]:
    yield "stand: beschlossen\nkonten:\n"
    for account, planned in enumerate(_sums(lines)):
        yield f'  - konto: "111-300.{4271000 + account}"\n    bezeichnung: Konto {account}\n'
        yield f"    ansatz: {_euros(planned)}\n"
    yield "positionen:\n"
    for line in lines:
        number, half = f"{year}-{line.number:04}", _euros(line.planned // 2)
        yield f'  - id: H-{number}\n    konto: "111-300.{4271000 + line.account}"\n    massnahme: M-00001\n'
        yield f"    zweck: Leistung {line.number}\n    geplant: {_euros(line.planned)}\n    buchungen:\n"
        yield f"      - datum: {year}-03-01\n        art: Auftrag\n        betrag: {half}\n        beleg: A-{number}\n"
        yield f"      - datum: {year}-05-01\n        art: Ist\n        betrag: {half}\n        beleg: R-{number}\n"
        yield f"        zu: A-{number}\n"


def _opened() -> Iterator[str]:
    yield 'option "operating_currency" "EUR"\n'
    for name in ("Equity:Haushalt", "Expenses:Ist"):
        yield f"2015-01-01 open {name} EUR\n"
    for account in range(ACCOUNTS):
        for kind in ("Frei", "Geplant", "Gebunden"):
            yield f"2015-01-01 open Assets:{kind}:K{4271000 + account} EUR\n"


def _booked(year: int, lines: list[Line]) -> Iterator[str]:
    """The Ansatz, the plan, orders and payments as transactions; at the year's end what is left is what must be."""
    for account, planned in enumerate(_sums(lines)):
        yield from _moved(f"{year}-01-01", "Ansatz", planned, "Equity:Haushalt", f"Assets:Frei:K{4271000 + account}")
    for line in lines:
        name, half = f"K{4271000 + line.account}", line.planned // 2
        number = f"H-{year}-{line.number:04}"
        yield from _moved(f"{year}-01-02", number, line.planned, f"Assets:Frei:{name}", f"Assets:Geplant:{name}")
        yield from _moved(f"{year}-03-01", f"A {number}", half, f"Assets:Geplant:{name}", f"Assets:Gebunden:{name}")
        yield from _moved(f"{year}-05-01", f"R {number}", half, f"Assets:Gebunden:{name}", "Expenses:Ist")
    for account, planned in enumerate(_sums(lines)):
        name = f"K{4271000 + account}"
        for kind, rest in (("Frei", 0), ("Gebunden", 0), ("Geplant", planned // 2)):
            yield f"{year}-12-30 balance Assets:{kind}:{name} {_euros(rest)} EUR\n"
        yield from _moved(f"{year}-12-31", "Rest", planned // 2, f"Assets:Geplant:{name}", "Equity:Haushalt")


def _moved(day: str, what: str, cents: int, source: str, target: str) -> Iterator[str]:
    yield f'{day} * "{what}"\n  {source} -{_euros(cents)} EUR\n  {target} {_euros(cents)} EUR\n'


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        sys.exit(0 if report(Path(name)) and faster_than_beancount(Path(name)) else 1)
