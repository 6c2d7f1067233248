"""Chains of what somebody put out, where no verb of saying stands: ``опублікував звернення, в якому закликав``."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Attribution, Chain, Span
from firsthand.stages.attribution.agreement import Phrase
from firsthand.stages.attribution.clauses import is_comma, phrase_span, starts_relative
from firsthand.stages.attribution.media import first_noun, is_document, is_platform
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import WORD, Line, Word, cases_in, group, small_first
from firsthand.stages.chains.names import is_thing, without_possessive
from firsthand.stages.chains.platforms import platform_at
from firsthand.stages.chains.posted import own_site
from firsthand.stages.chains.put_out import is_put_out
from firsthand.stages.chains.scene import LEAD, OPENING, Hop, Scene, distinct, earlier, evidence
from firsthand.stages.chains.tellers import tells
from firsthand.stages.chains.venues import written_for
from firsthand.stages.speakers.resolve import speaker_of

# Words for those to whom it went, between the verb and what was put out.
MOST_TO = 4
# Words of a clause on either side of its verb.
MOST_OF_CLAUSE = 60
# Characters between a sentence and a quotation behind it.
MOST_TO_QUOTE = 8
# What puts something out; what tells, where it was done on a page: "розкрив подробиці в Telegram".
PUT_OUT_OR_TOLD = "put_out_verbs|speaking_verbs|disclosing_verbs"


def published_chain(scene: Scene) -> Chain | None:
    """``X опублікував у Telegram``, ``X випустив доповідь, у якій``: who put it out, then where or what it was."""
    if any(tells(scene, reporting) for reporting in scene.reportings):
        return None
    line = scene.line
    putting = line.group("put_out_verbs")
    for verb in (w for w in line.meaning(PUT_OUT_OR_TOLD) if w.finite):
        document = document_behind(line, verb) if verb.lemmas & putting else None
        post = place_in(line, verb) or (written_in(line, verb) if tells_this(line, verb) else None)
        thing = post or document
        subject = subject_of(line, verb, post) or subject_behind(line, verb) if thing is not None else None
        if subject is not None and thing is not None:
            chain = chain_of(scene, verb, subject, thing)
            return replace(chain, rule="venue") if chain is not None and post is not None else chain
    return None


def chain_of(scene: Scene, verb: Word, subject: Span, thing: Hop) -> Chain | None:
    """The chain of a subject and what it put out; None where the report does not tell who that is."""
    cue = Span(verb.start, verb.stop)
    stated = Attribution(subject, cue, (), "assert", "indirect", "published")
    name = speaker_of(scene.cast, stated)
    if not name or is_network(name, scene.line.language):
        return None
    lead = scene.number < LEAD and not earlier(scene, stated)
    noun = first_noun(thing.name, scene.line.language)
    said = scene.line.group("spoken_documents|bare_messages")
    if not lead and noun & said:
        return None  # "поширив заяву, що" by the way is no more than "заявив"
    return Chain(
        distinct(iter((name, thing.name))),
        "report" if lead else "passage",
        evidence(scene, [subject, cue, thing.span]),
        "published",
    )


def is_network(name: str, language: str) -> bool:
    """``Threads``, ``соціальна мережа Х``: where people write, and who is none of them."""
    words = WORD.findall(name)
    bare = is_platform(name, language) or (len(words) > 1 and is_platform(words[-1], language))
    return bare or bool(first_noun(name, language) & group(language, "networks"))


def subject_of(line: Line, verb: Word, post: Hop | None = None) -> Span | None:
    """The first that can speak before the verb, in the nominative and behind no preposition; else what is behind it.

    The name of the page, where somebody ``post``s, is no subject: ``у соцмережі X розкрив міністр``.
    """
    if "Impe" in verb.grammemes:
        return None  # "заяву порту опубліковано"
    for first in range(opening_of(line, verb), verb.at):
        may = line.words[first].kind == "word" and "INFN" not in line.words[first].pos and not governed(line, first)
        phrase = phrase_at(line, first) if may else None
        if phrase is None or phrase.last > verb.at or "nomn" not in phrase.cases() or not can_speak(line, phrase):
            continue
        text = phrase_span(line, phrase).of(line.text)
        put_out_itself = is_put_out(text, line.language) or is_document(text, line.language) or is_listed(line, phrase)
        if not put_out_itself and (post is None or not post.span.overlaps(phrase_span(line, phrase))):
            return phrase_span(line, phrase)
    behind = phrase_at(line, verb.at + 1)
    speaks = behind is not None and "nomn" in behind.cases() and (behind.pronoun or behind.animate)
    return phrase_span(line, behind) if behind is not None and speaks else None


def subject_behind(line: Line, verb: Word) -> Span | None:
    """``Це визнає і сам «Маяк»``: who tells what stands above, right behind the verb."""
    if not tells_this(line, verb):
        return None
    at = next((w.at for w in line.words[verb.at + 1 :] if not w.pos & {"CONJ", "PRCL"}), len(line.words))
    phrase = phrase_at(line, at) if at < len(line.words) else None
    return (
        phrase_span(line, phrase)
        if phrase is not None and "nomn" in phrase.cases() and can_speak(line, phrase)
        else None
    )


def is_listed(line: Line, phrase: Phrase) -> bool:
    """``Графік робіт``: what somebody puts out for others to look up."""
    return bool(first_noun(phrase_span(line, phrase).of(line.text), line.language) & line.group("published_lists"))


def governed(line: Line, at: int) -> bool:
    """``во «Вестнике»``: whether a preposition stands before a word or before the marks around it."""
    marked = at > 0 and line.words[at - 1].text in OPENING
    before = at - 1 - marked
    return before >= 0 and "PREP" in line.words[before].pos


def opening_of(line: Line, verb: Word) -> int:
    """Where the subject may begin: ``листа агентства, якого виклали на сайті`` has none before its relative clause."""
    comma = comma_before(line, verb)
    relative = comma is not None and starts_relative_clause(line, comma)
    # "який опублікував": the relative is the subject, and who is meant stands before it
    acts = comma is not None and "nomn" in cases_in(line.words[comma + 1].adjectives)
    return comma + 1 if comma is not None and relative and not acts else max(0, verb.at - MOST_OF_CLAUSE)


def comma_before(line: Line, verb: Word) -> int | None:
    """Where the clause of a verb begins."""
    near = line.between(verb.at - MOST_OF_CLAUSE, verb.at)
    return next((w.at for w in reversed(near) if is_comma(line, w.at)), None)


def clause_end(line: Line, verb: Word) -> int:
    """Where the clause of a verb ends."""
    near = line.between(verb.at, verb.at + MOST_OF_CLAUSE)
    return next((w.at for w in near if is_comma(line, w.at)), near[-1].at + 1)


def place_in(line: Line, verb: Word) -> Hop | None:
    """The platform or the site that the verb's clause names behind ``у``."""
    comma = comma_before(line, verb)
    first = max(0, verb.at - MOST_OF_CLAUSE) if comma is None else comma + 1
    clause = range(first, clause_end(line, verb))
    places = (platform_at(line, at) or own_site(line, at) or outlet_for(line, at) for at in clause)
    return next(filter(None, places), None)


