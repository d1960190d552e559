"""In which language a page answers: the browser's, French where it is neither."""

LANGUAGES = ("fr", "en")


def language_of(accepted: str) -> str:
    """The best of our languages for an `Accept-Language` header, whatever it holds."""
    wishes = [_wish(part) for part in accepted[:500].split(",")]
    ours = [(weight, language) for language, weight in wishes if language in LANGUAGES and weight]
    best = max((weight for weight, _ in ours), default=0.0)
    return next((language for weight, language in ours if weight == best), LANGUAGES[0])


def _wish(part: str) -> tuple[str, float]:
    language, _, weight = part.partition(";")
    try:
        value = float(weight.strip().removeprefix("q=")) if weight else 1.0
    except ValueError:
        value = 0.0
    return language.strip().lower().partition("-")[0], value if 0 <= value <= 1 else 0.0
