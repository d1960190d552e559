"""What an `Accept` or `Accept-Language` header prefers of what we have, whatever it holds."""

from collections.abc import Sequence

LONGEST = 500  # characters that are read


def preferred(accepted: str, ours: Sequence[str]) -> str:
    """The best of ours; the first of ours where none of them is asked for."""
    wishes = [_wish(part) for part in accepted[:LONGEST].split(",")]
    known = [(weight, name) for name, weight in wishes if name in ours and weight]
    best = max((weight for weight, _ in known), default=0.0)
    return next((name for weight, name in known if weight == best), ours[0])


def _wish(part: str) -> tuple[str, float]:
    name, *parameters = (said.strip().lower() for said in part.split(";"))
    weight = next((said for said in parameters if said.startswith("q=")), "q=1")
    try:
        value = float(weight.removeprefix("q="))
    except ValueError:
        value = 0.0
    return name, value if 0 <= value <= 1 else 0.0
