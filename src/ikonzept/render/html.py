"""Pages from templates; text from the files is data here, nothing in it is markup."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from ikonzept.render.terminal import clean, clean_part
from ikonzept.texts import language, text
from ikonzept.values import german_date

if TYPE_CHECKING:
    from jinja2 import Environment


def page(template: str, **content: object) -> str:
    """A page by the name of its template in ``render/``, with the sentences at hand as ``text``."""
    return _environment().get_template(template).render(language=language(), **content)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("ikonzept", "render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["text"] = text
    environment.filters["clean"] = clean
    environment.filters["day"] = german_date
    environment.filters["flowing"] = _flowing
    environment.filters["digest"] = _digest
    return environment


def _flowing(said: str) -> str:
    """A text of several paragraphs, each of them clean."""
    return "\n\n".join(map(clean_part, said.split("\n\n")))


def _digest(content: str) -> str:
    """A style sheet's checksum, by which the page's own policy knows it; every other style and script is refused."""
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
