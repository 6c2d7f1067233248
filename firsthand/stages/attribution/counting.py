"""Which findings of the frames are attributions by the annotation guide."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from firsthand.records import Span
from firsthand.stages.attribution.clauses import chunks, clause_start, is_comma
from firsthand.stages.attribution.cues import CueAt, find_cues, lexicon
from firsthand.stages.attribution.deeds import DEEDS
from firsthand.stages.attribution.frames.fronted import needs_nobody
from firsthand.stages.attribution.nobody import NOBODYS
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.quotes import is_speech
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import is_in_relative
from firsthand.stages.attribution.subjects import agrees, can_speak
from firsthand.stages.attribution.tags import TAGS
from firsthand.stages.attribution.words import Line, Word, cases_in

# Code points from the start of a content in which its first noun stands.
HEAD = 40
ADDRESSEE_REACH = 6
# Behind whom something was offered to, a clause may tell which they are: "пасажирам, які купили квитки, запропоновано".
PASSIVE_REACH = 16
NORM_REACH = 4
VERDICT_REACH = 3
WHO_REACH = 3
FUTURE_REACH = 2
# Frames in which the first person counts inside speech: "ми закликаємо уряд до ..." and "сподіваюся, що ...".
OF_NOUNS = frozenset(("about-this", "clause", "infinitive", "colon", "noun", "words"))
OWN = frozenset(("clause", "infinitive"))
# Frames in which what will be said does not count.
TO_COME = frozenset(("clause", "nominal", "colon", "fronted", "parenthesis", "about-this"))
# Frames in which what might be said, or is asked, does not count.
SUPPOSED = frozenset(("infinitive", "nominal", "clause", "about-this", "parenthesis"))
# Frames in which what somebody quoted tells of others counts, if they are somebody by name.
OF_OTHERS = frozenset(("nominal", "infinitive", "fronted"))


def in_speech(scene: Scene, cue: CueAt) -> bool:
    """Whether the cue stands inside quoted speech."""
    number = scene.line.words[cue.verb].quote
    return number >= 0 and is_speech(scene.line.text, scene.quotes[number].span)


def speaks_of_others(scene: Scene, found: Found) -> bool:
    """Inside quoted speech what the speaker says of others counts, with a source of its own, and what he undertakes."""
    if in_first_person(scene.line, found):
        undertakes = found.rule == "nominal" and found.cue.cue.act in ("direct", "commit")
        return undertakes or (found.rule in OWN and not is_own_mind(scene.line, found))
    if found.source is None:
        # "«За попередніми даними, постраждалих немає»"
        return found.rule == "phrase" or is_own_order(scene.line, found)
    return found.rule in ("clause", "phrase") or (found.rule in OF_OTHERS and is_somebody(scene, found))


def is_own_order(line: Line, found: Found) -> bool:
    """``«[Доручив] провести перевірку», – написав мер``: with a past verb that opens a sentence he tells of himself."""
    verb = line.words[found.cue.verb]
    opens = all(w.kind == "mark" for w in line.between(0, found.cue.first)) and found.cue.first == found.cue.verb
    one = verb.has("past") and not verb.has("plur") and not verb.has("neut")
    return opens and one and verb.finite and found.rule == "infinitive" and found.cue.cue.act == "direct"


def is_own_mind(line: Line, found: Found) -> bool:
    """``«Сподіваюся, що ...»``, ``«думаю, что ...»``: what who is quoted hopes or thinks is in his words already."""
    return not found.cue.negated and bool(line.words[found.cue.verb].lemmas & line.group("own_mind"))


def is_somebody(scene: Scene, found: Found) -> bool:
    """Whether a person or a body by name says it, with a word that always counts: ``«Прем'єр розповіла про план»``."""
    if found.subject is None or found.cue.cue.weak:
        return False
    kinds = ("PER", "ORG", "LOC") if found.rule == "fronted" else ("PER", "ORG")
    return found.subject.animate or scene.line.words[found.subject.head].mention_type in kinds


