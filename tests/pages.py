"""An HTML page taken apart: which elements it has, in which order, with which words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("meta", "br", "link", "img", "hr", "input"))


@dataclass
class Element:
    """An element with its attributes and what stands in it."""

    tag: str
    attributes: dict[str, str]
    inner: list["Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> list["Element"]:
        return [item for item in self.walk() if item.tag in tags or not tags]

    def walk(self) -> Iterator["Element"]:
        yield self
        for item in self.inner:
            if isinstance(item, Element):
                yield from item.walk()

    def words(self, *, without: tuple[str, ...] = ("sr", "m", "glue", "label")) -> str:
        """What is seen: without what is for screen readers, and without marks."""
        said = [
            item if isinstance(item, str) else item.words(without=without)
            for item in self.inner
            if isinstance(item, str) or item.attributes.get("class") not in without
        ]
        return "".join(said)

    def has(self, name: str) -> bool:
        return name in self.attributes.get("class", "").split()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attributes) == len(attrs), f"an attribute twice: {tag} {attrs}"
        self.open[-1].inner.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inner.append(data)


def read(page: str) -> Element:
    """The page; every element must be closed where it belongs."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], [element.tag for element in reader.open]
    return reader.root
