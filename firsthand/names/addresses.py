"""``24.kg``, ``Лента.ру``, ``Harbour.Today``: an address that a medium goes by is one name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.lang import table
from firsthand.names.words import Name, Word, overlapping, replaced

BODY, THING = "ORG", "PRO"
# What annotators of a language mostly call a site.
SITES = {"uk": THING, "ru": BODY}
RULE, SCORE = "names.address", 0.85
SHORTEST = 2


def with_addresses(names: Sequence[Name], sentences: Sequence[Sequence[Word]], language: str) -> list[Name]:
    """The names, in order, each address with a capital or a figure in front in one."""
    if language not in SITES:
        return list(names)
    over, gone, new = overlapping(names), list[Name](), list[Name]()
    for words in sentences:
        for start, stop in addresses(words):
            touched = over(start, stop)
            # "Корреспондент.net" inside a longer name is a part of it.
            if any(
                name.start < start or name.stop > stop or (name.start, name.stop) == (start, stop) for name in touched
            ):
                continue
            type_ = next((name.type for name in touched if name.type in (BODY, THING)), SITES[language])
            gone += touched
            new.append(Name(start, stop, type_, SCORE, RULE))
    return replaced(names, gone, new)


def addresses(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where the addresses start and stop."""
    domains = frozenset(table("bodies")["media_domains"])
    for at, word in enumerate(words):
        if at + 2 < len(words) and is_host(word.text) and not word.glued and words[at + 1].text == ".":
            point, domain = words[at + 1], words[at + 2]
            if point.glued and domain.glued and domain.text.lower() in domains and ends(words[at + 3 : at + 4]):
                yield word.start, domain.stop


def is_host(text: str) -> bool:
    """Whether a word begins with a capital or a figure and is long enough."""
    return len(text) >= SHORTEST and (text[0].isupper() or text[0].isdigit()) and text.isalnum()


def ends(behind: Sequence[Word]) -> bool:
    """Whether an address ends here: it goes on in ``.com.ua`` or ``.ru/news``."""
    return not behind or not behind[0].glued or behind[0].text not in "/@-"
