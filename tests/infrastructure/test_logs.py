import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from infrastructure.logs import write_logs


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    write_logs()
    yield
    structlog.reset_defaults()


def test_a_line_is_json_with_what_the_request_is_known_by(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with structlog.contextvars.bound_contextvars(correlation_id="abc"):
        structlog.get_logger().info("area.fact", stream_id="1")
    written = capsys.readouterr()
    line = json.loads(written.err)
    assert written.out == ""
    assert (line["event"], line["correlation_id"], line["stream_id"]) == ("area.fact", "abc", "1")
    assert (line["level"], line["timestamp"][-1]) == ("info", "Z")


def test_who_tries_it_out_is_told_only_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    write_logs(all_is_told=False)
    structlog.get_logger().info("area.fact")
    structlog.get_logger().warning("area.trouble")
    written = capsys.readouterr().err
    assert [json.loads(line)["event"] for line in written.splitlines()] == ["area.trouble"]


def test_what_a_library_says_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    record = logging.LogRecord("a.library", logging.WARNING, "", 0, "Awa Diallo", None, None)
    assert logging.lastResort is not None
    logging.lastResort.handle(record)
    written = capsys.readouterr().err
    assert "a.library" in written
    assert "Awa" not in written
