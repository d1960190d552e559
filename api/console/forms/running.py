"""Do what a form asks: the API's own route, through the door that its reader opens."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from pydantic import BaseModel
from starlette.responses import Response

from api.console.forms.form import DOORS, Form
from api.console.visit import Visit
from api.http.door import NOT_OURS, Door
from api.http.erasures import account_of
from api.http.opaque import NotOurs
from api.http.signed_in import Bearer, session_of

MAKERS: Mapping[Callable[..., Any], Callable[[Visit], Any]] = {
    account_of: lambda visit: visit.recognition.session.account_id,
    session_of: lambda visit: Bearer(visit.token, visit.recognition),
}


@dataclass(frozen=True, slots=True)
class Done:
    """What was recorded: the id of what was made or acted upon, and what lists must count."""

    id: UUID
    position: str = ""


def run(form: Form, visit: Visit, ids: Mapping[str, Any], said: BaseModel, door: Door) -> Done:
    """Ask the route as the API would.

    Raises:
        DomainError: it refuses.
        RequestValidationError: what was said does not go together.
    """
    given = {
        name: door if call in DOORS else MAKERS[call](visit) for name, call in form.given.items()
    }
    return _done(form.route.endpoint(**ids, **given, **{form.body: said}))


def door_for(visit: Visit, *, key: UUID, seen: str) -> Door:
    """A key that is sent again is the same command; what was seen must still be so."""
    return Door(visit.by, visit.house, uuid5(visit.by.id, str(key)), _mark(visit, seen))


def _mark(visit: Visit, seen: str) -> str | None:
    if not seen:
        return None
    try:
        return visit.house.opaque.mark(seen)
    except NotOurs:
        return NOT_OURS


def _done(answer: Any) -> Done:
    if isinstance(answer, Response):
        told = json.loads(bytes(answer.body))
        return Done(UUID(told["id"]), answer.headers.get("Cordee-Position", ""))
    return Done(answer.id)
