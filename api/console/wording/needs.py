"""Words for what people need, and for what keeps them from it."""

from api.console.wording.tables import Tables
from api.languages.words import phrase
from api.observatory import categories
from domain.epices import Question
from domain.pathway.debts import Creditor, DebtState, SettledHow
from domain.pathway.needs import NeedKind, NeedOutcome
from domain.pathway.obstacles.words import Delayable, LiftedHow, ObstacleKind
from domain.pathway.renunciations import Care, LedTo

NEEDS: Tables = {
    NeedKind: categories.NEEDS,
    NeedOutcome: {
        NeedOutcome.MET: phrase("Met"),
        NeedOutcome.PARTLY_MET: phrase("Partly met"),
        NeedOutcome.GIVEN_UP: phrase("Given up"),
        NeedOutcome.NO_LONGER: phrase("No longer there"),
    },
    ObstacleKind: categories.OBSTACLES,
    Delayable: {
        Delayable.RIGHT: phrase("Right"),
        Delayable.APPOINTMENT: phrase("Appointment"),
        Delayable.NEED: phrase("Need"),
    },
    LiftedHow: {
        **categories.LIFTED,
        LiftedHow.ENTERED_IN_ERROR: phrase("Entered in error"),
    },
    Care: {value: categories.GIVEN_UP[value] for value in Care},
    LedTo: {
        **categories.LED_TO,
        LedTo.ENTERED_IN_ERROR: phrase("Entered in error"),
    },
    Creditor: categories.CREDITORS,
    DebtState: {
        DebtState.CLAIMED: phrase("Claimed"),
        DebtState.DISPUTED: phrase("Disputed"),
        DebtState.REMISSION_ASKED: phrase("Remission asked for"),
        DebtState.IN_INSTALMENTS: phrase("Paid in instalments"),
        DebtState.SETTLED: phrase("Settled"),
    },
    SettledHow: categories.SETTLED,
    Question: {
        Question.SOCIAL_WORKER: phrase("Do you meet a social worker at times?"),
        Question.COMPLEMENTARY_INSURANCE: phrase("Do you have a complementary health insurance?"),
        Question.COUPLE: phrase("Do you live with a partner?"),
        Question.HOME_OWNER: phrase("Do you own your home?"),
        Question.DIFFICULTY_IN_MONTH: phrase(
            "Are there times in the month when you have real difficulty paying for what "
            "you need (food, rent, electricity)?"
        ),
        Question.SPORT: phrase("Did you do any sport in the last twelve months?"),
        Question.SHOW: phrase("Did you go to a show in the last twelve months?"),
        Question.HOLIDAYS: phrase("Did you go on holiday in the last twelve months?"),
        Question.WIDER_FAMILY: phrase(
            "In the last six months, did you have contact with relatives other than your "
            "parents or children?"
        ),
        Question.COULD_BE_HOUSED: phrase(
            "If you were in difficulty, could somebody around you put you up for some days?"
        ),
        Question.COULD_BE_HELPED: phrase(
            "If you were in difficulty, could somebody around you help you materially?"
        ),
    },
}
