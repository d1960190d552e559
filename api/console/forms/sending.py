"""A form that was sent: done once, or shown again with what was typed and why it was not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import Response

from api.console.forms.asking import Asking, asking, local_day
from api.console.forms.changes import changes_since
from api.console.forms.drawing import Outcome, drawn, filled, path_of, where
from api.console.forms.faults import faults_in
from api.console.forms.foreseeing import keys_of
from api.console.forms.form import Form
from api.console.forms.parsing import Reader
from api.console.forms.rehearsing import may_be_rehearsed, rehearsed
from api.console.forms.running import door_for, run
from api.console.forms.sent import Sent, fields_typed
from api.console.page import page
from api.console.refusing import see
from api.console.typed import Typed, last
from api.console.visit import Visit
from api.languages.words import phrase
from api.problems import Unreadable, headers_of, status_of
from application.refusals import ChangedSinceSeen, CommandReused
from domain.pathway.grounds.refusals import ConsentMissing
from domain.refusals import DomainError

CORRECT = phrase("Some answers need another look. Nothing was saved yet.")
ALREADY = phrase("What you sent first was saved. This is not: send it again to add it as well.")
MEANWHILE = phrase("Meanwhile, somebody changed this. Nothing of yours was saved yet.")
KEPT = phrase("What you typed is still here.")
OTHER_HAT = phrase(
    "You opened this form under another hat. Look again, then send it under this one."
)
SOMEBODY_ELSE = phrase("Somebody else opened this form. What they typed is not shown to you.")
BACK = phrase("You are signed in again. Nothing was saved meanwhile: send this now.")
SAVED = "saved"


@dataclass(frozen=True, slots=True)
class Sending:
    visit: Visit
    form: Form
    ids: Mapping[str, Any]
    sent: Sent
    typed: Typed

    def answered(self) -> Response:
        if self.sent.by != self.visit.by.id:
            return self.opened_by_another()
        try:
            return self.done()
        except (ValidationError, RequestValidationError) as error:
            return self.misread(error.errors())
        except CommandReused as refusal:
            return self.drawn(_why(refusal, ALREADY), sent=self.sent.again())
        except ChangedSinceSeen as refusal:
            return self.changed(refusal)
        except DomainError as refusal:
            return self.refused(refusal)

    def done(self) -> Response:
        """Do it, and lead on.

        Raises:
            ValidationError: what was typed is not what the route takes.
            RequestValidationError: it does not go together.
            DomainError: it is refused.
        """
        today = local_day(self.visit)
        reader = Reader(fields_typed(self.typed), self.visit.zone, today)
        said = self.form.model.model_validate(reader.body(self.form.fields))
        door = door_for(self.visit, key=self.sent.key, seen=self.sent.seen)
        done = run(self.form, self.visit, self.ids, said, door)
        to = where(self.form, self.ids, self.sent, made=done.id)
        return see(to, said=SAVED, fresh=done.position)

    def taken_up_again(self) -> Response:
        """After somebody signed in again; what they typed before is theirs alone."""
        if self.sent.by != self.visit.by.id:
            return self.opened_by_another()
        return self.drawn(Outcome(title=BACK, note=KEPT))

    def opened_by_another(self) -> Response:
        """Nothing is done in another name; what was typed stays with whoever typed it."""
        asked = asking(self.visit, self.form, self.ids)
        sent = Sent.new(self.visit.by.id, opened=asked.now, seen=asked.item(), back=self.sent.back)
        if is_own(self.visit, self.sent.by):
            return drawn(asked, sent, self.typed, _conflict(OTHER_HAT))
        return drawn(asked, sent, filled(asked, {}), _conflict(SOMEBODY_ELSE))

    def classes(self) -> list[str]:
        """How private the entry would be, and nothing of the pathway."""
        if self.sent.by != self.visit.by.id or not may_be_rehearsed(self.form):
            return []
        asked = Asking(self.visit, self.form, self.ids, None)
        return sorted(set(keys_of(rehearsed(asked, self.typed))))

    def misread(self, errors: Iterable[Any]) -> Response:
        faults = faults_in(errors, self.form.fields)
        return self.drawn(Outcome(status=status_of(Unreadable), title=CORRECT, faults=faults))

    def changed(self, refusal: DomainError) -> Response:
        """With what changed meanwhile, and the mark of it: sending again is a choice."""
        asked = asking(self.visit, self.form, self.ids)
        changes = tuple(changes_since(asked, self.sent.opened))
        outcome = Outcome(
            status=status_of(type(refusal)), title=MEANWHILE, note=KEPT, changes=changes
        )
        return drawn(asked, self.sent.having_seen(asked.item(), at=asked.now), self.typed, outcome)

    def refused(self, refusal: DomainError) -> Response:
        status = status_of(type(refusal))
        if status is HTTPStatus.SERVICE_UNAVAILABLE:
            return self.withheld(refusal)
        outcome = _why(refusal, refusal.title)
        if isinstance(refusal, ConsentMissing) and self.form.is_about_a_pathway:
            return self.drawn(replace(outcome, consent=self.consent()))
        return self.drawn(outcome)

    def consent(self) -> str:
        """Where what the person agrees to is told, of the organisation that was chosen."""
        asked = urlencode({"with": last(self.typed, "ask.target_id")})
        return f"/pathways/{self.ids['pathway_id']}/consent?{asked}"

    def withheld(self, refusal: DomainError) -> Response:
        """Nothing can be read just now, not even what the form is about: it is kept as it is."""
        answer = page(
            self.visit,
            "forms/withheld.html",
            status=status_of(type(refusal)),
            row=self.form.row,
            title=refusal.title,
            action=path_of(self.form, self.ids),
            typed=self.typed,
        )
        answer.headers.update(headers_of(refusal))
        return answer

    def drawn(self, outcome: Outcome, *, sent: Sent | None = None) -> Response:
        try:
            asked = asking(self.visit, self.form, self.ids)
            return drawn(asked, sent or self.sent, self.typed, outcome)
        except DomainError as refusal:
            if status_of(type(refusal)) is HTTPStatus.SERVICE_UNAVAILABLE:
                return self.withheld(refusal)
            raise


def is_own(visit: Visit, membership_id: UUID) -> bool:
    """Whether a membership is the visitor's, under whatever hat they act now."""
    held = visit.house.desk.accounts.memberships(visit.recognition.session.account_id)
    return any(one.membership_id == membership_id for one in held)


def _conflict(title: str) -> Outcome:
    return Outcome(status=HTTPStatus.CONFLICT, title=title)


def _why(refusal: DomainError, title: str) -> Outcome:
    return Outcome(status=status_of(type(refusal)), title=title, note=KEPT)
