"""Forms about organisations, their members, caseloads and mandates."""

from api.console.forms import known
from api.console.forms.catalogue.seen_by import (
    OF_COLLEAGUES,
    OF_MANDATES,
    OF_NETWORK,
    OF_OFFICE,
    OF_ORGANISATION,
    OF_STAND_INS,
)
from api.console.forms.row import Row
from api.languages.words import phrase

NETWORK_ROWS = (
    Row(
        "/organisations",
        phrase("Let an organisation into the network"),
        known=known.zone,
        **{**OF_NETWORK, "after": "/network/{made}"},
    ),
    Row(
        "/organisations/{organisation_id}/description",
        phrase("Describe the organisation again"),
        known=known.description,
        **OF_ORGANISATION,
    ),
    Row(
        "/organisations/{organisation_id}/agreements",
        phrase("Enter an agreement"),
        known=known.today,
        **OF_ORGANISATION,
    ),
    Row(
        "/organisations/{organisation_id}/agreements/{agreement_id}/end",
        phrase("End this agreement"),
        **OF_ORGANISATION,
    ),
    Row(
        "/organisations/{organisation_id}/members",
        phrase("Let somebody into the organisation"),
        later=("human_id",),
        sources={"human_id": "humans"},
        **OF_ORGANISATION,
    ),
    Row(
        "/organisations/{organisation_id}/members/{membership_id}/roles",
        phrase("Give other roles"),
        known=known.roles,
        **OF_OFFICE,
    ),
    Row(
        "/organisations/{organisation_id}/members/{membership_id}/departure",
        phrase("End this membership"),
        phrase("What was done under it stays attributed."),
        **OF_ORGANISATION,
    ),
    Row(
        "/organisations/{organisation_id}/members/{membership_id}/name/erasure",
        phrase("Erase this name"),
        phrase("Of a member who left. What they did stays theirs, under their id. It is for good."),
        button=phrase("Erase"),
        **OF_ORGANISATION,
    ),
    Row(
        "/handovers",
        phrase("Hand over a caseload"),
        phrase("All the pathways of a referent, or some of them, to a colleague."),
        sources={"from_id": "colleagues", "to_id": "colleagues", "pathway_ids": "caseload"},
        later=("pathway_ids",),
        **{**OF_COLLEAGUES, "after": "/network/hand-overs/{made}"},
    ),
    Row(
        "/loans",
        phrase("Lend a caseload"),
        phrase("To a colleague, for some days; it ends by itself."),
        sources={"from_id": "colleagues", "to_id": "colleagues"},
        **OF_STAND_INS,
    ),
    Row("/loans/{loan_id}/end", phrase("End this loan now"), **OF_STAND_INS),
    Row(
        "/mandates",
        phrase("Ask for a mandate to audit"),
        phrase("Somebody else grants it. It has a scope, a purpose and an end."),
        sources={
            "organisation_id": "organisations",
            "auditor_id": "members_of_network",
            "scope.ids": "audited",
        },
        **OF_MANDATES,
    ),
    Row(
        "/mandates/{mandate_id}/grant",
        phrase("Grant this mandate"),
        button=phrase("Grant"),
        **OF_MANDATES,
    ),
    Row("/mandates/{mandate_id}/end", phrase("End this mandate"), **OF_MANDATES),
)
