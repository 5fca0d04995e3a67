"""What an amtlicher Gemeindeschlüssel tells: the Land and how large the area is (Statistisches Bundesamt)."""

from collections.abc import Mapping

from ikonzept.model.words import BodyKind, State

_IN_ORDER = (
    *(State.SH, State.HH, State.NI, State.HB, State.NW, State.HE, State.RP, State.BW),
    *(State.BY, State.SL, State.BE, State.BB, State.MV, State.SN, State.ST, State.TH),
)
_STATES = {f"{number:02d}": state for number, state in enumerate(_IN_ORDER, start=1)}
_COUNTY, _MUNICIPALITY = 5, 8
_LENGTHS: Mapping[BodyKind, int] = {
    BodyKind.COUNTY: _COUNTY,
    BodyKind.REGION: _COUNTY,
    BodyKind.CITY: _COUNTY,
    BodyKind.TOWN: _MUNICIPALITY,
    BodyKind.MUNICIPALITY: _MUNICIPALITY,
}
"""How many digits the key of a Körperschaft has; a Samtgemeinde has no key of its own."""


def state_of(ags: str) -> State | None:
    """The Land by the first two digits; ``None`` where no Land has them."""
    return _STATES.get(ags[:2])


def length_of(kind: BodyKind) -> int | None:
    """How many digits the key of such a Körperschaft has; ``None`` where any number may be right."""
    return _LENGTHS.get(kind)


def fits(ags: str, kind: BodyKind) -> bool:
    """Whether a key can be that of such a Körperschaft; a kreisfreie Stadt is a Gemeinde too (``03101000``)."""
    if kind is BodyKind.CITY and len(ags) == _MUNICIPALITY:
        return ags.endswith("000")
    return length_of(kind) in {None, len(ags)}
