"""Whether a form was sent from a page of ours: another site cannot make a browser act here."""

from urllib.parse import urlsplit

from fastapi import Request

from api.problems import DoorRefusal
from domain.refusals import Forbidden

READS = frozenset({"GET", "HEAD", "OPTIONS"})
FROM_HERE = frozenset({"same-origin", "none"})  # of Sec-Fetch-Site; none: typed by the user


class SentFromElsewhere(DoorRefusal, Forbidden):
    code = "sent-from-elsewhere"
    title = "This was not sent from a page of Cordée: open the page here, then do it again."


def must_be_ours(request: Request) -> None:
    """Refuse what another site makes a browser send.

    Browsers say where a request comes from in `Sec-Fetch-Site`, older ones in `Origin`; what says
    neither comes from no browser that another site could use.

    Raises:
        SentFromElsewhere: the browser says that it comes from elsewhere.
    """
    if request.method in READS:
        return
    told = request.headers.get("sec-fetch-site")
    if told is not None:
        ours = told in FROM_HERE
    else:
        origin = request.headers.get("origin")
        ours = origin is None or urlsplit(origin).netloc == request.headers.get("host", "")
    if not ours:
        raise SentFromElsewhere
