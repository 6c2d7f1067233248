"""Bodies and people by another noun later in the report: how they are introduced, crossed with what they are called."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

INTRODUCED = {
    "uk": ("{} закриває кар'єр.", "{} повідомляє, що кар'єр закриють.", "{} закриває кар'єр. Дощ ішов три дні."),
    "ru": ("{} закрывает карьер.", "{} сообщает, что карьер закроют.", "{} закрывает карьер. Дождь шел три дня."),
}
SPOKE = {
    "uk": "{} повідомляє, що ремонт почнуть навесні.",
    "ru": "{} сообщает, что ремонт начнут весной.",
}
# The body as introduced, its name in full, what it is called later.
CALLED = {
    "uk": (
        ("Завод «Маяк»", "завод «Маяк»", ("Завод", "Підприємство")),
        ("Каунаський університет", "Каунаський університет", ("Університет", "Виш", "Навчальний заклад")),
        ("Міноборони Литви", "Міноборони Литви", ("Оборонне відомство", "Військове відомство", "Відомство")),
        ("МЗС Литви", "МЗС Литви", ("Зовнішньополітичне відомство", "Міністерство")),
        ("Служба безпеки України", "Служба безпеки України", ("Спецслужба", "Відомство")),
        ("Національний банк України", "Національний банк України", ("Регулятор", "Центробанк")),
        ("Партія «Світанок»", "Світанок", ("Партія", "Політична сила")),
        ("Банк «Північний»", "Північний", ("Банк", "Фінустанова")),
        ("Авіакомпанія Skyline", "Skyline", ("Перевізник", "Авіаперевізник")),
        ("Єврокомісія", "Єврокомісія", ("Комісія",)),
        ("Міністерство транспорту Литви", "міністерство транспорту Литви", ("Мінтранс", "Транспортне відомство")),
        ("Поліція Вільнюса", "поліція Вільнюса", ("Поліція", "Відомство")),
    ),
    "ru": (
        ("Завод «Маяк»", "завод «Маяк»", ("Завод", "Предприятие")),
        ("Каунасский университет", "Каунасский университет", ("Университет", "Вуз", "Учебное заведение")),
        ("Минобороны Литвы", "Минобороны Литвы", ("Оборонное ведомство", "Военное ведомство", "Ведомство")),
        ("МИД Литвы", "МИД Литвы", ("Внешнеполитическое ведомство", "Министерство")),
        ("Служба безопасности Украины", "Служба безопасности Украины", ("Спецслужба", "Ведомство")),
        ("Национальный банк Украины", "Национальный банк Украины", ("Регулятор", "Центробанк")),
        ("Партия «Рассвет»", "Рассвет", ("Партия", "Политическая сила")),
        ("Банк «Северный»", "Северный", ("Банк", "Кредитная организация")),
        ("Авиакомпания Skyline", "Skyline", ("Перевозчик", "Авиаперевозчик")),
        ("Еврокомиссия", "Еврокомиссия", ("Комиссия",)),
        ("Министерство транспорта Литвы", "министерство транспорта Литвы", ("Минтранс", "Транспортное ведомство")),
        ("Полиция Вильнюса", "полиция Вильнюса", ("Полиция", "Ведомство")),
    ),
}


@pytest.mark.parametrize(
    ("language", "body", "name", "nouns"), [(language, *row) for language, rows in CALLED.items() for row in rows]
)
def test_a_body_is_meant_by_another_noun_for_it(language: str, body: str, name: str, nouns: tuple[str, ...]) -> None:
    wrong = []
    for introduced, noun in product(INTRODUCED[language], nouns):
        text = f"{introduced.format(body)} {SPOKE[language].format(noun)}"
        found = read(text, language).attributions
        if not found or (found[-1].speaker or "").lower() != name.lower():
            wrong.append((text, [a.speaker for a in found]))
    assert wrong == []


# Two that fit alike and are joined, a noun for either.
JOINED = {
    "uk": (
        ("Завод «Маяк» та завод «Прибій» готують проєкт.", ("Завод", "Підприємство")),
        ("МЗС Литви та МЗС Естонії готують проєкт.", ("Міністерство", "Зовнішньополітичне відомство")),
        ("Поліція Вільнюса та поліція Каунаса готують проєкт.", ("Поліція",)),
        ("Банк «Північний» і банк «Прибій» готують проєкт.", ("Банк", "Фінустанова")),
    ),
    "ru": (
        ("Завод «Маяк» и завод «Прибой» готовят проект.", ("Завод", "Предприятие")),
        ("МИД Литвы и МИД Эстонии готовят проект.", ("Министерство", "Внешнеполитическое ведомство")),
        ("Полиция Вильнюса и полиция Каунаса готовят проект.", ("Полиция",)),
        ("Банк «Северный» и банк «Прибой» готовят проект.", ("Банк", "Финучреждение")),
    ),
}


@pytest.mark.parametrize(
    ("language", "joined", "noun"),
    [(language, joined, noun) for language, rows in JOINED.items() for joined, nouns in rows for noun in nouns],
)
def test_of_two_bodies_joined_that_fit_alike_neither_is_meant(language: str, joined: str, noun: str) -> None:
    (found,) = read(f"{joined} {SPOKE[language].format(noun)}", language).attributions
    assert (found.speaker or "").lower() in ("", noun.lower())


# A body that has just spoken, and nouns that cannot mean it.
UNLIKE = {
    "uk": (
        ("Концерн BalticSteel", ("Міністерство", "Партія", "Суд")),
        ("Обласне Мінприроди", ("Компанія", "Партія", "Лікарня")),
        ("Поліція Вільнюса", ("Міністерство", "Партія", "Університет")),
        ("Газета «Північний кур'єр»", ("Міністерство", "Партія")),
    ),
    "ru": (
        ("Концерн BalticSteel", ("Министерство", "Партия", "Суд")),
        ("Областное Минприроды", ("Компания", "Партия", "Больница")),
        ("Полиция Вильнюса", ("Министерство", "Партия", "Университет")),
        ("Газета «Северный курьер»", ("Министерство", "Партия")),
    ),
}


@pytest.mark.parametrize(
    ("language", "body", "noun"),
    [(language, body, noun) for language, rows in UNLIKE.items() for body, nouns in rows for noun in nouns],
)
def test_a_noun_of_one_kind_means_no_body_of_another(language: str, body: str, noun: str) -> None:
    text = f"{INTRODUCED[language][1].format(body)} {SPOKE[language].format(noun)}"
    assert (read(text, language).attributions[-1].speaker or "").lower() in ("", noun.lower())


PEOPLE = {
    "uk": (
        ("Посол Естонії Ігор Буряк та посол Латвії Марек Заленський оглянули міст.", ("Посол", "Дипломат", "Він")),
        ("Міністр оборони Ігор Буряк та мер Вільнюса Марек Заленський оглянули міст.", ("Посадовець", "Він")),
    ),
    "ru": (
        ("Посол Эстонии Игорь Буряк и посол Латвии Марек Заленский осмотрели мост.", ("Посол", "Дипломат", "Он")),
        ("Министр обороны Игорь Буряк и мэр Вильнюса Марек Заленский осмотрели мост.", ("Чиновник", "Он")),
    ),
}
SAID = {"uk": "{} заявив, що ремонт почнуть навесні.", "ru": "{} заявил, что ремонт начнут весной."}


@pytest.mark.parametrize(
    ("language", "joined", "noun"),
    [(language, joined, noun) for language, rows in PEOPLE.items() for joined, nouns in rows for noun in nouns],
)
def test_of_two_people_joined_whom_a_word_fits_alike_neither_is_meant(language: str, joined: str, noun: str) -> None:
    (found,) = read(f"{joined} {SAID[language].format(noun)}", language).attributions
    assert (found.speaker or "").lower() in ("", noun.lower())


@pytest.mark.parametrize(
    ("language", "joined", "noun", "speaker"),
    [
        ("uk", PEOPLE["uk"][1][0], "Мер", "Марек Заленський"),
        ("uk", PEOPLE["uk"][1][0], "Міністр", "Ігор Буряк"),
        ("uk", PEOPLE["uk"][1][0], "Очільник відомства", "Ігор Буряк"),
        ("ru", PEOPLE["ru"][1][0], "Мэр", "Марек Заленский"),
        ("ru", PEOPLE["ru"][1][0], "Министр", "Игорь Буряк"),
        ("ru", PEOPLE["ru"][1][0], "Глава ведомства", "Игорь Буряк"),
    ],
)
def test_of_two_people_joined_the_one_is_meant_whom_the_post_fits(
    language: str, joined: str, noun: str, speaker: str
) -> None:
    (found,) = read(f"{joined} {SAID[language].format(noun)}", language).attributions
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        *(("uk", lead) for lead in ("Директор порту", "Професор Лундського університету", "Представник ЄК")),
        *(("ru", lead) for lead in ("Директор порта", "Профессор Лундского университета", "Представитель ЕК")),
    ],
)
def test_an_unknown_name_behind_a_role_is_who_speaks(language: str, lead: str) -> None:
    text = f"{SAID[language].format(f'{lead} Ламберт Десмет')} {SAID[language].format('Десмет')}"
    assert [a.speaker for a in read(text, language).attributions] == ["Ламберт Десмет"] * 2


@pytest.mark.parametrize(
    ("language", "noun"),
    [
        *(("uk", noun) for noun in ("Забудовник", "Мережа аптек", "Агрохолдинг", "Сервіс прокату")),
        *(("ru", noun) for noun in ("Застройщик", "Сеть аптек", "Агрохолдинг", "Сервис проката")),
    ],
)
def test_a_latin_name_behind_the_noun_for_a_firm_says_it_all(language: str, noun: str) -> None:
    (found,) = read(SPOKE[language].format(f"{noun} Norvane Mining"), language).attributions
    assert found.speaker == "Norvane Mining"
