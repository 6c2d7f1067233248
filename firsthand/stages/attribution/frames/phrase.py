"""``За словами X, ...`` and ``стало відомо, що ...``: the cue is a word group."""

from __future__ import annotations

from dataclasses import replace

from firsthand.records import Span
from firsthand.stages.attribution.agreement import Phrase, agree
from firsthand.stages.attribution.appositions import phrase_ending
from firsthand.stages.attribution.clauses import (
    behind_prepositional,
    clause_start,
    inserted_start,
    is_comma,
    last_word,
    relative_end,
    spaced,
    span_of,
    spans,
)
from firsthand.stages.attribution.complements import complement
from firsthand.stages.attribution.contents import content_end
from firsthand.stages.attribution.cues import CueAt
from firsthand.stages.attribution.frames.fronted import contiguous, fronted_start
from firsthand.stages.attribution.frames.parenthesis import is_connector, opens_content
from firsthand.stages.attribution.heads import OPENING, is_participle
from firsthand.stages.attribution.objects import governed
from firsthand.stages.attribution.phrases import phrase_at
from firsthand.stages.attribution.said_at import place_at
from firsthand.stages.attribution.scene import Found, Scene
from firsthand.stages.attribution.sources import known_from, source_span, verb_subject
from firsthand.stages.attribution.stretches import side_clause_end
from firsthand.stages.attribution.subjects import can_speak
from firsthand.stages.attribution.words import Form, Line, Word, cases_in

TAIL_REACH = 25
# Words from the comma to a relative pronoun: "на підставі рішення якого".
RELATIVE_REACH = 4
# Words of a conjunction that gives a reason: "так как".
REASON_WORDS = 2
# The fewest words of a clause that "мовляв" opens.
CLAUSE_WORDS = 3
# On or in what data stand that are given.
WRITTEN = ("bodies", "documents", "venues", "releases")
# Before "відомо" these ask, deny or pass on: "Що відомо про ...", "не відомо, чи", "як відомо".
UNKNOWN = ("negation", "questions", "that", "as_says")


def phrase_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``За словами X, ...``, ``..., по данным X, ...``."""
    if cue.cue.kind != "phrase" or cue.cue.case in ("clause", "inf"):
        return None
    line = scene.line
    if any(w.text == ":" for w in line.between(cue.last, cue.last + 1)):
        return None  # "За матеріалами: «Схід»"
    if (which := of_which(line, cue)) is not None:
        return which
    planned = cue.cue.act == "commit"
    source, behind = phrase_source(line, cue)
    if source is None and (paper := of_a_paper(line, cue)) is not None:
        cue, source = paper
    elif source is None and (site := on_a_site(line, cue)) is not None:
        source, behind = source_span(line, site), site.last
    head = phrase_at(line, cue.last)
    bare = cue.cue.case != "gent" or cue.last == cue.first + 1
    if head is not None and bare and line.words[head.head].lemmas & line.group("norms"):
        return None  # what rules and laws stipulate nobody says
    judged = any(w.low in line.group("judging") for w in line.between(cue.first, cue.last))
    if judged and not (head is not None and is_judged_by(line, head)):
        return None  # "судячи з погоди"
    if cue.cue.act == "commit" and (head is None or not can_speak(line, head)):
        return None  # "за планом будівництва": nobody's
    if planned and not leads(line, cue.first) and not is_comma(line, cue.first - 1):
        return None  # "удар по плану прем'єрки": no words of hers
    # A described group is somebody's even without a source: "за попередніми даними, ...".
    described = cue.last - cue.first > len(cue.cue.lemma.split()) and is_comma(line, behind)
    described = described or is_nobodys_data(line, cue)
    if source is None and not (described or cue.cue.alone):
        return None
    after = phrase_end(line, cue, behind)
    leading = leads(line, cue.first)
    beyond = after if leading or head is None else behind_described(line, head, after)
    content = following(line, cue, after) if leading else surrounding(line, cue, beyond)
    own = Span(line.words[cue.first].start, line.words[after - 1].stop)
    return Found(cue, content, "phrase", source, None, own) if content else None


def is_nobodys_data(line: Line, cue: CueAt) -> bool:
    """``За [попередніми] даними вибух стався``: data of nobody's by what they are like, without a comma behind."""
    inner = line.between(cue.first + 1, cue.last - 1)
    alike = bool(inner) and all(w.lemmas & line.group("nobodys_data") for w in inner)
    beside = line.between(clause_start(line, cue.first), last_word(line))
    return alike and any(w.finite or "PRTS" in w.pos or w.has("Impe") for w in beside)


