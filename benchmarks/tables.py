"""``measure export`` and ``import`` of 2,000 rows, beside openpyxl alone writing and reading the very same cells.

Both sides are whole programs in the same mode (writing only, reading only); ours reads 2,000 files besides, styles,
protects and explains the cells, and holds each row against its file. Then 5,000 filled-in rows are taken over.
"""

import csv
import pickle
import subprocess
import sys
import time
from pathlib import Path

import openpyxl

import generate
from compare import ikonzept, judged, medians, python

ROWS, MANY = 2000, 5000
DAY = "2024-10-15"
SECONDS = 15
WRITE = """\
import pickle, sys
from openpyxl import Workbook
book = Workbook(write_only=True)
sheet = book.create_sheet("Maßnahmen")
for row in pickle.load(open(sys.argv[1], "rb")):
    sheet.append(row)
book.save(sys.argv[2])
"""
READ = """\
import sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1], read_only=True)
print(sum(1 for row in book["Maßnahmen"].iter_rows() for cell in row if cell.value is not None))
"""


def report(folder: Path) -> list[bool]:
    """Prints all comparisons; whether each is within its limit."""
    concept = generate.measures(folder / "tabled", ROWS)
    ours, theirs, cells = folder / "ours.xlsx", folder / "theirs.xlsx", folder / "cells.pickle"
    where = ("-C", concept, "--as-of", DAY)
    export = ikonzept("measure", "export", ours, *where)
    subprocess.run(export, check=True, stderr=subprocess.DEVNULL)
    _keep(ours, cells)
    writing = medians({"openpyxl": python("-c", WRITE, cells, theirs), "ikonzept": export}, rounds=3)
    reading = {"openpyxl": python("-c", READ, ours), "ikonzept": ikonzept("measure", "import", ours, *where)}
    return [
        judged(f"measure export of {ROWS} rows", writing, 3),
        judged(f"measure import of {ROWS} rows", medians(reading, rounds=3), 3),
        _many(folder),
    ]


def _keep(workbook: Path, cells: Path) -> None:
    """The cells of the sheet, as they are."""
    book = openpyxl.load_workbook(workbook, read_only=True)
    cells.write_bytes(pickle.dumps([list(row) for row in book["Maßnahmen"].iter_rows(values_only=True)]))


def _many(folder: Path) -> bool:
    """5,000 rows that all bring something, files written."""
    concept, table = generate.measures(folder / "many", MANY), folder / "many.csv"
    where = ("-C", concept, "--as-of", DAY)
    subprocess.run(ikonzept("measure", "export", table, *where), check=True, stderr=subprocess.DEVNULL)
    with table.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    for row in rows:
        row[head.index("Sachstand neu")] = "Läuft weiter wie geplant."
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])
    start = time.perf_counter()
    subprocess.run(ikonzept("measure", "import", table, *where), check=True, stdout=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    changed = sum("Läuft weiter" in path.read_text(encoding="utf-8") for path in (concept / "massnahmen").iterdir())
    print(f"measure import of {changed} changed rows: {taken:.1f} s (limit {SECONDS})")
    return changed == MANY and taken <= SECONDS


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        sys.exit(0 if all(report(Path(name))) else 1)
