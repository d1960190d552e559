"""What may not be a letter about an inbox is refused at start."""

import pytest
from pydantic import ValidationError

from application.digests.wording import DigestWording
from application.inbox.ports import InboxKind
from seeds.templates.shipped import shipped_digest_wordings

(ENGLISH, FRENCH) = shipped_digest_wordings()


def test_it_is_shipped_in_french_and_english() -> None:
    assert (FRENCH.language, ENGLISH.language) == ("fr", "en")
    assert ENGLISH.text({InboxKind.CALL: 2}, link="").count("\n\n") == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"kinds": {InboxKind.CALL: "- {count}"}},
        {"kinds": dict.fromkeys(InboxKind, "some")},
        {"with_link": "Sign in."},
    ],
)
def test_one_that_leaves_something_out_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        DigestWording.model_validate(ENGLISH.model_dump() | wrong)
