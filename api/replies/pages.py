"""The page behind the link of a reminder: looking does nothing, only its buttons do.

It works without script, cookie or session: who has the link may use it, and nobody guesses one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.home.pages import STYLESHEET
from api.home.password_reset import AForm
from api.http.house import House
from api.http.signed_in import AHouse
from api.languages.choosing import REGION, Language
from api.languages.templates import templates_of
from api.preferring import preferred
from api.problems import headers_of, status_of
from application.reminders.answer_reminder import answer_reminder
from application.reminders.answering import Link, Question, open_link
from application.reminders.stop_by_link import stop_by_link
from domain.pathway.reminder_answers import Answer
from domain.refusals import DomainError
from domain.reminders.saying import appointment_on_page
from domain.reminders.wording import Wording

router = APIRouter(prefix="/r", include_in_schema=False)
STOP = "stop"  # what a button says, beside an answer
NOT_DIALLED = re.compile(r"[^+0-9]")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Vary": "Accept-Language",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown besides whom to call."""

    wording: Wording
    said: str = ""  # what was noted, or why it was not
    questions: Sequence[Question] = ()
    answered: UUID | None = None  # the question that what was said stands under; None: none
    may_stop: bool = True
    status: HTTPStatus = HTTPStatus.OK


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at a link, whether or not they were sent it."""

    house: House
    token: str
    address: str
    accepted: str  # languages, as the browser says

    def link(self) -> Link | None:
        return open_link(self.house.answering, self.token, address=self.address)

    def wording(self, link: Link | None) -> Wording:
        """In the language of the message; in the browser's where nothing is to be told of it."""
        if link:
            return self.house.wordings.reviewed_in(link.language)
        ours = self.house.wordings.reviewed
        return ours[preferred(REGION.sub("", self.accepted), list(ours))]


@router.get("/{token}")
def look(token: str, request: Request, house: AHouse) -> Response:
    visit = _visit(token, request, house)
    try:
        return _shown(visit, _as_it_stands(visit, visit.link()))
    except DomainError as refusal:
        return _refused(visit, refusal)


@router.post("/{token}")
def answer(token: str, request: Request, form: AForm, house: AHouse) -> Response:
    visit = _visit(token, request, house)
    try:
        link = visit.link()
        done = _done(visit, link, form) if link else None
        return _shown(visit, done or _as_it_stands(visit, link))
    except DomainError as refusal:
        return _refused(visit, refusal)


def _visit(token: str, request: Request, house: House) -> Visit:
    address = request.client.host if request.client else ""
    return Visit(house, token, address, request.headers.get("accept-language", ""))


def _as_it_stands(visit: Visit, link: Link | None) -> Page:
    """The same where nobody was sent it, where it is too old, and where it was answered."""
    if link and link.is_open:
        return Page(visit.wording(link), questions=link.questions)
    wording = visit.wording(None)
    return Page(wording, wording.page.nothing_to_answer, status=HTTPStatus.NOT_FOUND)


def _done(visit: Visit, link: Link, form: dict[str, str]) -> Page | None:
    """What a button did; None where it did nothing."""
    said, wording = form.get("answer", ""), visit.wording(link)
    words = wording.page
    if said == STOP:
        answering = visit.house.answering
        stop_by_link(answering.network, answering.replies, link.awaited)
        visit.house.recorded()
        return Page(wording, words.stopped, may_stop=False)
    asked = next((one for one in link.awaited if str(one.due_id) == form.get("due")), None)
    if asked is None or said not in {*Answer}:
        return None
    if not answer_reminder(visit.house.network, asked, Answer(said)):
        return None
    visit.house.recorded()
    noted = words.confirmed if said == Answer.CONFIRMED else words.asked_to_move
    return Page(wording, noted, link.questions, asked.due_id)


def _refused(visit: Visit, refusal: DomainError) -> Response:
    wording = visit.wording(None)
    answer = _shown(visit, Page(wording, wording.page.busy, status=status_of(type(refusal))))
    answer.headers.update(headers_of(refusal))
    return answer


def _shown(visit: Visit, page: Page) -> Response:
    html = (
        templates_of("api.replies", Language.FRENCH)  # its words are not of the catalogues
        .get_template("reply.html")
        .render(
            wording=page.wording,
            words=page.wording.page,
            said=page.said,
            answered=page.answered,
            failed=page.status not in {HTTPStatus.OK, HTTPStatus.NOT_FOUND},
            questions=[(one.due_id, one.when) for one in page.questions],
            when=partial(appointment_on_page, page.wording),
            may_stop=page.may_stop,
            call_back=visit.house.notice.call_back,
            dialled=NOT_DIALLED.sub("", visit.house.notice.call_back),
            stylesheet=STYLESHEET,
        )
    )
    headers = HEADERS | {"Content-Language": page.wording.language}
    return Response(html, page.status, headers, media_type="text/html")
