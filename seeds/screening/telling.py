"""Rapid tests of the demo: what makes them possible, tests of some people, anonymous ones."""

import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from application.commands import Command
from application.ports import Recorded
from application.screening.count_anonymous_tests import (
    CountAnonymousTests,
    count_anonymous_tests,
)
from application.screening.declare_kit_lot import DeclareKitLot, declare_kit_lot
from application.screening.enter_screening_authorisation import (
    EnterScreeningAuthorisation,
    enter_screening_authorisation,
)
from application.screening.give_test_consent import GiveTestConsent, give_test_consent
from application.screening.order_confirmation import OrderConfirmation, order_confirmation
from application.screening.perform_rapid_test import PerformRapidTest, perform_rapid_test
from application.screening.read_rapid_test import ReadRapidTest, read_rapid_test
from application.screening.recall_kit_lot import RecallKitLot, recall_kit_lot
from application.screening.receive_confirmation import (
    ReceiveConfirmation,
    receive_confirmation,
)
from application.screening.tell_confirmation import TellConfirmation, tell_confirmation
from application.screening.train_operator import TrainOperator, train_operator
from application.sharing.close_pathway import ClosePathway
from seeds.activities.telling import DAY, Programme
from seeds.steps import Step, command_id
from seeds.stories.story import Story

FOLDER = Path(__file__).parent
GOOD_FOR = 300 * DAY  # kits, from the last day of the demo
A_READING, AGAIN = timedelta(minutes=20), timedelta(minutes=25)  # after a test
Act = Callable[..., Recorded]


@dataclass(frozen=True, slots=True)
class Demonstration:
    """The rapid tests of one programme, each step with an id of its own words."""

    programme: Programme
    said: dict[str, Any]

    def told(self, stories: Sequence[Story]) -> Iterator[Step]:
        """All of it, what makes tests possible first."""
        yield from self._allowed()
        for key, kit in self.said["lots"].items():
            yield self._lot(key, kit)
        there = [story for story in stories if self._is_followed(story)]
        for said, story in zip(self.said["people"], there, strict=False):
            yield from self._followed(said, story.pathway_id)
        for number, said in enumerate(self.said["anonymous"]):
            asked = {"lot_id": self._lot_id(said["lot"]), "counts": said["counts"]}
            at = self._at(said["days_ago"])
            yield self._step(count_anonymous_tests, CountAnonymousTests, at, number, **asked)
        for key, kit in self.said["lots"].items():
            if recall := kit.get("recalled"):
                asked = {"lot_id": self._lot_id(key), **_but(recall, "days_ago")}
                yield self._step(
                    recall_kit_lot, RecallKitLot, self._at(recall["days_ago"]), **asked
                )

    def _allowed(self) -> Iterator[Step]:
        at, kinds = self._at(self.said["authorised"]), self.said["kinds"]
        since = {"kinds": kinds, "starts_on": at.date()}
        asked = since | {"reference": self.said["reference"]}
        yield self._step(enter_screening_authorisation, EnterScreeningAuthorisation, at, **asked)
        house = self.said["by"][0]
        for key in self.said["operators"]:
            member = self.programme.member(house, key)
            yield self._step(train_operator, TrainOperator, at, key, **since, member_id=member.id)

    def _lot(self, key: str, kit: dict[str, Any]) -> Step:
        expires_on = (self.programme.now + GOOD_FOR).date()
        box = _but(kit, "recalled") | {"expires_on": expires_on}
        at = self._at(self.said["authorised"])
        return self._step(declare_kit_lot, DeclareKitLot, at, key, kit=box)

    def _followed(self, said: dict[str, Any], pathway_id: UUID) -> Iterator[Step]:
        """A person from the consent to what the laboratory found."""
        at, about = self._at(said["days_ago"]), {"pathway_id": pathway_id}
        lot_id, test_id = self._lot_id(said["lot"]), None
        asked = {"kinds": self.said["kinds"], "informed": True, "language": "fr"}
        yield self._step(give_test_consent, GiveTestConsent, at, pathway_id, **asked, **about)
        for number, result in enumerate(said["results"]):
            asked = {"lot_id": lot_id, "sample": "capillary_blood", "repeats": test_id, **about}
            making = self._step(
                perform_rapid_test, PerformRapidTest, at, pathway_id, number, **asked
            )
            test_id = making.command.id_for("test")
            about_it = about | {"test_id": test_id}
            yield making
            yield self._step(
                read_rapid_test, ReadRapidTest, at + A_READING, test_id, **about_it, result=result
            )
            at += AGAIN
        if "laboratory" in said:
            yield from self._confirmed(said, at, about_it)

    def _confirmed(
        self, said: dict[str, Any], at: datetime, about: dict[str, Any]
    ) -> Iterator[Step]:
        test_id, laboratory = about["test_id"], said["laboratory"]
        yield self._step(
            order_confirmation, OrderConfirmation, at, test_id, **about, laboratory=laboratory
        )
        received, told = self._at(said["received"]), self._at(said["told"])
        found = about | {"result": said["found"]}
        yield self._step(receive_confirmation, ReceiveConfirmation, received, test_id, **found)
        yield self._step(tell_confirmation, TellConfirmation, told, test_id, **about)

    def _step(
        self, act: Act, kind: type[Command], at: datetime, /, *words: object, **asked: Any
    ) -> Step:
        by = self.programme.member(*self.said["by"])
        identity = command_id(self.programme.network.key, "screening", kind.__name__, *words)
        command = kind.model_validate({"command_id": identity, "at": at, **asked})
        return Step(act, command, by)

    def _lot_id(self, key: str) -> UUID:
        return self._lot(key, self.said["lots"][key]).command.id_for("lot")

    def _at(self, days_ago: int) -> datetime:
        return self.programme.starts(self.said, days_ago=days_ago)

    def _is_followed(self, story: Story) -> bool:
        """Whether its organisation knew the person when it began to test, and still does."""
        ours = self.programme.member(*self.said["by"]).organisation_id
        first = max(said["days_ago"] for said in self.said["people"])
        closed = any(isinstance(step.command, ClosePathway) for step in story.told())
        return story.lead.id == ours and story.begins < self._at(first) and not closed


def tested(programme: Programme, stories: Sequence[Story]) -> Iterator[Step]:
    """The rapid tests of a network, where it makes any."""
    file = FOLDER / f"{programme.network.key}.toml"
    if file.exists():
        yield from Demonstration(programme, tomllib.loads(file.read_text("utf-8"))).told(stories)


def _but(said: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key != name}
