"""A minimal valid concept, and small texts laid over it: a test is a text and a list."""

import re
import textwrap
from collections.abc import Mapping
from datetime import date

from ikonzept import checks, loader
from ikonzept.checks.case import Case
from ikonzept.loader import Loaded
from ikonzept.model.concept import Concept
from ikonzept.render.findings import Located, locate

AS_OF = date(2024, 10, 15)

MINIMAL = {
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
    "texte/verstaendnis.md": """\
---
titel: Verständnis
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


def parse(text: str) -> dict[str, str]:
    """Files from a text: each begins with a line ``=== path``."""
    parts = re.split(r"^=== (.+)\n", textwrap.dedent(text).lstrip("\n"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def loaded(text: str = "", base: Mapping[str, str] = MINIMAL) -> Loaded:
    """The minimal concept with the text's files laid over it, as the loader sees it."""
    return loader.load({**base, **parse(text)})


def concept(text: str = "", base: Mapping[str, str] = MINIMAL) -> Concept:
    """As ``loaded``, where every file must be readable."""
    found = loaded(text, base)
    assert found.findings == (), found.findings
    return found.concept


def located(text: str, base: Mapping[str, str] = MINIMAL, as_of: date = AS_OF) -> list[Located]:
    """What is found in the minimal concept with the text laid over it, with lines and columns."""
    files = {**base, **parse(text)}
    found = loader.load(files)
    case = Case(found.concept, as_of, found.files, found.unreadable)
    return locate([*found.findings, *checks.run(case)], files)


def findings(text: str, base: Mapping[str, str] = MINIMAL, as_of: date = AS_OF) -> list[str]:
    """As ``located``, in short: ``path:line:column code``, sorted."""
    return [
        f"{item.finding.place.path}:{item.line}:{item.column} {item.finding.code}"
        for item in located(text, base, as_of)
    ]
