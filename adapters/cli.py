"""The command line."""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from adapters import connect, logs, previews, wiring
from adapters import doctor as health_check
from adapters import grouping as grouped
from adapters.assessing import assess_lines
from adapters.auditing import audited, beside
from adapters.settings import Settings, SettingsError, load, secret_key
from bot.campaigns.content import Assumption
from bot.campaigns.previewing import Script
from bot.errors import BotError, Busy, PackError
from bot.language import Lang
from bot.measuring.grouping import read_groups
from prompts.lint import lint
from prompts.loader import load_packs
from prompts.rewording import load_instructions, load_lexicon
from storage import migrate as migrations
from storage.cipher import new_key
from storage.store import Store

app = typer.Typer(
    help="Déclic: micro-coaching at work, in Slack and Microsoft Teams.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ANSWERED_WITHIN = 3.0
"""Seconds in which a process that is told to end finishes requests: Slack waits no longer."""

PAGES_WITHIN = 1.0
"""Seconds that pages and uploads have of them, when all turns are answered."""

Host = Annotated[str, typer.Option(help="Listen address; the setting HOST otherwise.")]
Serving = Callable[[Settings], AbstractAsyncContextManager[web.Application]]


def main() -> None:
    """Run the command line; a fault ends with one readable list and a non-zero exit."""
    try:
        app()
    except (SettingsError, PackError) as error:
        _list("Déclic cannot start:", error.faults)
    except (Busy, SQLAlchemyError) as error:
        why = f"The database cannot be used ({_named(error)}): check DECLIC_DATABASE_URL, and"
        _list("Déclic cannot start:", (f"{why} that its server runs.",))
    except BotError as error:
        _list("Déclic cannot start:", (str(error),))


@app.command()
def run(host: Host = "") -> None:
    """Run everything in one process: the playground, or the live bot with its settings."""
    settings = _settings(host)
    if settings.mode == "playground":
        _serve(settings, wiring.played, f"Open {_address(settings)}/playground in your browser.")
    else:
        _serve(_connected(settings), _both, f"Déclic listens at {_address(settings)}.")


@app.command(name="web")
def web_command(host: Host = "") -> None:
    """Receive from Slack and Teams and answer at once; timed messages are the worker's."""
    settings = _connected(_settings(host))
    _serve(settings, _web, f"Déclic listens at {_address(settings)}.")


@app.command()
def worker() -> None:
    """Post what is due, send what is left, delete what is old. Run as many as you like."""
    logs.begin()
    asyncio.run(_work(_connected(load())))


@app.command()
def migrate() -> None:
    """Bring the database up to date."""
    settings = load()
    wiring.make_folder(settings.database)
    migrations.upgrade(settings.database)
    typer.echo("The database is up to date.")


@app.command()
def check(
    packs: Annotated[
        list[Path] | None, typer.Argument(help="Folders with packs of your own.")
    ] = None,
) -> None:
    """Check the packs: targets, languages, lengths, reading time, wording."""
    loaded = load_packs(packs or ())
    faults, library = lint(loaded), loaded.library
    load_instructions()
    load_lexicon()
    if faults:
        _list("The packs have faults:", faults)
    typer.echo(f"{len(library.themes)} themes and {len(library.latest)} dialogues are in order.")


@app.command()
def doctor() -> None:
    """Check settings, database, clock and platforms; say the next step for what is red."""
    findings = asyncio.run(health_check.examine(load(), wiring.real_now))
    for finding in findings:
        typer.echo(f"{'green' if finding.good else 'RED  '}  {finding.what}: {finding.told}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


@app.command()
def assess(
    now: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d"],
            help="When the texts are meant, as 2026-11-23T10:00; the present otherwise.",
        ),
    ] = None,
    zone: Annotated[str, typer.Option(help="The zone in which now and today are meant.")] = "UTC",
) -> None:
    """Judge commitments: JSON Lines with id, lang (en or fr) and text in, one answer a line out.

    A bad line is answered with its error and number, the rest goes on, and the exit is 1 at
    the end.
    """
    place = _zone(zone)
    bad: list[None] = []
    answers = assess_lines(
        sys.stdin.buffer,
        lambda: now or wiring.real_now().astimezone(place),
        lambda: bad.append(None),
    )
    for answer in answers:
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()
    if bad:
        raise typer.Exit(1)


