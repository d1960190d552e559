"""The sheet that is read together: what stands, and over it what was typed."""

import re
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Self
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from starlette.responses import Response

from api.console.forms.sending import BACK, OTHER_HAT, SOMEBODY_ELSE, is_own
from api.console.page import page
from api.console.receipt.answers import Answered
from api.console.receipt.recipients import Recipients, names_of, objections_of
from api.console.receipt.saving import Outcome
from api.console.receipt.sheet import Sheet, mark, sheets
from api.console.receipt.telling import Telling, languages
from api.console.typed import Typed, last
from api.console.visit import Visit
from api.receipts.words import CLASSES
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.traces.trace import Purpose
from domain.pathway.grounds.words import Form, InformedBy
from domain.pathway.pathway import Pathway

PATH = re.compile(r"/pathways/([0-9a-f-]{36})/consent")


@dataclass(frozen=True, slots=True)
class Filled:
    """What was typed; on a new sheet, what is supposed."""

    key: UUID
    telling: Telling
    form: Form
    sheets: dict[UUID, Sheet]

    @classmethod
    def new(cls, pathway: Pathway) -> Self:
        return cls(uuid4(), Telling.known(pathway), Form.ORAL, {})

    @property
    def is_faulty(self) -> bool:
        return any(sheet.faults for sheet in self.sheets.values())


@dataclass(frozen=True, slots=True)
class Together:
    visit: Visit
    pathway_id: UUID
    recipients: Recipients

    @property
    def path(self) -> str:
        return f"/pathways/{self.pathway_id}/consent"

    def new(self) -> Filled:
        return Filled.new(self.recipients.pathway)

    def filled(self, typed: Typed) -> Filled:
        organisations = [one.id for one in self.recipients.asked_about()]
        read = sheets(typed, organisations, today=self._today)
        said = last(typed, "form")
        return Filled(
            key=id_in(typed, "key") or uuid4(),
            telling=Telling.typed(typed, self.recipients.pathway),
            form=Form(said) if said in set(Form) else Form.ORAL,
            sheets={sheet.organisation_id: sheet for sheet in read},
        )

    def drawn(
        self,
        filled: Filled,
        *,
        title: str = "",
        status: int = HTTPStatus.OK,
        outcome: Outcome | None = None,
    ) -> Response:
        pathway, asked = self.recipients.pathway, self.recipients.asked_about()
        stands = {one.id: self.recipients.answered.of(one.id) for one in asked}
        return page(
            self.visit,
            "receipt/agreeing.html",
            status=status,
            pathway_id=self.pathway_id,
            notice=self.visit.house.notice,
            call_back=self._call_back,
            informed_at=pathway.consents.informed_at,
            team=self.recipients.in_team(),
            may_ask=self.visit.by.organisation_id in pathway.team.organisations,
            asked=asked,
            stands=stands,
            marks={one: mark(answers) for one, answers in stands.items()},
            filled=filled,
            together=list(names_of(self.recipients)),
            kept_out=list(objections_of(self.recipients)),
            others=self.recipients.others(),
            classes=CLASSES,
            means=tuple(InformedBy),
            forms=tuple(Form),
            spoken=languages(pathway, self.visit.language),
            title=title,
            outcome=outcome or Outcome(),
            added=str(self.recipients.added or ""),
        )

    def of_another(self, typed: Typed) -> Response:
        """Nothing is done in another name; what was typed stays with whoever typed it."""
        opened_by = id_in(typed, "by")
        if opened_by is not None and is_own(self.visit, opened_by):
            return self.drawn(self.filled(typed), title=OTHER_HAT, status=HTTPStatus.CONFLICT)
        return self.drawn(self.new(), title=SOMEBODY_ELSE, status=HTTPStatus.CONFLICT)

    @property
    def _call_back(self) -> str:
        """The number that the person was told."""
        own = self.visit.organisation.call_back if self.visit.organisation else ""
        return self.visit.house.notice.call_back or own

    @property
    def _today(self) -> date:
        return self.visit.house.network.clock().astimezone(ZoneInfo(self.visit.zone)).date()


def together(visit: Visit, pathway_id: UUID, added: UUID | None) -> Together:
    """Look at what stands; it is traced.

    Raises:
        PathwayNotOpened: there is no such pathway that the visitor may know of.
    """
    house, asked = visit.house, PathwayAsked(pathway_id, None, Purpose.ASKED_BY_PERSON)
    seen = read_pathway(house.network, house.traces, asked, visit.by)
    answered = Answered(seen, house.network.clock(), visit.zone)
    return Together(visit, pathway_id, Recipients(visit, answered, added))


def taken_up(visit: Visit, pathway_id: UUID, typed: Typed) -> Response:
    """The sheet as it was typed, after somebody signed in again; theirs alone."""
    read = together(visit, pathway_id, id_in(typed, "with"))
    if last(typed, "by") != str(visit.by.id):
        return read.of_another(typed)
    return read.drawn(read.filled(typed), title=BACK)


def id_in(typed: Typed, name: str) -> UUID | None:
    try:
        return UUID(last(typed, name))
    except ValueError:
        return None
