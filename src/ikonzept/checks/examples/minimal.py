"""A small valid concept: every example is laid over it, and so is every text of a test."""

import re
import textwrap
from collections.abc import Mapping
from datetime import date

from ikonzept.checks.case import Since, state_since
from ikonzept.sources import Texts

AS_OF = date(2024, 10, 15)
"""The day on which examples are looked at."""

MINIMAL: dict[str, str] = {
    "konzept.yaml": """\
format: 1
titel: Integrationskonzept des Landkreises Muster
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
gremien:
  kreistag:
    name: Kreistag
    art: Vertretung
    oeffentlich: ja
  kreisausschuss:
    name: Kreisausschuss
    art: Hauptausschuss
    oeffentlich: nein
leitfragen:
  verstaendnis: Welches Verständnis von Integration gilt?
""",
    "texte/integration.md": """\
---
titel: Integration
beantwortet: [verstaendnis]
---

## Was wir meinen

Teilhabe aller, die hier leben.
""",
    "handlungsfelder/bildung.yaml": """\
titel: Bildung
ziele:
  - nummer: 1
    text: Sprachmittlung ist in Schulen verfügbar.
""",
    "massnahmen/M-001.yaml": """\
titel: Sprachmittlerpool
handlungsfeld: bildung
art: Projekt
federfuehrung: referat
verlauf:
  - datum: 2024-09-01
    status: geplant
""",
}


def since(before: Mapping[str, str], now: Mapping[str, str]) -> Since:
    """The earlier state of a concept, as far as its files differ, on a branch that is called ``main``."""
    changed = [path for path in {**before, **now} if before.get(path) != now.get(path)]
    return state_since(Texts(before), changed, "main", "main")


def parse(text: str) -> dict[str, str]:
    """Files from a text: each begins with a line ``=== path``."""
    parts = re.split(r"^=== (.+)\n", textwrap.dedent(text).lstrip("\n"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))
