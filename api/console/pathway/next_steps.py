"""What is next: what was agreed, what is awaited, what ends, each with what resolves it."""

from collections.abc import Iterator

from api.console.pathway import offers as o
from api.console.pathway.care_ahead import care_ahead
from api.console.pathway.rights_ahead import rights_ahead
from api.console.pathway.step import Ahead, Step
from api.console.pathway.turns import AWAITED, turns_of_referral, turns_of_stay
from domain.pathway.accompaniments.words import AccompanimentState
from domain.pathway.appointments.appointment import Appointment
from domain.pathway.appointments.words import Transport
from domain.pathway.referrals.referral import Referral, ReferralState
from domain.pathway.stays.stay import Stay, StayState

NO_RIDE = frozenset({Transport.NO_NEED, Transport.PUBLIC, Transport.LACKING})


def next_steps(ahead: Ahead) -> list[Step]:
    """What is late first, then what comes, in order of time."""
    found = [
        *follow_ups_ahead(ahead),
        *appointments_ahead(ahead),
        *journeys_ahead(ahead),
        *rights_ahead(ahead),
        *referrals_ahead(ahead),
        *stays_ahead(ahead),
        *care_ahead(ahead),
        *end_of_access(ahead),
    ]
    return sorted(found, key=lambda step: (not step.late, step.on))


def follow_ups_ahead(ahead: Ahead) -> Iterator[Step]:
    say = ahead.telling
    for one in ahead.pathway.follow_ups.by_id.values():
        if one.is_awaited:
            yield ahead.due(
                one.due_on,
                say.gettext("Follow-up: %(what)s", what=say.word(one.purpose)),
                f"{say.label(one.mode)} · {say.name(one.with_member or one.planned_by)}",
                (o.FOLLOWED_UP, o.NOT_FOLLOWED_UP, o.ANOTHER_DAY),
                follow_up_id=one.id,
            )


def appointments_ahead(ahead: Ahead) -> Iterator[Step]:
    for one in ahead.pathway.appointments.by_id.values():
        if one.is_awaited:
            past = one.when.instant < ahead.telling.now
            yield _to_be_told(ahead, one) if past else _to_come(ahead, one)


def _to_come(ahead: Ahead, one: Appointment) -> Step:
    say, on = ahead.telling, one.when.wall.date()
    arrange = not one.transport_arranged and one.needs.transport not in NO_RIDE
    offered = [
        *([o.RIDE_ARRANGED] if arrange else []),
        *([o.NEEDED_TO_GO] if one.needs.transport is Transport.LACKING else []),
        *(o.MOVED, o.CALLED_OFF),
    ]
    return ahead.step(
        on,
        f"{say.when(on)}, {say.clock(one.when.wall)}",
        say.gettext("Appointment: %(what)s", what=say.word(one.kind)),
        " · ".join(filter(None, _needed(ahead, one))),
        offered,
        appointment_id=one.id,
    )


def _needed(ahead: Ahead, one: Appointment) -> Iterator[str]:
    say = ahead.telling
    yield say.name(one.with_organisation) if one.with_organisation else one.with_name or ""
    yield one.place
    if one.needs.transport is not Transport.NO_NEED:
        yield say.label(one.needs.transport)
    if one.needs.accompaniment:
        yield say.gettext("accompanied")
    if one.needs.interpreter:
        yield say.gettext("with an interpreter")


def _to_be_told(ahead: Ahead, one: Appointment) -> Step:
    say, on = ahead.telling, one.when.wall.date()
    return ahead.step(
        on,
        say.when(on),
        say.gettext("Appointment: %(what)s", what=say.word(one.kind)),
        say.gettext("Nobody said whether the person went."),
        (o.WENT, o.DID_NOT_COME),
        late=True,
        appointment_id=one.id,
    )


def journeys_ahead(ahead: Ahead) -> Iterator[Step]:
    say = ahead.telling
    for one in ahead.pathway.accompaniments.by_id.values():
        if one.state is AccompanimentState.PLANNED:
            yield ahead.due(
                one.on,
                say.gettext("Go with the person: %(place)s", place=one.place),
                f"{say.label(one.why)} · {say.name(one.planned_by)}",
                (o.WENT_ALONG, o.NOT_GOING),
                accompaniment_id=one.id,
            )


def referrals_ahead(ahead: Ahead) -> Iterator[Step]:
    """Those that wait for somebody, with who that is and since when."""
    say = ahead.telling
    for one in ahead.pathway.referrals.by_id.values():
        if one.is_open:
            since = say.local(one.since)
            yield ahead.step(
                since,
                say.since(since),
                say.gettext("Referral: %(what)s", what=say.word(one.service)),
                _holder(ahead, one),
                turns_of_referral(one, ahead.by.organisation_id),
                referral_id=one.id,
            )


def _holder(ahead: Ahead, one: Referral) -> str:
    say = ahead.telling
    target = say.name(one.target_id) if one.target_id else one.outside_service or ""
    awaited = one.state is ReferralState.REQUESTED
    state = say.gettext("to answer") if awaited else say.word(one.state)
    return say.gettext("%(who)s has the next step: %(state)s.", who=target, state=state)


def stays_ahead(ahead: Ahead) -> Iterator[Step]:
    for one in ahead.pathway.stays.by_id.values():
        state = one.state_at(ahead.telling.now)
        if state in AWAITED:
            yield _stay(ahead, one, state)


def _stay(ahead: Ahead, one: Stay, state: StayState) -> Step:
    say = ahead.telling
    return ahead.step(
        one.starts,
        say.when(one.starts),
        say.gettext("Place: %(what)s", what=say.word(one.kind)),
        say.gettext(
            "%(state)s · %(who)s · kept until %(day)s",
            state=say.label(state),
            who=say.name(one.organisation_id),
            day=say.day(one.kept_until),
        ),
        turns_of_stay(one, state, ahead.by.organisation_id),
        stay_id=one.id,
    )


def end_of_access(ahead: Ahead) -> Iterator[Step]:
    """Of the viewer's own organisation, as announced."""
    announced = ahead.pathway.retention.announced.get(ahead.by.organisation_id)
    if announced:
        yield ahead.due(
            announced.ends_on,
            ahead.telling.gettext("Your organisation's access ends"),
            ahead.telling.gettext("Meeting the person puts it off."),
            (o.INTERVIEW,),
        )
