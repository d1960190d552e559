"""Forms about who lives with the person, and who decides for a minor."""

from api.console.forms import known
from api.console.forms.row import on_pathway
from api.languages.words import phrase
from domain.data_classes import DataClass

HOUSEHOLD = (
    on_pathway(
        "/household",
        phrase("Describe the household"),
        phrase("Those who count for ceilings of income."),
        known=known.household,
    ),
    on_pathway("/household/children", phrase("Add a child")),
    on_pathway(
        "/household/children/{child_id}/pathway",
        phrase("Link the child's own pathway"),
    ),
    on_pathway(
        "/household/children/{child_id}/withdrawal",
        phrase("Take this child out of the household"),
        phrase("Because it was written by mistake."),
    ),
    on_pathway("/household/parental-authority", phrase("Say who has parental authority")),
    on_pathway(
        "/household/parental-authority/{authority_id}/end", phrase("End this parental authority")
    ),
    on_pathway(
        "/household/parental-authority/{authority_id}/prohibition",
        phrase("This holder must not be contacted"),
        lowest=DataClass.PROTECTION,
    ),
    on_pathway(
        "/household/parental-authority/{authority_id}/prohibition/lifting",
        phrase("This holder may be contacted again"),
        lowest=DataClass.PROTECTION,
    ),
    on_pathway(
        "/household/discretion",
        phrase("Keep parents away"),
        phrase("Because the person, a minor, wishes that no holder of parental authority knows."),
        lowest=DataClass.PROTECTION,
    ),
    on_pathway(
        "/household/discretion/end",
        phrase("Stop keeping parents away"),
        lowest=DataClass.PROTECTION,
    ),
)
