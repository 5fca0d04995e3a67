"""Circles in what leads to what: measures that come out of each other, goals, editions."""

from collections.abc import Iterable, Iterator, Mapping


def circles(following: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """The groups of names that lead back to themselves, each name once, all in order; linear (Kosaraju)."""
    leading: dict[str, list[str]] = {name: [] for name in following}
    for name, targets in following.items():
        for target in targets:
            if target in leading:
                leading[target].append(name)
    seen: set[str] = set()
    groups = [tuple(_visit(name, leading, seen)) for name in reversed(_all(following))]
    return sorted(
        tuple(sorted(group)) for group in groups if len(group) > 1 or (group and group[0] in following[group[0]])
    )


def some(group: tuple[str, ...]) -> tuple[str, ...]:
    """The members of a circle that a sentence names."""
    return group if len(group) <= _NAMED else (*group[: _NAMED - 1], "…")


_NAMED = 12


def _all(following: Mapping[str, Iterable[str]]) -> list[str]:
    """Every name, each behind those it leads to."""
    seen: set[str] = set()
    return [found for name in following for found in _visit(name, following, seen)]


def _visit(start: str, following: Mapping[str, Iterable[str]], seen: set[str]) -> Iterator[str]:
    """What can be reached from a name and was not seen yet, the name itself last; no recursion: chains may be long."""
    if start in seen:
        return
    seen.add(start)
    trail = [(start, iter(following[start]))]
    while trail:
        name, targets = trail[-1]
        target = next((item for item in targets if item in following and item not in seen), None)
        if target is None:
            trail.pop()
            yield name
        else:
            seen.add(target)
            trail.append((target, iter(following[target])))
