"""An example for every rule, in the order in which ``explain`` lists them."""

from ikonzept.checks.examples import (
    attachments,
    chapters,
    council,
    dates,
    editions,
    exemptions,
    files,
    goals,
    history,
    papers,
    references,
    schema,
    syntax,
)
from ikonzept.checks.examples.example import Example

EXAMPLES: dict[str, Example] = {
    **syntax.EXAMPLES,
    **schema.EXAMPLES,
    **references.EXAMPLES,
    **dates.EXAMPLES,
    **history.EXAMPLES,
    **goals.EXAMPLES,
    **editions.EXAMPLES,
    **council.EXAMPLES,
    **papers.EXAMPLES,
    **files.EXAMPLES,
    **attachments.EXAMPLES,
    **chapters.EXAMPLES,
    **exemptions.EXAMPLES,
}
