"""Media that tell where no attribution was read, because the page lost a name or moved it.

``Про це ПРАЙМ. повідомляє``, ``Про це повідомляє з посиланням на X. Економічна правда``, also in the next paragraph,
``«Слово і діло» посилаючись на X``, ``слова якого наводить агенція dpa``. Only names of media count: where
none is left, none tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lang.outlets import find_outlet
from firsthand.names.nominative import phrase_nominative
from firsthand.records import Attribution, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span
from firsthand.stages.attribution.frames.as_says import points_back
from firsthand.stages.attribution.media import (
    first_noun,
    has_newsroom,
    is_document,
    is_named_channel,
    known_outlet,
    medium_name,
    outlet_form,
)
from firsthand.stages.attribution.phrases import phrase_at, phrases_up_to
from firsthand.stages.attribution.said_at import past_date
from firsthand.stages.attribution.words import Line, Word, cases_in
from firsthand.stages.chains.credits import is_certain, outlet_size
from firsthand.stages.chains.foreign import capital_outlet, foreign_name, is_latin, latin_run
from firsthand.stages.chains.names import cased
from firsthand.stages.chains.plain import plain_name_behind
from firsthand.stages.chains.quoting import leads_with_words
from firsthand.stages.chains.scene import OPENING, OUTSIDE, Scene, is_named_once, unquoted
from firsthand.stages.chains.tellers import DOMAIN, is_foreign_name, names_medium

ABOUT_WORDS = 2
# Words up to "про це" in "З посиланням на агенцію X про це".
MOST_REFERRED = 12
MOST_NAME_WORDS = 4
# Words from a medium to "посиланням" behind it.
MOST_TO_REFERENCE = 3
MOST_MEDIUM_WORDS = 6
MOST_QUOTED_WORDS = 10
QUOTE_MARKS = 2
# Characters between words of reference and what else is told in a sentence that the page ran together.
FAR = 60
NEXT_WORDS = re.compile(r"[\s.!?]{1,6}((?:[^\s.!?]{1,40}\s{1,3}){1,5})")
NEXT_LINE = re.compile(r"[ \t]{0,3}\n\s{0,5}([^\n]{2,80})")
QUOTED_NAME = re.compile(r"[ \t]{1,3}[«“„\"]([^«»“”„\"\n]{2,40})[»”“\"]")
QUOTED_END = re.compile(r"[«“„\"]([^«»“”„\"]{2,60})[»”“\"]\s{0,3}$")


def unread_tellers(scene: Scene) -> tuple[Attribution, ...]:
    """What media tell in a sentence beside the reportings that were read there; without content."""
    line = scene.line
    read = [r.cue for r in scene.reportings if r.source is not None]
    verbs, known = teller_verbs(line), line.group("became_known")
    found = []
    for word in line.words:
        if not word.finite and word.low not in known:
            continue
        tells = (word.finite and word.lemmas & verbs) or word.low in known
        writes = word.finite and word.lemmas & line.group("put_out_verbs")
        if not (tells or writes):
            continue
        cue = Span(word.start, word.stop)
        if any(cue.overlaps(span) for span in read):
            continue
        source = teller_of(scene, word) if tells else channel_before(line, word)
        if source is not None:
            found.append(telling(scene, source, cue, says_as(line, word)))
    ways = (quoted_after, before_reference, on_next_line, alone_at_end, heads_title, beside_verb)
    return tuple(found) or next(filter(None, (tuple(way(scene)) for way in ways)), ())


def teller_verbs(line: Line) -> frozenset[str]:
    """The verbs behind which a sentence may name who tells: ``повідомляє``, ``наводить``; under ``Про це`` more."""
    kinds = "media_verbs|cite_verbs|referring_verbs"
    if opens_about_this(line):
        kinds += "|naming_verbs|news_verbs"
    if leads_with_words(line):
        kinds += "|news_verbs|airing_verbs"
    return line.group(kinds)


def telling(scene: Scene, source: Span, cue: Span, frame: str = "parenthesis") -> Attribution:
    """That a medium tells, with the content of what was read without a source there, else with none."""
    rule = "about-this" if opens_about_this(scene.line) else frame
    text = unquoted(source.of(scene.line.text))
    marked = source.of(scene.line.text)[:1] in OPENING and known_outlet(text, scene.line.language) is None
    called = foreign_name(scene.line, source) if marked else medium_name(text, scene.line.language)
    if marked and cue.of(scene.line.text).lower() in scene.line.group("became_known"):
        plain = outlet_form(text, scene.line.language) or phrase_nominative(text, scene.line.language)
        called = cased(plain, text)  # "стало відомо «Віснику»"
    verb = scene.line.inside(cue)[-1:]
    named = bool(verb) and plain_name_behind(scene.line, verb[0]) == source
    name = text if named else capital_name(scene.line, source) or called
    read = next((r for r in scene.reportings if r.source is None and r.cue.overlaps(cue)), None)
    content = read.content if read is not None and rule == "parenthesis" else ()
    return Attribution(source, cue, content, "assert", "indirect", rule, name)


def capital_name(line: Line, source: Span) -> str | None:
    """``Радіо Швеція``, ``Чеське радіо``: a name that tells what it is, as it stands inside a sentence."""
    words = line.inside(source)
    if len(words) < 2 or not words[0].at or not words[0].capital:
        return None
    begins = bool((words[0].lemmas | {words[0].low}) & line.group("medium_beginnings"))
    what = words[0] if begins else next((w for w in words if w.lemmas & line.group("media")), None)
    if what is None or (what is words[0] and words[1].text.isascii()) or any(w.kind != "word" for w in words):
        return None
    named = what is words[0] and all(w.capital for w in words)
    called = what is words[-1] and bool(words[0].adjectives) and len(words) == 2
    nominative = phrase_nominative(source.of(line.text), line.language)
    return source.of(line.text) if named else cased(nominative, words[0].text) if called else None


def opens_about_this(line: Line) -> bool:
    """Whether a sentence begins with ``Про це``, or with ``З посиланням на X про це``."""
    return about_end(line) > 0


def about_end(line: Line) -> int:
    """Where the ``Про це`` ends that opens a sentence; 0 where none does."""
    referring = any(word.low in line.group("reference") for word in line.words[:ABOUT_WORDS])
    for word in line.words[: MOST_REFERRED if referring else 1]:
        this = line.between(word.at + 1, word.at + ABOUT_WORDS)
        if word.finite:
            return 0
        if word.low in line.group("about") and this and this[0].low in line.group("pronouns.this"):
            return word.at + ABOUT_WORDS
    return 0


def teller_of(scene: Scene, word: Word) -> Span | None:
    """The medium whose verb a word is: behind it, under ``Про це`` before it, or torn off into the next sentence."""
    line = scene.line
    if word.low in line.group("became_known") and (whom := newsroom_of(line, word)) is not None:
        return whom
    if not opens_about_this(line):
        cites = bool(word.lemmas & line.group("cite_verbs")) or leads_with_words(line)
        behind = named_behind(scene, word) if cites or leads_in(line, word) else None
        return (
            behind
            or before_clause(line, word)
            or moved_before(line, word)
            or (outlet_at_end(line, word) if cites else None)
        )
    return named_behind(scene, word) or named_between(line, word) or torn_off(line)


def before_clause(line: Line, verb: Word) -> Span | None:
    """``Le Temps, яка першою це розповіла, пише``: the medium before a relative clause that a verb goes on behind."""
    if not verb.at or line.words[verb.at - 1].text != ",":
        return None
    relative = (w for w in line.words[2 : verb.at] if w.low in line.group("relatives") and is_comma(line, w.at - 1))
    comma = next((w.at - 1 for w in relative), 0)
    phrases = phrases_up_to(line, comma, MOST_MEDIUM_WORDS) if comma else ()
    spans = (Span(line.words[phrase.first].start, line.words[comma - 1].stop) for phrase in phrases)
    named = (
        s
        for s in spans
        if names_medium(s.of(line.text), line.language) or is_foreign_name(s.of(line.text), line.language)
    )
    return next(named, None)


def channel_before(line: Line, verb: Word) -> Span | None:
    """``У телеграм-каналі «X», який веде мерія, написали``: a channel by its own name before a relative clause."""
    opens = any(word.lemmas & line.group("channels") for word in line.words[:MOST_MEDIUM_WORDS])
    channel = before_clause(line, verb) if opens else None
    return channel if channel is not None and is_named_channel(channel.of(line.text), line.language) else None


def newsroom_of(line: Line, known: Word) -> Span | None:
    """``стало відомо журналістам [«X»]``, ``кореспондентові [«X»] стало відомо``: whose reporters came to know."""
    marked = QUOTED_NAME.match(line.text, known.stop)
    if marked is not None and not any(w.mention_type == "PER" for w in line.inside(Span(known.stop, marked.end()))):
        return Span(line.words[known.at + 1].start, marked.end())  # "стало відомо «Порту»"
    became = next((w.at for w in line.between(known.at - 1, known.at) if w.low in line.group("became")), known.at)
    for reporter in (*line.between(became - MOST_MEDIUM_WORDS, became), *line.between(known.at + 1, known.at + 2)):
        if not reporter.lemmas & line.group("reporters") or reporter.at + 1 >= len(line.words):
            continue
        behind = line.words[reporter.at + 1]
        match = QUOTED_NAME.match(line.text, reporter.stop)
        if match is not None:
            return Span(behind.start, match.end())
        phrase = phrase_at(line, behind.at, coordinate=False)
        span = phrase_span(line, phrase) if phrase is not None else None
        if span is not None and names_medium(span.of(line.text), line.language):
            return span
    return None


def outlet_at_end(line: Line, verb: Word) -> Span | None:
    """``цитує спогади професора Порт.ru``: the outlet behind what it quotes, at the end of the sentence."""
    last = next((w for w in reversed(line.words) if w.text not in ".!?…"), None)
    if last is None or last.at - verb.at > MOST_QUOTED_WORDS:
        return None
    for first in range(max(verb.at + 2, last.at - MOST_NAME_WORDS + 1), last.at + 1):
        span = Span(line.words[first].start, last.stop)
        outlet = known_outlet(span.of(line.text), line.language)
        if outlet is not None and has_newsroom(outlet):
            return span
    return latin_at_end(line, verb, last) or marked_at_end(line, verb, last)


def marked_at_end(line: Line, verb: Word, last: Word) -> Span | None:
    """``цитує Івана Ткача «Вежа»``: a name between marks at the end, right behind the name of whom it quotes."""
    match = QUOTED_END.search(line.text[verb.stop : last.stop])
    if match is None:
        return None
    start = verb.stop + match.start()
    before = [w for w in line.between(verb.at + 1, last.at) if w.stop <= start]
    return Span(start, last.stop) if before and before[-1].mention_type == "PER" else None


def latin_at_end(line: Line, verb: Word, last: Word) -> Span | None:
    """``відтворює вислів міністра Právo``: a name in Latin letters at the end, behind whose words it quotes."""
    words = line.between(verb.at + 1, last.at + 1)
    first = next((w.at for w in words if is_latin(w) and w.capital), None)
    if first is None or words[0].low not in line.group("quoted_words"):
        return None
    run = latin_run(line, first)
    return Span(run[0].start, last.stop) if run[-1] is last and all(w.mention_type != "PER" for w in run) else None


def moved_before(line: Line, verb: Word) -> Span | None:
    """``..., Порт.ru. пишет``: the page put the name before its verb, with the full stop."""
    stop = line.words[verb.at - 1] if verb.at > 1 else None
    if stop is None or stop.text not in ".…" or verb.at + 1 < len(line.words):
        return None
    for first in range(max(0, stop.at - MOST_NAME_WORDS), stop.at):
        opens = not first or line.words[first - 1].kind == "mark"
        text = line.text[line.words[first].start : stop.start]
        outlet = find_outlet(unquoted(text)) if opens else None
        if outlet is not None and has_newsroom(outlet):
            return Span(line.words[first].start, stop.start)
    return None


def leads_in(line: Line, verb: Word) -> bool:
    """Whether a verb begins what says who tells: ``..., пише``, ``Як уже повідомляв``, ``якого цитує``."""
    before, leading = word_before(line, verb), line.group("as_says|earlier|relatives|became")
    return before is not None and (before.kind == "mark" or before.low in leading)


def word_before(line: Line, verb: Word) -> Word | None:
    """The word before a verb, past ``уже``; None at the start of the sentence."""
    passed = line.words[verb.at - 1].low in line.group("already") if verb.at else False
    at = verb.at - 1 - passed
    return line.words[at] if at >= 0 else None


def says_as(line: Line, verb: Word) -> str:
    """The frame of a verb that tells: ``Як уже повідомляв`` is another than ``..., пише``."""
    before = word_before(line, verb)
    return "as" if before is not None and before.low in line.group("as_says") else "parenthesis"


def named_behind(scene: Scene, word: Word) -> Span | None:
    """``повідомляє агентство X``, ``сообщает пресс-служба порта``."""
    line = scene.line
    if (plain := plain_name_behind(line, word)) is not None:
        return plain
    at = behind_words(line, behind_page(line, past_date(line, word.at + 1)))
    phrase = phrase_at(line, at, coordinate=False) if at < len(line.words) else None
    if phrase is None:
        return marked_behind(line, word)
    span = with_capitals(line, phrase_span(line, phrase))
    text = span.of(line.text)
    announces = bool(first_noun(text, line.language) & line.group("announcers"))
    if announces or names_medium(text, line.language) or DOMAIN.search(text) or find_outlet(text) is not None:
        return span
    if word.low in line.group("became_known") and capital_outlet(line, span) is not None:
        return span  # "стало відомо Телеграфу"
    types = {w.mention_type for w in line.between(phrase.first, phrase.last)}
    refers = word.lemmas & line.group("referring_verbs") and line.words[phrase.first].capital and "PER" not in types
    if refers or (opens_about_this(line) and types == {"ORG"}):
        return span
    if says_as(line, word) == "as" and "PER" not in types and leads_to_this(line, phrase):
        return span
    foreign = is_foreign_name(text, line.language) and "PER" not in types
    referring = any(
        w.low in line.group("reference") for w in line.between(phrase.last, phrase.last + MOST_TO_REFERENCE)
    )
    if foreign and referring and word.lemmas & line.group("media_verbs"):
        return span  # "Як інформує «Порт» із посиланням на X"
    only_told = opens_about_this(line) and is_named_once(scene, span)
    only_media = line.group("press_verbs|learned_verbs")
    return span if foreign and (only_told or word.lemmas & only_media) else None


def leads_to_this(line: Line, phrase: Phrase) -> bool:
    """``Як інформує [«Карпати»], про це сказав мер``: a name behind whose comma is told who said what stands before."""
    named = line.words[phrase.first].capital or line.words[phrase.first].text in OPENING
    return named and is_comma(line, phrase.last) and points_back(line, phrase.last + 1)


def with_capitals(line: Line, span: Span) -> Span:
    """``Радіо [Швеція]``: a medium that begins with what it is, written as a name, goes on with what is written so."""
    inside = line.inside(span)
    if len(inside) > 1 or not inside[0].at or not inside[0].capital or not inside[0].lemmas & line.group("media"):
        return span
    behind = line.between(inside[0].at + 1, inside[0].at + 1 + MOST_NAME_WORDS)
    last = next((w.at for w in behind if not w.capital or w.kind != "word"), inside[0].at + 1 + len(behind))
    # "Радіо Капська [хвиля]": an adjective goes on with its noun
    describes = bool(line.words[last - 1].adjectives) and not line.words[last - 1].nouns
    noun = describes and last < len(line.words) and "nomn" in cases_in(line.words[last].nouns)
    return Span(span.start, line.words[last - 1 + noun].stop)


def behind_page(line: Line, at: int) -> int:
    """``на своєму сайті [X]``: the word behind the page where a medium tells it; the same word where none stands."""
    own = at + 1 < len(line.words) and bool(line.words[at + 1].lemmas & line.group("pronouns.reflexive"))
    page = phrase_at(line, at + 1, coordinate=False) if own and "PREP" in line.words[at].pos else None
    return at if page is None else page.head + 1


def behind_words(line: Line, at: int) -> int:
    """``цитує її слова [X]``: the word behind the words of whom a report has told; the same word where none stand."""
    near = line.between(at, at + 2)
    whose = len(near) > 1 and near[0].low in line.group("pronouns.possessive")
    return at + 2 if whose and near[1].low in line.group("quoted_words") else at


def marked_behind(line: Line, word: Word) -> Span | None:
    """``зазначає «Порт.ua»``: an outlet in quotation marks that no phrase was read for."""
    match = QUOTED_NAME.match(line.text, word.stop)
    if match is None or match.end() > line.words[-1].stop:
        return None
    name = match.group(1)
    known = find_outlet(name) is not None or DOMAIN.fullmatch(name)
    return Span(match.start(1), match.end(1)) if known else None


def named_between(line: Line, word: Word) -> Span | None:
    """``Про це ПРАЙМ. повідомляє``."""
    inside = [w for w in line.between(about_end(line) or ABOUT_WORDS, word.at) if w.kind != "mark"]
    if not 0 < len(inside) <= MOST_NAME_WORDS:
        return None
    span = Span(inside[0].start, inside[-1].stop)
    text = span.of(line.text)
    body = all(w.mention_type in ("ORG", "PRO") for w in inside)
    return span if body or find_outlet(text) is not None or names_medium(text, line.language) else None


def torn_off(line: Line) -> Span | None:
    """``Про це повідомляє з посиланням на X. Економічна правда Там зазначили``: the outlet begins the next sentence."""
    start = line.words[-1].stop
    match = NEXT_WORDS.match(line.text, start)
    if match is None or not line.spelled("reference"):
        return None
    words = list(re.finditer(r"\S+", match.group(1)))
    for size in range(min(MOST_NAME_WORDS, len(words) - 1), 0, -1):
        span = Span(match.start(1), match.start(1) + words[size - 1].end())
        if words[size].group()[0].isupper() and find_outlet(span.of(line.text)) is not None:
            return span
    return None


def on_next_line(scene: Scene) -> Iterator[Attribution]:
    """``Про це`` at the end of a paragraph, ``X. повідомляє`` in the next: the outlet begins what the page tore off."""
    line = scene.line
    last = line.words[-1]
    told = opens_about_this(line) or any(r.rule == "about-this" for r in scene.reportings) or is_cut(line, last)
    match = NEXT_LINE.match(line.text, last.stop) if told and last.kind == "word" else None
    size = outlet_size(match.group(1)) if match is not None else 0
    if match is not None and size and is_certain(match.group(1)[:size]):
        yield telling(scene, Span(match.start(1), match.start(1) + size), Span(last.start, last.stop))


def is_cut(line: Line, last: Word) -> bool:
    """``..., пише`` at the end of a paragraph: a sentence whose medium the page put into the next."""
    before = word_before(line, last)
    leads = before is not None and (before.text == "," or before.dash or before.low in line.group("as_says"))
    return leads and last.low in line.group("trailing_tellers")


def quoted_after(scene: Scene) -> Iterator[Attribution]:
    """``(цитата за «Портом»)``, ``(цит. по ТАСС)``: the medium after which somebody's words are given."""
    line = scene.line
    for word in line.spelled("quoted_after"):
        led = [w for w in line.between(word.at + 1, word.at + 5) if w.text not in ".:"][:2]
        if len(led) < 2 or led[0].low not in line.group("after_prepositions"):
            continue
        phrase = phrase_at(line, led[1].at, coordinate=False)
        if phrase is not None and not phrase.pronoun and (phrase.named or led[1].capital):
            yield telling(scene, phrase_span(line, phrase), Span(word.start, led[0].stop))


