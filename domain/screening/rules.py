"""What the law, or else the network, says of rapid tests: data, each with its source and date."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated

from pydantic import Field

from domain.dates import last_day_of
from domain.kernel import Value
from domain.screening.words import Kinds, RapidTestKind
from domain.text import Code, Label, Language, Text


class Sourced(Value):
    source: Label
    read_on: date
    verified: bool
    remark: Text | None = None


class KindsListed(Sourced):
    """What may be looked for by such tests outside laboratories."""

    listed: Kinds


class AuthorisationTerm(Sourced):
    """For how long the regional health agency authorises an organisation."""

    months: Annotated[int, Field(ge=1, le=240)]


class ConsentTerm(Sourced):
    """For how many days a consent holds, its own day included."""

    days: Annotated[int, Field(ge=1, le=366)]


class Said(Value):
    """What is said to the person before a test, in one language."""

    advantages: Text
    limits: Text


class Information(Sourced):
    version: Code
    texts: Mapping[Language, Said]


class ScreeningRules(Value):
    """What is absent is allowed to nobody: without rules there are no tests."""

    version: Code = "none"
    kinds: KindsListed | None = None
    authorisation: AuthorisationTerm | None = None
    consent: ConsentTerm | None = None
    information: Information | None = None

    @property
    def to_be_confirmed(self) -> tuple[str, ...]:
        """The parts of these rules that nobody verified yet."""
        parts = {
            "kinds": self.kinds,
            "authorisation": self.authorisation,
            "consent": self.consent,
            "information": self.information,
        }
        return tuple(name for name, part in parts.items() if part is None or not part.verified)

    def lists(self, kind: RapidTestKind) -> bool:
        return self.kinds is not None and kind in self.kinds.listed

    def last_day_authorised(self, start: date) -> date:
        """The last day of an authorisation that begins then, as far as the rules go."""
        if self.authorisation is None:
            return start
        return last_day_of(start, months=self.authorisation.months)

    def last_day_agreed(self, start: date) -> date:
        """The last day of a consent that is given then."""
        more = self.consent.days - 1 if self.consent else 0
        return start + timedelta(days=more)


NO_SCREENING = ScreeningRules()
