"""A pathway made of facts, told to the mediator as on 21 November 2026 at noon."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from api.console.pathway.spans import Span, spans_of
from api.console.pathway.step import Ahead
from api.console.pathway.telling import Telling
from api.console.sentences.told import Told
from api.languages.choosing import Language
from api.languages.dates import Days
from api.languages.words import words_in
from application.pathways.read_pathway import PathwaySeen
from domain.kernel import Fact
from domain.members import Member, MemberStatus, Profession, Role
from domain.pathway.pathway import Pathway
from domain.pathway.rights import facts as rights
from domain.rights.schemes import Cover, Scheme
from seeds.rules.shipped import shipped_rules
from tests.domain.pathway.people import CCAS, MARCH_4, MEDIATOR, PASS, RELAIS, opened

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
PATHWAY, RIGHT = UUID(int=1), UUID(int=9)
NAMES = {RELAIS: "Relais", CCAS: "CCAS", PASS: "PASS", MEDIATOR: "Inès"}
RULES = "2026-3"
INES = Member(
    id=MEDIATOR,
    organisation_id=RELAIS,
    profession=Profession.MEDIATOR,
    status=MemberStatus.EMPLOYEE,
    roles=frozenset({Role.CASEWORKER}),
)


def seen(*facts: Fact) -> PathwaySeen:
    empty = Pathway(PATHWAY)
    events = tuple(empty.next([opened(), *facts]))
    return PathwaySeen(empty.after(events), events)


def telling(language: Language = Language.ENGLISH, *, now: datetime = NOW) -> Telling:
    return Telling(
        words=words_in(language),
        days=Days(language, "Europe/Paris"),
        names=lambda one: NAMES.get(one, ""),
        told=Told.by(()),
        now=now,
    )


def ahead(*facts: Fact, by: Member = INES) -> Ahead:
    rules = shipped_rules().on(NOW.date())
    return Ahead(seen(*facts).pathway, by, rules, telling())


def spans(*facts: Fact) -> list[Span]:
    return spans_of(seen(*facts), telling())


def held(
    scheme: Scheme, starts: date, ends: date | None, *, right_id: UUID = RIGHT
) -> rights.RightDeclaredOpen:
    return rights.RightDeclaredOpen(
        occurred_at=MARCH_4,
        data_class=scheme.data_class,
        rule_version=RULES,
        right_id=right_id,
        scheme=scheme,
        starts_on=starts,
        ends_on=ends,
    )


def gap(starts: date, days: int | None) -> list[Fact]:
    """A gap in the basic cover; None: it lasts."""
    of: dict[str, Any] = {
        "occurred_at": MARCH_4,
        "rule_version": RULES,
        "cover": Cover.BASIC,
        "starts_on": starts,
    }
    gone: list[Fact] = [rights.CoverageGapOpened(**of)]
    if days is not None:
        gone.append(rights.CoverageGapClosed(**of, days=days, avoidable=False))
    return gone
