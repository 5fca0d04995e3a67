"""Shell completion of ids that are file names; looks at folder listings only."""

import os
from pathlib import Path

from ikonzept.model.words import MANIFEST, Noun


def action_fields(incomplete: str) -> list[str]:
    """Ids of fields of action."""
    return _ids(Noun.ACTION_FIELD, incomplete)


def editions(incomplete: str) -> list[str]:
    """Ids of editions."""
    return _ids(Noun.EDITION, incomplete)


def measures(incomplete: str) -> list[str]:
    """Ids of measures, and the words of their status."""
    from ikonzept.model.words import Status

    return [*_ids(Noun.MEASURE, incomplete), *(word for word in Status if word.startswith(incomplete))]


def everything(incomplete: str) -> list[str]:
    """Ids of everything that is a file of its own."""
    return [name for noun in Noun if noun.suffix and noun is not Noun.SERIES for name in _ids(noun, incomplete)]


def nouns(incomplete: str) -> list[str]:
    """Nouns of the format."""
    return [noun.word for noun in Noun if noun.word.startswith(incomplete)]


def rules(incomplete: str) -> list[str]:
    """Codes of rules."""
    from ikonzept.texts import explained

    return [code for code in explained() if code.startswith(incomplete)]


def _ids(noun: Noun, incomplete: str) -> list[str]:
    start = Path(os.environ.get("IKONZEPT_REPO") or ".").absolute()
    concept = next((folder for folder in (start, *start.parents) if (folder / MANIFEST).is_file()), None)
    if concept is None or not (concept / noun.folder).is_dir():
        return []
    names = (entry.name for entry in os.scandir(concept / noun.folder))
    stems = (name.removesuffix(noun.suffix) for name in names if name.endswith(noun.suffix))
    return sorted(stem for stem in stems if stem.startswith(incomplete))
