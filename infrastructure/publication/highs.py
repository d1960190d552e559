"""Attacks by linear programming, with HiGHS; loaded when something is published, not before."""

from __future__ import annotations

from math import floor
from random import Random
from typing import TYPE_CHECKING

from domain.publication.linear import Attack, Contradiction, Program, Span, Terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import highspy

NEARLY = 1e-6  # people: nearer to a whole number, or to none, than arithmetic on floats tells apart


WANDERS = 24  # solutions looked for in no direction in particular, before any question
WEIGHTS = (-3.0, -1.0, 0.0, 0.0, 1.0, 3.0)


def highs(program: Program) -> Attack:
    """Begin an attack on what is known."""
    return Highs(program)


class Highs:
    """One program in the solver's memory; each question begins where the last answer stood.

    Every whole solution that comes up is kept: two of them that are far enough apart show that a
    sum is not known closely, and nothing more needs to be solved for it. Where only a solution with
    fractions reaches the end of a span, the end is looked for again among whole numbers.
    """

    def __init__(self, program: Program) -> None:
        import highspy  # noqa: PLC0415 (it brings numpy: nothing but publishing waits for it)

        self._words = highspy
        self._linear = self._solver(program, whole=False)
        self._whole = self._solver(program, whole=True)
        self._asked: dict[object, list[int]] = {}
        self._known: list[list[int]] = []  # whole solutions
        self._wander(program.unknowns)

    def span(self, terms: Terms, *, enough: int) -> Span:
        if (shown := self._shown(terms)).is_over(enough):
            return shown
        found = self._span(self._linear, terms)
        if not found.is_over(enough) or None in found[:2]:
            return found
        if (shown := self._shown(terms)).is_over(enough):
            return shown
        return self._span(self._whole, terms)._replace(proof=found.proof)

    def forget(self, row: int) -> None:
        endless = self._words.kHighsInf
        for solver in (self._linear, self._whole):
            solver.changeRowBounds(row, -endless, endless)

    def _wander(self, unknowns: int) -> None:
        """Collect whole solutions that have little in common."""
        chance = Random(unknowns)
        for _ in range(WANDERS):
            terms = {unknown: chance.choice(WEIGHTS) for unknown in range(unknowns)}
            if self._asking(self._linear, terms, 1) == self._words.HighsModelStatus.kOptimal:
                self._keep(self._linear.getSolution().col_value)

    def _shown(self, terms: Terms) -> Span:
        """The span that whole solutions show; the true one is at least as wide."""
        values = [
            sum(solution[unknown] * times for unknown, times in terms.items())
            for solution in self._known
        ]
        return Span(min(values, default=0), max(values, default=0))

    def _span(self, solver: highspy.Highs, terms: Terms) -> Span:
        most, above = self._most(solver, terms, 1)
        least, below = self._most(solver, terms, -1)
        return Span(None if least is None else -least, most, above | below)

    def _most(
        self, solver: highspy.Highs, terms: Terms, sign: int
    ) -> tuple[int | None, frozenset[int]]:
        """The most that a sum, or its opposite, can be, and the rows that keep it there."""
        status = self._asking(solver, terms, sign)
        if status == self._words.HighsModelStatus.kUnbounded:
            return None, frozenset()
        if status != self._words.HighsModelStatus.kOptimal:
            raise Contradiction
        solution = solver.getSolution()
        self._keep(solution.col_value)
        proof = frozenset(i for i, dual in enumerate(solution.row_dual) if abs(dual) > NEARLY)
        return floor(solver.getObjectiveValue() + NEARLY), proof

    def _keep(self, solution: Iterable[float]) -> None:
        """Remember a solution if it is whole."""
        values = list(solution)
        whole = [round(value) for value in values]
        if all(abs(one - value) < NEARLY for one, value in zip(whole, values, strict=True)):
            self._known.append(whole)

    def _asking(
        self, solver: highspy.Highs, terms: Mapping[int, float], sign: int
    ) -> highspy.HighsModelStatus:
        """Have a sum, or its opposite, be as large as it can."""
        for unknown in self._asked.get(id(solver), ()):
            solver.changeColCost(unknown, 0.0)
        for unknown, times in terms.items():
            solver.changeColCost(unknown, float(sign * times))
        self._asked[id(solver)] = list(terms)
        solver.run()
        status = solver.getModelStatus()
        if status == self._words.HighsModelStatus.kUnboundedOrInfeasible:
            solver.clearSolver()
            solver.run()
            status = solver.getModelStatus()
        return status

    def _solver(self, program: Program, *, whole: bool) -> highspy.Highs:
        solver = self._words.Highs()  # type: ignore[no-untyped-call]  # the only one
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.setOptionValue("presolve", "off")  # each question changes the aim alone
        solver.passModel(self._model(program, whole=whole))
        return solver

    def _model(self, program: Program, *, whole: bool) -> highspy.HighsLp:
        endless, kinds = self._words.kHighsInf, self._words.HighsVarType
        model = self._words.HighsLp()
        model.num_col_, model.num_row_ = program.unknowns, len(program.rows)
        model.sense_ = self._words.ObjSense.kMaximize
        model.col_cost_ = [0.0] * program.unknowns
        model.col_lower_ = [0.0] * program.unknowns
        model.col_upper_ = [endless] * program.unknowns
        model.row_lower_ = [-endless if row.least is None else row.least for row in program.rows]
        model.row_upper_ = [endless if row.most is None else row.most for row in program.rows]
        if whole:
            model.integrality_ = [kinds.kInteger] * program.unknowns
        matrix = model.a_matrix_
        matrix.format_ = self._words.MatrixFormat.kRowwise
        matrix.num_col_, matrix.num_row_ = model.num_col_, model.num_row_
        matrix.start_ = list(_starts(program))
        matrix.index_ = [unknown for row in program.rows for unknown in row.terms]
        matrix.value_ = [float(times) for row in program.rows for times in row.terms.values()]
        return model


def _starts(program: Program) -> Iterable[int]:
    """Where each row begins in the matrix, and where the last one ends."""
    start = 0
    for row in program.rows:
        yield start
        start += len(row.terms)
    yield start
