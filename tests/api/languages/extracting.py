"""What the interface says: marked words of the code and of the templates, and every refusal."""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import walk_packages

from babel.messages.extract import extract

from domain.refusals import DomainError

ROOT = Path(__file__).parents[3]
API = ROOT / "api"
MARKS = {"_": None, "phrase": None, "gettext": None, "ngettext": (1, 2)}
OPTIONS = {"trim_blocks": "true", "extensions": "jinja2.ext.i18n"}
REFUSING = ("domain", "application", "infrastructure", "api")
SPEAKS_ENGLISH = ("api.cli", "infrastructure.migrations")  # to operators; and what runs by itself


def said() -> set[str]:
    """Each message once; of a plural, its singular."""
    marked = {message for path in API.rglob("*") for message in _of(path)}
    return marked | {refusal.title for refusal in refusals()}


def refusals() -> set[type[DomainError]]:
    """Those that may be told on a page; what a command line refuses, it says in English."""
    for layer in REFUSING:
        for module in walk_packages([str(ROOT / layer)], f"{layer}."):
            if not module.name.startswith(SPEAKS_ENGLISH) and "__main__" not in module.name:
                import_module(module.name)
    return {one for one in _under(DomainError) if _is_told(one)}


def _under(refusal: type[DomainError]) -> Iterator[type[DomainError]]:
    for one in refusal.__subclasses__():
        yield one
        yield from _under(one)


def _is_told(refusal: type[DomainError]) -> bool:
    """Tests and other doors may have loaded refusals of their own."""
    home = refusal.__module__
    return (
        home.partition(".")[0] in REFUSING
        and not home.startswith(SPEAKS_ENGLISH)
        and hasattr(refusal, "title")
    )


def _of(path: Path) -> Iterator[str]:
    kinds = {".py": "python", ".html": "jinja2.ext:babel_extract"}
    if path.suffix not in kinds:
        return
    found = extract(kinds[path.suffix], BytesIO(path.read_bytes()), MARKS, options=OPTIONS)
    for _, message, _, _ in found:
        yield message if isinstance(message, str) else message[0]
