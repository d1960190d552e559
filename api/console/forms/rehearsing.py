"""What a form would record if it were sent as it stands, and how sensitive that is."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from api.console.forms.asking import Asking
from api.console.forms.form import DOORS, Form
from api.console.forms.parsing import Reader
from api.console.forms.running import run
from api.console.typed import Typed
from api.http.door import Door
from application.rehearsing import Rehearsal
from domain.kernel import Fact
from domain.refusals import DomainError


def may_be_rehearsed(form: Form) -> bool:
    """Whether what it does is one decision on a pathway, which may be taken without effect."""
    only_a_door = all(call in DOORS for call in form.given.values())
    return form.row.rehearsed and form.is_about_a_pathway and only_a_door


def rehearsed(asking: Asking, typed: Typed) -> Sequence[Fact]:
    """The facts that would be recorded on the pathway; none where it would be refused."""
    form, visit = asking.form, asking.visit
    rehearsal = Rehearsal(visit.house.network.log)
    house = replace(visit.house, network=rehearsal.of(visit.house.network), recorded=bool)
    try:
        body = Reader(typed, visit.zone, asking.today).body(form.fields)
        said = form.model.model_validate(body)
        door = Door(visit.by, house, uuid4())
        run(form, replace(visit, house=house), asking.ids, said, door)
    except (ValidationError, RequestValidationError, DomainError):
        return ()
    return rehearsal.facts(asking.ids["pathway_id"])
