"""Where somebody is led once they signed in: a page of ours, never another site."""

from urllib.parse import urlsplit

HOME = "/"


def safe(to: str) -> str:
    """This path, if it is one of ours; else the first page."""
    parts = urlsplit(to.replace("\\", "/"))
    elsewhere = parts.scheme or parts.netloc or not to.startswith("/") or to.startswith("//")
    return HOME if elsewhere or not to.isprintable() else to
