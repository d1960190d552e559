"""Why the reader sees an entry: its ground, in plain words, for whoever reads."""

from dataclasses import dataclass, field
from datetime import datetime

from api.console.pathway.telling import Telling
from api.languages.words import phrase
from domain.access import Ground
from domain.data_classes import DataClass
from domain.members import Member
from domain.pathway.grounds.consents import Given
from domain.pathway.pathway import Pathway

PLAINLY = {
    Ground.OWN_ACT: phrase("You recorded it yourself."),
    Ground.CARE_TEAM: phrase(
        "Your organisation is part of the care team, where your profession (%(profession)s)"
        " sees: %(what)s."
    ),
    Ground.EXCHANGE: phrase(
        "It was recorded before a colleague passed this on to you by name: %(what)s."
    ),
    Ground.CHILD_PROTECTION: phrase("It is shared with you by name, to protect a child."),
    Ground.AUDIT_MANDATE: phrase("Your audit mandate opens it."),
}


@dataclass(frozen=True, slots=True)
class Why:
    """What is said of each ground and class, once worked out."""

    pathway: Pathway
    by: Member
    telling: Telling
    said: dict[tuple[Ground, DataClass], str] = field(default_factory=dict)

    def of(self, ground: Ground, data_class: DataClass) -> str:
        known = self.said.get((ground, data_class))
        if known is None:
            known = self.said[ground, data_class] = self._say(ground, data_class)
        return known

    def _say(self, ground: Ground, data_class: DataClass) -> str:
        what = self.telling.word(data_class)
        if ground is Ground.CONSENT:
            return self._agreed(data_class, what)
        if ground is Ground.VITAL_EMERGENCY:
            return self._in_emergency(what)
        profession = self.telling.word(self.by.profession)
        return self.telling.gettext(PLAINLY[ground], profession=profession, what=what)

    def _agreed(self, data_class: DataClass, what: str) -> str:
        given = self._consent(data_class)
        if given is None:
            return self.telling.gettext("The person agreed that you see: %(what)s.", what=what)
        said = {"day": self.telling.day(given.starts), "what": what}
        if given.consent.until is None:
            return self.telling.gettext(
                "The person agreed on %(day)s that you see: %(what)s.", **said
            )
        return self.telling.gettext(
            "The person agreed on %(day)s that you see, until %(until)s: %(what)s.",
            until=self.telling.day(given.consent.until),
            **said,
        )

    def _consent(self, data_class: DataClass) -> Given | None:
        """The one that lasts longest, of those that open this to the reader."""
        opening = [
            given
            for given in self.pathway.consents.for_recipient(
                organisation_id=self.by.organisation_id,
                member_id=self.by.id,
                at=self.telling.now,
            )
            if given.consent.scope.covers(data_class)
        ]
        return max(opening, key=_lasts, default=None)

    def _in_emergency(self, what: str) -> str:
        ends = self.pathway.emergencies.ends(member_id=self.by.id, at=self.telling.now)
        if ends is None:
            return self.telling.gettext(
                "You opened this in a vital emergency: %(what)s.", what=what
            )
        return self.telling.gettext(
            "You opened this in a vital emergency, until %(time)s: %(what)s.",
            time=self.telling.days.time(ends),
            what=what,
        )


def _lasts(given: Given) -> tuple[bool, datetime]:
    until = given.consent.until
    return until is None, until or given.starts
