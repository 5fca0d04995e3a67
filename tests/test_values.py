"""One value and one phrase: what is read, what is refused, what people read."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept import values
from ikonzept.values import AccountNumber, Month, NotAValue

READERS = (
    values.account,
    values.ags,
    values.amount,
    values.day,
    values.month,
    values.number,
    values.paper_number,
    values.whole_number,
    values.yes_no,
)
ARABIC_INDIC = "\u0661\u0662\u0663"


def refusal(reader: Callable[[str], object], text: str) -> str:
    """The code with which a reader refuses a text."""
    with pytest.raises(NotAValue) as caught:
        reader(text)
    return caught.value.code


# --- amounts and numbers -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("6000", 600000),
        ("6000,00", 600000),
        ("6.000,00", 600000),
        ("6000.00", 600000),
        ("1.234.567,89", 123456789),
        ("1.234.567", 123456700),
        ("6 000,00", 600000),
        ("6\u00a0000", 600000),
        ("1\u202f234\u202f567,8", 123456780),
        ("2.000,00 €", 200000),
        ("2000€", 200000),
        ("2000,5 EUR", 200050),
        ("2.000,5 Euro", 200050),
        (" 12 ", 1200),
        ("-5", -500),
        ("−5,5", -550),
        ("+5", 500),
        ("6,5", 650),
        ("0", 0),
        ("007,10", 710),
        ("123456789012,34", 12345678901234),
        ("123.456.789.012,34", 12345678901234),
        ("9999999999999.99", 999999999999999),
    ],
)
def test_amount(text: str, cents: int) -> None:
    read = values.amount(text)
    assert read == Decimal(cents) / 100
    assert read.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6.000", "amount-ambiguous"),
        ("1.234", "amount-ambiguous"),
        ("6,000", "amount-ambiguous"),
        ("-6.000", "amount-ambiguous"),
        ("6.000 €", "amount-ambiguous"),
        ("1.2345", "amount-places"),
        ("0.123", "amount-places"),
        ("1.234,567", "amount-places"),
        ("6,000.00", "amount"),
        ("6.00.00", "amount"),
        ("6. 000", "amount"),
        ("60.00,00", "amount"),
        ("1 23", "amount"),
        ("6000,", "amount"),
        (",50", "amount"),
        ("5-", "amount"),
        ("1e3", "amount"),
        ("1_000", "amount"),
        ("", "amount"),
        ("€", "amount"),
        ("abc", "amount"),
        ("NaN", "amount"),
        ("Infinity", "amount"),
        ("= 6000", "amount"),
        ("6000 USD", "amount"),
        (ARABIC_INDIC, "amount"),
        ("²", "amount"),
        ("9" * 40, "amount"),
    ],
)
def test_amount_refused(text: str, code: str) -> None:
    assert refusal(values.amount, text) == code


@pytest.mark.parametrize(
    ("text", "small", "large"),
    [
        ("6.000", "6,00", "6.000,00"),
        ("6,000", "6,00", "6.000,00"),
        ("-1.250", "-1,25", "-1.250,00"),
        ("123.450", "123,45", "123.450,00"),
    ],
)
def test_ambiguous_amount_asks_which(text: str, small: str, large: str) -> None:
    with pytest.raises(NotAValue) as caught:
        values.amount(text)
    assert caught.value.params == {"value": text, "small": small, "large": large}


def test_a_long_row_of_blanks_costs_no_time() -> None:
    assert refusal(values.amount, "6" + " " * 200_000 + "x") == "amount"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("16421", "16421"),
        ("12,6", "12.6"),
        ("12.6", "12.6"),
        ("0,125", "0.125"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("−0,4", "-0.4"),
    ],
)
def test_number(text: str, value: str) -> None:
    assert values.number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "code"), [("6.000", "number-ambiguous"), ("12 %", "number"), ("", "number"), ("2000 €", "number")]
)
def test_number_refused(text: str, code: str) -> None:
    assert refusal(values.number, text) == code


@pytest.mark.parametrize(("text", "value"), [("0", 0), (" 42 ", 42), ("007", 7), ("999999999999", 999999999999)])
def test_whole_number(text: str, value: int) -> None:
    assert values.whole_number(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.200", "number-separator"),
        ("1,200", "number-separator"),
        ("-1", "whole-number"),
        ("1.5", "whole-number"),
        ("", "whole-number"),
        ("1" * 13, "whole-number"),
        (ARABIC_INDIC, "whole-number"),
    ],
)
def test_whole_number_refused(text: str, code: str) -> None:
    assert refusal(values.whole_number, text) == code


AMOUNTS = st.decimals(min_value=Decimal(-(10**15)), max_value=Decimal(10**15), places=2)


@given(AMOUNTS)
def test_a_german_amount_reads_back(value: Decimal) -> None:
    assert values.amount(values.german_amount(value)) == value
    assert values.amount(values.german_amount(value) + " €") == value


@given(AMOUNTS)
def test_an_amount_with_a_point_reads_back(value: Decimal) -> None:
    assert values.amount(str(value)) == value


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"), st.sampled_from(["", "-", "+"]))
def test_one_group_of_three_is_always_refused(whole: int, fraction: int, separator: str, sign: str) -> None:
    assert refusal(values.amount, f"{sign}{whole}{separator}{fraction:03}") == "amount-ambiguous"


@given(st.text(alphabet="0123456789.,-+ €", max_size=40))
def test_whatever_is_read_can_be_written(text: str) -> None:
    try:
        value = values.amount(text)
    except NotAValue:
        return
    assert values.amount(values.german_amount(value)) == value


@pytest.mark.parametrize("reader", READERS)
@given(text=st.text())
def test_no_reader_raises_anything_else(reader: Callable[[str], object], text: str) -> None:
    with suppress(NotAValue):
        reader(text)


# --- dates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["2024-02-29", "29.02.2024", " 2024-02-29 ", "29.2.2024"], ids=["iso", "german", "blanks", "short"]
)
def test_day(text: str) -> None:
    assert values.day(text) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024-02-30", "date-unknown"),
        ("30.02.2024", "date-unknown"),
        ("2023-02-29", "date-unknown"),
        ("2024-13-01", "date-unknown"),
        ("2024-00-10", "date-unknown"),
        ("0000-01-01", "date-unknown"),
        ("2024-6-1", "date"),
        ("20240601", "date"),
        ("2024-W05-1", "date"),
        ("2024/06/01", "date"),
        ("1.6.24", "date"),
        ("2024-06", "date"),
        ("2024-06-01T00:00", "date"),
        ("morgen", "date"),
        ("", "date"),
        ("٢٠٢٤-٠٢-٠١", "date"),
    ],
)
def test_day_refused(text: str, code: str) -> None:
    assert refusal(values.day, text) == code


@given(st.dates())
def test_dates_read_back(value: date) -> None:
    assert values.day(value.isoformat()) == values.day(values.german_date(value)) == value


@pytest.mark.parametrize("text", ["2024-06", "06/2024", "6/2024", "06.2024", " 2024-06 "])
def test_month(text: str) -> None:
    assert values.month(text) == Month(2024, 6)


@pytest.mark.parametrize("text", ["2024-13", "2024-00", "0000-06", "2024", "2024-6", "Juni 2024", "2024-06-01", ""])
def test_month_refused(text: str) -> None:
    assert refusal(values.month, text) == "month"


@given(st.builds(Month, st.integers(1, 9999), st.integers(1, 12)))
def test_months_read_back(value: Month) -> None:
    assert values.month(str(value)) == values.month(values.german_month(value)) == value
    assert (value.last_day.year, value.last_day.month) == value


@pytest.mark.parametrize(
    ("month", "last"),
    [
        (Month(2024, 2), date(2024, 2, 29)),
        (Month(2023, 12), date(2023, 12, 31)),
        (Month(9999, 12), date(9999, 12, 31)),
    ],
)
def test_last_day_of_a_month(month: Month, last: date) -> None:
    assert month.last_day == last


# --- words and numbers that name something -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"), [("ja", True), ("Nein", False), (" JA ", True), ("true", True), ("False", False), ("yes", True)]
)
def test_yes_no(text: str, *, value: bool) -> None:
    assert values.yes_no(text) is value


@pytest.mark.parametrize("text", ["", "j", "1", "vielleicht", "ja?", "on"])
def test_yes_no_refused(text: str) -> None:
    assert refusal(values.yes_no, text) == "yes-no"


@pytest.mark.parametrize("text", ["03", "031", "03157", "03157006"])
def test_ags(text: str) -> None:
    assert values.ags(f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3157", "ags-zero"),
        ("3157006", "ags-zero"),
        ("3", "ags-zero"),
        ("031570", "ags"),
        ("031570061", "ags"),
        ("3157x", "ags"),
        ("", "ags"),
        ("\u0660\u0663\u0661\u0665\u0667", "ags"),
    ],
)
def test_ags_refused(text: str, code: str) -> None:
    assert refusal(values.ags, text) == code


@pytest.mark.parametrize(
    ("text", "product", "account"),
    [
        ("4271305", None, "4271305"),
        ("04271305", None, "04271305"),
        ("111-300.4271305", "111-300", "4271305"),
        ("1.1.1.30/4271305", "1.1.1.30", "4271305"),
        ("111-300 4271305", "111-300", "4271305"),
        (" 111.4271 ", "111", "4271"),
    ],
)
def test_account(text: str, product: str | None, account: str) -> None:
    read = values.account(text)
    assert read == AccountNumber(product, account, text.strip())
    assert str(read) == text.strip()


@pytest.mark.parametrize(
    "text", ["", "427", "427130512", "111-300/", "x.4271305", "111-300  4271305", "4271305.", ARABIC_INDIC + "4"]
)
def test_account_refused(text: str) -> None:
    assert refusal(values.account, text) == "account"


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("4271305", "4271305", True),
        ("111-300.4271305", "4271305", True),
        ("111-300.4271305", "111-300/4271305", True),
        ("111-300.4271305", "111-400.4271305", False),
        ("111-300.4271305", "111-300.4271200", False),
        ("4271305", "04271305", False),
    ],
)
def test_account_numbers_that_can_mean_the_same(one: str, other: str, *, fits: bool) -> None:
    assert values.account(one).fits(values.account(other)) is fits
    assert values.account(other).fits(values.account(one)) is fits


@pytest.mark.parametrize("text", ["2022/094", "2022/094-1", "VO/2022/0123", "094", "Ä-1/2"])
def test_paper_number(text: str) -> None:
    assert values.paper_number(f" {text} ") == text


@pytest.mark.parametrize("text", ["", "/094", "2022//094", "2022/", "2022 / 094", "2022/../094", "-1", "a\nb"])
def test_paper_number_refused(text: str) -> None:
    assert refusal(values.paper_number, text) == "paper-number"


# --- what people read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "phrase"),
    [
        (True, "ja"),
        (False, "nein"),
        (values.amount("6000"), "6.000,00"),
        (values.amount("-1234567.8"), "−1.234.567,80"),
        (Decimal("12.655"), "12,655"),
        (Decimal(250), "250"),
        (date(2022, 6, 22), "22.06.2022"),
        (date(1, 1, 1), "01.01.0001"),
        (Month(2024, 6), "06/2024"),
        (values.account("111-300.4271305"), "111-300.4271305"),
        (("M-001", Decimal(1)), "M-001, 1"),
        (None, ""),
        ("Text", "Text"),
        (42, "42"),
    ],
)
def test_phrase(value: object, phrase: str) -> None:
    assert values.phrase(value) == phrase


@pytest.mark.parametrize(
    ("value", "phrase"),
    [(16421, "16.421"), (Decimal("12.6"), "12,6"), (Decimal("0.0000001"), "0,0000001"), (Decimal("1E+3"), "1.000")],
)
def test_german_number(value: Decimal | int, phrase: str) -> None:
    assert values.german_number(value) == phrase


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Sprach\u00admittlung", "Sprach\u00admittlung"),
        ("rot\x1b[31m\nund\tneu", "rot\N{REPLACEMENT CHARACTER}[31m und neu"),
        ("links\u202erechts", "links\N{REPLACEMENT CHARACTER}rechts"),
        (("M-001\n", "M-002"), "M-001 , M-002"),
        (Decimal("6000.00"), "6.000,00"),
    ],
)
def test_what_a_sentence_may_hold(value: object, said: str) -> None:
    assert values.shown(value) == said
