"""What is already known of what a form asks: it is filled in, and may be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from application.activities.read_activity import read_activity
from application.pathways.told import notes_told

if TYPE_CHECKING:
    from api.console.forms.asking import Asking

Known = Mapping[str, Any]


def nothing(_: Asking) -> Known:
    return {}


def today(asking: Asking) -> Known:
    """Today, under each name that routes give to the day of what is told."""
    day = asking.today
    return {"on": day, "starts_on": day, "starts": day, "counted": {"on": day}}


def identity(asking: Asking) -> Known:
    return {"identity": asking.pathway.person.identity}


def usual_name(asking: Asking) -> Known:
    return {"called": asking.pathway.person.called}


def living_situation(asking: Asking) -> Known:
    person = asking.pathway.person
    return {"housing": person.housing, "commune": person.commune}


def household(asking: Asking) -> Known:
    return {"composition": asking.pathway.household.composition}


def language_spoken(asking: Asking) -> Known:
    spoken = asking.pathway.person.interpreter
    return {"point": {"language": spoken, "safe": True}} if spoken else {}


def period(asking: Asking) -> Known:
    """The latest days of cover of a right."""
    right = asking.pathway.rights.by_id.get(asking.ids["right_id"])
    if right is None or not (periods := (*right.periods, *right.withheld)):
        return {}
    last = periods[-1]
    return {
        "period_starts_on": last.starts_on,
        "starts_on": last.starts_on,
        "ends_on": last.ends_on,
    }


def next_period(asking: Asking) -> Known:
    """A renewal goes on where the latest period ends."""
    ends_on = period(asking).get("ends_on")
    return {"starts_on": ends_on + timedelta(days=1)} if ends_on else {}


def appointment_to_move(asking: Asking) -> Known:
    one = asking.pathway.appointments.by_id.get(asking.ids["appointment_id"])
    if one is None:
        return {}
    return {"to": {"when": one.when, "place": one.place, "place_is_neutral": one.place_is_neutral}}


def attendance(asking: Asking) -> Known:
    one = asking.pathway.appointments.by_id.get(asking.ids["appointment_id"])
    return {"attendance": one.attendance} if one else {}


def needs_to_go(asking: Asking) -> Known:
    one = asking.pathway.appointments.by_id.get(asking.ids["appointment_id"])
    return {"needs": one.needs} if one else {}


def journey(asking: Asking) -> Known:
    """To the next appointment for which the person needs somebody."""
    awaited = [
        one
        for one in asking.pathway.appointments.by_id.values()
        if one.is_awaited and one.needs.accompaniment and one.when.instant >= asking.now
    ]
    if not awaited:
        return {}
    one = min(awaited, key=lambda each: each.when.instant)
    return {"journey": {"on": one.when.wall.date(), "place": one.place, "appointment_id": one.id}}


def note(asking: Asking) -> Known:
    told = notes_told(asking.seen.events) if asking.seen else []
    return next(({"text": one.text} for one in told if one.id == asking.ids["note_id"]), {})


def follow_up(asking: Asking) -> Known:
    one = asking.pathway.follow_ups.by_id.get(asking.ids["follow_up_id"])
    return {"mode": one.mode, "due_on": one.due_on} if one else {}


def stay(asking: Asking) -> Known:
    one = asking.pathway.stays.by_id.get(asking.ids["stay_id"])
    return {"until": one.until} if one else {}


def notice(asking: Asking) -> Known:
    return {"language": asking.pathway.person.interpreter or asking.visit.language}


def happening_now(asking: Asking) -> Known:
    return {"happening": {"starts_at": asking.now, "team": [asking.visit.by.id]}}


def activity(asking: Asking) -> Known:
    """What was said of an activity, whatever its kind."""
    found = read_activity(asking.visit.house.network, asking.ids["activity_id"], asking.visit.by)
    return {
        "happening": found.holding.happening,
        "kind": found.outreach.kind,
        "day": found.health_days.day,
        "action": found.preventions.action,
        "training": found.trainings.training,
        "body": found.bodies.body,
        "workshop": found.workshops.workshop,
    }


def own_organisation(asking: Asking) -> Known:
    return {"organisation_id": asking.visit.by.organisation_id, "time_zone": asking.visit.zone}


def zone(asking: Asking) -> Known:
    return {"description": {"time_zone": asking.visit.zone}}


def description(asking: Asking) -> Known:
    return {"description": asking.directory.description(asking.ids["organisation_id"])}


def roles(asking: Asking) -> Known:
    found = asking.directory.membership(asking.ids["organisation_id"], asking.ids["membership_id"])
    return {"roles": found.hat.roles} if found else {}
