from datetime import timedelta
from uuid import UUID

import pytest

from domain.data_classes import DataClass
from domain.kernel import Fact
from domain.pathway.appointments.facts import AppointmentBooked
from domain.pathway.appointments.words import AppointmentKind
from domain.pathway.appointments.words import Needs as NeedsToGo
from domain.pathway.needs import NeedEnteredInError, NeedIdentified, NeedKind
from domain.pathway.obstacles.facts import ObstacleLifted, ObstacleReported
from domain.pathway.obstacles.refusals import (
    LiftedBeforeReported,
    NothingDelayed,
    ObstacleAlreadyKnown,
    ObstacleAlreadyLifted,
    ObstacleUnknown,
)
from domain.pathway.obstacles.words import Delayable, Delayed, LiftedHow, ObstacleKind
from domain.pathway.pathway import Pathway
from domain.pathway.rights.facts import (
    RightApplicationStarted,
    RightDeclaredOpen,
    RightEnteredInError,
)
from domain.rights.schemes import NonTakeUp, Scheme
from tests.domain.pathway.people import APPOINTMENT, MARCH_5, PASS, RELAIS, opened, wall
from tests.domain.scenario import given, known

OBSTACLE = UUID("cccccccc-0000-4000-8000-000000000041")
NEED = UUID("cccccccc-0000-4000-8000-000000000042")
RIGHT = UUID("cccccccc-0000-4000-8000-000000000043")
THE_NEED = Delayed(what=Delayable.NEED, id=NEED)
THE_RIGHT = Delayed(what=Delayable.RIGHT, id=RIGHT)
THE_APPOINTMENT = Delayed(what=Delayable.APPOINTMENT, id=APPOINTMENT)

NO_CAR = ObstacleReported(
    occurred_at=MARCH_5,
    obstacle_id=OBSTACLE,
    kind=ObstacleKind.MOBILITY,
    non_take_up=NonTakeUp.NOT_ASKED,
    words="The bus no longer stops here.",
)
LIFTED = ObstacleLifted(
    occurred_at=MARCH_5 + timedelta(days=12, hours=23),
    obstacle_id=OBSTACLE,
    how=LiftedHow.TRANSPORT_FOUND,
    after_days=12,
)
CARE_NEEDED = NeedIdentified(
    occurred_at=MARCH_5, data_class=DataClass.HEALTH, need_id=NEED, kind=NeedKind.CARE
)
AME_ASKED = RightApplicationStarted(
    occurred_at=MARCH_5,
    data_class=DataClass.STATUS,
    rule_version="rights-2026",
    right_id=RIGHT,
    scheme=Scheme.AME,
)
RSA_HELD = RightDeclaredOpen(
    occurred_at=MARCH_5,
    rule_version="rights-2026",
    right_id=RIGHT,
    scheme=Scheme.RSA,
    starts_on=MARCH_5.date(),
)
PSYCHOLOGIST = AppointmentBooked(
    occurred_at=MARCH_5,
    data_class=DataClass.MENTAL_HEALTH,
    appointment_id=APPOINTMENT,
    booked_by=RELAIS,
    when=wall("2026-03-12T09:30"),
    kind=AppointmentKind.MENTAL_HEALTH,
    place="Main hall",
    with_organisation=PASS,
    with_name=None,
    needs=NeedsToGo(),
)


def report(
    pathway: Pathway,
    *,
    kind: ObstacleKind = ObstacleKind.MOBILITY,
    delays: Delayed | None = None,
    data_class: DataClass | None = None,
) -> ObstacleReported:
    return pathway.obstacles.report(
        obstacle_id=OBSTACLE,
        kind=kind,
        non_take_up=NonTakeUp.NOT_ASKED,
        delays=delays,
        words="The bus no longer stops here.",
        data_class=data_class,
        at=MARCH_5,
    )


def lift(pathway: Pathway, *, days: int = 12) -> ObstacleLifted:
    return pathway.obstacles.lift(
        obstacle_id=OBSTACLE,
        how=LiftedHow.TRANSPORT_FOUND,
        at=MARCH_5 + timedelta(days=days, hours=23),
    )


