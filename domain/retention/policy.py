"""How long data is kept: a setting of the network, with where each period was read."""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.text import Code, Label, Text


class Period(Value):
    """A number of months; one that is not verified is the network's own to confirm."""

    months: Annotated[int, Field(ge=0, le=240)]
    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class RetentionPolicy(Value):
    version: Code
    access: Period  # of an organisation, after its last contact with the person
    archive: Period  # once no organisation is left, before everything is erased
    announced_days: Annotated[int, Field(ge=1, le=365)]  # before an access ends
