"""`cordee seeds`: loading invented networks of any size."""

from typing import Annotated

import typer

from api.cli.demo_loading import PEOPLE, load_demo
from api.cli.presenting import AsJson, print_json, say
from api.cli.settings import Data, settings_from
from api.composition import held, opened_installation, prepare

People = Annotated[
    int | None, typer.Option(min=1, max=1_000_000, help=f"How many people; {PEOPLE} at first.")
]
Processes = Annotated[int, typer.Option(min=1, max=64, help="Tell stories from so many.")]
Seed = Annotated[int, typer.Option(help="Another number tells other stories.")]

app = typer.Typer(help="Invented networks of any size.", no_args_is_help=True)


@app.callback()
def seeds() -> None:
    """Load invented networks through the same use cases as any other door."""


@app.command()
def load(
    *,
    people: People = None,
    seed: Seed = 1,
    processes: Processes = 1,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Load the demo networks; run again after an interruption, it goes on where it was."""
    settings = settings_from(data)
    with held(settings.data):
        prepare(settings)
        with opened_installation(settings) as installation:
            state = load_demo(installation, people=people, seed=seed, processes=processes)
            head = installation.network.log.head()
    if as_json:
        print_json({"people": state.plan.people, "seed": state.plan.seed, "events": head})
    else:
        say(f"Loaded: {state.plan.people} people, {head} events.")
