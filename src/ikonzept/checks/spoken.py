"""Of which votes the text of a Vorlage speaks."""

import re
from collections.abc import Container, Iterator
from datetime import date

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Place, info
from ikonzept.model.paper import Paper, paper_id


def committee_vote_not_in_steps(case: Case) -> Iterator[Finding]:
    """A past vote of which the text speaks is a step of this Vorlage or of one that it names in ``verwandt``."""
    committees = _committee_pattern(case)
    for paper in case.concept.papers.values():
        if (known := _known_meetings(case, paper)) is None:
            continue
        path, line, counted = case.concept.path(paper), case.concept.first_line(paper), 0
        body = _without_asides(paper.body)
        for found, day in _votes(body, committees, known):
            if day > (paper.date or case.as_of) or day in known:
                continue
            known.add(day)
            start = found.start("words")
            line, counted = line + body.count("\n", counted, start), start
            place = Place(path, line=line, column=start - body.rfind("\n", 0, start))
            yield info("committee-vote-not-in-steps", place, date=day)


def _without_asides(body: str) -> str:
    """The text with blanks for comments and code, which nobody reads as the Vorlage's words."""
    return re.sub(_ASIDES, lambda found: re.sub(r"[^\n]", " ", found[0]), body)


_ASIDES = r"(?ms)<!--.*?(?:-->|\Z)|^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)"


def _known_meetings(case: Case, paper: Paper) -> set[date] | None:
    """The meetings in which the Vorlage and its relatives were treated; ``None`` when a relative is not at hand."""
    papers = [paper]
    for number in paper.related:
        relative = case.concept.papers.get(paper_id(number))
        if relative is None:
            return None
        papers.append(relative)
    return {step.date for item in papers for step in item.consultations if step.date}


def _votes(body: str, committees: str, known: Container[date]) -> Iterator[tuple[re.Match[str], date]]:
    """The days of the votes of which the sentences speak that name a committee, a result and a day."""
    if not re.search(_DAY, body):
        return
    end = 0
    for stop in (*(match.end() for match in re.finditer(_SENTENCE_END, body)), len(body)):
        start, end = end, stop
        days = [(found, day) for found in re.compile(_DAY).finditer(body, start, end) if (day := _day(found))]
        if not days or not re.search(_VOTE, body[start:end]) or not re.search(committees, body[start:end]):
            continue
        voted, others = _of_votes(days, body, end, committees)
        if not any(day in known for day in others):
            yield from voted


_Days = list[tuple[re.Match[str], date]]


def _of_votes(days: _Days, body: str, end: int, committees: str) -> tuple[_Days, list[date]]:
    """The days of a sentence on which a committee voted, and those on which something else may have been.

    The first is one; a further one where it is joined to the one before (``am … und am …``) or has its own committee.
    """
    voted, others = days[:1], []
    ends = [found.start() for found, _ in days[1:]] + [end]
    for (before, _), (found, day), stop in zip(days, days[1:], ends[1:], strict=False):
        joined = re.fullmatch(r"\s*(?:,|und|sowie)\s*", body[before.end() : found.start()])
        if joined or re.search(committees, body[found.end() : stop]):
            voted.append((found, day))
        else:
            others.append(day)
    return voted, others


def _committee_pattern(case: Case) -> str:
    """Any word for a committee: the usual ones, and the names that ``konzept.yaml`` gives."""
    manifest = case.concept.manifest
    committees = manifest.committees.values() if manifest else ()
    names = (re.escape(name) for committee in committees for name in (committee.name, *committee.also))
    return rf"\b(?:{'|'.join((_COMMITTEE, *names))})(?:e?s)?\b"


def _day(found: re.Match[str]) -> date | None:
    """The day a text names, ``22.03.2022`` or ``22. März 2022``; ``None`` for one the calendar does not have."""
    word = found["name"]
    month = int(found["month"]) if not word else 1 + next(i for i, name in enumerate(_MONTHS) if re.match(name, word))
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


_MONTHS = ("Jan", "Feb", "M(?:ä|a\u0308)rz", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")
_DAY = (
    r"(?:\b(?:[Aa]m|[Vv]om)\s+|\()(?P<words>(?P<day>[0-9]{1,2})\.\s?(?:(?P<month>[0-9]{1,2})\.|"
    r"(?P<name>Januar|Februar|M(?:ä|a\u0308)rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))"
    r"\s?(?P<year>[0-9]{4}))\b"
)
# Neither "am 22. März" nor "in der 2. Sitzung" ends a sentence.
_SENTENCE_END = r"(?<!\b[0-9])(?<!\b[0-9][0-9])[.!?:]\s+(?=[A-ZÄÖÜ„\"(])|\n\s*\n|\n(?=[ \t]*[-*#>|])"
_VOTE = (
    r"(?i)\b(?:einstimmig|mehrheitlich|Votum|Beschluss(?:es)?|votiert(?:en?)?|befürwortete?n?|beschloss(?:en)?"
    r"|(?:empfahl|billigte|verabschiedete)(?:e?n)?|stimmten?\b[^.]*?\bzu|lehnten?\b[^.]*?\bab|nahm(?:en)?\b[^.]*?\ban"
    r"|(?:angenommen|zugestimmt|abgelehnt|beschlossen|empfohlen|abgestimmt|verabschiedet|gebilligt|befürwortet)"
    r"(?:e[nrs]?)?)\b"
)
_COMMITTEE = (
    r"\w*[Aa]usschuss(?:es)?|Kreistag|Stadtrat|Gemeinderat|Samtgemeinderat|Beirat|\w*beirat|Sitzung(?=\s+(?:am|vom)\b)"
    r"|(?<!uropäische )(?<!uropäischer )(?<!uropäischen )Rat(?!\s+(?:der\s+Europ|der\s+EU|für\b|und\b))"
)

CHECKS: tuple[Check, ...] = (committee_vote_not_in_steps,)
