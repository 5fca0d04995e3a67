"""An example for every rule, in the order in which ``explain`` lists them."""

from ikonzept.checks.examples import (
    attachments,
    budget,
    chapters,
    council,
    dates,
    editions,
    exemptions,
    figures,
    files,
    goals,
    history,
    money,
    papers,
    references,
    results,
    schema,
    since,
    spoken,
    syntax,
)
from ikonzept.checks.examples.example import Example

TOPICS: dict[str, dict[str, Example]] = {
    "syntax": syntax.EXAMPLES,
    "schema": schema.EXAMPLES,
    "references": references.EXAMPLES,
    "budget": budget.EXAMPLES,
    "money": money.EXAMPLES,
    "dates": dates.EXAMPLES,
    "history": history.EXAMPLES,
    "goals": goals.EXAMPLES,
    "editions": editions.EXAMPLES,
    "council": council.EXAMPLES,
    "results": results.EXAMPLES,
    "spoken": spoken.EXAMPLES,
    "papers": papers.EXAMPLES,
    "figures": figures.EXAMPLES,
    "files": files.EXAMPLES,
    "attachments": attachments.EXAMPLES,
    "chapters": chapters.EXAMPLES,
    "exemptions": exemptions.EXAMPLES,
    "since": since.EXAMPLES,
}
EXAMPLES: dict[str, Example] = {code: example for topic in TOPICS.values() for code, example in topic.items()}


def needs_since(code: str) -> bool:
    """Whether a rule compares with an earlier state: its example has one."""
    return code in EXAMPLES and EXAMPLES[code].before is not None
