"""`cordee report`: the yearly report of a programme, into a file for its funders."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from api.cli.observatory import closed, named_in, opened
from api.cli.pathways import ActingUnder, Email, Password, signed_in
from api.cli.presenting import AsJson, print_json, reporting, say
from api.cli.settings import Data, settings_from
from api.composition import opened_installation, opened_views, programmes
from api.languages.choosing import Language
from api.observatory.report import report_page, report_sheet, report_told
from application.accounts.sign_in import SignIn
from application.observatory.report_year import report_year
from domain.programme import programme_named


class Format(StrEnum):
    HTML = "html"
    CSV = "csv"


Year = Annotated[int, typer.Argument(metavar="YEAR")]
Code = Annotated[str, typer.Option("--programme", help="The code of the programme.")]
Spoken = Annotated[Language, typer.Option(help="The language of the report.")]
File = Annotated[Path | None, typer.Option("--to", help="The file; it must not exist yet.")]
As = Annotated[Format, typer.Option("--format", help="html: to print; csv: for a spreadsheet.")]
At = Annotated[
    str | None, typer.Option("--position", help="That of a report made before, to count it again.")
]


def report(
    year: Year,
    *,
    programme: Code,
    email: Email,
    password: Password,
    membership: ActingUnder = None,
    position: At = None,
    as_: As = Format.HTML,
    language: Spoken = Language.FRENCH,
    to: File = None,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Write the yearly report of a programme: figures, cost, funders, difficulties, testimonies."""
    file = to or Path(f"{programme}-{year}.{as_}")
    if not as_json and file.exists():
        raise typer.BadParameter(f"there is something at {file} already", param_hint="--to")
    settings, account = settings_from(data), SignIn(email=email, password=SecretStr(password))
    wanted = programme_named(programmes(settings.programmes), programme)
    with (
        opened_installation(settings) as here,
        signed_in(here, account, membership) as member,
        opened_views(settings, here.store) as views,
        reporting() as progress,
    ):
        made = report_year(
            here.network,
            views.tables,
            wanted,
            year,
            member,
            position=opened(here, position) if position else None,
            progress=lambda done, total: progress("Events", done, total),
        )
        told = position or closed(here, made.figures.position)
        shown = report_told(made, language, position=told, named=named_in(here))
    if as_json:
        print_json(shown)
        return
    again = position is not None
    written = report_page(shown, again=again) if as_ is Format.HTML else report_sheet(shown)
    file.write_text(written, encoding="utf-8")
    say(f"Written: {file}")
