"""Whom a source means in its report: the marked passages."""

from __future__ import annotations

import re

import pytest
from marked import Spoken, failing, speakers
from readings import is_read, read

from firsthand.lang import LANGUAGES
from firsthand.records import Attribution, Mention, Report, Span
from firsthand.stages.speakers.cast import Cast
from firsthand.stages.speakers.casting import make_cast
from firsthand.stages.speakers.resolve import RULES, resolve_speakers

CASES = [(language, case) for language in LANGUAGES for case in speakers(language)]


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=lambda value: value.text if isinstance(value, Spoken) else value
)
def test_speakers_are_named_as_marked(language: str, case: Spoken) -> None:
    assert is_read(case, language)


@pytest.mark.parametrize(("language", "case"), failing("speakers"))
def test_what_is_still_read_wrongly_is_known(language: str, case: Spoken) -> None:
    assert not is_read(case, language), "it is read rightly now: move it to the cases of its language"


def speakers_of(
    report: Report, mentions: tuple[Mention, ...], attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    return resolve_speakers(make_cast(report, mentions, attributions), attributions)


def test_the_rules_ask_for_pronouns_first_and_posts_last() -> None:
    assert [name for name, _ in RULES[:2]] == ["inside", "pronoun"]
    assert RULES[-1][0] == "role"


def test_a_pronoun_nobody_is_meant_by_stays_unknown() -> None:
    (found,) = read("Вона додала, що дощ ущух.", "uk").attributions
    assert found.speaker is None


def test_a_past_tense_tells_the_gender_of_an_unknown_name() -> None:
    text = "Сью Картер заявила, що виставку закрили. До зали зайшов Іван Буряк. Вона додала, що картини вціліли."
    assert [a.speaker for a in read(text, "uk").attributions][-1] == "Сью Картер"


def test_a_headline_without_a_name_is_about_whom_the_report_names_first() -> None:
    text = (
        "Експерт заявив, що порт закриють\n\nПорт закриють, заявив аналітик Олесь Гнатюк. Мер Іван Буряк заявив, що ні."
    )
    assert next(a.speaker for a in read(text, "uk").attributions) == "Олесь Гнатюк"


def test_a_headline_about_another_post_names_nobody() -> None:
    text = "Премьер Литвы заявил, что порт закроют\n\nПрезидент Литвы Олег Гнатюк заявил, что порт работает."
    assert next(a.speaker for a in read(text, "ru").attributions) == "премьер Литвы"


def test_words_within_a_quotation_are_of_whom_it_quotes() -> None:
    report = Report("x", "x.txt", "«Ми просимо закрити порт», - сказав мер Олесь Гнатюк. Дощ ущух.", "uk")
    asked = Attribution(Span(1, 3), Span(4, 10), (Span(11, 23),), "direct", "direct", "infinitive")
    said = Attribution(Span(36, 52), Span(29, 35), (Span(0, 25),), "assert", "direct", "quote")
    mentions = (Mention(Span(40, 52), "PER", "Олесь Гнатюк"),)
    found = speakers_of(report, mentions, (asked, said))
    assert [a.speaker for a in found] == ["Олесь Гнатюк", "Олесь Гнатюк"]


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker_of_its_gender() -> None:
    report = Report("x", "x.txt", "Марта Соловій заявила, що порт закриють. Також додала, що дощ ущух.", "uk")
    said = Attribution(Span(0, 13), Span(14, 21), (Span(26, 39),), "assert", "indirect", "clause")
    added = Attribution(None, Span(47, 53), (Span(58, 66),), "assert", "indirect", "clause")
    mentions = (Mention(Span(0, 13), "PER", "Марта Соловій"),)
    assert speakers_of(report, mentions, (said, added))[1].speaker == "Марта Соловій"


def test_of_two_names_the_second_is_the_advocate() -> None:
    report = Report("x", "x.txt", "Адвокат Пелосі Іван Буряк заявив, що суд помилився.", "uk")
    said = Attribution(Span(0, 25), Span(26, 32), (Span(37, 50),), "assert", "indirect", "clause")
    mentions = (Mention(Span(8, 14), "PER", "Пелосі"), Mention(Span(15, 25), "PER", "Іван Буряк"))
    assert speakers_of(report, mentions, (said,))[0].speaker == "Іван Буряк"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Авіакомпанія Skyline скасувала рейси через страйк. Пасажирам запропонували обміняти квитки.", "uk"),
        ("Авиакомпания Skyline отменила рейсы из-за забастовки. Пассажирам предложили обменять билеты.", "ru"),
    ],
)
def test_what_clients_are_offered_is_offered_by_the_firm(text: str, language: str) -> None:
    assert [a.speaker for a in read(text, language).attributions][-1] == "Skyline"


