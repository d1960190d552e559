"""`cordee pathways receipt`: the person's receipt, into a file that is printed."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import SecretStr

from api.cli.pathways import ActingUnder, Email, Password, PathwayId, signed_in
from api.cli.presenting import AsJson, print_json, say
from api.cli.settings import Data, settings_from
from api.composition import notice_of, opened_installation
from api.languages.choosing import Language
from api.receipts.page import page
from api.receipts.told import told
from application.accounts.sign_in import SignIn
from application.receipts.make_receipt import ReceiptAsked, make_receipt
from application.receipts.receipt import ReceiptVersion

Spoken = Annotated[Language, typer.Option(help="The language of the person.")]
Carried = Annotated[
    ReceiptVersion, typer.Option(help="carry: it says nothing of the person, at home neither.")
]
File = Annotated[Path, typer.Option("--to", help="The page to print; it must not exist yet.")]


def receipt(
    pathway_id: PathwayId,
    *,
    email: Email,
    password: Password,
    membership: ActingUnder = None,
    language: Spoken = Language.FRENCH,
    version: Carried = ReceiptVersion.FULL,
    to: File = Path("receipt.html"),
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Make a person's receipt, as far as you may see; the look is traced."""
    if not as_json and to.exists():
        raise typer.BadParameter(f"there is something at {to} already", param_hint="--to")
    settings, account = settings_from(data), SignIn(email=email, password=SecretStr(password))
    with (
        opened_installation(settings) as here,
        signed_in(here, account, membership) as member,
    ):
        notice, asked = notice_of(settings), ReceiptAsked(pathway_id, version)
        shown = told(
            make_receipt(here.network, here.traces, notice, asked, member), notice, language
        )
    if as_json:
        print_json(shown)
        return
    to.touch(mode=0o600, exist_ok=False)
    to.write_text(page(shown), encoding="utf-8")
    say(f"Print it, hand it to the person, then delete it: {to}")
