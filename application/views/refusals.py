"""Refusals of those who run the views."""

from domain.refusals import Conflict, NotFound


class NoSuchView(NotFound):
    code = "no-such-view"
    title = "There is no view of that name."


class NotParked(NotFound):
    code = "not-parked"
    title = "This stream is not parked."


class AnotherRebuild(Conflict):
    code = "another-rebuild"
    title = "Another process rebuilds this view: wait until it is done."
