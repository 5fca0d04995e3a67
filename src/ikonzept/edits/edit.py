"""What is to become of a file; ``transaction`` makes it so, ``render/patch`` shows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the concept, its bytes now and then; ``before`` is ``None`` for a new one, ``after`` for one to go."""

    path: str
    before: bytes | None
    after: bytes | None
