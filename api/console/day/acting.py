"""What resolves a line: forms, by the route of the API that they send to; else the pathway."""

from collections.abc import Mapping
from uuid import UUID

from api.console.day.line import Act
from api.console.day.speaking import Speaking
from api.console.forms.acts import Act as Form
from api.console.forms.acts import act, acts_on
from api.http.lists import ReferralEntryShown
from api.languages.words import phrase
from application.views.referrals import Box, ReferralRow
from domain.pathway.referrals.referral import OPEN as OPEN_STATES
from domain.pathway.referrals.referral import Referral

ON = "/pathways/{pathway_id}"
OPEN = phrase("Open the pathway")


def opening(speaking: Speaking, pathway_id: UUID) -> Act:
    return Act(speaking.gettext(OPEN), f"/pathways/{pathway_id}")


def forms(
    speaking: Speaking, *paths: str, ids: Mapping[str, object], back: str = "/"
) -> tuple[Act, ...]:
    """Forms about a pathway, which lead back to the page that they were opened from."""
    return tuple(_led_back(speaking, act(f"{ON}{path}", **ids), back) for path in paths)


def referral_acts(
    speaking: Speaking, row: ReferralRow | ReferralEntryShown, *, back: str
) -> tuple[Act, ...]:
    """What the organisation may try now with an open referral; of an erased one, nothing.

    What comes after its end is offered by its pathway, which knows what became of it.
    """
    if row.service is None or row.state not in OPEN_STATES:
        return ()
    ours = speaking.visit.by.organisation_id
    sent = row.box is Box.OUTBOX
    referral = Referral(
        id=row.referral_id,
        requested_by=ours if sent or row.other_id is None else row.other_id,
        target_id=row.other_id if sent else ours,
        service=row.service,
        urgency=row.urgency,
        data_class=row.data_class,
        state=row.state,
        since=row.since,
        occurrence=0,
    )
    found = acts_on(referral, pathway_id=row.pathway_id, by=speaking.visit.by)
    return tuple(_led_back(speaking, one, back) for one in found)


def _led_back(speaking: Speaking, form: Form, back: str) -> Act:
    return Act(speaking.gettext(form.label), f"{form.href}?back={back}")
