"""What is denied, judged or left unverified stands before its verb, with every kind of source around it."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

# By language: who denies, with which verb, what.
SINGLE = {
    "uk": (
        ("Речниця заводу", "Він", "Голова комісії", "Опозиція", "Його адвокат"),
        ("заперечує", "категорично відкидає"),
        ("ці звинувачення", "чутки", "факт хабаря", "причетність до підпалу", "звинувачення в підкупі"),
    ),
    "ru": (
        ("Пресс-секретарь завода", "Он", "Председатель комиссии", "Оппозиция", "Его адвокат"),
        ("отрицает", "категорически отвергает"),
        ("эти обвинения", "слухи", "факт взятки", "причастность к поджогу", "обвинения в подкупе"),
    ),
}
# By language: bodies as a place; what they deny or do not agree with, and how.
PLACES = {
    "uk": (
        ("У компанії", "У прокуратурі", "У самому відомстві"),
        (
            ("ці звинувачення", "назвали вигадкою"),
            ("чутки", "заперечують"),
            ("звинувачення в підкупі", "відкинули"),
            ("з висновками перевірки", "не погодилися"),
        ),
    ),
    "ru": (
        ("В компании", "В прокуратуре", "В самом ведомстве"),
        (
            ("эти обвинения", "назвали ложью"),
            ("слухи", "отрицают"),
            ("обвинения в подкупе", "отвергли"),
            ("с выводами проверки", "не согласились"),
        ),
    ),
}
# By language: a sentence, and who could not, the cue, what could not be verified.
UNVERIFIED = {
    "uk": (
        ("Перевірити ці дані з незалежних джерел не вдалося.", None, "не вдалося", "ці дані"),
        ("Справжність запису підтвердити неможливо.", None, "неможливо", "Справжність запису"),
        ("Перевірити ці дані редакція не змогла.", "редакція", "не змогла", "ці дані"),
        (
            "Агентству не вдалося перевірити справжність запису.",
            "Агентству",
            "не вдалося перевірити",
            "справжність запису",
        ),
    ),
    "ru": (
        ("Проверить эти данные из независимых источников не удалось.", None, "не удалось", "эти данные"),
        ("Подлинность записи подтвердить невозможно.", None, "невозможно", "Подлинность записи"),
        ("Проверить эти данные редакция не смогла.", "редакция", "не смогла", "эти данные"),
        (
            "Агентству не удалось проверить подлинность записи.",
            "Агентству",
            "не удалось проверить",
            "подлинность записи",
        ),
    ),
}


def parts(text: str, language: str) -> list[tuple[str | None, list[str], str]]:
    """Source, contents and act of every attribution that is found."""
    found = read(text, language).attributions
    return [(a.source and a.source.of(text), [c.of(text) for c in a.content], a.act) for a in found]


@pytest.mark.parametrize("language", SINGLE)
def test_what_is_denied_is_no_part_of_who_denies_it(language: str) -> None:
    wrong = []
    for who, verb, what in product(*SINGLE[language]):
        text = f"{who} {what} {verb}."
        if (who, [what], "deny") not in parts(text, language):
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("language", PLACES)
def test_what_a_body_denies_stands_behind_its_name(language: str) -> None:
    wrong = []
    for place, (what, verb) in product(*PLACES[language]):
        text = f"{place} {what} {verb}."
        source, thing = place.split(maxsplit=1)[1], what.removeprefix("з ").removeprefix("с ")
        if not any(found[0] == source and found[1][0] == thing for found in parts(text, language)):
            wrong.append(text)
    assert wrong == []


@pytest.mark.parametrize("language", UNVERIFIED)
def test_what_could_not_be_verified(language: str) -> None:
    for text, source, cue, content in UNVERIFIED[language]:
        found = [
            (a.source and a.source.of(text), a.cue.of(text), a.content[0].of(text), a.act)
            for a in read(text, language).attributions
        ]
        assert found == [(source, cue, content, "doubt")]
