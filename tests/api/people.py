"""Invented people of two organisations, and their accounts."""

from uuid import UUID

from argon2 import PasswordHasher

from application.accounts.open_account import OpenAccount, open_account
from application.accounts.ports import Desk, Hat
from domain.members import Member, MemberStatus, Profession, Role
from infrastructure.accounts.passwords import Argon2Passwords

RELAIS = UUID("aaaaaaaa-0000-4000-8000-000000000001")  # mediation network
CCAS = UUID("aaaaaaaa-0000-4000-8000-000000000002")  # communal social action centre
PASSWORD = "corde-de-rappel-12"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # tests hash a lot


def member(number: int, organisation_id: UUID, profession: Profession, *roles: Role) -> Member:
    return Member(
        id=UUID(int=0xBBBBBBBB_0000_4000_8000_000000000000 + number),
        organisation_id=organisation_id,
        profession=profession,
        status=MemberStatus.EMPLOYEE,
        roles=frozenset(roles or {Role.CASEWORKER}),
    )


INES = member(1, RELAIS, Profession.MEDIATOR)
PAUL = member(2, CCAS, Profession.SOCIAL_WORKER)
MAUD_AT_RELAIS = member(3, RELAIS, Profession.NURSE)
MAUD_AT_CCAS = member(4, CCAS, Profession.NURSE)
PEOPLE = {
    "ines@relais.example": [INES],
    "paul@ccas.example": [PAUL],
    "maud@relais.example": [MAUD_AT_RELAIS, MAUD_AT_CCAS],
}


def quick_passwords() -> Argon2Passwords:
    return Argon2Passwords(QUICK)


def open_accounts(desk: Desk) -> None:
    for email, hats in PEOPLE.items():
        open_account(
            desk,
            OpenAccount.model_validate({"email": email, "password": PASSWORD}),
            [Hat(hat.id, hat.organisation_id) for hat in hats],
        )
