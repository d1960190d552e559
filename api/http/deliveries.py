"""What a gateway for texts tells of them afterwards, signed as Standard Webhooks says."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

import structlog
from fastapi import APIRouter, Depends, Header, Request, status
from pydantic import ConfigDict, Field

from api.http.house import House, house
from api.http.says import strangers
from api.http.signed_in import AHouse
from application.refusals import EventUnreadable, TooBusy
from application.reminders.hear_reply import Reply, hear_reply
from application.reminders.hear_report import hear_report
from application.reminders.reports import Became, Report, ReportNotSigned
from domain.instants import Instant
from domain.kernel import Value
from domain.pathway.reminders import Channel
from domain.text import Code, Text

UNSAID = "not-delivered"  # why it failed, where the gateway gives no reason of ours

router = APIRouter(prefix="/v1/deliveries", tags=["deliveries"])
log = structlog.get_logger()


class Why(StrEnum):
    """Why a text did not arrive, in our words: any other word of a gateway is not kept."""

    NUMBER_INVALID = "number-invalid"
    NUMBER_UNSUBSCRIBED = "number-unsubscribed"
    NUMBER_NOT_MOBILE = "number-not-mobile"
    NUMBER_BARRED = "number-barred"
    EXPIRED = "expired"  # the telephone was off for too long
    REFUSED = "refused"  # by the operator of the telephone


RECEIVED = "message.received"
BECAME = {"message.delivered": Became.DELIVERED, "message.failed": Became.FAILED}


class AboutText(Value):
    """Which text, by the key it was handed in with, or else by the gateway's own name for it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    key: UUID | None = Field(
        default=None, description="The `Idempotency-Key`: finds it even where its name was lost."
    )
    id: str | None = Field(
        default=None, pattern=r"^[\x21-\x7e]{1,200}$", examples=["m-1f2e"], description="Its name."
    )
    number: str | None = Field(
        default=None,
        alias="from",
        pattern=r"^[-+0-9 ().]{3,32}$",
        examples=["+33639980001"],
        description="Of a reply: who replied.",
    )
    text: Text | None = Field(
        default=None,
        examples=["STOP"],
        description="Of a reply: it is kept nowhere. Where it says stop, the number is stopped.",
    )
    code: Code | None = Field(
        default=None, examples=[Why.EXPIRED], description=f"One of: {', '.join(Why)}."
    )


class Told(Value):
    """Whatever else is told is not an error, and is not kept."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    type: str = Field(
        pattern=r"^[A-Za-z0-9_.]{1,64}$",
        examples=["message.delivered", "message.failed", "message.received"],
        description="Other types are heard, and nothing is done.",
    )
    timestamp: Instant = Field(description="When it happened.", examples=["2026-03-04T09:00:00Z"])
    data: AboutText


async def signed(
    request: Request,
    _id: Annotated[str, Header(alias="webhook-id")] = "",
    _at: Annotated[str, Header(alias="webhook-timestamp")] = "",
    _by: Annotated[str, Header(alias="webhook-signature")] = "",
) -> str:
    """The id of what the gateway signed.

    Raises:
        ReportNotSigned: somebody else did, or nobody.
    """
    return house(request).reporting.verify(request.headers, await request.body())


@router.post(
    "",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=strangers(ReportNotSigned, TooBusy, EventUnreadable),
)
def tell(told: Told, report_id: Annotated[str, Depends(signed)], house: AHouse) -> None:
    """Hear what became of a text, or a reply; what is not known is answered in the same way."""
    if told.type == RECEIVED:
        _hear_reply(told.data, report_id, house)
    if became := BECAME.get(told.type):
        heard = hear_report(
            house.network, house.reporting.handed_in, _report(told, became, report_id)
        )
        log.info("delivery.told", became=became, reminders=heard)
        house.recorded()


def _hear_reply(about: AboutText, reply_id: str, house: House) -> None:
    if about.number and about.text:
        reply = Reply(reply_id, about.number, about.text)
        stopped = hear_reply(house.network, house.answering.replies, reply)
        log.info("reply.told", stopped=stopped)
        house.recorded()


def _report(told: Told, became: Became, report_id: str) -> Report:
    return Report(
        id=report_id,
        key=told.data.key,
        name=told.data.id,
        channel=Channel.TEXT,
        became=became,
        reason=_reason(told.data.code),
        at=told.timestamp,
    )


def _reason(code: str | None) -> str:
    return code if code in set(Why) else UNSAID
