"""What the chains of a report say together: how far each reaches, and which says no more than another."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import replace

from firsthand.lang.outlets import find_outlet
from firsthand.names.words import doubles
from firsthand.records import Chain
from firsthand.stages.attribution.media import first_noun, is_document, is_platform
from firsthand.stages.attribution.words import group
from firsthand.stages.chains.names import is_nameless
from firsthand.stages.chains.scene import LEAD, OUTSIDE, TAG_LEAD, Stated
from firsthand.stages.chains.tellers import begins_with_announcer, is_crowd

MAX_CHAINS = 40


def settled(language: str, stated: list[Stated], dated: bool = False) -> tuple[Chain, ...]:
    """The chains with the scope that they have beside each other, each once, without those that say no more.

    ``dated`` says that a line of place and date names who publishes the report.
    """
    stated = list(followed(list(with_media(language, with_platforms(language, stated)))))
    stated = [of_piece(one) if is_at_large(language, one) else one for one in unrepeated(stated)]
    found = told_best(language, late_pieces(language, once(stated)[:MAX_CHAINS]))
    found = first_late(language, found, dated)
    best = told_best(language, one_lead(language, found))
    best = [one for one in best if not is_quoted_paper(language, one)]
    chains = tuple(one.chain for one in best if not ends_nameless(language, one.chain))
    named = frozenset(one.chain for one in best if one.named)
    return tuple(c for c in chains if not is_inner(language, c, chains) or (c in named and is_own_piece(c, chains)))


def is_quoted_paper(language: str, one: Stated) -> bool:
    """``"...", сказано у листі порту`` behind the lead: a piece of what the report tells of the paper anyway, no way.

    Of 26 read by hand 20 are no chain for either of two readers. What several put out together, or on a page, is one.
    """
    chain = one.chain
    tag = bool(one.rules) and one.rules <= {"quote", "parenthesis"}
    if chain.rule != "document" or chain.scope != "passage" or not tag or len(chain.hops) != 2:
        return False
    several = any(mark in chain.hops[0] for mark in (", ", *(f" {word} " for word in group(language, "joining"))))
    page = first_noun(chain.hops[-1], language) & group(language, "sites|own_pages|venues")
    paper = is_document(chain.hops[-1], language) and not page and not is_platform(chain.hops[-1], language)
    return paper and not several


def with_media(language: str, stated: list[Stated]) -> Iterator[Stated]:
    """``Видання посилається на джерела``: with the one medium that has told the news by its name."""
    told: set[str] = set()
    for one in stated:
        *first, last = hops = one.chain.hops
        nameless = is_nameless(last, language)
        named = told - set(hops) if first and nameless else ()
        yield replace(one, chain=replace(one.chain, hops=(*first, *named))) if len(named) == 1 else one
        told_there = one.chain.rule == "venue" and last[:1].isupper() and not is_document(last, language)
        tells = one.chain.rule in ("medium", "background") or told_there
        if tells and not nameless and not is_platform(last, language):
            told.add(last)


def with_platforms(language: str, stated: list[Stated]) -> list[Stated]:
    """``запевнив у дописі`` beside ``повідомив у Facebook``: a post of somebody stands where he wrote."""
    pages = {one.chain.hops[0]: one.chain.hops[1:] for one in stated if is_platform(one.chain.hops[-1], language)}

    def is_post(chain: Chain) -> bool:
        return chain.hops[-1] in group(language, "platform_posts") and chain.hops[0] in pages and len(chain.hops) > 1

    return [
        replace(one, chain=replace(one.chain, hops=(one.chain.hops[0], *pages[one.chain.hops[0]])))
        if is_post(one.chain)
        else one
        for one in stated
    ]


def followed(stated: list[Stated]) -> Iterator[Stated]:
    """``застерігає у листі X. Копія листа є в розпорядженні Y``: the next sentence leads a chain on."""
    longer: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for at, one in enumerate(stated):
        for size in range(2, len(one.chain.hops)):
            longer[one.chain.hops[:size]].append(at)
    gone: set[int] = set()
    for at, one in enumerate(stated):
        behind = longer.get(one.chain.hops, deque())
        while behind and (behind[0] <= at or behind[0] in gone):
            behind.popleft()
        if behind:
            gone.add(behind[0])
            one = replace(one, chain=replace(one.chain, hops=stated[behind[0]].chain.hops))
        if at not in gone:
            yield one


def is_own_piece(chain: Chain, others: tuple[Chain, ...]) -> bool:
    """``Як зазначає X``, where the report has X's news from another: by its name again X tells what is its own."""
    if chain.rule != "medium" or len(chain.hops) > 1:
        return False
    return not any(o.scope == "report" and o.hops == chain.hops for o in others)


def ends_nameless(language: str, chain: Chain) -> bool:
    """``передає видання``: whether nobody knows which medium is meant; what it quotes from a document is known so."""
    quoted = len(chain.hops) > 1 and is_document(chain.hops[0], language)
    return chain.rule in ("medium", "background", "venue") and is_nameless(chain.hops[-1], language) and not quoted


