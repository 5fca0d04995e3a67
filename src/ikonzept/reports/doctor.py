"""What ails a concept's files and its repository: what ``ikonzept doctor`` shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ikonzept import document
from ikonzept.edits import doctor as edits
from ikonzept.edits.doctor import LEFTOVER, UNFINISHED, Mend
from ikonzept.findings import Finding, Place, Severity, error, info, warning
from ikonzept.model.concept import Concept
from ikonzept.model.words import EditionStatus

FROM_CHECKS = frozenset(
    (
        "syntax-conflict",
        *("id-twice", "id-used-twice", "goal-number-twice", "submission-number-twice", "account-twice"),
        *("file-unknown", "file-misplaced", "folder-unknown"),
    )
)
"""Findings of ``check`` that a merge or a slip in the file manager leaves."""

DAMAGE = frozenset(("git-unreadable", "git-worktree", "git-branch", "git-index", "git-objects", "git-failed"))
"""What is broken in a repository: nothing can be committed, or earlier texts are lost."""


@dataclass(frozen=True, slots=True)
class GitState:
    """What git tells; ``problem`` says why it cannot tell the rest: ``no-git`` or the code of git's error."""

    problem: str | None = None
    params: Mapping[str, object] = field(default_factory=dict)
    """What the sentence of the problem is filled in with."""
    shallow: bool = False
    has_commits: bool = True
    branch: str | None = None
    edition_tags: frozenset[str] = frozenset()
    adoptions: Mapping[str, str | None] = field(default_factory=dict)
    """The commits in which editions without their tag were adopted, by their ids."""
    has_name: bool = True
    """Whether git knows who is writing."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """A writing command that was killed half-way: its journal, its command line, when it began.

    Without a command line nobody can tell any more what it was.
    """

    path: str
    command: str
    started: str


@dataclass(frozen=True, slots=True)
class Symptom:
    """What is wrong, and whether ``--fix`` mends it; without a path it is the repository's."""

    finding: Finding
    mendable: bool


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything that ails a concept, by weight, kind and place, and what ``--fix`` does about it."""

    symptoms: tuple[Symptom, ...]
    mends: tuple[Mend, ...]
    files: int
    """How many files were looked at."""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing but notices."""
        return all(symptom.finding.severity is Severity.INFO for symptom in self.symptoms)


def diagnose(  # noqa: PLR0913
    files: Mapping[str, bytes],
    findings: Iterable[Finding],
    leftovers: Iterable[str],
    concept: Concept,
    git: GitState,
    *,
    interrupted: Interrupted | None = None,
) -> Diagnosis:
    """What ails a concept: ``files`` are those it reads, ``leftovers`` what interrupted commands have left."""
    left = sorted(leftovers)
    found = [
        *_interrupted(interrupted),
        *(finding for path, raw in files.items() for finding in _bytes(path, raw)),
        *(warning(LEFTOVER, Place(path)) for path in left),
        *(finding for finding in findings if finding.code in FROM_CHECKS),
        *_git(concept, git),
    ]
    mends = [mend for path, raw in sorted(files.items()) if (mend := edits.mend(path, raw))]
    mends += [Mend(path, (LEFTOVER,)) for path in left]
    if interrupted and interrupted.command:
        mends.insert(0, Mend(interrupted.path, (UNFINISHED,)))
    mendable = edits.MENDED | {LEFTOVER, UNFINISHED}
    symptoms = (Symptom(finding, finding.code in mendable) for finding in sorted(found, key=_order))
    return Diagnosis(tuple(symptoms), tuple(mends), len(files))


def _order(finding: Finding) -> tuple[int, str, str, int, int]:
    place = finding.place
    return -finding.severity, finding.code, place.path, place.line, place.column


def _interrupted(found: Interrupted | None) -> Iterator[Finding]:
    if found and found.command:
        yield error(UNFINISHED, Place(""), command=found.command, started=found.started)
    elif found:
        yield error("journal-unreadable", Place(""), path=found.path)


# --- files ---------------------------------------------------------------------------------------------------------


def _bytes(path: str, raw: bytes) -> Iterator[Finding]:
    """What is wrong with a file's encoding and its line ends."""
    for code in edits.symptoms(raw):
        if code.startswith("encoding-"):
            yield error(code, _first_unreadable(path, raw))
        elif code == "line-ends-mixed":
            yield warning(code, Place(path, line=edits.first_odd_line_end(raw)))
        else:
            yield warning(code, Place(path))


def _first_unreadable(path: str, raw: bytes) -> Place:
    """The first character that is no UTF-8."""
    try:
        document.decode(raw)
    except document.SyntaxProblem as problem:
        return Place(path, line=problem.line, column=problem.column)
    return Place(path)


# --- git -----------------------------------------------------------------------------------------------------------


def _git(concept: Concept, git: GitState) -> Iterator[Finding]:
    """What is missing of the history, and what git does not know."""
    if git.problem:
        told = error if git.problem in DAMAGE else warning
        yield told(git.problem, Place(""), **git.params)
        return
    if not git.has_name:
        yield warning("git-nameless", Place(""))
    if git.shallow:
        yield warning("history-shallow", Place(""))
    if not git.has_commits:
        yield info("head-unborn", Place(""))
    elif git.branch is None:
        yield info("head-detached", Place(""))
    for edition in concept.editions.values():
        if edition.status is EditionStatus.ADOPTED and edition.id not in git.edition_tags:
            commit = (git.adoptions.get(edition.id) or "COMMIT")[:_SHORT]
            yield warning("tag-missing", Place(concept.place(edition).path), id=edition.id, commit=commit)


_SHORT = 10
"""So many digits of a commit are enough to find it."""
