"""After how many days a referral that nobody answers is chased, then expires."""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.text import Code, Label, Text


class Wait(Value):
    """A number of days; no law gives it: each network decides."""

    days: Annotated[int, Field(ge=1, le=365)]
    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class ReferralTerms(Value):
    version: Code
    chase: Wait
    expiry: Wait
