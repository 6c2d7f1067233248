"""``firsthand show``: one report, what it says and who says it, and apart from it what is no news text."""

from __future__ import annotations

from firsthand.answer.build import answer_of
from firsthand.answer.dates import spoken
from firsthand.answer.lookup import Lookup
from firsthand.answer.wording import plain, shortened
from firsthand.cli.stores import existing
from firsthand.cli.terminal import act, heading, nothing, say
from firsthand.records import Analysis, Attribution, Novelty, Said, Span
from firsthand.stages.scores import UNSURE


def show_report(store: str | None, words: str, why: bool) -> None:
    """Prints one report; with ``why`` also which rule found what."""
    with existing(store) as opened:
        lookup = Lookup(answer_of(opened))
    id_ = lookup.find_report(words)
    analysis = lookup.analyses[id_]
    _head(lookup, id_)
    _chains(analysis, why)
    _said(lookup, analysis, why)
    _text(analysis, {n.sentence: n for n in lookup.answer.novelty if n.report == id_}, lookup)
    _details(analysis, why)
    _junk(analysis, why)


def _head(lookup: Lookup, id_: str) -> None:
    report, dating = lookup.report(id_), lookup.dating(id_)
    say((lookup.title(id_), "bold"))
    say(f"{lookup.outlet(id_)} · {report.language} · {spoken(dating.value)} · {id_}")
    say((report.path, "dim"))
    for reason in dating.why:
        say((f"dated so because: {reason}", "dim"))
    for conflict in dating.conflicts:
        say((f"but: {conflict}", "yellow"))


def _chains(analysis: Analysis, why: bool) -> None:
    heading("How the news came")
    for chain in analysis.chains:
        scope = "the report" if chain.scope == "report" else "a passage"
        say(
            (" > ".join(chain.hops), "bold"),
            f"  ({scope}: “{_words(analysis, chain.evidence)}”)",
            *_rule(chain.rule, why),
        )
    if not analysis.chains:
        nothing("The report does not say.")


def _said(lookup: Lookup, analysis: Analysis, why: bool) -> None:
    heading("Who says what")
    said = {item.number: item for item in lookup.said_in.get(analysis.report.id, ())}
    for number, attribution in enumerate(analysis.attributions):
        _one_said(lookup, analysis, attribution, said.get(number), why)
    if not analysis.attributions:
        nothing("Nobody but the report itself.")


def _one_said(lookup: Lookup, analysis: Analysis, attribution: Attribution, said: Said | None, why: bool) -> None:
    speaker = lookup.who_said(said) if said else attribution.speaker
    source = _words(analysis, attribution.source) if attribution.source else ""
    named = speaker or source or "source not named"
    beside = f"  ({source})" if source and plain(source) != plain(named) else ""
    when = f"  {spoken(said.said)}" if said and said.said else ""
    say(act(attribution.act), "  ", (named, "bold"), beside, f"  [{_words(analysis, attribution.cue)}]", when)
    if why:
        say((f"rule: {attribution.rule}, score {attribution.score:.2f}", "dim"), indent=4)
    elif attribution.score < UNSURE:
        say(("read with doubt: check the words", "yellow"), indent=4)
    for span in attribution.content:
        say(_words(analysis, span), indent=4)
    claim = lookup.claim_of.get(said.id) if said else None
    if claim is not None and len(claim.said) > 1:
        say(
            (f"claim {claim.id}: said {len(claim.said)} times{', contested' if claim.contested else ''}", "dim"),
            indent=4,
        )


def _text(analysis: Analysis, novelty: dict[Span, Novelty], lookup: Lookup) -> None:
    heading("The news text, sentence by sentence")
    for sentence in analysis.sentences:
        label = novelty.get(sentence.span)
        mark = f"{label.label:<10} " if label else ""
        say((mark, "cyan"), _words(analysis, sentence.span), (_earlier(label, lookup), "dim"))


def _earlier(label: Novelty | None, lookup: Lookup) -> str:
    if label is None or label.earlier is None:
        return ""
    return f"  (from {lookup.outlet(label.earlier)}, {spoken(lookup.dating(label.earlier).value)}, {label.earlier})"


def _details(analysis: Analysis, why: bool) -> None:
    heading("Names, dates, amounts")
    names: dict[str, str] = {mention.name: mention.type for mention in analysis.mentions}
    say("; ".join(f"{name} ({type_})" for name, type_ in names.items()) or "no names")
    say("; ".join(f"{_words(analysis, t.span)} = {t.value}" for t in analysis.times) or "no dates")
    say("; ".join(_words(analysis, q.span) for q in analysis.quantities) or "no amounts")
    for time in analysis.times if why else ():
        say((f"{_words(analysis, time.span)} = {time.value}: {time.rule}", "dim"), indent=2)


def _junk(analysis: Analysis, why: bool) -> None:
    heading("On the page, but no news text")
    for region in analysis.regions:
        say(
            (f"{region.kind:<18} ", "yellow"),
            (shortened(_words(analysis, region.span), 200), "dim"),
            *_rule(region.rule, why),
        )
    if not analysis.regions:
        nothing("Nothing.")


def _words(analysis: Analysis, span: Span) -> str:
    return plain(span.of(analysis.report.text))


def _rule(rule: str, why: bool) -> tuple[tuple[str, str], ...]:
    return ((f"  rule: {rule}", "dim"),) if why else ()