def test_what_nobody_offers_to_no_client_stays_unknown() -> None:
    text = "Авіакомпанія Skyline скасувала рейси через страйк. Суддям запропонували обміняти портфелі."
    assert {a.speaker for a in read(text, "uk").attributions if a.source is None} <= {None}


def test_a_pronoun_under_a_headline_is_whoever_speaks_first_below() -> None:
    text = "Вона назвала звіт вигадкою\n\nАудиторка Марта Соловій заявила, що звіт вигаданий."
    assert {a.speaker for a in read(text, "uk").attributions} == {"Марта Соловій"}


def test_a_name_behind_a_place_that_lost_its_post_is_a_person() -> None:
    text = "Закон підписали за прем'єра Литви Марти Соловій, яка планувала реформу."
    names = (("LOC", "Литви"), ("PER", "Марти Соловій"))
    assert spoken_by(text, "uk", "Литви Марти Соловій", "планувала", *names) == "Марти Соловій"


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Авіакомпанія Skyline скасує рейси.\n\nПовідомила, що планує повернути гроші.", "uk", "Skyline"),
        ("Авиакомпания Skyline отменит рейсы.\n\nСообщила, что планирует вернуть деньги.", "ru", "Skyline"),
        ("Порт закрили. Моряки також відмовилися від ремонту. Натомість повідомили, що чекають.", "uk", "моряки"),
    ],
)
def test_a_verb_that_opens_its_sentence_goes_on_with_the_one_before(text: str, language: str, speaker: str) -> None:
    found = [a for a in read(text, language).attributions if a.source is None]
    assert found
    assert {a.speaker for a in found} == {speaker}


def test_a_name_right_before_a_verb_speaks_though_no_source_was_found() -> None:
    text = "У відповідь на запит «Базис» повідомив, що ремонт завершено."
    said = Attribution(None, Span(29, 38), (Span(43, 59),), "assert", "indirect", "clause")
    mentions = (Mention(Span(22, 27), "ORG", "Базис"),)
    assert speakers_of(Report("x", "x.txt", text, "uk"), mentions, (said,))[0].speaker == "Базис"


def test_a_medium_right_before_a_verb_may_be_where_somebody_spoke() -> None:
    text = "В інтерв'ю Reuters повідомив, що ремонт завершено."
    said = Attribution(None, Span(19, 28), (Span(33, 49),), "assert", "indirect", "clause")
    mentions = (Mention(Span(11, 18), "ORG", "Reuters"),)
    assert speakers_of(Report("x", "x.txt", text, "uk"), mentions, (said,))[0].speaker is None


def spoken_by(text: str, language: str, source: str, cue: str, *named: tuple[str, str]) -> str | None:
    """The speaker of a source in a text whose names are given as (type, words)."""
    at, said = text.rindex(source), text.rindex(cue)
    mentions = (
        Mention(Span(place, place + len(words)), type_, words)
        for type_, words in named
        for place in (found.start() for found in re.finditer(re.escape(words), text))
    )
    attribution = Attribution(
        Span(at, at + len(source)), Span(said, said + len(cue)), (), "assert", "indirect", "clause"
    )
    in_order = tuple(sorted(mentions, key=lambda mention: mention.span.start))
    return speakers_of(Report("x", "x.txt", text, language), in_order, (attribution,))[0].speaker


