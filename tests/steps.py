"""How much work a call is, told without a clock: a busy machine is no failure."""

import sys
from collections.abc import Callable
from itertools import count


def steps(call: Callable[..., object], *arguments: object) -> int:
    """The number of functions, Python's and C's, that a call calls; what C does inside one is not seen."""
    counted = count()
    before = sys.getprofile()
    sys.setprofile(lambda *_: next(counted) and None)
    try:
        call(*arguments)
    finally:
        sys.setprofile(before)
    return next(counted)
