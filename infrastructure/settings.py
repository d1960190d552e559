"""What differs from one installation to another; everything else is code."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
SENDER = re.compile(r"\+?[0-9]{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")
WEBHOOK_SECRET = re.compile(  # of 24 to 64 bytes, as Standard Webhooks writes it
    "whsec_([A-Za-z0-9+/]{4}){8,21}([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"
)


class Group(StrEnum):
    """Tables that live, migrate and are backed up together."""

    EVENTS = "events"
    KEYS = "keys"
    VIEWS = "views"
    TRACES = "traces"
    DESK = "desk"  # accounts, sessions, due rows: neither history nor view


class Settings(BaseSettings):
    """Read from the environment, each name with the prefix `CORDEE_`."""

    model_config = SettingsConfigDict(env_prefix="CORDEE_", frozen=True)

    data: Path = Path("data")  # folder of the SQLite files, the master key and the outbox
    database_url: SecretStr = SecretStr("")  # postgresql://...; empty: SQLite files in `data`
    database_role: str = ""  # PostgreSQL role of the running processes, when not the owner
    projector_url: SecretStr = SecretStr("")  # writes the views; empty: `database_url` does
    projector_role: str = ""  # PostgreSQL role of that URL, when it is another one
    keys_url: SecretStr = SecretStr("")  # postgresql://... of another database, for the keys
    redis_url: SecretStr = SecretStr("")  # redis://...; empty: workers are threads in the process
    master_key_file: Path | None = None  # empty: `master.key` in `data`
    key_backup: Path | None = None  # kept by a rotation; empty: `key-backup` in `data`
    connections: int = Field(default=10, ge=2, le=200)  # kept open to each PostgreSQL database
    smtp_host: str = ""  # mail server; empty: letters go to the outbox folder, or are calls
    smtp_port: int = Field(default=587, ge=1, le=65_535)
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    smtp_encrypted: bool = True  # STARTTLS or nothing; false: only where the server offers it
    smtp_authorities: Path | None = None  # certificates to trust; empty: the system's
    mail_from: str = ""  # the one address that people were told to expect
    sms_url: str = ""  # gateway that texts are handed to; docs/operations.md says in what shape
    sms_key: SecretStr = SecretStr("")  # bearer key
    sms_sender: str = ""  # the one name or number that people were told to expect
    sms_knows_keys: bool = False  # the gateway lets one text leave for each Idempotency-Key
    sms_can_receive: bool = False  # replies to the sender come back, signed
    sms_webhook_secret: SecretStr = SecretStr("")  # whsec_…; several, apart by a space, in turn
    sms_authorities: Path | None = None  # certificates to trust; empty: the system's
    texts_a_second: float = Field(default=0, ge=0, le=10_000)  # of a process; 0: no limit
    mails_a_second: float = Field(default=0, ge=0, le=10_000)
    due_rows_days: int = Field(default=90, ge=30, le=1_000)  # kept once over; facts stay
    reminder_rules: Path | None = None  # a rule pack of this network; empty: the shipped one
    reminder_templates: Path | None = None  # a folder of this network's; empty: the shipped ones
    alsace_moselle: bool = False  # whether its two more holidays are those of this network
    screening_rules: Path | None = None  # rapid tests of this network; empty: the shipped ones
    programmes: Path | None = None  # folder of the programmes that are reported on; empty: demo
    practice_rules: Path | None = None  # the limits this network sets itself; empty: shipped
    sharing_rules: Path | None = None  # who meets which data here; empty: the shipped one
    call_back: str = ""  # the one number that people were told to call; reminders say it
    data_contact: str = ""  # whom people ask about their data; empty: the number above
    public_url: str = ""  # where people reach this installation; letters about passwords say it
    metrics_port: int = Field(default=0, ge=0, le=65_535)  # for Prometheus; 0: nobody listens
    metrics_host: str = "127.0.0.1"
    traces_months: int = Field(default=12, ge=6, le=36)  # how long traces of looks are kept
    even_answers: bool = True  # reads of one person leave on a step: their time tells nothing
    publications_open: bool = False  # what is published is read without signing in
    worker_threads: int = Field(default=4, ge=1, le=64)  # reminders sent at once by a process

    @property
    def embedded(self) -> bool:
        """Whether everything runs in one process over SQLite files."""
        return not self.database_url.get_secret_value()

    @property
    def master_key_path(self) -> Path:
        return self.master_key_file or self.data / "master.key"

    @property
    def key_backups(self) -> Path:
        """The folder of the fresh backup that each rotation of the keys makes."""
        return self.key_backup or self.data / "key-backup"

    @property
    def outbox(self) -> Path:
        """The folder of letters, where no mail server is set."""
        return self.data / "outbox"

    def file_of(self, group: Group) -> Path:
        """The SQLite file of a group of tables, where it lives in one."""
        return self.data / f"{group}.sqlite"

    def postgres_of(self, group: Group, *, keeping: bool = False) -> str:
        """The PostgreSQL URL of a group of tables; empty where it lives in a SQLite file.

        `keeping`: the URL by which the rows of the views are written.
        """
        url = self.keys_url if group is Group.KEYS else self.database_url
        if keeping and group is Group.VIEWS:
            url = self.projector_url or url
        return url.get_secret_value()

    @model_validator(mode="after")
    def _mail_has_a_sender(self) -> Self:
        if self.smtp_host and "@" not in self.mail_from:
            raise ValueError("CORDEE_SMTP_HOST needs CORDEE_MAIL_FROM, an address")
        return self

    @model_validator(mode="after")
    def _texts_travel_sealed(self) -> Self:
        place = urlsplit(self.sms_url)
        sealed = place.scheme == "https" and place.hostname and not place.username
        beside = place.scheme == "http" and place.hostname in LOOPBACK
        if self.sms_url and not (sealed or beside):
            raise ValueError("CORDEE_SMS_URL begins with https://, or is on this very machine")
        return self

    @model_validator(mode="after")
    def _texts_have_a_sender(self) -> Self:
        if self.sms_url and not self.sms_key.get_secret_value():
            raise ValueError("CORDEE_SMS_URL needs CORDEE_SMS_KEY")
        if self.sms_url and not SENDER.fullmatch(self.sms_sender):
            raise ValueError(
                "CORDEE_SMS_URL needs CORDEE_SMS_SENDER, a number or at most 11 letters and figures"
            )
        if self.sms_can_receive and not self.sms_sender.lstrip("+").isdigit():
            raise ValueError("CORDEE_SMS_CAN_RECEIVE needs a CORDEE_SMS_SENDER that is a number")
        return self

    @model_validator(mode="after")
    def _webhooks_are_signed(self) -> Self:
        secrets = self.sms_webhook_secret.get_secret_value().split()
        if not all(WEBHOOK_SECRET.fullmatch(secret) for secret in secrets):
            raise ValueError("CORDEE_SMS_WEBHOOK_SECRET is whsec_ and base64 of 24 to 64 bytes")
        if self.sms_can_receive and not secrets:
            raise ValueError("CORDEE_SMS_CAN_RECEIVE needs CORDEE_SMS_WEBHOOK_SECRET")
        return self

    @model_validator(mode="after")
    def _letters_lead_somewhere_safe(self) -> Self:
        if self.public_url and not self.public_url.startswith("https://"):
            raise ValueError("CORDEE_PUBLIC_URL begins with https://")
        return self

    @model_validator(mode="after")
    def _keys_live_apart(self) -> Self:
        database, keys = self.database_url.get_secret_value(), self.keys_url.get_secret_value()
        if bool(database) != bool(keys):
            raise ValueError("CORDEE_DATABASE_URL and CORDEE_KEYS_URL are given together")
        if database and database == keys:
            raise ValueError("CORDEE_KEYS_URL names another database than CORDEE_DATABASE_URL")
        return self

    @model_validator(mode="after")
    def _a_projector_has_a_database(self) -> Self:
        if self.embedded and (self.projector_url or self.projector_role):
            raise ValueError("CORDEE_PROJECTOR_URL and _ROLE need CORDEE_DATABASE_URL")
        return self
