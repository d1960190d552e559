"""The rules of law as data: each says where it was read, when, and whether it is confirmed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.kernel import Value
from domain.rights.schemes import AppealStep, Decision, Document, Scheme
from domain.text import Code, Label, Text

Months = Annotated[int, Field(ge=0, le=240)]


class Rule(Value):
    """A rule that is not verified is shown as such and never decides anything."""

    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class RunsFrom(StrEnum):
    """The day from which a delay runs."""

    START = "start"  # the first day of the right
    FILING = "filing"
    COMPLETE_FILE = "complete_file"


class Duration(Rule):
    months: Months
    runs_from: RunsFrom = RunsFrom.START


class RenewalWindow(Rule):
    """Months before the end between which a renewal is filed in time."""

    opens: Months
    closes: Months = 0


class Answer(Rule):
    """The legal time to answer, and what silence means after it (None: nothing is known)."""

    months: Months
    runs_from: RunsFrom = RunsFrom.FILING
    silence: Decision | None = None


class Appeal(Rule):
    step: AppealStep
    within_months: Months
    answered_within_months: Months | None = None


class DocumentRule(Rule):
    """A document asked for; `refused_papers` do not prove it, whatever people are told."""

    document: Document
    adults_only: bool = False
    issued_within_months: Months | None = None
    refused_papers: frozenset[Code] = frozenset()


class Upkeep(Rule):
    """What must be done regularly, or the right stops."""

    act: Code
    every_months: Months


class Keeping(Rule):
    """How long a right outlives the residence permit, and how it is closed after that."""

    months_after_permit: Months
    days_before_closing: Annotated[int, Field(ge=0, le=365)]  # after those months, and a notice


class Ceiling(Rule):
    """The highest yearly resources, in whole euros, by size of household, between two days."""

    starts_on: date
    ends_on: date
    free: Annotated[tuple[int, ...], Field(min_length=1)]  # for 1, 2, 3... people
    free_each_further: int
    contribution: tuple[int, ...] = ()
    contribution_each_further: int = 0

    def free_for(self, people: int) -> int:
        return _by_size(self.free, self.free_each_further, people)

    def with_contribution_for(self, people: int) -> int | None:
        if not self.contribution:
            return None
        return _by_size(self.contribution, self.contribution_each_further, people)


class SchemeRules(Value):
    """What is known of one scheme; what is absent is not known, and no clock runs on it."""

    duration: Duration | None = None
    renewal: RenewalWindow | None = None
    answer: Answer | None = None
    appeals: tuple[Appeal, ...] = ()
    documents: tuple[DocumentRule, ...] = ()
    upkeep: Upkeep | None = None
    keeping: Keeping | None = None
    ceilings: tuple[Ceiling, ...] = ()

    def appeal(self, step: AppealStep) -> Appeal | None:
        return next((appeal for appeal in self.appeals if appeal.step is step), None)

    def documents_asked(self, *, of_minor: bool) -> tuple[Document, ...]:
        return tuple(
            rule.document for rule in self.documents if not (of_minor and rule.adults_only)
        )

    def document(self, document: Document) -> DocumentRule | None:
        return next((rule for rule in self.documents if rule.document is document), None)


NOTHING_KNOWN = SchemeRules()


class RulePack(Value):
    """The rules as they stood from a day on; facts keep the version they were decided under."""

    version: Code
    since: date
    schemes: Mapping[Scheme, SchemeRules]

    def of(self, scheme: Scheme) -> SchemeRules:
        return self.schemes.get(scheme, NOTHING_KNOWN)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every pack ever applied, so that an old decision is read under its own rules."""

    packs: tuple[RulePack, ...]  # oldest first; at least one

    @classmethod
    def of(cls, packs: Iterable[RulePack]) -> "RuleBook":
        """A book of these packs.

        Raises:
            ValueError: there is none, or two bear the same version.
        """
        ordered = tuple(sorted(packs, key=lambda pack: pack.since))
        if not ordered or len({pack.version for pack in ordered}) < len(ordered):
            raise ValueError("a book of rules has one pack or more, each with its own version")
        return cls(ordered)

    def on(self, day: date) -> RulePack:
        """The pack in force on a day; before the first one, the first one."""
        return max((p for p in self.packs if p.since <= day), key=_since, default=self.packs[0])

    def version(self, version: str) -> RulePack | None:
        """The pack that a fact was decided under, if this installation has it."""
        return next((pack for pack in self.packs if pack.version == version), None)


def _since(pack: RulePack) -> date:
    return pack.since


def _by_size(amounts: tuple[int, ...], each_further: int, people: int) -> int:
    listed = min(people, len(amounts))
    return amounts[listed - 1] + (people - listed) * each_further
