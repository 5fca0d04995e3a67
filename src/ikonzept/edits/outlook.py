"""What comes next for a measure (Ausblick): one word of its file."""

from ikonzept import splicing
from ikonzept.edits.edit import Edit, text_of
from ikonzept.model.fields import key_of
from ikonzept.model.measure import Measure
from ikonzept.model.words import Outlook


def looked_ahead(path: str, raw: bytes, measure: Measure, outlook: Outlook) -> Edit:
    """The file of a measure with another outlook, or with one, where people write it: before the Verlauf.

    Raises ``KeyError`` where the whole file stands in braces.
    """
    names = tuple(type(measure).model_fields)
    before = [name for name in names[: names.index("outlook")] if name in measure.model_fields_set and name != "id"]
    said = {key_of(Measure, "outlook"): outlook.value}
    return Edit(path, raw, splicing.put(path, text_of(raw), said, key_of(Measure, before[-1])).encode())
