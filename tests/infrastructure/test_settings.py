import pytest
from pydantic import SecretStr, ValidationError

from infrastructure.settings import Group, Settings

A, B, C = (SecretStr(f"postgresql://{name}@db/cordee") for name in "abc")


@pytest.mark.parametrize(
    "wrong",
    [
        {"database_url": A},
        {"database_url": A, "keys_url": A},
        {"projector_url": C},
        {"projector_role": "projector"},
        {"public_url": "http://cordee.example"},
        {"smtp_host": "mail.example"},
    ],
)
def test_settings_that_do_not_go_together_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)


def test_views_are_written_by_their_own_url_where_there_is_one() -> None:
    alone = Settings(database_url=A, keys_url=B)
    apart = Settings(database_url=A, keys_url=B, projector_url=C)
    assert alone.postgres_of(Group.VIEWS, keeping=True) == A.get_secret_value()
    assert apart.postgres_of(Group.VIEWS, keeping=True) == C.get_secret_value()
    for settings in (alone, apart):
        assert settings.postgres_of(Group.VIEWS) == A.get_secret_value()
        assert settings.postgres_of(Group.DESK, keeping=True) == A.get_secret_value()
