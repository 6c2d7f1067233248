"""People by the body they are of, by posts they come to, beside others of whom a description may not be."""

from __future__ import annotations

from itertools import product

import pytest
from readings import misread, read

# Who is told of before or below, what an official without a name says, and who is meant.
OFFICIALS = {
    "uk": (
        (
            ("Начальниця відділу міністерства культури {} відкрила виставку.", True),
            ("Про виставку розпитали {0}, яка представляє міністерство культури.", True),
            ("Виставку оглянула вчителька {}.", False),
        ),
        ("Марта Соловій", "Марту Соловій"),
        (
            "«Каталог готовий», – сказала співробітниця міністерства.",
            "Співробітниця міністерства додала, що вхід вільний.",
        ),
        "співробітниця міністерства",
    ),
    "ru": (
        (
            ("Начальник отдела министерства культуры {} открыла выставку.", True),
            ("О выставке расспросили {0}, которая представляет министерство культуры.", True),
            ("Выставку осмотрела учительница {}.", False),
        ),
        ("Марта Ковалева", "Марту Ковалеву"),
        (
            "«Каталог готов», — сказала сотрудница министерства.",
            "Сотрудница министерства добавила, что вход свободный.",
        ),
        "сотрудница министерства",
    ),
}


@pytest.mark.parametrize("language", OFFICIALS)
def test_a_member_of_a_body_is_who_was_named_as_of_it(language: str) -> None:
    leads, (name, object_), said, nobody = OFFICIALS[language]
    told = [(lead.format(object_ if "{0}" in lead else name), name if meant else nobody) for lead, meant in leads]
    assert misread(((f"{lead} {sentence}", who) for (lead, who), sentence in product(told, said)), language) == []


# What stands in no title of the one named below.
BELOW = {
    "uk": (
        "Ринок знову відкриють, розповів {} на умовах анонімності. {} каже, що ряди тісні.",
        ("посадовець міністерства торгівлі Литви", "чиновник міністерства торгівлі Литви"),
        ("Водій Павло Буряк", "Голова асоціації банків Павло Буряк"),
    ),
    "ru": (
        "Рынок снова откроют, рассказал {} на условиях анонимности. {} говорит, что ряды тесные.",
        ("чиновник министерства торговли Литвы", "сотрудник министерства торговли Литвы"),
        ("Водитель Павел Буряк", "Председатель ассоциации банков Павел Буряк"),
    ),
}


@pytest.mark.parametrize("language", BELOW)
def test_an_official_without_a_name_is_nobody_of_another_trade_below(language: str) -> None:
    frame, officials, others = BELOW[language]
    wrong = []
    for official, other in product(officials, others):
        found = read(frame.format(official, other), language).attributions
        if found[0].speaker != official:
            wrong.append((official, other, found[0].speaker))
    assert wrong == []


# A post that its holder comes to, and who is called by it after.
TAKEN = {
    "uk": (
        ("Новою міністеркою фінансів Литви стала Марта Соловій.", "Міністеркою фінансів Литви обрано Марту Соловій."),
        ("Міністерка заявила, що податки не зростуть.", "Глава Мінфіну заявила, що податки не зростуть."),
        "Марта Соловій",
    ),
    "ru": (
        ("Новым министром финансов Литвы стала Марта Ковалева.", "Министром финансов Литвы избрали Марту Ковалеву."),
        ("Министр заявила, что налоги не вырастут.", "Глава Минфина заявила, что налоги не вырастут."),
        "Марта Ковалева",
    ),
}


@pytest.mark.parametrize("language", TAKEN)
def test_a_post_is_of_who_comes_to_it(language: str) -> None:
    leads, said, name = TAKEN[language]
    assert misread(((" ".join(sentences), name) for sentences in product(leads, said)), language) == []


# Who signed together, and by what they are called before and after.
SIGNED = {
    "uk": (
        "{} просять не закривати порт. Під листом підписалися Олесь Гнатюк, Марта Соловій та Іван Буряк. "
        "{} вважають, що він потрібен.",
        ("Колишні посли", "Троє дипломатів", "Фермери"),
        ("Автори", "Дипломати", "Колишні посли"),
        "Олесь Гнатюк, Марта Соловій, Іван Буряк",
    ),
    "ru": (
        "{} просят не закрывать порт. Под письмом подписались Павел Гнатюк, Марта Соловей и Иван Буряк. "
        "{} считают, что он нужен.",
        ("Бывшие послы", "Трое дипломатов", "Фермеры"),
        ("Авторы", "Дипломаты", "Бывшие послы"),
        "Павел Гнатюк, Марта Соловей, Иван Буряк",
    ),
}


@pytest.mark.parametrize("language", SIGNED)
def test_those_who_signed_are_meant_by_their_post_alone(language: str) -> None:
    frame, before, after, names = SIGNED[language]
    wrong = []
    for lead, noun in product(before, after):
        if "Фермер" in lead and noun != after[0]:
            # Farmers who ask are no diplomats.
            continue
        found = read(frame.format(lead, noun), language).attributions
        told = {a.source: a.speaker for a in found if a.source is not None}
        speakers = [told[source] for source in sorted(told, key=lambda span: span.start)]
        if speakers[-1] != names or (speakers[0] == names) == ("Фермер" in lead):
            wrong.append((lead, noun, speakers))
    assert wrong == []


# Who says "I" or "in my view": who is asked, who is quoted; nobody where it is the author.
SELVES = {
    "uk": (
        ("На запитання відповідає лікар Олесь Гнатюк.\n\n– Я б порадив зачекати.", "Олесь Гнатюк"),
        ("На запитання відповідає лікар Олесь Гнатюк.\n\n– На мій погляд, щеплення безпечне.", "Олесь Гнатюк"),
        ("«Міст старий, – каже інженер Олесь Гнатюк. – Але, на мій погляд, він міцний».", "Олесь Гнатюк"),
        ("«Міст старий», – каже інженер Олесь Гнатюк. На мій погляд, він міцний.", None),
        ("Міністр охорони здоров'я Ромаль Кісіле заявив, що ліків вистачить.", "Ромаль Кісіле"),
    ),
    "ru": (
        ("На вопросы отвечает врач Олег Гнатюк.\n\n– Я бы посоветовал подождать.", "Олег Гнатюк"),
        ("На вопросы отвечает врач Олег Гнатюк.\n\n– На мой взгляд, прививка безопасна.", "Олег Гнатюк"),
        ("«Мост старый, – говорит инженер Олег Гнатюк. – Но, на мой взгляд, он крепкий».", "Олег Гнатюк"),
        ("«Мост старый», – говорит инженер Олег Гнатюк. На мой взгляд, он крепкий.", None),
    ),
}


@pytest.mark.parametrize("language", SELVES)
def test_who_says_i_is_asked_or_quoted(language: str) -> None:
    wrong = []
    for text, name in SELVES[language]:
        found = read(text, language).attributions
        if found[-1].speaker != name:
            wrong.append((text, found[-1].speaker))
    assert wrong == []
