"""One value and one phrase: amounts, dates, months, yes and no, account and paper numbers, in German and ISO form.

A reader takes the text as it stands in a file and returns the value or raises ``NotAValue`` with a code; what could
mean two things is refused with a question, never guessed. A writer gives the German phrase people read.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import NamedTuple

CENTS = 2
TWO_PLACES = Decimal("0.01")


class NotAValue(ValueError):
    """The text is no such value; ``schema-<code>`` is the finding it becomes."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Month(NamedTuple):
    """A calendar month, such as the one in which the next Fortschreibung is due."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def last_day(self) -> date:
        """The day on which the month ends."""
        from calendar import monthrange

        return date(self.year, self.month, monthrange(self.year, self.month)[1])


class AccountNumber(NamedTuple):
    """A Produktsachkonto: product (``111-300``, may be missing) and Sachkonto (``4271305``); both are text."""

    product: str | None
    account: str
    written: str

    def __str__(self) -> str:
        return self.written

    def fits(self, other: "AccountNumber") -> bool:
        """Whether both can mean the same account: equal accounts; products equal as written, or one missing."""
        return self.account == other.account and (
            not self.product or not other.product or self.product == other.product
        )

    def means(self, other: "AccountNumber") -> bool:
        """Whether both are the same product and account, whatever stands between the two."""
        return (self.product, self.account) == (other.product, other.account)


# Patterns are compiled when first used: starting up should not pay for them.

# --- amounts and numbers -------------------------------------------------------------------------------------------

_CURRENCIES = ("€", "EUR", "Euro")
_MOST_DIGITS = 20  # of whole part and decimals together; sums of such numbers stay exact
_PLAIN = r"([+-]?)([0-9]+)(?:[.,]([0-9]+))?"
_GROUPED = r"([+-]?)([0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+)(?:,([0-9]+))?"
_GERMAN = r"([+-]?)([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)"
_AMBIGUOUS = r"([+-]?[1-9][0-9]{0,2})[.,]([0-9]{3})"
_SEPARATORS = r"[.\s\u00a0\u202f]"


def number(text: str) -> Decimal:
    """A number of any precision: ``16421``, ``12,6``, ``12.6``, ``1.234.567``, ``1.234,5``.

    ``6.000`` could be six or six thousand and is refused (``number-ambiguous``), as is anything else (``number``).
    """
    bare = text.strip().replace("−", "-")
    if parts := _ambiguous(bare):
        whole, thousands = parts
        raise NotAValue("number-ambiguous", value=text, small=f"{whole},{thousands}0", large=whole + thousands)
    digits = _digits(bare)
    if digits is None:
        raise NotAValue("number", value=text)
    whole, fraction = digits
    return Decimal(f"{whole}.{fraction}" if fraction else whole)


def amount(text: str) -> Decimal:
    """An amount in Euro with two places: ``6000``, ``6000,00``, ``6.000,00``, ``6000.00``, also with a ``€`` behind.

    Refused: ``6.000`` (``amount-ambiguous``), more than two decimals (``amount-places``), anything else (``amount``).
    """
    bare = text.strip().replace("−", "-")
    bare = next((bare.removesuffix(sign) for sign in _CURRENCIES if bare.endswith(sign)), bare).rstrip()
    if parts := _ambiguous(bare):
        whole, thousands = parts
        large = german_amount(Decimal(whole + thousands)).replace("−", "-")
        raise NotAValue("amount-ambiguous", value=text, small=f"{whole},{thousands[:CENTS]}", large=large)
    digits = _digits(bare)
    if digits is None:
        raise NotAValue("amount", value=text)
    whole, fraction = digits
    if len(fraction) > CENTS:
        raise NotAValue("amount-places", value=text)
    return Decimal(f"{whole}.{fraction:0<2}")


_BOOKED = r"(?P<before>[+-])?\s*(?P<digits>[0-9][0-9.,'\s\u00a0\u202f]*?)\s*(?:€|EUR|Euro)?\s*(?P<behind>[-+]|[SsHh])?"
_BY_COMMA = r"(?:[0-9]+|[0-9]{1,3}(?:[. \u00a0\u202f][0-9]{3})+)(?:,[0-9]+)?"
_BY_POINT = r"(?:[0-9]+|[0-9]{1,3}(?:[,' \u00a0\u202f][0-9]{3})+)(?:\.[0-9]+)?"


def booked_amount(text: str, decimal: str | None = None) -> Decimal:
    """An amount as finance systems print it: ``520.820,86-``, ``1 234,56``, ``1.234,56 S``, ``1.234,56 H``, also ``€``.

    Soll is what was spent, Haben what came back: less than nothing. ``decimal`` is the sign before the cents where it
    is known; then ``6.000`` is clear. Refused as by ``amount``, and an amount with two signs (``amount-signs``).
    """
    bare = text.strip().replace("−", "-")
    bare = next((bare.removesuffix(sign) for sign in _CURRENCIES if bare.endswith(sign)), bare).rstrip()
    match = re.fullmatch(_BOOKED, bare)
    if match is None:
        raise NotAValue("amount", value=text)
    before, digits, behind = match["before"] or "", match["digits"], (match["behind"] or "").upper()
    if before and behind:
        raise NotAValue("amount-signs", value=text)
    if decimal:
        if not re.fullmatch(_BY_COMMA if decimal == "," else _BY_POINT, digits):
            raise NotAValue("amount", value=text)
        whole, _, fraction = digits.partition(decimal)
        digits = f"{re.sub(r'[^0-9]', '', whole)}.{fraction}" if fraction else re.sub(r"[^0-9]", "", whole)
    found = amount(digits)
    return -found if "-" in {before, behind} or behind == "H" else found


def _ambiguous(text: str) -> tuple[str, str] | None:
    """What stands before and behind the separator of ``6.000``: six, or six thousand? ``None`` for a clear number."""
    match = re.fullmatch(_AMBIGUOUS, text)
    return (match[1], match[2]) if match else None


def _digits(text: str) -> tuple[str, str] | None:
    """The signed whole part and the decimals of a number, both without separators; ``None`` for what is none."""
    match = re.fullmatch(_PLAIN, text) or re.fullmatch(_GERMAN, text) or re.fullmatch(_GROUPED, text)
    if match is None:
        return None
    sign, whole, fraction = match.groups(default="")
    whole = re.sub(_SEPARATORS, "", whole)
    return (sign + whole, fraction) if len(whole + fraction) <= _MOST_DIGITS else None


def whole_number(text: str) -> int:
    """A whole number without sign or separators, such as a year or a number of people."""
    text = text.strip()
    if re.fullmatch(_AMBIGUOUS, text):
        raise NotAValue("number-separator", value=text, plain=re.sub(r"[.,]", "", text))
    if not re.fullmatch(r"[0-9]{1,12}", text):
        raise NotAValue("whole-number", value=text)
    return int(text)


# --- dates ---------------------------------------------------------------------------------------------------------

_ISO_LENGTH = len("2022-06-22")
_GERMAN_DATE = r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"
_ISO_MONTH = r"([0-9]{4})-([0-9]{2})"
_GERMAN_MONTH = r"(?P<month>[0-9]{1,2})[./](?P<year>[0-9]{4})"


def day(text: str) -> date:
    """A date, ``2022-06-22`` or ``22.06.2022``; one that the calendar does not have is refused (``date-unknown``)."""
    iso = text = text.strip()
    if "." in text and (match := re.fullmatch(_GERMAN_DATE, text)):
        iso = f"{match['year']}-{match['month']:0>2}-{match['day']:0>2}"
    if len(iso) != _ISO_LENGTH or iso[4] != "-" or iso[7] != "-" or not iso.isascii():
        raise NotAValue("date", value=text)
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise NotAValue("date-unknown" if iso.replace("-", "").isdecimal() else "date", value=text) from None


def month(text: str) -> Month:
    """A month, ``2024-06`` or ``06/2024``."""
    text = text.strip()
    if match := re.fullmatch(_ISO_MONTH, text):
        value = Month(int(match[1]), int(match[2]))
    elif match := re.fullmatch(_GERMAN_MONTH, text):
        value = Month(int(match["year"]), int(match["month"]))
    else:
        raise NotAValue("month", value=text)
    if not 1 <= value.month <= 12 or value.year < 1:  # noqa: PLR2004  months of a year
        raise NotAValue("month", value=text)
    return value


# --- words and numbers that name something -------------------------------------------------------------------------

_YES_NO = {"ja": True, "nein": False, "yes": True, "no": False, "true": True, "false": False}
_AGS_LENGTHS = (2, 3, 5, 8)  # Land, Regierungsbezirk, Kreis, Gemeinde
_ACCOUNT = r"(?:(?P<product>[0-9][0-9.\-]*)[./ ])?(?P<account>[0-9]{4,8})"
_PAPER = r"[A-Za-z0-9ÄÖÜäöüß][A-Za-z0-9ÄÖÜäöüß.\-]*(?:/[A-Za-z0-9ÄÖÜäöüß][A-Za-z0-9ÄÖÜäöüß.\-]*)*"


def yes_no(text: str) -> bool:
    """``ja`` or ``nein`` (also as an editor may write them: ``true``, ``false``)."""
    try:
        return _YES_NO[text.strip().lower()]
    except KeyError:
        raise NotAValue("yes-no", value=text) from None


def ags(text: str) -> str:
    """An amtlicher Gemeindeschlüssel: 2, 3, 5 or 8 digits, a leading zero included."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,8}", text) and len(text) + 1 in _AGS_LENGTHS and len(text) not in _AGS_LENGTHS:
        raise NotAValue("ags-zero", value=text)
    if not re.fullmatch(r"[0-9]+", text) or len(text) not in _AGS_LENGTHS:
        raise NotAValue("ags", value=text)
    return text


