"""What a data folder remembers of its demo: its plan, and the logins made for it."""

import os
import secrets
from pathlib import Path

from api.cli.refusals import NoDemo
from domain.kernel import Value
from seeds.loading import Plan
from seeds.networks.logins import DemoLogin, logins

PLAN, LOGINS = "demo.json", "demo-accounts.json"
PASSWORD_BYTES = 12


class DemoState(Value):
    """Written before the first step, so that a load cut short goes on with the same plan."""

    plan: Plan
    whole: bool = False


class Credentials(Value):
    login: DemoLogin
    password: str


class DemoAccounts(Value):
    """Passwords are made for each installation: a demo put on the Internet is not open to all."""

    accounts: tuple[Credentials, ...]

    def passwords(self) -> dict[str, str]:
        return {each.login.email: each.password for each in self.accounts}


def read_state(folder: Path) -> DemoState | None:
    try:
        return DemoState.model_validate_json((folder / PLAN).read_bytes())
    except FileNotFoundError:
        return None


def write_state(folder: Path, state: DemoState) -> None:
    _write(folder / PLAN, state)


def read_accounts(folder: Path) -> DemoAccounts:
    """The logins of the demo.

    Raises:
        NoDemo: none was loaded here.
    """
    try:
        return DemoAccounts.model_validate_json((folder / LOGINS).read_bytes())
    except FileNotFoundError:
        raise NoDemo from None


def made_accounts(folder: Path) -> DemoAccounts:
    """The logins of the demo; made, and kept for their owner only, the first time."""
    try:
        return read_accounts(folder)
    except NoDemo:
        made = DemoAccounts(
            accounts=tuple(
                Credentials(login=login, password=secrets.token_urlsafe(PASSWORD_BYTES))
                for login in logins()
            )
        )
        _write(folder / LOGINS, made)
        return made


def _write(path: Path, value: Value) -> None:
    """Replace the file at once, readable by its owner only."""
    draft = path.with_suffix(".draft")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(value.model_dump_json(indent=2) + "\n")
    draft.replace(path)
