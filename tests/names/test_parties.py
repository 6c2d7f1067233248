"""Who speaks by a name: seats of government stand for the state, and stay places as places."""

from __future__ import annotations

import pytest

from firsthand.names.parties import party, post


@pytest.mark.parametrize(
    ("name", "type_", "language", "speaker", "place"),
    [
        ("Москва", "LOC", "uk", "country:RU", "city:moscow"),
        ("Кремль", "ORG", "ru", "country:RU", "org:ru-kremlin"),
        ("Пхеньян", "LOC", "ru", "country:KP", "city:pyongyang"),
        ("Білий дім", "ORG", "uk", "country:US", "org:us-white-house"),
        ("Washington", "LOC", "en", "country:US", "city:washington"),
        ("Брюссель", "LOC", "uk", "org:eu", "city:brussels"),
        ("Харків", "LOC", "uk", "city:kharkiv", "city:kharkiv"),
        ("російська сторона", "ORG", "uk", "country:RU", "country:RU"),
    ],
)
def test_a_seat_stands_for_its_state(name: str, type_: str, language: str, speaker: str, place: str) -> None:
    found, reason = party(name, type_, language, "speaker")
    assert found == speaker
    assert ("metonym" in reason) == (speaker != place)
    assert party(name, type_, language, "place")[0] == place


@pytest.mark.parametrize(
    ("phrase", "language", "key"),
    [
        ("глава МЗС Росії", "uk", "post:foreign-minister@RU"),
        ("министр иностранных дел Германии", "ru", "post:foreign-minister@DE"),
        ("foreign minister of Germany", "en", "post:foreign-minister@DE"),
        ("американський президент", "uk", "post:president@US"),
        ("держсекретар США", "uk", "post:secretary-of-state@US"),
        ("сусід", "uk", None),
    ],
)
def test_a_post_is_known_with_its_country(phrase: str, language: str, key: str | None) -> None:
    assert post(phrase, language) == key
