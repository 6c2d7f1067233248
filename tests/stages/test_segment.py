"""Where sentences end: marked by ``|``, as they should be cut."""

from __future__ import annotations

import pytest
from pace import LONG, grows_evenly, repeated

from firsthand.records import Region, Report, Sentence, Span
from firsthand.stages.segment import MAX_SENTENCE_TOKENS, split, tokenize

SENTENCES = [
    # abbreviations
    ("uk", "Він народився 1990 р. у селі.| Потім поїхав."),
    ("uk", "Збитки сягнули 5 млн. грн. за рік.| Борги зросли."),
    ("uk", "Вул. Садова, буд. 5, кв. 3 порожня.| Двері зачинені."),
    ("uk", "Це сталося 2021 р.| Вона поїхала."),
    ("ru", "Ущерб составил 5 млн. руб. за год.| Долги выросли."),
    ("ru", "Это случилось в 2021 г.| Она уехала."),
    ("en", "Mr. Brown left at 5 p.m. on Friday.| He came back."),
    ("uk", "Страйк триватиме до травня.|«Ми чекали рік», – сказав він."),
    ("ru", "Газета.«волна» вышла."),
    # initials
    ("uk", "Про це сказав С. Міксер.| Він поїхав."),
    ("uk", "Про це сказав С.Міксер.| Він поїхав."),
    ("ru", "Об этом сказал А. П. Чехов.| Он уехал."),
    ("ru", "Так решил Дж. Хант.| Он уехал."),
    ("ru", "Прививка зовётся Ветер V.| В нём два состава."),
    # amounts and lists that go on
    ("ru", "Мост обошёлся в 5 млн.| Кроме того, дорогу чинили три года."),
    ("uk", "Вони везли борошно, олію і т. ін.| Але цього замало."),
    ("ru", "Длина трубы 200 км.| Таким образом, она длиннее всех."),
    ("ru", "Это был завод им. Петренко.| Он стоит."),
    ("ru", "Ущерб оценили в $800 млн.| Гайск промолчал."),
    ("uk", "Збитки сягнули 305 млн.| Страйкарі задоволені."),
    ("ru", "Он жил в г. Гайске на ул. Садовой.| Там тихо."),
    # a quoted name that holds a stop
    ("uk", 'Про це йдеться у розслідуванні "Слово. Діло".| Він пішов.'),
    ("ru", "Об этом «Вестнику.Ru» рассказал мэр.| Мост цел."),
    ("uk", "За даними Слово.Інфо, міст цілий.| Його чинили рік."),
    ("ru", "Об этом узнал «Курьер. Среда» в мэрии.| Мост цел."),
    ("uk", "«Мер пішов.| Він утомився» — сказав сусід."),
    ("ru", "Об этом писал «Ветер V».| При мосте «Ивушка» тихо."),
    # marks
    ("uk", "Хто там?| Ніхто не відповів!| Тиша…| Знову тиша."),
    ("uk", "«Ідіть додому.»| Люди розійшлися."),
    ("uk", "Він зупинився... і пішов далі.| Стемніло."),
    # lost spaces
    ("uk", "Міст закрили.|Поїзди стоять."),
    ("ru", "Он показал «Россия 24».|Она добавила."),
    # a teller's name that the page lost with its link and its stop
    ("uk", "Міст закриють на рік, пише| Як стало відомо, ремонт почнуть у травні."),
    ("uk", "Порт відкрили, передає видання| Мерія обіцяє нові причали."),
    ("uk", "Про це інформує| Я прошу уряд допомогти, сказав рибалка."),
    ("uk", "Рейс скасували, пише «Ранок».| Пасажири чекають, повідомляє Укрінформ з посиланням на порт."),
    ("ru", "Мост закроют на год, сообщает| Он добавил, что ремонт начнут в мае."),
    ("ru", "Рейс отменили, передает РИА Новости.| Пассажиры ждут."),
    ("uk", "Рейс скасували.| Про це повідомляє Головне управління поліції."),
    # footnotes
    ("uk", "Озеро міліє.[9][10]| Дамбу розберуть.[3]"),
    # domains and numbers
    ("uk", "Про це пише LB.ua у новині.| Далі буде."),
    ("uk", "Курс зріс до 41.5 гривні.| Ринок мовчить."),
    ("uk", "Сайт gov.ua не працює.| Його лагодять."),
]


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_sentences_end_where_marked(language: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [sentence.span.of(text) for sentence in split(Report("x", "x.txt", text, language), ())]
    assert found == [part.strip() for part in marked.split("|")]


def test_what_is_not_seen_parts_no_word() -> None:
    assert [token.text for token in tokenize("дам\u00adба \u200eу\u200b Луцьку")] == ["дамба", "у", "Луцьку"]
    assert len(split(Report("x", "x.txt", "Рада згодна. \u200eДамбу розберуть.", "uk"), ())) == 2


def test_a_line_break_ends_a_sentence_unless_it_goes_on_in_lower_case() -> None:
    text = "Заголовок без крапки\nПерше речення"
    assert len(split(Report("x", "x.txt", text, "uk"), ())) == 2
    text = "Речення, яке\nпродовжується нижче."
    assert len(split(Report("x", "x.txt", text, "uk"), ())) == 1


def test_junk_is_in_no_sentence() -> None:
    text = "Міст закрили. Читайте також: погода. Поїзди стоять."
    junk = Region(Span(14, 36), "teaser", "test")
    found = [sentence.span.of(text) for sentence in split(Report("x", "x.txt", text, "uk"), (junk,))]
    assert found == ["Міст закрили.", "Поїзди стоять."]


def test_an_editors_note_is_left_out_of_its_sentence() -> None:
    text = "Мер (Коваль – ред.) поїхав."
    note = Region(Span(4, 19), "editor-note", "test")
    (found,) = split(Report("x", "x.txt", text, "uk"), (note,))
    assert [token.text for token in found.tokens] == ["Мер", "поїхав", "."]


@pytest.mark.parametrize(
    "word", ["зв'язок", "зв’язок", "COVID-19", "2009-му", "О'Лірі", "LB.ua", "прес-служба", "41,5"]
)
def test_a_word_is_one_token(word: str) -> None:
    assert [token.text for token in tokenize(word)] == [word]


@pytest.mark.parametrize("piece", ["А. ", "а.", "...", "«", "м. К", "a.b", "слово ", "1.2,", "х-х-", "\n", ". \n"])
def test_hostile_text_takes_time_by_its_length_and_no_sentence_is_endless(piece: str) -> None:
    def sentences(size: int) -> tuple[Sentence, ...]:
        return split(Report("x", "x.txt", repeated(piece, size), "uk"), ())

    assert grows_evenly(sentences)
    assert all(len(sentence.tokens) <= MAX_SENTENCE_TOKENS + 1 for sentence in sentences(LONG))
