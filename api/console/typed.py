"""What was typed into a form."""

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Request

MOST_FIELDS = 2_000
Typed = dict[str, list[str]]


async def typed_in(request: Request) -> Typed:
    """Each field with what was typed, once or more; nothing where it is not a form."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return parse_qs(body, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}


def last(typed: Typed, name: str) -> str:
    """The last of a field; an empty text where there is none."""
    return typed.get(name, [""])[-1]


ATyped = Annotated[Typed, Depends(typed_in)]
