"""Say again in the right file what somebody needs, hopes for, owes or gave up."""

from uuid import UUID

from application.erasures.said import EntryNotMoved, Said
from domain.kernel import Fact
from domain.members import Member
from domain.pathway.accompaniments.facts import AccompanimentPlanned
from domain.pathway.accompaniments.words import Journey
from domain.pathway.debts import CareDebtReported, Debt
from domain.pathway.goals import GoalAgreed
from domain.pathway.needs import NeedIdentified
from domain.pathway.obstacles.facts import ObstacleReported
from domain.pathway.pathway import Pathway
from domain.pathway.questionnaires import EpicesAnswered
from domain.pathway.renunciations import CareRenounced


def need_said(entry_id: UUID, first: Fact) -> Said:
    at, data_class = first.occurred_at, first.data_class
    match first:
        case NeedIdentified():
            kind, words = first.kind, first.words
            return lambda right: right.needs.identify(
                need_id=entry_id, kind=kind, words=words, data_class=data_class, at=at
            )
        case ObstacleReported():
            stands = first
            return lambda right: right.obstacles.report(
                obstacle_id=entry_id,
                kind=stands.kind,
                non_take_up=stands.non_take_up,
                words=stands.words,
                data_class=data_class,
                at=at,
            )
        case GoalAgreed():
            agreed = first
            return lambda right: right.goals.agree(
                goal_id=entry_id,
                words=agreed.words,
                hoped_by=agreed.hoped_by,
                data_class=data_class,
                at=at,
            )
        case EpicesAnswered():
            answers = first.answers
            return lambda right: right.questionnaires.answer(
                questionnaire_id=entry_id, answers=answers, at=at
            )
    raise EntryNotMoved


def mediation_said(entry_id: UUID, wrong: Pathway, first: Fact, by: Member) -> Said:
    at = first.occurred_at
    match first:
        case CareDebtReported():
            now = wrong.debts.by_id[first.debt_id]
            debt = Debt(
                creditor=now.creditor,
                cents=now.cents,
                named=now.named,
                since=now.since,
                data_class=now.data_class,
            )
            return lambda right: right.debts.report(debt_id=entry_id, debt=debt, at=at)
        case CareRenounced():
            renounced = first
            return lambda right: right.renunciations.renounce(
                renunciation_id=entry_id,
                given_up=renounced.given_up,
                reason=renounced.reason,
                words=renounced.words,
                data_class=renounced.data_class,
                at=at,
            )
        case AccompanimentPlanned():
            journey = Journey(
                on=first.on, place=first.place, why=first.why, data_class=first.data_class
            )
            return lambda right: right.accompaniments.plan(
                accompaniment_id=entry_id, journey=journey, by=by.organisation_id, at=at
            )
    raise EntryNotMoved
