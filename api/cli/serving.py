"""`cordee serve`: the doors, and in the embedded topology everything behind them."""

import errno
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from api.cli.demo_loading import load_demo
from api.cli.demo_offering import offered_logins
from api.cli.refusals import NothingToServe, PortTaken
from api.cli.settings import Data, settings_from
from api.composition import (
    Installation,
    held,
    opened_house,
    opened_installation,
    prepare,
    served_metrics,
    spare_what_lasts,
    write_logs,
)
from api.http.app import create_app
from api.http.server import Listening
from api.http.server import serve as run_doors
from domain.organisation.organisation import FOUNDER
from workers.composition import (
    following_reminders,
    following_views,
    keeping_clocks,
    keeping_house,
)

Host = Annotated[str, typer.Option(help="The address to listen on; a proxy goes in front.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="0: any free one.")]
Proxy = Annotated[str, typer.Option(help="Addresses of the proxies that may be believed.")]
Demo = Annotated[bool, typer.Option("--demo", help="Load the demo networks first, once.")]


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    proxy: Proxy = "127.0.0.1",
    demo: Demo = False,
    data: Data = None,
) -> None:
    """Open the doors; without PostgreSQL, views and reminders are kept by the same process."""
    settings = settings_from(data)
    with ExitStack() as stack:
        listener = stack.enter_context(_listening(host, port))
        if settings.embedded:
            stack.enter_context(held(settings.data))
            prepare(settings)
        installation = stack.enter_context(opened_installation(settings))
        if demo:
            write_logs(all_is_told=False)  # whoever tries it out reads where it is open, last
            load_demo(installation)
        elif not installation.network.log.heads([FOUNDER]):
            raise NothingToServe
        _serve(installation, listener, proxy, demo=demo)


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """Take the port before anything long is done.

    Raises:
        PortTaken: something else listens there.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise PortTaken from None
            raise
        listener.listen(socket.SOMAXCONN)
        yield listener


def _serve(installation: Installation, listener: socket.socket, proxy: str, *, demo: bool) -> None:
    host, port = listener.getsockname()[:2]
    listening = Listening(host=host, port=port, proxies=proxy)
    opened = partial(_tell, f"http://{_in_url(host)}:{port}", demo=demo)
    with (
        served_metrics(installation.settings),
        _behind_the_doors(installation) as recorded,
        opened_house(installation, recorded=recorded) as house,
    ):
        for told in (signal.SIGTERM, signal.SIGINT):  # uvicorn ends first, then passes it on
            signal.signal(told, _end)
        offered = offered_logins(installation.settings.data) if demo else ()
        app = create_app(replace(house, offered=offered))
        spare_what_lasts()
        run_doors(app, listening, listener=listener, opened=opened)


@contextmanager
def _behind_the_doors(installation: Installation) -> Iterator[Callable[[], object]]:
    """Embedded, what keeps views and reminders; what to call once something was recorded."""
    settings, store = installation.settings, installation.store
    if not settings.embedded:
        yield bool
        return
    with (
        following_reminders(settings, store),
        keeping_house(settings, store),
        keeping_clocks(settings, store),
        following_views(settings, store) as projector,
    ):
        yield projector.wake


def _end(*_: object) -> None:
    """End as after a return: every thread is waited for, every file closed."""
    raise SystemExit(0)


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _tell(url: str, *, demo: bool) -> None:
    ways = " Open it in a browser and choose somebody to be." if demo else ""
    sys.stdout.write(f"Cordée is open at {url} (Ctrl-C closes it).{ways}\n")
    sys.stdout.flush()
