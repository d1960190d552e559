"""`cordee demo`: the invented networks that one tries Cordée with."""

import shutil
import sys
from typing import Annotated

import typer

from api.cli.demo_files import DemoAccounts, read_accounts, read_state
from api.cli.presenting import AsJson, Sure, confirm, print_json, print_table, say
from api.cli.refusals import NoDemo, NoSuchLogin, NotADemo
from api.cli.settings import Data, settings_from
from api.composition import held

app = typer.Typer(help="The invented networks that one tries Cordée with.", no_args_is_help=True)


@app.command()
def accounts(*, as_json: AsJson = False, data: Data = None) -> None:
    """List who can sign in to the demo, with their passwords and what they are."""
    known = read_accounts(settings_from(data).data)
    if as_json:
        print_json(_listed(known))
    else:
        print_table(_rows(known), title="Everybody here is invented.")


@app.command()
def password(
    email: Annotated[str, typer.Argument(help="As `cordee demo accounts` lists it.")],
    *,
    data: Data = None,
) -> None:
    """Print the password of one demo login and nothing else, for scripts."""
    known = read_accounts(settings_from(data).data).passwords()
    if email not in known:
        raise NoSuchLogin
    sys.stdout.write(known[email] + "\n")


@app.command()
def reset(*, yes: Sure = False, data: Data = None) -> None:
    """Throw the demo's data away; a folder that holds a real network is refused."""
    folder = settings_from(data).data
    if not folder.exists():
        raise NoDemo
    if read_state(folder) is None:
        raise NotADemo
    with held(folder):
        confirm(f"Delete everything in {folder}?", sure=yes)
        shutil.rmtree(folder)
    say("The demo is gone. `make run` loads it again, with new passwords.")


def _listed(known: DemoAccounts) -> list[dict[str, object]]:
    return [
        {
            "email": account.login.email,
            "password": account.password,
            "name": account.login.name,
            "memberships": [
                {
                    "membership_id": hat.member.id,
                    "organisation_id": hat.member.organisation_id,
                    "organisation": hat.organisation,
                    "profession": hat.member.profession,
                    "status": hat.member.status,
                    "roles": sorted(hat.member.roles),
                }
                for hat in account.login.hats
            ],
        }
        for account in known.accounts
    ]


def _rows(known: DemoAccounts) -> list[dict[str, str]]:
    return [
        {
            "E-mail": account.login.email,
            "Password": account.password,
            "Name": account.login.name,
            "Works as": "\n".join(
                f"{hat.member.profession}, {hat.organisation}" for hat in account.login.hats
            ),
        }
        for account in known.accounts
    ]
