"""Every route that a person would use has its form, and every field its words."""

from collections.abc import Iterable, Iterator

import pytest

from api.console.forms.catalogue.whole import NOT_A_PERSONS, ROWS
from api.console.forms.choosing import SOURCES
from api.console.forms.form import VERSION, Form, form_of
from api.console.forms.kinds import Field, Kind
from api.console.forms.labels.every import WORDS, words_of
from api.console.wording.labels import label
from api.http.routes import API_ROUTES

FORMS = [form_of(f"{VERSION}{row.path}") for row in ROWS]
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.row.path)


def all_of(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from all_of(field.fields)
        yield from all_of(field.row(0).fields if field.row else ())


def test_every_route_that_a_person_would_use_has_its_form() -> None:
    posts = {route.path for route in API_ROUTES if "POST" in (route.methods or ())}
    formed = {f"{VERSION}{row.path}" for row in ROWS}
    assert len(formed) == len(ROWS)
    assert posts == formed | set(NOT_A_PERSONS)
    assert formed.isdisjoint(NOT_A_PERSONS)


@every_form
def test_every_field_has_its_words(form: Form) -> None:
    for field in all_of(form.fields):
        if field.means is not None:
            assert label(field.means), field.name
        elif field.kind is not Kind.GROUP or not field.required:
            assert words_of(form.row.path, field), field.name


@every_form
def test_every_choice_has_its_words_or_its_source(form: Form) -> None:
    for field in all_of(form.fields):
        if field.kind in {Kind.ONE, Kind.SEVERAL} and not field.choices:
            named = form.row.sources.get(field.name, field.source or field.last)
            assert named in SOURCES, field.name
        assert all(label(each) for each in field.choices), field.name


@every_form
def test_a_row_speaks_of_fields_that_its_route_has(form: Form) -> None:
    names = {field.name for field in all_of(form.fields)} | {*form.model.model_fields}
    assert {*form.row.order, *form.row.later, *form.row.out, *form.row.sources} <= names


def test_no_words_are_left_for_fields_that_are_gone() -> None:
    used = {id(words_of(form.row.path, field)) for form in FORMS for field in all_of(form.fields)}
    assert {name for name, words in WORDS.items() if id(words) not in used} == set()
