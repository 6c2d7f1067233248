"""What the commands that ask a store print: stories, claims, sources, timeline, what is new, who, search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.answer.build import answer_of
from firsthand.answer.dates import not_before, settled_key, sort_key, spoken
from firsthand.answer.lookup import Lookup
from firsthand.answer.sources import Source, in_story, sources
from firsthand.answer.timeline import Moment, timeline
from firsthand.answer.wording import counted, origins_in_words, plain, shortened
from firsthand.cli.stores import existing
from firsthand.cli.terminal import act, heading, nothing, say
from firsthand.errors import NotFoundError
from firsthand.records import Claim, Entity, Novelty, Said, Story

_PASSAGE = 240  # code points of a passage on a terminal; show gives all of it


def opened(store: str | None) -> Lookup:
    """The answer of a store."""
    with existing(store) as found:
        return Lookup(answer_of(found))


def label(lookup: Lookup, report: str) -> str:
    """A report in few words: outlet, date, id."""
    return f"{lookup.outlet(report)}, {spoken(lookup.dating(report).value)}, {report}"


# --- search and who ---------------------------------------------------------------------------------


def show_hits(store: str | None, words: str, limit: int) -> None:
    """Prints the reports that hold all the words, with the passage that holds most of them."""
    with existing(store) as found:
        hits = found.search(words, limit)
        lookup = Lookup(answer_of(found)) if hits else None
    if lookup is None:
        nothing(f"No report holds all of: {words}")
        return
    for hit in hits:
        say((lookup.title(hit.report.id), "bold"))
        say((label(lookup, hit.report.id), "dim"), indent=2)
        say(plain(hit.snippet.of(hit.report.text)), indent=2)


def show_who(store: str | None, name: str) -> None:
    """Prints what bears a name: its names, what it said, where it is named. Raises NotFoundError."""
    lookup = opened(store)
    found = lookup.find_entities(name)
    if not found:
        raise NotFoundError(f"nobody and nothing is named {name!r}")
    for entity in found:
        _entity(lookup, entity)


def _entity(lookup: Lookup, entity: Entity) -> None:
    heading(f"{lookup.name(entity.id)} ({entity.type})")
    say((f"{entity.id}", "dim"))
    for code in sorted({code for code, _ in entity.names}):
        say(f"{code}  {', '.join(name for language, name in entity.names if language == code)}", indent=2)
    said = sorted(lookup.said_by.get(entity.id, ()), key=lambda s: (*_when(lookup, s), s.id))
    for item in said:
        _statement(lookup, item)
    if not said:
        nothing("Nothing said in these reports.")
    reports = lookup.reports_of.get(entity.id, ())
    say(f"named in {len(reports)} report{'' if len(reports) == 1 else 's'}: {', '.join(reports)}")


def _when(lookup: Lookup, said: Said) -> tuple[object, ...]:
    return sort_key(lookup.date_of(said))


def _statement(lookup: Lookup, said: Said) -> None:
    claim = lookup.claim_of.get(said.id)
    say(
        act(said.attribution.act),
        f"  {spoken(lookup.date_of(said))}",
        ("  contested" if claim and claim.contested else "", "red"),
    )
    say(shortened(plain(said.content), _PASSAGE), indent=4)
    chain = f"; {' > '.join(said.chain)}" if said.chain else ""
    say((label(lookup, said.report) + chain, "dim"), indent=4)


# --- stories, claims, sources -----------------------------------------------------------------------


def show_stories(store: str | None) -> None:
    """Prints the stories, those with most reports first."""
    lookup = opened(store)
    for story in sorted(lookup.answer.stories, key=lambda s: (-len(s.reports), s.id)):
        _story(lookup, story)
    if not lookup.answer.stories:
        nothing("No stories: there are no reports.")


def _story(lookup: Lookup, story: Story) -> None:
    reports = lookup.by_date(story.reports)
    outlets = sorted({lookup.outlet(report) for report in reports})
    languages = sorted({lookup.report(report).language for report in reports})
    say((plain(story.title), "bold"))
    say((f"{story.id} · {len(reports)} reports · {', '.join(languages)} · {', '.join(outlets)}", "dim"), indent=2)
    for report in reports:
        say(f"{spoken(lookup.dating(report).value)}  {lookup.title(report)}", (f"  {report}", "dim"), indent=2)


def show_claims(store: str | None, story: str | None, contested: bool) -> None:
    """Prints the claims that more than one report or actor takes part in first."""
    lookup = opened(store)
    chosen = claims_in(lookup, in_story(lookup, story))
    shown = [claim for claim in chosen if claim.contested or not contested]
    for claim in shown:
        say_claim(lookup, claim)
    if not shown:
        nothing("No claims.")


def claims_in(lookup: Lookup, reports: Sequence[str]) -> list[Claim]:
    """Claims of these reports: contested ones first, then those said most often."""
    chosen = set(reports)
    found = [claim for claim in lookup.answer.claims if any(lookup.said[id_].report in chosen for id_ in claim.said)]
    return sorted(found, key=lambda c: (not c.contested, -len(c.said), c.id))


def say_claim(lookup: Lookup, claim: Claim) -> None:
    """Prints a claim: its words, its origins, and who stands where on it."""
    say(("contested  " if claim.contested else "", "red"), (shortened(plain(claim.gist), _PASSAGE), "bold"))
    names = f": {', '.join(claim.origins.names)}" if claim.origins.names else ""
    why = f" ({claim.origins.why})" if claim.origins.why else ""
    reports = counted(len({lookup.said[id_].report for id_ in claim.said}), "report")
    say((f"{claim.id} · {reports} · {origins_in_words(claim.origins)}{names}{why}", "dim"), indent=2)
    for (name, stance, when), some in _ledger(lookup, claim).items():
        say(act(stance), f"  {plain(name)}, {when}", (f"  ({'; '.join(some)})", "dim"), indent=2)


def _ledger(lookup: Lookup, claim: Claim) -> dict[tuple[str, str, str], list[str]]:
    """Name, act and date -> the outlets and reports that tell it, in order of time."""
    found: dict[tuple[str, str, str], list[str]] = {}
    placed = {position.said: position for position in claim.positions}
    rows = [(placed[id_].date if id_ in placed else lookup.date_of(lookup.said[id_]), id_) for id_ in claim.said]
    for date, id_ in sorted(rows, key=lambda row: (*settled_key(row[0]), row[1])):
        said, position = lookup.said[id_], placed.get(id_)
        name = lookup.name(position.actor) if position else lookup.who_said(said)
        stance = position.act if position else said.attribution.act
        found.setdefault((name, stance, spoken(date)), []).append(f"{lookup.outlet(said.report)} {said.report}")
    return found


def show_sources(store: str | None, story: str | None) -> None:
    """Prints whom the news goes back to, and who carried it."""
    lookup = opened(store)
    found = sources(lookup, in_story(lookup, story))
    for source in found:
        _source(source)
    if not found:
        nothing("No sources: nobody is quoted and no chain is stated.")


def _source(source: Source) -> None:
    say((source.name, "bold"), f"  {source.kind}")
    parts = [
        f"quoted {len(source.said)} times" if source.said else "",
        f"behind {len(source.first)} reports" if source.first else "",
    ]
    carried = f"carried by {', '.join(source.carriers)}" if source.carriers else ""
    say(("; ".join(part for part in (*parts, carried) if part), "dim"), indent=2)


# --- time -------------------------------------------------------------------------------------------


def show_timeline(store: str | None, story: str | None, since: str | None) -> None:
    """Prints events and reports in order of time."""
    lookup = opened(store)
    moments = timeline(lookup, in_story(lookup, story), since)
    say_moments(lookup, moments)
    if not moments:
        nothing("Nothing is dated so.")


def say_moments(lookup: Lookup, moments: Iterable[Moment]) -> None:
    """Prints moments, each with the reports that tell it."""
    for moment in moments:
        told = shortened(plain(moment.what), _PASSAGE)
        if moment.kind == "report":
            say(f"{spoken(moment.when)}  ", "reported: ", told, (f"  ({lookup.outlet(moment.id)}, {moment.id})", "dim"))
            continue
        say(f"{spoken(moment.when)}  ", (told, "bold"))
        where = f"{moment.where}; " if moment.where else ""
        say((f"{where}{counted(len(moment.reports), 'report')}: {', '.join(moment.reports)}", "dim"), indent=4)


def show_new(store: str | None, report: str | None, since: str | None) -> None:
    """Prints what one report, or every report since a date, brings that no earlier one had."""
    lookup = opened(store)
    chosen = (
        [lookup.find_report(report)]
        if report
        else [r for r in lookup.by_date(lookup.analyses) if _since(lookup, r, since)]
    )
    for id_ in chosen:
        _new_in(lookup, id_, [n for n in lookup.answer.novelty if n.report == id_], everything=report is not None)
    if not chosen:
        nothing("No report is of that time.")


def _since(lookup: Lookup, report: str, since: str | None) -> bool:
    return since is None or not_before(lookup.dating(report).value, since)


def _new_in(lookup: Lookup, report: str, found: Iterable[Novelty], everything: bool) -> None:
    labels = list(found)
    heading(lookup.title(report))
    say((label(lookup, report), "dim"))
    text = lookup.report(report).text
    for one in labels:
        if everything or one.label in ("new", "update"):
            earlier = f"  (from {label(lookup, one.earlier)})" if one.earlier else ""
            say((f"{one.label:<10} ", "cyan"), plain(one.sentence.of(text)), (earlier, "dim"))
    if not any(one.label in ("new", "update") for one in labels):
        nothing("Nothing new." if labels else "Not compared.")
