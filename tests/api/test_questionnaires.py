from uuid import uuid4

from domain.epices import Question
from tests.api.conftest import As

ALL = {question: question is Question.DIFFICULTY_IN_MONTH for question in Question}
SOME = {"couple": False, "sport": True}


def test_a_score_is_shown_where_every_question_was_answered(as_: As) -> None:
    ines = as_("ines")
    epices = f"{ines.pathway()}/epices"
    ines.recorded(epices, answers=ALL)
    ines.recorded(epices, answers=SOME)
    whole, part = ines.reads(epices).json()
    assert (whole["score"], whole["precarious"], whole["not_answered"]) == (89.94, True, [])
    assert (part["score"], part["precarious"], len(part["not_answered"])) == (None, None, 9)
    assert whole["scale"] == "epices-2006"


def test_answers_are_withdrawn(as_: As) -> None:
    ines = as_("ines")
    epices = f"{ines.pathway()}/epices"
    answered = f"{epices}/{ines.recorded(epices, answers=SOME)}"
    ines.recorded(f"{answered}/withdrawal")
    assert ines.reads(epices).json() == []
    assert ines.refused(f"{answered}/withdrawal") == (404, "questionnaire-unknown")


def test_answers_are_yes_or_no_to_questions_of_the_scale(as_: As) -> None:
    ines = as_("ines")
    epices = f"{ines.pathway()}/epices"
    assert ines.refused(epices, answers={}) == (409, "nothing-answered")
    wrongs: list[object] = [{"horse": True}, {"sport": "often"}, [], None]
    for wrong in wrongs:
        assert ines.refused(epices, answers=wrong)[0] == 422
    assert ines.refused(f"{epices}/{uuid4()}/withdrawal")[0] == 404
