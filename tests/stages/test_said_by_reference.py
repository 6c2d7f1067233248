"""Sources on whom a teller relies, who tell it to a medium, or by names that no dictionary has; and titles and tags."""

from __future__ import annotations

import pytest
from marked import said
from readings import is_read, read

MARKED = {
    "uk": [
        # on whom a teller relies, before or behind his verb, and in a clause of theirs
        "assert indirect | <q>Завод зупинять</q>, повідомляє «Схід» <c>із посиланням на</c> <s>начальника цеху</s>.",
        "assert indirect | Газета <c>з посиланням на</c> <s>власні джерела</s> пише, що <q>порт продадуть</q>.",
        "assert indirect | Як інформує Port.Today, <c>посилаючись на</c> <s>свідків</s>, <q>пором сів на мілину</q>.",
        "assert indirect | За оцінкою знавців, на яких <c>посилається</c> <s>журнал</s>, <q>ваза коштує мільйон</q>.",
        # behind "як пише X," a clause of its own
        "direct indirect | Як писала газета «Схід», <s>фермери</s> <c>вимагають</c> від мерії <q>пального</q>.",
        # names that no dictionary has
        "assert direct | <q>«На березі все спокійно»</q>, – <c>заявив</c> <s>Кортіс</s>.",
        "assert indirect | <s>Мелонгса</s> <c>зазначила</c>, що <q>дамбу ще не збудовано</q>.",
        "assert indirect | <c>За словами</c> <s>голови Секретаріату з лісових угідь</s>, <q>вирубки припинять</q>.",
        # to whom it was told
        "assert indirect | <q>Садок закрито</q>, <c>повідомили</c> «Вістям» у <s>пресслужбі лікарні</s>.",
        "assert indirect | У <s>фірмі</s>, яка збудувала міст, УНІАН <c>повідомили</c>, що <q>збитків немає</q>.",
        "assert indirect | <q>Шкіл не закриють, таких планів нема</q>, <c>заявив</c> «Промінформу» <s>міністр Гай</s>.",
        # who answers in a place behind the verb
        "assert direct | <q>«Труби замінять до осені»</q>, – <c>уточнили</c> в <s>тепломережі</s>.",
        "assert indirect | <q>Квитки</q>, як <c>пояснили</c> в <s>касах вокзалу</s>, <q>можна здати</q>.",
        # where another source begins, and what nobody answers
        "assert indirect | <c>На думку</c> <s>рибалок</s>, <q>човен стоїть у гавані</q>, а за даними ТСН, він зник.",
        "assert indirect | На думку рибалок, човен стоїть у гавані, а <c>за даними</c> <s>ТСН</s>, <q>він зник</q>.",
        "assert indirect | <s>Газети</s> <c>пишуть</c>, що <q>був струм</q>, але лікарі цю інформацію не коментують.",
        "doubt indirect | Актора звільнили, але <q>з якої причини</q> – <c>не сказано</c>.",
        "assert indirect | Показали атлас, у якому, <c>на думку</c> <s>вчених</s>, <q>береги хибні</q>.",
        "assert direct | <q>«Туман розійдеться»</q>, — відразу ж <c>попередила</c> <s>синоптикиня</s>.",
        "assert direct | <q>«Поромів нема»</q>, — наводить «Схід» <c>повідомлення</c> <s>пресслужби порту</s>.",
    ],
    "ru": [
        "assert indirect | <q>Завод остановят</q>, сообщает «Восток» <c>со ссылкой на</c> <s>начальника цеха</s>.",
        "assert indirect | Газета <c>со ссылкой на</c> <s>собственные источники</s> пишет, что <q>порт продадут</q>.",
        "assert indirect | Как информирует Port.Today, <c>ссылаясь на</c> <s>свидетелей</s>, <q>паром сел на мель</q>.",
        "assert indirect | По оценке знатоков, на которых <c>ссылается</c> <s>журнал</s>, <q>ваза стоит миллион</q>.",
        "direct indirect | Как писала газета «Восток», <s>фермеры</s> <c>требуют</c> от мэрии <q>дешевого топлива</q>.",
        "assert direct | <q>«На берегу все спокойно»</q>, – <c>заявил</c> <s>Кортис</s>.",
        "assert indirect | <s>Мелонгса</s> <c>отметила</c>, что <q>дамба еще не построена</q>.",
        "assert indirect | <q>Сад закрыли на карантин</q>, <c>сообщили</c> «Вестям» в <s>пресс-службе больницы</s>.",
        "assert indirect | В <s>фирме</s>, которая построила мост, УНИАН <c>сообщили</c>, что <q>убытков нет</q>.",
        "assert indirect | <q>Школы не закроют, таких планов нет</q>, <c>заявил</c> «Информу» <s>министр Гай</s>.",
        "assert indirect | В <s>консульстве Ладонии в Батуми</s> <c>сообщили</c>, что <q>пока ничего не знают</q>.",
        "assert direct | <q>«Трубы заменят до осени»</q>, – <c>уточнили</c> в <s>теплосети</s>.",
        "assert indirect | <q>Билеты</q>, как <c>пояснили</c> в <s>кассах вокзала</s>, <q>можно сдать</q>.",
        "assert indirect | <c>По мнению</c> <s>рыбаков</s>, <q>лодка в гавани</q>, а по данным ТСН, она исчезла.",
        "assert indirect | По мнению рыбаков, лодка стоит в гавани, а <c>по данным</c> <s>ТСН</s>, <q>она исчезла</q>.",
        "assert indirect | <s>Газеты</s> <c>пишут</c>, что <q>был ток</q>, но врачи эту информацию не комментировали.",
        "doubt indirect | Актера уволили, но <q>по какой причине</q> – <c>не сказано</c>.",
        "assert indirect | Показали атлас, в котором, <c>по мнению</c> <s>ученых</s>, <q>берега неверны</q>.",
        "assert direct | <q>«Туман рассеется»</q>, — сразу же <c>предупредила</c> <s>синоптик</s>.",
        "assert direct | <q>«Отменены все паромы»</q>, — приводит «Восток» <c>сообщение</c> <s>пресс-службы порта</s>.",
    ],
}
TITLES = [
    ("uk", "Рятувальники повністю готові до паводка – Дорош", "Дорош"),
    ("uk", "У горах затонула яхта адмірала – Кримстратком", "Кримстратком"),
    ("uk", "Форин-офіс: Просимо збільшити внески для біженців", "Форин-офіс"),
    ("ru", "Большинство чехов находят елки слишком дорогими, - Severné noviny", "Severné noviny"),
    ("ru", "Le Matin: треть бельгийцев готова ездить на велосипеде", "Le Matin"),
    ("ru", "Исследование: птицы поют в городах громче", "Исследование"),
]
# Whom a sentence does not rely on: a medium, and the sides that nobody tells.
NOT_RELIED_ON = [
    ("uk", "Завод зупинять, передає «Схід» із посиланням на агентство «Захід»."),
    ("uk", "Мер відмовився назвати імена, посилаючись на таємницю слідства."),
    ("ru", "Завод остановят, передает «Восток» со ссылкой на агентство «Запад»."),
    ("ru", "Мэр отказался называть имена, ссылаясь на тайну следствия."),
]
NOBODYS = [
    ("uk", "Чим саме пошкодили трубу, з'ясовується."),
    ("uk", "Людей вивезли автобусом, яким збиралися возити школярів."),
    ("uk", "За матеріалами: Захід"),
    ("ru", "Чем именно повредили трубу, выясняется."),
    ("ru", "Людей вывезли автобусом, которым собирались возить школьников."),
    ("ru", "По материалам: Запад"),
]


