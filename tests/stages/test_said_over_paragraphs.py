"""Speech over several paragraphs, who speaks on a line of his own, and who tells of what stands before."""

from __future__ import annotations

import pytest
from readings import read

from firsthand.records import Report
from firsthand.stages.chains import without_chain_only


def said(text: str, language: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    """Source, cue and contents of all that is attributed in a report."""
    found = without_chain_only(Report("x", "x.txt", text, language), read(text, language).attributions)
    return [(a.source and a.source.of(text), a.cue.of(text), tuple(c.of(text) for c in a.content)) for a in found]


SPEECH = [
    ("uk", "«Міст чекає на ремонт. У «Дорбуді» мовчать.\n\nПочнемо в травні, не раніше»", "заявив мер Лозовий"),
    ("uk", '"Міст чекає на ремонт. У "Дорбуді" мовчать.\n\nПочнемо в травні, не раніше"', "заявив мер Лозовий"),
    ("ru", "«Мост ждет ремонта. В «Дорстрое» молчат.\n\nНачнем в мае, не раньше»", "заявил мэр Лозовой"),
    ("ru", '"Мост ждет ремонта.\nВ "Дорстрое" молчат.\n\nНачнем в мае, не раньше"', "заявил мэр Лозовой"),
]


@pytest.mark.parametrize(("language", "speech", "teller"), SPEECH)
def test_a_quotation_may_run_over_paragraphs(language: str, speech: str, teller: str) -> None:
    cue, source = teller.split(" ", 1)
    assert said(f"{speech}, – {teller}.", language) == [(source, cue, (speech,))]
    lead = "Річка піднялася. " if language == "uk" else "Река поднялась. "
    assert said(f"{lead}{speech}, – {teller}.", language) == [(source, cue, (speech,))]


def test_a_quotation_behind_a_colon_may_run_over_paragraphs() -> None:
    speech = "«Весной сменят директора. Первым уйдет Гросул.\n\nПричиной стали пустые ложи»"
    assert said(f"Газета «Восток» пишет: {speech}.", "ru") == [("Газета «Восток»", "пишет", (speech,))]


def test_paragraphs_with_quotations_of_their_own_are_not_joined() -> None:
    text = "«Міст чекає на ремонт».\n\n«Почнемо в травні, не раніше», – заявив мер Лозовий."
    assert said(text, "uk") == [("мер Лозовий", "заявив", ("«Почнемо в травні, не раніше»",))]


@pytest.mark.parametrize(
    ("language", "speech", "teller"),
    [
        ("uk", "Мені соромно це визнати. Я граю вальси нишком", "– сказав скрипаль Лозовий."),
        ("ru", "Мне стыдно это признать. Я играю вальсы украдкой", "– сказал скрипач Лозовой."),
    ],
)
def test_who_speaks_may_stand_on_a_line_of_his_own(language: str, speech: str, teller: str) -> None:
    (found,) = said(f"{speech},\n{teller}", language)
    assert found[2] == (speech,)


def test_a_space_may_be_lost_before_a_quotation() -> None:
    text = "Про ремонт мовчав сам мер.«Міст збудують до осені», – сказав Лозовий."
    assert said(text, "uk") == [("Лозовий", "сказав", ("«Міст збудують до осені»",))]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("uk", "Міст закрили. Про це інформує міська голова Ірина Лозова.", "міська голова Ірина Лозова"),
        ("uk", "Міст закрили. Про це пишуть волонтери притулку.", "волонтери притулку"),
        ("ru", "Мост закрыли. Об этом пишут волонтеры приюта.", "волонтеры приюта"),
    ],
)
def test_people_tell_of_what_stands_before(language: str, text: str, source: str) -> None:
    assert [found[0] for found in said(text, language)] == [source]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Міст закрили. Про це пишуть журналісти каналу."),
        ("uk", "Міст закрили. Про це повідомили у поліції, зазначає Степовий край."),
    ],
)
def test_media_pass_it_on_alone(language: str, text: str) -> None:
    assert all("край" not in str(source) and "журналісти" not in str(source) for source, _, _ in said(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Мер спростував інформацію про те, що міст закриють."),
        ("ru", "Мэр опроверг информацию о том, что мост закроют."),
    ],
)
def test_who_denies_words_has_not_said_them(language: str, text: str) -> None:
    assert [(source, cue) for source, cue, _ in said(text, language) if source] == [tuple(text.split()[:2])]