def account(text: str) -> AccountNumber:
    """A Produktsachkonto in its real forms: ``4271305``, ``111-300.4271305``, ``1.1.1.30/4271305``."""
    match = re.fullmatch(_ACCOUNT, text.strip())
    if match is None:
        raise NotAValue("account", value=text)
    return AccountNumber(match["product"], match["account"], text.strip())


def paper_number(text: str) -> str:
    """A Vorlagennummer as printed: ``2022/094``, ``2022/094-1``, ``VO/2022/0123``."""
    text = text.strip()
    if not re.fullmatch(_PAPER, text):
        raise NotAValue("paper-number", value=text)
    return text


# --- what people read ----------------------------------------------------------------------------------------------


def says_nothing(text: str) -> bool:
    """Whether a text is only a sign that somebody was here: ``-``, ``k. A.``, ``140``."""
    letters = "".join(sign for sign in text.casefold() if sign.isalpha())
    return not letters or letters in _NOTHING


_NOTHING = frozenset(
    (
        *("ka", "keineangabe", "keineangaben", "so", "sieheoben", "na", "entfällt"),
        *("wahr", "falsch", "true", "false", "ja", "nein"),
    )
)


def german_number(value: Decimal | int) -> str:
    """``16421`` → ``16.421``; ``Decimal("-12.6")`` → ``−12,6``; the readers know this minus."""
    return f"{Decimal(value):,f}".translate(str.maketrans(",.-", ".,−"))


