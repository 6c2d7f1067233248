"""The commands and their options; what each does stands in the module that it calls, loaded only then."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from firsthand import __version__
from firsthand.cli.chosen import Chosen
from firsthand.errors import UsageError

app = typer.Typer(
    help="Traces what the news says back to who said it first.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Store = Annotated[
    Optional[str],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option(
        "--store", envvar="FIRSTHAND_STORE", help="SQLite file or PostgreSQL address.", show_default="firsthand.db"
    ),
]
Paths = Annotated[list[Path], typer.Argument(help="Files and folders: .txt, .html, .json, .jsonl.", show_default=False)]
PublishedOption = Annotated[Optional[str], typer.Option(help="Publication date of all these reports, as 2025-03-04.")]  # noqa: UP045
OutletOption = Annotated[Optional[str], typer.Option(help="Who published all these reports.")]  # noqa: UP045
LanguageOption = Annotated[Optional[str], typer.Option(help="Language of all these reports: uk, ru or en.")]  # noqa: UP045
NamesOption = Annotated[str, typer.Option(help="How names are found: best, or fast for archives.")]
WorkersOption = Annotated[int, typer.Option(min=0, help="Processes that analyse; 0 chooses by the number of files.")]
StoryOption = Annotated[Optional[str], typer.Option("--story", help="Only this story: its id or words of its title.")]  # noqa: UP045
SinceOption = Annotated[Optional[str], typer.Option("--since", help="From this date on, as 2025-03-04.")]  # noqa: UP045


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"firsthand {__version__}")
        raise typer.Exit


@app.callback()
def _before(
    store: Store = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Says the version.")
    ] = False,
) -> None:
    Chosen.store = store


@app.command()
def read(
    paths: Paths,
    store: Store = None,
    published: PublishedOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
    names: NamesOption = "best",
    workers: WorkersOption = 0,
) -> None:
    """Read reports into the store; only what is new or changed, stoppable at any moment."""
    from firsthand.cli.reading import Stated, read_into

    raise typer.Exit(read_into(store, paths, Stated(published, outlet, language, names, workers)))


@app.command()
def annotate(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.", show_default=False)],
    published: PublishedOption = None,
    outlet: OutletOption = None,
    language: LanguageOption = None,
    names: NamesOption = "best",
    workers: WorkersOption = 0,
) -> None:
    """Write one JSON file a report: who said what, chains, dates, names, quantities. Needs no store."""
    from firsthand.cli.reading import Stated, annotate_into

    raise typer.Exit(annotate_into(output, paths, Stated(published, outlet, language, names, workers)))


@app.command()
def show(
    report: Annotated[str, typer.Argument(help="Beginning of its id, or part of its path or title.")],
    why: Annotated[bool, typer.Option("--why", help="Say which rule found what.")] = False,
    store: Store = None,
) -> None:
    """Show one report: how the news came, who says what, what it is made of."""
    from firsthand.cli.show import show_report

    show_report(store, report, why)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words, in whatever form.")],
    limit: Annotated[int, typer.Option(min=1, help="How many reports to show.")] = 20,
    store: Store = None,
) -> None:
    """Find reports by words in whatever form."""
    from firsthand.cli.views import show_hits

    show_hits(store, " ".join(words), limit)


@app.command()
def who(
    name: Annotated[list[str], typer.Argument(help="A name, in any of the languages.")], store: Store = None
) -> None:
    """Show what a person, organisation or country said, and where it is named."""
    from firsthand.cli.views import show_who

    show_who(store, " ".join(name))


@app.command()
def stories(store: Store = None) -> None:
    """List the running matters that the reports are about."""
    from firsthand.cli.views import show_stories

    show_stories(store)


@app.command()
def claims(
    story: StoryOption = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only those that somebody denies or doubts.")] = False,
    store: Store = None,
) -> None:
    """List what is said: who asserts and who denies it, and how many independent origins it has."""
    from firsthand.cli.views import show_claims

    show_claims(store, story, contested)


@app.command()
def sources(story: StoryOption = None, store: Store = None) -> None:
    """List whom the news goes back to, and who carried it."""
    from firsthand.cli.views import show_sources

    show_sources(store, story)


@app.command()
def timeline(story: StoryOption = None, since: SinceOption = None, store: Store = None) -> None:
    """Show what happened and what was reported, in order of time."""
    from firsthand.cli.views import show_timeline

    show_timeline(store, story, since)


@app.command()
def new(
    report: Annotated[Optional[str], typer.Argument(help="Beginning of its id, or part of its path or title.")] = None,  # noqa: UP045
    since: SinceOption = None,
    store: Store = None,
) -> None:
    """Show what a report brings that no earlier one had, or what all reports since a date bring."""
    from firsthand.cli.views import show_new

    show_new(store, report, since)


@app.command()
def brief(
    form: Annotated[str, typer.Option("--format", help="html or md.")] = "html",
    output: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--output", "-o", help="File to write; - for the terminal.", show_default="brief.html"),
    ] = None,
    story: StoryOption = None,
    since: SinceOption = None,
    store: Store = None,
) -> None:
    """Write a page that tells a story with its evidence: who says what, origins, timeline, what is new."""
    from firsthand.cli.writing import write_brief

    write_brief(store, _one_of("format", form, ("html", "md")), output, story, since)


@app.command()
def export(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="bundle (all in one JSON object), csv, parquet, ftm, claimreview, prov, annotation, graph, "
            "timelinejs or brat.",
        ),
    ] = "bundle",
    output: Annotated[
        str, typer.Option("--output", "-o", help="File to write, a folder for several files; - for the terminal.")
    ] = "-",
    store: Store = None,
) -> None:
    """Write all that is known across the reports, for other programs."""
    from firsthand.cli.exporting import write_export
    from firsthand.export.formats import FORMATS

    write_export(store, _one_of("format", form, tuple(FORMATS)), output)


@app.command()
def demo(
    output: Annotated[str, typer.Option("--output", "-o", help="Where the page goes.")] = "brief.html",
) -> None:
    """Read the bundled sample reports, print the answer, and write it as a page."""
    from firsthand.cli.demo import run_demo

    run_demo(output)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Where to listen; another than this machine needs --token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8765,
    token: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(envvar="FIRSTHAND_TOKEN", help="What whoever asks must show.", show_default=False),
    ] = None,
    store: Store = None,
) -> None:
    """Show the store as web pages and REST, on this machine."""
    from firsthand.cli.serving import run_server

    run_server(store, host, port, token)


@app.command()
def mcp(store: Store = None) -> None:
    """Answer an assistant's questions by the Model Context Protocol, on standard input and output."""
    from firsthand.cli.serving import run_mcp

    run_mcp(store)


def _one_of(option: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise UsageError(f"--{option} {value!r} is not known; choose one of {', '.join(known)}")
    return value


def _add_judging() -> None:
    from firsthand.cli.judging import judging

    app.add_typer(judging, name="judge")


_add_judging()
