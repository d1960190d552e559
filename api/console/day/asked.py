"""Lines of what awaits an answer: of the organisation, or of others."""

from api.console.day.acting import forms, opening, referral_acts
from api.console.day.line import Act, Line
from api.console.day.naming import called
from api.console.day.speaking import Speaking
from application.day.emergencies import EmergencyToReview
from application.views.invitations import InvitationRow
from application.views.referrals import ReferralEntry, ReferralRow

TO_ACCEPT_OR_NOT = 2  # the first things that can be done with a referral that was received
ANSWERS = "/circle/acceptance", "/circle/refusal"
REVIEW = "/emergency-access/{access_id}/review"
CHASE = "/referrals/{referral_id}/chase"


def referral_line(speaking: Speaking, entry: ReferralEntry) -> Line:
    row = entry.row
    return Line(
        pathway_id=row.pathway_id,
        person=called(entry.person),
        said=_asked(speaking, row),
        when=speaking.since(row.since),
        acts=referral_acts(speaking, row, back="/")[:TO_ACCEPT_OR_NOT]
        or (opening(speaking, row.pathway_id),),
    )


def waiting_line(speaking: Speaking, entry: ReferralEntry) -> Line:
    """One of ours: it says who is to answer."""
    row = entry.row
    holder = speaking.organisation(row.holder_id) or row.outside_service or ""
    return Line(
        pathway_id=row.pathway_id,
        person=called(entry.person),
        said=service_in_words(speaking, row),
        when=speaking.since(row.since),
        acts=_chasing(speaking, row),
        more=speaking.gettext("Next step: %(holder)s", holder=holder) if holder else "",
    )


def invitation_line(speaking: Speaking, row: InvitationRow, back: str = "/") -> Line:
    by = speaking.organisation(row.invited_by)
    return Line(
        pathway_id=None,
        person="",
        said=speaking.gettext("%(organisation)s invites you to share a pathway.", organisation=by),
        when=speaking.since(row.since),
        acts=forms(speaking, *ANSWERS, ids={"pathway_id": row.pathway_id}, back=back),
    )


def emergency_line(speaking: Speaking, entry: EmergencyToReview) -> Line:
    row = entry.row
    by = speaking.organisation(row.of_organisation)
    return Line(
        pathway_id=row.pathway_id,
        person=called(entry.person),
        said=speaking.gettext(
            "Emergency access by %(organisation)s: say whether it was justified.", organisation=by
        ),
        when=speaking.since(row.taken_at),
        acts=forms(
            speaking, REVIEW, ids={"pathway_id": row.pathway_id, "access_id": row.access_id}
        ),
        more=speaking.label(row.reason) if row.reason else "",
    )


def service_in_words(speaking: Speaking, row: ReferralRow) -> str:
    return speaking.label(row.service) if row.service else speaking.gettext("Referral")


def _asked(speaking: Speaking, row: ReferralRow) -> str:
    by = speaking.organisation(row.other_id)
    service = service_in_words(speaking, row)
    return speaking.gettext("%(organisation)s asks: %(service)s", organisation=by, service=service)


def _chasing(speaking: Speaking, row: ReferralRow) -> tuple[Act, ...]:
    """Ask again; what an outside service answered is told by whoever asked it."""
    if row.other_id is None:
        acts = referral_acts(speaking, row, back="/")[:TO_ACCEPT_OR_NOT]
        return acts or (opening(speaking, row.pathway_id),)
    ids = {"pathway_id": row.pathway_id, "referral_id": row.referral_id}
    return forms(speaking, CHASE, ids=ids)
