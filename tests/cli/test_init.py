import stat

from tests.cli.cordee import FOUNDING, Cordee


def test_a_network_begins_with_one_organisation_and_one_administrator(cordee: Cordee) -> None:
    told = cordee.read(*FOUNDING, "--generate-password")
    assert told["email"] == "camille@example.org"
    assert len(told["password"]) >= 12


def test_the_master_key_and_its_folder_are_the_owner_s_only(cordee: Cordee) -> None:
    cordee.read(*FOUNDING, "--generate-password")
    assert stat.S_IMODE((cordee.data / "master.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(cordee.data.stat().st_mode) == 0o700


def test_a_password_is_asked_for_twice_and_never_shown(cordee: Cordee) -> None:
    secret = "a long enough sentence"
    result = cordee.run(*FOUNDING, typed=f"{secret}\n{secret}\n")
    assert result.exit_code == 0, result.output
    assert secret not in result.output


def test_a_short_password_is_refused_before_anything_is_made(cordee: Cordee) -> None:
    result = cordee.run(*FOUNDING, typed="short\nshort\n")
    assert result.exit_code == 2
    assert "password" in result.stderr
    assert "short\n" not in result.stderr
    assert not cordee.data.exists()


def test_a_network_is_founded_once(cordee: Cordee) -> None:
    cordee.read(*FOUNDING, "--generate-password")
    cordee.refuses("already-founded", *FOUNDING, "--generate-password")


def test_invented_people_never_enter_a_real_network(cordee: Cordee) -> None:
    cordee.read(*FOUNDING, "--generate-password")
    cordee.refuses("not-a-demo", "seeds", "load")
    cordee.refuses("not-a-demo", "demo", "reset", "--yes")
    cordee.refuses("no-demo", "demo", "accounts")