def in_first_person(line: Line, found: Found) -> bool:
    """``ми закликаємо``, ``сподіваюся``, ``мы намерены``: who is quoted speaks of himself."""
    own = found.source is not None and found.source.of(line.text).lower() in line.group("pronouns.speaking")
    return own or line.words[found.cue.verb].has("1per")


def is_negated_away(scene: Scene, found: Found) -> bool:
    """A cue that counts no more under a negation."""
    return found.cue.negated and found.cue.cue.negated == ""


def is_quoted(scene: Scene, found: Found) -> bool:
    """A cue inside quoted speech, unless the speaker tells what others say."""
    return in_speech(scene, found.cue) and not speaks_of_others(scene, found)


def is_bare_infinitive(scene: Scene, found: Found) -> bool:
    """An infinitive is what may be said, not what was; but ``продовжують вимагати`` counts, its phase verb governs."""
    word = scene.line.words[found.cue.verb]
    return found.cue.cue.kind != "phrase" and word.infinitive and not word.finite  # "если верить газете, ..."


def is_editors(scene: Scene, found: Found) -> bool:
    """``Нагадаємо, що ...``, ``розумієте, що``: without a subject these are the report's own voice."""
    word = scene.line.words[found.cue.verb]
    verbs = [r for r in word.readings if r.pos == "VERB"]
    if not verbs or not all(r.grammemes & {"1per", "2per", "impr"} for r in verbs):
        return False
    if found.source is not None and in_speech(scene, found.cue):
        return False  # "«я нагадую, що ...», – сказав мер"
    own = bool(word.lemmas & scene.line.group("own_voice"))
    return own or (found.source is None and not in_speech(scene, found.cue))


def is_nobodys(scene: Scene, found: Found) -> bool:
    """A phrase as content (``засуджено напад``) without a source, or named in passing (``говорячи про напад``)."""
    verb = scene.line.words[found.cue.verb]
    if not found.nominal or found.rule == "noun":
        return False
    if in_speech(scene, found.cue) and in_first_person(scene.line, found):
        return False
    if "GRND" in verb.pos and verb.lemmas & scene.line.group("in_passing"):
        return found.source is None or not is_reason(scene.line, found)
    if asks_or_threatens(scene.line, found.cue) or is_reported(scene.line, found) or is_opinion(scene.line, found):
        return False
    if is_pointed_at(scene.line, found):
        return False
    return found.source is None and not accuses(scene.line, found.cue) and not offers(scene.line, found.cue)


def is_pointed_at(line: Line, found: Found) -> bool:
    """``Вказується на брак коштів``: what is pointed out, whoever does."""
    at = line.from_place(found.content[0].start) if found.content else 0
    on = bool(at) and line.words[at - 1].low in line.group("prepositions.on.words")
    return found.cue.impersonal and "on" in found.cue.frames and on and not found.cue.negated


def is_reason(line: Line, found: Found) -> bool:
    """``скасували рейс, пославшись на [погану погоду]``: a thing as a reason, and nobody's words, data or paper."""
    if line.words[found.cue.first].low not in line.group("reference"):
        return False
    first = next(iter(line.inside(found.content[0])), None)
    thing = phrase_at(line, first.at) if first is not None else None
    if thing is None or thing.named or thing.pronoun or can_speak(line, thing):
        return False
    head, words = line.words[thing.head], lexicon(line.language).nouns.keys()
    kinds = "studies|findings|told_data|papers|releases|news_items|sites|norms|venues|told_by"
    told = head.lemmas & words or head.lemmas & line.group(kinds)
    return not told and head.mention < 0 and not head.capital


def is_reported(line: Line, found: Found) -> bool:
    """``повідомлялося про аварію``, ``про аварію не заявляв``: what came out, or did not, whoever tells it."""
    cue, verb = found.cue, line.words[found.cue.verb]
    weak = cue.cue.weak and found.rule != "fronted"
    if weak or verb.lemmas & line.group("going_on") or not needs_nobody(line, cue):
        return False
    at = line.from_place(found.content[0].start)
    return bool(at) and line.words[at - 1].low in line.group("prepositions.about.words")


