from threading import Event

from workers.tidying import keep_tidying


def test_tidying_begins_at_once_and_ends_when_told() -> None:
    stop, tidied = Event(), []

    def tidy() -> None:
        tidied.append(True)
        stop.set()

    keep_tidying(tidy, stop)
    assert tidied == [True]
