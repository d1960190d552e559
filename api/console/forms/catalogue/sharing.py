"""Forms about what the person was told, agrees to and does not want."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass

SHARING = (
    on_pathway(
        "/sharing/information",
        phrase("Record that the person was informed"),
        phrase("Read the notice together first."),
        known=known.notice,
    ),
    on_pathway(
        "/sharing/consents",
        phrase("Record a consent"),
        phrase("What the person agrees to share, with whom, until when. They may take it back."),
        later=("consent.starts",),
        varies=True,
    ),
    on_pathway(
        "/sharing/refusals",
        phrase("Record a refusal to share"),
        varies=True,
    ),
    on_pathway(
        "/sharing/consents/{consent_id}/withdrawal",
        phrase("Take back this consent"),
        phrase("Because the person no longer agrees. It ends at once."),
        varies=True,
    ),
    on_pathway(
        "/sharing/objections",
        phrase("Record an objection"),
        phrase("The person does not want this organisation, or this member, to know."),
        sources={"organisation_id": "circle", "member_id": "members"},
    ),
    on_pathway("/sharing/objections/{objection_id}/lifting", phrase("Lift this objection")),
    on_pathway(
        "/sharing/care-team",
        phrase("Declare an organisation of the care team"),
        sources={"organisation_id": "circle"},
    ),
    on_pathway(
        "/sharing/exchanges",
        phrase("Pass on what is known to named members"),
        phrase("What was recorded until now, once; nothing that comes later."),
        sources={"named": "named"},
    ),
    on_pathway(
        "/sharing/child-protection",
        phrase("Share to protect a child"),
        phrase("With named members only, as the law provides."),
        sources={"named": "named"},
        lowest=DataClass.PROTECTION,
    ),
    on_pathway(
        "/sharing/child-protection/{sharing_id}/end",
        phrase("End this sharing"),
        lowest=DataClass.PROTECTION,
    ),
)