def german_amount(value: Decimal) -> str:
    """``Decimal("6000.00")`` → ``6.000,00``; the €-sign is render's."""
    return german_number(value.quantize(TWO_PLACES))


def german_date(value: date) -> str:
    """``2022-06-22`` → ``22.06.2022``."""
    return f"{value.day:02d}.{value.month:02d}.{value.year:04d}"


def german_month(value: Month) -> str:
    """``2024-06`` → ``06/2024``."""
    return f"{value.month:02d}/{value.year:04d}"


def phrase(value: object) -> str:
    """Any value of ours as the phrase people read; text stays as it is."""
    match value:
        case bool():
            return "ja" if value else "nein"
        case Decimal():
            return german_number(value)  # as exact as it is: amounts have two places, shares and figures their own
        case date():
            return german_date(value)
        case Month():
            return german_month(value)
        case AccountNumber():
            return str(value)
        case tuple() | list() | frozenset() | set():
            return ", ".join(phrase(item) for item in value)
        case None:
            return ""
        case _:
            return str(value)


def shown(value: object) -> str:
    """The phrase as a sentence may hold it, whatever stands in a file."""
    return harmless(phrase(value))


def harmless(text: str) -> str:
    """The text on one line, without control characters and marks that turn or hide what stands there."""
    if text.isprintable():  # whatever is printable is harmless, and most text is
        return text
    return "".join(map(_harmless, " ".join(text.split())))


def _harmless(character: str) -> str:
    unwanted = unicodedata.category(character) in _UNWANTED and character not in _JOINERS
    return "\N{REPLACEMENT CHARACTER}" if unwanted else character


_UNWANTED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_JOINERS = frozenset("\u00ad\u200c\u200d")
"""The soft hyphen, and what Persian, Arabic and Indic words and emoji need between their letters."""
