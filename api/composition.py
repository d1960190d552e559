"""What the doors are given: the only module of this folder that knows the infrastructure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from api.http.house import House
from api.http.opaque import Opaque
from api.http.recognised import Recognised
from application.accounts.members import MembersInHistory
from application.accounts.ports import Desk
from application.digests.ports import Digests
from application.inbox.ports import Inbox
from application.network import Network
from application.receipts.notice import Notice
from application.reminders.answering import Answering
from application.reminders.ports import DueRows
from application.reminders.read_lives import Planned
from application.reminders.replies import Replies
from application.reminders.reports import Reporting
from application.traces.keeping import KeptTraces
from application.traces.trace import Traces
from domain.reminders.wordings import Wordings
from domain.reviews import Worded
from infrastructure.accounts.accounts import AccountsInTables
from infrastructure.accounts.addresses import Addresses
from infrastructure.accounts.attempts import AttemptsInTables
from infrastructure.accounts.blinding import Blinding
from infrastructure.accounts.password_resets import PasswordResetsInTables
from infrastructure.accounts.passwords import Argon2Passwords
from infrastructure.accounts.sessions import SessionsInTables
from infrastructure.backup.backup import backup as back_up
from infrastructure.backup.errors import WouldLose
from infrastructure.backup.losses import Losses
from infrastructure.backup.manifest import Manifest
from infrastructure.backup.restore import Half, restore
from infrastructure.collecting import spare_what_lasts
from infrastructure.composition import (
    OpenViews,
    Store,
    opened_desk,
    opened_engine,
    opened_store,
    opened_views,
)
from infrastructure.data_folder import held, make_private
from infrastructure.desk import Desk as Tables
from infrastructure.digests.digests import DigestsInTables
from infrastructure.erasures.opening import opened_erasing
from infrastructure.erasures.rotating import rotate_keys
from infrastructure.inbox.inbox import InboxInTables
from infrastructure.logs import write_logs
from infrastructure.metrics import PrometheusMeter, serve_metrics, watch
from infrastructure.migrations.migrate import migrate
from infrastructure.operating.opening import opened_operating
from infrastructure.publication.highs import highs
from infrastructure.reminders.due_rows import DueRowsInTables
from infrastructure.reminders.handed_in import open_handed_in
from infrastructure.reminders.opening import open_gateways, open_replies
from infrastructure.reminders.webhooks import Signatures
from infrastructure.sealing.key_table import KeyTable
from infrastructure.sealing.keyring import Keyring
from infrastructure.sealing.master_key import create_master_keys
from infrastructure.settings import Group, Settings
from infrastructure.traces.trace_table import TraceTable
from seeds.programmes.shipped import programmes
from seeds.rules.shipped import (
    practice,
    reminder_rules,
    screening_rules,
    sharing_rules,
    shipped_authority,
    shipped_epices,
    shipped_known_passwords,
    shipped_place_rules,
    shipped_retention,
    shipped_rules,
)
from seeds.templates.shipped import (
    reminder_wordings,
    shipped_digest_wordings,
    shipped_reset_wordings,
)

__all__ = [
    "Half",
    "Installation",
    "Losses",
    "Manifest",
    "Settings",
    "WouldLose",
    "back_up",
    "found_master_key",
    "held",
    "letters_of_members",
    "notice_of",
    "open_gateways",
    "opened_due_rows",
    "opened_erasing",
    "opened_house",
    "opened_installation",
    "opened_operating",
    "opened_views",
    "prepare",
    "programmes",
    "restore",
    "rotate_keys",
    "served_metrics",
    "spare_what_lasts",
    "wordings_of",
    "write_logs",
]


FAR_BEHIND = 5_000  # events that views may lack before lists are not worth serving


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation with its history and its accounts open."""

    settings: Settings
    store: Store
    network: Network
    desk: Desk
    inbox: Inbox
    digests: Digests
    rows: DueRows
    reporting: Reporting
    traces: Traces
    kept: KeptTraces
    replies: Replies


def prepare(settings: Settings) -> None:
    """Make the data folder and bring every table to its newest version; safe to repeat.

    Raises:
        StoreUnavailable: a database cannot be reached.
    """
    make_private(settings.data)
    migrate(settings)


def found_master_key(settings: Settings) -> None:
    """Make the master key of an installation whose tables are migrated and hold no key yet."""
    with opened_engine(settings, Group.KEYS) as engine:
        if not settings.master_key_path.exists() and KeyTable(engine).is_empty():
            create_master_keys(settings.master_key_path)


