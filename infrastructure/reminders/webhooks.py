"""Signatures of what gateways tell, as the Standard Webhooks specification writes them.

`webhook-signature` holds, apart by spaces, `v1,` and the base64 of HMAC-SHA256 over
`id.timestamp.body`; any that is right is enough, and so is any of the secrets.
Source: https://www.standardwebhooks.com (version 1, symmetric).
"""

import hmac
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from application.reminders.reports import ReportNotSigned

TOLERANCE = timedelta(minutes=5)  # before and after now
LONGEST_ID = 200  # characters
LONGEST_TIME = 12  # figures
MOST_SIGNATURES = 10
PREFIX = "whsec_"
VERSION = "v1,"


class Signatures:
    """Without a secret, nothing is taken for signed."""

    def __init__(self, secrets: Iterable[str], clock: Callable[[], datetime]) -> None:
        self._keys = [_key(secret) for secret in secrets]
        self._clock = clock

    def verify(self, headers: Mapping[str, str], body: bytes) -> str:
        """The id of what is signed.

        Raises:
            ReportNotSigned: by nobody who knows a secret, or not now.
        """
        webhook_id, at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
        if not 0 < len(webhook_id) <= LONGEST_ID or not self._is_of_now(at):
            raise ReportNotSigned
        given = headers.get("webhook-signature", "").encode().split()[:MOST_SIGNATURES]
        right = [signature(key, webhook_id, at, body).encode() for key in self._keys]
        found = [hmac.compare_digest(one, other) for one in given for other in right]
        if not any(found):
            raise ReportNotSigned
        return webhook_id

    def _is_of_now(self, at: str) -> bool:
        if not (at.isascii() and at.isdigit() and len(at) <= LONGEST_TIME):
            return False
        return abs(int(at) - self._clock().timestamp()) <= TOLERANCE.total_seconds()


def signature(key: bytes, webhook_id: str, at: str, body: bytes) -> str:
    signed = f"{webhook_id}.{at}.".encode() + body
    return VERSION + b64encode(hmac.digest(key, signed, "sha256")).decode()


def _key(secret: str) -> bytes:
    return b64decode(secret.removeprefix(PREFIX))
