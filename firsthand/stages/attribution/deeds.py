"""Findings that are deeds: what a court rules, what is waited for, what is done by a rule, where words stand."""

from __future__ import annotations

from firsthand.stages.attribution.clauses import is_comma
from firsthand.stages.attribution.complements import tells_when
from firsthand.stages.attribution.cues import is_submitted, lexicon
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import is_in_relative
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import cases_in

# Names of what can be recognised: a state, a body, a person.
NAMED = frozenset(("PER", "LOC", "ORG"))
WISH_REACH = 5
CLEARED_REACH = 9


def is_upheld(scene: Scene, found: Found) -> bool:
    """``суд підтвердив вирок``, ``суд визнав рішення недійсним``: what a court rules it does not say."""
    line, subject = scene.line, found.subject
    if subject is None or not found.nominal or not line.words[found.cue.verb].lemmas & line.group("upholding"):
        return False
    return bool(line.words[subject.head].lemmas & line.group("courts"))


def is_recognised(scene: Scene, found: Found) -> bool:
    """``країна визнала уряд повстанців``: a body or a state is recognised, where a fault is admitted."""
    line = scene.line
    if found.cue.negated or len(found.content) != 1 or not found.nominal:
        return False
    if not line.words[found.cue.verb].lemmas & line.group("recognising"):
        return False
    inside = line.inside(found.content[0])
    thing = phrase_at(line, inside[0].at) if inside else None
    if (
        thing is None
        or "accs" not in thing.cases()
        or any(cases_in(w.nouns | w.adjectives) == {"ablt"} for w in inside)
    ):
        return False  # "визнав батальйон загрозою": what he calls it
    head = line.words[thing.head]
    return bool(thing.animate or head.mention_type in NAMED or head.lemmas & line.group("bodies|states"))


def is_waited_for(scene: Scene, found: Found) -> bool:
    """``жінка чекала на страту``, ``чоловік, який чекає на її звільнення``: who waits tells nothing."""
    line, subject = scene.line, found.subject
    verb = line.words[found.cue.verb]
    if subject is None or not found.nominal or not verb.lemmas & line.group("waiting"):
        return False
    return subject.animate and not verb.has("plur") and (verb.has("past") or is_in_relative(line, found.cue))


def is_left_uncommented(scene: Scene, found: Found) -> bool:
    """``компанія чутки не коментує``, ``не прокоментував звіт``: who keeps silent denies nothing."""
    silent = found.cue.negated and found.nominal
    return silent and bool(scene.line.words[found.cue.verb].lemmas & scene.line.group("commenting"))


def is_kept_back(scene: Scene, found: Found) -> bool:
    """``не став коментувати чутки``, ``не має наміру розкривати суму``: who will not tell has told nothing."""
    line, cue = scene.line, found.cue
    verb, before = line.words[cue.verb], line.between(cue.verb - 1, cue.verb)
    if cue.verb < cue.first and any(w.low in line.group("negation") for w in before):
        silent = line.words[cue.first].lemmas & line.group("commenting") or cue.cue.act == "deny" or verb.has("1per")
        return bool(silent) and not verb.lemmas & line.group("ceasing")
    if found.rule != "infinitive" or not cue.negated or not found.content:
        return False
    told = next((w for w in line.inside(found.content[0]) if w.infinitive), None)
    return told is not None and bool(told.lemmas & line.group("commenting|disclosing"))


def is_being_found_out(scene: Scene, found: Found) -> bool:
    """``слідчі з'ясовують, хто винен``: what is asked yet nobody has told."""
    line, verb = scene.line, scene.line.words[found.cue.verb]
    if found.rule != "clause" or found.cue.negated or not verb.lemmas & line.group("finding_out") or not verb.finite:
        return False
    first = line.inside(found.content[0])[:1] if found.content else []
    return any(w.low in line.group("questions") - line.group("plain_that") or "PREP" in w.pos for w in first)


def is_sentenced(scene: Scene, found: Found) -> bool:
    """``якого суд засудив до шести років``: a sentence; ``влада засудила напад`` is said."""
    line, subject = scene.line, found.subject
    court = subject is not None and line.words[subject.head].lemmas & line.group("courts")
    return bool(court) and found.nominal and bool(line.words[found.cue.verb].lemmas & line.group("sentencing"))


