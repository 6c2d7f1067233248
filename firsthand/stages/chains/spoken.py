"""Whose words a medium tells: ``..., заявив Z, повідомляє X``, ``X повідомив, що Z назвав``.

Who says what a medium only closes (``Z попросив зачекати, пише X``) is no hop, as the guide's annotators have it.
"""

from __future__ import annotations

from firsthand.records import Attribution
from firsthand.stages.chains.names import speaker_name
from firsthand.stages.chains.scene import Hop, Scene, is_background
from firsthand.stages.chains.tellers import verb_lemmas
from firsthand.stages.chains.unread import opens_about_this

# Words between "заявив Z" and "повідомляє X": a comma, a day, a place.
MOST_BETWEEN = 6
# The same with a gerund: "сказав Z, говорячи про зміни в портах країни, передає X".
MOST_WITH_GERUND = 12
# Characters before the speaker in what a medium tells: "що Z", "що вчора Z".
MOST_BEFORE = 12
# Words of ", як", ", як уже".
OF_AS = 3


def opens_as(scene: Scene, teller: Attribution) -> bool:
    """``Як нагадує Y, ...``."""
    if teller.rule == "as":
        return True
    before = [word.low for word in scene.line.words if word.start < teller.cue.start][-1:]
    return bool(scene.line.group("as_says") & set(before))


