"""`cordee init`: begin an empty, real network."""

import secrets
from typing import Annotated

import typer
from pydantic import SecretStr

from api.cli.presenting import AsJson, print_json, say
from api.cli.refusals import AlreadyFounded
from api.cli.settings import Data, settings_from
from api.composition import Installation, found_master_key, held, opened_installation, prepare
from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Membership
from application.organisations.found_network import FoundNetwork, found_network
from domain.organisation.organisation import FOUNDER, Organisation
from domain.organisation.registration import Description, OrganisationKind

PASSWORD_BYTES = 15

Name = Annotated[str, typer.Option("--organisation", prompt="Name of the first organisation")]
Kind = Annotated[OrganisationKind, typer.Option(prompt="Its kind")]
Territory = Annotated[str, typer.Option(prompt="The territory it serves")]
CallBack = Annotated[str, typer.Option(prompt="The number people can call back")]
TimeZone = Annotated[str, typer.Option(prompt="Its time zone")]
Administrator = Annotated[str, typer.Option(prompt="Name of the first administrator")]
Email = Annotated[str, typer.Option(prompt="The e-mail address they sign in with")]
MakePassword = Annotated[
    bool, typer.Option("--generate-password", help="Make a password and print it, once.")
]


def init(
    *,
    organisation: Name,
    kind: Kind = OrganisationKind.ASSOCIATION,
    territory: Territory,
    call_back: CallBack,
    time_zone: TimeZone = "Europe/Paris",
    administrator: Administrator,
    email: Email,
    generate_password: MakePassword = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Begin an empty network: tables, master key, first organisation and administrator."""
    password = _password(generate=generate_password)
    settings = settings_from(data)
    described = Description(
        name=organisation,
        kind=kind,
        territory=territory,
        call_back=call_back,
        time_zone=time_zone,
    )
    account = OpenAccount(email=email, password=SecretStr(password))
    with held(settings.data):
        prepare(settings)
        found_master_key(settings)
        with opened_installation(settings) as installation:
            membership = _founded(installation, described, administrator)
            open_account(installation.desk, account, [membership])
    told = {
        "organisation_id": membership.organisation_id,
        "membership_id": membership.membership_id,
        "email": account.email,
        "master_key": settings.master_key_path,
    } | ({"password": password} if generate_password else {})
    if as_json:
        print_json(told)
    else:
        _tell(told)


def _password(*, generate: bool) -> str:
    if generate:
        return secrets.token_urlsafe(PASSWORD_BYTES)
    said: str = typer.prompt(
        "Password, 12 characters or more", hide_input=True, confirmation_prompt=True, err=True
    )
    return said


def _founded(installation: Installation, described: Description, name: str) -> Membership:
    """Found the network; after an interruption, go on with the administrator it was given.

    Raises:
        AlreadyFounded: it was founded, and somebody can sign in.
    """
    network = installation.network
    founder = network.log.load(Organisation, FOUNDER)
    if founder.version == 0:
        command = FoundNetwork(
            description=described, agreement_from=network.clock().date(), administrator=name
        )
        found_network(network, command)
        return Membership(command.membership_id, FOUNDER)
    if not installation.desk.accounts.is_empty():
        raise AlreadyFounded
    return Membership(next(iter(founder.enrolment.by_id)), FOUNDER)


def _tell(told: dict[str, object]) -> None:
    say("The network is founded. `cordee serve` opens its doors.")
    if "password" in told:
        say(f"{told['email']} signs in with this password, shown this once: {told['password']}")
    say(f"Copy {told['master_key']} to two safe places now: without it, nothing can be read.")
