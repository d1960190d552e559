from tests.cli.cordee import Cordee


def test_nothing_is_pending_where_nothing_was_asked(demo: Cordee) -> None:
    assert demo.read("erasures", "pending") == []
    assert demo.read("erasures", "resume") == []
    assert "Every erasure is over." in demo.run("erasures", "resume").stderr


def test_retention_says_first_what_it_would_do(demo: Cordee) -> None:
    would = demo.read("retention", "run", "--dry-run")
    assert demo.read("retention", "run", "--dry-run") == would
    assert demo.read("retention", "run") == would
