"""``firsthand judge``: what people decide about entities, claims and stories; dated, listed, undone at will."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from firsthand.cli.terminal import nothing, say
from firsthand.records import Judgement

judging = typer.Typer(
    help="Merge or split entities, claims and stories; list and undo what was decided.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Subject = Annotated[str, typer.Argument(help="entity, claim or story.")]
Left = Annotated[str, typer.Argument(help="Id or name of the one.")]
Right = Annotated[str, typer.Argument(help="Id or name of the other.")]
Because = Annotated[str, typer.Option("--because", help="The reason, for whoever reads it later.")]
Store = Annotated[
    Optional[str],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option("--store", envvar="FIRSTHAND_STORE", help="SQLite file or PostgreSQL address."),
]


@judging.command()
def merge(subject: Subject, left: Left, right: Right, because: Because = "", store: Store = None) -> None:
    """Say that two are the same."""
    _decide(store, subject, (left, right), "same", because)


@judging.command()
def split(subject: Subject, left: Left, right: Right, because: Because = "", store: Store = None) -> None:
    """Say that two are not the same."""
    _decide(store, subject, (left, right), "different", because)


@judging.command("list")
def list_all(
    undone: Annotated[bool, typer.Option("--all", help="Also those that were undone.")] = False, store: Store = None
) -> None:
    """List what was decided, oldest first."""
    from firsthand.cli.stores import existing

    with existing(store) as opened:
        found = opened.judgements(undone=undone)
    for judgement in found:
        _say(judgement)
    if not found:
        nothing("Nothing has been judged.")


@judging.command()
def undo(number: Annotated[int, typer.Argument(help="Its number in the list.")], store: Store = None) -> None:
    """Take a decision back; it stays in the list with --all."""
    from firsthand.cli.stores import existing

    with existing(store) as opened:
        _say(opened.undo(number))


def _decide(store: str | None, subject: str, pair: tuple[str, str], verdict: str, because: str) -> None:
    from firsthand.answer.build import answer_of
    from firsthand.answer.judging import decision
    from firsthand.answer.lookup import Lookup
    from firsthand.cli.stores import existing

    with existing(store) as opened:
        _say(opened.add_judgement(decision(Lookup(answer_of(opened)), subject, pair, verdict, because)))


def _say(judgement: Judgement) -> None:
    verdict = "is" if judgement.verdict == "same" else "is not"
    end = f"  undone {judgement.undone_at}" if judgement.undone_at else ""
    say((f"{judgement.id}", "bold"), f"  {judgement.subject}: {judgement.left} {verdict} {judgement.right}")
    say((f"{judgement.reason}, by {judgement.by}, {judgement.at}{end}", "dim"), indent=3)
