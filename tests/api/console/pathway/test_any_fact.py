"""Whatever stands on a pathway, and only that, its page can be told: parts fold what is seen."""

import pytest

from api.console.pathway.areas import areas_of
from api.console.pathway.band import band_of
from api.console.pathway.head import head_of
from api.console.pathway.items import Shelf
from api.console.pathway.next_steps import next_steps
from api.console.pathway.reaching import reaching_of
from api.console.pathway.spans import spans_of
from api.console.pathway.step import Ahead
from api.console.pathway.wanting import goals_of, living_of
from api.languages.choosing import LANGUAGES
from infrastructure.evolution.published import published_facts
from seeds.rules.shipped import shipped_rules
from tests.api.console.pathway.scene import INES, NOW, seen, telling
from tests.infrastructure.evolution.example_facts import example_of

ON_PATHWAYS = {
    kind.topic: kind for kind in published_facts() if kind.__module__.startswith("domain.pathway.")
}


@pytest.mark.parametrize("topic", sorted(ON_PATHWAYS))
def test_a_page_is_told_of_a_pathway_with_one_fact(topic: str) -> None:
    shown, rules = seen(example_of(ON_PATHWAYS[topic])), shipped_rules().on(NOW.date())
    for language in LANGUAGES:
        say = telling(language)
        assert head_of(shown.pathway, say).called
        assert reaching_of(shown, say).reminders
        for step in next_steps(Ahead(shown.pathway, INES, rules, say)):
            assert step.what
        for area in areas_of(Shelf(shown, INES, say)):
            assert all(item.what and item.state.words for item in (*area.items, *area.over))
        goals_of(shown, say)
        living_of(shown, say)
        band_of(spans_of(shown, say), say)