def once(stated: list[Stated]) -> list[Stated]:
    """The same hops of one scope once, where they stand first."""
    found: dict[tuple[str, tuple[str, ...]], Stated] = {}
    for one in stated:
        found.setdefault((one.chain.scope, tuple(hop.lower() for hop in one.chain.hops)), one)
    return list(found.values())


def told_best(language: str, stated: list[Stated]) -> list[Stated]:
    """The chains without those that others tell better."""

    def rivals(one: Stated) -> tuple[Chain, ...]:
        # "Про це повідомляє X. «...», цитує видання міністра": the words of one are a piece of what X tells
        return tuple(o.chain for o in stated if not (one.firm and o.number > one.number and is_quote(o)))

    return [one for one in stated if not is_told_better(language, one.chain, rivals(one))]


def is_quote(one: Stated) -> bool:
    """``«...», цитує видання міністра``: whether a chain only adds the words of somebody."""
    return bool(one.rules) and one.rules <= {"quote", "words"}


def unrepeated(stated: list[Stated]) -> Iterator[Stated]:
    """The chains without ``Видання твердить`` behind ``X повідомив``: a named medium goes on, by its letters too."""
    told: set[str] = set()
    letters: set[str] = set()
    for one in stated:
        name = one.chain.hops[-1]
        again = (not one.named and name in told) or (is_abbreviation(name) and name in letters)
        adds = len(one.chain.hops) > 1 and (one.chain.rule != "medium" or one.firm or one.refers or is_quote(one))
        if adds or not again:
            yield one
        told.add(name)
        letters.add(initials(name))


def late_pieces(language: str, stated: list[Stated]) -> list[Stated]:
    """``Про це`` behind the lead covers a piece where something before it has said whose the news is."""
    told = (one for one in stated if covers(one) and one.chain.rule != "register" and not is_press(language, one.chain))
    first = min((one.number for one in told), default=OUTSIDE)
    return [of_piece(one) if covers(one) and one.number >= max(LEAD, first + 1) else one for one in stated]


def is_press(language: str, chain: Chain) -> bool:
    """Whether but ``ЗМІ`` tell it, whoever they are."""
    return len(chain.hops) == 1 and chain.hops[0].lower() in group(language, "media_at_large")


def of_piece(one: Stated) -> Stated:
    """The same for a passage."""
    return replace(one, chain=replace(one.chain, scope="passage"))


def first_late(language: str, stated: list[Stated], dated: bool) -> list[Stated]:
    """The first tag behind the lead covers the report where nothing before it does.

    Where a report is ``dated``, it is its publisher's own, but for the message that it tells: ``..., йдеться в заяві``.
    """
    behind = (one for one in stated if one.tags and one.number in range(LEAD, TAG_LEAD) and not one.writes)
    late = (one for one in behind if not dated or is_notice(one))
    first = next((one for one in late if not is_bare(language, one.chain)), None)
    covered = (one for one in stated if one.chain.scope == "report" and not is_press(language, one.chain))
    if first is None or any(covered) or any(is_lead_clause(one) for one in stated):
        return stated
    return [one if one is not first else replace(one, chain=replace(one.chain, scope="report")) for one in stated]


def is_lead_clause(one: Stated) -> bool:
    """``Адвокатка розповіла AFP, що ...`` in the lead: a report that has told of one medium so is of several."""
    return one.rules in ({"clause"}, {"colon"}) and one.number in range(LEAD) and one.chain.rule in ("venue", "medium")


def is_notice(one: Stated) -> bool:
    """``..., йдеться в заяві компанії``: a document that closes a sentence which is nobody's words."""
    return one.chain.rule == "document" and "parenthesis" in one.rules


def is_bare(language: str, chain: Chain) -> bool:
    """Whether but a medium without a name tells it: ``друковане видання``; the media at large are another."""
    name = chain.hops[-1]
    if is_some_press(language, chain):
        return True
    return (
        len(chain.hops) == 1
        and name.islower()
        and bool(first_noun(name, language) & group(language, "media") - group(language, "media_at_large"))
    )


def is_at_large(language: str, one: Stated) -> bool:
    """``Британські ЗМІ називали``: who is meant stays open; of the whole report only where the lead ends so."""
    leads = one.firm or one.number == OUTSIDE or (one.tags and one.number == 0)
    return not leads and is_some_press(language, one.chain)


def is_some_press(language: str, chain: Chain) -> bool:
    """Whether but ``британські ЗМІ`` tell it."""
    words = chain.hops[-1].lower().split()
    press = len(words) > 1 and words[-1] in group(language, "media_at_large")
    return len(chain.hops) == 1 and (press or is_crowd(chain.hops[0], language))


def one_lead(language: str, stated: list[Stated]) -> list[Stated]:
    """Of several in the lead the first covers the report, the others their piece; not so what says ``Про це``.

    What ends the lead is a piece too where the title has said whose the news is.
    """
    first = next((one for one in stated if covers(one) and not is_press(language, one.chain)), None)
    told = any(one.number == OUTSIDE and one.chain.scope == "report" for one in stated)
    pieces = [one for one in stated if covers(one) and not one.firm and (one is not first or (told and one.number > 1))]
    return [of_piece(one) if one in pieces and not is_press(language, one.chain) else one for one in stated]


