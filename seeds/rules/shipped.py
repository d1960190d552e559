"""The rules that Cordée ships: rights, one file a version, reminders, keeping data, complaints."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from application.accounts.known_passwords import KnownPasswords
from application.receipts.notice import Authority
from domain.clocks.terms import ReferralTerms
from domain.epices import EpicesScale
from domain.facility.rules import PlaceRules
from domain.practice import Practice
from domain.refusals import DomainError
from domain.reminders.rules import ReminderPack
from domain.retention.policy import RetentionPolicy
from domain.rights.rules import RuleBook, RulePack
from domain.screening.rules import ScreeningRules
from domain.sharing_rules import SharingRules


class RulesUnreadable(DomainError):
    code = "rules-unreadable"
    title = "A file of rules that a setting CORDEE_..._RULES names is not there, or is not TOML."


class ReminderRulesUnreadable(DomainError):
    code = "reminder-rules-unreadable"
    title = "The file of reminder rules is not there, or is not TOML: check its path and its text."


def shipped_rules() -> RuleBook:
    """Read them all, once, at start.

    Raises:
        ValidationError: a file says something that a rule cannot be.
    """
    return RuleBook.of(
        RulePack.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        for file in files("seeds.rules").iterdir()
        if file.name.startswith("rights-")
    )


def shipped_reminder_rules() -> ReminderPack:
    """Read them, once, at start.

    Raises:
        ValidationError: the file says something that a rule cannot be.
    """
    return _reminder_rules(files("seeds.rules").joinpath("reminders.toml").read_text("utf-8"))


def reminder_rules(of_the_network: Path | None) -> ReminderPack:
    """The rules that a network made its own, or the shipped ones.

    Raises:
        ReminderRulesUnreadable: the file is not there, or is not TOML.
        ValidationError: the file says something that a rule cannot be.
    """
    if of_the_network is None:
        return shipped_reminder_rules()
    try:
        return _reminder_rules(of_the_network.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise ReminderRulesUnreadable from None


def _reminder_rules(text: str) -> ReminderPack:
    return ReminderPack.model_validate(tomllib.loads(text))


@cache
def shipped_known_passwords() -> KnownPasswords:
    """Read what passwords that are tried first are made of, once."""
    text = files("seeds.rules").joinpath("passwords.toml").read_text(encoding="utf-8")
    return KnownPasswords.model_validate(tomllib.loads(text))


def shipped_retention() -> RetentionPolicy:
    """Read how long data is kept, once, at start.

    Raises:
        ValidationError: the file says something that a policy cannot be.
    """
    text = files("seeds.rules").joinpath("retention.toml").read_text(encoding="utf-8")
    return RetentionPolicy.model_validate(tomllib.loads(text))


def shipped_referral_terms() -> ReferralTerms:
    """Read how long a referral waits for its answer, once, at start.

    Raises:
        ValidationError: the file says something that no term can be.
    """
    text = files("seeds.rules").joinpath("referrals.toml").read_text(encoding="utf-8")
    return ReferralTerms.model_validate(tomllib.loads(text))


def shipped_epices() -> EpicesScale:
    """Read the weights of the EPICES score, once, at start.

    Raises:
        ValidationError: the file leaves something out.
    """
    text = files("seeds.rules").joinpath("epices.toml").read_text(encoding="utf-8")
    return EpicesScale.model_validate(tomllib.loads(text, parse_float=Decimal))


def shipped_place_rules() -> PlaceRules:
    """Read how long places are kept and stays last, once, at start.

    Raises:
        ValidationError: the file says something that such a rule cannot be.
    """
    text = files("seeds.rules").joinpath("places.toml").read_text(encoding="utf-8")
    return PlaceRules.model_validate(tomllib.loads(text))


def shipped_authority() -> Authority:
    """Read who receives complaints about data, once, at start.

    Raises:
        ValidationError: the file leaves something out.
    """
    text = files("seeds.rules").joinpath("authority.toml").read_text(encoding="utf-8")
    return Authority.model_validate(tomllib.loads(text))


def sharing_rules(of_the_network: Path | None = None) -> SharingRules:
    """Who meets which data, as a network decided it, or as the law has it.

    Raises:
        RulesUnreadable: the file is not there, or is not TOML.
        ValidationError: it says something that such a rule cannot be.
    """
    return SharingRules.model_validate(_said(of_the_network, "sharing.toml"))


def practice(of_the_network: Path | None = None) -> Practice:
    """The limits that a network sets itself, or the shipped ones.

    Raises:
        RulesUnreadable: the file is not there, or is not TOML.
        ValidationError: it says something that no limit can be.
    """
    return Practice.model_validate(_said(of_the_network, "practice.toml"))


def screening_rules(of_the_network: Path | None = None) -> ScreeningRules:
    """What rapid tests there are, who may make them and what is told first; or the shipped ones.

    Raises:
        RulesUnreadable: the file is not there, or is not TOML.
        ValidationError: it says something that such a rule cannot be.
    """
    return ScreeningRules.model_validate(_said(of_the_network, "screening.toml"))


def _said(of_the_network: Path | None, shipped: str) -> dict[str, Any]:
    try:
        text = (of_the_network or files("seeds.rules").joinpath(shipped)).read_text("utf-8")
        return tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise RulesUnreadable from None
