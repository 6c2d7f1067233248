"""From an answer to the content of a brief: which claims, actors, figures and moments an editor sees, in what order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from firsthand.answer.dates import not_before, reach, settled_key, sort_key, spoken
from firsthand.answer.lookup import Lookup
from firsthand.answer.timeline import Moment, timeline
from firsthand.answer.wording import plain, shortened
from firsthand.brief.figures import figures
from firsthand.brief.passages import passage_at, passage_of
from firsthand.brief.records import Brief, Card, Change, Clash, Happened, Matrix, News, Row, Stance
from firsthand.records import Claim, Contradiction, Novelty, Position, Said
from firsthand.stages.claims import changes
from firsthand.stages.origins import Tree, tree

# An editor has five minutes: what is beyond these numbers is in the export and in the commands.
LONGEST_TITLE = 110
MOST_CARDS = 40
MOST_ROWS = 12
MOST_ACTORS = 7
MOST_CLASHES = 12
MOST_SIDES = 5
MOST_EVENTS = 30
UNNAMED = ("", "others")
KIND_ORDER = ("contradiction", "update", "figure", "narrower")


def make_brief(lookup: Lookup, reports: Sequence[str], title: str | None = None, since: str | None = None) -> Brief:
    """The brief of some reports; ``since`` adds what is new from that date on."""
    reports = lookup.by_date(reports)
    language = main_language(lookup, reports)
    cards = tuple(make_card(lookup, claim, language) for claim in _claims(lookup, reports)[:MOST_CARDS])
    return Brief(
        title=shortened(plain(title or (lookup.title(reports[0]) if reports else "No reports")), LONGEST_TITLE),
        language=language,
        period=period(lookup, reports),
        since=since,
        languages=tuple(sorted({lookup.report(report).language for report in reports})),
        outlets=len({lookup.report(report).outlet for report in reports if lookup.report(report).outlet}),
        cards=cards,
        matrix=make_matrix(cards),
        changes=tuple(make_changes(lookup, cards, language)),
        clashes=make_clashes(lookup, set(reports)),
        figures=figures(lookup, reports, language),
        tree=make_tree(lookup, reports),
        happened=make_timeline(lookup, reports, language),
        news=tuple(make_news(lookup, reports, since)),
        rows=tuple(make_row(lookup, report) for report in reports),
    )


def main_language(lookup: Lookup, reports: Iterable[str]) -> str:
    """The language of most reports: names are given in it where they have one."""
    count = Counter(lookup.report(report).language for report in reports)
    return min(count.items(), key=lambda item: (-item[1], item[0]))[0] if count else "en"


def period(lookup: Lookup, reports: Iterable[str]) -> str:
    """From the first to the last day on which any of the reports was published."""
    known = [found for report in reports if (found := reach(lookup.dating(report).value))]
    if not known:
        return "dates unknown"
    first, last = min(found.first for found in known), max(found.last for found in known)
    return spoken(first.isoformat()) if first == last else f"{spoken(str(first))} to {spoken(str(last))}"


# --- claims -----------------------------------------------------------------------------------------


def _claims(lookup: Lookup, reports: Sequence[str]) -> list[Claim]:
    """Claims of these reports: contested ones first, then those that most actors and reports take part in."""
    chosen = set(reports)
    found = [claim for claim in lookup.answer.claims if any(lookup.said[id_].report in chosen for id_ in claim.said)]
    return sorted(found, key=lambda claim: (*_weight(lookup, claim), claim.id))


def _weight(lookup: Lookup, claim: Claim) -> tuple[bool, int, int]:
    actors = {position.actor for position in claim.positions}
    return not claim.contested, -len({lookup.said[id_].report for id_ in claim.said}), -len(actors)


def make_card(lookup: Lookup, claim: Claim, language: str) -> Card:
    """A claim with its stances in order of time."""
    placed = {position.said for position in claim.positions}
    first = next((lookup.said[id_] for id_ in claim.said if lookup.said[id_].content == claim.gist), None)
    return Card(
        id=claim.id,
        gist=plain(claim.gist),
        language=first.language if first else language,
        contested=claim.contested,
        origins=claim.origins,
        stances=tuple(_stances(lookup, claim.positions, language)),
        others=tuple(passage_of(lookup, lookup.said[id_]) for id_ in claim.said if id_ not in placed),
        reports=len({lookup.said[id_].report for id_ in claim.said}),
    )


def _stances(lookup: Lookup, positions: Iterable[Position], language: str) -> Iterator[Stance]:
    """What an actor does time and again is one stance, until the actor does otherwise."""
    runs: list[list[Position]] = []
    latest: dict[str, list[Position]] = {}
    for position in sorted(positions, key=lambda p: (*settled_key(p.date), p.actor, p.said)):
        run = latest.get(position.actor)
        if run is None or run[-1].act != position.act:
            run = latest[position.actor] = []
            runs.append(run)
        run.append(position)
    return (_stance(lookup, run, language) for run in runs)


def _stance(lookup: Lookup, run: Sequence[Position], language: str) -> Stance:
    dates = tuple(dict.fromkeys(position.date for position in run))
    passages = tuple(passage_of(lookup, lookup.said[position.said]) for position in run)
    return Stance(run[0].actor, plain(lookup.name(run[0].actor, language)), run[0].act, dates, passages)


def make_matrix(cards: Sequence[Card]) -> Matrix:
    """The claims on which most is said by most, and the actors who say most of it."""
    told = [card for card in cards if len({s.actor for s in card.stances}) > 1 or card.reports > 1]
    rows = (told or [card for card in cards if card.stances])[:MOST_ROWS]
    count = Counter((stance.actor, stance.name) for card in rows for stance in _once(card))
    actors = tuple(actor for actor, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MOST_ACTORS])
    columns = (*actors, UNNAMED) if any(card.others for card in rows) else actors
    table = [(card, tuple(_cell(card, actor) for actor, _ in columns)) for card in rows]
    return Matrix(columns, tuple((card, cells) for card, cells in table if any(cells)))


def _once(card: Card) -> Iterable[Stance]:
    return {stance.actor: stance for stance in card.stances}.values()


def _cell(card: Card, actor: str) -> tuple[Stance, ...]:
    return tuple(
        stance for stance in (_unnamed(card) if actor == UNNAMED[0] else card.stances) if stance.actor == actor
    )


def _unnamed(card: Card) -> Iterator[Stance]:
    """Each act towards a claim by sources that are no known party, once."""
    for act in dict.fromkeys(passage.act for passage in card.others):
        yield Stance(*UNNAMED, act, (), tuple(passage for passage in card.others if passage.act == act))


def make_changes(lookup: Lookup, cards: Sequence[Card], language: str) -> Iterator[Change]:
    """Where somebody takes another stance than before, latest first."""
    found = [(card, *change) for card in cards for change in changes(lookup.claims[card.id])]
    for card, _, before, after in sorted(found, key=lambda change: sort_key(change[3].date), reverse=True):
        left, right = (_stance(lookup, [position], language) for position in (before, after))
        yield Change(left.name, card, left, right)


def make_tree(lookup: Lookup, reports: Sequence[str]) -> Tree:
    """The tree of origins; a report whose outlet is not known stands there by its title."""
    found = tree(lookup.answer.analyses, lookup.answer.reuse, lookup.answer.datings, reports)
    titled = {f"report:{report}": plain(lookup.title(report)) for report in reports}
    return replace(found, nodes=tuple(replace(node, name=titled.get(node.id, node.name)) for node in found.nodes))


# --- what does not go together ----------------------------------------------------------------------


def make_clashes(lookup: Lookup, reports: set[str]) -> tuple[Clash, ...]:
    """What does not go together: a denial with all that it stands against, other kinds pair by pair."""
    grouped: dict[tuple[object, ...], list[Contradiction]] = defaultdict(list)
    for found in lookup.answer.contradictions:
        if lookup.said[found.left].report in reports and lookup.said[found.right].report in reports:
            grouped[_clash_key(lookup, found)].append(found)
    clashes = sorted((_clash(lookup, some) for some in grouped.values()), key=_clash_rank)
    return tuple(clashes[:MOST_CLASHES])


def _clash_key(lookup: Lookup, found: Contradiction) -> tuple[object, ...]:
    """What one speaker denies goes together, and so do the same two claims, whoever tells them."""
    if found.kind == "contradiction":
        return found.kind, _side(lookup, found.right)[1]
    return found.kind, *sorted((_side(lookup, found.left)[0], _side(lookup, found.right)[0]))


def _clash_rank(clash: Clash) -> tuple[int, int, str]:
    rank = KIND_ORDER.index(clash.kind) if clash.kind in KIND_ORDER else len(KIND_ORDER)
    return rank, -clash.pairs, clash.ones[0].report


def _side(lookup: Lookup, said: str) -> tuple[str, str]:
    claim = lookup.claim_of.get(said)
    one = lookup.said[said]
    return claim.id if claim else said, one.speaker or lookup.who_said(one)


def _clash(lookup: Lookup, some: Sequence[Contradiction]) -> Clash:
    """The earliest passages of either side: one for each claim on the right, one for each speaker on the left."""
    pairs = [_oriented(lookup, found) for found in some]
    rights = _firsts((right for _, right in pairs), lambda said: _side(lookup, said.id)[0], lookup)
    lefts = _firsts((left for left, _ in pairs), lambda said: _side(lookup, said.id)[1], lookup)
    ones, others = ([passage_of(lookup, said) for said in side[:MOST_SIDES]] for side in (rights, lefts))
    return Clash(some[0].kind, some[0].reason, tuple(ones), tuple(others), len(some))


def _oriented(lookup: Lookup, found: Contradiction) -> tuple[Said, Said]:
    """Denials on the right as they are found; for other kinds one claim on one side and the other on the other."""
    pair = (lookup.said[found.left], lookup.said[found.right])
    if found.kind == "contradiction":
        return pair
    left, right = sorted(pair, key=lambda said: _side(lookup, said.id))
    return left, right


def _firsts(some: Iterable[Said], key: Callable[[Said], str], lookup: Lookup) -> list[Said]:
    """The earliest of those that share a key, in order of time."""
    found: dict[str, Said] = {}
    for said in sorted(some, key=lambda said: _when(lookup, said)):
        found.setdefault(key(said), said)
    return list(found.values())


def _when(lookup: Lookup, said: Said) -> tuple[object, ...]:
    return (*settled_key(lookup.date_of(said)), said.id)


# --- time -------------------------------------------------------------------------------------------


def make_timeline(lookup: Lookup, reports: Sequence[str], language: str) -> tuple[Happened, ...]:
    """Reports and the events that most reports tell, in order of time."""
    moments = timeline(lookup, reports)
    events = sorted((m for m in moments if m.kind == "event"), key=lambda m: -len(m.reports))[:MOST_EVENTS]
    kept = {moment.id for moment in events}
    return tuple(_happened(lookup, m, language) for m in moments if m.kind != "event" or m.id in kept)


def _happened(lookup: Lookup, moment: Moment, language: str) -> Happened:
    first = moment.passages[0][0] if moment.passages else moment.reports[0]
    names = tuple(plain(lookup.name(entity, language)) for entity in moment.who)
    passages = tuple(passage_at(lookup, report, span) for report, span in moment.passages)
    return Happened(moment, lookup.report(first).language, names, passages)


def make_news(lookup: Lookup, reports: Sequence[str], since: str | None) -> Iterator[News]:
    """What each report since a date brings; without a date, what the latest report of known date brings."""
    labels: dict[str, list[Novelty]] = defaultdict(list)
    for found in lookup.answer.novelty:
        if found.label in ("new", "update"):
            labels[found.report].append(found)
    for report in _recent(lookup, reports, since):
        if labels[report]:
            lines = tuple((found.label, passage_at(lookup, report, found.sentence)) for found in labels[report])
            date = spoken(lookup.dating(report).value)
            yield News(report, lookup.outlet(report), lookup.title(report), lookup.report(report).language, date, lines)


def _recent(lookup: Lookup, reports: Sequence[str], since: str | None) -> list[str]:
    dated = [report for report in reports if reach(lookup.dating(report).value)]
    if since is None:
        return dated[-1:]
    return [report for report in dated if not_before(lookup.dating(report).value, since)]


def make_row(lookup: Lookup, report: str) -> Row:
    """A report as a line of the list at the end."""
    analysis, dating = lookup.analyses[report], lookup.dating(report)
    labels = Counter(found.label for found in lookup.answer.novelty if found.report == report)
    chains = tuple(dict.fromkeys(chain.hops for chain in analysis.chains if chain.scope == "report"))
    return Row(
        report, lookup.outlet(report), plain(lookup.title(report)), analysis.report.language, dating.value, dating.why,
        dating.conflicts, chains, tuple(sorted(labels.items())), analysis.report.path,
    )  # fmt: skip
