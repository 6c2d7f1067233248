"""Every noun of the tables for documents is read as where the words stand, before and behind the verb."""

from __future__ import annotations

import pytest
from readings import read

from firsthand.lang.morphology import analyzer
from firsthand.stages.attribution.words import group

FORMS = {
    "uk": ("У {} міністра {}, що порт закриють.", "Порт закриють, {1} у {0} міністра.", ("йдеться", "сказано")),
    "ru": ("В {} министра {}, что порт закроют.", "Порт закроют, {1} в {0} министра.", ("говорится", "сказано")),
}
# "в результаті" joins sentences
NO_PLACE = frozenset({"результат"})


def locatives(language: str) -> list[str]:
    """The documents of a language as they stand behind ``в``."""
    nouns = sorted((group(language, "documents") | group(language, "releases")) - NO_PLACE)
    readings = (
        next((p for p in analyzer(language).parse(noun) if p.normal_form == noun and p.tag.POS == "NOUN"), None)
        for noun in nouns
    )
    forms = (reading.inflect({"loct"}) for reading in readings if reading is not None)
    return [form.word for form in forms if form is not None]


@pytest.mark.parametrize("language", FORMS)
def test_every_document_says_what_stands_in_it(language: str) -> None:
    before, behind, verbs = FORMS[language]
    nouns = locatives(language)
    assert len(nouns) > 60
    texts = [(noun, form.format(noun, verb)) for noun in nouns for verb in verbs for form in (before, behind)]
    assert [text for noun, text in texts if not is_place(noun, text, language)] == []


def is_place(noun: str, text: str, language: str) -> bool:
    """Whether the document is a source of the sentence."""
    return any(a.source is not None and noun in a.source.of(text) for a in read(text, language).attributions)