def is_opinion(line: Line, found: Found) -> bool:
    """``його вважали поступливим``, ``"Адвокатом народу" її називають``: what people in general call somebody."""
    verb = line.words[found.cue.verb]
    if found.cue.negated or not verb.lemmas & line.group("opinions") or len(found.content) < 2:
        return False
    return verb.finite and verb.has("plur") and not verb.has("1per")


def asks_or_threatens(line: Line, cue: CueAt) -> bool:
    """``її страти вимагають``, ``їм погрожують розправою``: whoever it is, as long as no thing does (``борги``)."""
    verb = line.words[cue.verb]
    if not verb.finite or not verb.has("plur") or verb.has("1per") or cue.cue.weak:
        return False
    things = (phrase for kind, phrase in chunks(line, clause_start(line, cue.first), cue.first) if kind == "np")
    said = cue.cue.act == "commit" and not cue.negated and not any(agrees(t.forms, verb, False) for t in things)
    return said or cue.cue.act == "direct"


def accuses(line: Line, cue: CueAt) -> bool:
    """``її звинувачують у ...``, ``їй висунуто звинувачення в ...``: whosesoever it is."""
    verb = line.words[cue.verb]
    if cue.cue.act == "assert" and verb.lemmas & line.group("charging") and verb.has("plur") and not verb.has("1per"):
        return True
    suspected = verb.lemmas & line.group("suspecting") and verb.has("plur")
    if "in" not in cue.frames or (cue.cue.weak and not suspected) or verb.has("1per"):
        return False
    brought = any(w.lemmas & line.group("accusations") for w in line.between(cue.first, cue.last))
    passive = (brought or verb.lemmas & line.group("accused")) and ("PRTS" in verb.pos or verb.has("Impe"))
    return bool(passive) or (verb.has("plur") and (verb.has("past") or "rest" in cue.frames))


def offers(line: Line, cue: CueAt) -> bool:
    """``пасажирам пропонують ...``: whoever it is, it is said to somebody."""
    verb = line.words[cue.verb]
    passive = "PRTS" in verb.pos or verb.has("Impe")
    before = line.between(cue.first - (PASSIVE_REACH if passive else ADDRESSEE_REACH), cue.first)
    told = any(w.has("anim") and w.nouns and cases_in(w.nouns) == {"datv"} for w in before)
    return cue.cue.act == "direct" and told and (verb.has("plur") or passive or verb.has("neut"))


def is_plain_noun(scene: Scene, found: Found) -> bool:
    """A noun that is a person (``заявник``), or that no clause, infinitive or colon follows."""
    if found.cue.cue.kind != "noun":
        return False
    return scene.line.words[found.cue.verb].has("anim") or found.rule not in OF_NOUNS


def is_of_a_thing(scene: Scene, found: Found) -> bool:
    """``вакцини, які вимагають двох доз``: what a relative clause tells of a thing."""
    line, subject = scene.line, found.subject
    if is_said_of_whoever(line, found.cue):
        return True
    acting = any(r.pos == "PRTF" for r in line.words[found.cue.verb].readings) and not line.words[found.cue.verb].finite
    return subject is not None and (acting or is_in_relative(line, found.cue)) and not can_speak(line, subject)


def is_said_of_whoever(line: Line, cue: CueAt) -> bool:
    """``ті, хто угоду схвалює``; ``багато хто каже`` says of many that they do."""
    for word in reversed(line.between(cue.first - WHO_REACH, cue.first)):
        if word.kind == "mark":
            return False
        if word.low in line.group("pronouns.whoever"):
            return not any(w.low in line.group("quantifiers") for w in line.between(word.at - 1, word.at))
    return False


def is_description(scene: Scene, found: Found) -> bool:
    """``документ, що підтверджує факт`` as a participle: only people tell with one what no clause says."""
    verb = scene.line.words[found.cue.verb]
    acting = found.cue.cue.kind == "verb" and "PRTF" in verb.pos and not verb.finite and found.cue.cue.act == "assert"
    weak = found.cue.cue.weak and found.nominal  # "мусульман, поддерживающих наказания"
    return acting and found.rule != "clause" and (found.subject is None or not found.subject.animate or weak)


