"""`cordee reminders`: what the operator of an installation does for messages to leave."""

from typing import Annotated
from uuid import uuid4

import typer

from api.cli.presenting import AsJson, print_json, say
from api.cli.refusals import NoGateway, NotHandedIn
from api.cli.settings import settings_from
from api.composition import open_gateways
from application.reminders.postbox import Letter, NotDelivered
from domain.pathway.contacts import E164, E_MAIL
from domain.pathway.reminders import Channel

Number = Annotated[
    str, typer.Option("--to", prompt="Your own mobile, as +33639980001", help="Your own mobile.")
]
Address = Annotated[str, typer.Option("--to", prompt="Your own address", help="Your own address.")]
SHAPES = {Channel.TEXT: E164, Channel.EMAIL: E_MAIL}
TRIAL = "Message d'essai : la passerelle fonctionne. A trial: the gateway works."

app = typer.Typer(help="Messages to people.", no_args_is_help=True)


@app.callback()
def reminders() -> None:
    """They leave by themselves; here is what somebody looks at."""


@app.command(name="try-sms")
def try_sms(to: Number, *, as_json: AsJson = False) -> None:
    """Hand a text to oneself in to the gateway, to check the settings."""
    _try(Channel.TEXT, to, as_json=as_json)


@app.command(name="try-mail")
def try_mail(to: Address, *, as_json: AsJson = False) -> None:
    """Hand an e-mail to oneself in to the mail server, to check the settings."""
    _try(Channel.EMAIL, to, as_json=as_json)


def _try(channel: Channel, to: str, *, as_json: bool) -> None:
    if not SHAPES[channel].fullmatch(to):
        raise NotHandedIn("address-unusable")
    gateways = open_gateways(settings_from(None))
    if channel not in gateways.channels:
        raise NoGateway
    letter = Letter(key=uuid4(), channel=channel, to=to, subject="Cordée", text=TRIAL)
    try:
        name = gateways.deliver(letter)
    except NotDelivered as refused:
        raise NotHandedIn(refused.reason) from None
    if as_json:
        print_json({"key": letter.key, "message_id": name})
    else:
        say("The gateway took it. It comes within minutes, or the gateway knows why not.")
