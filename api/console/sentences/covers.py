"""Rights once they are open: until when, and the days without."""

from api.console.sentences.applications import scheme
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from domain.pathway.rights.facts import (
    CoverageGapClosed,
    CoverageGapOpened,
    RightCorrected,
    RightDeclaredOpen,
    RightExpired,
    RightExpiredInError,
    RightOpened,
    RightRenewed,
    RightRestored,
    RightSuspended,
)

COVERS = Telling(Area.RIGHTS)
PERIODS = (RightOpened, RightRenewed, RightDeclaredOpen, RightCorrected)


@COVERS.of(RightDeclaredOpen, tone=Tone.GOOD)
def declared(fact: RightDeclaredOpen, say: Saying) -> Said:
    lead = say.head(say.gettext("Right open already"), say.word(fact.scheme))
    return Said(lead, say.period(fact.starts_on, fact.ends_on))


@COVERS.of(RightOpened, tone=Tone.GOOD)
def opened(fact: RightOpened, say: Saying) -> Said:
    lead = say.head(say.gettext("Right opened"), scheme(fact.right_id, say))
    return Said(lead, say.period(fact.starts_on, fact.ends_on))


@COVERS.of(RightRenewed, tone=Tone.GOOD)
def renewed(fact: RightRenewed, say: Saying) -> Said:
    lead = say.head(say.gettext("Right renewed"), scheme(fact.right_id, say))
    return Said(lead, say.period(fact.starts_on, fact.ends_on))


@COVERS.of(RightSuspended, tone=Tone.WARN)
def suspended(fact: RightSuspended, say: Saying) -> Said:
    head = say.gettext("Right suspended %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), say.because(fact.reason))


@COVERS.of(RightRestored, tone=Tone.GOOD)
def restored(fact: RightRestored, say: Saying) -> Said:
    head = say.gettext("Right restored %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)))


@COVERS.of(RightExpired, tone=Tone.WARN)
def expired(fact: RightExpired, say: Saying) -> Said:
    head = say.gettext("Right ended %(on)s", on=say.on(fact.on))
    return Said(say.head(head, scheme(fact.right_id, say)), say.because(fact.reason))


@COVERS.of(RightExpiredInError, corrects=True)
def not_expired(fact: RightExpiredInError, say: Saying) -> Said:
    head = say.gettext("Right not ended, it was a mistake")
    return Said(say.head(head, scheme(fact.right_id, say)))


@COVERS.of(RightCorrected, corrects=True)
def corrected(fact: RightCorrected, say: Saying) -> Said:
    """What it said before is told where there is one period only: no other can be meant."""
    lead = say.head(say.gettext("Dates of a right corrected"), scheme(fact.right_id, say))
    said = [one for one in say.told.before(fact) if isinstance(one, PERIODS)]
    begun = [known for known in said if not isinstance(known, RightCorrected)]
    now = say.period(fact.starts_on, fact.ends_on)
    if len(begun) != 1:
        return Said(lead, now)
    was = say.period(said[-1].starts_on, said[-1].ends_on)
    return Said(lead, say.all(now, say.gettext("Noted before: %(before)s", before=_lower(was))))


@COVERS.of(CoverageGapOpened, tone=Tone.WARN)
def gap(fact: CoverageGapOpened, say: Saying) -> Said:
    head = say.gettext("No cover since %(day)s", day=say.day(fact.starts_on))
    return Said(say.head(head, say.word(fact.cover)))


@COVERS.of(CoverageGapClosed, tone=Tone.GOOD)
def gap_closed(fact: CoverageGapClosed, say: Saying) -> Said:
    lead = say.head(say.gettext("Covered again"), say.word(fact.cover))
    days = say.ngettext(
        "%(num)s day without cover, since %(day)s.",
        "%(num)s days without cover, since %(day)s.",
        fact.days,
        day=say.day(fact.starts_on),
    )
    late = say.gettext("Renewal was filed in time, answered late.") if fact.avoidable else ""
    return Said(lead, say.all(days, late))


def _lower(said: str) -> str:
    return said[:1].lower() + said[1:]
