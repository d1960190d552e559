"""`cordee observatory`: the coordinator's figures, and the same counted again from the events."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import typer
from pydantic import SecretStr

from api.cli.pathways import ActingUnder, Email, Password, signed_in
from api.cli.presenting import AsJson, print_json, print_table, reporting, say
from api.cli.settings import Data, settings_from
from api.composition import Installation, opened_installation, opened_views
from api.http.opaque import NotOurs, Opaque, Purpose
from api.languages.choosing import Language
from api.observatory.shown import FigureShown, FiguresShown
from api.observatory.told import Named, told, told_again
from application.accounts.sign_in import SignIn
from application.observatory.read_figures import read_figures
from application.observatory.replay_figures import replay_figures
from application.receipts.naming import Directory
from domain.observatory.asked import FiguresAsked, Split

First = Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="The first day.")]
Last = Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="The last day.")]
Organisation = Annotated[
    UUID | None, typer.Option("--organisation", help="Only what this one did.")
]
Commune = Annotated[
    str | None, typer.Option("--commune", help="Of people who lived there; INSEE code.")
]
By = Annotated[Split, typer.Option("--by", help="What each figure is told by.")]
Spoken = Annotated[Language, typer.Option(help="The language of names and definitions.")]
At = Annotated[str, typer.Option("--position", help="The position that came with figures.")]

app = typer.Typer(help="Figures, each of which can be counted again.", no_args_is_help=True)


@app.callback()
def observatory() -> None:
    """Figures are told to coordinators: counting is done as somebody, with their password."""


@app.command()
def show(
    *,
    first: First,
    last: Last,
    email: Email,
    password: Password,
    membership: ActingUnder = None,
    organisation: Organisation = None,
    commune: Commune = None,
    by: By = Split.NOTHING,
    language: Spoken = Language.ENGLISH,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Show every indicator over a period, with the position it was computed at."""
    asked = _asked(first, last, organisation, commune, by)
    account, settings = SignIn(email=email, password=SecretStr(password)), settings_from(data)
    with (
        opened_installation(settings) as here,
        signed_in(here, account, membership) as member,
        opened_views(settings, here.store) as views,
    ):
        found = read_figures(here.network, views.tables, asked, member)
        position = closed(here, found.position)
        shown = told(found, language, position=position, named=named_in(here))
    _print(shown, as_json=as_json)


@app.command()
def replay(
    *,
    position: At,
    first: First,
    last: Last,
    email: Email,
    password: Password,
    membership: ActingUnder = None,
    organisation: Organisation = None,
    commune: Commune = None,
    by: By = Split.NOTHING,
    language: Spoken = Language.ENGLISH,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Count the figures of a position again from the events; the numbers are the same."""
    asked = _asked(first, last, organisation, commune, by)
    account, settings = SignIn(email=email, password=SecretStr(password)), settings_from(data)
    with (
        opened_installation(settings) as here,
        signed_in(here, account, membership) as member,
        reporting() as report,
    ):
        found = replay_figures(
            here.network,
            asked,
            member,
            position=opened(here, position),
            progress=lambda done, total: report("Events", done, total),
        )
        shown = told_again(found, language, position=position, named=named_in(here))
    _print(shown, as_json=as_json)
    say(f"{shown.erased_since} pathways were erased since and are not counted any more.")
    say(f"{shown.taken_out_since} entries were found since to be in the wrong file.")


def _asked(
    first: datetime, last: datetime, organisation: UUID | None, commune: str | None, by: Split
) -> FiguresAsked:
    return FiguresAsked(
        first=first.date(),
        last=last.date(),
        organisation_id=organisation,
        commune=commune,
        split=by,
    )


def _opaque(here: Installation) -> Opaque:
    return Opaque(here.store.keyring.secret("opaque"))


def closed(here: Installation, position: int) -> str:
    """A position as it is told outside."""
    return _opaque(here).close(position.to_bytes(8), purpose=Purpose.POSITION)


def named_in(here: Installation) -> Named:
    return Directory(here.network.log).organisation


def opened(here: Installation, token: str) -> int:
    """The position that was told.

    Raises:
        BadParameter: it is none of ours.
    """
    try:
        return int.from_bytes(_opaque(here).open(token, purpose=Purpose.POSITION))
    except NotOurs:
        raise typer.BadParameter("no position of ours", param_hint="--position") from None


def _print(shown: FiguresShown, *, as_json: bool) -> None:
    if as_json:
        print_json(shown)
        return
    print_table([row for figure in shown.figures for row in _rows(figure)], title=shown.territory)
    say(f"Position: {shown.position}")


def _rows(figure: FigureShown) -> list[dict[str, object]]:
    if figure.whole is None:
        return []
    cells = [("", figure.whole), *((cell.label, cell) for cell in figure.cells if cell.label)]
    return [
        {
            "Figure": "" if label else figure.name,
            "Kind": label,
            "Number": f"{cell.number:g}",
            "Unit": figure.unit,
            "People": cell.people,
        }
        for label, cell in cells
    ]
