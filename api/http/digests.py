"""One letter a day about the inbox, for whoever wants it: counts, and nobody's name."""

from fastapi import APIRouter, status

from api.http.says import sessions
from api.http.signed_in import AHouse, InSession
from application.digests.choose_digest import choose_digest
from application.digests.ports import DigestChoice
from domain.kernel import Value

router = APIRouter(prefix="/v1/me/digest", tags=["inbox"])


class DigestNow(Value):
    """What was chosen; null: no letter leaves."""

    digest: DigestChoice | None


@router.get("", responses=sessions())
def read_choice(bearer: InSession, house: AHouse) -> DigestNow:
    """Whether one gets a letter a day about what is unread, when, and in which language."""
    return DigestNow(digest=house.digests.choice(bearer.recognition.session.account_id))


@router.put("", status_code=status.HTTP_204_NO_CONTENT, responses=sessions())
def choose(asked: DigestChoice, bearer: InSession, house: AHouse) -> None:
    """Get one a day, about all of one's memberships, where something is unread."""
    account_id = bearer.recognition.session.account_id
    choose_digest(house.digests, account_id, asked, now=house.network.clock())


@router.delete("", status_code=status.HTTP_204_NO_CONTENT, responses=sessions())
def end(bearer: InSession, house: AHouse) -> None:
    """Get none any more."""
    house.digests.end(bearer.recognition.session.account_id)
