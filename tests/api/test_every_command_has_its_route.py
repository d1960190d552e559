"""The doors are complete: each command that a person uses, each refusal that may be told."""

from importlib import import_module
from pathlib import Path
from typing import Any

import application
from api.http.app import ROUTES
from api.problems import DoorRefusal
from application.commands import Command
from domain.refusals import DomainError
from tests.api.examples import DOCUMENT

OF_THE_SYSTEM = {
    "ExpireConsent",  # by its own clock
    "ApplyRetention",  # by its own clock
    "RecordErasure",  # when the second person approved
    "ExpireReferral",  # by its own clock
    "FoundNetwork",  # by `cordee init`
    "ChangeReferent",  # once a caseload was handed over
    "OnStay",  # what those on a stay begin with
    "KeepPlace",  # by a decision on a stay, in the facility's own stream
    "SettlePlace",  # once a pathway said what became of a stay
    "FlagDuplicate",  # by comparing pathways
    "OnWorkshop",  # with what is said of somebody's place on their pathway
    "SaidOnOtherSide",  # once it was said on one side
    *("CountConsultation", "CountNoMore"),  # once a pathway said, or withdrew it
    *("RecordContact", "CountContacts"),  # within a batch
    "UncountContact",  # once a meeting was withdrawn
}
TOLD_ELSEWHERE = {
    # Roots of the tree, which refuse nothing by themselves, and what is decided again silently.
    *("conflict", "forbidden", "changed-meanwhile", "consent-missing"),
    # By addresses that are no operation.
    "method-not-allowed",
    # By the command line.
    *("email-taken", "account-unknown", "another-rebuild", "no-such-view", "not-parked"),
    *("no-such-reminder", "reminder-not-unsettled", "reminder-already-sent"),
    *("rule-unknown", "rule-stands-so", "rule-without-words"),
    # To the system itself.
    *("referral-still-in-time", "reminder-already-recorded", "already-erased", "consent-not-over"),
    # By the page behind a link, in the person's language.
    *("nothing-to-answer", "reminder-already-answered"),
    # To nobody: outside its circle, a pathway does not exist.
    "not-in-circle",
}


def every_module_of(package: str) -> None:
    root = Path(application.__file__).parent.parent
    for file in (root / package).rglob("*.py"):
        parts = file.relative_to(root).with_suffix("").parts
        import_module(".".join(part for part in parts if part != "__init__"))


def every(kind: type[Any]) -> set[type[Any]]:
    subclasses: list[type[Any]] = kind.__subclasses__()
    return {kind, *(found for one in subclasses for found in every(one))}


def test_every_command_that_a_person_uses_has_its_route() -> None:
    every_module_of("application")
    used = {name for route in ROUTES for name in route.endpoint.__globals__}
    missing = {
        command.__name__
        for command in every(Command) - {Command}
        if command.__module__.startswith("application.")
        and not command.__module__.startswith("application.reminders")
    }
    assert missing - used <= OF_THE_SYSTEM


def test_every_refusal_is_told_in_the_document() -> None:
    told = {
        code
        for methods in DOCUMENT["paths"].values()
        for operation in methods.values()
        for response in operation["responses"].values()
        for content in response.get("content", {}).values()
        for code in content.get("examples", {})
    }
    raised = {
        refusal.code
        for refusal in every(DomainError) - {DomainError, DoorRefusal}
        if refusal.__module__.startswith(("domain.", "application.", "api.problems"))
        and hasattr(refusal, "code")
    }
    assert raised - told <= TOLD_ELSEWHERE
