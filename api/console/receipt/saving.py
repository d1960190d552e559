"""Save what the person answered: the API's own routes, each answer once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from api.console.receipt.answers import ASKED, SILENCE, Answered, Answers, Says
from api.console.receipt.sheet import Sheet, mark
from api.console.visit import Visit
from api.http.door import Asked, Door, Told
from api.http.sharing.consenting import (
    Consenting,
    Informing,
    Refusing,
    consent,
    inform,
    refuse,
    withdraw,
)
from domain.data_classes import DataClass
from domain.pathway.grounds.consents import Given
from domain.pathway.grounds.words import Consent, Form, Recipients, Scope
from domain.refusals import DomainError

LAST_MOMENT = time(23, 59, 59)  # of the last day of a yes
Step = Callable[[], Told]


@dataclass
class Outcome:
    """What was saved of each organisation, and what was not and why."""

    saved: list[UUID] = field(default_factory=list)
    refused: dict[UUID, DomainError] = field(default_factory=dict)
    changed: list[UUID] = field(default_factory=list)  # meanwhile, by somebody else

    @property
    def is_whole(self) -> bool:
        return not self.refused and not self.changed


@dataclass(frozen=True, slots=True)
class Saving:
    """One sheet that was sent; the same one sent again does nothing again."""

    visit: Visit
    pathway_id: UUID
    key: UUID
    answered: Answered
    form: Form
    class_of_part: Callable[[UUID], DataClass | None]

    def informs(self, said: Informing) -> Told:
        return inform(self.pathway_id, said, self._door("inform"))

    def saves(self, sheet: Sheet, outcome: Outcome) -> None:
        """What is said of one organisation, unless somebody else said something meanwhile."""
        now = self.answered.of(sheet.organisation_id)
        if not sheet.is_changed or mark(now) == mark(sheet.answers):
            return
        if mark(now) != sheet.was:
            outcome.changed.append(sheet.organisation_id)
            return
        try:
            for step in self._steps(sheet, now):
                step()
            outcome.saved.append(sheet.organisation_id)
        except DomainError as refusal:
            outcome.refused[sheet.organisation_id] = refusal

    def _steps(self, sheet: Sheet, now: Answers) -> Iterator[Step]:
        """What is taken back first: it ends at once, whatever comes of the rest."""
        changed = [one for one in ASKED if sheet.answers[one] != now.get(one, SILENCE)]
        ended = [
            given
            for given in self.answered.alone(sheet.organisation_id)
            if set(changed) & set(given.consent.scope.classes)
        ]
        for given in ended:
            yield self._withdrawn(given)
        kept = {one for given in ended for one in given.consent.scope.classes}
        for one in ASKED:
            answer = sheet.answers[one]
            if answer.says is Says.YES and (one in changed or one in kept):
                yield self._given(sheet.organisation_id, one, answer.until)
            elif answer.says is Says.NO and one in changed and one not in kept:
                yield self._refused(sheet.organisation_id, one)

    def _given(self, organisation_id: UUID, one: DataClass, last: date | None) -> Step:
        """A consent a class: each is then seen by those who may see that class, and no less."""
        until = self._end_of(last) if last else None
        said = Consenting(
            consent=Consent(scope=_scope(organisation_id, one), until=until, form=self.form),
            data_class=self.class_of_part(organisation_id),
        )
        door = self._door("give", organisation_id, one, last)
        return lambda: consent(self.pathway_id, said, door)

    def _refused(self, organisation_id: UUID, one: DataClass) -> Step:
        part = self.class_of_part(organisation_id)
        said = Refusing(scope=_scope(organisation_id, one), data_class=part)
        door = self._door("refuse", organisation_id, one)
        return lambda: refuse(self.pathway_id, said, door)

    def _withdrawn(self, given: Given) -> Step:
        door = self._door("withdraw", given.id)
        return lambda: withdraw(self.pathway_id, given.id, Asked(), door)

    def _door(self, *what: object) -> Door:
        """Each answer is a command of its own, the same one when it is sent again."""
        name = " ".join(str(one) for one in what)
        command_id = uuid5(self.visit.by.id, f"{self.key} {self.pathway_id} {name}")
        return Door(self.visit.by, self.visit.house, command_id)

    def _end_of(self, last: date) -> datetime:
        return datetime.combine(last, LAST_MOMENT, ZoneInfo(self.visit.zone))


def _scope(organisation_id: UUID, one: DataClass) -> Scope:
    return Scope(recipients=Recipients(organisations=(organisation_id,)), classes=(one,))
