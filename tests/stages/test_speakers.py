"""Whom a source means in its report: the marked passages."""

from __future__ import annotations

import pytest
from marked import Spoken, failing, speakers
from readings import is_read, read

from firsthand.stages.speakers.resolve import RULES

CASES = [(language, case) for language in ("uk", "ru") for case in speakers(language)]


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=lambda value: value.text if isinstance(value, Spoken) else value
)
def test_speakers_are_named_as_marked(language: str, case: Spoken) -> None:
    assert is_read(case, language)


@pytest.mark.parametrize(("language", "case"), failing("speakers"))
def test_what_is_still_read_wrongly_is_known(language: str, case: Spoken) -> None:
    assert not is_read(case, language), "it is read rightly now: move it to the cases of its language"


def test_the_rules_ask_for_pronouns_first_and_posts_last() -> None:
    assert RULES[0][0] == "pronoun"
    assert RULES[-1][0] == "role"


def test_a_pronoun_nobody_is_meant_by_stays_unknown() -> None:
    (found,) = read("Вона додала, що дощ ущух.", "uk").attributions
    assert found.speaker is None


def test_a_past_tense_tells_the_gender_of_an_unknown_name() -> None:
    text = "Сью Картер заявила, що виставку закрили. До зали зайшов Іван Буряк. Вона додала, що картини вціліли."
    assert [a.speaker for a in read(text, "uk").attributions][-1] == "Сью Картер"
