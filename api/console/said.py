"""What a page says first when something was just done: the address names it, and no more."""

from collections.abc import Mapping

from api.languages.words import phrase

SAID: Mapping[str, str] = {
    "saved": phrase("It is saved."),
    "read": phrase("It is marked as read."),
    "signed-out": phrase("You are signed out. On a shared computer, close this window too."),
    "ended": phrase("This session has ended, at once."),
    "account-given": phrase("They can sign in now, with this address."),
    "member-signed-out": phrase("This member is signed out, everywhere."),
    "taken-back": phrase("They are counted no more."),
    "followed": phrase("Their pathway is open, as of this session."),
    "published": phrase("It is published, for good: everybody who may read it does from now on."),
    "kept": phrase("Your choice is kept."),
}