def tells_this(line: Line, verb: Word) -> bool:
    """``Це визнає``, ``Завод визнав це``: whether a verb has but what stands above as its object."""
    beside = [word for word in (*line.words[:1], *line.between(verb.at - 1, verb.at + 2)) if word.at != verb.at]
    return any(word.low in line.group("pronouns.this") for word in beside)


def written_in(line: Line, verb: Word) -> Hop | None:
    """``визнала у річному звіті``: the document behind ``у`` in which somebody tells something."""
    for at in range(verb.at + 1, clause_end(line, verb) - 1):
        phrase = phrase_at(line, at + 1, coordinate=False) if line.words[at].low in line.group("inside") else None
        if phrase is None or "loct" not in phrase.cases():
            continue
        span = Span(line.words[phrase.first].start, line.words[phrase.head].stop)
        text = span.of(line.text)
        if is_put_out(text, line.language) and not first_noun(text, line.language) & line.group("sites"):
            return Hop(without_possessive(text, line.language), span)
    return None


def outlet_for(line: Line, at: int) -> Hop | None:
    """``написав статтю для X``: the medium behind ``для`` at a word."""
    return written_for(line, at + 1) if line.words[at].low in line.group("for_whom") else None


def document_behind(line: Line, verb: Word) -> Hop | None:
    """A document that the sentence goes on to tell of: ``звернення, в якому``, ``повідомлення, що``."""
    phrase = put_out(line, verb.at + 1)
    if phrase is None or "PREP" in line.words[verb.at + 1].pos:
        return None  # "виступив із заявою" is no more than "заявив"
    stop = next((w.at for w in line.words[phrase.last :] if w.dash or w.text in ",:;"), len(line.words))
    ends = phrase.last >= len(line.words) - 1
    if not tells_on(line, stop) and not (ends and quote_follows(line)):
        return None
    head = line.words[phrase.head]
    span = Span(line.words[phrase.first].start, head.stop)
    text = span.of(line.text)
    name = text if is_thing(text, line.language) else without_possessive(text, line.language)
    return Hop(small_first(name), span)


def quote_follows(line: Line) -> bool:
    """``опублікував заяву. «...»``: whether what somebody said begins right behind a sentence."""
    behind = line.text[line.words[-1].stop : line.words[-1].stop + MOST_TO_QUOTE].lstrip(".: \n")
    return behind[:1] in OPENING and behind[:1] != ""


def put_out(line: Line, at: int) -> Phrase | None:
    """The document behind a verb, past those to whom it went: ``розіслав низці компаній листи``."""
    for first in range(at, min(at + MOST_TO + 1, len(line.words))):
        if line.words[first].kind == "mark":
            return None
        phrase = phrase_at(line, first, coordinate=False)
        if phrase is not None and is_published(line, phrase, first == at):
            return phrase
    return None


def is_published(line: Line, phrase: Phrase, right_behind: bool) -> bool:
    """``звернення``, right behind the verb ``огляд`` too: whether it is what somebody puts out for others to read."""
    text = phrase_span(line, phrase).of(line.text)
    return (right_behind and is_listed(line, phrase)) or is_put_out(text, line.language)


def tells_on(line: Line, comma: int) -> bool:
    """Whether a clause of content begins behind a comma, or content behind a colon."""
    if comma < len(line.words) and line.words[comma].text == ":":
        return True
    that = is_comma(line, comma) and any(w.low in line.group("that") for w in line.words[comma + 1 : comma + 2])
    return that or starts_relative_clause(line, comma)


def starts_relative_clause(line: Line, comma: int) -> bool:
    """``, в якому``."""
    return is_comma(line, comma) and comma + 1 < len(line.words) and starts_relative(line, comma + 1)
