"""``texte/``: a chapter of the concept, Markdown with a small header."""

from ikonzept.model.fields import Id, Items, Reference, Text, Thing, content
from ikonzept.model.words import Kind


class Chapter(Thing):
    """A chapter; its id is the file name without the leading number, its part the folder."""

    id: Id = content("id", "Kennung", "Dateiname ohne führende Nummer.")
    title: Text = content("titel", "Titel", "Überschrift des Kapitels.")
    answers: Items[Reference] = content(
        "beantwortet",
        "Beantwortet",
        "Kennungen der Leitfragen, die das Kapitel beantwortet.",
        default=(),
        refers=(Kind.QUESTION,),
    )
    body: str = content("text", "Text", "Der Text unter dem Kopf.", default="")
