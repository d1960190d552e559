"""What the page of a pathway shows, from one look at it."""

from typing import Any

from api.console.pathway import offers as o
from api.console.pathway.acts import Act, acts
from api.console.pathway.alike import alike_of
from api.console.pathway.areas import areas_of
from api.console.pathway.around import circle_of
from api.console.pathway.band import band_of
from api.console.pathway.head import head_of
from api.console.pathway.items import Shelf
from api.console.pathway.leafing import Leafing
from api.console.pathway.looking import Looked
from api.console.pathway.next_steps import next_steps
from api.console.pathway.reaching import reaching_of
from api.console.pathway.spans import spans_of
from api.console.pathway.step import Ahead
from api.console.pathway.timeline import Chronicle, areas_among, organisations_among
from api.console.pathway.wanting import goals_of, living_of
from api.console.pathway.why import Why
from api.console.sentences.sentence import AREAS


def content_of(look: Looked) -> dict[str, Any]:
    """Everything but the frame: who the person is, what is next, what happened."""
    seen, telling = look.story.seen, look.telling
    shelf = Shelf(seen, look.visit.by, telling)
    return {
        "pathway_id": look.pathway_id,
        "asked": look.asked,
        "is_past": telling.is_past,
        "is_empty": not look.story.entries,
        "head": head_of(seen.pathway, telling),
        "main": () if telling.is_past else main_acts(look),
        "reaching": reaching_of(seen, telling),
        "circle": circle_of(seen, look.knots, look.names, telling),
        "goals": goals_of(seen, telling),
        "living": living_of(seen, telling),
        "alike": alike_of(look.visit.house.network, seen, look.visit.by, telling),
        "steps": () if telling.is_past else next_steps(_ahead(look)),
        "areas": areas_of(shelf),
        "band": band_of(spans_of(seen, telling), telling),
        **_timeline(look),
    }


def main_acts(look: Looked) -> tuple[Act, ...]:
    say, here = look.telling, f"/pathways/{look.pathway_id}"
    paper = Act(say.gettext("Paper to hand over"), f"{here}/receipt")
    pathway = look.story.seen.pathway
    if not pathway.sharing.is_followed_by(look.visit.by.organisation_id):
        return (*acts(say, o.REOPEN, pathway_id=look.pathway_id), paper)
    add = Act(say.gettext("Add…"), f"{here}/adding")
    return (add, *acts(say, o.REFER, o.INTERVIEW, pathway_id=look.pathway_id), paper)


def _ahead(look: Looked) -> Ahead:
    rules = look.visit.house.network.rules.on(look.telling.today)
    return Ahead(look.story.seen.pathway, look.visit.by, rules, look.telling)


def _timeline(look: Looked) -> dict[str, Any]:
    story, telling, asked = look.story, look.telling, look.asked
    why = Why(story.seen.pathway, look.visit.by, telling)
    chronicle = Chronicle(story, telling, why, look.knots, look.pathway_id)
    noted = chronicle.noted()
    leafing = Leafing(look.visit.house.opaque, look.pathway_id)
    leaf = leafing.leaf(noted, asked.wanted, before=asked.before, most=asked.entries)
    shown = {one.number for one in leaf.noted}
    at_once = chronicle.taken_over(noted)
    return {
        "by_day": chronicle.by_day(leaf.noted, at_once),
        "at_once": at_once.values(),
        "leaf": leaf,
        "earlier": asked.again(before=leaf.next) if leaf.next else "",
        "latest": asked.again() if asked.before else None,
        "link_to": lambda number: _link(leafing, noted, number, shown),
        "of_areas": [(area, AREAS[area]) for area in areas_among(noted)],
        "of_organisations": [
            (one, telling.name(one), look.knots.get(one)) for one in organisations_among(noted)
        ],
    }


def _link(leafing: Leafing, noted: list[Any], number: int, shown: set[int]) -> str:
    """Where an entry stands: on this page, or on the one that begins with it."""
    if number in shown:
        return f"#e{number}"
    place = next(place for place, one in enumerate(noted) if one.number == number)
    before = f"?before={leafing.token(noted[place - 1].number)}" if place else ""
    return f"/pathways/{leafing.pathway_id}{before}#e{number}"
