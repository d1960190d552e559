from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from domain.access import EVERYDAY
from domain.data_classes import DataClass
from domain.members import Profession
from domain.organisation.registration import OrganisationKind
from domain.sharing_rules import SharingRules

READ = {"source": "an example", "read_on": "2026-01-01", "verified": True}
UNVERIFIED = READ | {"verified": False}
RULES: dict[str, Any] = {
    "version": "example-1",
    "care_team": {"kinds": ["shelter"], **READ},
    "others": {"classes": ["identity"], **UNVERIFIED},
    "listed": [
        {"professions": ["doctor", "nurse"], "classes": ["identity", "health"], **READ},
        {"professions": ["mediator"], "classes": ["identity", "social"], **UNVERIFIED},
    ],
    "on_consent": [{"professions": ["mediator"], "classes": ["health"], **READ}],
    "child_protection": {"open": True, "professions": ["mediator"], **READ},
}


def changed(**parts: Any) -> SharingRules:
    return SharingRules.model_validate(deepcopy(RULES) | parts)


def test_rules_say_who_meets_what() -> None:
    met = changed().classes_met()
    assert met.by(Profession.NURSE) == {DataClass.IDENTITY, DataClass.HEALTH}
    assert met.by(Profession.MEDIATOR) == EVERYDAY
    assert met.by(Profession.OTHER) == {DataClass.IDENTITY}
    assert met.with_consent(Profession.MEDIATOR) == EVERYDAY | {DataClass.HEALTH}
    assert met.with_consent(Profession.NURSE) == met.by(Profession.NURSE)
    assert met.child_protection
    assert met.protecting == {Profession.MEDIATOR}
    assert met.care_team == {OrganisationKind.SHELTER}


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("others", {"classes": ["identity", "health"], **UNVERIFIED}),
        ("others", {"classes": ["social"], **READ}),
        ("listed", [{"professions": ["doctor"], "classes": ["identity", "status"], **UNVERIFIED}]),
        ("listed", [{"professions": ["doctor"], "classes": ["health"], **READ}]),
        ("listed", [{"professions": [], "classes": ["identity"], **READ}]),
        ("listed", [{"professions": ["wizard"], "classes": ["identity"], **READ}]),
        ("listed", [{"professions": ["doctor"], "classes": ["secret"], **READ}]),
        ("listed", [{"professions": ["doctor", "doctor"], "classes": ["identity"], **READ}]),
        ("on_consent", [{"professions": ["mediator"], "classes": ["health"], **UNVERIFIED}]),
        ("care_team", {"kinds": ["shelter"], **UNVERIFIED}),
        ("care_team", {"kinds": ["circus"], **READ}),
        ("child_protection", {"open": True, "professions": ["mediator"], **UNVERIFIED}),
        ("child_protection", {"open": True, **READ}),
        ("child_protection", {"open": False, "professions": ["wizard"], **READ}),
        ("more", 1),
    ],
)
def test_a_rule_that_is_wrong_or_not_verified_is_refused(part: str, wrong: Any) -> None:
    with pytest.raises(ValidationError):
        changed(**{part: wrong})


def test_what_is_not_verified_may_stand_where_it_opens_nothing() -> None:
    closed = changed(
        on_consent=[{"professions": ["mediator"], "classes": [], **UNVERIFIED}],
        child_protection={"open": False, "professions": [], **UNVERIFIED},
    ).classes_met()
    assert closed.with_consent(Profession.MEDIATOR) == EVERYDAY
    assert not closed.child_protection