def tagged_speaker(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``..., заявив Z, повідомляє X``, ``За словами Z, ..., пише X``: who said the sentence that the medium tells."""
    others = [r for r in scene.reportings if r not in tellers and r.speaker and r.source is not None]
    said = next((o for o in others if o.cue.of(scene.line.text).lower() in scene.line.group("from_words")), None)
    if said is not None and said.source is not None and tellers:
        return [Hop(speaker_name(scene, said), said.source)]
    for teller in (t for t in tellers if t.rule in ("parenthesis", "quote") and not learns(scene, t)):
        for other in others:
            tagged = is_right_before(scene, other, teller) or is_inserted(scene, other, teller) or parts(other, teller)
            if tagged or opens(scene, other, teller) or ends_with(other, teller):
                assert other.source is not None  # noqa: S101 - asked before
                return [Hop(speaker_name(scene, other), other.source)]
    return []


def learns(scene: Scene, teller: Attribution) -> bool:
    """``Z наполягатиме на мирі, дізнався X``: what a medium found out are deeds, and nobody's words."""
    return bool(verb_lemmas(scene, teller) & scene.line.group("learned_verbs"))


def inner_speaker(scene: Scene, tellers: list[Attribution]) -> list[Hop]:
    """``Канал X повідомив, що Z назвав``, ``За даними X, Z назвав``, ``Як пише X, Z назвав``: whose words it tells."""
    for teller in (t for t in tellers if t.rule in ("clause", "phrase", "as") and t.content):
        if opens_about_this(scene.line) and not opens_as(scene, teller):
            continue  # "Про це повідомляє X На зустрічі Z заявив": the page lost the end of a sentence
        recalled = teller.rule == "as" and is_background(scene, teller)
        start = teller.content[0].start
        for other in scene.reportings:
            # "За даними X, уряд запропонував їм угоду": a deed, no words
            deed = other.rule == "infinitive" or (other.rule == "nominal" and is_deed(scene, other, teller))
            # "За даними X, суд вирішив, що"
            decides = verb_lemmas(scene, other) & scene.line.group("deciding_verbs")
            deed = deed or (teller.rule == "phrase" and bool(decides))
            if other in tellers or deed or not other.speaker or other.source is None:
                continue
            if recalled and other.source.start != start:
                continue  # "Як повідомляв X, раніше Z заявив" recalls what X told, not whom he had it from
            # "як зазначає X, Z переконаний, що": the reading took but the words of Z for what X tells
            same = other.content == teller.content and other.source.start > teller.cue.stop
            near = same or other.source.start - start in range(MOST_BEFORE) or is_only_when(scene, start, other)
            # "Речниця наголосила, як переказує X, що"
            around = opens_as(scene, teller) and tells_within(scene, other, teller)
            # "Як передає X, про обвал розповів Z"
            fronted = opens_as(scene, teller) and other.rule == "fronted" and begins_told(other, start)
            if around or fronted or (near and other.cue.start > other.source.start):
                return [Hop(speaker_name(scene, other), other.source)]
    return []


def begins_told(other: Attribution, start: int) -> bool:
    """``про обвал розповів Z``: whether what is told begins with what somebody told of."""
    return bool(other.content) and other.content[0].start - start in range(MOST_BEFORE)


def is_only_when(scene: Scene, start: int, other: Attribution) -> bool:
    """``учора в середу Z наголосив``: whether but days and adverbs stand before who speaks."""
    assert other.source is not None  # noqa: S101 - asked before
    words = [w for w in scene.line.words if start <= w.start < other.source.start]
    return 0 < len(words) <= MOST_BETWEEN and all(w.time or w.pos & {"PREP", "ADVB"} for w in words)


def tells_within(scene: Scene, other: Attribution, teller: Attribution) -> bool:
    """``наголосила, як переказує X, що ...``: whether the teller stands right behind a verb, before what it brings."""
    words = [w for w in scene.line.words if other.cue.stop <= w.start < teller.cue.start]
    between = other.cue.stop < teller.cue.start and len(words) <= OF_AS
    return between and len(other.content) == 1 and other.content[0].stop > teller.cue.stop


def is_right_before(scene: Scene, other: Attribution, teller: Attribution) -> bool:
    """``заявив Z у понеділок, повідомляє X``: at most a few words, and none of them says anything, stand between."""
    if other.rule not in ("parenthesis", "quote") or other.source is None:
        return False
    stop = max(other.cue.stop, other.source.stop)
    between = [w for w in scene.line.words if stop <= w.start < teller.cue.start]
    most = MOST_WITH_GERUND if any("GRND" in w.pos for w in between[:2]) else MOST_BETWEEN
    return stop < teller.cue.start and len(between) <= most and not any(w.finite for w in between)


def is_deed(scene: Scene, other: Attribution, teller: Attribution) -> bool:
    """``запропонував угоду``, ``поділився текстом``: with an object that is no words.

    ``За даними X, суд підтвердив рішення``: in what one has but data of, only a bare verb of saying brings words; and
    so of who denies: ``Як повідомляв X, рада відхилила бюджет``.
    """
    verb = verb_lemmas(scene, other)
    says = bool(verb & scene.line.group("stating_verbs"))
    if not says and (teller.rule == "phrase" or other.act == "deny"):
        return True
    # "заявив про намір" promises, and is words
    return (other.act in ("direct", "commit") and not says) or bool(verb & scene.line.group("put_out_verbs"))


def is_inserted(scene: Scene, other: Attribution, teller: Attribution) -> bool:
    """``Міст, підкреслив Z, відкриють навесні, повідомляє X``: whose the sentence is stands within it."""
    if other.rule not in ("parenthesis", "quote") or len(other.content) == 1 or is_said_aside(scene, other):
        return False
    return all(any(t.contains(part) for t in teller.content) for part in other.content)


def is_said_aside(scene: Scene, other: Attribution) -> bool:
    """``завод, який, за словами Z, стоїть``: whether what somebody says begins with a relative, and is no news."""
    start = min((part.start for part in other.content), default=-1)
    return any(w.start == start and w.low in scene.line.group("relatives") for w in scene.line.words)


def parts(other: Attribution, teller: Attribution) -> bool:
    """``Речниця, зазначає X, наголосила, що ...``: the medium stands between who spoke and the verb."""
    if other.source is None or len(teller.content) <= 1:
        return False
    subject, clause = teller.content[:2]
    return subject == other.source and other.cue.start - clause.start in range(MOST_BEFORE)


def opens(scene: Scene, other: Attribution, teller: Attribution) -> bool:
    """``За словами Z, ..., пише X``, ``Як сказав Z, ..., пише X``: the speaker opens the sentence that X closes."""
    first, last = scene.line.words[0], scene.line.words[-1]
    begins = first.stop + 1 if other.rule == "as" else first.start
    if other.rule not in ("phrase", "as") or other.cue.start > begins or teller.source is None:
        return False
    return not any(w.kind == "word" and teller.source.stop <= w.start <= last.start for w in scene.line.words)


def ends_with(other: Attribution, teller: Attribution) -> bool:
    """``Причину назвав Z, передає X``: whether who spoke is named at the end of what the medium tells."""
    assert other.source is not None  # noqa: S101 - asked before
    spoke = other.rule in ("clause", "nominal", "fronted")
    return spoke and len(teller.content) == 1 and other.source.stop == teller.content[0].stop
