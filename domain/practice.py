"""How a network works where no law says it: its own limits, with who set them and when."""

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.text import Code, Label, Text


class BufferSessions(Value):
    """How many sessions a buffer follow-up has before an outside relay takes over."""

    most: Annotated[int, Field(ge=1, le=100)]
    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class Practice(Value):
    """What is absent is not limited."""

    version: Code = "none"
    buffer_sessions: BufferSessions | None = None


NO_LIMITS = Practice()
