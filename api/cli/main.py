"""The `cordee` command: nouns, then verbs."""

import typer

from api.cli import (
    accounts,
    audits,
    demo,
    due_rows,
    erasures,
    founding,
    keeping,
    keys,
    observatory,
    pathways,
    receipts,
    reminder_rules,
    reminders,
    reports,
    running,
    seeds,
    serving,
    status,
    templates,
    views,
)
from api.cli.failing import Sentences

app = typer.Typer(
    cls=Sentences,
    help="Cordée: one shared pathway a person.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they may show what a variable holds
)
app.command()(founding.init)
app.command()(serving.serve)
app.command()(running.worker)
app.command()(running.scheduler)
app.command()(running.projector)
app.command()(keeping.migrate)
app.command()(status.status)
app.command()(keeping.backup)
app.command()(keeping.restore)
app.command()(reports.report)
app.add_typer(audits.app, name="audit")
app.add_typer(accounts.app, name="accounts")
app.add_typer(erasures.app, name="erasures")
app.add_typer(erasures.retention, name="retention")
app.add_typer(keys.app, name="keys")
app.add_typer(views.app, name="views")
app.add_typer(observatory.app, name="observatory")
pathways.app.command()(receipts.receipt)
app.add_typer(pathways.app, name="pathways")
reminders.app.command()(templates.templates)
reminders.app.command(name="list")(due_rows.list_)
for command in (due_rows.show, due_rows.retry, due_rows.drop, due_rows.status):
    reminders.app.command()(command)
reminders.app.command()(reminder_rules.preview)
reminders.app.add_typer(reminder_rules.app, name="rules")
app.add_typer(reminders.app, name="reminders")
app.add_typer(seeds.app, name="seeds")
app.add_typer(demo.app, name="demo")