def is_judged_by(line: Line, phrase: Phrase) -> bool:
    """``судячи з виступу``: words or a paper, by which one judges what somebody thinks."""
    kinds = ("judged_by", "documents", "releases", "studies", "findings")
    return any(line.words[phrase.head].lemmas & line.group(kind) for kind in kinds)


def of_which(line: Line, cue: CueAt) -> Found | None:
    """``[опрос], согласно которому мост опасен``: a study or a paper, and what its relative clause tells of it."""
    which = line.words[cue.last] if cue.last < last_word(line) else None
    if which is None or which.low not in line.group("relatives") or not is_comma(line, cue.first - 1):
        return None
    paper = phrase_ending(line, cue.first - 1)
    told = line.group("documents|studies|papers")
    if paper is None or not line.words[paper.head].lemmas & (told - line.group("norms")):
        return None
    content = spans(span_of(line, cue.last + 1, content_end(line, cue.last + 1, cue)))
    own = Span(line.words[cue.first].start, which.stop)
    return Found(cue, content, "phrase", source_span(line, paper), paper, own) if content else None


def of_a_paper(line: Line, cue: CueAt) -> tuple[CueAt, Span] | None:
    """``По данным [опроса], ...``, ``Згідно із [заявою], ...``: with nobody behind, the group's noun is the source."""
    if line.words[cue.first].low in line.group("according") and (described := described_paper(line, cue)) is not None:
        return described
    first = cue.first + len(cue.cue.lemma.split()) - 1
    known = line.group("documents|studies|papers")
    if first <= cue.first or not line.words[cue.last - 1].lemmas & known:
        return None
    plain = replace(cue.cue, act="assert")  # "по плану, мост закроют": what it says, whoever promised
    return replace(cue, last=first, verb=first - 1, cue=plain), Span(
        line.words[first].start, line.words[cue.last - 1].stop
    )


def described_paper(line: Line, cue: CueAt) -> tuple[CueAt, Span] | None:
    """``Згідно з [останніми даними], ...``: what is described by an adjective, nobody's, is the source itself."""
    first = cue.first + len(cue.cue.lemma.split()) - 1
    if first <= cue.first or first >= cue.last - 1:
        return None
    if not (is_comma(line, cue.last) or any(w.finite for w in line.between(cue.last, last_word(line)))):
        return None
    words = line.between(first, cue.last)
    return replace(cue, last=first, verb=first - 1), Span(words[0].start, words[-1].stop)


def on_a_site(line: Line, cue: CueAt) -> Phrase | None:
    """``По данным на [сайте порта], ...``, ``За інформацією з [реєстру], ...``: where the data stand is the source."""
    known = ("place_prepositions", "where_prepositions", "onto")
    led = cue.last < last_word(line) and any(line.words[cue.last].low in line.group(kind) for kind in known)
    site = phrase_at(line, cue.last + 1) if led else None
    kinds = ("sites", "own_pages", "documents", "public_registers", "registers")
    written = site is not None and any(line.words[site.head].lemmas & line.group(kind) for kind in kinds)
    return site if written else None


def phrase_end(line: Line, cue: CueAt, behind: int) -> int:
    """One past the words about the source: up to a mark or a verb; at a sentence's start they need a preposition."""
    at, end = behind_bracket(line, behind), last_word(line)
    if behind == cue.last and is_nobodys_data(line, cue) and not is_comma(line, at):
        return at
    tail = at < end and line.words[at].lemmas & line.group("tail_prepositions")
    if cue.first == 0 and at < end and not tail:
        return at
    while at < end and at - cue.last <= TAIL_REACH:
        word = line.words[at]
        if word.finite and not tail and (leads(line, cue.first) or turns_at(line, cue.first)):
            return behind_bracket(line, behind)  # "але за даними опитування [довіра] впала"
        if word.text in ",)" or (word.dash and spaced(line, at)) or word.finite:
            return at
        at = behind_bracket(line, at + 1)
    return at


