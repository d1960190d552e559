"""What was typed into a form whose session had ended: kept sealed in the page to sign in at."""

import json
from uuid import UUID

from starlette.responses import Response

from api.console.field import resuming
from api.console.forms.form import VERSION, form_at
from api.console.forms.sending import Sending
from api.console.forms.sent import Sent
from api.console.receipt.together import PATH, taken_up
from api.console.refusing import see
from api.console.typed import Typed
from api.console.visit import Visit
from api.http.opaque import NotOurs, Opaque, Purpose

HERE = "/forms/"
NOBODY = UUID(int=0)  # who opened a form that does not say so


def sealed(opaque: Opaque, typed: Typed) -> str:
    """It is opened again by whoever opened the form, and by nobody else."""
    return opaque.close(json.dumps(typed).encode(), purpose=Purpose.DRAFT)


def reopened(visit: Visit, *, to: str, draft: str) -> Response:
    """The form filled in again, as the same command; another account gets nothing of it."""
    try:
        content = visit.house.opaque.open(draft, purpose=Purpose.DRAFT)
    except NotOurs:
        return see(to)
    typed: Typed = json.loads(content)
    if sheet := PATH.fullmatch(to):
        return taken_up(visit, UUID(sheet[1]), typed)
    if to.startswith(resuming.HERE):
        return resuming.taken_up(visit, to=to, typed=typed)
    form, ids = form_at(f"{VERSION}/{to.removeprefix(HERE)}")
    sent = Sent.read(typed, by=NOBODY, now=visit.house.network.clock())
    return Sending(visit, form, ids, sent, typed).taken_up_again()
