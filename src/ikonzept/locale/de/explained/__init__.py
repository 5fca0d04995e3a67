"""Every rule explained in German; only ``explain`` and the rule reference load this."""

from ikonzept.locale.de.explained import (
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
    spoken,
    syntax,
)
from ikonzept.locale.explanation import Explained

EXPLAINED: dict[str, Explained] = {
    **syntax.EXPLAINED,
    **schema.EXPLAINED,
    **references.EXPLAINED,
    **dates.EXPLAINED,
    **history.EXPLAINED,
    **goals.EXPLAINED,
    **editions.EXPLAINED,
    **council.EXPLAINED,
    **budget.EXPLAINED,
    **money.EXPLAINED,
    **results.EXPLAINED,
    **spoken.EXPLAINED,
    **papers.EXPLAINED,
    **figures.EXPLAINED,
    **files.EXPLAINED,
    **attachments.EXPLAINED,
    **chapters.EXPLAINED,
    **exemptions.EXPLAINED,
}
