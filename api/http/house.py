"""What the doors open on: everything a request may be given, made once by the composition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fastapi import Request

from api.http.frame import Meter
from api.http.opaque import Opaque
from api.http.recognised import Recognised
from application.accounts.ports import Desk
from application.digests.ports import Digests
from application.erasures.erasing import Erasing
from application.inbox.ports import Inbox
from application.network import Network
from application.operating.read_condition import Operating
from application.receipts.notice import Notice
from application.reminders.answering import Answering
from application.reminders.read_lives import Planned
from application.reminders.reports import Reporting
from application.traces.keeping import KeptTraces
from application.traces.trace import Traces
from application.views.ports import Views
from domain.epices import EpicesScale
from domain.facility.rules import PlaceRules
from domain.members import Profession, Role
from domain.programme import Programmes
from domain.publication.linear import Attacks
from domain.reminders.wordings import Wordings


@dataclass(frozen=True, slots=True)
class OfferedLogin:
    """An account of a demo, which its sign-in page offers."""

    email: str
    password: str = field(repr=False)
    name: str
    role: Role  # the one it is tried for
    hats: tuple[tuple[str, Profession], ...]  # organisations, and as what


Probe = Callable[[], str | None]  # what is wrong, as a code; None when all is well


@dataclass(frozen=True, slots=True)
class House:
    network: Network
    traces: Traces
    kept: KeptTraces
    views: Views
    inbox: Inbox
    digests: Digests
    planned: Planned
    desk: Desk
    recognised: Recognised
    opaque: Opaque
    meter: Meter
    erasing: Erasing
    operating: Operating
    notice: Notice
    wordings: Wordings
    answering: Answering
    reporting: Reporting
    epices: EpicesScale
    programmes: Programmes
    place_rules: PlaceRules
    attacks: Attacks  # on what is to be published
    probes: Mapping[str, Probe] = field(default_factory=dict)  # what `/health/ready` asks
    recorded: Callable[[], object] = bool  # called when something was: whoever projects may look
    evenly: bool = False  # whether answers about one person leave on a step, however long they took
    publications_open: bool = False  # whether they are read without signing in
    offered: tuple[OfferedLogin, ...] = ()  # of a demo
    threads: int = 10  # commands and reads at once; as many as the store's connections


def house(request: Request) -> House:
    """The house of this request."""
    found: House = request.app.state.house
    return found
