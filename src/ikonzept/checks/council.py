"""A Vorlage goes its way through the committees as the law says.

What holds for every council comes first; what the NKomVG says holds in Niedersachsen alone.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, Place, error, info, warning
from ikonzept.model.manifest import Committee
from ikonzept.model.paper import Paper, Step, Vote, paper_id
from ikonzept.model.words import BodyKind, CommitteeKind, Decision, Kind, PaperKind, Role, State

_STILL_OPEN = frozenset((Decision.POSTPONED, Decision.REFERRED, Decision.REMOVED))
"""Results after which the decision is still to be taken."""
_ADOPTED = frozenset((Decision.ADOPTED, Decision.AMENDED, Decision.PARTLY_ADOPTED))

# --- every council -------------------------------------------------------------------------------------------------


def resolution_without_deciding_step(case: Case) -> Iterator[Finding]:
    """A Beschlussvorlage has a step that decides."""
    for paper in case.concept.papers.values():
        if paper.kind is PaperKind.RESOLUTION and not any(step.role is Role.DECISION for step in paper.consultations):
            yield error("resolution-without-deciding-step", case.concept.place(paper, "kind"))


def notice_with_deciding_step(case: Case) -> Iterator[Finding]:
    """A Mitteilungsvorlage informs; no step decides."""
    for paper, step in _steps(case):
        if paper.kind is PaperKind.NOTICE and step.role is Role.DECISION:
            yield error(
                "notice-with-deciding-step", case.concept.place(step, "role"), committee=_name(case, step.committee)
            )


def step_after_decision(case: Case) -> Iterator[Finding]:
    """After the decision only a Kenntnisnahme follows; what was vertagt, verwiesen or abgesetzt is not yet decided.

    In Niedersachsen a Kreisausschuss behind the Kreistag is told by ``main-committee-after-council``.
    """
    for paper in case.concept.papers.values():
        decided = _deciding_step(paper)
        if decided is None:
            continue
        for step in paper.consultations[decided + 1 :]:
            if step.role is Role.NOTICE or _main_after_council(case, paper.consultations[decided], step):
                continue
            decider = paper.consultations[decided]
            found = error(
                "step-after-decision",
                case.concept.place(step, "role"),
                committee=_name(case, step.committee),
                role=step.role.value,
                decider=_name(case, decider.committee),
            )
            yield found.telling_of(*([case.concept.place(decider, "decision")] if decider.decision else []))
            break


def meetings_out_of_order(case: Case) -> Iterator[Finding]:
    """The steps of a Beratungsfolge follow each other in time."""
    for (before, day_before), (step, day) in _following_meetings(case):
        if day < day_before:
            yield error(
                "meetings-out-of-order",
                case.concept.place(step, "date"),
                committee=_name(case, step.committee),
                date=day,
                before=_name(case, before.committee),
                date_before=day_before,
            )


def meetings_on_one_day(case: Case) -> Iterator[Finding]:
    """Two meetings on one day are possible; they keep their order."""
    for (before, day_before), (step, day) in _following_meetings(case):
        if day == day_before:
            yield info(
                "meetings-on-one-day",
                case.concept.place(step, "date"),
                committee=_name(case, step.committee),
                date=day,
                before=_name(case, before.committee),
            )


def unanimous_contradicts_vote(case: Case) -> Iterator[Finding]:
    """Who writes ``einstimmig`` has counted votes on one side only."""
    for _, step in _steps(case):
        vote = step.vote
        if vote and vote.yes and vote.no and step.resolution and re.search(_UNANIMOUS, step.resolution):
            yield error("unanimous-contradicts-vote", case.concept.place(step, "resolution"), yes=vote.yes, no=vote.no)


_UNANIMOUS = r"(?i)(?<!nicht )einstimmig"


def amended_without_wording(case: Case) -> Iterator[Finding]:
    """What was decided in another wording stands in ``wortlaut``; the Vorlage itself stays as submitted."""
    for _, step in _steps(case):
        if step.decision is Decision.AMENDED and not step.wording:
            yield error("amended-without-wording", case.concept.place(step, "decision"))


def more_votes_than_members(case: Case) -> Iterator[Finding]:
    """A committee casts no more votes than it has members."""
    for _, step in _steps(case):
        committee = _committee(case, step.committee)
        if step.vote and committee and committee.members and _cast(step.vote) > committee.members:
            yield error(
                "more-votes-than-members",
                case.concept.place(step, "vote"),
                committee=committee.name,
                votes=_cast(step.vote),
                members=committee.members,
            )


def decided_in_the_future(case: Case) -> Iterator[Finding]:
    """A result is of a meeting that was held; only taking off the agenda and withdrawing can come before."""
    for _, step in _steps(case):
        result = _result_field(step)
        if step.date is None or step.date <= case.as_of or result is None:
            continue
        if step.decision not in {Decision.REMOVED, Decision.WITHDRAWN}:
            place = case.concept.place(step, "date")
            found = warning("decided-in-the-future", place, committee=_name(case, step.committee), date=step.date)
            yield found.telling_of(case.concept.place(step, result))


def result_without_date(case: Case) -> Iterator[Finding]:
    """A result says of which meeting it is."""
    for _, step in _steps(case):
        if step.date is None and (result := _result_field(step)):
            yield warning(
                "result-without-date", case.concept.place(step, result), committee=_name(case, step.committee)
            )


# --- Niedersachsen (NKomVG) ----------------------------------------------------------------------------------------


def main_committee_after_council(case: Case) -> Iterator[Finding]:
    """The Hauptausschuss prepares what the Vertretung decides: it comes before (§ 76 (1) NKomVG)."""
    for paper in case.concept.papers.values():
        decided = _deciding_step(paper)
        if decided is None:
            continue
        council = paper.consultations[decided]
        for step in paper.consultations[decided + 1 :]:
            if step.role is not Role.NOTICE and _main_after_council(case, council, step):
                yield error(
                    "main-committee-after-council",
                    case.concept.place(step, "committee"),
                    committee=_name(case, step.committee),
                    council=_name(case, council.committee),
                )
                break


def main_committee_missing(case: Case) -> Iterator[Finding]:
    """In a Landkreis of Niedersachsen the Kreisausschuss prepares what the Kreistag decides (§ 76 (1) NKomVG)."""
    manifest = case.concept.manifest
    if manifest is None or not _in_lower_saxony(case) or manifest.body.kind is not BodyKind.COUNTY:
        return
    for paper in case.concept.papers.values():
        decided = _deciding_step(paper)
        if decided is None or any(_committee(case, step.committee) is None for step in paper.consultations):
            continue  # an unknown committee is told elsewhere; it may be the Kreisausschuss
        council, later = paper.consultations[decided], paper.consultations[decided + 1 :]
        prepared = any(_kind(case, step) is CommitteeKind.MAIN for step in paper.consultations[:decided])
        too_late = any(step.role is not Role.NOTICE and _main_after_council(case, council, step) for step in later)
        if _kind(case, council) is CommitteeKind.COUNCIL and not prepared and not too_late:
            place = case.concept.place(council, "committee")
            yield warning("main-committee-missing", place, council=_name(case, council.committee))


def main_committee_public(case: Case) -> Iterator[Finding]:
    """The Hauptausschuss never meets in public (§ 78 (2) NKomVG)."""
    manifest = case.concept.manifest
    if manifest is None or not _in_lower_saxony(case):
        return
    for committee in manifest.committees.values():
        if committee.kind is CommitteeKind.MAIN and committee.public:
            place = case.concept.place(committee, "public")
            yield error("main-committee-public", place, committee=committee.name)
    for _, step in _steps(case):
        if step.public and _kind(case, step) is CommitteeKind.MAIN:
            place = case.concept.place(step, "public")
            yield error("main-committee-public", place, committee=_name(case, step.committee))


def vote_contradicts_result(case: Case) -> Iterator[Finding]:
    """More Ja than Nein adopts, a tie rejects (§ 66 (1) NKomVG); abstentions do not count.

    A qualified majority can be missed with more Ja than Nein.
    """
    if not _in_lower_saxony(case):
        return
    for paper, step in _steps(case):
        if step.vote is None or step.decision is None:
            continue
        more_yes = step.vote.yes > step.vote.no
        lost = step.decision in _ADOPTED and not more_yes
        won = step.decision is Decision.REJECTED and more_yes and not paper.qualified_majority
        if lost or won:
            yield error(
                "vote-contradicts-result",
                case.concept.place(step, "decision"),
                result=step.decision.value,
                yes=step.vote.yes,
                no=step.vote.no,
            )


def qualified_majority_missed(case: Case) -> Iterator[Finding]:
    """A qualified majority counts against the statutory number of members (§ 45 (2) NKomVG).

    Half of the members is too few for any qualified majority; a law that asks for two thirds asks for more than this
    rule does. Fewer Ja than Nein is told by ``vote-contradicts-result``.
    """
    if not _in_lower_saxony(case):
        return
    for paper, step in _steps(case):
        committee = _committee(case, step.committee)
        if not paper.qualified_majority or step.role is not Role.DECISION or step.decision not in _ADOPTED:
            continue
        if step.vote and committee and committee.members and step.vote.no < step.vote.yes <= committee.members / 2:
            yield error(
                "qualified-majority-missed",
                case.concept.place(step.vote, "yes"),
                committee=committee.name,
                yes=step.vote.yes,
                members=committee.members,
                needed=committee.members // 2 + 1,
            )


# --- the text of a Vorlage -----------------------------------------------------------------------------------------


def committee_vote_not_in_steps(case: Case) -> Iterator[Finding]:
    """A past vote of which the text speaks is a step of this Vorlage or of one that it names in ``verwandt``."""
    committees = _committee_pattern(case)
    for paper in case.concept.papers.values():
        if (known := _known_meetings(case, paper)) is None:
            continue
        path, line, counted = case.concept.path(paper), case.concept.first_line(paper), 0
        for days in _votes(paper.body, committees):
            found, day = days[0]
            if day > (paper.date or case.as_of) or any(other in known for _, other in days):
                continue
            known.add(day)
            start = found.start("words")
            line, counted = line + paper.body.count("\n", counted, start), start
            place = Place(path, line=line, column=start - paper.body.rfind("\n", 0, start))
            yield info("committee-vote-not-in-steps", place, date=day)


def _known_meetings(case: Case, paper: Paper) -> set[date] | None:
    """The meetings in which the Vorlage and its relatives were treated; ``None`` when a relative is not at hand."""
    papers = [paper]
    for number in paper.related:
        relative = case.concept.papers.get(paper_id(number))
        if relative is None:
            return None
        papers.append(relative)
    return {step.date for item in papers for step in item.consultations if step.date}


def _votes(body: str, committees: str) -> Iterator[list[tuple[re.Match[str], date]]]:
    """The days of each sentence that speaks of a vote: it names a committee, a result and ``am`` or ``vom`` a day."""
    if not re.search(_DAY, body):
        return
    end = 0
    for stop in (*(match.end() for match in re.finditer(_SENTENCE_END, body)), len(body)):
        start, end = end, stop
        days = [(found, day) for found in re.compile(_DAY).finditer(body, start, end) if (day := _day(found))]
        if days and re.search(_VOTE, body[start:end]) and re.search(committees, body[start:end]):
            yield days


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
    r"\b(?:[Aa]m|[Vv]om)\s+(?P<words>(?P<day>[0-9]{1,2})\.\s?(?:(?P<month>[0-9]{1,2})\.|"
    r"(?P<name>Januar|Februar|M(?:ä|a\u0308)rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))"
    r"\s?(?P<year>[0-9]{4}))\b"
)
# Neither "am 22. März" nor "in der 2. Sitzung" ends a sentence.
_SENTENCE_END = r"(?<!\b[0-9])(?<!\b[0-9][0-9])[.!?:]\s+(?=[A-ZÄÖÜ„\"(])|\n\s*\n|\n(?=[ \t]*[-*#>|])"
_VOTE = (
    r"(?i)\b(?:einstimmig|mehrheitlich|Votum|Beschluss(?:es)?|votiert"
    r"|(?:angenommen|zugestimmt|abgelehnt|beschlossen|empfohlen|abgestimmt|verabschiedet|gebilligt)(?:e[nrs]?)?)\b"
)
_COMMITTEE = r"\w*[Aa]usschuss(?:es)?|Kreistag|Stadtrat|Gemeinderat|Samtgemeinderat|Rat|Beirat|\w*beirat"

# --- what the rules ask --------------------------------------------------------------------------------------------


def _following_meetings(case: Case) -> Iterator[tuple[tuple[Step, date], tuple[Step, date]]]:
    """Each step that has a day, behind the one before it that has one."""
    for paper in case.concept.papers.values():
        yield from pairwise((step, step.date) for step in paper.consultations if step.date)


def _steps(case: Case) -> Iterator[tuple[Paper, Step]]:
    for paper in case.concept.papers.values():
        for step in paper.consultations:
            yield paper, step


def _deciding_step(paper: Paper) -> int | None:
    """The index of the first step of a Beschlussvorlage that decides and did not leave the decision open."""
    if paper.kind is not PaperKind.RESOLUTION:
        return None
    deciding = (index for index, step in enumerate(paper.consultations) if step.role is Role.DECISION)
    return next((index for index in deciding if paper.consultations[index].decision not in _STILL_OPEN), None)


def _main_after_council(case: Case, council: Step, step: Step) -> bool:
    """Whether, in Niedersachsen, the first is a step of the Vertretung and the second one of the Hauptausschuss."""
    kinds = (_kind(case, council), _kind(case, step))
    return kinds == (CommitteeKind.COUNCIL, CommitteeKind.MAIN) and _in_lower_saxony(case)


def _in_lower_saxony(case: Case) -> bool:
    manifest = case.concept.manifest
    return manifest is not None and manifest.body.state is State.NI


def _committee(case: Case, identifier: str) -> Committee | None:
    found: Committee | None = case.concept.find(identifier, (Kind.COMMITTEE,))
    return found


def _kind(case: Case, step: Step) -> CommitteeKind | None:
    committee = _committee(case, step.committee)
    return committee.kind if committee else None


def _name(case: Case, identifier: str) -> str:
    committee = _committee(case, identifier)
    return committee.name if committee else identifier


def _cast(vote: Vote) -> int:
    return vote.yes + vote.no + vote.abstentions


def _result_field(step: Step) -> str | None:
    """The first field of a step that tells its result."""
    return next((name for name in ("decision", "resolution", "vote") if getattr(step, name) is not None), None)


CHECKS: tuple[Check, ...] = (
    resolution_without_deciding_step,
    notice_with_deciding_step,
    step_after_decision,
    main_committee_after_council,
    main_committee_public,
    main_committee_missing,
    meetings_out_of_order,
    meetings_on_one_day,
    vote_contradicts_result,
    qualified_majority_missed,
    unanimous_contradicts_vote,
    amended_without_wording,
    more_votes_than_members,
    decided_in_the_future,
    result_without_date,
    committee_vote_not_in_steps,
)