@contextmanager
def opened_installation(settings: Settings) -> Iterator[Installation]:
    """Open an installation whose tables are migrated, until the end of the block.

    Raises:
        MasterKeyError: the master key file is missing, readable by others, or another one.
        StoreUnavailable: a database cannot be reached.
        RulesUnreadable: the file of the sharing rules cannot be read.
        ValidationError: these rules are not right.
    """
    classes_met = sharing_rules(settings.sharing_rules).classes_met()
    limits = practice(settings.practice_rules)
    screening = screening_rules(settings.screening_rules)
    with (
        opened_store(settings) as store,
        opened_desk(settings) as desk,
        opened_engine(settings, Group.TRACES) as traces,
    ):
        network = Network(
            log=store.log,
            clock=_now,
            rules=shipped_rules(),
            classes_met=classes_met,
            practice=limits,
            screening=screening,
        )
        yield Installation(
            settings=settings,
            store=store,
            network=network,
            desk=_desk(desk, store.keyring, network),
            inbox=InboxInTables(desk),
            digests=DigestsInTables(desk),
            rows=DueRowsInTables(desk),
            reporting=_reporting(settings, desk, store.keyring),
            traces=TraceTable(traces),
            kept=TraceTable(traces),
            replies=open_replies(settings, store.keyring.secret, desk),
        )


@contextmanager
def opened_house(
    installation: Installation, *, recorded: Callable[[], object] = bool
) -> Iterator[House]:
    """What the HTTP application is given; `recorded` is called after each command."""
    store, settings = installation.store, installation.settings
    with (
        opened_views(settings, store) as views,
        opened_erasing(settings, store, installation.network) as erasing,
        opened_operating(settings, views.projection) as operating,
    ):
        behind = partial(_behind, store, views)
        watch(head=store.log.head, behind=behind)
        yield House(
            network=installation.network,
            traces=installation.traces,
            kept=installation.kept,
            views=views.tables,
            inbox=installation.inbox,
            digests=installation.digests,
            planned=Planned(installation.rows, reminder_rules(settings.reminder_rules)),
            desk=installation.desk,
            recognised=Recognised(installation.desk, at_hand=settings.embedded),
            opaque=Opaque(store.keyring.secret("opaque")),
            meter=PrometheusMeter(),
            erasing=erasing,
            operating=operating,
            notice=notice_of(settings),
            wordings=wordings_of(settings),
            answering=Answering(
                installation.network, installation.replies, installation.desk.attempts
            ),
            reporting=installation.reporting,
            epices=shipped_epices(),
            programmes=programmes(settings.programmes),
            place_rules=shipped_place_rules(),
            attacks=highs,
            probes={
                "history": lambda: _reached(store.log.head),
                "keys": lambda: _reached(lambda: store.keyring.secret("opaque")),
                "desk": lambda: _reached(lambda: installation.desk.sessions.find("")),
                "views": lambda: "behind" if behind() > FAR_BEHIND else None,
            },
            recorded=recorded,
            evenly=settings.even_answers,
            publications_open=settings.publications_open,
            threads=settings.connections,
        )


def wordings_of(settings: Settings) -> Wordings:
    """What reminders may say here, each in its languages.

    Raises:
        TemplatesUnreadable: the network's own cannot be read.
        ValidationError: they say something that a reminder may not.
    """
    return reminder_wordings(settings.reminder_templates)


def letters_of_members() -> Mapping[str, Sequence[Worded]]:
    """What leaves to members by e-mail, each in its languages; the same in every network."""
    return {"digest": shipped_digest_wordings(), "password_reset": shipped_reset_wordings()}


def notice_of(settings: Settings) -> Notice:
    """What receipts tell of the network itself."""
    return Notice(
        retention=shipped_retention(),
        authority=shipped_authority(),
        contact=settings.data_contact,
        traces_months=settings.traces_months,
        call_back=settings.call_back,
    )


@contextmanager
def opened_due_rows(settings: Settings) -> Iterator[DueRows]:
    """What is due, to tell how it goes."""
    with opened_engine(settings, Group.DESK) as engine:
        yield DueRowsInTables(Tables(engine))


@contextmanager
def served_metrics(settings: Settings) -> Iterator[None]:
    """Answer Prometheus on a port of its own, where the settings name one."""
    if not settings.metrics_port:
        yield
        return
    stop = serve_metrics(settings.metrics_port, host=settings.metrics_host)
    try:
        yield
    finally:
        stop()


def _behind(store: Store, views: OpenViews) -> int:
    return store.log.head() - views.projection.state().position


def _reached(asked: Callable[[], object]) -> None:
    """Nothing is wrong with what answers, whatever it answers."""
    asked()


def _desk(tables: Tables, keyring: Keyring, network: Network) -> Desk:
    blinding = Blinding(keyring.secret("accounts"))
    return Desk(
        accounts=AccountsInTables(tables, blinding, Addresses(keyring)),
        sessions=SessionsInTables(tables),
        attempts=AttemptsInTables(tables, blinding),
        resets=PasswordResetsInTables(tables),
        passwords=Argon2Passwords(),
        members=MembersInHistory(network.log),
        known_passwords=shipped_known_passwords(),
        clock=network.clock,
    )


def _reporting(settings: Settings, tables: Tables, keyring: Keyring) -> Reporting:
    secrets = settings.sms_webhook_secret.get_secret_value().split()
    return Reporting(open_handed_in(tables, keyring.secret), Signatures(secrets, _now).verify)


def _now() -> datetime:
    return datetime.now(UTC)
