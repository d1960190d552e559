from dataclasses import replace
from datetime import date
from uuid import UUID

from application.views.list_organisations import list_organisations
from application.views.organisations import OrganisationFilter, OrganisationRow
from application.views.pages import PageAsked
from domain.organisation.agreements import AgreementSigned
from domain.organisation.registration import (
    Description,
    OrganisationDescribed,
    OrganisationKind,
    OrganisationRegistered,
)
from tests.domain.pathway.people import MARCH_4, MARCH_5
from tests.infrastructure.views.scene import Scene


def described(name: str, kind: OrganisationKind = OrganisationKind.ASSOCIATION) -> Description:
    return Description(
        name=name,
        kind=kind,
        territory="Combrailles",
        call_back="04 99 99 00 01",
        time_zone="Europe/Paris",
    )


def register(scene: Scene, number: int, description: Description) -> None:
    registered = OrganisationRegistered(occurred_at=MARCH_4, description=description)
    scene.tell_organisation(UUID(int=number), registered)


def listed(scene: Scene, **wanted: object) -> list[OrganisationRow]:
    asked = replace(OrganisationFilter(), **wanted)  # type: ignore[arg-type] # named by each test
    return list(list_organisations(scene.views, wanted=asked).entries)


def test_an_organisation_is_listed_as_it_describes_itself_now(scene: Scene) -> None:
    register(scene, 1, described("Le Relais"))
    agreement = AgreementSigned(
        occurred_at=MARCH_4,
        agreement_id=UUID(int=9),
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    renamed = OrganisationDescribed(occurred_at=MARCH_5, description=described("Le Grand Relais"))
    scene.tell_organisation(UUID(int=1), renamed, agreement)
    scene.project()
    (row,) = listed(scene)
    assert (row.name, row.sorted_as) == ("Le Grand Relais", "grand relais")
    assert (row.partner_from, row.partner_until) == (date(2026, 1, 1), date(2026, 12, 31))


def test_organisations_are_found_by_kind_and_by_words_of_their_name(scene: Scene) -> None:
    register(scene, 1, described("Écoute 63"))
    register(scene, 2, described("Hôpital de Riom", OrganisationKind.HEALTH_STRUCTURE))
    scene.project()
    assert [row.name for row in listed(scene, kind=OrganisationKind.HEALTH_STRUCTURE)] == [
        "Hôpital de Riom"
    ]
    assert [row.name for row in listed(scene, named="ECOU")] == ["Écoute 63"]
    assert listed(scene, named="%") == listed(scene)


def test_the_directory_is_in_order_of_names_page_after_page(scene: Scene) -> None:
    for number, name in enumerate(("Zénith", "Abri", "École", "Eau", "abri")):
        register(scene, number, described(name))
    scene.project()
    seen, page = list[str](), PageAsked(size=2)
    while True:
        found = list_organisations(scene.views, page=page)
        seen += [row.name for row in found.entries]
        if found.next is None:
            break
        page = replace(page, after=found.next)
    assert seen == ["Abri", "abri", "Eau", "École", "Zénith"]
