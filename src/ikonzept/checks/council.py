"""A Vorlage goes its way through the committees as the law says.

What holds for every council comes first; what the NKomVG says holds in Niedersachsen alone.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ikonzept.checks.case import Case, Check
from ikonzept.findings import Finding, error, info, warning
from ikonzept.model.manifest import Committee
from ikonzept.model.paper import Paper, Step, Vote
from ikonzept.model.words import BodyKind, CommitteeKind, Decision, Kind, PaperKind, Publicity, Role, State

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


def vote_contradicts_result(case: Case) -> Iterator[Finding]:
    """More Ja than Nein adopts, a tie rejects: in Niedersachsen § 66 (1) NKomVG, and so in every Land.

    Abstentions do not count. A qualified majority can be missed with more Ja than Nein, unless three quarters of all
    members said Ja: no law asks for more.
    """
    for paper, step in _steps(case):
        if step.vote is None or step.decision is None:
            continue
        more_yes = step.vote.yes > step.vote.no
        lost = step.decision in _ADOPTED and not more_yes
        won = step.decision is Decision.REJECTED and more_yes
        if lost or (won and (not paper.qualified_majority or _beyond_any_majority(case, step, step.vote))):
            yield error(
                "vote-contradicts-result",
                case.concept.place(step, "decision"),
                result=step.decision.value,
                yes=step.vote.yes,
                no=step.vote.no,
            )


def _beyond_any_majority(case: Case, step: Step, vote: Vote) -> bool:
    committee = _committee(case, step.committee)
    return bool(committee and committee.members and vote.yes > committee.members * 3 / 4)


def public_step_of_non_public_paper(case: Case) -> Iterator[Finding]:
    """What a non-public Vorlage asks for is treated behind closed doors."""
    for paper, step in _steps(case):
        if paper.publicity is Publicity.NON_PUBLIC and step.public:
            place = case.concept.place(step, "public")
            yield warning("public-step-of-non-public-paper", place, committee=_name(case, step.committee))


def step_more_public_than_committee(case: Case) -> Iterator[Finding]:
    """A committee that does not meet in public has no public step; of a Hauptausschuss another rule tells."""
    for paper, step in _steps(case):
        committee = _committee(case, step.committee)
        if committee is None or committee.public or not step.public or paper.publicity is Publicity.NON_PUBLIC:
            continue
        if committee.kind is not CommitteeKind.MAIN or not _in_lower_saxony(case):
            place = case.concept.place(step, "public")
            yield warning("step-more-public-than-committee", place, committee=committee.name)


def council_rules_unknown(case: Case) -> Iterator[Finding]:
    """Outside Niedersachsen only what every council knows is checked, and that is said once."""
    manifest = case.concept.manifest
    if manifest and not _in_lower_saxony(case) and any(paper.consultations for paper in case.concept.papers.values()):
        yield info("council-rules-unknown", case.concept.place(manifest.body, "state"), state=manifest.body.state)


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
    yield from _informed_too_late(case)


def _informed_too_late(case: Case) -> Iterator[Finding]:
    """Where nobody decides, as in a Mitteilungsvorlage, the Kreisausschuss is usually asked or told before too."""
    for paper in case.concept.papers.values():
        kinds = [_kind(case, step) for step in paper.consultations]
        if any(step.role is Role.DECISION for step in paper.consultations) or CommitteeKind.COUNCIL not in kinds:
            continue
        council = kinds.index(CommitteeKind.COUNCIL)
        if CommitteeKind.MAIN in kinds[:council] or CommitteeKind.MAIN not in kinds or not _in_lower_saxony(case):
            continue
        step = paper.consultations[kinds.index(CommitteeKind.MAIN)]
        yield warning(
            "main-committee-after-council",
            case.concept.place(step, "committee"),
            committee=_name(case, step.committee),
            council=_name(case, paper.consultations[council].committee),
        )


def main_committee_missing(case: Case) -> Iterator[Finding]:
    """In a Landkreis of Niedersachsen the Kreisausschuss prepares what the Kreistag decides (§ 76 (1) NKomVG)."""
    manifest = case.concept.manifest
    if manifest is None or not _in_lower_saxony(case) or manifest.body.kind is not BodyKind.COUNTY:
        return
    for paper in case.concept.papers.values():
        decided = _last_deciding_step(paper)
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


def qualified_majority_unchecked(case: Case) -> Iterator[Finding]:
    """Without the number of members nobody can tell whether a qualified majority was reached."""
    if not _in_lower_saxony(case):
        return
    for paper, step in _steps(case):
        committee = _committee(case, step.committee)
        if not paper.qualified_majority or step.role is not Role.DECISION or step.decision not in _ADOPTED:
            continue
        if step.vote and committee and not committee.members:
            yield info("qualified-majority-unchecked", case.concept.place(step, "vote"), committee=committee.name)


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


def _last_deciding_step(paper: Paper) -> int | None:
    """The same, or the last that left the decision open: the next one will stand behind it."""
    decided = _deciding_step(paper)
    if decided is not None or paper.kind is not PaperKind.RESOLUTION:
        return decided
    deciding = [index for index, step in enumerate(paper.consultations) if step.role is Role.DECISION]
    return deciding[-1] if deciding else None


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
    public_step_of_non_public_paper,
    step_more_public_than_committee,
    council_rules_unknown,
    qualified_majority_missed,
    qualified_majority_unchecked,
    amended_without_wording,
    more_votes_than_members,
    decided_in_the_future,
    result_without_date,
)
