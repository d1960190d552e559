"""The OpenAPI document: our problems instead of the framework's, and how to read it."""

from collections.abc import Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from api.problems import Problem

ABOUT = """\
One shared pathway a person: rights, relay to common law, care appointments, follow-up.

Sign in with `POST /v1/sessions`, then send `Authorization: Bearer ...`. Every command may carry an
`Idempotency-Key`. Refusals are problem documents (RFC 9457) with a stable `code`. What you may
not see answers exactly as what does not exist.
"""
REF = "#/components/schemas/{model}"
OF_THE_FRAMEWORK = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Let the application describe itself in our words."""
    app.openapi = partial(_document, app, routes)  # type: ignore[method-assign] # FastAPI's own documented way


def _document(app: FastAPI, routes: Sequence[BaseRoute]) -> dict[str, Any]:
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title, version=version("cordee"), description=ABOUT, routes=routes
        )
        schemas = document["components"]["schemas"]
        for name in OF_THE_FRAMEWORK:
            schemas.pop(name, None)
        problem = Problem.model_json_schema(ref_template=REF)
        schemas.update(problem.pop("$defs"), Problem=problem)
        app.openapi_schema = document
    return app.openapi_schema
