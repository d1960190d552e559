"""Forms about referrals: asked, answered, carried out, taken over by common law."""

from api.console.forms.row import on_pathway
from api.languages.words import phrase

REFERRALS = (
    on_pathway(
        "/referrals",
        phrase("Refer the person"),
        phrase("To an organisation of the network, or to another service that you name."),
        button=phrase("Send"),
        order=("ask",),
        later=("draft_id",),
        varies=True,
    ),
    on_pathway(
        "/referrals/drafts",
        phrase("Prepare a referral"),
        phrase("It is not sent yet."),
        out=("draft_id",),
        varies=True,
    ),
    on_pathway(
        "/referrals/{referral_id}/acceptance",
        phrase("Accept the referral"),
        phrase("Your organisation takes responsibility for what it asks."),
        button=phrase("Accept"),
    ),
    on_pathway(
        "/referrals/{referral_id}/rejection",
        phrase("Decline the referral"),
        phrase("Say why, so that the person is not left without an answer."),
        button=phrase("Decline"),
    ),
    on_pathway("/referrals/{referral_id}/start", phrase("Begin what was asked")),
    on_pathway("/referrals/{referral_id}/hold", phrase("Put the referral on hold")),
    on_pathway("/referrals/{referral_id}/completion", phrase("What was asked is done")),
    on_pathway("/referrals/{referral_id}/failure", phrase("What was asked could not be done")),
    on_pathway("/referrals/{referral_id}/cancellation", phrase("Cancel the referral")),
    on_pathway(
        "/referrals/{referral_id}/chase",
        phrase("Chase the referral"),
        phrase("Note that you asked again for an answer."),
    ),
    on_pathway(
        "/referrals/{referral_id}/relay",
        phrase("The relay took effect"),
        phrase("The person is now followed there."),
    ),
    on_pathway(
        "/referrals/{referral_id}/return",
        phrase("The person came back"),
        phrase("After the relay had taken effect."),
    ),
    on_pathway(
        "/referrals/{referral_id}/withdrawal",
        phrase("Take out this referral"),
        phrase("Because it was written by mistake."),
    ),
)
