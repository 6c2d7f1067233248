"""Who speaks where the verb stands before, and the words between hide the source."""

from __future__ import annotations

import pytest
from readings import read

BEHIND = (
    ("uk", "Марта Соловій", "«Човен цілий», – розповіла журналістам водолазка, очільниця загону Марта Соловій."),
    (
        "uk",
        "Олесь Гнатюк",
        "Міст перевірять, повідомив в.о. начальника порту Олесь Гнатюк на своїй сторінці.",
    ),
    ("uk", "Степова правда", "Міст перевірять, передає «Степова правда». Проїзд закрили."),
    ("uk", "Степова правда", "«Міст цілий», – цитує Олеся Гнатюка «Степова правда»."),
    ("ru", "Марта Соловей", "Как рассказала «Озерной правде» Марта Соловей, лодку нашли."),
    ("ru", "Степная правда", "Мост проверят, передает «Степная правда». Проезд закрыли."),
    ("ru", "Степная правда", "«Мост цел», – цитирует Олега Гнатюка «Степная правда»."),
)


@pytest.mark.parametrize(("language", "speaker", "text"), BEHIND)
def test_who_stands_behind_a_verb_speaks(language: str, speaker: str, text: str) -> None:
    assert read(text, language).attributions[0].speaker == speaker


def test_who_is_spoken_to_does_not_speak() -> None:
    text = "«Човен цілий», – розповіла Олесеві Гнатюку водолазка."
    assert read(text, "uk").attributions[0].speaker != "Олесь Гнатюк"
