"""The money of a year against what the edition in force was adopted with."""

from decimal import Decimal

import pytest

from concepts import concept
from ikonzept import checks
from ikonzept.checks.case import Case
from ikonzept.checks.examples.minimal import AS_OF
from ikonzept.findings import Finding

EDITION = """\
=== fortschreibungen/2023.yaml
titel: Konzept
art: Erstfassung
status: beschlossen
beschlossen_am: 2023-06-21
"""
PAPER = """\
=== vorlagen/2024-118.md
---
titel: Nachtrag
art: Beschlussvorlage
status: öffentlich
datum: 2024-06-01
im_budget: nein
kosten: 400.00
produktsachkonten:
  - konto: "4271305"
beratungsfolge:
  - {gremium: kreistag, zustaendigkeit: Entscheidung, termin: 2024-06-12, oeffentlich: ja, ergebnis: beschlossen}
---

## Beschlussvorschlag

Mehr Geld.
"""


def year(first: str = "2500.00", second: str = "3500.00", more: str = "", state: str = "beschlossen") -> str:
    return (
        f"=== haushalt/2024.yaml\nstand: {state}\nkonten:\n  - konto: '4271200'\n    ansatz: {first}\n"
        f"  - konto: '111.4271305'\n    ansatz: {second}\n{more}"
    )


def found(now: str, then: str | None = None) -> list[Finding]:
    case = Case(concept(EDITION + now), AS_OF, {}, earlier=concept(then if then is not None else year()))
    return [one for one in checks.run(case) if one.code == "budget-total-differs-from-edition"]


def test_a_total_that_no_later_paper_explains() -> None:
    (one,) = found(year(second="3900.00"))
    assert one.code == "budget-total-differs-from-edition"
    assert {name: one.params[name] for name in ("year", "edition", "expected", "actual", "difference")} == {
        "year": "2024",
        "edition": "2023",
        "expected": Decimal("6000.00"),
        "actual": Decimal("6400.00"),
        "difference": Decimal("400.00"),
    }
    assert [(share.name, share.amount) for share in one.shares] == [("111.4271305", Decimal("400.00"))]


@pytest.mark.parametrize(
    "now",
    [
        year(),
        year("2400.00", "3600.00"),
        year(second="3900.00") + PAPER,
        year(more="    nachtrag: 400.00\n") + PAPER,
        year(second="3100.00") + PAPER,
        year(more="    uebertragung: 400.00\n"),
        year(more="    mehrbedarf:\n      - {art: überplanmäßig, betrag: 400.00, entschieden_von: Landrat}\n"),
    ],
)
def test_what_is_the_same_or_explained(now: str) -> None:
    assert found(now) == []


@pytest.mark.parametrize(
    "now",
    [
        year(second="3950.00") + PAPER,
        year("2900.00") + PAPER,
        year(second="3900.00") + PAPER.replace("2024-06-12", "2023-06-12"),
        year(second="3900.00") + PAPER.replace("ergebnis: beschlossen", "ergebnis: vertagt"),
        year(more="    mehrbedarf:\n      - {art: überplanmäßig, betrag: 400.00}\n"),
        "=== haushalt/2024.yaml\nstand: beschlossen\nkonten:\n  - konto: '4271200'\n    ansatz: 2500.00\n",
    ],
)
def test_what_no_paper_explains(now: str) -> None:
    assert len(found(now)) == 1


def test_without_what_was_adopted_nothing_is_said() -> None:
    assert found(year(second="3900.00"), year(state="Entwurf")) == []
    assert found(year(second="3900.00"), "") == []
    case = Case(concept(EDITION + year(second="3900.00")), AS_OF, {})
    assert "budget-total-differs-from-edition" not in [one.code for one in checks.run(case)]
