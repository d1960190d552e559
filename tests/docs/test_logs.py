"""The page for operators explains each line that the code may log."""

import re

from tests.docs.test_asvs import ROOT

LOGGED = re.compile(
    r"(?:log|get_logger\(\))\.(?:info|warning|error|debug|exception)\(\s*\"([\w.]+)\""
)


def test_every_event_of_the_log_is_explained() -> None:
    code = [
        path.read_text("utf-8")
        for folder in ("api", "application", "domain", "infrastructure", "workers")
        for path in (ROOT / folder).rglob("*.py")
    ]
    events = {event for text in code for event in LOGGED.findall(text)}
    assert len(events) > 15
    page = (ROOT / "docs" / "operations.md").read_text("utf-8")
    assert sorted(event for event in events if f"`{event}`" not in page) == []
