"""A postbox that is a gateway for texts, reached over HTTPS; docs/operations.md says the shape."""

import json
import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from pydantic import SecretStr

from application.reminders.postbox import (
    NOW,
    Letter,
    NotDelivered,
    OursToMend,
    TryLater,
    Unclear,
    Undeliverable,
)
from domain.pathway.reminders import Channel
from domain.reminders.gsm7 import outside_gsm7
from infrastructure.reminders.posting import (
    Answered,
    CutOff,
    NotReached,
    NotTrusted,
    Patience,
    Post,
)

PATIENCE = Patience()
LONGEST_PAUSE = timedelta(days=1)  # that a gateway is believed when it asks for one
ID = re.compile(r"[\x21-\x7e]{1,200}")
FOR_GOOD = frozenset(  # what a gateway may say of a number, in our words
    {"number-invalid", "number-unsubscribed", "number-not-mobile", "number-barred"}
)
REFUSED_AS_IT_IS = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)
NOT_LET_IN = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.PAYMENT_REQUIRED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
    }
)
LATER = frozenset(  # each says that nothing was done
    {
        HTTPStatus.REQUEST_TIMEOUT,
        HTTPStatus.TOO_EARLY,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.SERVICE_UNAVAILABLE,
    }
)


@dataclass(frozen=True, slots=True)
class Gateway:
    """Where texts are handed in, and in whose name."""

    url: str
    key: SecretStr
    sender: str  # the one that people were told to expect
    knows_keys: bool = False  # whether it lets one text leave for each Idempotency-Key
    authorities: str | None = None  # a file of certificates to trust; None: the system's
    patience: Patience = PATIENCE


class SmsPostbox:
    """One request a text; nothing is kept open between two."""

    channels = frozenset({Channel.TEXT})

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        trust = ssl.create_default_context(cafile=gateway.authorities)
        self._post = Post(gateway.url, trust, gateway.patience)

    @property
    def keyed(self) -> frozenset[Channel]:
        return self.channels if self._gateway.knows_keys else frozenset()

    def deliver(self, letter: Letter) -> str | None:
        try:
            answered = self._post(self._body(letter), self._headers(letter))
        except NotTrusted:
            raise OursToMend("gateway-not-trusted") from None
        except NotReached:
            raise TryLater("gateway-unreachable") from None
        except CutOff:
            raise Unclear("cut-while-sending") from None
        if HTTPStatus(200) <= answered.status < HTTPStatus(300):
            return _message_id(answered)
        raise _meaning(answered)

    def _headers(self, letter: Letter) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self._gateway.key.get_secret_value()}",
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Idempotency-Key": str(letter.key),
            "User-Agent": "Cordee",
        }

    def _body(self, letter: Letter) -> bytes:
        content = {
            "from": self._gateway.sender,
            "to": letter.to,
            "text": letter.text,
            "coding": "ucs2" if outside_gsm7(letter.text) else "gsm7",
        }
        return json.dumps(content).encode()


def _meaning(answered: Answered) -> NotDelivered:
    status = answered.status
    if status in NOT_LET_IN:
        return OursToMend("gateway-refuses-us")
    if status in LATER:
        return TryLater("gateway-busy", after=_pause(answered))
    if status == HTTPStatus.CONFLICT or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        # An earlier request under this key goes on, or it broke down while it had this one.
        return Unclear("gateway-failed")
    if said := _said(answered) & FOR_GOOD:
        return Undeliverable(said.pop())
    if status in REFUSED_AS_IT_IS:
        return Undeliverable("message-refused")
    return OursToMend("gateway-misconfigured")  # not found, moved: the URL is not the right one


def _message_id(answered: Answered) -> str | None:
    """The name the gateway gave it; a text that has none did leave nevertheless."""
    match _content(answered).get("id"):
        case str(message_id) if ID.fullmatch(message_id):
            return message_id
    return None


def _said(answered: Answered) -> set[str]:
    code = _content(answered).get("code")
    return {code} if isinstance(code, str) else set()


def _content(answered: Answered) -> dict[str, object]:
    try:
        content = json.loads(answered.body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _pause(answered: Answered) -> timedelta:
    """Until when it asks us to wait: seconds, or a date (RFC 9110, 10.2.3)."""
    asked = answered.headers.get("retry-after", "")
    try:
        until = timedelta(seconds=int(asked)) if asked.isdigit() else _until(asked)
    except (ValueError, OverflowError):
        return NOW
    return min(max(until, NOW), LONGEST_PAUSE)


def _until(asked: str) -> timedelta:
    moment = parsedate_to_datetime(asked)
    return moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)
