"""What a viewer may not see leaves no trace in what they get."""

from statistics import median
from time import perf_counter

import pytest
from httpx2 import Response

from tests.api.conftest import As, Place
from tests.api.people import People
from tests.api.speaking import Speaker
from tests.faults.storms import save

HIDDEN = 50
OF_EACH_ANSWER = {"correlation-id"}  # drawn anew for each
PARTS = (
    "",
    "/timeline",
    "/notes",
    "/circle",
    "/sharing",
    "/access",
    "/needs",
    "/referrals",
    "/reminders",
)
WHEN = {"wall": "2030-12-01T10:00:00", "zone": "Europe/Paris"}


def shared(as_: As, people: People) -> tuple[Speaker, Speaker, str]:
    """The nurse follows the person with the mediator, who sees no health data."""
    ines, lise = as_("ines"), as_("lise")
    awa = ines.pathway()
    ines.recorded(f"{awa}/notes", text="Elle garde ses papiers.")
    ask = {"service": "food_aid", "outside_service": "Épicerie du Bourg"}
    ines.recorded(f"{awa}/referrals", ask=ask)
    ines.invites_to_care(awa, people.hospital)
    lise.recorded(f"{awa}/circle/acceptance")
    return ines, lise, awa


def hide(lise: Speaker, awa: str, *, times: int = HIDDEN) -> None:
    for number in range(times):
        match number % 4:
            case 0:
                need = {"kind": "care", "data_class": "health"}
                lise.recorded(f"{awa}/needs", **need)
            case 1:
                lise.recorded(f"{awa}/notes", text="Suit un traitement.", data_class="health")
            case 2:
                ask = {"service": "dental_care", "outside_service": "Cabinet du Marché"}
                lise.recorded(f"{awa}/referrals", ask=ask)
            case 3:
                meeting = {"kind": "medical", "place": "1 rue du Pont", "with_name": "Cabinet"}
                lise.recorded(f"{awa}/appointments", meeting=meeting, when=WHEN)


def told(answer: Response) -> tuple[int, bytes, list[tuple[str, str]]]:
    headers = [pair for pair in answer.headers.items() if pair[0] not in OF_EACH_ANSWER]
    return answer.status_code, answer.content, headers


def everything(
    ines: Speaker, awa: str, referral: str
) -> list[tuple[int, bytes, list[tuple[str, str]]]]:
    """All that the mediator is answered: what is there, lists, what is refused."""
    parts = [ines.reads(f"{awa}{part}") for part in PARTS]
    lists = [ines.reads(path) for path in ("/caseload", "/referrals", "/agenda", "/inbox")]
    item = ines.reads(f"{awa}/referrals/{referral}")
    assert item.headers["etag"]
    return [told(answer) for answer in (*parts, *lists, item)]


def test_fifty_hidden_facts_change_no_byte_of_any_answer(
    place: Place, as_: As, people: People
) -> None:
    ines, lise, awa = shared(as_, people)
    referral = ines.reads(f"{awa}/referrals").json()[0]["id"]
    place.project()
    before = everything(ines, awa, referral)
    hide(lise, awa)
    assert everything(ines, awa, referral) == before  # while the lists are behind
    place.project()
    assert everything(ines, awa, referral) == before
    assert len(lise.reads(f"{awa}/timeline").json()) > HIDDEN


@pytest.mark.long
def test_fifty_hidden_facts_cost_no_time_that_tells(
    as_: As, people: People, evenly: Speaker
) -> None:
    """A measurement: the median of a read in turn with and without differs by 5 % at most."""
    ines, lise, hiding = shared(as_, people)
    _, _, plain = shared(as_, people)
    hide(lise, hiding)
    for _ in range(200):  # what is seen is what costs
        for awa in (hiding, plain):
            ines.recorded(f"{awa}/notes", text="Elle garde ses papiers.")
    took: dict[str, list[float]] = {hiding: [], plain: []}
    for _ in range(400):
        for awa, times in took.items():
            started = perf_counter()
            evenly.reads(f"{awa}/timeline")
            times.append(perf_counter() - started)
    ratio = median(took[hiding]) / median(took[plain])
    p50 = {"with": round(median(took[hiding]) * 1e6), "without": round(median(took[plain]) * 1e6)}
    save(
        "hidden-latency",
        {"hidden": HIDDEN, "reads": 400, "p50 in microseconds": p50, "ratio": ratio},
    )
    assert ratio <= 1.05, f"hidden facts cost {ratio:.3f} times"