def covers(one: Stated) -> bool:
    """Whether a chain of the body is of the whole report."""
    return one.chain.scope == "report" and one.number > OUTSIDE


def is_inner(language: str, chain: Chain, others: tuple[Chain, ...]) -> bool:
    """A passage that a hop of the report's chain tells (``X зазначило, що Y заявив``) is no chain beside it.

    What was told to it (``заявив виданню Y``) is one.
    """
    if any(o is not chain and o.scope == "report" and is_known_insider(language, chain, o) for o in others):
        return True
    if chain.rule == "venue" and is_platform(chain.hops[-1], language):
        # "додала вона у дописі" of whom the report has it from there
        return chain.scope == "passage" and any(o.scope == "report" and o.hops == chain.hops for o in others)
    if chain.scope != "passage" or chain.rule in ("background", "insider", "venue", "register"):
        return False
    return any(o.scope == "report" and (goes_through(chain, o) or is_message(language, chain, o)) for o in others)


def is_known_insider(language: str, chain: Chain, whole: Chain) -> bool:
    """``джерела видання`` again, where the report has it all from sources of the same medium."""
    bare = chain.rule in ("insider", "medium") and " " not in chain.hops[0] and chain.scope == "passage"
    if not bare or chain.hops[-1] != whole.hops[-1] or len(whole.hops) == 1:
        return False
    return all(bool(first_noun(one.hops[0], language) & group(language, "anonymous")) for one in (chain, whole))


def goes_through(chain: Chain, whole: Chain) -> bool:
    """Whether the report's chain has the passage's: its hops, its one hop, or its last."""
    return whole.hops in (chain.hops, chain.hops[-1:]) or (len(chain.hops) == 1 and chain.hops[0] in whole.hops)


def is_message(language: str, chain: Chain, whole: Chain) -> bool:
    """``йдеться в повідомленні``: of whom the report has it all, a press service too, which speaks for another."""
    if chain.rule != "document" or " " in chain.hops[-1] or is_platform(chain.hops[-1], language):
        return False
    if is_another_document(language, chain, whole):
        return False
    if is_told_to_medium(language, whole) and not first_noun(chain.hops[-1], language) & group(language, "messages"):
        return False
    owner = chain.hops[0]
    same = any(hop == owner or hop.startswith(f"{owner} ") or abbreviates(hop, owner) for hop in whole.hops)
    return same or begins_with_announcer(whole.hops[0], language)


def is_told_to_medium(language: str, whole: Chain) -> bool:
    """``розповіла агентству X``: what somebody told a medium stands in no paper; what stands in one is beside it."""
    last = whole.hops[-1]
    return whole.rule == "venue" and not is_platform(last, language) and not is_document(last, language)


def is_another_document(language: str, chain: Chain, whole: Chain) -> bool:
    """``зазначено у звіті``, where the report has it all from a ``повідомлення``: it tells of one beside it."""
    kinds = group(language, "documents|findings") - group(language, "sites")
    told = [noun & kinds for hop in whole.hops[1:] if (noun := first_noun(hop, language)) & kinds]
    return bool(told) and not any(noun & first_noun(chain.hops[-1], language) for noun in told)


def is_told_better(language: str, chain: Chain, others: tuple[Chain, ...]) -> bool:
    """One hop of the lead that a longer chain holds too: ``Reuters: ...`` above ``пише Reuters із посиланням на``."""
    if len(chain.hops) != 1 or chain.scope != "report":
        return False
    rivals = [o for o in others if o is not chain and o.scope == "report"]
    if chain.rule == "register" or chain.hops[0].lower() in group(language, "media_at_large"):
        return bool(rivals)
    if any(len(o.hops) > 1 and any(is_same(chain.hops[0], hop) for hop in o.hops) for o in rivals):
        return True
    named = [hop for rival in rivals for hop in rival.hops]
    return any(abbreviates(chain.hops[0], hop) or shortens(chain.hops[0], hop) for hop in named)


def is_same(left: str, right: str) -> bool:
    """Whether two names are one, written in look-alike letters (``ВВС`` in Cyrillic is BBC)."""
    to_latin = doubles()[1]
    return left.translate(to_latin) == right.translate(to_latin)


def abbreviates(short: str, long: str) -> bool:
    """``WP`` for ``Washington Post``."""
    return is_abbreviation(short) and short == initials(long)


def is_abbreviation(name: str) -> bool:
    """Whether a name is in capitals."""
    return name.isupper() and len(name) > 1


def initials(name: str) -> str:
    """The first letters of the words of a name, in capitals."""
    return "".join(word[0] for word in name.split()).upper()


def shortens(short: str, long: str) -> bool:
    """``Telegraph`` for ``The Telegraph``, ``Spiegel`` for ``Der Spiegel``."""
    outlet = find_outlet(short)
    return short != long and outlet is not None and long.endswith(f" {short}") and find_outlet(long) == outlet
