from tests.cli.cordee import Cordee

INIT = (
    *("init", "--organisation", "Relais", "--kind", "association", "--territory", "Combrailles"),
    *("--call-back", "+33199000000", "--time-zone", "Europe/Paris"),
    *("--administrator", "Claire Astier", "--email", "claire@relais.example"),
    "--generate-password",
)


def test_who_cannot_sign_in_is_given_a_code_by_the_operator(cordee: Cordee) -> None:
    assert cordee.run(*INIT).exit_code == 0
    code = cordee.read("accounts", "reset", "claire@relais.example")["code"]
    assert len(code) == 32
    assert "one use" in cordee.run("accounts", "reset", "claire@relais.example").output


def test_sessions_are_ended_by_the_operator(cordee: Cordee) -> None:
    assert cordee.run(*INIT).exit_code == 0
    assert cordee.read("accounts", "sign-out", "claire@relais.example") == {"closed": 0}
    assert cordee.run("accounts", "sign-everybody-out", typed="n\n").exit_code == 1
    assert cordee.read("accounts", "sign-everybody-out", "--yes") == {"closed": 0}


def test_an_address_that_nobody_has_is_refused(cordee: Cordee) -> None:
    assert cordee.run(*INIT).exit_code == 0
    for command in ("reset", "sign-out"):
        cordee.refuses("account-unknown", "accounts", command, "nobody@relais.example")
