"""`cordee pathways`: reading one pathway at the command line, as a member would."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import typer
from pydantic import SecretStr, TypeAdapter

from api.cli.presenting import AsJson, print_json, print_table
from api.cli.settings import Data, settings_from
from api.composition import Installation, opened_installation
from application.accounts.choose_membership import choose_membership
from application.accounts.recognise import acting, recognise
from application.accounts.sign_in import SignIn, sign_in
from application.pathways.looking import PathwayAsked
from application.pathways.read_timeline import TimelineEntry, read_timeline
from domain.members import Member

LEFT_OUT = frozenset({"occurred_at", "data_class", "rule_version"})  # shown elsewhere, or not
HERE = "command line"  # where the session is opened from, for throttling

PathwayId = Annotated[UUID, typer.Argument(metavar="ID")]
Email = Annotated[
    str, typer.Option(prompt="E-mail address", help="Of your account: reading is done as somebody.")
]
Password = Annotated[
    str,
    typer.Option(prompt=True, hide_input=True, envvar="CORDEE_PASSWORD", show_envvar=True),
]
ActingUnder = Annotated[
    UUID | None, typer.Option("--membership", help="The membership to act under, of several.")
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z"],
        help="As it was known at that instant, such as 2026-03-01T12:00:00Z.",
    ),
]

app = typer.Typer(help="Reading one pathway, as a member would.", no_args_is_help=True)


@app.callback()
def pathways() -> None:
    """Nobody reads anonymously, even on the machine that holds the data: each look is traced."""


@app.command()
def show(
    pathway_id: PathwayId,
    *,
    email: Email,
    password: Password,
    membership: ActingUnder = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Show the timeline of a pathway, as you may see it."""
    asked = PathwayAsked(pathway_id, as_of=as_of)
    account = SignIn(email=email, password=SecretStr(password))
    with (
        opened_installation(settings_from(data)) as here,
        signed_in(here, account, membership) as member,
    ):
        entries = read_timeline(here.network, here.traces, asked, member)
    if as_json:
        print_json([_entry(entry) for entry in entries])
    else:
        print_table([_row(entry) for entry in entries])


@contextmanager
def signed_in(here: Installation, account: SignIn, membership_id: UUID | None) -> Iterator[Member]:
    """Act as a member, in a session that ends with the command."""
    token = sign_in(here.desk, account, address=HERE).token
    try:
        if membership_id is not None:
            choose_membership(here.desk, token=token, membership_id=membership_id)
        yield acting(here.desk, recognise(here.desk, token=token))
    finally:
        here.desk.sessions.close(token)


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    return {
        "topic": entry.fact.topic,
        "recorded_at": entry.recorded_at,
        "actor_id": entry.actor_id,
        "organisation_id": entry.organisation_id,
        "ground": entry.ground,
        "pathway_id": entry.pathway_id,
        "fact": entry.fact.model_dump(mode="json", exclude={"other_id", "linked_id"}),
    }


def _row(entry: TimelineEntry) -> dict[str, Any]:
    said = {
        name: value
        for name, value in entry.fact
        if name not in LEFT_OUT and value is not None and not isinstance(value, UUID)
    }
    plain = TypeAdapter(dict[str, Any]).dump_python(said, mode="json")
    return {
        "Occurred": f"{entry.fact.occurred_at:%Y-%m-%d %H:%M}",
        "Recorded": f"{entry.recorded_at:%Y-%m-%d %H:%M}" if entry.recorded_at else "",
        "What": entry.fact.topic,
        "Class": entry.fact.data_class,
        "Said": ", ".join(f"{name}: {value}" for name, value in plain.items()),
    }
