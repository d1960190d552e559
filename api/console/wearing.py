"""Under which hat somebody acts, in words."""

from api.console.visit import Guest
from application.receipts.naming import Directory


def hat_in_words(guest: Guest) -> str:
    """Such as Inès Moulin · Relais Combrailles; empty until a hat is chosen."""
    member = guest.recognition.member
    if member is None:
        return ""
    directory = Directory(guest.house.network.log)
    membership = directory.membership(member.organisation_id, member.id)
    name = membership.name if membership else None
    return " · ".join(filter(None, (name, directory.organisation(member.organisation_id))))