def is_called_for(scene: Scene, found: Found) -> bool:
    """``логіка вимагає поступок``, ``проєкт підтверджує їхню позицію``: what a thing does with a thing."""
    line, subject = scene.line, found.subject
    verb = line.words[found.cue.verb]
    if subject is None or can_speak(line, subject):
        return False
    if verb.lemmas & line.group("presupposing"):
        return True
    return found.rule == "nominal" and bool(verb.lemmas & line.group("calling_for"))


def is_binding(scene: Scene, found: Found) -> bool:
    """``закон, який зобов'язує платити``: what a thing makes people do it does not say."""
    if found.rule != "infinitive" or not scene.line.words[found.cue.verb].lemmas & scene.line.group("binding"):
        return False
    if found.subject is None:
        return True
    line, head = scene.line, scene.line.words[found.subject.head]
    acting = head.lemmas & line.group("offices|of_states") and not head.lemmas & line.group("norms")
    return not (found.subject.animate or found.subject.named or acting)


def is_manner_of_speaking(scene: Scene, found: Found) -> bool:
    """``грубо кажучи``, ``честно говоря``: how something is put, and by nobody else."""
    verb = scene.line.words[found.cue.verb]
    return found.rule == "parenthesis" and "GRND" in verb.pos and bool(verb.lemmas & scene.line.group("in_passing"))


def is_named_in_passing(scene: Scene, found: Found) -> bool:
    """``питання готовності сенату почати процес``, ``згода на пропозицію відвідати порт``: a noun by the way."""
    line, cue = scene.line, found.cue
    if cue.cue.kind != "noun" or not line.words[cue.verb].lemmas & line.group("passing_nouns"):
        return False
    led = any("PREP" in w.pos for w in line.between(cue.first - 1, cue.first))
    return found.rule in ("infinitive", "clause") and not (
        (led and line.words[cue.verb].has("ablt")) or is_submitted(line, cue)
    )


def is_done_by_rule(scene: Scene, found: Found) -> bool:
    """``рейси виконують згідно з розкладом``: no comma sets off by which rule something is done."""
    line, first = scene.line, found.cue.first
    if found.rule != "phrase" or not first or is_comma(line, first - 1) or line.words[first - 1].dash:
        return False
    source = line.inside(found.source) if found.source is not None else []
    return any(w.lemmas & line.group("norms|rules_followed") for w in source[:2])


def is_purpose_of_deed(scene: Scene, found: Found) -> bool:
    """``Щоб заспокоїти людей, уряд уклав угоду``: before the main clause stands why or when, and no content."""
    if found.rule != "parenthesis" or len(found.content) != 1:
        return False
    line, inside = scene.line, scene.line.inside(found.content[0])
    if not inside or inside[-1].start > line.words[found.cue.first].start:
        return False
    why = inside[0].low in line.group("so_that") and not any(w.text == "," or w.finite for w in inside)
    after = inside[-1].at + 1
    return why or (is_comma(line, after) and tells_when(line, after))


def is_its_place(scene: Scene, found: Found) -> bool:
    """``написав у проханні про відставку``: a document as the place of the words is no cue of its own."""
    line, cue = scene.line, found.cue
    led = any(w.low in line.group("place_prepositions") for w in line.between(cue.first - 1, cue.first))
    return found.rule == "noun" and led and bool(line.words[cue.verb].lemmas & line.group("documents"))


def is_thought_beside(scene: Scene, found: Found) -> bool:
    """``пішов, розуміючи, що програв``: a thought that goes along with a deed, told by nobody."""
    verb = scene.line.words[found.cue.verb]
    return found.rule == "clause" and "GRND" in verb.pos and bool(verb.lemmas & scene.line.group("thinking_beside"))


def is_if_or_when(scene: Scene, found: Found) -> bool:
    """``Якщо людина розуміє, що ...``, ``коли дізналася, що ...``: a weak cue inside a condition or a time."""
    line, cue = scene.line, found.cue
    if found.rule != "clause" or not cue.cue.weak:
        return False
    start = next((at + 1 for at in range(cue.first - 1, -1, -1) if is_comma(line, at)), 0)
    return any(w.low in line.group("conditions") for w in line.between(start, start + 1))


