"""Every language that reminders can be said in, checked as a whole."""

from typing import Self

from pydantic import model_validator

from domain.kernel import Value
from domain.refusals import DomainError
from domain.reminders.forbidden import ForbiddenWords
from domain.reminders.rules import Audience, ReminderPack, ReminderRule
from domain.reminders.triggers import Trigger
from domain.reminders.wording import WHEN, Wording
from domain.reviews import FALLBACK, reviewed_in

SEVERAL = "several"  # appointments, in one message
SEVERAL_AND_CALL = "several_and_call"  # one appointment or more, and something else


class RuleWithoutWords(DomainError):
    code = "rule-without-words"
    title = (
        "A rule of reminders has no words to say it: name a template that is there, and one that"
        " tells a time only for an appointment."
    )

    def __init__(self, rule_id: str) -> None:
        super().__init__(rule_id)
        self.rule_id = rule_id

    def __str__(self) -> str:
        return f"{self.title} It is {self.rule_id}."


class Wordings(Value):
    """One wording a language; none says a forbidden word, and all have the same templates."""

    forbidden: ForbiddenWords
    each: tuple[Wording, ...]

    @model_validator(mode="after")
    def _has_what_others_lean_on(self) -> Self:
        languages = [wording.language for wording in self.each]
        if len(set(languages)) < len(languages):
            raise ValueError("a language is worded once")
        if not any(one.language == FALLBACK and one.review for one in self.each):
            raise ValueError(f"{FALLBACK!r} is there and reviewed: others fall back to it")
        for name in (SEVERAL, SEVERAL_AND_CALL):
            template = self.fallback.templates.get(name)
            if template is None or "moments" not in template.named:
                raise ValueError(f"{name!r} is there and names moments")
        return self

    @model_validator(mode="after")
    def _says_nothing_forbidden(self) -> Self:
        for wording in self.each:
            for line in wording.literals:
                if word := self.forbidden.first_in(line):
                    raise ValueError(f"{wording.language}: {word!r} tells too much: {line!r}")
        return self

    @model_validator(mode="after")
    def _says_the_same_in_each(self) -> Self:
        expected = _named(self.fallback)
        for wording in self.each:
            if wrong := {name for name, _ in expected ^ _named(wording)}:
                names = ", ".join(sorted(wrong))
                raise ValueError(f"{wording.language}: {names}: not what {FALLBACK!r} names there")
        return self

    @property
    def fallback(self) -> Wording:
        return next(wording for wording in self.each if wording.language == FALLBACK)

    def reviewed_in(self, language: str) -> Wording:
        """The reviewed wording of this language (BCP 47), else the fallback's."""
        return reviewed_in(language, self.each)

    def must_word(self, pack: ReminderPack) -> None:
        """Refuse rules that have no words; those to members have theirs in the interface.

        Raises:
            RuleWithoutWords: one of them has none, or would tell the day of what is to stay unsaid.
        """
        for rule in pack.rules:
            if rule.to is Audience.PERSON and not self._words(rule):
                raise RuleWithoutWords(rule.id)

    @property
    def reviewed(self) -> dict[str, Wording]:
        """By language, those that people are written to in; the fallback first."""
        found = {one.language: one for one in self.each if one.review}
        return {FALLBACK: found[FALLBACK]} | found

    def place_to_say(self, place: str, *, is_neutral: bool, wished: bool) -> str:
        """A place that may be said, else nothing.

        `wished`: the person wants fuller texts. Else its author found it neutral, and no word of
        the field is in it: somebody may be wrong about a place.
        """
        may_be = wished or (is_neutral and self.forbidden.first_in(place) is None)
        return place if may_be else ""

    def _words(self, rule: ReminderRule) -> bool:
        template = self.fallback.templates.get(rule.template)
        tells_when = rule.on is Trigger.APPOINTMENT
        return template is not None and (tells_when or template.named.isdisjoint(WHEN))


def _named(wording: Wording) -> set[tuple[str, frozenset[str]]]:
    return {(name, template.named) for name, template in wording.templates.items()}