def behind_bracket(line: Line, at: int) -> int:
    """One past what stands in brackets at word ``at``; ``at`` where nothing does."""
    opens = any(w.text == "(" for w in line.between(at, at + 1))
    near = line.between(at, at + TAIL_REACH) if opens else ()
    return next((w.at + 1 for w in near if w.text == ")"), at)


def leads(line: Line, first: int) -> bool:
    """Whether a group at word ``first`` leads its sentence: nothing but connecting words stands before it."""
    word = line.words[first]
    anew = first and word.capital and not word.text.isupper() and line.words[first - 1].text not in OPENING
    told = first > 0 and line.words[first - 1].text in ":;"  # "ТЕС зупинили: за словами мера, ..."
    return first == 0 or bool(anew) or told or only_adverbs(line, first) or is_connector(line, first)


def following(line: Line, cue: CueAt, after: int) -> tuple[Span, ...]:
    """The content behind a group that leads the sentence."""
    first = after + 1 if after < last_word(line) and line.words[after].text in ",-–—" else after
    if is_comma(line, after) and (close := described_end(line, after, last_word(line))) is not None:
        first = close + 1 if close < last_word(line) else first
    return spans(span_of(line, first, content_end(line, first, cue)))


def described_end(line: Line, comma: int, end: int) -> int | None:
    """``за словами мера, [місто якого росте], ...``, ``по данным опроса, [проведенного в мае], ...``."""
    told = is_participle(line.words[comma + 1]) if comma + 1 < end else False
    return side_clause_end(line, comma, end) if told else relative_end(line, comma, end)


def behind_described(line: Line, source: Phrase, after: int) -> int:
    """``..., за словами мера, [який очолює місто]``: one past a clause that describes who said it."""
    if source.pronoun or not is_comma(line, after):
        return after
    told = relative_at(line, after + 1)
    if told is None or not (told.low in line.group("whose") or agree_but_case(source.forms, told.adjectives)):
        return after
    end = last_word(line)
    alone = all(w.text != "," for w in line.between(after + 1, end))
    return described_end(line, after, end) or (end if alone else after)


def relative_at(line: Line, at: int) -> Word | None:
    """The relative pronoun of a clause that begins at word ``at``, or the participle that begins it."""
    near = line.between(at, at + RELATIVE_REACH)
    first = next(iter(near), None)
    if first is not None and is_participle(first):
        return first
    return next((w for w in near if w.low in line.group("relatives|whose") and w.adjectives), None)


def agree_but_case(left: frozenset[Form], right: frozenset[Form]) -> bool:
    """Whether number and gender can be the same."""
    return any(agree(frozenset((("", n, g),)), frozenset((("", m, h),))) for _, n, g in left for _, m, h in right)


def surrounding(line: Line, cue: CueAt, after: int) -> tuple[Span, ...]:
    """The content around a group: its clause before it, and what goes on behind it."""
    start, end = inner_start(line, cue.first), last_word(line)
    before = any(w.finite for w in line.between(0, cue.first))
    verbs = before and any(w.finite for w in line.between(after, end))
    if start == 0 and before and after < end and (inserted := inserted_start(line, cue.first)) is not None:
        start = inserted
    elif start == 0 and verbs:
        start = max((i + 1 for i in range(cue.first - 1) if is_comma(line, i)), default=0)
    stop = content_end(line, after, cue) if after < end else after
    if after < end and turns_at(line, cue.first):
        start = cue.first
    if after < end and (reason := reason_start(line, cue.first)) is not None:
        start = reason
    if (described := described_start(line, cue.first)) is not None and after < end:
        start = described
    if (which := which_start(line, cue.first)) is not None:
        start = which
        stop = stop if before else min(stop, relative_end(line, which - 1, end) or stop)
    right = span_of(line, after, stop) if after < end else None
    return spans(span_of(line, start, cue.first), right)


