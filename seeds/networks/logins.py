"""Who can sign in to the demo, and as what."""

from collections.abc import Iterable, Mapping

from pydantic import SecretStr

from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Desk, Membership
from domain.kernel import Value
from domain.members import Member
from seeds.networks.founding import administrator, auditor, coordinator, member_of
from seeds.networks.networks import demo

HOST = "demo.example"


class DemoHat(Value):
    """One of the memberships of an account."""

    organisation: str  # its name
    member: Member


class DemoLogin(Value):
    """An invented member who can sign in; the same human may have several hats."""

    email: str
    name: str
    hats: tuple[DemoHat, ...]


def logins() -> list[DemoLogin]:
    """Those of the demo who can sign in, the administrator first."""
    found = {
        who.human: DemoLogin(
            email=email_of(who.human),
            name=who.name,
            hats=(DemoHat(organisation=demo().founder.name, member=acting),),
        )
        for who, acting in (
            (demo().administrator, administrator(demo())),
            (demo().coordinator, coordinator(demo())),
            (demo().auditor, auditor(demo())),
        )
    }
    for network in demo().networks:
        for house in network.organisations:
            for who in (one for one in house.members if one.signs_in):
                hat = DemoHat(
                    organisation=house.description.name, member=member_of(network, house, who)
                )
                known = found.get(who.human)
                hats = (*known.hats, hat) if known else (hat,)
                found[who.human] = DemoLogin(email=email_of(who.human), name=who.name, hats=hats)
    return list(found.values())


def open_logins(desk: Desk, logins: Iterable[DemoLogin], passwords: Mapping[str, str]) -> None:
    """Let each of them sign in with the password of their address; those who can already stay."""
    for login in logins:
        if desk.accounts.find(login.email) is None:
            asked = OpenAccount(email=login.email, password=SecretStr(passwords[login.email]))
            open_account(desk, asked, [_membership(hat.member) for hat in login.hats])


def _membership(member: Member) -> Membership:
    return Membership(member.id, member.organisation_id)


def email_of(human: str) -> str:
    return f"{human}@{HOST}"
