"""What every receipt tells the same: how long data is kept, whom to ask, where to complain."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.retention.policy import RetentionPolicy
from domain.text import Label, Text


class Authority(Value):
    """Who receives the complaint of somebody whose request was not answered."""

    name: Label
    called: Label  # its short name
    address: Annotated[tuple[Label, ...], Field(min_length=1)]  # lines
    phone: Label
    site: Label
    answer_months: Annotated[int, Field(ge=1, le=12)]  # that those who hold the data have
    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    retention: RetentionPolicy
    authority: Authority
    contact: str = ""  # how to ask the network about one's data; empty: the number below
    traces_months: int = 12  # how long who read is known
    call_back: str = ""  # the one number that people were told; empty: the organisation's own