def before_reference(scene: Scene) -> Iterator[Attribution]:
    """``«Слово і діло» посилаючись на X``: the verb is lost, the name stands right before the words of reference."""
    line = scene.line
    for word in line.spelled("reference"):
        told = (r for r in scene.reportings if r.source is not None and not is_paper(line, r))
        if not all(abs(r.cue.start - word.start) > FAR for r in told):
            continue
        at = word.at - 1 if word.at and "PREP" in line.words[word.at - 1].pos else word.at
        medium = medium_ending(line, at)
        if medium is not None:
            yield telling(scene, medium, Span(word.start, word.stop))
            return
        head = line.text[line.words[0].start : line.words[at].start]
        if match := QUOTED_END.search(head[-80:]):
            stop = line.words[0].start + len(head.rstrip())
            yield telling(scene, Span(stop - len(match.group().rstrip()), stop), Span(word.start, word.stop))
            return


def is_paper(line: Line, reporting: Attribution) -> bool:
    """``Згідно зі статтею, яка вийшла в X з посиланням на``: whether but a piece of writing is named as the source."""
    text = reporting.source.of(line.text) if reporting.source is not None else ""
    return reporting.rule == "phrase" and is_document(text, line.language)


def alone_at_end(scene: Scene) -> Iterator[Attribution]:
    """``..., заявив Z, «Прайм»``: the verb is lost, and the outlet stands alone at the end."""
    line = scene.line
    comma = next((w for w in reversed(line.words[:-1]) if w.text == ","), None)
    last = next((w for w in reversed(line.words) if w.text not in ".!?…"), None)
    if comma is None or last is None or last.at - comma.at > MOST_NAME_WORDS + QUOTE_MARKS or last.at <= comma.at:
        return
    if not any(word.finite for word in line.words[: comma.at]):
        return  # "Іван Ткач, AFP" under a picture
    span = Span(line.words[comma.at + 1].start, last.stop)
    text = span.of(line.text)
    outlet = find_outlet(unquoted(text))
    if outlet is None or not has_newsroom(outlet) or (outlet.ambiguous and unquoted(text) == text):
        return
    if any(r.cue.overlaps(span) or (r.source is not None and r.source.overlaps(span)) for r in scene.reportings):
        return
    yield telling(scene, span, span)


