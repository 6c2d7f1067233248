"""Who is meant by an office, a possessive or a word that points back, crossed with how people and bodies were named."""

from __future__ import annotations

from itertools import product

import pytest
from readings import read

SPOKE = {
    "uk": "{} повідомив, що ремонт почнуть навесні.",
    "ru": "{} сообщил, что ремонт начнут весной.",
}
# People by what is no office, and offices that none of them holds.
OTHERWISE = {
    "uk": (
        ("Директор заводу Олесь Гнатюк", "Редактор газети Іван Буряк", "Тренер клубу Марко Зозуля"),
        ("Президент Литви", "Міністр", "Мер міста", "Прем'єр-міністр Литви", "Депутат", "Суддя"),
        "{} виступив у залі.",
    ),
    "ru": (
        ("Директор завода Олег Гнатюк", "Редактор газеты Иван Буряк", "Тренер клуба Марк Зозуля"),
        ("Президент Литвы", "Министр", "Мэр города", "Премьер-министр Литвы", "Депутат", "Судья"),
        "{} выступил в зале.",
    ),
}


@pytest.mark.parametrize("language", OTHERWISE)
def test_nobody_holds_an_office_who_is_called_otherwise(language: str) -> None:
    people, offices, acted = OTHERWISE[language]
    wrong = []
    for person, office in product(people, offices):
        found = read(f"{acted.format(person)} {SPOKE[language].format(office)}", language).attributions
        if found[-1].speaker is not None and found[-1].speaker in person:
            wrong.append((person, office, found[-1].speaker))
    assert wrong == []


# Roles whose names no dictionary has, with what stands between.
UNKNOWN = {
    "uk": (
        ("Міністр економіки Фінляндії", "Своєю чергою, директор заводу", "Директор з персоналу авіакомпанії"),
        ("Пекка Саволайнен", "Кормак Бреннан", "Ларс Вестберг"),
        "{} заявив, що ремонт почнуть навесні. Він додав, що гроші є.",
    ),
    "ru": (
        ("Министр экономики Финляндии", "В свою очередь, директор завода", "Директор по персоналу авиакомпании"),
        ("Пекка Саволайнен", "Кормак Бреннан", "Ларс Вестберг"),
        "{} заявил, что ремонт начнут весной. Он добавил, что деньги есть.",
    ),
}


@pytest.mark.parametrize("language", UNKNOWN)
def test_a_foreign_name_behind_a_role_is_whole(language: str) -> None:
    roles, names, said = UNKNOWN[language]
    wrong = []
    for role, name in product(roles, names):
        found = read(said.format(f"{role} {name}"), language).attributions
        wrong += [(role, name, a.speaker) for a in found if a.speaker != name]
    assert wrong == []


# A sentence and the one behind it, with whom the second one's source means.
MEANT = {
    "uk": (
        ("Німецький регулятор BfDI розпочав перевірку. Його речниця заявила, що штраф буде великим.", "речниця BfDI"),
        ("Служба безпеки України не відповіла. За даними цього відомства, людей шукають.", "Служба безпеки України"),
        ("Лікар Іван Буряк виступив у суді. Чоловік сказав, що його не чули.", "Іван Буряк"),
        ("Адміністратори каналу відмовилися. Один із них сказав, що лист справжній.", "один із адміністраторів каналу"),
        ("Затримали робітників. Один із цих робітників сказав, що їх били.", "один із робітників"),
        ("Такого висновку дійшли дослідники лабораторії. Експерти вважають, що ліки діють.", "дослідники лабораторії"),
        ("Пілоти страйкують. Як сказано в повідомленні Volanta, рейсів не буде.", "Volanta"),
        ("Порт закриють. Варшавська Rzeczpospolita пише, що порт збитковий.", "Rzeczpospolita"),
        ("Порт закриють. За даними вільнюської Žinios, порт збитковий.", "Žinios"),
        ("За словами Валентина Петренка, роботи йдуть. Петренко додав, що сроки відомі.", "Валентин Петренко"),
        ("Лікар Іван Буряк вийшов. Ще один лікар сказав, що хворих багато.", "один лікар"),
        ("Міністр Ельнур Садиглі мовчить. Турецький колега Садиглі сказав, що він проти.", "турецький колега Садиглі"),
        ("Богослов Анте Перковац пише книгу. Перковац сказав, що вона майже готова.", "Анте Перковац"),
    ),
    "ru": (
        ("Немецкий регулятор BfDI начал проверку. Его глава заявил, что штраф будет большим.", "глава BfDI"),
        (
            "Служба безопасности Украины не ответила. По данным этого ведомства, людей ищут.",
            "Служба безопасности Украины",
        ),
        ("Врач Иван Буряк выступил в суде. Мужчина сказал, что его не слышали.", "Иван Буряк"),
        (
            "Администраторы канала отказались. Один из них сказал, что письмо подлинное.",
            "один из администраторов канала",
        ),
        ("Задержали рабочих. Один из этих рабочих сказал, что их били.", "один из рабочих"),
        (
            "К такому выводу пришли исследователи университета. Эксперты считают, что лекарство действует.",
            "исследователи университета",
        ),
        ("Пилоты бастуют. Как сказано в сообщении Volanta, рейсов не будет.", "Volanta"),
        ("Порт закроют. Варшавская Rzeczpospolita пишет, что порт убыточный.", "Rzeczpospolita"),
        ("Порт закроют. По данным вильнюсской Žinios, порт убыточный.", "Žinios"),
        ("По словам Валентина Петрова, работы идут. Петров добавил, что сроки известны.", "Валентин Петров"),
        ("Врач Иван Буряк вышел. Еще один врач сказал, что больных много.", "один врач"),
        ("Больных лечат, заявил ТАСС врач Иван Буряк. Собеседник агентства сказал, что больных много.", "Иван Буряк"),
        ("Богослов Анте Перковац пишет книгу. Перковац сказал, что она почти готова.", "Анте Перковац"),
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "speaker"), [(language, *row) for language, rows in MEANT.items() for row in rows]
)
def test_whom_the_last_source_means(language: str, text: str, speaker: str) -> None:
    found = (read(text, language).attributions[-1].speaker or "").removeprefix("еще ").removeprefix("ще ")
    assert found.lower() == speaker.lower()


HEADLINES = {
    "uk": (
        "Порт у Каунасі закриють — ЗМІ\nПро це пише Reuters. Роботи почнуться влітку.",
        "ЗМІ: порт у Каунасі закриють\nКАУНАС. 5 травня. УНН. Порт закриють, передає УНН з посиланням на Reuters.",
    ),
    "ru": (
        "СМИ: порт в Каунасе закроют\nОб этом пишет Reuters. Работы начнутся летом.",
        "Порт в Каунасе закроют — СМИ\nКАУНАС, 5 мая. ТАСС. Порт закроют, передает ТАСС со ссылкой на Reuters.",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(la, text) for la, texts in HEADLINES.items() for text in texts])
def test_the_media_of_a_headline_are_the_medium_cited_below(language: str, text: str) -> None:
    assert read(text, language).attributions[0].speaker == "Reuters"