def reason_start(line: Line, first: int) -> int | None:
    """``міст закрили, бо, за словами мера, [він старий]``: a reason begins behind its conjunction, with the group."""
    comma = first - 1 if is_comma(line, first - 1) else first
    for length in range(1, REASON_WORDS + 1):
        words = " ".join(w.low for w in line.between(comma - length, comma))
        if words in line.group("because") and is_comma(line, comma - length - 1):
            return first
    return None


def which_start(line: Line, first: int) -> int | None:
    """``на зборах, [куди], за різними оцінками, [прийшло сто людей], ...``: the relative word before a group."""
    near = line.between(first - 3, first)
    relative = len(near) == 3 and near[1].low in line.group("relatives")
    if relative and near[2].text == "," and "PREP" in near[0].pos and is_comma(line, first - 4):
        return first  # "атлас, в якому, на думку мера, кордони хибні"
    return first - 2 if relative and near[0].text == near[2].text == "," else None


def turns_at(line: Line, first: int) -> bool:
    """``міст цілий, але[,] за даними поліції, закритий``: behind what sets a clause against the one before."""
    turn = first - 1 - is_comma(line, first - 1)
    return is_comma(line, turn - 1) and line.words[turn].low in line.group("adversatives")


def described_start(line: Line, first: int) -> int | None:
    """``про людей, [винних], на думку мера, [у збитках]``: an adjective alone between commas, behind its noun."""
    before, opening, word, closing = (*line.between(first - 4, first), *[None] * 4)[:4]
    if before is None or opening is None or word is None or closing is None or first < 4:
        return None
    alone = opening.text == closing.text == "," and word.adjectives and not word.nouns
    return word.at if alone and agree(before.nouns, word.adjectives) else None


def only_adverbs(line: Line, stop: int) -> bool:
    """Whether only particles, adverbs or conjunctions stand before word ``stop``: ``При этом, по словам``."""
    return stop <= 4 and not any(w.finite or (w.nouns and not w.time) for w in line.between(0, stop))


def inner_start(line: Line, begin: int) -> int:
    """The start of the clause that a phrase interrupts: behind ``що`` if the phrase stands in such a clause."""
    for at in range(begin - 1, 0, -1):
        if line.words[at].text == "(" and all(w.text != ")" for w in line.between(at, begin)):
            return at + 1  # "Якщо щепити багатьох (за підрахунками, [75 %]), ..."
        if line.words[at].low in line.group("that") and is_comma(line, at - 1) and not is_closed_which(line, at, begin):
            return at + 1
        clear = not any(w.finite and w.mention < 0 for w in line.between(at + 1, begin))
        if clear and line.words[at].text == ":" and line.words[at].quote < 0:
            return at + 1  # "... відкинув зв'язок: гроші, за його словами, підуть на дорогу"
    return 0


def is_closed_which(line: Line, at: int, begin: int) -> bool:
    """``закон, [що дає право], схвалили, за даними газети, ...``: a noun's clause that ends before word ``begin``."""
    if line.words[at].low not in line.group("relative_that") or not line.words[at - 2].nouns:
        return False
    close = next((w.at for w in reversed(line.between(at, begin - 1)) if w.text == ","), at)
    inner, behind = line.between(at + 1, close), line.between(close + 1, begin)
    return any(w.finite for w in inner) and any(w.finite and w.mention < 0 for w in behind)


def phrase_source(line: Line, cue: CueAt) -> tuple[Span | None, int]:
    """The source behind a word group and the word after it; a possessive inside the group is the source itself."""
    for word in line.between(cue.first, cue.last):
        own = word.lemmas & line.group("own_possessives") and (word.quote >= 0 or line.words[0].dash)
        if own or word.low in line.group("pronouns.possessive"):
            return Span(word.start, word.stop), cue.last
    phrase = phrase_at(line, cue.last)
    if phrase is not None and line.words[phrase.first].kind == "number" and is_nobodys_data(line, cue):
        return None, cue.last  # "за офіційними даними [44 % учасників] згодні"
    if phrase is not None and cue.cue.case not in phrase.cases():
        # "За даними Reuters, Київ і Відень обмінялися": no list, the subject stands behind the comma.
        phrase = phrase_at(line, cue.last, coordinate=False)
    if phrase is None and (place := place_at(line, cue.last, WRITTEN)) is not None and cue.cue.case == "gent":
        return source_span(line, place), place.last  # "по данным на сайте порта, ..."
    if phrase is None or not (cue.cue.case in phrase.cases() or is_miscased(line, phrase)):
        return None, cue.last
    pointing = line.group("demonstratives|pronouns.this")
    if phrase.last == phrase.first + 1 and line.words[phrase.first].low in pointing:
        return None, cue.last  # "згідно цього графіку": its noun stands in no case of the group's
    phrase = with_addressee(line, with_apposition(line, phrase, cue.cue.case))
    return source_span(line, phrase), phrase.last


