"""The band: a year of the pathway at a glance, laid out month by month."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from api.console.pathway.spans import Kind, Row, Span
from api.console.pathway.telling import Telling
from api.languages.words import phrase
from domain.dates import DAY, plus_months

WIDTH, LEFT, RIGHT = 852, 100, 8  # units of the drawing; labels of rows stand on the left
TOP, BAR, LINE = 24, 20, 16  # where rows begin; the height of a bar, and of a line of marks
BETWEEN = 14
PAST, AHEAD = 11, 2  # whole months shown before this one at most, and after it
LEAST = 6  # months, so that the youngest pathway is drawn as others are
LETTER = 6.7  # how wide a letter of a label is, about
NAMES = {
    Row.RIGHTS: phrase("Rights"),
    Row.REFERRALS: phrase("Referrals"),
    Row.APPOINTMENTS: phrase("Appointments"),
}
BELOW = 14  # room for the words of a gap
TALL = {Row.RIGHTS: BAR + 6, Row.REFERRALS: LINE, Row.APPOINTMENTS: LINE}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A span where it is drawn."""

    span: Span
    x: float
    width: float
    y: int
    runs_in: bool  # it began before the first month
    runs_on: bool  # it goes on after the last

    @property
    def end(self) -> float:
        return self.x + self.width

    @property
    def label(self) -> str:
        """What is written inside, where there is room."""
        said = self.span.what
        return said if len(said) * LETTER <= self.width - 12 else ""

    @property
    def beside(self) -> str:
        """What is written below a gap."""
        return self.span.state if self.span.kind is Kind.GAP else ""

    @property
    def anchor(self) -> tuple[float, str]:
        """Where it is written, so that it never leaves the drawing."""
        if self.x + len(self.beside) * LETTER > WIDTH:
            return self.end, "end"
        return self.x, "start"


@dataclass(frozen=True, slots=True)
class Band:
    height: int
    months: tuple[tuple[float, str], ...]
    today: float
    rows: tuple[tuple[int, str], ...]  # where each is named
    drawn: tuple[Drawn, ...]
    sentence: str
    spans: tuple[Span, ...]  # the same, for its table

    @property
    def width(self) -> int:
        return WIDTH


@dataclass(frozen=True, slots=True)
class Frame:
    """The days shown."""

    first: date
    months: int

    @property
    def until(self) -> date:
        return plus_months(self.first, self.months)

    def x(self, day: date) -> float:
        shown = min(max(day, self.first), self.until)
        whole = (self.until - self.first).days
        return round(LEFT + (shown - self.first).days / whole * (WIDTH - LEFT - RIGHT), 1)

    def shows(self, span: Span) -> bool:
        return span.starts < self.until and (span.ends is None or span.ends >= self.first)


def band_of(spans: Iterable[Span], telling: Telling) -> Band | None:
    """A band over the last year and what comes; None where there is nothing to show on it."""
    every = list(spans)
    frame = _frame(every, telling.today)
    shown = tuple(span for span in every if frame.shows(span))
    if not shown:
        return None
    rows: list[tuple[int, str]] = []
    drawn: list[Drawn] = []
    y = TOP
    for row in Row:
        of_row = [span for span in shown if span.row is row]
        if not of_row:
            continue
        rows.append((y + (14 if row is Row.RIGHTS else 12), telling.gettext(NAMES[row])))
        lines = list(_lines(of_row, frame, telling.today))
        for line in lines:
            drawn += (_drawn(span, frame, y, telling.today) for span in line)
            y += TALL[row] + (BELOW if any(span.kind is Kind.GAP for span in line) else 0)
        y += BETWEEN
    return Band(
        height=y,
        months=tuple(_months(frame, telling)),
        today=frame.x(telling.today),
        rows=tuple(rows),
        drawn=tuple(drawn),
        sentence=_sentence(shown, frame, telling),
        spans=shown,
    )


def _frame(spans: list[Span], today: date) -> Frame:
    this_month = today.replace(day=1)
    oldest = max(plus_months(this_month, -PAST), min((one.starts for one in spans), default=today))
    first = min(oldest.replace(day=1), this_month)
    months = (this_month.year - first.year) * 12 + this_month.month - first.month + 1 + AHEAD
    if months < LEAST:
        first, months = plus_months(first, months - LEAST), LEAST
    return Frame(first, months)


def _lines(spans: list[Span], frame: Frame, today: date) -> Iterator[list[Span]]:
    """Spans of one lane on one line, as long as none covers another."""
    lanes: dict[str, list[list[Span]]] = {}
    for span in spans:
        lines = lanes.setdefault(span.lane, [])
        begins = frame.x(span.starts)
        free = (line for line in lines if _end(line[-1], frame, today) <= begins + 0.1)
        if (line := next(free, None)) is not None:
            line.append(span)
        else:
            lines.append([span])
    for lines in lanes.values():
        yield from lines


def _end(span: Span, frame: Frame, today: date) -> float:
    if span.row is Row.RIGHTS:
        return frame.x(_last(span, frame, today) + DAY)
    return frame.x(_last(span, frame, today)) + (12 if span.row is Row.REFERRALS else 6)


def _last(span: Span, frame: Frame, today: date) -> date:
    """What waits has come as far as today; what is open goes on."""
    if span.ends is not None:
        return span.ends
    return today if span.kind in {Kind.WAITING, Kind.GAP} else frame.until


def _drawn(span: Span, frame: Frame, y: int, today: date) -> Drawn:
    last = _last(span, frame, today)
    x, end = frame.x(span.starts), frame.x(last + DAY if span.row is Row.RIGHTS else last)
    return Drawn(
        span=span,
        x=x,
        width=round(max(end - x, 2.0 if span.row is Row.RIGHTS else 0.0), 1),
        y=y,
        runs_in=span.starts < frame.first,
        runs_on=last >= frame.until,
    )


def _months(frame: Frame, telling: Telling) -> Iterator[tuple[float, str]]:
    for number in range(frame.months):
        month = plus_months(frame.first, number)
        yield frame.x(month), telling.days.short_month(month)


def _sentence(spans: tuple[Span, ...], frame: Frame, telling: Telling) -> str:
    return telling.gettext(
        "From %(first)s to %(last)s: %(what)s.",
        first=telling.days.month(frame.first),
        last=telling.days.month(frame.until - DAY),
        what=", ".join(_counted(spans, telling)),
    )


def _counted(spans: tuple[Span, ...], telling: Telling) -> Iterator[str]:
    kinds = [span.kind for span in spans]
    rights = {span.what for span in spans if span.kind is Kind.OPEN}
    if rights:
        yield telling.ngettext("%(num)s right", "%(num)s rights", len(rights))
    for span in spans:
        if span.kind is Kind.GAP:
            yield f"{span.what} {span.state}"
    referrals = sum(span.row is Row.REFERRALS for span in spans)
    if referrals:
        yield telling.ngettext("%(num)s referral", "%(num)s referrals", referrals)
    if waiting := kinds.count(Kind.WAITING):
        yield telling.ngettext(
            "%(num)s waiting for an answer", "%(num)s waiting for an answer", waiting
        )
    appointments = sum(span.row is Row.APPOINTMENTS for span in spans)
    if appointments:
        yield telling.ngettext("%(num)s appointment", "%(num)s appointments", appointments)
    if missed := kinds.count(Kind.MISSED):
        yield telling.ngettext("%(num)s missed", "%(num)s missed", missed)
