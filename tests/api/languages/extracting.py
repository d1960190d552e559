"""What the interface says: every marked word of the code and of the templates."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract

API = Path(__file__).parents[3] / "api"
MARKS = {"_": None, "phrase": None, "gettext": None, "ngettext": (1, 2)}
OPTIONS = {"trim_blocks": "true", "extensions": "jinja2.ext.i18n"}


def said() -> set[str]:
    """Each message once; of a plural, its singular."""
    return {message for path in API.rglob("*") for message in _of(path)}


def _of(path: Path) -> Iterator[str]:
    kinds = {".py": "python", ".html": "jinja2.ext:babel_extract"}
    if path.suffix not in kinds:
        return
    found = extract(kinds[path.suffix], BytesIO(path.read_bytes()), MARKS, options=OPTIONS)
    for _, message, _, _ in found:
        yield message if isinstance(message, str) else message[0]