def with_addressee(line: Line, phrase: Phrase) -> Phrase:
    """``випливає із заклику спілки [до пілотів], ...``: a document with all that stands with it up to the comma."""
    written = line.group("documents|releases")
    led = any("PREP" in w.pos for w in line.between(phrase.last, phrase.last + 1))
    if not led or not line.words[phrase.head].lemmas & written:
        return phrase
    last = behind_prepositional(line, phrase.last, last_word(line))
    return phrase.up_to(last) if is_comma(line, last) else phrase


def is_miscased(line: Line, phrase: Phrase) -> bool:
    """``За словами Акова, ...``, ``По данным Минздрав, ...``: a name up to the comma, whatever its case.

    Also somebody whose foreign name stays as it is: ``по оценке врача Хелен Макартур``.
    """
    if phrase.named and phrase.animate and "accs" in phrase.cases():
        return True
    return line.words[phrase.head].mention_type in ("PER", "ORG") and is_comma(line, phrase.last)


def with_apposition(line: Line, phrase: Phrase, case: str) -> Phrase:
    """``за задумом організаторів, благодійної спілки «Тиша», ...``: what the source is, between commas."""
    if (close := adjective_end(line, phrase, case)) is not None:
        return phrase.up_to(close)
    inner = phrase_at(line, phrase.last + 1) if is_comma(line, phrase.last) else None
    if inner is None or inner.pronoun or not is_comma(line, inner.last) or case not in inner.cases():
        return phrase
    return phrase if "nomn" in inner.cases() else phrase.up_to(inner.last)


def adjective_end(line: Line, phrase: Phrase, case: str) -> int | None:
    """``за словами джерел, [близьких до уряду], ...``: the comma that closes an adjective with its preposition."""
    word, led = (*line.between(phrase.last + 1, phrase.last + 3), None, None)[:2]
    if word is None or led is None or not is_comma(line, phrase.last) or word.mention >= 0 or "PREP" not in led.pos:
        return None
    people = phrase.animate or line.words[phrase.head].lemmas & line.group("anonymous")
    if not people or case not in cases_in(word.adjectives) or not agree(phrase.forms, word.adjectives):
        return None
    end = last_word(line)
    close = next((w.at for w in line.words[led.at :] if w.text == "," or w.finite or w.text in ";:()"), end)
    return close if close == end or is_comma(line, close) else None


def known_frame(scene: Scene, cue: CueAt) -> Found | None:
    """``стало відомо, що ...``: a word group that takes a clause and has no source."""
    if cue.cue.kind != "phrase" or cue.cue.case not in ("clause", "inf"):
        return None
    line = scene.line
    if cue.cue.alone:
        return as_if(line, cue)
    if (told := known_as(line, cue)) is not None:
        return told
    if any(w.low in line.group(kind) for w in line.between(cue.first - 1, cue.first) for kind in UNKNOWN):
        return None
    found = complement(line, cue, None)
    wanted = ("that", "question") if cue.cue.case == "clause" else ("inf",)
    if found is None or found.kind not in wanted:
        return known_about(line, cue) if cue.cue.case == "clause" else None
    inf = cue.cue.case == "inf"
    subject = verb_subject(line, replace(cue, verb=cue.first), False) if inf else told_from(line, cue)
    if subject is None and cue.cue.weak:
        return None  # "слід зважати, що"
    content = spans(span_of(line, found.first, content_end(line, found.first, cue)))
    return Found(cue, content, "known", source_span(line, subject), subject) if content else None


