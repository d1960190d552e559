import stat

from api.composition import opened_installation
from application.audits.opening import AuditAsked
from application.audits.replay_pathway import replay_pathway
from application.mandates.list_mandates import MandateState, list_mandates
from domain.mandates.words import Reach
from seeds.networks.founding import administrator, auditor
from seeds.networks.networks import demo as the_demo
from tests.cli.cordee import Cordee
from tests.infrastructure.databases import on_sqlite


def test_the_demo_lists_who_can_sign_in_and_as_what(demo: Cordee) -> None:
    accounts = demo.read("demo", "accounts")
    organisations = {
        membership["organisation"] for one in accounts for membership in one["memberships"]
    }
    assert len(organisations) >= 10
    assert any(len(one["memberships"]) == 2 for one in accounts)
    roles = {role for one in accounts for hat in one["memberships"] for role in hat["roles"]}
    assert {"caseworker", "coordinator", "administrator", "auditor"} == roles
    assert len({one["password"] for one in accounts}) == len(accounts)


def test_the_passwords_of_the_demo_are_kept_for_their_owner_only(demo: Cordee) -> None:
    mode = (demo.data / "demo-accounts.json").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_one_password_is_printed_alone_for_scripts(demo: Cordee) -> None:
    account = demo.read("demo", "accounts")[0]
    assert demo.run("demo", "password", account["email"]).stdout == f"{account['password']}\n"
    demo.refuses("no-such-login", "demo", "password", "nobody@demo.example")


def test_loading_a_demo_again_changes_nothing(demo: Cordee) -> None:
    before = demo.read("demo", "accounts")
    first = demo.read("seeds", "load")
    assert demo.read("seeds", "load") == first
    assert first["people"] == 6
    assert demo.read("demo", "accounts") == before


def test_a_load_that_was_cut_short_goes_on_without_telling_anything_twice(demo: Cordee) -> None:
    whole = demo.read("seeds", "load")
    state = demo.data / "demo.json"
    state.write_text(state.read_text().replace('"whole": true', '"whole": false'))
    assert demo.read("seeds", "load") == whole


def test_the_auditor_of_the_demo_may_look_at_pathways(demo: Cordee) -> None:
    with opened_installation(on_sqlite(demo.data)) as here:
        listed = list_mandates(here.network, administrator(the_demo()))
        assert sorted(state for _, state in listed) == [
            MandateState.ASKED,
            MandateState.RUNNING,
            MandateState.RUNNING,
        ]
        (named,) = [one.scope for one, _ in listed if one.scope.reach is Reach.PATHWAYS]
        for pathway_id in named.ids:
            asked = AuditAsked(pathway_id)
            replay = replay_pathway(here.network, here.traces, asked, auditor(the_demo()))
            assert any(entry.may_read for entry in replay.entries)


def test_a_demo_grows(demo: Cordee) -> None:
    before = demo.read("seeds", "load")
    after = demo.read("seeds", "load", "--people", "8", "--processes", "2")
    assert after["people"] == 8
    assert after["events"] >= before["events"] + 30


def test_a_demo_is_thrown_away_only_when_its_owner_says_so(demo: Cordee) -> None:
    assert demo.run("demo", "reset", typed="n\n").exit_code == 1
    assert demo.data.exists()
    assert demo.run("demo", "reset", "--yes").exit_code == 0
    assert not demo.data.exists()
    demo.refuses("no-demo", "demo", "reset", "--yes")
