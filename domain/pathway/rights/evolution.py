"""How each fact changes a right."""

from collections.abc import Callable
from typing import Any

from domain.dates import DAY
from domain.kernel import Fact, Items
from domain.pathway.rights import facts as said
from domain.pathway.rights.right import Ending, Paper, Request, Right
from domain.rights.periods import Period, before, retold, since
from domain.rights.schemes import Decision


def started(fact: said.RightApplicationStarted, version: int) -> Right:
    papers = {document: _asked(fact, version) for document in fact.documents}
    return Right(fact.scheme, fact.data_class, version, Items(papers))


def declared_open(fact: said.RightDeclaredOpen, version: int) -> Right:
    period = Period(fact.starts_on, fact.ends_on, version)
    return Right(fact.scheme, fact.data_class, version, periods=(period,))


def _required(right: Right, fact: said.SupportingDocumentRequired, version: int) -> Right:
    return right.with_paper(fact.document, _asked(fact, version))


def _collected(right: Right, fact: said.SupportingDocumentCollected, _: int) -> Right:
    required = right.paper(fact.document).required
    return right.with_paper(
        fact.document, Paper(required, collected=True, valid_until=fact.valid_until)
    )


def _rejected(right: Right, fact: said.SupportingDocumentRejected, version: int) -> Right:
    required = right.paper(fact.document).required
    return right.with_paper(fact.document, _asked(fact, version)._replace(required=required))


def _filed(right: Right, fact: said.RightApplicationFiled, version: int) -> Right:
    return right._replace(request=Request(fact.on, version=version))


def _renewal_filed(right: Right, fact: said.RenewalFiled, version: int) -> Right:
    request = Request(fact.on, renews=True, in_time=fact.in_time, version=version)
    return right._replace(request=request)


def _incomplete(right: Right, fact: said.FileDeclaredIncomplete, version: int) -> Right:
    asked = {document: _asked(fact, version) for document in fact.missing}
    request = _with(right.request, complete_on=None, version=version)
    return right._replace(request=request, papers=Items(right.papers | asked))


def _complete(right: Right, fact: said.FileDeclaredComplete, version: int) -> Right:
    request = _with(right.request, complete_on=fact.on, version=version)
    return right._replace(request=request)


def _refused(right: Right, fact: said.RightRefused, _: int) -> Right:
    request = _with(right.request, answer=Decision.REFUSED, answered_on=fact.on, implied=False)
    return right._replace(request=request)


def _implied(right: Right, fact: said.ImpliedDecisionReached, _: int) -> Right:
    request = _with(right.request, answer=fact.decision, answered_on=fact.on, implied=True)
    return right._replace(request=request)


def _appealed(right: Right, fact: said.AppealFiled, _: int) -> Right:
    request = _with(right.request, appeal=fact.step, appealed_on=fact.on, appeal_is_pending=True)
    return right._replace(request=request)


def _appeal_decided(right: Right, fact: said.AppealDecided, _: int) -> Right:
    request = _with(
        right.request,
        answer=fact.decision,
        answered_on=fact.on,
        implied=False,
        appeal_is_pending=False,
    )
    return right._replace(request=request)


def _covered(right: Right, fact: said.RightOpened | said.RightRenewed, version: int) -> Right:
    period = Period(fact.starts_on, fact.ends_on, version)
    request = _with(right.request, answer=Decision.GRANTED)
    if right.suspended_on is not None:
        return right._replace(request=request, withheld=(*right.withheld, period))
    return right._replace(request=request, periods=(*right.periods, period), ending=None)


def _suspended(right: Right, fact: said.RightSuspended, version: int) -> Right:
    return right._replace(
        suspended_on=fact.on,
        periods=before(right.periods, fact.on),
        withheld=since(right.periods, fact.on, version=version),
    )


def _restored(right: Right, fact: said.RightRestored, version: int) -> Right:
    back = since(right.withheld, fact.on, version=version)
    return right._replace(suspended_on=None, withheld=(), periods=(*right.periods, *back))


def _expired(right: Right, fact: said.RightExpired, version: int) -> Right:
    ending = Ending(fact.reason, version, right.periods, right.withheld, right.suspended_on)
    kept = before(right.periods, fact.on + DAY)
    return right._replace(periods=kept, withheld=(), suspended_on=None, ending=ending)


def _expired_in_error(right: Right, _: said.RightExpiredInError, __: int) -> Right:
    if right.ending is None:
        return right
    return right._replace(
        periods=right.ending.periods,
        withheld=right.ending.withheld,
        suspended_on=right.ending.suspended_on,
        ending=None,
    )


def _corrected(right: Right, fact: said.RightCorrected, version: int) -> Right:
    told = Period(fact.starts_on, fact.ends_on, version)
    ending = right.ending
    return right._replace(
        periods=retold(right.periods, told, instead_of=fact.corrects),
        ending=ending
        and ending._replace(periods=retold(ending.periods, told, instead_of=fact.corrects)),
    )


def _asked(fact: Fact, version: int) -> Paper:
    return Paper(required=True, asked=version, asked_on=fact.occurred_at.date())


def _with(request: Request | None, **changes: Any) -> Request | None:
    return request and request._replace(**changes)  # none: erased, or hidden from this reader


BEGINNINGS: dict[type[Fact], Callable[[Any, int], Right]] = {
    said.RightApplicationStarted: started,
    said.RightDeclaredOpen: declared_open,
}
EVOLUTIONS: dict[type[Fact], Callable[[Right, Any, int], Right]] = {
    said.SupportingDocumentRequired: _required,
    said.SupportingDocumentCollected: _collected,
    said.SupportingDocumentRejected: _rejected,
    said.RightApplicationFiled: _filed,
    said.RenewalFiled: _renewal_filed,
    said.FileDeclaredIncomplete: _incomplete,
    said.FileDeclaredComplete: _complete,
    said.RightOpened: _covered,
    said.RightRenewed: _covered,
    said.RightRefused: _refused,
    said.ImpliedDecisionReached: _implied,
    said.AppealFiled: _appealed,
    said.AppealDecided: _appeal_decided,
    said.RightSuspended: _suspended,
    said.RightRestored: _restored,
    said.RightExpired: _expired,
    said.RightExpiredInError: _expired_in_error,
    said.RightCorrected: _corrected,
}
