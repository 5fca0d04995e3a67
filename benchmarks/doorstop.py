"""doorstop, the requirements tool, as a peer: it too checks a git repository of small YAML files.

It is installed from PyPI into an environment of its own, never into ours.
"""

import subprocess
import venv
from pathlib import Path

DOCUMENT = 'settings:\n  digits: 5\n  prefix: REQ\n  sep: ""\n'
ITEM = """\
active: true
derived: false
header: |
  Maßnahme Nummer {number} mit einem Titel üblicher Länge
level: {section}.{number}
links: []
normative: true
ref: ''
reviewed: null
text: |
  Kreisweiter Pool ehrenamtlicher Sprachmittlerinnen und Sprachmittler, die Familien bei Terminen in Schulen,
  Kindertagesstätten und Behörden begleiten. Die Einsätze werden zentral vermittelt, die Ehrenamtlichen geschult
  und ihre Auslagen erstattet. Ein Beirat aus Fachdiensten und Trägern begleitet den Aufbau.

  Der Pool ist mit zwölf Personen gestartet, die erste Schulung ist abgeschlossen. Achtzehn Personen, 140 Einsätze,
  zwei weitere Schulungen sind geplant. Vierundzwanzig Personen, 310 Einsätze; die Nachfrage der Grundschulen wächst.
  Die Zusammenarbeit mit den Schulen hat sich bewährt, die Träger melden ihren Bedarf zum Halbjahr. Für seltene
  Sprachen fehlen weiterhin Sprachmittlerinnen und Sprachmittler; das Referat wirbt in den Vereinen und Kursen.
"""


def installed(folder: Path) -> Path:
    """The doorstop program in a fresh environment."""
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", "doorstop"], check=True)
    return folder / "bin" / "doorstop"


def items(folder: Path, count: int) -> Path:
    """A doorstop repository of so many items of about the size of our measures."""
    (folder / "req").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    (folder / "req" / ".doorstop.yml").write_text(DOCUMENT, encoding="utf-8")
    for number in range(1, count + 1):
        path = folder / "req" / f"REQ{number:05d}.yml"
        path.write_text(ITEM.format(number=number, section=number % 9 + 1), encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    return folder
