"""What people are told of how their pathway is shared, and what they agree to."""

from datetime import datetime, timedelta

from application.sharing.give_consent import GiveConsent, give_consent
from application.sharing.inform_person import InformPerson, inform_person
from domain.data_classes import DataClass
from domain.pathway.grounds.words import Consent, InformedBy, Recipients, Scope
from domain.pathway.referrals.words import Ask
from seeds.stories.story import Story

AT_ONCE = timedelta(minutes=5)
NOTICE = "notice-2024-1"


def inform(story: Story, at: datetime) -> None:
    """The notice, in the language of the person."""
    person = story.person
    story.tell(
        inform_person,
        InformPerson,
        at,
        notice=NOTICE,
        language=person.language,
        means=story.chance.among({InformedBy.ORAL: 6, InformedBy.PICTOGRAMS: 1}),
        with_interpreter=person.needs_interpreter,
    )


def agree(story: Story, at: datetime, ask: Ask) -> datetime:
    """Before an organisation outside the care team is asked, the person agrees to it."""
    asked = ask.target_id
    needed = {DataClass.SOCIAL, *ask.classes()}
    if asked is None or asked == story.lead.id or needed <= story.agreed.get(asked, set()):
        return at
    story.agreed.setdefault(asked, set()).update(needed)
    consent = Consent(
        scope=Scope(recipients=Recipients(organisations=(asked,)), classes=tuple(sorted(needed))),
        interpreter=story.person.language if story.person.needs_interpreter else None,
    )
    story.tell(give_consent, GiveConsent, at, consent=consent)
    return at + AT_ONCE