def is_complained_of(scene: Scene, found: Found) -> bool:
    """``поскаржилися на сусідку``: about whom, and not of what."""
    line = scene.line
    inside = line.inside(found.content[0]) if found.nominal and found.content else []
    if not inside or not line.words[found.cue.verb].lemmas & line.group("complaining"):
        return False
    phrase = phrase_at(line, inside[0].at)
    return phrase is not None and line.words[phrase.head].mention_type == "PER"


def is_wished(scene: Scene, found: Found) -> bool:
    """``забороняють виїзд, щоб люди не розповідали про табір``: what is to be, or not to be, nobody said."""
    line, cue = scene.line, found.cue
    for word in reversed(line.between(cue.verb - WISH_REACH, cue.verb)):
        if word.low in line.group("so_that"):
            return line.words[cue.verb].has("past")
        if word.kind == "mark" or (word.finite and word.mention < 0):
            return False
    return False


def is_a_saying(scene: Scene, found: Found) -> bool:
    """``Слідство, як мовиться, розбереться``: an idiom, where nothing tells who or what says it."""
    line, verb = scene.line, scene.line.words[found.cue.verb]
    as_told = any(w.low in line.group("as_says") for w in line.between(found.cue.first - 1, found.cue.first))
    return as_told and found.source is None and verb.has("pres") and bool(verb.lemmas & line.group("sayings"))


def is_not_put_in(scene: Scene, found: Found) -> bool:
    """``..., не було помічено поступу``: behind a comma a clause of its own, and nobody's words before it."""
    verb = scene.line.words[found.cue.verb]
    passive = "PRTS" in verb.pos or verb.has("Impe")
    return found.rule == "parenthesis" and found.cue.negated and passive and found.cue.last - found.cue.first > 2


def is_let_happen(scene: Scene, found: Found) -> bool:
    """``допустив помилку``, ``допускали образи``: what somebody lets happen he does not think possible."""
    line = scene.line
    if not found.nominal or not found.content or not line.words[found.cue.verb].lemmas & line.group("allowing"):
        return False
    inside = line.inside(found.content[0])
    thing = phrase_at(line, inside[0].at) if inside else None
    return thing is not None and bool(line.words[thing.head].lemmas & line.group("slips"))


def is_cleared_of(scene: Scene, found: Found) -> bool:
    """``виправданої за звинуваченням у крадіжці``: a charge of which a court cleared somebody."""
    line, cue = scene.line, found.cue
    if found.rule != "noun" or cue.cue.kind != "noun" or not line.words[cue.verb].lemmas & line.group("accusations"):
        return False
    before = line.between(cue.first - CLEARED_REACH, cue.first)
    alone = cue.first == 0 and not any(w.finite or "PRTS" in w.pos for w in line.words)  # a heading
    return alone or any(w.lemmas & line.group("clearing") for w in before)


def is_kept_by_court(scene: Scene, found: Found) -> bool:
    """``суд вирок підтвердив``: a court's ruling before the verb, whatever looks like its subject."""
    line, verb = scene.line, scene.line.words[found.cue.verb]
    if not found.nominal or found.subject is None or not verb.lemmas & line.group("upholding"):
        return False
    ruling = line.words[found.subject.head].lemmas & line.group("rulings")
    return bool(ruling) and any(
        w.lemmas & line.group("courts") for w in line.between(found.cue.first - CLEARED_REACH, found.cue.first)
    )


def is_passed(scene: Scene, found: Found) -> bool:
    """``рада підтримала проєкт угоди``: what a body passes; ``підтримує угоду`` is a stance."""
    line = scene.line
    if not found.nominal or not found.cue.cue.done or found.cue.negated or not found.content:
        return False
    inside = line.inside(found.content[0])
    thing = phrase_at(line, inside[0].at) if inside else None
    return thing is not None and bool(line.words[thing.head].lemmas & line.group("adopted"))


