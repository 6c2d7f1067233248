"""Sentences that only say who passes the report on: links of the chain, not attributions."""

from __future__ import annotations

from firsthand.stages.attribution.appositions import means_medium
from firsthand.stages.attribution.clauses import last_word
from firsthand.stages.attribution.frames.about_this import opens_with_such
from firsthand.stages.attribution.media import is_medium
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene

# Words of a matter that a tag names: "про ситуацію", "об этом исследовании".
MATTER_WORDS = 3


def is_passed_on(scene: Scene, found: Found) -> bool:
    """``Про це заявив X, передає Y``, ``З такою заявою виступив X, передає Y``: Y is a link of the chain alone."""
    line = scene.line
    if found.rule != "parenthesis" or not found.content or found.content[0].start != line.words[0].start:
        return False
    first, second = line.words[0], line.words[1]
    told = any(w.lemmas & line.group("media_verbs") for w in line.between(found.cue.first, found.cue.last))
    about = first.low in line.group("about") and second.low in line.group("pronouns.told")
    if told and (about or ("PREP" in first.pos and second.low in line.group("such"))):
        return True
    voiced = next((w for w in line.inside(found.content[0]) if w.lemmas & line.group("voicing")), None)
    return told and voiced is not None and opens_with_such(line, voiced.at)


def is_about_matter(scene: Scene, found: Found) -> bool:
    """``Про ситуацію інформує агенція``: a medium, and of what it tells no more than that it is the matter at hand."""
    line, subject = scene.line, found.subject
    if found.rule != "fronted" or subject is None or scene.previous is None or not found.content:
        return False
    inside = line.inside(found.content[0])
    matter = phrase_at(line, inside[0].at) if inside and len(inside) <= MATTER_WORDS else None
    if matter is None or not line.words[matter.head].lemmas & line.group("matters"):
        return False
    return found.cue.cue.act == "assert" and means_medium(line, subject)


def is_shown_by_this(scene: Scene, found: Found) -> bool:
    """``Це випливає з ухвали``, ``Такий намір випливає з проєкту``: the sentence before, and where it stands."""
    line = scene.line
    if found.rule != "phrase" or not found.content or scene.previous is None:
        return False
    if not line.words[found.cue.first].finite:
        return False  # "Такий податок, на його думку, ..."
    inside = line.inside(found.content[0])
    alone = len(inside) == 1 and inside[0].low in line.group("pronouns.this")
    return alone or (bool(inside) and len(inside) <= MATTER_WORDS and inside[0].low in line.group("such"))


def is_credit(scene: Scene, found: Found) -> bool:
    """``За матеріалами Європейська правда.``: behind a group nothing but the name of the medium it credits."""
    line = scene.line
    if found.rule != "phrase" or len(found.content) != 1 or found.parenthetical is None:
        return False
    text = found.content[0].of(line.text)
    if any(w.finite and w.mention < 0 for w in line.inside(found.content[0])):
        return False  # "Згідно з даними Moriona, найбільшої агенції, ціни зростуть"
    alone = found.content[0].stop >= line.words[last_word(line) - 1].stop
    return alone and found.parenthetical.start == line.words[0].start and is_medium(text, line.language)


TAGS = (is_credit, is_passed_on, is_about_matter, is_shown_by_this)
