"""Who may be told, on one pathway, that there may be another of the same person."""

from uuid import UUID

from domain.pathway.pathway import Pathway


def referents_to_tell(pathway: Pathway, *, of: Pathway) -> list[UUID]:
    """The organisations of its referents, but those that the person keeps out of either.

    Where the other pathway keeps out a member by name, nobody is told: what is told to an
    organisation is told to all its members.
    """
    if of.objections.members:
        return []
    kept_out = pathway.objections.organisations | of.objections.organisations
    return [one for one in pathway.sharing.referents if one not in kept_out]


def those_in_both(pathway: Pathway, other: Pathway) -> list[UUID]:
    """Organisations that may know of both; none where the person keeps somebody out of either."""
    if pathway.objections.by_id or other.objections.by_id:
        return []
    return [one for one in pathway.team.organisations if one in other.team.organisations]