def heads_title(scene: Scene) -> Iterator[Attribution]:
    """``Reuters: копальню закриють``: the medium that a title begins with."""
    line = scene.line
    colon = next((word for word in line.words[: MOST_NAME_WORDS + 1] if word.text == ":"), None)
    if scene.number != OUTSIDE or scene.reportings or colon is None or not colon.at:
        return
    if line.text[colon.stop : colon.stop + 1] == ":":  # "port.ua :: Світ" is the page of a site
        return
    span = Span(line.words[0].start, line.words[colon.at - 1].stop)
    text = span.of(line.text)
    if names_medium(text, line.language) or DOMAIN.search(text):
        yield telling(scene, span, Span(colon.start, colon.stop), "headline")


def beside_verb(scene: Scene) -> Iterator[Attribution]:
    """``Reuters дивується, що``, ``Темою зацікавився також Reuters``: an outlet that does what a writer does.

    An outlet in the words of another language (``Нью-Йорк таймс повідомила``) is seldom read as the subject.
    """
    line = scene.line
    read = [r.cue for r in scene.reportings if r.source is not None]
    for verb in line.meaning("writing_verbs|media_verbs"):
        if not verb.finite or any(Span(verb.start, verb.stop).overlaps(cue) for cue in read):
            continue
        adverb = verb.at + 1 < len(line.words) and "ADVB" in line.words[verb.at + 1].pos
        behind = ((verb.at + 1 + adverb, last) for last in range(verb.at + 2, verb.at + 3 + MOST_NAME_WORDS))
        before = ((at, verb.at) for at in range(max(0, verb.at - MOST_NAME_WORDS), verb.at) if begins_clause(line, at))
        span = next(filter(None, (outlet_between(line, first, last) for first, last in (*before, *behind))), None)
        if span is not None:
            yield telling(scene, span, Span(verb.start, verb.stop), "clause")
            return


def begins_clause(line: Line, at: int) -> bool:
    """Whether a clause begins at a word: ``Reuters дивується``, not ``в інтерв'ю виданню Reuters, повідомляє``."""
    return not at or line.words[at - 1].kind == "mark" or not line.words[at - 1].nouns


def outlet_between(line: Line, first: int, last: int) -> Span | None:
    """The outlet that fills the words between two places, with nothing before it that governs it."""
    words = line.words[first:last]
    led = first and "PREP" in line.words[first - 1].pos
    if not words or last > len(line.words) or led or words[-1].text == "," or "PREP" in words[0].pos:
        return None
    span = Span(words[0].start, words[-1].stop)
    outlet = known_outlet(span.of(line.text), line.language)
    return span if outlet is not None and has_newsroom(outlet) else None


def medium_ending(line: Line, stop: int) -> Span | None:
    """``агентства Dawn`` of ``по сообщению пакистанского агентства Dawn``: the medium right before word ``stop``."""
    for phrase in phrases_up_to(line, stop, MOST_MEDIUM_WORDS):
        span = Span(line.words[phrase.first].start, line.words[stop - 1].stop)
        if names_medium(span.of(line.text), line.language):
            return span
    return None