@app.command()
def preview(
    campaign: Annotated[str, typer.Argument(help="The campaign's id, its name, or part of it.")],
    assume: Annotated[
        Assumption,
        typer.Option(help="Everybody answers, nobody does, or as many as in the last campaign."),
    ] = "all",
    to: Annotated[previews.Format, typer.Option("--format", help="How to write it.")] = "table",
    people: Annotated[
        bool, typer.Option("--people", help="A line a person, under a pseudonym.")
    ] = False,
    database: Annotated[
        Path | None, typer.Option(help="A SQLite file to read, such as that of declic demo.")
    ] = None,
) -> None:
    """List every message of a campaign: to whom, when, in which language, and why not."""
    settings = load()
    url = f"sqlite:///{database}" if database else ""
    store, _ = wiring.open_database(settings, upgrade=False, database=url)
    try:
        script = asyncio.run(_script(store, campaign, assume))
        if assume == "last" and script.share is None:
            typer.echo("There is no last campaign: as if everybody accepts and answers.", err=True)
        machine = wiring.make_time_machine(store, settings)
        rows = previews.rows(machine, script, wiring.real_now(), _played, people=people)
        previews.write(rows, sys.stdout, to)
    finally:
        store.close()


@app.command()
def audit(
    database: Annotated[
        Path | None, typer.Option(help="A SQLite file to look at, such as that of declic demo.")
    ] = None,
) -> None:
    """Attack what was published: which figures, taken together, tell of fewer than five people?

    Adds and subtracts everything ever published of a series of figures. Ranges of people are
    looked at one by one. The alignment of teams is of whole teams, of whose people no answer is
    kept: there is nothing to add up. The exit is 1 if anything leaks.
    """
    url = f"sqlite:///{database}" if database else ""
    store, _ = wiring.open_database(load(), upgrade=False, database=url)
    try:
        found, others = store.run_sync(
            lambda: (list(audited(store.open_uow)), beside(store.open_uow))
        )
    finally:
        store.close()
    for series, one in found:
        tried = "attacked too" if one.singled_out is not None else "too many to attack one by one"
        state = "LEAKS" if one.leaks else "nothing leaks"
        typer.echo(f"{state:14}{series}: {one.numbers} numbers, {one.people} people, {tried}")
        for wave, group in one.telling:
            typer.echo(f"              {wave}: {group}")
    typer.echo(f"{'looked at':14}{others.ranges} ranges of people, each of five numbers or more")
    typer.echo(f"{'not attacked':14}{others.teams} figures of two teams or more, in no series")
    for name in others.few:
        typer.echo(f"{'LEAKS':14}{name}: of fewer than five people")
    if others.few or any(one.leaks for _, one in found):
        raise typer.Exit(1)
    typer.echo("Nothing that was published tells of fewer than five people.")


@app.command()
def groups(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="person or mail; department; team")
    ],
) -> None:
    """Say which department and team people are in, in place of the lists of campaigns.

    What an earlier file said is replaced. Lines that cannot be used are named, and the exit is 1.
    """
    grouping = read_groups(file.read_bytes())
    store, _ = wiring.open_database(load(), upgrade=False)
    try:
        placed, faults = store.run_sync(grouped.place, store.open_uow, grouping)
    finally:
        store.close()
    typer.echo(f"{placed} accounts are in a department.")
    if faults:
        _list("These lines could not be used:", faults)


