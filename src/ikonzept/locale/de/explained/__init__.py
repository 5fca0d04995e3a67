"""Every rule explained in German; only ``explain`` and the rule reference load this."""

from ikonzept.locale.de.explained import (
    attachments,
    chapters,
    council,
    dates,
    editions,
    exemptions,
    figures,
    files,
    goals,
    history,
    papers,
    references,
    schema,
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
    **papers.EXPLAINED,
    **figures.EXPLAINED,
    **files.EXPLAINED,
    **attachments.EXPLAINED,
    **chapters.EXPLAINED,
    **exemptions.EXPLAINED,
}
