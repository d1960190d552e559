"""Say a receipt in a language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from api.languages.choosing import Language
from api.languages.dates import Days
from api.languages.words import words_in
from api.receipts.shown import (
    AuthorityShown,
    ClassShown,
    ConsentShown,
    EmergencyShown,
    HeldShown,
    HolderShown,
    InformedShown,
    MessagesShown,
    MistakeShown,
    ObjectionShown,
    PassedShown,
    ReaderShown,
    ReceiptShown,
)
from api.receipts.words import (
    CLASSES,
    CONSENTS,
    GROUNDS,
    PROFESSIONS,
    PURPOSES,
    REASONS,
    VERDICTS,
)
from application.receipts.notice import Notice
from application.receipts.receipt import (
    ConsentSaid,
    EmergencySaid,
    Held,
    Holder,
    Passed,
    Reader,
    Receipt,
    ReceiptVersion,
)
from domain.data_classes import DataClass

K = TypeVar("K")


def told(receipt: Receipt, notice: Notice, language: Language) -> ReceiptShown:
    carried = receipt.version is ReceiptVersion.CARRY
    teller = Teller(language)
    return ReceiptShown(
        version=receipt.version,
        language=language,
        made_at=None if carried else receipt.made_at,
        month=Days(language, receipt.time_zone).month(receipt.made_at),
        time_zone=None if carried else receipt.time_zone,
        made_by=receipt.made_by,
        called=receipt.called,
        call_back=receipt.call_back,
        contact="" if carried else notice.contact,
        authority=AuthorityShown.model_validate(notice.authority),
        holders=tuple(map(teller.holder, receipt.holders)),
        passed=tuple(map(teller.passed, receipt.passed)),
        informed=InformedShown.model_validate(receipt.informed) if receipt.informed else None,
        consents=tuple(map(teller.consent, receipt.consents)),
        objections=tuple(map(ObjectionShown.model_validate, receipt.objections)),
        messages=MessagesShown.model_validate(receipt.messages),
        emergencies=tuple(map(teller.emergency, receipt.emergencies)),
        readers=tuple(map(teller.reader, receipt.readers)),
        mistakes=tuple(map(MistakeShown.model_validate, receipt.mistakes)),
        readers_since=receipt.readers_since,
    )


@dataclass(frozen=True, slots=True)
class Teller:
    language: Language

    def holder(self, holder: Holder) -> HolderShown:
        held = tuple(self._held(holder.held))
        return HolderShown(**_fields(holder, but={"held", "in_care_team"}), held=held)

    def _held(self, held: Iterable[Held]) -> Iterator[HeldShown]:
        """Together what is seen on the same ground, until the same day."""
        together: dict[Any, list[DataClass]] = {}
        for one in held:
            together.setdefault((one.ground, one.until), []).append(one.data_class)
        for (ground, until), classes in together.items():
            yield HeldShown(
                ground=ground,
                because=self._say(GROUNDS, ground),
                until=until,
                classes=self._classes(classes),
            )

    def passed(self, passed: Passed) -> PassedShown:
        return PassedShown(
            **_fields(passed, but={"classes"}),
            because=self._say(GROUNDS, passed.ground),
            classes=self._classes(passed.classes),
        )

    def consent(self, said: ConsentSaid) -> ConsentShown:
        return ConsentShown(
            **_fields(said, but={"classes"}),
            words=self._say(CONSENTS, said.state),
            classes=self._classes(said.classes),
            purpose_words=tuple(self._say(PURPOSES, purpose) for purpose in said.purposes),
        )

    def emergency(self, said: EmergencySaid) -> EmergencyShown:
        return EmergencyShown(
            **_fields(said),
            reason_words=self._say(REASONS, said.reason),
            verdict_words=self._say(VERDICTS, said.verdict),
        )

    def reader(self, reader: Reader) -> ReaderShown:
        known = reader.profession
        return ReaderShown(
            **_fields(reader), profession_words=self._say(PROFESSIONS, known) if known else ""
        )

    def _classes(self, classes: Iterable[DataClass]) -> tuple[ClassShown, ...]:
        return tuple(ClassShown(data_class=one, words=self._say(CLASSES, one)) for one in classes)

    def _say(self, words: Mapping[K, str], what: K) -> str:
        return words_in(self.language).gettext(words[what])


def _fields(told: Any, *, but: Iterable[str] = ()) -> dict[str, Any]:
    return {name: value for name, value in asdict(told).items() if name not in but}