@app.command()
def bench(
    scenarios: Annotated[
        list[str] | None,
        typer.Argument(
            help="inbound, teams, turn, schedule, fan-out, crash, send, rate, plan; or all."
        ),
    ] = None,
    db: Annotated[
        list[str] | None,
        typer.Option(help="sqlite, postgres, or the URL of a server; both where there are both."),
    ] = None,
    sizes: Annotated[str, typer.Option(help="How many people, such as 1k,10k,100k,1M.")] = "",
    rounds: Annotated[
        int | None, typer.Option(min=1, help="How often each side runs; 5, or 3 with --quick.")
    ] = None,
    against: Annotated[str, typer.Option(help="Only these programs, such as bolt,aiohttp.")] = "",
    quick: Annotated[bool, typer.Option("--quick", help="Ten minutes instead of an hour.")] = False,
    json: Annotated[Path | None, typer.Option(help="Write every run to this file.")] = None,
    chart: Annotated[Path | None, typer.Option(help="Draw the ratios, as PNG or SVG.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Exit 1 if a goal is missed.")] = False,
    slow_commit: Annotated[
        str, typer.Option(help="What each commit on PostgreSQL waits for, such as 3ms.")
    ] = "",
) -> None:
    """Measure Déclic beside other programs, in turn on this machine, and against its goals."""
    # Slow to import, and for developers.
    from adapters.bench.asked import Asked  # noqa: PLC0415
    from adapters.bench.command import measure  # noqa: PLC0415

    try:
        asked = Asked.read(
            scenarios or (),
            db=db or (),
            sizes=sizes,
            rounds=rounds or 0,
            against=against,
            quick=quick,
            json=json,
            chart=chart,
            check=check,
            slow_commit=slow_commit,
        )
        met = measure(asked)
    except BotError as error:
        _list("This cannot be measured:", (str(error),))
    if check and not met:
        raise typer.Exit(1)


@app.command()
def demo(
    database: Annotated[Path, typer.Option(help="The SQLite file to build it in.")] = Path(
        "var/demo.db"
    ),
    people: Annotated[int, typer.Option(min=20, max=5000, help="How many there are.")] = 600,
    weeks: Annotated[int, typer.Option(min=2, max=26, help="How long they take part.")] = 12,
    seed: Annotated[int, typer.Option(help="The same seed makes the same people.")] = 7,
    ending: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="A day by which its last month is closed; otherwise today."
        ),
    ] = None,
    show: Annotated[
        bool, typer.Option("--show", help="Build nothing: open HR's page on one that is built.")
    ] = False,
    language: Annotated[Lang, typer.Option(help="Of the page.")] = "en",
) -> None:
    """Build an organisation of made-up people who live through weeks of coaching."""
    # Slow to import, and seldom used.
    from adapters.demo.command import build  # noqa: PLC0415
    from adapters.demo.showing import serve  # noqa: PLC0415
    from adapters.demo.world import Asked, last_sunday  # noqa: PLC0415

    wiring.make_folder(f"sqlite:///{database}")
    logs.begin(logging.ERROR)
    day = (ending or wiring.real_now()).date()
    asked, settings = Asked(people, weeks, seed, last_sunday(day)), load()
    try:
        if show:
            serve(database, secret_key(settings, new_key()), settings.port, language)
        else:
            build(database, secret_key(settings, new_key()), asked)
    except BotError as error:
        _list("The demo was not built:", (str(error),))


@app.command(name="slack-manifest")
def slack_manifest(
    public_host: Annotated[str, typer.Argument(help="Host name Slack reaches, without https://.")],
) -> None:
    """Print the manifest from which Slack makes the app."""
    typer.echo(connect.slack_manifest(public_host), nl=False)


@app.command(name="teams-package")
def teams_package(
    app_id: Annotated[str, typer.Argument(help="Application (client) id of the bot.")],
    public_host: Annotated[str, typer.Argument(help="Host name Teams reaches, without https://.")],
    to: Annotated[Path, typer.Option(help="Where to write the package.")] = Path(
        "declic-teams.zip"
    ),
) -> None:
    """Write the app package that a Teams administrator uploads."""
    typer.echo(f"Wrote {connect.teams_package(app_id, public_host, to)}.")


