"""Find an e-mail address without storing it in clear."""

import hashlib
import hmac


class Blinding:
    """Keyed one-way tokens, from one secret of 32 bytes."""

    def __init__(self, secret: bytes) -> None:
        self._token_key = hmac.digest(secret, b"tokens", "sha256")

    def token(self, *parts: str) -> bytes:
        """The same parts give the same token; no token gives its parts back without the key."""
        content = b"".join(len(part).to_bytes(4, "big") + part.encode() for part in parts)
        return hmac.digest(self._token_key, content, "sha256")

    def email(self, email: str) -> bytes:
        return self.token("email", email.casefold())


def digest_of(session_token: str) -> bytes:
    """A session token has 256 random bits: a plain digest is enough to store it."""
    return hashlib.sha256(session_token.encode()).digest()
