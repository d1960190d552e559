"""A postbox that is a folder: for trying Cordée out, without writing to anybody."""

import base64
import json
import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from application.reminders.postbox import Letter
from domain.pathway.reminders import Channel

NONCE_BYTES = 12


class OutboxFolder:
    """One file a letter, named by key and channel, so that handing it in again changes nothing.

    The text is neutral and stands in clear; whom it goes to is sealed.
    """

    channels = frozenset({Channel.EMAIL, Channel.TEXT})
    keyed = channels

    def __init__(self, folder: Path, secret: bytes) -> None:
        self._folder = folder
        self._cipher = AESGCM(secret)

    def deliver(self, letter: Letter) -> None:
        path = self._folder / f"{letter.key}.{letter.channel}.json"
        if path.exists():
            return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._folder / f".{letter.key}.{secrets.token_hex(4)}"
        draft.touch(mode=0o600)
        with draft.open("w", encoding="utf-8") as file:
            json.dump(self._content(letter), file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        self._make_durable()

    def letters(self) -> Iterator[tuple[datetime, Letter]]:
        """Every letter with when it was handed in, the newest first."""
        found = [json.loads(path.read_bytes()) for path in self._folder.glob("*.json")]
        for content in sorted(found, key=lambda content: str(content["at"]), reverse=True):
            yield datetime.fromisoformat(content["at"]), self._letter(content)

    def _content(self, letter: Letter) -> dict[str, str]:
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, letter.to.encode(), letter.key.bytes)
        return {
            "key": str(letter.key),
            "at": datetime.now(UTC).isoformat(),
            "channel": letter.channel,
            "to": base64.b64encode(sealed).decode(),
            "subject": letter.subject,
            "text": letter.text,
        }

    def _letter(self, content: dict[str, str]) -> Letter:
        key, sealed = UUID(content["key"]), base64.b64decode(content["to"])
        return Letter(
            key=key,
            channel=Channel(content["channel"]),
            to=self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], key.bytes).decode(),
            subject=content["subject"],
            text=content["text"],
        )

    def _make_durable(self) -> None:
        descriptor = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