def test_an_obstacle_is_told_on_two_axes() -> None:
    given(opened()).when(report).then(NO_CAR)
    assert ObstacleReported.alone


def test_an_id_is_one_obstacles() -> None:
    given(opened(), NO_CAR).when(report).then_refused(ObstacleAlreadyKnown)


@pytest.mark.parametrize(
    ("kind", "code", "data_class"),
    [
        (ObstacleKind.COST, "FIN", DataClass.SOCIAL),
        (ObstacleKind.RIGHT, "RGT", DataClass.STATUS),
        (ObstacleKind.SUPPLY, "OFF", DataClass.SOCIAL),
        (ObstacleKind.CARE_REFUSED, "REF", DataClass.HEALTH),
        (ObstacleKind.SUFFERING, "PSY", DataClass.MENTAL_HEALTH),
        (ObstacleKind.CHILDCARE, "FAM", DataClass.SOCIAL),
        (ObstacleKind.VIOLENCE, "FAM", DataClass.PROTECTION),
    ],
)
def test_an_obstacle_is_counted_by_its_code_and_has_the_class_of_what_it_tells(
    kind: ObstacleKind, code: str, data_class: DataClass
) -> None:
    assert kind.code == code
    given(opened()).when(lambda pathway: report(pathway, kind=kind)).then(
        NO_CAR.model_copy(update={"kind": kind, "data_class": data_class})
    )


@pytest.mark.parametrize(
    ("there", "delays", "data_class"),
    [
        (CARE_NEEDED, THE_NEED, DataClass.HEALTH),
        (AME_ASKED, THE_RIGHT, DataClass.STATUS),
        (RSA_HELD, THE_RIGHT, DataClass.SOCIAL),
        (PSYCHOLOGIST, THE_APPOINTMENT, DataClass.MENTAL_HEALTH),
    ],
)
def test_an_obstacle_is_never_less_sensitive_than_what_it_delays(
    there: Fact, delays: Delayed, data_class: DataClass
) -> None:
    given(opened(), there).when(lambda pathway: report(pathway, delays=delays)).then(
        NO_CAR.model_copy(update={"delays": delays, "data_class": data_class})
    )


def test_words_may_raise_the_class_of_an_obstacle() -> None:
    given(opened()).when(lambda pathway: report(pathway, data_class=DataClass.HEALTH)).then(
        NO_CAR.model_copy(update={"data_class": DataClass.HEALTH})
    )


@pytest.mark.parametrize(
    ("history", "delays"),
    [
        ((), THE_NEED),
        ((), THE_RIGHT),
        ((), THE_APPOINTMENT),
        ((CARE_NEEDED,), Delayed(what=Delayable.RIGHT, id=NEED)),
        (
            (
                CARE_NEEDED,
                NeedEnteredInError(
                    occurred_at=MARCH_5, data_class=DataClass.HEALTH, need_id=NEED, corrects=2
                ),
            ),
            THE_NEED,
        ),
        (
            (
                RSA_HELD,
                RightEnteredInError(
                    occurred_at=MARCH_5, rule_version="rights-2026", right_id=RIGHT, corrects=2
                ),
            ),
            THE_RIGHT,
        ),
    ],
)
def test_an_obstacle_delays_something_of_this_pathway(
    history: tuple[Fact, ...], delays: Delayed
) -> None:
    given(opened(), *history).when(lambda pathway: report(pathway, delays=delays)).then_refused(
        NothingDelayed
    )


def test_an_obstacle_is_lifted_after_whole_days() -> None:
    given(opened(), NO_CAR).when(lift).then(LIFTED)


def test_an_obstacle_is_lifted_once() -> None:
    given(opened(), NO_CAR, LIFTED).when(lift).then_refused(ObstacleAlreadyLifted)
    given(opened()).when(lift).then_refused(ObstacleUnknown)


def test_an_obstacle_is_lifted_after_it_was_met() -> None:
    given(opened(), NO_CAR).when(lambda pathway: lift(pathway, days=-2)).then_refused(
        LiftedBeforeReported
    )


def test_the_end_of_an_obstacle_that_is_not_known_changes_nothing() -> None:
    assert known(opened(), LIFTED).obstacles == known(opened()).obstacles