@pytest.mark.parametrize(
    ("text", "language", "source", "speaker"),
    [
        ("Пілоти Skyline страйкують. Пілоти вимагають платні.", "uk", "Пілоти", "пілоти Skyline"),
        ("Пилоты Skyline бастуют. Пилоты требуют зарплаты.", "ru", "Пилоты", "пилоты Skyline"),
        ("Пілоти страйкують. Пілоти вимагають платні від Skyline.", "uk", "Пілоти", "пілоти"),
        ("Рейси скасували Skyline та Anchor. Компанії вимагають платні.", "uk", "Компанії", "Skyline та Anchor"),
        (
            "Крупные компании Skyline и Anchor требуют пошлин.",
            "ru",
            "Крупные компании Skyline и Anchor",
            "Skyline и Anchor",
        ),
        ("Газовий монополіст Skyline вимагає мита.", "uk", "Газовий монополіст Skyline", "Skyline"),
        (
            "Ирландская лоукост-авиакомпания Skyline требует пошлин.",
            "ru",
            "Ирландская лоукост-авиакомпания Skyline",
            "Skyline",
        ),
        (
            "Розробники – Skyline та Anchor – вимагають мита.",
            "uk",
            "Розробники – Skyline та Anchor",
            "Skyline та Anchor",
        ),
        (
            "Більшість лікарів – 52% опитаних – вимагають платні.",
            "uk",
            "Більшість лікарів – 52% опитаних",
            "більшість лікарів",
        ),
    ],
)
def test_people_and_firms_are_called_as_the_report_names_them_together(
    text: str, language: str, source: str, speaker: str
) -> None:
    cue = re.findall(r"вимагають|вимагає|требуют|требует", text)[-1]
    assert spoken_by(text, language, source, cue, ("ORG", "Skyline"), ("ORG", "Anchor")) == speaker


def test_those_named_last_are_who_accuse() -> None:
    assert spoken_by("Жінка посварилася з сусідками, а ті обвинуватили її.", "uk", "ті", "обвинуватили") == "сусідки"
    assert spoken_by("Женщина поссорилась с соседками, а те обвинили её.", "ru", "те", "обвинили") == "соседки"


def test_a_title_taken_into_a_name_is_no_part_of_it() -> None:
    named = ("PER", "Ксендз Вальдемар Мазур")
    assert (
        spoken_by("Ксендз Вальдемар Мазур заявил, что молится.", "ru", named[1], "заявил", named) == "Вальдемар Мазур"
    )


def test_firms_joined_at_the_end_of_a_sentence_are_they() -> None:
    text = "Скаргу подали фірми Skyline, Anchor. Вони вимагають мита."
    assert spoken_by(text, "uk", "Вони", "вимагають", ("ORG", "Skyline"), ("ORG", "Anchor")) == "Skyline, Anchor"


def test_a_name_taken_too_short_is_made_whole() -> None:
    assert spoken_by("Лі Чен Ін заявив про угоду.", "uk", "Лі Чен Ін", "заявив", ("PER", "Лі Чен")) == "Лі Чен Ін"


def test_of_two_titles_the_second_leads_to_the_name() -> None:
    named = ("PER", "Олесь Гнатюк")
    text = "Щеплення потрібні, каже кандидат наук, імунолог Олесь Гнатюк."
    assert spoken_by(text, "uk", "кандидат наук", "каже", named) == "Олесь Гнатюк"
    text = "Прививки нужны, говорит кандидат наук, иммунолог Олесь Гнатюк."
    assert spoken_by(text, "ru", "кандидат наук", "говорит", named) == "Олесь Гнатюк"


def test_a_bare_company_goes_on_with_the_firm_that_begins_the_sentence_before() -> None:
    text = (
        "Фірма «Граніт» закрила кар'єр. Skyline відмовилася від коментарів. Раніше компанія заявила, що щебеню досить."
    )
    mentions = (Mention(Span(7, 13), "ORG", "Граніт"), Mention(Span(31, 38), "ORG", "Skyline"))
    source, cue = Span(74, 82), Span(83, 90)
    said = Attribution(source, cue, (Span(95, len(text) - 1),), "assert", "indirect", "clause")
    assert (text[74:82], text[83:90]) == ("компанія", "заявила")
    (found,) = speakers_of(Report("x", "x.txt", text, "uk"), mentions, (said,))
    assert found.speaker == "Skyline"


def test_a_name_written_as_one_word_is_known_by_its_second_part() -> None:
    report = Report("x", "x.txt", "Суд виправдав Лею-Пальму. Пальма заявила, що поїде.", "uk")
    said = Attribution(Span(26, 32), Span(33, 40), (Span(45, 50),), "assert", "indirect", "clause")
    mentions = (Mention(Span(14, 24), "PER", "Лея-Пальма"), Mention(Span(26, 32), "PER", "Пальма"))
    assert speakers_of(report, mentions, (said,))[0].speaker == "Лея-Пальма"


def test_of_two_nominatives_of_one_name_the_written_one_is_meant() -> None:
    report = Report("x", "x.txt", "Оправдали Тавию-Мирни. Тавия-Мирни рада.", "ru")
    cast = Cast(report, ())
    cast.know(tuple(Mention(Span(10, 21), "PER", name) for name in ("Тавия-Мирни", "Тавий-Мирни")))
    assert cast.joined == {"мирни": "Тавия-Мирни"}
