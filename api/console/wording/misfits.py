"""What values that do not hold together say of themselves, as somebody who typed them reads it."""

from collections.abc import Mapping

from api.languages.words import phrase

TELEPHONE = phrase("Write the number with its country first, such as +33612345678.")
E_MAIL = phrase("Write a whole e-mail address, with its @.")

MISFITS: Mapping[str, str] = {
    "this is not written as a mobile is": TELEPHONE,
    "this is not written as a landline is": TELEPHONE,
    "this is not written as a email is": E_MAIL,
    "a third party is named, and only where there is one": phrase(
        "Name who passes messages on, and only where somebody does."
    ),
    "a household counts the person at least": phrase("Count the person too."),
    "care or a right is given up, one at a time": phrase(
        "Say either the care or the right that is given up."
    ),
    "a consent names whom it allows": phrase("Say whom the person allows."),
    "a consent ends after it starts": phrase("Give an end that comes after the beginning."),
    "a relay is an organisation or an outside service": phrase(
        "Choose an organisation of the network, or write another service: one of them."
    ),
    "a referral has one target: an organisation or an outside service": phrase(
        "Choose an organisation of the network, or write another service: one of them."
    ),
    "an appointment is with an organisation or with an outside service": phrase(
        "Choose an organisation of the network, or write another service: one of them."
    ),
    "an identity has a family name or given names": phrase("Write a family name or given names."),
    "a place is named where it is said to be neutral": phrase("Write the place that is neutral."),
    "a kit is read between two times, the first one first": phrase(
        "Give the shorter time first, then the longer one."
    ),
    "an interval ends after the day it starts": phrase(
        "Give a last day that comes after the first one."
    ),
    "this text holds a character that cannot be stored": phrase(
        "A sign of this text cannot be kept: type it again rather than pasting it."
    ),
    "a social-security number is never written here": phrase(
        "This looks like a social-security number: it is never written here."
    ),
    "a name has letters": phrase("Write a name, with letters."),
    "this name holds an invisible character": phrase(
        "This name holds a sign that nobody sees: type it again rather than pasting it."
    ),
    "this is not the name of a time zone": phrase(
        "Write the name of a time zone, such as Europe/Paris."
    ),
    "a day needs its month": phrase("Give the month too, or leave the day out."),
    "there is no such day": phrase("There is no such day in this month."),
    "this instant is out of reach": phrase("This date is too far away: check the year."),
    "a date or a time is spelt out, as ISO 8601 does": phrase("Write a day, such as 2026-11-24."),
    "a scope names what it reaches, unless it is the whole network": phrase(
        "Choose what the mandate reaches; choose nothing for the whole network."
    ),
    "a time of the clock has no offset: the zone says where it is": phrase(
        "Write a time, such as 09:30."
    ),
    "two contacts of one batch have the same id": phrase(
        "The same contact stands here twice: take one out."
    ),
    "somebody is known, newly named, or given a word: one of them": phrase(
        "Choose somebody known, write a new name, or give a word: one of them."
    ),
    "nothing is written of somebody nameless": phrase(
        "Nothing is written of somebody who gave no name: leave the rest out."
    ),
    "a password has letters, digits, signs and spaces": phrase(
        "Use letters, digits, signs and spaces only."
    ),
    "an objection is to one organisation, or to one member": phrase(
        "Choose one organisation, or one member."
    ),
}
