"""Given names that are places as well."""

from __future__ import annotations

from firsthand.names.given import with_given_names
from tests.names.spaced import names, words


def spans(text: str, given: list[tuple[str, str]], language: str) -> list[tuple[str, str]]:
    found = with_given_names(names(text, *given), [words(text)], language)
    return [(text[n.start : n.stop], n.type) for n in found]


def test_a_place_that_declines_with_the_person_behind_it_is_her_name() -> None:
    text = "Флоренция Белла ждала . Суд над Флоренцией Беллой идет , а в Флоренции тихо"
    given = [("Флоренция", "LOC"), ("Белла", "PER"), ("Флоренцией", "LOC"), ("Беллой", "PER"), ("Флоренции", "LOC")]
    assert spans(text, given, "ru") == [
        ("Флоренция Белла", "PER"),
        ("Флоренцией Беллой", "PER"),
        ("Флоренции", "LOC"),
    ]


def test_a_country_before_its_premier_stays_a_place() -> None:
    text = "Прем'єр Японії Абе мовчить , бо прем'єр Японії Абе зайнятий"
    given = [("Японії", "LOC"), ("Абе", "PER"), ("Японії", "LOC"), ("Абе", "PER")]
    assert spans(text, given, "uk") == given
