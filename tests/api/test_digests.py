import pytest

from tests.api.conftest import As
from tests.api.speaking import Speaker

CHOICE = {"language": "fr", "at": "07:30:00", "zone": "Europe/Paris"}


def asks(speaker: Speaker, method: str, **said: object) -> int:
    sent = {"json": said} if said else {}
    answer = speaker.client.request(
        method,
        "/v1/me/digest",
        headers=speaker.headers,
        **sent,  # type: ignore[arg-type] # a body, where there is one
    )
    return answer.status_code


def test_one_letter_a_day_is_chosen_for_oneself_and_ended(as_: As) -> None:
    ines = as_("ines")
    assert ines.reads("/me/digest").json() == {"digest": None}
    for _ in range(2):
        assert asks(ines, "PUT", **CHOICE) == 204
    assert ines.reads("/me/digest").json() == {"digest": CHOICE}
    assert as_("paul").reads("/me/digest").json() == {"digest": None}
    for _ in range(2):
        assert asks(ines, "DELETE") == 204
    assert ines.reads("/me/digest").json() == {"digest": None}


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "tlh"},
        {"zone": "Mars/Olympus"},
        {"zone": "../../etc/passwd"},
        {"at": "25:00"},
        {"at": "07:30:00+02:00"},
        {"at": 99},
        {"more": 1},
    ],
)
def test_what_is_no_choice_is_refused(as_: As, wrong: dict[str, object]) -> None:
    assert asks(as_("ines"), "PUT", **(CHOICE | wrong)) == 422
