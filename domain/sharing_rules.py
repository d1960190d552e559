"""Which classes of data each profession meets: data of a network, with its sources."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.access import EVERYDAY, ClassesMet
from domain.data_classes import DataClass
from domain.kernel import Items, Value
from domain.members import Profession
from domain.organisation.registration import OrganisationKind
from domain.text import Code, Label, Text

Professions = Annotated[tuple[Profession, ...], Field(min_length=1)]
Classes = tuple[DataClass, ...]


class SharingRule(Value):
    """A rule that is not verified opens nothing: a network that uses it verifies it first."""

    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class Others(SharingRule):
    """Of professions that are not listed."""

    classes: Classes


class Listed(Others):
    """Of these ones."""

    professions: Professions


class OnConsent(SharingRule):
    """What a consent opens to these professions beyond what they meet."""

    professions: Professions
    classes: Classes


class ChildProtection(SharingRule):
    """A ground of its own, which opens to members of these professions what protects a child."""

    open: bool
    professions: tuple[Profession, ...]


class CareTeamKinds(SharingRule):
    """Organisations that may be declared of the care team."""

    kinds: tuple[OrganisationKind, ...]


class SharingRules(Value):
    version: Code
    care_team: CareTeamKinds
    others: Others
    listed: tuple[Listed, ...]
    on_consent: tuple[OnConsent, ...] = ()
    child_protection: ChildProtection

    def classes_met(self) -> ClassesMet:
        return ClassesMet(
            listed=Items({one: frozenset(rule.classes) for rule, one in _each(self.listed)}),
            others=frozenset(self.others.classes),
            on_consent=Items(
                {one: frozenset(rule.classes) for rule, one in _each(self.on_consent)}
            ),
            child_protection=self.child_protection.open,
            protecting=frozenset(self.child_protection.professions),
            care_team=frozenset(self.care_team.kinds),
        )

    @model_validator(mode="after")
    def _each_profession_once(self) -> Self:
        for rules in (self.listed, self.on_consent):
            named = [one for _, one in _each(rules)]
            if len(set(named)) < len(named):
                raise ValueError("a profession is named once in a list")
        return self

    @model_validator(mode="after")
    def _whoever_meets_somebody_knows_who_they_are(self) -> Self:
        if not all(DataClass.IDENTITY in rule.classes for rule in (self.others, *self.listed)):
            raise ValueError("each profession meets the class identity")
        return self

    @model_validator(mode="after")
    def _unverified_opens_nothing(self) -> Self:
        opening: list[SharingRule] = [
            rule for rule in (self.others, *self.listed) if not EVERYDAY.issuperset(rule.classes)
        ]
        opening += [rule for rule in self.on_consent if rule.classes]
        opening += [rule for rule in (self.care_team,) if rule.kinds]
        opening += [rule for rule in (self.child_protection,) if rule.open]
        if any(not rule.verified for rule in opening):
            raise ValueError("what is not verified opens nothing: verify it, or close it")
        return self


def _each(
    rules: tuple[Listed, ...] | tuple[OnConsent, ...],
) -> list[tuple[Listed | OnConsent, Profession]]:
    return [(rule, profession) for rule in rules for profession in rule.professions]
