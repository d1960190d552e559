"""Referrals, as a table of states says them, written from HL7 SDOH Clinical Care 3.0.0."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from domain.data_classes import DataClass
from domain.pathway.pathway import Pathway
from domain.pathway.referrals.words import (
    Ask,
    CancellationReason,
    ErrorReason,
    FailureReason,
    HoldReason,
    Message,
    RefusedBy,
    RejectionReason,
    RelayEffect,
    Service,
)
from tests.domain.pathway.people import CCAS, MARCH_4, RELAIS
from tests.domain.pathway.whole.machine import (
    Whole,
    few_ids,
    fresh,
    instants,
    likely,
    organisations,
)

MAY = {  # from which states, by whom, to which state
    "accept": ({"requested"}, "target", "accepted"),
    "reject": ({"requested"}, "target", "rejected"),
    "start": ({"accepted", "on_hold"}, "target", "in_progress"),
    "hold": ({"accepted", "in_progress"}, "target", "on_hold"),
    "complete": ({"accepted", "in_progress", "on_hold"}, "target", "completed"),
    "fail": ({"accepted", "in_progress", "on_hold"}, "target", "failed"),
    "cancel": ({"requested", "accepted", "in_progress", "on_hold"}, "either", "cancelled"),
}
CLASSES = {
    Service.DOMICILIATION: DataClass.SOCIAL,
    Service.AME_APPLICATION: DataClass.STATUS,
    Service.ADDICTION_CARE: DataClass.HEALTH,
    Service.MENTAL_HEALTH_CARE: DataClass.MENTAL_HEALTH,
    Service.VIOLENCE_SUPPORT: DataClass.PROTECTION,
}
SAID_WITH: dict[str, dict[str, Any]] = {
    "reject": {"refused_by": RefusedBy.SERVICE, "reason": RejectionReason.OTHER},
    "hold": {"reason": HoldReason.OTHER},
    "fail": {"refused_by": RefusedBy.PERSON, "reason": FailureReason.PERSON_DECLINED},
    "cancel": {"refused_by": None, "reason": CancellationReason.OTHER},
}
messages = st.none() | st.just(Message(text="See her on Mondays.", data_class=DataClass.HEALTH))
FIRST = Ask(service=Service.DOMICILIATION, target_id=CCAS)
outside = Ask(service=Service.ADDICTION_CARE, outside_service="Centre des Sources")
asks = st.just(outside) | st.builds(
    Ask,
    service=st.sampled_from(list(CLASSES)),
    target_id=organisations,
    message=messages,
)


class Loops(Whole):
    def __init__(self) -> None:
        super().__init__()
        self.loops: dict[UUID, dict[str, Any]] = {}
        self._ask(UUID(int=1), FIRST, by=RELAIS, drafting=False, at=MARCH_4)

    @rule(data=st.data(), ask=asks, by=organisations, drafting=st.booleans(), at=instants)
    def ask(self, data: st.DataObject, ask: Ask, by: UUID, drafting: bool, at: datetime) -> None:
        self._ask(fresh(data, self.loops), ask, by=by, drafting=drafting, at=at)

    def _ask(self, key: UUID, ask: Ask, *, by: UUID, drafting: bool, at: datetime) -> None:
        known = self.loops.get(key)
        refused = None
        if known and (known["state"] != "draft" or known["by"] != by):
            refused = "referral-already-requested"
        if ask.target_id == by:
            refused = "referral-to-oneself"
        take = "draft" if drafting else "request"
        self.decide(
            lambda pathway: getattr(pathway.referrals, take)(
                referral_id=key, ask=ask, by=by, at=at
            ),
            refused=refused,
            told_as=CLASSES[ask.service],
        )
        if refused is None:
            self.loops[key] = {
                "state": "draft" if drafting else "requested",
                "by": by,
                "to": ask.target_id or by,
                "class": CLASSES[ask.service],
                "outside": ask.outside_service,
                "asked": None if drafting else at,
            }

    @rule(data=st.data(), at=instants)
    def steps(self, data: st.DataObject, at: datetime) -> None:
        """Several in a row of the same referral, so that sequences come to its end."""
        key = self._key(data)
        for _ in range(data.draw(st.integers(1, 4))):
            self._step(data, key, at)

    def _step(self, data: st.DataObject, key: UUID, at: datetime) -> None:
        state = self.loops[key]["state"] if key in self.loops else None
        allowed = [name for name, (sources, _, _) in MAY.items() if state in sources]
        name = likely(data, allowed, st.sampled_from(list(MAY)))
        rightful: list[UUID] = [self.loops[key]["to"]] if key in self.loops else []
        by = likely(data, rightful, organisations)
        sources, turn, to = MAY[name]
        refused = self._seen(key, by)
        if refused is None:
            loop = self.loops[key]
            if by not in ({loop["to"]} if turn == "target" else {loop["to"], loop["by"]}):
                refused = "referral-not-yours"
            elif loop["state"] not in sources:
                answering = name in {"accept", "reject"}
                refused = "referral-already-answered" if answering else "referral-not-at-this-step"
        self._decide(
            key,
            lambda pathway: getattr(pathway.referrals, name)(
                referral_id=key, by=by, at=at, **SAID_WITH.get(name, {})
            ),
            refused=refused,
        )
        if refused is None:
            self.loops[key]["state"] = to

    @rule(data=st.data(), at=instants)
    def withdraw_referral(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.loops, few_ids)
        by = self._party(data, key)
        refused = self._seen(key, by)
        if refused is None:
            if by != self.loops[key]["by"]:
                refused = "referral-not-yours"
            elif self.loops[key]["state"] == "entered_in_error":
                refused = "referral-not-at-this-step"
        self._decide(
            key,
            lambda pathway: pathway.referrals.withdraw(
                referral_id=key, by=by, reason=ErrorReason.OTHER, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.loops[key]["state"] = "entered_in_error"

    @rule(data=st.data(), at=instants)
    def expire_referral(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.loops, few_ids)
        refused = self._seen(key, None)
        if refused is None:
            if self.loops[key]["state"] != "requested":
                refused = "referral-already-answered"
            elif at - self.loops[key]["asked"] < timedelta(days=30):
                refused = "referral-still-in-time"
        self._decide(
            key,
            lambda pathway: pathway.referrals.expire(referral_id=key, after_days=30, at=at),
            refused=refused,
        )
        if refused is None:
            self.loops[key]["state"] = "expired"

    @rule(data=st.data(), at=instants)
    def chase(self, data: st.DataObject, at: datetime) -> None:
        key = self._key(data)
        by = data.draw(st.just(self._party(data, key)) | st.none())
        refused = self._seen(key, by)
        if refused is None:
            if by not in {None, self.loops[key]["by"]}:
                refused = "referral-not-yours"
            elif not self._may_be_chased(self.loops[key], by):
                refused = "referral-not-at-this-step"
        self._decide(
            key,
            lambda pathway: pathway.referrals.chase(referral_id=key, by=by, at=at),
            refused=refused,
        )
        if refused is None:
            self.loops[key]["chased"] = at

    def _may_be_chased(self, loop: dict[str, Any], by: UUID | None) -> bool:
        if by is not None:
            return loop["state"] in MAY["cancel"][0]
        awaited = loop["state"] == "requested" and loop["to"] != loop["by"]
        return awaited and "chased" not in loop

    @rule(data=st.data(), at=instants)
    def declare_effective(self, data: st.DataObject, at: datetime) -> None:
        key = self._key(data)
        by = self._party(data, key)
        states = MAY["complete"][0] | {"completed"}
        refused = self._known_between(key, by, states, "effect", "relay-already-effective")
        self._decide(
            key,
            lambda pathway: pathway.referrals.declare_effective(
                referral_id=key, by=by, effect=RelayEffect.RIGHT_USED, at=at
            ),
            refused=refused,
        )
        if refused is None:
            self.loops[key]["effect"] = RelayEffect.RIGHT_USED

    @rule(data=st.data(), at=instants)
    def record_return(self, data: st.DataObject, at: datetime) -> None:
        key = likely(data, self.loops, few_ids)
        by = self._party(data, key)
        refused = self._known_between(key, by, {"completed"}, "returned", "return-already-recorded")
        self._decide(
            key,
            lambda pathway: pathway.referrals.record_return(referral_id=key, by=by, at=at),
            refused=refused,
        )
        if refused is None:
            self.loops[key]["returned"] = at

    @invariant()
    def every_referral_is_where_the_table_says(self) -> None:
        referrals = self.pathway.referrals.by_id
        assert set(referrals) == set(self.loops)
        for key, loop in self.loops.items():
            referral = referrals[key]
            assert referral.state == loop["state"]
            assert referral.is_open is (loop["state"] in MAY["cancel"][0])
            assert (referral.requested_by, referral.answered_by) == (loop["by"], loop["to"])
            assert referral.data_class is loop["class"]
            assert referral.outside_service == loop["outside"]
            assert referral.effect == loop.get("effect")
            assert referral.returned_at == loop.get("returned")
            assert referral.last_chased_at == loop.get("chased")

    def _key(self, data: st.DataObject) -> UUID:
        ongoing = [key for key, loop in self.loops.items() if loop["state"] in MAY["cancel"][0]]
        return likely(data, ongoing, st.sampled_from(list(self.loops)) | few_ids)

    def _party(self, data: st.DataObject, key: UUID) -> UUID:
        loop = self.loops.get(key)
        parties: list[UUID] = [loop["to"], loop["by"]] if loop else []
        return likely(data, parties, organisations)

    def _seen(self, key: UUID, by: UUID | None) -> str | None:
        loop = self.loops.get(key)
        if loop is None or (loop["state"] == "draft" and loop["by"] != by):
            return "referral-unknown"
        return None

    def _known_between(
        self, key: UUID, by: UUID, states: set[str], what: str, again: str
    ) -> str | None:
        if refused := self._seen(key, by):
            return refused
        loop = self.loops[key]
        if by not in {loop["to"], loop["by"]}:
            return "referral-not-yours"
        if loop["state"] not in states:
            return "referral-not-at-this-step"
        return again if what in loop else None

    def _decide(
        self, key: UUID, decision: Callable[[Pathway], Any], *, refused: str | None
    ) -> None:
        told_as = self.loops[key]["class"] if key in self.loops else None
        self.decide(decision, refused=refused, told_as=told_as)
