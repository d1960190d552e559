"""How the workers are put together; the only module here that knows `infrastructure`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from threading import Event

from application.accounts.members import MembersInHistory
from application.accounts.send_password_resets import Resetting, send_password_resets
from application.clocks.clocks import Clocks
from application.digests.send_digests import Digesting, send_digests
from application.duplicates.ports import Matching
from application.inbox.tell_members import Telling, forget_old_items
from application.inbox.tell_unsettled import tell_unsettled
from application.network import Network
from application.ports import Clock
from application.reminders.postbox import Postbox
from application.reminders.reminding import Reminding
from application.retention.run_retention import run_retention
from application.traces.keeping import forget_old_traces
from domain.refusals import DomainError
from domain.reminders.rules import ReminderPack
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.password_resets import PasswordResetsInTables
from infrastructure.bookmarks import BookmarkInTables
from infrastructure.chores import Chore, ChoresInTables
from infrastructure.clocks.watches import WatchesInTables
from infrastructure.collecting import spare_what_lasts
from infrastructure.composition import (
    OpenViews,
    Store,
    opened_engine,
    opened_store,
    opened_traces,
    opened_views,
    tidy,
)
from infrastructure.desk import Desk
from infrastructure.digests.digests import DigestsInTables
from infrastructure.erasures.opening import opened_erasing
from infrastructure.inbox.inbox import InboxInTables
from infrastructure.reminders.calendars import holidays_of
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.guarded import guarded
from infrastructure.reminders.handed_in import NotingPostbox, open_handed_in
from infrastructure.reminders.opening import open_postbox, open_replies
from infrastructure.reminders.rules_in_force import RulesInForceInTables
from infrastructure.settings import Group, Settings
from seeds.rules.shipped import (
    reminder_rules,
    sharing_rules,
    shipped_referral_terms,
    shipped_retention,
    shipped_rules,
)
from seeds.templates.shipped import (
    reminder_wordings,
    shipped_digest_wordings,
    shipped_reset_wordings,
)
from workers.clocks import keep_clocks
from workers.embedded import ReminderThreads
from workers.housekeeping import Housekeeping, HousekeepingThread
from workers.inbox import keep_telling
from workers.loops import beside, running
from workers.matching import MatchingThread
from workers.metrics import count_letter, count_row, tell_gateway, watch_rows
from workers.processes import schedule, work
from workers.projector import Keeping, ProjectorThread, follow
from workers.tidying import keep_tidying


class RedisNotSet(DomainError):
    code = "redis-not-set"
    title = "Set CORDEE_REDIS_URL: without it, `cordee serve` does this work by itself."


@contextmanager
def opened_reminding(
    settings: Settings, store: Store, *, pack: ReminderPack | None = None
) -> Iterator[Reminding]:
    """What reminders need, over a history that is open; under the network's rules, or others."""
    with opened_engine(settings, Group.DESK) as desk, opened_traces(settings) as traces:
        rows = DueRowsInTables(Desk(desk), told=count_row)
        watch_rows(rows)
        yield Reminding(
            network=_network(settings, store),
            rows=rows,
            switches=RulesInForceInTables(Desk(desk)),
            inbox=InboxInTables(Desk(desk)),
            pack=pack or reminder_rules(settings.reminder_rules),
            referrals=shipped_referral_terms(),
            holidays=partial(holidays_of, alsace_moselle=settings.alsace_moselle),
            wordings=reminder_wordings(settings.reminder_templates),
            replies=open_replies(settings, store.keyring.secret, Desk(desk)),
            postbox=guarded(
                _postbox(settings, store, Desk(desk)), settings, tell_gateway, count_letter
            ),
            traces=traces,
            call_back=settings.call_back,
        )


def _postbox(settings: Settings, store: Store, desk: Desk) -> Postbox:
    """Letters by the gateways that are set; how each is named there is noted."""
    secret = store.keyring.secret
    return NotingPostbox(open_postbox(settings, secret), open_handed_in(desk, secret))


def _network(settings: Settings, store: Store, clock: Clock = lambda: datetime.now(UTC)) -> Network:
    """One that knows which classes each profession meets here: members are told by it."""
    classes_met = sharing_rules(settings.sharing_rules).classes_met()
    return Network(log=store.log, clock=clock, rules=shipped_rules(), classes_met=classes_met)


@contextmanager
def opened_telling(settings: Settings, store: Store) -> Iterator[Telling]:
    """What telling members needs, over a history that is open."""
    with opened_engine(settings, Group.DESK) as engine:
        desk = Desk(engine)
        network = _network(settings, store)
        yield Telling(network, InboxInTables(desk), BookmarkInTables(desk, "inbox"))


@contextmanager
def telling_members(settings: Settings, store: Store) -> Iterator[None]:
    """Tell members what facts ask of them from a thread of this process."""
    with (
        opened_telling(settings, store) as telling,
        beside(partial(keep_telling, telling), name="inbox"),
    ):
        yield


@contextmanager
def following_views(settings: Settings, store: Store) -> Iterator[ProjectorThread]:
    """Keep the views up to date from a thread of this process."""
    with (
        opened_views(settings, store) as views,
        running(ProjectorThread(_keeping(views))) as thread,
    ):
        yield thread


@contextmanager
def following_reminders(settings: Settings, store: Store) -> Iterator[None]:
    """Plan, hand out and send reminders from threads of this process."""
    with (
        tidying(settings, store),
        opened_reminding(settings, store) as reminding,
        running(ReminderThreads(reminding, workers=settings.worker_threads)),
    ):
        yield


@contextmanager
def tidying(settings: Settings, store: Store) -> Iterator[None]:
    """Drop what is no longer of use, now and then, from a thread of this process."""
    with beside(partial(keep_tidying, lambda: tidy(settings, store)), name="tidying"):
        yield


