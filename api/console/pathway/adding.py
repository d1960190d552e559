"""What can be added to a pathway: each form of its own, in the order of a conversation."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.console.forms.catalogue.whole import ROWS
from api.console.forms.form import HERE
from api.console.forms.row import Row
from api.console.page import page
from api.console.refusing import ConsoleRoute
from api.console.visit import AVisit
from api.languages.words import phrase
from application.network import Network
from application.pathways.looking import PathwayAsked
from application.pathways.read_pathway import read_pathway
from application.screening.running import meets_screening
from domain.members import Member, Profession
from domain.pathway.pathway import Pathway

router = APIRouter(prefix="/pathways", route_class=ConsoleRoute, include_in_schema=False)

GROUPS: Mapping[str, tuple[str, ...]] = {
    phrase("What you talked about"): (
        *("interviews", "notes", "goals", "needs", "obstacles", "renunciations", "debts", "epices"),
    ),
    phrase("What comes next"): ("appointments", "accompaniments", "follow-ups", "workshops"),
    phrase("Rights"): ("rights", "rights/declaration", "rights/non-take-up"),
    phrase("Towards others"): (
        *("referrals", "referrals/drafts", "stays", "circle/invitations", "sharing/exchanges"),
    ),
    phrase("Who the person is"): (
        *("identity", "identity/correction", "usual-name", "contact-points"),
        *("living-situation", "household", "household/children", "household/parental-authority"),
        *("interpreter-need", "interpreter-need/end"),
    ),
    phrase("What the person wants shared"): (
        *("sharing/information", "sharing/consents", "sharing/refusals", "sharing/objections"),
        *("sharing/care-team", "reminders/fuller-texts", "reminders/fuller-texts/end"),
        *("household/discretion", "household/discretion/end", "sharing/child-protection"),
    ),
    phrase("Care"): (
        *("consultations", "screening/consents", "screening/tests"),
        *("psychology/sessions", "psychology/relays"),
    ),
    phrase("More seldom"): (
        *("referent", "mediation/endings", "closing", "circle/departure", "copies", "links"),
        *("death", "death/withdrawal", "erasures"),
    ),
}
ELSEWHERE = {  # those that stand beside what they are about, each with where
    "contact-suspension": "beside the ways to reach the person",
    "contact-suspension/end": "beside the ways to reach the person",
    "reminders/stop": "beside the ways to reach the person",
    "reminders/stop/end": "beside the ways to reach the person",
    "circle/acceptance": "among the referrals",
    "circle/refusal": "among the referrals",
    "circle/requests": "whoever asks does not see the pathway yet",
    "circle/requests/answers": "around the person",
    "emergency-access": "whoever asks does not see the pathway yet",
    "reopening": "at the top of a pathway that is followed no more",
}
IF: Mapping[str, Callable[[Pathway], bool]] = {  # of two that undo each other, the one that may be
    "identity": lambda pathway: pathway.person.identity is None,
    "identity/correction": lambda pathway: pathway.person.identity is not None,
    "interpreter-need/end": lambda pathway: pathway.person.interpreter is not None,
    "death": lambda pathway: not pathway.person.is_dead,
    "death/withdrawal": lambda pathway: pathway.person.is_dead,
    "reminders/fuller-texts": lambda pathway: not pathway.reminder_wishes.fuller_texts,
    "reminders/fuller-texts/end": lambda pathway: pathway.reminder_wishes.fuller_texts,
    "household/discretion": lambda pathway: not pathway.discretion.parents_kept_away,
    "household/discretion/end": lambda pathway: pathway.discretion.parents_kept_away,
}


FOR: Mapping[str, Callable[[Network, Member], bool]] = {  # what opens to some professions alone
    "psychology/sessions": lambda _, by: by.profession is Profession.PSYCHOLOGIST,
    "psychology/relays": lambda _, by: by.profession is Profession.PSYCHOLOGIST,
    "screening/consents": meets_screening,
    "screening/tests": meets_screening,
    "sharing/child-protection": lambda network, _: network.classes_met.child_protection,
}


@dataclass(frozen=True, slots=True)
class Addition:
    row: Row
    href: str


@router.get("/{pathway_id}/adding")
def adding(pathway_id: UUID, visit: AVisit) -> Response:
    """The forms of what a conversation may bring."""
    asked = PathwayAsked(pathway_id)
    seen = read_pathway(visit.house.network, visit.house.traces, asked, visit.by)
    return page(
        visit,
        "pathway/adding.html",
        pathway_id=pathway_id,
        called=seen.pathway.person.called,
        groups=dict(additions(seen.pathway, visit.house.network, visit.by)),
    )


@cache
def rows_of_their_own() -> Mapping[str, Row]:
    """Of forms about a pathway and nothing that stands on it yet, by the end of their path."""
    begun = "/pathways/{pathway_id}/"
    about = [row for row in ROWS if row.path.startswith(begun) and row.path.count("{") == 1]
    return {row.path.removeprefix(begun): row for row in about}


def additions(
    pathway: Pathway, network: Network, by: Member
) -> Iterator[tuple[str, Sequence[Addition]]]:
    rows = rows_of_their_own()
    for title, names in GROUPS.items():
        may_be = [
            name
            for name in names
            if (name not in IF or IF[name](pathway)) and (name not in FOR or FOR[name](network, by))
        ]
        paths = [(rows[name], HERE + rows[name].path) for name in may_be]
        found = [Addition(row, path.format(pathway_id=pathway.id)) for row, path in paths]
        if found:
            yield title, found