def known_as(line: Line, cue: CueAt) -> Found | None:
    """``Як стало відомо з документів, ...``, ``Порт, як стало відомо «Ранку», закриють``: no word of who learned it."""
    lead = next((w.at for w in reversed(line.between(0, cue.first)) if w.low in line.group("as_says")), None)
    become = cue.last - cue.first > 1  # "как известно" is everybody's knowledge
    if lead is None or not become or opens_content(line, cue.last + 1):
        return None  # "як тільки стало відомо, що"
    if any(w.kind == "mark" or w.finite or w.low in line.group("likening") for w in line.between(lead, cue.first)):
        return None
    if not (leads(line, lead) or is_comma(line, lead - 1)):
        return None
    after = next((at for at in range(cue.last, last_word(line)) if is_comma(line, at)), None)
    if after is None:
        return None
    whole = replace(cue, first=lead)
    subject = known_from(line, replace(cue, first=after)) or known_from(line, cue)
    content = following(line, whole, after) if leads(line, lead) else surrounding(line, whole, after)
    own = Span(line.words[lead].start, line.words[after - 1].stop)
    return Found(whole, content, "known", source_span(line, subject), subject, own) if content else None


def as_if(line: Line, cue: CueAt) -> Found | None:
    """``Мер розвів руками: мовляв, грошей немає``: what somebody is said to say, in a clause of its own."""
    before = line.between(cue.first - 1, cue.first)
    if any(w.kind != "mark" or w.text in OPENING for w in before):
        return None
    start = next((w.at for w in reversed(line.between(0, cue.first - 1)) if w.text == ":" or w.dash), 0)
    if before and before[0].text == "," and not any(w.finite for w in line.between(start, cue.first)):
        return None  # "Анкара, мовляв, купуватиме газ"
    first = cue.last + is_comma(line, cue.last)
    end = content_end(line, first, cue) if first < last_word(line) else first
    clause = line.between(first, end)
    content = spans(span_of(line, first, end)) if len(clause) >= CLAUSE_WORDS else ()
    return Found(cue, content, "known") if content else None


def told_from(line: Line, cue: CueAt) -> Phrase | None:
    """``З документа, [оприлюдненого вчора], [також] випливає``: from what it becomes known."""
    stop = cue.first
    while stop > 1 and "ADVB" in line.words[stop - 1].pos and not line.words[stop - 1].nouns:
        stop -= 1
    found = known_from(line, replace(cue, first=stop))
    if found is not None or not is_comma(line, stop - 1):
        return found
    comma = next((at for at in range(1, stop - 1) if is_comma(line, at)), None)
    if comma is None or described_end(line, comma, len(line.words)) != stop - 1:
        return None
    return known_from(line, replace(cue, first=comma))


def known_about(line: Line, cue: CueAt) -> Found | None:
    """``стало відомо про відставку``: what became known as a phrase."""
    if not any(w.low in line.group("about") for w in line.between(cue.last, cue.last + 1)):
        return known_before(line, cue)
    if governed(line, cue.last + 1, "about") is None or is_known_to(line, cue):
        return None
    content = spans(span_of(line, cue.last + 1, content_end(line, cue.last + 1, cue, nominal=True)))
    return Found(cue, content, "known") if content else None


def is_known_to(line: Line, cue: CueAt) -> bool:
    """``Вашингтону відомо про запуски``: who knows tells nothing."""
    if not cue.first or cue.last - cue.first > 1:
        return False
    cases = cases_in(line.words[cue.first - 1].nouns)
    return bool(cases) and cases <= {"datv", "loct"}


def known_before(line: Line, cue: CueAt) -> Found | None:
    """``Про відставку стало відомо вранці``: what became known stands before the cue."""
    start = fronted_start(line, replace(cue, cue=replace(cue.cue, frames=frozenset(("about",)))))
    phrase = phrase_at(line, start) if start is not None else None
    if start is None or phrase is None or line.words[start].low in line.group("pronouns.told"):
        return None
    stop = contiguous(line, phrase.last, cue.first)
    content = span_of(line, start, stop)
    near = not any(w.kind == "mark" or w.finite for w in line.between(stop, cue.first))
    return Found(cue, (content,), "known") if content and near else None
