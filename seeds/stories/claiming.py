"""Rights: asked for with their papers, answered, renewed in their window or lost."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID

from application.rights.appeal_refusal import AppealRefusal, appeal_refusal
from application.rights.apply_for_right import ApplyForRight, apply_for_right
from application.rights.collect_document import CollectDocument, collect_document
from application.rights.decide_appeal import DecideAppeal, decide_appeal
from application.rights.declare_file_complete import DeclareFileComplete, declare_file_complete
from application.rights.declare_file_incomplete import (
    DeclareFileIncomplete,
    declare_file_incomplete,
)
from application.rights.expire_right import ExpireRight, expire_right
from application.rights.file_application import FileApplication, file_application
from application.rights.file_renewal import FileRenewal, file_renewal
from application.rights.open_right import OpenRight, open_right
from application.rights.refuse_right import RefuseRight, refuse_right
from application.rights.reject_document import RejectDocument, reject_document
from application.rights.renew_right import RenewRight, renew_right
from domain.dates import last_day_of, plus_months
from domain.members import Member
from domain.rights.clocks import renewal_window
from domain.rights.rules import RuleBook
from domain.rights.schemes import (
    AppealStep,
    Decision,
    Document,
    DocumentRejection,
    RefusalReason,
    Scheme,
)
from seeds.rules.shipped import shipped_rules
from seeds.stories.story import Story

DAY = timedelta(days=1)
TERMS = {Scheme.AAH: 36, Scheme.ALD: 24}  # months; of rights whose rules give no length
PAPERS = {
    Scheme.PUMA: (Document.IDENTITY, Document.RESIDENCE, Document.BANK_DETAILS),
    Scheme.AME: (Document.IDENTITY, Document.RESIDENCE, Document.RESOURCES, Document.PHOTOGRAPH),
    Scheme.C2S: (Document.RESOURCES, Document.IDENTITY),
    Scheme.DOMICILIATION: (Document.IDENTITY,),
    Scheme.RSA: (Document.IDENTITY, Document.RESOURCES, Document.BANK_DETAILS),
    Scheme.AAH: (Document.IDENTITY, Document.MEDICAL_CERTIFICATE),
    Scheme.MATERNAL_CENTRE: (Document.IDENTITY, Document.FAMILY_RECORD),
    Scheme.ALD: (Document.MEDICAL_CERTIFICATE,),
}
REFUSALS = {
    Scheme.AME: [RefusalReason.RESIDENCE_NOT_PROVED, RefusalReason.STAY_TOO_SHORT],
    Scheme.DOMICILIATION: [RefusalReason.NO_LINK_WITH_COMMUNE, RefusalReason.SATURATION],
    Scheme.AAH: [RefusalReason.MEDICAL_OPINION],
}
ALSO = [RefusalReason.RESOURCES, RefusalReason.FILE_INCOMPLETE]


@cache
def rule_book() -> RuleBook:
    return shipped_rules()


@dataclass(frozen=True, slots=True)
class Claim:
    """One right that somebody helps to ask for."""

    scheme: Scheme
    right_id: UUID
    by: Member


def claim(story: Story, at: datetime, scheme: Scheme) -> datetime:
    """A right from its first paper to its answer, and beyond where it has a term."""
    by = story.colleague(scheme.data_class)
    papers = PAPERS[scheme]
    started = story.tell(apply_for_right, ApplyForRight, at, by, scheme=scheme, documents=papers)
    right = Claim(scheme, started.right_id, by)
    for document in papers:
        at = _collect(story, story.later(at, 1, 12), right, document)
    at = story.later(at, 1, 10)
    about = {"right_id": right.right_id, "on": at.date()}
    story.tell(file_application, FileApplication, at, by, **about)
    filed = at.date()
    return _answer(story, _complete(story, at, right), right, filed)


def _collect(story: Story, at: datetime, right: Claim, document: Document) -> datetime:
    """A paper is found; now and then the first one proves nothing."""
    about = {"right_id": right.right_id, "document": document}
    _find(story, at, right, document)
    if story.chance.happens(0.12):
        at = story.later(at, 2, 10)
        reason = story.chance.choice(
            [
                DocumentRejection.UNREADABLE,
                DocumentRejection.OUT_OF_DATE,
                DocumentRejection.NAME_DIFFERS,
            ]
        )
        story.tell(reject_document, RejectDocument, at, right.by, reason=reason, **about)
        at = story.later(at, 3, 25)
        _find(story, at, right, document)
    return at


def _find(story: Story, at: datetime, right: Claim, document: Document) -> None:
    issued = (at - story.chance.days(1, 60)).date()
    story.tell(
        collect_document,
        CollectDocument,
        at,
        right.by,
        right_id=right.right_id,
        document=document,
        on=at.date(),
        issued_on=issued,
        valid_until=plus_months(issued, 120) if document is Document.IDENTITY else None,
    )


def _complete(story: Story, at: datetime, right: Claim) -> datetime:
    """The service misses a paper, or says that the file is whole, or says nothing."""
    if story.chance.happens(0.25):
        document = story.chance.choice(PAPERS[right.scheme])
        at = story.later(at, 8, 25)
        said = {"right_id": right.right_id, "on": at.date(), "missing": (document,)}
        story.tell(declare_file_incomplete, DeclareFileIncomplete, at, right.by, **said)
        at = story.later(at, 2, 20)
        _find(story, at, right, document)
        at = story.later(at, 1, 6)
    elif story.chance.happens(0.5):
        at = story.later(at, 6, 20)
    else:
        return at
    whole = {"right_id": right.right_id, "on": at.date()}
    story.tell(declare_file_complete, DeclareFileComplete, at, right.by, **whole)
    return at


def _answer(story: Story, at: datetime, right: Claim, filed: date) -> datetime:
    at = story.later(at, 12, 50)
    about = {"right_id": right.right_id}
    if story.chance.happens(0.87):
        return _open(story, at, right, filed)
    reason = story.chance.choice(REFUSALS.get(right.scheme, ALSO))
    story.tell(refuse_right, RefuseRight, at, right.by, on=at.date(), reason=reason, **about)
    if not story.chance.happens(0.6):
        return at
    at = story.later(at, 5, 45)
    appeal = {"on": at.date(), "step": AppealStep.PRIOR}
    story.tell(appeal_refusal, AppealRefusal, at, right.by, **appeal, **about)
    at = story.later(at, 20, 55)
    decision = story.chance.among({Decision.GRANTED: 55, Decision.REFUSED: 45})
    decided = {"on": at.date(), "decision": decision}
    story.tell(decide_appeal, DecideAppeal, at, right.by, **decided, **about)
    if decision is Decision.REFUSED:
        return at
    return _open(story, story.later(at, 1, 8), right, filed)


def _open(story: Story, at: datetime, right: Claim, filed: date) -> datetime:
    starts = _first_day(right.scheme, filed=filed, decided=at.date())
    ends = _last_day(right.scheme, starts)
    said = {"right_id": right.right_id, "starts_on": starts, "ends_on": ends}
    story.tell(open_right, OpenRight, at, right.by, **said)
    if ends is not None:
        _end_of_term(story, right, ends)
    return at


def _first_day(scheme: Scheme, *, filed: date, decided: date) -> date:
    """C2S runs from the 1st of the month after the decision (CSS L861-5), AME from the filing."""
    match scheme:
        case Scheme.C2S:
            return plus_months(decided.replace(day=1), 1)
        case Scheme.AME:
            return filed
        case Scheme.RSA | Scheme.AAH:
            return filed.replace(day=1)
    return decided


def _last_day(scheme: Scheme, starts: date) -> date | None:
    duration = rule_book().on(starts).of(scheme).duration
    months = duration.months if duration else TERMS.get(scheme)
    return last_day_of(starts, months=months) if months else None


def _end_of_term(story: Story, right: Claim, ends: date) -> None:
    """Renewed inside its window as a rule, sometimes late, sometimes not at all."""
    window = renewal_window(rule_book().on(ends).of(right.scheme).renewal, ends=ends)
    opens = window.opens if window else ends - 60 * DAY
    closes = window.closes if window else ends - 10 * DAY
    outcome = story.chance.among({"in time": 76, "late": 12, "lost": 12})
    about = {"right_id": right.right_id}
    if outcome == "lost":
        at = story.later(_noon(ends), 2, 20)
        story.tell(expire_right, ExpireRight, at, right.by, today=at.date(), **about)
        return
    begins, span = (opens, closes - opens) if outcome == "in time" else (closes, ends - closes)
    at = story.later(_noon(begins), 1, max(2, span.days - 6))
    story.tell(file_renewal, FileRenewal, at, right.by, on=at.date(), **about)
    at = story.later(at, 8, 30)
    again = {"starts_on": ends + DAY, "ends_on": _last_day(right.scheme, ends + DAY)}
    story.tell(renew_right, RenewRight, at, right.by, **again, **about)
    if again["ends_on"] is not None:
        _end_of_term(story, right, again["ends_on"])


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
