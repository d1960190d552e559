"""`cordee accounts`: what the operator of an installation does for who cannot sign in."""

from typing import Annotated
from uuid import uuid4

import typer

from api.cli.presenting import AsJson, Sure, confirm, print_json, say
from api.cli.settings import Data, settings_from
from api.composition import opened_installation
from application.accounts.ports import Account, Desk, ResetAsked
from application.accounts.refusals import AccountUnknown
from application.accounts.send_password_resets import make_code

Address = Annotated[str, typer.Argument(metavar="EMAIL", help="The address of the account.")]
EVERYBODY = "Everybody who is signed in will have to sign in again. Go on?"

app = typer.Typer(help="Accounts, for who cannot sign in.", no_args_is_help=True)


@app.callback()
def accounts() -> None:
    """Administrators open accounts through the API; these need the machine itself."""


@app.command()
def reset(email: Address, *, as_json: AsJson = False, data: Data = None) -> None:
    """Make a code to choose a new password with, shown this once: hand it over yourself."""
    with opened_installation(settings_from(data)) as here:
        account, now = _account(here.desk, email), here.desk.clock()
        asked = ResetAsked(uuid4(), account.id, "", now)
        here.desk.resets.ask(asked)
        code = make_code(here.desk.resets, asked.id, at=now)
    if as_json:
        print_json({"code": code})
    else:
        say(f"The code, for thirty minutes and one use: {code}")


@app.command(name="sign-out")
def sign_out(email: Address, *, as_json: AsJson = False, data: Data = None) -> None:
    """End every session of an account at once."""
    with opened_installation(settings_from(data)) as here:
        closed = here.desk.sessions.close_all(_account(here.desk, email).id)
    _tell(closed, as_json=as_json)


@app.command(name="sign-everybody-out")
def sign_everybody_out(*, yes: Sure = False, as_json: AsJson = False, data: Data = None) -> None:
    """End every session there is at once."""
    settings = settings_from(data)
    confirm(EVERYBODY, sure=yes)
    with opened_installation(settings) as here:
        closed = here.desk.sessions.close_everybodys()
    _tell(closed, as_json=as_json)


def _account(desk: Desk, email: str) -> Account:
    account = desk.accounts.find(email)
    if account is None:
        raise AccountUnknown
    return account


def _tell(closed: int, *, as_json: bool) -> None:
    if as_json:
        print_json({"closed": closed})
    else:
        say(f"{closed} sessions were ended.")
