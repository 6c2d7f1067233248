"""Bodies with whom they are named after."""

from __future__ import annotations

import pytest

from firsthand.names.named_after import with_honoured
from firsthand.names.tagger import Name
from firsthand.names.words import Word


def words(text: str) -> list[Word]:
    found, at = [], 0
    for part in text.split():
        start = text.index(part, at)
        at = start + len(part)
        found.append(Word(start, at, part, False))
    return found


def name(text: str, part: str, type: str, score: float = 0.9) -> Name:
    start = text.index(part)
    return Name(start, start + len(part), type, score, "names.mixed")


@pytest.mark.parametrize("body", ["Інститут моря", "Інститут моря імені"])
def test_a_body_is_one_with_whom_it_is_named_after(body: str) -> None:
    text = "Інститут моря імені Петра Ковтуна відкрив залу"
    found = with_honoured([name(text, body, "ORG"), name(text, "Петра Ковтуна", "PER", 0.6)], [words(text)])
    assert [(text[n.start : n.stop], n.type, n.score) for n in found] == [
        ("Інститут моря імені Петра Ковтуна", "ORG", 0.6)
    ]


def test_a_stop_behind_the_mark_is_passed_over() -> None:
    text = "Музей флота им . Белова закрыт"
    found = with_honoured([name(text, "Музей флота", "ORG"), name(text, "Белова", "PER")], [words(text)])
    assert [text[n.start : n.stop] for n in found] == ["Музей флота им . Белова"]


def test_a_person_beside_a_body_or_behind_a_place_stays() -> None:
    text = "Інститут моря Петро Ковтун та Рівне імені Ковтуна"
    names = [name(text, "Інститут моря", "ORG"), name(text, "Петро Ковтун", "PER"), name(text, "Рівне", "LOC")]
    assert with_honoured(names, [words(text)]) == names
