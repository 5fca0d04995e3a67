"""Examples of what the chapters rules find."""

from ikonzept.checks.examples.example import Example
from ikonzept.findings import Severity

_CHAPTER = """\
=== texte/teil-1/20-strukturen.md
---
titel: Strukturen und Steuerung
---

"""
_MAP = "=== anlagen/karte.svg\n<svg/>\n"

EXAMPLES: dict[str, Example] = {
    "chapter-empty": Example(
        Severity.WARNING,
        _CHAPTER + "## Beratungsstellen\n",
        "texte/teil-1/20-strukturen.md:1:1",
        _CHAPTER + "## Beratungsstellen\n\nDrei Stellen beraten im Kreisgebiet.\n",
    ),
    "heading-level-one": Example(
        Severity.WARNING,
        _CHAPTER + "# Strukturen und Steuerung\n\nDrei Stellen beraten im Kreisgebiet.\n",
        "texte/teil-1/20-strukturen.md:5:1",
        _CHAPTER + "## Beratungsstellen\n\nDrei Stellen beraten im Kreisgebiet.\n",
    ),
    "heading-level-skipped": Example(
        Severity.WARNING,
        _CHAPTER + "## Beratungsstellen\n\n#### Caritas\n\nBerät in fünf Sprachen.\n",
        "texte/teil-1/20-strukturen.md:7:1",
        _CHAPTER + "## Beratungsstellen\n\n### Caritas\n\nBerät in fünf Sprachen.\n",
    ),
    "image-without-alt": Example(
        Severity.WARNING,
        _CHAPTER + "![](../../anlagen/karte.svg)\n" + _MAP,
        "texte/teil-1/20-strukturen.md:5:1",
        _CHAPTER + "![Karte: drei Beratungsstellen im Kreis](../../anlagen/karte.svg)\n" + _MAP,
    ),
    "broken-internal-link": Example(
        Severity.ERROR,
        _CHAPTER + "Was wir meinen, steht [am Anfang](integration.md#was-wir-meinen).\n",
        "texte/teil-1/20-strukturen.md:5:23",
        _CHAPTER + "Was wir meinen, steht [am Anfang](../integration.md#was-wir-meinen).\n",
    ),
    "link-without-target": Example(
        Severity.ERROR,
        _CHAPTER + "Was wir meinen, steht [am Anfang]().\n",
        "texte/teil-1/20-strukturen.md:5:23",
        _CHAPTER + "Was wir meinen, steht [am Anfang](../integration.md).\n",
    ),
    "link-undefined": Example(
        Severity.WARNING,
        _CHAPTER + "Was wir meinen, steht [am Anfang][anfang].\n",
        "texte/teil-1/20-strukturen.md:5:23",
        _CHAPTER + "Was wir meinen, steht [am Anfang][anfang].\n\n[anfang]: ../integration.md\n",
    ),
    "link-outside": Example(
        Severity.ERROR,
        _CHAPTER + "Wo beraten wird, zeigt die [Karte](file:///H:/Referat/karte.svg).\n",
        "texte/teil-1/20-strukturen.md:5:28",
        _CHAPTER + "Wo beraten wird, zeigt die [Karte](../../anlagen/karte.svg).\n" + _MAP,
    ),
}