def is_settled(scene: Scene, found: Found) -> bool:
    """``було вирішено, що``, ``їм заборонено виїздити``: what a weak verb tells in the passive without a source."""
    verb, cue = scene.line.words[found.cue.verb], found.cue
    passive = "PRTS" in verb.pos or verb.has("Impe")
    if passive and cue.cue.weak and cue.cue.act == "direct" and (verb.has("neut") or verb.has("Impe")):
        return True  # "в країні заборонено": where, not who
    return cue.cue.weak and found.source is None and not cue.impersonal and passive


def is_still_to_say(scene: Scene, found: Found) -> bool:
    """``лікар скаже, чи ...``: what will be said has not been; a promise or an offer has."""
    verb = scene.line.words[found.cue.verb]
    coming = verb.finite and all("futr" in r.grammemes for r in verb.readings if r.pos == "VERB")
    before = scene.line.between(found.cue.verb - FUTURE_REACH, found.cue.verb)
    led = any(w.lemmas & scene.line.group("future_auxiliaries") and w.has("futr") for w in before)
    coming = coming or (led and ("PRTS" in verb.pos or verb.has("Impe")))
    return (coming and found.cue.cue.act == "assert" and found.rule in TO_COME) or is_not_to_deny(scene, found)


def is_not_to_deny(scene: Scene, found: Found) -> bool:
    """``влада не стане заперечувати проти перегляду``: what nobody will deny nobody denies yet."""
    line, cue = scene.line, found.cue
    led, before = line.words[cue.verb], line.between(cue.verb - 1, cue.verb)
    denied = cue.cue.act == "deny" and cue.verb < cue.first and any(w.low in line.group("negation") for w in before)
    return denied and led.has("futr") and found.nominal


def is_foreseen(scene: Scene, found: Found) -> bool:
    """``закон передбачає, що``: what a thing stipulates nobody expects."""
    if not found.cue.cue.people:
        return False
    head = scene.line.words[found.subject.head] if found.subject is not None else None
    return head is None or not ((found.subject is not None and found.subject.animate) or head.mention >= 0)


def is_supposed(scene: Scene, found: Found) -> bool:
    """``якщо фірма не погодиться підняти платню``, ``чи готові вони``: what might be said, or is asked."""
    if found.rule not in SUPPOSED:
        return False
    line, verb = scene.line, scene.line.words[found.cue.verb]
    before = line.between(clause_start(line, found.cue.first), found.cue.first)
    main = next((w.at for w in reversed(before) if w.low in line.group("then") and is_comma(line, w.at - 1)), 0)
    sure = main if verb.has("pres") else 0
    supposed = any(w.low in line.group("supposing") and w.at >= sure for w in before) and verb.has("futr")
    clause = takewhile(lambda w: w.text != ",", reversed(before))
    supposed = supposed or (any(w.low in line.group("until") for w in clause) and coming_only(verb))
    beside = (*line.between(found.cue.first - 1, found.cue.first), *line.between(found.cue.last, found.cue.last + 1))
    asked = any(w.low in line.group("asking") for w in beside)
    return supposed or asked


def coming_only(verb: Word) -> bool:
    """``не вимагатиме``: a verb that can stand in no other time than the future."""
    return verb.has("futr") and not verb.has("pres")


def is_a_verdict(scene: Scene, found: Found) -> bool:
    """``її визнали винною``: a court's sentence; ``визнав себе винним`` he says himself."""
    line = scene.line
    if not line.words[found.cue.verb].lemmas & line.group("finding_guilty"):
        return False
    near = line.between(found.cue.first - 2, found.cue.last + VERDICT_REACH)
    oneself = any(w.lemmas & line.group("pronouns.reflexive") for w in near)
    return not oneself and any(w.lemmas & line.group("guilty") and w.has("ablt") for w in near)


def is_counted(scene: Scene, found: Found) -> bool:
    """``в області підтверджено сто випадків``: where something is counted, nobody says so."""
    verb, subject = scene.line.words[found.cue.verb], found.subject
    passive = "PRTS" in verb.pos or verb.has("Impe")
    return passive and found.nominal and subject is not None and scene.line.words[subject.head].mention_type == "LOC"


