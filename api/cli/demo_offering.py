"""The logins of the demo as its sign-in page offers them."""

from collections.abc import Iterator
from pathlib import Path

from api.cli.demo_files import Credentials, read_accounts
from api.http.house import OfferedLogin
from domain.members import Role

TRIED_FOR = (Role.ADMINISTRATOR, Role.AUDITOR, Role.CASEWORKER, Role.COORDINATOR)  # rarest first


def offered_logins(folder: Path) -> tuple[OfferedLogin, ...]:
    """Those of the demo in a data folder, each under the role it is tried for.

    Raises:
        NoDemo: none was loaded here.
    """
    return tuple(_offered(read_accounts(folder).accounts))


def _offered(accounts: tuple[Credentials, ...]) -> Iterator[OfferedLogin]:
    for account in accounts:
        roles = {role for hat in account.login.hats for role in hat.member.roles}
        yield OfferedLogin(
            email=account.login.email,
            password=account.password,
            name=account.login.name,
            role=next(role for role in TRIED_FOR if role in roles),
            hats=tuple((hat.organisation, hat.member.profession) for hat in account.login.hats),
        )
