"""Names and source phrases in the nominative. A case is "as it stands -> nominative"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.names.nominative import nominative, nominatives, phrase_nominative


def cases(text: str) -> list[tuple[str, str]]:
    """Lines "form -> nominative"."""
    pairs = (line.split("->") for line in text.strip().splitlines())
    return [(before.strip(), after.strip()) for before, after in pairs]


PEOPLE = {
    "uk": """
        Сергієм Лавровим -> Сергій Лавров
        Володимира Зеленського -> Володимир Зеленський
        Терезою Мей -> Тереза Мей
        Ангели Меркель -> Ангела Меркель
        Юлією Свириденко -> Юлія Свириденко
        Дмитра Кулеби -> Дмитро Кулеба
        Урсули фон дер Ляєн -> Урсула фон дер Ляєн
        Кім Чен Ина -> Кім Чен Ин
        Сі Цзіньпіном -> Сі Цзіньпін
        Джо Байдену -> Джо Байден
        С. Лаврову -> С. Лавров
        СЕРГІЄМ ЛАВРОВИМ -> СЕРГІЙ ЛАВРОВ
        Жан-Клодом Юнкером -> Жан-Клод Юнкер
        Ентоні Фаучі -> Ентоні Фаучі
        Олени Зеленської -> Олена Зеленська
        Марту Соловій -> Марта Соловій
        Анни Бергман -> Анна Бергман
        Ользі Крамар-Лис -> Ольга Крамар-Лис
        Жаком Дюбуа -> Жак Дюбуа
        Руті Казлаускайте -> Рута Казлаускайте
        Алессандро Монтедуро -> Алессандро Монтедуро
        """,
    "ru": """
        Сергея Лаврова -> Сергей Лавров
        Терезы Мэй -> Тереза Мэй
        Ангелой Меркель -> Ангела Меркель
        Ким Чен Ыном -> Ким Чен Ын
        Си Цзиньпина -> Си Цзиньпин
        Цой Сон Хи -> Цой Сон Хи
        Олафа Шольца -> Олаф Шольц
        Марии Захаровой -> Мария Захарова
        Дональду Трампу -> Дональд Трамп
        Йенсом Столтенбергом -> Йенс Столтенберг
        В. В. Путина -> В. В. Путин
        Дмитрием Песковым -> Дмитрий Песков
        Виктора Черномырдина -> Виктор Черномырдин
        Джорджа Буша -> Джордж Буш
        Анне Бергман -> Анна Бергман
        Жака Дюбуа -> Жак Дюбуа
        Руте Казлаускайте -> Рута Казлаускайте
        """,
}

THINGS = {
    "uk": """
        Північної Кореї -> Північна Корея
        Великій Британії -> Велика Британія
        Сполученими Штатами -> Сполучені Штати
        Києві -> Київ
        Нью-Йорку -> Нью-Йорк
        Івано-Франківську -> Івано-Франківськ
        Верховної Ради України -> Верховна Рада України
        Ради Безпеки ООН -> Рада Безпеки ООН
        Міністерстві охорони здоров'я -> Міністерство охорони здоров'я
        Інтерфаксу-Україна -> Інтерфакс-Україна
        Інтерфакс-Україну -> Інтерфакс-Україна
        Європейської комісії -> Європейська комісія
        """,
    "ru": """
        Северной Корее -> Северная Корея
        Соединённых Штатов -> Соединённые Штаты
        Ростове-на-Дону -> Ростов-на-Дону
        Улан-Удэ -> Улан-Удэ
        БАШКИРИИ -> БАШКИРИЯ
        Политическому бюро ЦК Трудовой партии -> Политическое бюро ЦК Трудовой партии
        Верховным судом Пакистана -> Верховный суд Пакистана
        Высшего суда -> Высший суд
        агентства «Рейтер» -> агентство «Рейтер»
        США -> США
        МИДом -> МИД
        Associated Press -> Associated Press
        """,
}

PHRASES = {
    "uk": """
        американської сторони -> американська сторона
        поінформовані джерела -> поінформовані джерела
        постійного представництва США при ООН -> постійне представництво США при ООН
        матеріалі Associated Press -> матеріал Associated Press
        Офіційними представниками -> офіційні представники
        нашими джерелами -> наші джерела
        двома поінформованими джерелами -> два поінформовані джерела
        кількох дипломатів -> кілька дипломатів
        одного з чиновників -> один з чиновників
        газеті «Правда» -> газета «Правда»
        прессекретаркою президента Юлією Мендель -> прессекретарка президента Юлія Мендель
        глави МЗС Дмитра Кулеби -> глава МЗС Дмитро Кулеба
        західних ЗМІ -> західні ЗМІ
        МЗС України -> МЗС України
        Закарпатській ОВА -> Закарпатська ОВА
        Раді з питань забудови -> Рада з питань забудови
        Білого дому -> Білий дім
        """,
    "ru": """
        одного из источников издания -> один из источников издания
        одной из сотрудниц -> одна из сотрудниц
        официальными российскими источниками -> официальные российские источники
        министром иностранных дел Сергеем Лавровым -> министр иностранных дел Сергей Лавров
        представителя Кремля Дмитрия Пескова -> представитель Кремля Дмитрий Песков
        дипломатами и военными -> дипломаты и военные
        российскими и американскими экспертами -> российские и американские эксперты
        министерства обороны и финансов -> министерство обороны и финансов
        двух источников -> два источника
        двумя осведомлёнными источниками -> два осведомлённых источника
        нескольких свидетелей -> несколько свидетелей
        источника в Белом доме -> источник в Белом доме
        Экспертами -> эксперты
        властей КНДР -> власти КНДР
        """,
}


def flat(tables: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(language, *pair) for language, text in tables.items() for pair in cases(text)]


@pytest.mark.parametrize(("language", "form", "name"), flat(PEOPLE))
def test_a_person(language: str, form: str, name: str) -> None:
    assert nominative(form, "PER", language) == name


@pytest.mark.parametrize(("language", "form", "name"), flat(THINGS))
def test_a_place_or_an_organisation(language: str, form: str, name: str) -> None:
    types = ("LOC", "ORG") if " " not in form or "суд" in form else ("ORG",)
    assert name in {nominative(form, type_, language) for type_ in types}


@pytest.mark.parametrize(("language", "phrase", "name"), flat(PHRASES))
def test_a_phrase_that_names_a_source(language: str, phrase: str, name: str) -> None:
    assert phrase_nominative(phrase, language) == name


def test_the_forms_of_a_report_settle_each_other() -> None:
    forms = (("Назії Собаги", "PER"), ("Назією Собагою", "PER"), ("Собагу", "PER"))
    assert nominatives(forms, "uk") == ("Назія Собага", "Назія Собага", "Собага")


def test_english_stays_as_it_is() -> None:
    assert nominative("Kim Jong Un", "PER", "en") == "Kim Jong Un"
    assert phrase_nominative("officials familiar with the matter", "en") == "officials familiar with the matter"


def test_a_written_e_is_not_turned_into_yo() -> None:
    assert nominative("Шредера", "PER", "ru") == "Шредер"
    assert nominative("Шрёдера", "PER", "ru") == "Шрёдер"


def test_letters_of_the_other_script_are_put_right() -> None:
    assert nominative("Сергiєм Лaвровим", "PER", "uk") == "Сергій Лавров"


def test_soft_hyphens_go() -> None:
    assert nominative("Сергі\u00adєм Лавровим", "PER", "uk") == "Сергій Лавров"


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
@pytest.mark.parametrize(
    "text", ["", " ", "«»", "....", "А" * 500, "-" * 300, "а-" * 150, "Лaвpoвим Сеpгiєм", "\u0301\u0301"]
)
def test_odd_input_comes_back(language: str, text: str) -> None:
    for type_ in ("PER", "LOC", "ORG"):
        assert isinstance(nominative(text, type_, language), str)
    assert isinstance(phrase_nominative(text, language), str)


@given(st.text(alphabet="абвгґеєжзиіїйклмнопрстуфхцчшщьюя -'«»АБВ.", max_size=40))
def test_any_text_keeps_its_words(text: str) -> None:
    for language in ("uk", "ru"):
        found = nominative(text, "ORG", language)
        assert len(found.split()) == len(text.split())


def test_a_phrase_known_to_be_oblique_is_read_as_such() -> None:
    assert phrase_nominative("премьера", "ru") == "премьера"
    assert phrase_nominative("премьера", "ru", oblique=True) == "премьер"
    assert phrase_nominative("премьера страны", "ru", oblique=True) == "премьер страны"


def test_a_last_name_that_stays_while_the_first_changes_never_declines() -> None:
    assert nominatives((("Марії Бібі", "PER"), ("Марією Бібі", "PER")), "uk") == ("Марія Бібі", "Марія Бібі")
    assert nominatives((("Марії Бібі", "PER"),), "uk") == ("Марія Біба",)


def test_a_surname_of_one_form_is_known_by_the_full_name() -> None:
    assert nominatives((("Тоні Карлуччі", "PER"), ("Карлуччі", "PER")), "uk") == ("Тоні Карлуччі", "Карлуччі")


def test_a_lone_name_is_seldom_a_locative() -> None:
    assert nominative("Конті", "PER", "uk") == "Конті"


@pytest.mark.parametrize(
    ("phrase", "language", "name"),
    [("ДСКЦ", "ru", "ДСКЦ"), ("НАКе", "ru", "НАК"), ("Университета Джона Гранта", "ru", "университет Джона Гранта")],
)
def test_letters_and_whose_a_body_is_stay(phrase: str, language: str, name: str) -> None:
    assert phrase_nominative(phrase, language) == name


def test_an_accent_is_a_letters_and_a_stress_is_a_marks() -> None:
    assert nominative("El Vigía", "ORG", "ru") == "El Vigía"
    assert nominative("Пхенья\u0301ну", "LOC", "uk") == "Пхеньян"