@pytest.mark.parametrize("language", MARKED)
def test_sources_are_found_as_marked(language: str) -> None:
    assert [line for line in MARKED[language] if not is_read(said(line), language)] == []


@pytest.mark.parametrize(("language", "title", "source"), TITLES)
def test_a_title_names_who_tells_it(language: str, title: str, source: str) -> None:
    text = f"{title}\n\n{title[:1]}."
    found = [a for a in read(text, language).attributions if a.rule == "headline"]
    assert [a.source.of(text) for a in found if a.source is not None] == [source]


@pytest.mark.parametrize(("language", "text"), NOT_RELIED_ON)
def test_a_medium_and_a_reason_are_nobody_to_rely_on(language: str, text: str) -> None:
    assert [a for a in read(text, language).attributions if a.cue.of(text).endswith(" на")] == []


@pytest.mark.parametrize(("language", "text"), NOBODYS)
def test_what_nobody_says_is_not_attributed(language: str, text: str) -> None:
    assert read(text, language).attributions == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Пором сів на мілину. Повідомляє Вісник порту.\nПро це заявив капітан Андрій Коваль."),
        ("ru", "Паром сел на мель. Сообщает Вестник порта.\nОб этом заявил капитан Андрей Ковалев."),
    ],
)
def test_what_this_means_stands_before_who_passes_it_on(language: str, text: str) -> None:
    (found,) = read(text, language).attributions
    assert [span.of(text) for span in found.content] == [text.split(".")[0]]
