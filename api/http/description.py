"""The OpenAPI document: our problems instead of the framework's, and how to read it."""

import json
import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from api.problems import Problem

ABOUT = """\
One shared pathway a person: rights, relay to common law, care appointments, follow-up.

Sign in with POST /v1/sessions, then send the header Authorization: Bearer, with the token. With \
several memberships, choose first the one to act under.

Every command may carry an Idempotency-Key: sent again under the same key, it is done once and \
gets its first answer; another request under that key is refused.

What was read carries an ETag. Where a blind write would be dangerous, it must be sent back in \
If-Match; what has visibly changed since is refused, what changed elsewhere is not.

A command answers with Cordee-Position: send it as min_position to read a list that already \
counts it.

Refusals are problem documents (RFC 9457) with a stable code. What you may not see answers \
exactly as what does not exist. Every answer carries a Correlation-Id.
"""
TAGS = {
    "sessions": "Signing in, acting under one membership, signing out.",
    "pathways": "Opened when somebody is met; read by the organisations that share them.",
    "person": "Who the person is, how they live, how they are reached.",
    "household": "Who is counted, the children, and who decides for them.",
    "circle": "The organisations around the person.",
    "sharing": "On which grounds: what the person was told, agrees to, objects to.",
    "rights": "From the first paper to the last day.",
    "referrals": "Relays to common law, from the request to what became of it.",
    "appointments": "Booked, moved, kept or not.",
    "follow-up": "Hearing from the person again, at their pace.",
    "reminders": "What the person wishes of them, and what became of each.",
    "deliveries": "What the gateway for texts tells of them, signed.",
    "needs": "What the person needs, what stands in the way, what they want.",
    "mediation": "Going along, what care costs, what is given up, sessions held, how it ended.",
    "consultations": "Of health centres: counted by facility and year, told on pathways.",
    "facilities": "Maternal centres, shelters, parenthood support: their places, and who stays.",
    "screening": "Rapid tests, for those who may see them; what makes them possible; counts.",
    "notes": "What professionals write down.",
    "rights of the person": "What is held of them: a copy, everything erased, one entry erased.",
    "duplicates": "One person met twice: pathways compared, linked, told apart.",
    "caseloads": "Handed over in one act, or lent for dated holidays.",
    "workshops": "Places in workshops, and whether the person came.",
    "activities": "What organisations do that is about no person: outreach, days, prevention.",
    "lists": "Across pathways: what is due, what is asked, what is on, who is meant.",
    "observatory": "Figures of a period and a territory, each of which can be counted again.",
    "publications": "Tables of a year for everybody: prepared, published for good, read.",
    "inbox": "What a member is told of: recalled to them, to be called, not delivered.",
    "organisations": "The network: its organisations, their agreements and members.",
    "audit": "Mandates, granted by two people, and what is read under them.",
    "health": "Whether this installation can serve.",
}
REF = "#/components/schemas/{model}"
ONE_NAME_EACH = {  # words of several parts of the field that have the same name
    "domain__activity__preventions__Audience": "PreventionAudience",
    "domain__activity__words__Happening": "ActivityHappening",
    "domain__reminders__rules__Audience": "ReminderAudience",
    "application__traces__trace__Purpose": "LookPurpose",
    "domain__pathway__follow_up__Purpose": "FollowUpPurpose",
    "domain__pathway__pace__SuspensionReason": "ContactSuspensionReason",
    "domain__rights__schemes__SuspensionReason": "RightSuspensionReason",
}
SIGN_IN = "post-v1-sessions"
SESSION = {
    "type": "http",
    "scheme": "bearer",
    "description": "The token that POST /v1/sessions gave.",
}
OF_THE_FRAMEWORK = ("HTTPValidationError", "ValidationError")
CORRELATION = {"schema": {"type": "string"}, "description": "Finds this answer in the logs."}


def describe(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Let the application describe itself in our words."""

    def described() -> dict[str, Any]:
        app.openapi_schema = app.openapi_schema or document_of(routes)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign] # FastAPI's own documented way


def document_of(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """The OpenAPI document of these routes."""
    document = get_openapi(
        title="Cordée",
        version=version("cordee"),
        description=ABOUT,
        routes=routes,
        separate_input_output_schemas=False,
        tags=[{"name": name, "description": about} for name, about in TAGS.items()],
    )
    schemas = document["components"]["schemas"]
    for name in OF_THE_FRAMEWORK:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template=REF)
    schemas.update(problem.pop("$defs"), Problem=problem)
    document["components"]["securitySchemes"] = {"session": SESSION}
    for path, method, operation in _operations(document):
        operation["operationId"] = f"{method}{re.sub(r'[^a-z0-9]+', '-', path.lower())}".strip("-")
        if "401" in operation["responses"] and operation["operationId"] != SIGN_IN:
            operation["security"] = [{"session": []}]
        for response in operation["responses"].values():
            response.setdefault("headers", {})["Correlation-Id"] = CORRELATION
    return _renamed(document)


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def _renamed(document: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps(document)
    for long, short in ONE_NAME_EACH.items():
        text = text.replace(long, short)
    renamed: dict[str, Any] = json.loads(text)
    return renamed
