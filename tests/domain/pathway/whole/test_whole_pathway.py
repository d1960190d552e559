"""No sequence of decisions corrupts a pathway, and each ends as simple models foretell."""

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.domain.pathway.whole.circle import Circle
from tests.domain.pathway.whole.cover import Rights
from tests.domain.pathway.whole.days_ahead import DaysAhead
from tests.domain.pathway.whole.doubles import Doubles
from tests.domain.pathway.whole.home import Home
from tests.domain.pathway.whole.loops import Loops
from tests.domain.pathway.whole.machine import Whole
from tests.domain.pathway.whole.wants import Wants


class WholePathway(Circle, Home, Wants, Rights, Loops, DaysAhead, Doubles):
    """Everything at once."""


AS_FOUND = (Phase.generate,)  # shortening a sequence takes minutes: the long run does it
SHORTENED = (Phase.generate, Phase.shrink)
CONCERNS = [Circle, Home, Wants, Rights, Loops, DaysAhead, Doubles]


def drive(machine: type[Whole], *, examples: int, steps: int, phases: tuple[Phase, ...]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            phases=phases,
            report_multiple_bugs=False,
            deadline=None,
            database=None,
        ),
    )


@pytest.mark.parametrize("concern", CONCERNS)
def test_no_sequence_of_decisions_corrupts_one_concern(concern: type[Whole]) -> None:
    drive(concern, examples=40, steps=50, phases=AS_FOUND)


def test_no_sequence_of_decisions_corrupts_the_whole() -> None:
    drive(WholePathway, examples=40, steps=50, phases=AS_FOUND)


@pytest.mark.long
@pytest.mark.parametrize("machine", [*CONCERNS, WholePathway])
def test_no_long_sequence_of_decisions_corrupts_a_pathway(machine: type[Whole]) -> None:
    drive(machine, examples=2_000, steps=150, phases=SHORTENED)