def is_ruled_on(scene: Scene, found: Found) -> bool:
    """``суд відхилив апеляцію``: what a court does with what lies before it; a statement anybody may deny."""
    thing = thing_of(scene.line, found) if found.nominal and found.cue.cue.act == "deny" else None
    if thing is None or not thing & scene.line.group("pleas"):
        return False
    court = found.subject is not None and scene.line.words[found.subject.head].lemmas & scene.line.group("courts")
    return bool(court) or not thing & scene.line.group("stated")


def is_a_norm(scene: Scene, found: Found) -> bool:
    """``закон забороняє будувати``: what rules and laws stipulate nobody says."""
    line, subject = scene.line, found.subject
    before = line.between(found.cue.first - NORM_REACH, found.cue.first)
    heads = before if subject is None else line.between(subject.head, subject.head + 1)
    norms = any(w.lemmas & line.group("norms") for w in heads if "nomn" in cases_in(w.nouns))
    return found.cue.cue.act == "direct" and norms and not (subject is not None and subject.animate)  # "политики"


def is_ruled_out_by_nobody(scene: Scene, found: Found) -> bool:
    """``Не исключено, что ...``: the report's own guess."""
    return found.cue.negated and found.cue.cue.act == "deny" and found.source is None


def is_told_by_nobody(scene: Scene, found: Found) -> bool:
    """``Про це повідомляє``: the name is lost, and with it what was said."""
    return found.rule == "about-this" and found.source is None and not found.cue.impersonal


def is_except(scene: Scene, found: Found) -> bool:
    """``не считая процентов``: leaves out, and denies nothing."""
    verb = scene.line.words[found.cue.verb]
    return found.cue.negated and "GRND" in verb.pos and bool(verb.lemmas & scene.line.group("excepting"))


def is_round_a_source(scene: Scene, found: Found) -> bool:
    """``За даними опитування, кожен п'ятий не вірить``: what stands before the comma is who says it."""
    if found.rule != "parenthesis" or not found.content:
        return False
    inside = scene.line.inside(found.content[0])
    led = any(c.cue.kind == "phrase" and c.first == inside[0].at for c in find_cues(scene.line)) if inside else False
    return led and not any(w.finite or "PRTS" in w.pos for w in inside)


def is_told_by_this(scene: Scene, found: Found) -> bool:
    """``Это говорит о том, что спрос растет``: what the report itself concludes from what it told."""
    line, subject = scene.line, found.subject
    alone = subject is not None and subject.last - subject.first == 1
    return (
        alone
        and subject is not None
        and line.words[subject.first].low in line.group("pronouns.this")
        and found.rule in ("clause", "nominal", "parenthesis")
    )


def is_bound_up(scene: Scene, found: Found) -> bool:
    """``забастовка связана с условиями труда``: what the short passive form tells of its own subject nobody says."""
    verb = scene.line.words[found.cue.verb]
    passive = found.nominal and "rest" in found.cue.cue.frames and "PRTS" in verb.pos and not verb.finite
    if verb.lemmas & scene.line.group("accused"):
        return False  # "жінка була обвинувачена в крадіжці"
    return passive and found.subject is not None and agrees(found.subject.forms, verb, found.subject.animate)


def is_ready_for(scene: Scene, found: Found) -> bool:
    """``станция готова к зиме``: only people and bodies are ready, for what takes another side (``к переговорам``)."""
    if found.cue.cue.kind != "predicate" or not found.nominal or found.cue.cue.act != "commit":
        return False
    line, subject, thing = scene.line, found.subject, thing_of(scene.line, found)
    if subject is None or thing is None or not thing & line.group("dealings"):
        return True
    head = line.words[subject.head]
    acting = head.mention >= 0 or head.lemmas & line.group("bodies|acting")
    return not (subject.animate or subject.pronoun or acting)


