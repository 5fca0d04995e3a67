"""Amounts as people read them."""

from decimal import Decimal

from ikonzept.values import german_amount


def signed(amount: Decimal) -> str:
    """``+ 2.000,00``, ``− 350,00``, ``0,00``."""
    sign = "+ " if amount > 0 else "− " if amount < 0 else ""
    return f"{sign}{german_amount(abs(amount))}"
