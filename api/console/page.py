"""A page of the console, in the language and the size of whoever reads it."""

from functools import lru_cache
from typing import Any

from jinja2 import Environment
from starlette.responses import Response

from api.console.look import SCRIPT_URL, STYLESHEET
from api.console.navigation import entries_for, to_answer
from api.console.said import SAID
from api.console.visit import Guest, Visitor
from api.console.wearing import hat_in_words
from api.console.wording.labels import label
from api.languages.choosing import LANGUAGES, Language
from api.languages.templates import templates_of
from api.languages.words import words_in

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SHARED = ("api.observatory", "api.publications")  # packages whose pages are shown here too


def page(visitor: Visitor, template: str, *, status: int = 200, **content: Any) -> Response:
    """What a template says to a visitor, with the frame of the console around it."""
    html = (
        console_templates(visitor.language)
        .get_template(template)
        .render(
            visit=visitor,
            lang=visitor.language,
            languages=LANGUAGES,
            days=visitor.days,
            entries=entries_for(visitor),
            to_answer=to_answer(visitor),
            hat=hat_in_words(visitor) if isinstance(visitor, Guest) else "",
            signed_in=isinstance(visitor, Guest),
            stylesheet=STYLESHEET,
            script=SCRIPT_URL,
            said=SAID.get(visitor.said, ""),
            **content,
        )
    )
    return Response(html, status, headers_for(visitor), media_type="text/html")


def headers_for(visitor: Visitor) -> dict[str, str]:
    return {
        "Content-Security-Policy": POLICY,
        "Referrer-Policy": "same-origin",  # where there is none, browsers tell no origin either
        "Content-Language": visitor.language,
        "Vary": "Accept-Language, Cookie",
    }


@lru_cache
def console_templates(language: Language) -> Environment:
    """Our templates; in them, `label` says any word of the domain in the language."""
    templates, gettext = templates_of("api.console", language, *SHARED), words_in(language).gettext
    templates.globals["label"] = lambda value: gettext(label(value))
    return templates
