"""Who the person is, how to reach them, how they live."""

from uuid import UUID

from api.console.sentences.figures import country_named, spaced
from api.console.sentences.saying import Saying
from api.console.sentences.sentence import Area, Tone
from api.console.sentences.telling import Said, Telling
from api.languages.words import phrase
from domain.pathway.contacts import (
    ContactPointAdded,
    ContactPointFoundUnsafe,
    ContactPointRemoved,
)
from domain.pathway.opening import MetAt, PathwayOpened
from domain.pathway.person import (
    CalledOtherwise,
    DeathReported,
    DeathReportedInError,
    Identity,
    IdentityCorrected,
    IdentityDeclared,
    InterpreterNeedEnded,
    InterpreterNeedRecorded,
    LivingSituationDescribed,
)

PERSON = Telling(Area.PERSON)


@PERSON.of(PathwayOpened)
def opened(fact: PathwayOpened, say: Saying) -> Said:
    lead = say.head(say.gettext("Pathway opened"), fact.called)
    met = say.gettext("First meeting: %(where)s.", where=say.word(fact.met_at))
    referent = say.gettext("Referent: %(name)s.", name=say.name(fact.referent_id))
    return Said(lead, say.all(met if fact.met_at is not MetAt.OTHER else "", referent))


@PERSON.of(IdentityDeclared)
def declared(fact: IdentityDeclared, say: Saying) -> Said:
    return Said(say.head(say.gettext("Identity noted"), _identity(fact.identity, say)))


@PERSON.of(IdentityCorrected, corrects=True)
def corrected(fact: IdentityCorrected, say: Saying) -> Said:
    lead = say.head(say.gettext("Identity corrected"), _identity(fact.identity, say))
    return Said(lead, say.because(fact.reason))


@PERSON.of(CalledOtherwise)
def called(fact: CalledOtherwise, say: Saying) -> Said:
    return Said(say.head(say.gettext("The person wants to be called"), fact.called))


@PERSON.of(InterpreterNeedRecorded)
def interpreter(fact: InterpreterNeedRecorded, say: Saying) -> Said:
    return Said(say.head(say.gettext("Needs an interpreter"), say.language(fact.language)))


PERSON.plainly(InterpreterNeedEnded, phrase("No interpreter is needed any more."))


@PERSON.of(LivingSituationDescribed)
def lives(fact: LivingSituationDescribed, say: Saying) -> Said:
    commune = say.gettext("commune %(code)s", code=fact.commune) if fact.commune else ""
    return Said(say.head(say.gettext("Lives"), say.word(fact.housing), commune))


@PERSON.of(DeathReported)
def died(fact: DeathReported, say: Saying) -> Said:
    known = say.partly(fact.died) if fact.died else ""
    return Said(say.head(say.gettext("The person died"), known))


PERSON.plainly(
    DeathReportedInError,
    phrase("The person is alive: their death was noted by mistake."),
    corrects=True,
)


@PERSON.of(ContactPointAdded)
def reached(fact: ContactPointAdded, say: Saying) -> Said:
    point = fact.point
    head = say.gettext("Way to reach the person")
    if not point.safe:
        head = say.gettext("Not to be used, it is not safe")
    lead = say.head(head, say.word(point.kind), spaced(point.reach))
    through = say.gettext("Through: %(name)s.", name=point.through) if point.through else ""
    theirs = say.gettext("It is that of a parent or a guardian.") if point.holder_id else ""
    spoken = say.gettext("Language: %(language)s.", language=say.language(point.language))
    return Said(lead, say.all(through, theirs, spoken), tone=None if point.safe else Tone.WARN)


@PERSON.of(ContactPointFoundUnsafe, tone=Tone.WARN)
def unsafe(fact: ContactPointFoundUnsafe, say: Saying) -> Said:
    head = say.gettext("Way to reach the person that is not safe any more")
    never = say.gettext("Nothing is sent there.")
    return Said(say.head(head, contact(fact.contact_id, say)), never)


@PERSON.of(ContactPointRemoved)
def removed(fact: ContactPointRemoved, say: Saying) -> Said:
    head = say.gettext("Way to reach the person removed")
    return Said(say.head(head, contact(fact.contact_id, say)), say.because(fact.reason))


def contact(contact_id: UUID | None, say: Saying) -> str:
    """A way to reach the person, where the reader sees that it was noted."""
    added = say.told.first(contact_id, ContactPointAdded)
    return say.several((say.word(added.point.kind), spaced(added.point.reach))) if added else ""


def _identity(identity: Identity, say: Saying) -> str:
    names = (identity.given_names, identity.family_name)
    country = identity.birth_country
    return say.several(
        (
            " ".join(name for name in names if name),
            identity.in_latin or "",
            say.word(identity.gender),
            say.gettext("born %(date)s", date=say.partly(identity.born)) if identity.born else "",
            country_named(country, say.days.language) if country else "",
        )
    )
