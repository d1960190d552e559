from uuid import uuid4

from tests.api.conftest import As


def test_a_need_is_noted_and_met(as_: As) -> None:
    ines = as_("ines")
    needs = f"{ines.pathway()}/needs"
    need = f"{needs}/{ines.recorded(needs, kind='care', words='Revoir un médecin.')}"
    ines.recorded(f"{need}/closing", outcome="met", words="C'est fait.")
    assert ines.refused(f"{need}/closing", outcome="met") == (409, "need-already-closed")
    ines.recorded(f"{need}/withdrawal")
    assert ines.refused(f"{need}/withdrawal") == (404, "need-unknown")


def test_an_obstacle_delays_something_and_is_lifted(as_: As) -> None:
    ines = as_("ines")
    awa = ines.pathway()
    need = ines.recorded(f"{awa}/needs", kind="housing")
    delays = {"what": "need", "id": need}
    obstacle = f"{awa}/obstacles/{ines.recorded(f'{awa}/obstacles', kind='MOB', delays=delays)}"
    ines.recorded(f"{obstacle}/lifting", how="transport_found")
    again = ines.refused(f"{obstacle}/lifting", how="transport_found")
    assert again == (409, "obstacle-already-lifted")
    nothing = {"what": "right", "id": str(uuid4())}
    assert ines.refused(f"{awa}/obstacles", kind="MOB", delays=nothing)[0] == 404


def test_a_goal_is_reached_or_abandoned(as_: As) -> None:
    ines = as_("ines")
    goals = f"{ines.pathway()}/goals"
    reached, abandoned = (
        f"{goals}/{ines.recorded(goals, words='Passer le permis.')}" for _ in range(2)
    )
    ines.recorded(f"{reached}/achievement", words="J'y suis arrivée.")
    ines.recorded(f"{abandoned}/abandonment")
    assert ines.refused(f"{reached}/abandonment") == (409, "goal-already-ended")
    assert ines.refused(f"{goals}/{uuid4()}/achievement") == (404, "goal-unknown")
