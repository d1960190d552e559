"""Somebody who may sign in, for what is measured over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass

from api.composition import opened_installation
from application.accounts.sign_in import SignIn, sign_in
from domain.members import Member
from tests.api.people import PASSWORD, settle
from tests.benchmarks.places import Place


@dataclass(frozen=True)
class Somebody:
    """A mediator with a session, and what a server process is told to know them."""

    member: Member
    token: str
    environment: Mapping[str, str]


def somebody(place: Place) -> Somebody:
    with opened_installation(place.settings) as installation:
        if installation.desk.accounts.find("ines@cordee.example") is None:
            settle(installation.network, installation.desk)
        asked = SignIn.model_validate({"email": "ines@cordee.example", "password": PASSWORD})
        opened = sign_in(installation.desk, asked, address="127.0.0.1")
        membership = opened.memberships[0]
        member = installation.desk.members.member(membership)
    if member is None:
        raise RuntimeError("the invented mediator left")
    settings = place.settings
    environment = {
        "CORDEE_DATA": str(settings.data),
        "CORDEE_DATABASE_URL": settings.database_url.get_secret_value(),
        "CORDEE_KEYS_URL": settings.keys_url.get_secret_value(),
        "CORDEE_CONNECTIONS": "9",  # to each database: two servers share one PostgreSQL
        "LIBRARY_PLACE": place.library_place,
    }
    return Somebody(member, opened.token, environment)
