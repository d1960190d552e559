"""A page of the field has several forms: each is filled in by what it does."""

from typing import Any

from httpx2 import Response

from tests.api.console.browsing import Browser, hidden_in


def carried(answer: Response, action: str) -> dict[str, Any]:
    """What the first form that does this carries hidden."""
    _, found, after = answer.text.partition(f'action="{action}"')
    assert found, action
    form = Response(200, text=after.partition("</form>")[0])
    return dict(hidden_in(form))


def count(browser: Browser, session: str, **typed: Any) -> Response:
    """Count somebody nameless."""
    return browser.sends(session, **(carried(browser.opens(session), session) | typed))


def take_back(browser: Browser, session: str, page: Response) -> Response:
    """Take back whoever was counted last, from the page that says so."""
    action = f"{session}/taken-back"
    return browser.sends(action, **carried(page, action))