@contextmanager
def opened_housekeeping(settings: Settings, store: Store) -> Iterator[Housekeeping]:
    """What erasures and daily chores need, over a history that is open."""
    clock: Clock = lambda: datetime.now(UTC)
    network = Network(log=store.log, clock=clock, rules=shipped_rules())
    with (
        opened_engine(settings, Group.DESK) as desk,
        opened_traces(settings) as traces,
        opened_erasing(settings, store, network) as erasing,
        opened_telling(settings, store) as telling,
    ):
        resetting = _resetting(settings, store, Desk(desk), clock)
        digesting = _digesting(settings, store, Desk(desk), telling)
        yield Housekeeping(
            erasing,
            chores={
                Chore.RETENTION: lambda: sum(
                    1 for _ in run_retention(erasing, shipped_retention())
                ),
                Chore.TRACES: lambda: forget_old_traces(
                    traces, now=clock(), months=settings.traces_months
                ),
            },
            take=ChoresInTables(Desk(desk), clock).take,
            errands={
                "password_resets": lambda: send_password_resets(resetting),
                "inbox": lambda: forget_old_items(telling),
                "digests": lambda: send_digests(digesting),
                "unsettled": lambda: tell_unsettled(telling, DueRowsInTables(Desk(desk))),
            },
        )


def _digesting(settings: Settings, store: Store, desk: Desk, telling: Telling) -> Digesting:
    blinding = Blinding(store.keyring.secret("accounts"))
    return Digesting(
        network=telling.network,
        inbox=telling.inbox,
        digests=DigestsInTables(desk),
        accounts=AccountsInTables(desk, blinding, Addresses(store.keyring)),
        members=MembersInHistory(store.log),
        postbox=open_postbox(settings, store.keyring.secret),
        wordings=shipped_digest_wordings(),
        public_url=settings.public_url,
    )


def _resetting(settings: Settings, store: Store, desk: Desk, clock: Clock) -> Resetting:
    blinding = Blinding(store.keyring.secret("accounts"))
    return Resetting(
        accounts=AccountsInTables(desk, blinding, Addresses(store.keyring)),
        resets=PasswordResetsInTables(desk),
        postbox=open_postbox(settings, store.keyring.secret),
        wordings=shipped_reset_wordings(),
        clock=clock,
        public_url=settings.public_url,
    )


@contextmanager
def opened_matching(settings: Settings, store: Store) -> Iterator[Matching]:
    """What comparing pathways needs, over a history that is open."""
    network = Network(log=store.log, clock=lambda: datetime.now(UTC), rules=shipped_rules())
    with (
        opened_views(settings, store) as views,
        opened_engine(settings, Group.DESK) as desk,
    ):
        yield Matching(network, views.likenesses, BookmarkInTables(Desk(desk), "duplicates"))


@contextmanager
def comparing_pathways(settings: Settings, store: Store) -> Iterator[None]:
    """Tell possible duplicates from a thread of this process."""
    with opened_matching(settings, store) as matching, running(MatchingThread(matching)):
        yield


@contextmanager
def keeping_house(settings: Settings, store: Store) -> Iterator[None]:
    """Compare pathways, tell members, end erasures and do daily chores from threads."""
    with (
        comparing_pathways(settings, store),
        telling_members(settings, store),
        opened_housekeeping(settings, store) as keeping,
        running(HousekeepingThread(keeping)),
    ):
        yield


@contextmanager
def opened_clocks(
    settings: Settings, store: Store, clock: Clock = lambda: datetime.now(UTC)
) -> Iterator[Clocks]:
    """What acts by itself needs, over a history that is open."""
    with opened_engine(settings, Group.DESK) as desk:
        yield Clocks(
            network=Network(log=store.log, clock=clock, rules=shipped_rules()),
            watches=WatchesInTables(Desk(desk)),
            terms=shipped_referral_terms(),
        )


@contextmanager
def keeping_clocks(
    settings: Settings, store: Store, clock: Clock = lambda: datetime.now(UTC)
) -> Iterator[None]:
    """Do what comes due by itself from a thread of this process."""
    with (
        opened_clocks(settings, store, clock) as clocks,
        beside(partial(keep_clocks, clocks), name="clocks"),
    ):
        yield


def run_scheduler(settings: Settings, stop: Event) -> None:
    """Write down what is to be recalled as the history grows; hand out what is due, by Redis.

    Raises:
        RedisNotSet: there is no Redis to hand it out by.
    """
    with (
        opened_store(settings) as store,
        tidying(settings, store),
        opened_reminding(settings, store) as reminding,
        keeping_house(settings, store),
        keeping_clocks(settings, store),
    ):
        spare_what_lasts()
        schedule(reminding, redis_of(settings), stop)


def run_worker(settings: Settings, stop: Event) -> None:
    """Send what is handed out by Redis.

    Raises:
        RedisNotSet: there is no Redis.
    """
    with opened_store(settings) as store, opened_reminding(settings, store) as reminding:
        spare_what_lasts()
        work(reminding, redis_of(settings), stop, threads=settings.worker_threads)


def run_projector(settings: Settings, stop: Event) -> None:
    """Keep the views up to date; a second one stands by."""
    with opened_store(settings) as store, opened_views(settings, store) as views:
        spare_what_lasts()
        follow(_keeping(views), stop, woken=Event())


def _keeping(views: OpenViews) -> Keeping:
    return Keeping(views.projector, views.rebuilding, views.parked)


def redis_of(settings: Settings) -> str:
    """The URL of Redis.

    Raises:
        RedisNotSet: there is none, and `cordee serve` runs the workers as threads.
    """
    url = settings.redis_url.get_secret_value()
    if not url:
        raise RedisNotSet
    return url
