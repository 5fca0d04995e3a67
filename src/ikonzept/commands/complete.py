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


def nouns(incomplete: str) -> list[str]:
    """Nouns of the format."""
    return [noun.word for noun in Noun if noun.word.startswith(incomplete)]


def _ids(noun: Noun, incomplete: str) -> list[str]:
    start = Path(os.environ.get("IKONZEPT_REPO") or ".").absolute()
    concept = next((folder for folder in (start, *start.parents) if (folder / MANIFEST).is_file()), None)
    if concept is None or not (concept / noun.folder).is_dir():
        return []
    names = (entry.name for entry in os.scandir(concept / noun.folder))
    stems = (name.removesuffix(noun.suffix) for name in names if name.endswith(noun.suffix))
    return sorted(stem for stem in stems if stem.startswith(incomplete))
