"""How what was stored under an older schema is read today: pure functions on its payload."""

from collections.abc import Callable, Mapping
from typing import Any

Payload = dict[str, Any]
Upcaster = Callable[[Payload], Payload]

# By topic and by the version they read; each gives what the next version would have held.
UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
