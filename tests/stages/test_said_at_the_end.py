"""What is told crossed with the tag that says who tells it: the verb before must not take the tag's source."""

from __future__ import annotations

from itertools import product

import pytest
from marked import said
from readings import is_read

# Who acts in the sentence, in both numbers, or nobody.
TOLD = {
    "uk": [
        "Міст закриють на рік",
        "Фірми збудували міст",
        "Ремонт мосту завершено",
        "Влада веде переговори з Норвегією",
        "Таке рішення ухвалив уряд Литви",
        "Якщо ціни зростуть, рибалки підуть з порту",
    ],
    "ru": [
        "Мост закроют на год",
        "Фирмы построили мост",
        "Ремонт моста завершен",
        "Власти ведут переговоры с Норвегией",
        "Такое решение приняло правительство Литвы",
        "Если цены вырастут, рыбаки уйдут из порта",
    ],
}
TAGS = {
    "uk": [
        ", <c>повідомили</c> в <s>порту</s>.",
        ", <c>уточнили</c> в <s>порту</s> в середу.",
        ", <c>розповіли</c> у вівторок, 14 травня, в <s>порту</s>.",
        ", <c>розповіли</c> «Хвилі» в <s>порту</s>.",
        ", <c>заявила</c> <s>директорка порту Анна Бек</s>.",
        ", <c>випливає зі</c> <s>звіту порту</s>.",
    ],
    "ru": [
        ", <c>сообщили</c> в <s>порту</s>.",
        ", <c>уточнили</c> в <s>порту</s> в среду.",
        ", <c>рассказали</c> во вторник, 14 мая, в <s>порту</s>.",
        ", <c>рассказали</c> РБК в <s>порту</s>.",
        ", <c>заявила</c> <s>директор порта Анна Бек</s>.",
        ", <c>следует из</c> <s>отчета порта</s>.",
    ],
}
CASES = [(language, told, tag) for language in TOLD for told, tag in product(TOLD[language], TAGS[language])]


@pytest.mark.parametrize(("language", "told", "tag"), CASES)
def test_who_tells_at_the_end_of_a_sentence(language: str, told: str, tag: str) -> None:
    assert is_read(said(f"assert indirect | <q>{told}</q>{tag}"), language)
