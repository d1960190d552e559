"""The page of a form: new, or with what was typed and why it was not done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from uuid import UUID

from starlette.responses import Response

from api.console.forms.asking import Asking
from api.console.forms.changes import subject_of
from api.console.forms.filling import typed_as
from api.console.forms.foreseeing import foreseen
from api.console.forms.form import Form
from api.console.forms.kinds import Field, Kind
from api.console.forms.sent import Sent
from api.console.forms.showing import Shower, Shown, faulty
from api.console.page import page
from api.console.typed import Typed
from domain.kernel import none_yet

HERE = "/forms"
BY_ADDRESS = frozenset({Kind.ONE, Kind.DAY})  # what a link may choose: never words of a person
SELDOM = frozenset({"at", "data_class"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Why a form is shown again."""

    status: HTTPStatus = HTTPStatus.OK
    title: str = ""  # what went wrong, in English
    note: str = ""  # what it means for what was typed
    faults: Mapping[str, str] = field(default_factory=none_yet)
    changes: Sequence[str] = ()  # what happened meanwhile, in the language of the page
    more: str = ""  # the rows to which one is added
    consent: str = ""  # where a consent that is missing is told


NEW = Outcome()


def drawn(asking: Asking, sent: Sent, typed: Typed, outcome: Outcome = NEW) -> Response:
    gettext = asking.visit.gettext
    faults = {name: gettext(said) for name, said in outcome.faults.items()}
    fields = Shower(asking, typed, faults, outcome.more).fields(asking.form.fields)
    later = [one for one in fields if _is_seldom_needed(one, asking.form)]
    return page(
        asking.visit,
        "forms/form.html",
        status=outcome.status,
        row=asking.form.row,
        action=path_of(asking.form, asking.ids),
        called=asking.pathway.person.called,
        subject=tuple(subject_of(asking)),
        fields=[one for one in fields if one not in later],
        later=later,
        foreseen=foreseen(asking, typed),
        later_open=any(name.startswith(tuple(one.name for one in later)) for name in faults),
        hidden=sent.hidden(),
        back=where(asking.form, asking.ids, sent),
        outcome=outcome,
        faulty=list(faulty(faults, fields)),
    )


def _is_seldom_needed(one: Shown, form: Form) -> bool:
    """Beside what its row says: another time than now, another class than the usual one."""
    return one.name in form.row.later or (one.name in SELDOM and not one.required)


def path_of(form: Form, ids: Mapping[str, Any]) -> str:
    """Where a form stands: at the address of its route."""
    return HERE + form.row.path.format(**ids)


def where(form: Form, ids: Mapping[str, Any], sent: Sent, *, made: UUID | None = None) -> str:
    """Where a form leads to: what it made, where it was opened from, what it is about."""
    if form.row.after and ("{made}" in form.row.after or not sent.back):
        return form.row.after.format(**ids, made=made or "") if made else sent.back or "/"
    if sent.back:
        return sent.back
    return f"/pathways/{ids['pathway_id']}" if form.is_about_a_pathway else "/"


def filled(asking: Asking, asked: Mapping[str, str]) -> Typed:
    """A new form, with what is already known."""
    form, zone = asking.form, asking.visit.zone
    known = form.row.known(asking) if form.row.known else {}
    chosen = {one.name for one in _flat(form.fields) if one.kind in BY_ADDRESS}
    named = {name: [value] for name, value in asked.items() if name in chosen}
    return _usual(form, zone) | typed_as(known, form.fields, zone=zone) | named


def _usual(form: Form, zone: str) -> Typed:
    """What the model itself supposes, where nothing is said."""
    found: Typed = {}
    for one in _flat(form.fields):
        if one.default is not None and one.kind not in {Kind.GROUP, Kind.ROWS}:
            found |= typed_as({one.last: one.default}, (one,), zone=zone)
    return found


def _flat(fields: Sequence[Field]) -> list[Field]:
    return [each for one in fields for each in (one, *_flat(one.fields))]