@app.command()
def key() -> None:
    """Print a new key for DECLIC_SECRET_KEY."""
    typer.echo(new_key())


async def _script(store: Store, name: str, assume: Assumption) -> Script:
    """Read what is to be played; a name that means none, or several, ends with a list."""
    every = await store.run_read(previews.campaigns, store.open_uow)
    found = previews.named(every, name)
    if len(found) != 1:
        heading = "Several campaigns are meant:" if found else "There is no such campaign:"
        _list(heading, tuple(f"{c.id}  {c.terms.name} ({c.state})" for c in found or every))
    if found[0].counting:
        _list("There is no preview yet:", ("The audience is still being read.",))
    script = await store.run_read(previews.script, store.open_uow, found[0].id, assume)
    assert script is not None  # noqa: S101 - it was there a moment ago
    return script


def _played(done: int, of: int) -> None:
    """Say how far the time machine is, where somebody looks on."""
    if sys.stderr.isatty():
        typer.echo(f"\rPlayed {done} of {of}.", err=True, nl=done == of)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise typer.BadParameter(f"no such zone: {name}", param_hint="--zone") from error


def _settings(host: str) -> Settings:
    settings = load()
    if not host:
        return settings
    changed = settings.model_copy(update={"host": host})
    if changed.faults:
        raise SettingsError(changed.faults)
    return changed


def _connected(settings: Settings) -> Settings:
    if not (settings.slack or settings.teams):
        told = "No platform is connected: set SLACK_BOT_TOKEN or TEAMS_APP_ID (see .env.example)."
        raise SettingsError((told,))
    return settings


def _both(settings: Settings) -> AbstractAsyncContextManager[web.Application]:
    return wiring.live(settings, web_too=True, worker_too=True)


def _web(settings: Settings) -> AbstractAsyncContextManager[web.Application]:
    return wiring.live(settings, web_too=True, worker_too=False)


def _serve(settings: Settings, serving: Serving, said: str) -> None:
    # In the playground the terminal is for the address; what goes wrong is still told.
    logs.begin(logging.WARNING if settings.mode == "playground" else logging.INFO)
    asyncio.run(_listen(settings, serving, said))


async def _listen(settings: Settings, serving: Serving, said: str) -> None:
    async with serving(settings) as application:
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=PAGES_WITHIN)
        await runner.setup()
        try:
            await _open(runner, settings)
            typer.echo(said)
            await _until_told()
        finally:
            await _closed(runner, application)


async def _closed(runner: web.AppRunner, application: web.Application) -> None:
    """Answer what was accepted and refuse what still comes, then close; give up in time."""
    with suppress(TimeoutError):
        async with asyncio.timeout(ANSWERED_WITHIN):
            if admission := application.get(wiring.ADMISSION):
                await admission.close()
            await runner.cleanup()


async def _open(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        why = f"{settings.host}, port {settings.port}: {error.strerror}"
        raise SettingsError((f"It cannot listen at {why}. Set HOST or PORT.",)) from error


async def _work(settings: Settings) -> None:
    async with wiring.live(settings, web_too=False, worker_too=True):
        typer.echo("The worker runs.")
        await _until_told()


async def _until_told() -> None:
    """Wait for SIGINT or SIGTERM."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.set)
    await told.wait()


def _address(settings: Settings) -> str:
    return settings.public_url or f"http://{settings.host}:{settings.port}"


def _named(error: Exception) -> str:
    """Name an error of the database in one line, without the address or a value."""
    return str(getattr(error, "orig", error)).partition("\n")[0]


def _list(heading: str, lines: tuple[str, ...]) -> NoReturn:
    typer.echo(heading, err=True)
    for line in lines:
        typer.echo(f"  - {line}", err=True)
    sys.exit(1)
