"""A minimal valid concept, and small texts laid over it: a test is a text and a list."""

from collections.abc import Mapping
from datetime import date

from ikonzept import checks, loader
from ikonzept.checks.case import Case
from ikonzept.checks.examples.minimal import AS_OF, MINIMAL, parse, since
from ikonzept.loader import Loaded
from ikonzept.model.concept import Concept
from ikonzept.render.findings import Located, locate


def loaded(text: str = "", base: Mapping[str, str] = MINIMAL) -> Loaded:
    """The minimal concept with the text's files laid over it, as the loader sees it."""
    return loader.load({**base, **parse(text)})


def concept(text: str = "", base: Mapping[str, str] = MINIMAL) -> Concept:
    """As ``loaded``, where every file must be readable."""
    found = loaded(text, base)
    assert found.findings == (), found.findings
    return found.concept


def located(
    text: str, base: Mapping[str, str] = MINIMAL, as_of: date = AS_OF, before: str | None = None
) -> list[Located]:
    """What is found in the minimal concept with the text laid over it, with lines and columns.

    ``before`` is laid over it too, for the earlier state with which it is compared; ``None``: with none.
    """
    files = {**base, **parse(text)}
    found = loader.load(files)
    checksums = loader.checksums(files, found)
    earlier = None if before is None else since({**base, **parse(before)}, files)
    case = Case(found.concept, as_of, found.files, found.unreadable, checksums=checksums, since=earlier)
    return locate(checks.run(case, found.findings), files)


def findings(text: str, base: Mapping[str, str] = MINIMAL, as_of: date = AS_OF, before: str | None = None) -> list[str]:
    """As ``located``, in short: ``path:line:column code``, sorted."""
    return [
        f"{item.finding.place.path}:{item.line}:{item.column} {item.finding.code}"
        for item in located(text, base, as_of, before)
    ]