def is_kept_up(scene: Scene, found: Found) -> bool:
    """``страны поддерживают контакт``, ``Польша поддерживает соседку``: what is kept up, or whom somebody helps.

    Others back what they agree with.
    """
    line = scene.line
    if not found.nominal or not (found.cue.cue.now or found.cue.cue.done) or not found.content:
        return False
    phrase = next((phrase_at(line, word.at) for word in line.inside(found.content[0])[:1]), None)
    if phrase is None:
        return False
    head = line.words[phrase.head]
    somebody = phrase.animate or head.mention_type in ("PER", "LOC") or head.lemmas & line.group("states")
    return bool(somebody or head.lemmas & line.group("kept_up"))


def is_not_of_all(scene: Scene, found: Found) -> bool:
    """``Не все готовы ждать``: of how many it is so nobody says."""
    line = scene.line
    if found.source is not None or found.cue.cue.kind != "predicate" or found.rule != "infinitive":
        return False
    before = line.between(clause_start(line, found.cue.first), found.cue.first)
    few = (w for w in before if w.low in line.group("everybody"))
    return any(n.low in line.group("negation") for w in few for n in line.between(w.at - 1, w.at))


def thing_of(line: Line, found: Found) -> frozenset[str] | None:
    """The lemmas of the noun that a content begins with."""
    first = next(iter(line.inside(found.content[0])), None) if found.content else None
    phrase = phrase_at(line, first.at) if first is not None else None
    return line.words[phrase.head].lemmas if phrase is not None else None


def is_a_danger(scene: Scene, found: Found) -> bool:
    """``ей грозило стать изгоем``, ``кризис угрожает шансам сохранить пост``: what threatens somebody is nobody."""
    line, verb = scene.line, scene.line.words[found.cue.verb]
    if not verb.lemmas & line.group("threatening") or found.rule != "infinitive":
        return False
    before = chunks(line, clause_start(line, found.cue.first), found.cue.first)
    things = (phrase for kind, phrase in before if kind == "np" and agrees(phrase.forms, verb, False))
    return (found.source is None and any(things)) or (verb.has("neut") and verb.has("past"))


def turns_on(scene: Scene, found: Found) -> bool:
    """``Мова йде про ...``: what a talk turns on is told only where it is said in what paper it does."""
    talk = found.cue.last - found.cue.first > 1 and scene.line.words[found.cue.verb].lemmas & scene.line.group(
        "turning"
    )
    return bool(talk) and found.source is None


REFUSALS: tuple[Callable[[Scene, Found], bool], ...] = (
    turns_on,
    is_negated_away,
    is_quoted,
    is_bare_infinitive,
    is_editors,
    is_nobodys,
    is_plain_noun,
    is_of_a_thing,
    is_description,
    is_settled,
    is_still_to_say,
    is_foreseen,
    is_supposed,
    is_a_verdict,
    is_counted,
    is_ruled_on,
    is_a_norm,
    is_ruled_out_by_nobody,
    is_told_by_nobody,
    is_except,
    is_round_a_source,
    is_told_by_this,
    is_bound_up,
    is_ready_for,
    is_kept_up,
    is_not_of_all,
    is_a_danger,
    *DEEDS,
    *NOBODYS,
    *TAGS,
)


def counts(scene: Scene, found: Found) -> bool:
    """Whether what a frame found is an attribution by the guide."""
    # a loop, since nothing else is asked as often
    for refuses in REFUSALS:  # noqa: SIM110
        if refuses(scene, found):
            return False
    return True


def without_phase_verbs(line: Line, found: list[Found]) -> list[Found]:
    """Without ``продовжує`` in ``продовжує наполягати``: the two are one cue, the second word's."""
    governing = {f.cue.verb for f in found if f.cue.verb < f.cue.first}
    return [f for f in found if f.cue.verb not in governing or f.cue.verb < f.cue.first]


def without_weak_inside(line: Line, found: list[Found]) -> list[Found]:
    """Without weak cues inside others' words: ``заявила, що міністри підтримали угоду`` is one attribution.

    A stance in the present is somebody's own all the same: ``заявила, що уряд підтримує угоду``.
    """
    said = [span for f in found if not f.cue.cue.weak for span in f.content]
    return [
        f
        for f in found
        if not (is_weak(line, f) and any(s.start <= line.words[f.cue.first].start < s.stop for s in said))
    ]


