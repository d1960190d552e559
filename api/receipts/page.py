"""A receipt as a page to print: one file that needs nothing else and runs nothing."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from api.languages.dates import Days
from api.languages.templates import templates_of
from api.receipts.shown import ReceiptShown

STYLE = (Path(__file__).parent / "assets" / "receipt.css").read_text("utf-8")
HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{HASH}'; base-uri 'none'; form-action 'none'"
HEADERS = {"Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'"}


def page(shown: ReceiptShown) -> str:
    """The whole page; its style is inside, so that a saved file prints as it should."""
    template = templates_of("api.receipts", shown.language).get_template(f"{shown.version}.html")
    return template.render(
        receipt=shown,
        days=Days(shown.language, shown.time_zone or "UTC"),
        style=Markup(STYLE),  # noqa: S704 (our own file)
        policy=POLICY,
    )
