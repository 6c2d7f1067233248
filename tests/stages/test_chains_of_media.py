"""Media as tellers: names that no table has, talks, words passed on, and how far what one clause tells reaches."""

from __future__ import annotations

import pytest
from readings import read

UK, RU = "Лікарка Ірина Ткач пішла з посади.", "Врач Ирина Ткач ушла с должности."
TOLD = [
    # what was told in a talk, whatever the verb
    ("uk", "Подробиці свого рішення вона розкрила в розмові з Dagens Tider.", "Ірина Ткач > Dagens Tider"),
    ("ru", "Подробности своего решения она раскрыла в беседе с Dagens Tider.", "Ирина Ткач > Dagens Tider"),
    ("uk", "У коментарі варшавській Gazeta Nowa вона уточнила, що повернеться.", "Ірина Ткач > Gazeta Nowa"),
    ("ru", "В комментарии швейцарской Le Quai она уточнила, что вернется.", "Ирина Ткач > Le Quai"),
    (
        "uk",
        "Відповідаючи на запитання порталу «Крайка», Ткач уточнила, що довідки готові.",
        "Ірина Ткач > Крайка",
    ),
    ("ru", "Отвечая на вопросы портала «Кромка», Ткач уточнила, что справки готовы.", "Ирина Ткач > Кромка"),
    # the news as it is called
    ("uk", "Цю новину оприлюднила «Зоря Надбужжя».", "Зоря Надбужжя"),
    ("ru", "Новость публикует Le Quai libéré.", "Le Quai libéré"),
    ("uk", "Повідомлення про це розіслала пресслужба порту.", "пресслужба порту"),
    ("ru", "Сообщение об этом разослала пресс-служба гавани.", "пресс-служба гавани"),
    ("uk", "Про це розповідає KPN.", "KPN"),
    ("ru", "Об этом рассказывает KPN.", "KPN"),
    # whom a medium talked with
    (
        "uk",
        "Після розмов із кількома членами журі портал «Крайка» робить висновок: фаворитів двоє.",
        "члени журі > Крайка",
    ),
    (
        "ru",
        "Газета Nowiny Polskie, поговорившая с тремя участниками совета, уверяет: решение готово.",
        "участники совета > Nowiny Polskie",
    ),
    # a medium within what somebody said
    ("uk", "Вона, зазначає Reuters, наголосила, що повернеться.", "Ірина Ткач > Reuters"),
    (
        "uk",
        "Вона також підкреслила, як переказує «Радіо Свобода», що ліків бракує.",
        "Ірина Ткач > Радіо Свобода",
    ),
    ("ru", "Ссылаясь на Южный блок, местная пресса утверждает, что визит отменят.", "Южный блок > местная пресса"),
    ("ru", "О закрытии моста весной рассказывал «Приморский летописец».", "Приморский летописец"),
    ("uk", "Інженери визнають, що аварія може повторитися, йдеться на сайті port-news.ua.", "port-news.ua"),
]


@pytest.mark.parametrize(("language", "sentence", "hops"), TOLD)
def test_who_tells_is_read(language: str, sentence: str, hops: str) -> None:
    report = read(f"{UK if language == 'uk' else RU} {sentence}", language)
    assert [" > ".join(chain.hops) for chain in report.chains] == [hops]


@pytest.mark.parametrize(
    ("language", "sentence", "scope"),
    [
        ("uk", "Адвокатка лікарні розповіла Reuters, що справу закрито.", "passage"),
        ("ru", "Адвокат больницы рассказал Reuters, что дело закрыто.", "passage"),
        ("uk", "Про рішення суду повідомила агенція Reuters.", "report"),
        ("ru", "Адвокат Олег Бойко рассказал в эфире канала CNN, что дело закрыто.", "report"),
    ],
)
def test_one_clause_behind_the_first_sentence_is_a_piece(language: str, sentence: str, scope: str) -> None:
    (chain,) = read(f"{UK if language == 'uk' else RU} {sentence}", language).chains
    assert chain.scope == scope


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Она опоздала на интервью газете «Кромка»."),
        ("ru", "В больнице, о которой сняла фильм Sky News, коллективы готовы бастовать."),
        ("ru", "Об этом сообщило Министерство здравоохранения."),
    ],
)
def test_nobody_tells_where_nothing_was_told(language: str, sentence: str) -> None:
    assert read(f"{RU} {sentence}", language).chains == ()


@pytest.mark.parametrize(
    ("language", "text", "hops"),
    [
        (
            "uk",
            "Шлюз відкриють. Про це пише газета Bild, передає агентство Reuters.\n\n"
            "«Ми готові», - сказав лоцман Іван Рудь в розмові з газетою.",
            ("Іван Рудь", "Bild"),
        ),
        (
            "ru",
            "Шлюз откроют. Об этом пишет газета Bild, передает агентство ТАСС.\n\n"
            "«Мы готовы», — сказал лоцман Иван Рудь в интервью агентству.",
            ("Иван Рудь", "ТАСС"),
        ),
        (
            "ru",
            "Шлюз откроют. Об этом пишет издание «Вехи», передает «Берег». Лоцман Иван Рудь сказал изданию, что готов.",
            ("Иван Рудь", "Вехи"),
        ),
    ],
)
def test_a_medium_called_by_its_noun_is_the_one_called_so_before(
    language: str, text: str, hops: tuple[str, ...]
) -> None:
    assert read(text, language).chains[-1].hops == hops


def test_a_title_of_two_sentences_is_outside_the_lead() -> None:
    text = "Іван Рудь купив човен. Раніше він їх сварив\n\nЛоцман Іван Рудь у Telegram повідомив, що купив човен."
    assert [chain.scope for chain in read(text, "uk").chains] == ["report"]