def is_weak(line: Line, found: Found) -> bool:
    """A cue that counts by itself only: a weak one with a phrase as content, but for a stance in the present."""
    stance = found.cue.cue.now and not is_in_relative(line, found.cue)
    return found.cue.cue.weak and found.rule == "nominal" and not stance


def without_nested_nouns(line: Line, found: list[Found]) -> list[Found]:
    """Without nouns that a verb's content begins with: ``заявив про вимогу щодо ...`` is one attribution."""
    tellers = [f for f in found if f.cue.cue.kind != "noun" and f.nominal]
    told = [(f.cue, f.content[0].start) for f in found if f.cue.cue.kind == "verb" and f.rule == "clause"]
    return [
        f
        for f in found
        if f.cue.cue.kind != "noun"
        or not (any(begins(line, f, t) or is_his_within(line, f, t) for t in tellers) or tells_the_same(f, told))
    ]


def is_his_within(line: Line, found: Found, teller: Found) -> bool:
    """``мер розкритикував посла за [його] слова про мову``: inside what is judged, whose they are is not sure."""
    his = found.rule == "noun" and found.subject is not None and found.subject.pronoun
    return his and any(span.start <= line.words[found.cue.first].start < span.stop for span in teller.content)


def tells_the_same(found: Found, told: list[tuple[CueAt, int]]) -> bool:
    """``сказав під час обговорення плану, що ...``: the clause behind a noun is what the verb before it tells."""
    if found.rule != "clause" or not found.content:
        return False
    start = found.content[0].start
    return any(cue.first < found.cue.first and start == other and not cue.cue.weak for cue, other in told)


def without_nested_readiness(line: Line, found: list[Found]) -> list[Found]:
    """Without a readiness or a feeling of its teller: ``заявили, що готові поступитися`` is one attribution."""
    told = [f.content[0] for f in found if f.rule == "clause" and f.cue.cue.kind != "noun"]
    return [
        f for f in found if not any(is_told_of(f, s) or is_felt(line, f, s) or is_asked_of(line, f, s) for s in told)
    ]


def is_asked_of(line: Line, found: Found, content: Span) -> bool:
    """``розповів, [яким рейсом] він готовий летіти``: in a question what he is ready for is not what he declares."""
    if found.cue.cue.kind != "predicate" or found.subject is None or not found.subject.pronoun:
        return False
    first = line.inside(content)[:2]
    asks = any(w.low in line.group("questions") - line.group("as_says") for w in first)
    return asks and content.start < line.words[found.cue.first].start < content.stop


def is_felt(line: Line, found: Found, content: Span) -> bool:
    """``додала, що шкодує про затримку``: at the head of a told clause what its teller feels, or hopes for."""
    felt = line.words[found.cue.verb].lemmas & line.group("feelings|hopes")
    if not felt or found.source is None or not (found.nominal or found.rule == "clause"):
        return False
    own = found.source.start < content.start
    return own and 0 <= line.words[found.cue.first].start - content.start < HEAD // 2


def is_told_of(found: Found, content: Span) -> bool:
    """Whether a predicate without a source of its own stands at the head of a told clause."""
    own = found.cue.cue.kind == "predicate" and found.rule == "infinitive" and found.source is None
    return own and 0 < found.content[0].start - content.start < HEAD // 2


def begins(line: Line, found: Found, teller: Found) -> bool:
    """Whether a noun cue stands at the head of another cue's content; a plan or intent of somebody else counts too."""
    planned = found.rule == "infinitive" and line.words[found.cue.verb].lemmas & line.group("intentions")
    own = teller.subject is not None and found.content[0].start == line.words[found.cue.last].start
    if found.rule not in ("infinitive", "noun") or (planned and not own) or is_owned(found):
        return False
    return 0 < found.content[0].start - teller.content[0].start < HEAD


def is_owned(found: Found) -> bool:
    """``назвали заяву [компанії] про арешт маніпуляцією``: what others call it, it is still somebody's."""
    return found.subject is not None and found.subject.first == found.cue.last