def is_ruled(scene: Scene, found: Found) -> bool:
    """``суд постановив звільнити її``, ``суд відмовився відкласти розгляд``: what is ruled is done, and not said."""
    line, verb = scene.line, scene.line.words[found.cue.verb]
    if found.rule != "infinitive":
        return False
    court = found.subject is not None and line.words[found.subject.head].lemmas & line.group("courts")
    return bool(verb.lemmas & line.group("ruling") or (court and verb.lemmas & line.group("refusing")))


def is_meant_to(scene: Scene, found: Found) -> bool:
    """``меры призваны снизить цены``: what things are meant to do nobody calls on them to."""
    verb = scene.line.words[found.cue.verb]
    return found.rule == "infinitive" and "PRTS" in verb.pos and bool(verb.lemmas & scene.line.group("meaning_to"))


def is_held_as_suspect(scene: Scene, found: Found) -> bool:
    """``задержан по подозрению в краже``, ``заподозренный в измене``: what somebody is held for nobody says there."""
    line, cue = scene.line, found.cue
    if found.rule != "noun" or found.source is not None:
        return False
    if cue.cue.kind == "accused":
        suspected = "PRTF" in line.words[cue.verb].pos or "ADJF" in line.words[cue.verb].pos
        return suspected and bool(line.words[cue.verb].lemmas & line.group("suspected"))
    led = any("PREP" in w.pos for w in line.between(cue.first - 1, cue.first))
    return led and bool(line.words[cue.verb].lemmas & line.group("suspicions"))


def is_reason_to(scene: Scene, found: Found) -> bool:
    """``є аргументи, щоб відкласти розгляд``: behind a noun for what is said a purpose is no content."""
    line, cue = scene.line, found.cue
    if found.rule != "clause" or cue.cue.kind != "noun" or cue.cue.act != "assert" or not found.content:
        return False
    at = line.from_place(found.content[0].start)
    return bool(at) and line.words[at - 1].low in line.group("so_that")


def is_meant_by_nobody(scene: Scene, found: Found) -> bool:
    """``вакцина, якою збиралися щеплювати``: what is meant to be done, where nobody says so."""
    verb = scene.line.words[found.cue.verb]
    return found.source is None and not verb.has("1per") and bool(verb.lemmas & scene.line.group("going_to"))


def is_handed_round(scene: Scene, found: Found) -> bool:
    """``поділилися хлібом``, ``ділилися схемами``: what is no words nobody tells."""
    line = scene.line
    if not found.nominal or not line.words[found.cue.verb].lemmas & line.group("sharing") or not found.content:
        return False
    inside = line.inside(found.content[0])
    thing = phrase_at(line, inside[0].at) if inside else None
    known = lexicon(line.language).nouns.keys() | line.group("shared_words")
    return thing is not None and not line.words[thing.head].lemmas & known


def is_after_it(scene: Scene, found: Found) -> bool:
    """``за результатами розмови``: only of what is studied the outcome says something."""
    line, cue = scene.line, found.cue
    if found.rule != "phrase" or line.words[cue.last - 1].low not in line.group("outcomes") or found.source is None:
        return False
    studied = line.group("studies|told_data|findings")
    inside = line.inside(found.source)
    apart = cue.first == 0 or is_comma(line, cue.first - 1) or (inside and is_comma(line, inside[-1].at + 1))
    if not apart:
        return True
    study = phrase_at(line, inside[0].at) if inside else None
    return study is None or not line.words[study.head].lemmas & studied


DEEDS = (
    is_after_it,
    is_handed_round,
    is_meant_by_nobody,
    is_passed,
    is_ruled,
    is_meant_to,
    is_held_as_suspect,
    is_reason_to,
    is_wished,
    is_a_saying,
    is_not_put_in,
    is_let_happen,
    is_cleared_of,
    is_kept_by_court,
    is_upheld,
    is_recognised,
    is_waited_for,
    is_left_uncommented,
    is_kept_back,
    is_being_found_out,
    is_sentenced,
    is_called_for,
    is_binding,
    is_manner_of_speaking,
    is_named_in_passing,
    is_done_by_rule,
    is_purpose_of_deed,
    is_its_place,
    is_thought_beside,
    is_if_or_when,
    is_complained_of,
)
