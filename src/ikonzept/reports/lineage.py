"""Which measures came out of which others, as their Herkunft says."""

from collections.abc import Iterator, Mapping

from ikonzept.model.concept import Concept
from ikonzept.model.measure import Measure


def heirs(measures: Mapping[str, Measure]) -> dict[str, tuple[str, ...]]:
    """Which measures came out of one, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for name, measure in measures.items():
        for source in dict.fromkeys(_sources(measure)):
            found[source] = (*found.get(source, ()), name)
    return found


def sources(concept: Concept, measure: Measure) -> tuple[Measure, ...]:
    """The measures out of which one came, as far as there are such."""
    known = dict.fromkeys(_sources(measure))
    return tuple(concept.measures[name] for name in known if name in concept.measures)


def successors(concept: Concept, name: str) -> tuple[Measure, ...]:
    """The measures that came out of one, and those that came out of them, the nearest first; each once."""
    return tuple(concept.measures[found] for found in _after(heirs(concept.measures), name))


def predecessors(concept: Concept, name: str) -> tuple[Measure, ...]:
    """The measures out of which one came, and those out of which they came, the nearest first; each once."""
    known = {found: _sources(measure) for found, measure in concept.measures.items()}
    return tuple(concept.measures[found] for found in _after(known, name) if found in concept.measures)


def _after(known: Mapping[str, tuple[str, ...]], name: str) -> Iterator[str]:
    seen, waiting = {name}, list(known.get(name, ()))
    while waiting:
        found = waiting.pop(0)
        if found not in seen:
            seen.add(found)
            yield found
            waiting += known.get(found, ())


def _sources(measure: Measure) -> tuple[str, ...]:
    return measure.lineage.sources if measure.lineage else ()
