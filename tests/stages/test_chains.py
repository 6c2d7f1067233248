"""Through whom the news came: the marked passages, and what makes no chain."""

from __future__ import annotations

import pytest
from marked import Told, chains, failing
from readings import is_read, read

CASES = [(language, case) for language in ("uk", "ru") for case in chains(language)]
RULES = {"medium", "venue", "press-service", "document", "published"}


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=lambda value: value.text if isinstance(value, Told) else value
)
def test_chains_are_read_as_marked(language: str, case: Told) -> None:
    assert is_read(case, language)


@pytest.mark.parametrize(("language", "case"), failing("chains"))
def test_what_is_still_read_wrongly_is_known(language: str, case: Told) -> None:
    assert not is_read(case, language), "it is read rightly now: move it to the cases of its language"


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_rule_has_a_passage(language: str) -> None:
    used = {chain.rule for code, case in CASES if code == language for chain in read(case.text, language).chains}
    assert used >= RULES


def test_the_evidence_is_the_words_that_state_the_chain() -> None:
    text = "Копальню закрили. Про це повідомляє УНІАН із посиланням на Reuters."
    (chain,) = read(text, "uk").chains
    assert chain.evidence.of(text) == "повідомляє УНІАН із посиланням на Reuters"


def test_the_same_hops_are_told_once() -> None:
    text = "Копальню закрили, повідомляє Reuters. Людей евакуювали, повідомляє Reuters."
    assert [chain.hops for chain in read(text, "uk").chains] == [("Reuters",)]


@pytest.mark.parametrize(
    ("language", "credit", "hop"),
    [
        ("uk", "Джерело: УНІАН", "УНІАН"),
        ("ru", "Источник - newsru.co.il", "newsru.co.il"),
        ("en", "Source: BBC", "BBC"),
        ("ru", "Первоисточник: УНИАН", "УНИАН"),
        ("uk", "Джерело: Портові вісті", "Портові вісті"),
    ],
)
def test_a_line_of_credit_names_the_origin(language: str, credit: str, hop: str) -> None:
    text = {"uk": "Копальню закрили.", "ru": "Шахту закрыли.", "en": "The mine was closed."}[language]
    (chain,) = read(f"{text}\n{credit}", language).chains
    assert (chain.hops, chain.scope, chain.rule) == ((hop,), "report", "credit")


@pytest.mark.parametrize(
    ("language", "credit", "hops"),
    [
        ("uk", 'Джерело: "Шахтарський листок" з посиланням на RTBF', "RTBF > Шахтарський листок"),
        ("uk", "Джерело: «Порт» із посиланням на слова речника мерії Олеся Гнатюка", "Олесь Гнатюк > Порт"),
        ("uk", 'Джерело: Reuters, пише "Європейська правда"', "Reuters > Європейська правда"),
        ("uk", "Джерело: мер Олесь Гнатюк на нараді, передає УНІАН", "Олесь Гнатюк > УНІАН"),
        ("uk", "Джерело: «Портовий листок»", "Портовий листок"),
        ("ru", "Источник: «Шахтерский листок» со ссылкой на Reuters", "Reuters > Шахтерский листок"),
        ("ru", "Источник: газета «Причал»", "Причал"),
        ("ru", "Источник: агентство Reuters", "Reuters"),
    ],
)
def test_a_line_of_credit_tells_whom_its_medium_has_it_from(language: str, credit: str, hops: str) -> None:
    first, last = {
        "uk": ("Копальню закрили.", "Рада погодилася."),
        "ru": ("Шахту закрыли.", "Совет согласился."),
    }[language]
    (chain,) = read(f"{first}\n{credit}\n{last}", language).chains
    assert (" > ".join(chain.hops), chain.scope, chain.rule) == (hops, "report", "credit")


def test_no_outlet_is_made_up_from_a_line_of_credit() -> None:
    assert read("Копальню закрили.\nДжерело: очевидці події", "uk").chains == ()


def test_an_unknown_name_is_a_credit_only_where_the_report_ends() -> None:
    assert read("Копальню закрили.\nДжерело: Портові вісті\nРада погодилася.", "uk").chains == ()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("uk", "Міст закрили на зиму, розповів міський голова.\n\nЧитати на port.net", "port.net"),
        ("ru", "Мост закрыли на зиму, рассказал мэр.\n\nИсточник новости: port.net", "port.net"),
        ("ru", "Псков, 5 мая 2031, 12:05 - REGNUM\n\nМост закрыли на зиму, рассказал мэр.", "REGNUM"),
    ],
)
def test_a_line_of_its_own_may_say_whose_news_it_is(language: str, text: str, name: str) -> None:
    assert [(chain.hops, chain.scope) for chain in read(text, language).chains] == [((name,), "report")]


@pytest.mark.parametrize(
    "text",
    [
        "Київ, 5 березня. Суд скасував рішення. Рада чекає.",
        "Львів, 5 березня — Олег Синиця. Міст відкрили.",
        "Москва, 5 березня. ФСБ - Міст відкрили.",
        "7 березня. «Карпати» - Міст відкрили.",
    ],
)
def test_what_stands_where_an_agency_could_is_none(text: str) -> None:
    assert read(text, "uk").chains == ()


def test_a_dateline_says_no_more_than_a_chain_that_ends_with_its_outlet() -> None:
    text = "МОСКВА, 5 мая — РИА Новости. Мост откроют весной, передаёт РИА Новости со ссылкой на Reuters."
    assert [chain.hops for chain in read(text, "ru").chains] == [("Reuters", "РИА Новости")]


def test_the_first_medium_of_the_lead_covers_the_report() -> None:
    text = "Копальню закриють, пише Reuters. Газета Bild повідомляє, що завод продадуть."
    found = {chain.hops: chain.scope for chain in read(f"Копальня\n\n{text}", "uk").chains}
    assert found == {("Reuters",): "report", ("Bild",): "passage"}


def test_a_medium_that_no_table_has_is_known_once_it_has_told() -> None:
    text = "Міст закриють, передає Havsposten. Люди вийшли. Гірники чекають. Кран стоїть. "
    first, recalled = read(f"{text}Як повідомляв Havsposten, у порту бракує кранів.", "uk").chains
    assert (first.hops, first.scope) == (("Havsposten",), "report")
    assert (recalled.hops, recalled.scope) == (("Havsposten",), "passage")


def test_the_only_medium_of_a_report_covers_it_however_late_the_lead_is() -> None:
    lead = "Копальню закриють. Люди вийшли на площу. Гірники чекають на виплати. Площа заповнена. "
    rest = " Рада збереться завтра. Рішення ухвалять до кінця тижня. Копальня працює з минулого століття. " * 2
    (chain,) = read(f"{lead}Копальня збиткова, повідомляє Reuters.{rest}", "uk").chains
    assert (chain.hops, chain.scope) == (("Reuters",), "report")
    (late,) = read(f"{lead * 4}Копальня збиткова, пише Reuters.", "uk").chains
    assert late.scope == "passage"


def test_a_medium_at_large_in_the_title_gives_way_to_the_one_that_the_report_names() -> None:
    text = "Копальню закриють – ЗМІ\n\nКопальню закриють до весни. Про це повідомляє Reuters."
    assert [chain.hops for chain in read(text, "uk").chains] == [("Reuters",)]


def test_one_outlet_in_letters_of_two_scripts_is_one() -> None:
    text = "Шахту закроют, информирует ВВС.\n\n«Слово и Дело» ссылаясь на BBC."
    assert [chain.hops for chain in read(text, "ru").chains] == [("BBC", "Слово и Дело")]


def test_a_press_service_at_the_foot_covers_the_report_where_no_other_does() -> None:
    lead = "Причал відкрили. Люди вийшли на площу. Моряки чекають на виплати. Площа заповнена. " * 4
    (chain,) = read(f"{lead}Про це повідомляє прес-служба порту.", "uk").chains
    assert (chain.hops, chain.scope) == (("прес-служба порту",), "report")


@pytest.mark.parametrize(
    ("language", "text", "hops"),
    [
        ("uk", "Порт закрили.\nДжерело: міністр Олесь Гнатюк у Twitter", ("Олесь Гнатюк", "Twitter")),
        ("ru", "Порт закрыли.\nИсточник: министр Олег Гнатюк в интервью Reuters", ("Олег Гнатюк", "Reuters")),
        ("uk", "Порт закрили.\nДжерело: прес-служба порту", ("прес-служба порту",)),
    ],
)
def test_a_line_of_credit_names_who_spoke_and_where(language: str, text: str, hops: tuple[str, ...]) -> None:
    (chain,) = read(text, language).chains
    assert (chain.hops, chain.scope, chain.rule) == (hops, "report", "credit")


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("uk", "Порт закрили, пише Reuters. Джерело агентства заявило, що людей вивезли.", "джерело"),
        ("ru", "Порт закрыли, пишет Reuters. По данным источников агентства, людей вывезли.", "источники"),
    ],
)
def test_a_mediums_own_source_is_an_origin_of_its_piece(language: str, text: str, source: str) -> None:
    found = {chain.hops: (chain.scope, chain.rule) for chain in read(text, language).chains}
    assert found == {("Reuters",): ("report", "medium"), (source, "Reuters"): ("passage", "insider")}


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("Порт закрили. Про це\n\nReuters. повідомляє Людей вивезли.", ("Reuters",)),
        (
            "Порт закрили. Про це міністр Олесь Гнатюк розповів у\n\nDaily Mail. Людей вивезли.",
            ("Олесь Гнатюк", "Daily Mail"),
        ),
    ],
)
def test_an_outlet_is_found_that_the_page_tore_off_into_the_next_line(text: str, hops: tuple[str, ...]) -> None:
    assert [chain.hops for chain in read(text, "uk").chains] == [hops]


def test_an_ordinary_word_in_the_next_line_is_no_outlet() -> None:
    assert read("Порт закрили. Про це\n\nСьогодні людей вивезли.", "uk").chains == ()


def test_a_late_tag_is_of_its_piece_where_the_title_names_the_source() -> None:
    lead = (
        "Порт закриють – Reuters\n\nПорт закриють. Люди вийшли на площу. Моряки чекають на виплати. Площа заповнена. "
    )
    found = {chain.hops: chain.scope for chain in read(f"{lead}Порт збитковий, пише Bild.", "uk").chains}
    assert found == {("Reuters",): "report", ("Bild",): "passage"}


FILLER = "Люди вийшли на площу. Гірники чекають на виплати. Площа заповнена. "


def test_a_late_tag_covers_a_piece_where_the_lead_says_whose_the_news_is() -> None:
    text = f"Копальню закриють, пише Reuters. {FILLER}Завод продадуть. Про це повідомляє Bild."
    found = {chain.hops: chain.scope for chain in read(f"Копальня\n\n{text}", "uk").chains}
    assert found == {("Reuters",): "report", ("Bild",): "passage"}


def test_what_is_told_of_background_covers_a_piece() -> None:
    text = f"Копальню закриють. {FILLER}Раніше завод продали. Про це повідомляло Reuters."
    assert [chain.scope for chain in read(f"Копальня\n\n{text}", "uk").chains] == ["passage"]


def test_a_medium_without_a_name_is_not_the_lead() -> None:
    text = f"Копальню закриють. {FILLER}Завод, пише друковане видання, продадуть."
    assert [chain.scope for chain in read(f"Копальня\n\n{text}", "uk").chains] == ["passage"]


def test_a_medium_that_goes_on_is_told_once() -> None:
    text = f"Копальню закриють. {FILLER}Видання «Страна» з посиланням на джерела повідомило, що завод продадуть. "
    found = read(f"Копальня\n\n{text}Видання твердить, що покупець відомий.", "uk").chains
    assert [chain.hops for chain in found] == [("джерела", "Страна")]


def test_what_was_told_to_the_medium_of_the_report_is_a_chain_of_its_own() -> None:
    text = "Копальню закриють, пише Bild. У міністерстві виданню пояснили, що шахтарям заплатять."
    found = {chain.hops: chain.scope for chain in read(f"Копальня\n\n{text}", "uk").chains}
    assert found == {("Bild",): "report", ("міністерство", "Bild"): "passage"}


def test_a_date_line_is_no_medium_in_which_somebody_spoke() -> None:
    text = "Шахту закроют, 14:05 REGNUM 3 марта адвокат горняков Олег Гнатюк сообщил о том, что подал жалобу."
    assert read(f"Шахта\n\n{text}", "ru").chains == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [("uk", "Міст відкриють навесні, пише\n\nBBC"), ("ru", "Мост откроют весной, пишет\n\nBBC")],
)
def test_a_medium_is_found_in_the_paragraph_behind_its_verb(language: str, text: str) -> None:
    assert [chain.hops for chain in read(text, language).chains] == [("BBC",)]


def test_a_second_document_is_told_beside_the_first() -> None:
    text = "Ryanair получила прибыль, говорится в сообщении Ryanair. В отчете также говорится, что долг вырос."
    found = [(chain.hops, chain.scope) for chain in read(text, "ru").chains]
    assert found == [(("Ryanair", "сообщение Ryanair"), "report"), (("Ryanair", "отчет"), "passage")]


def test_a_message_behind_the_lead_covers_a_dated_report() -> None:
    text = (
        "ВЕНА, 18 июл ПРАЙМ. Авиакомпания Ryanair отменит рейсы. Бортпроводники вышли на площадь. Они ждут выплат. "
        "Рейсов будет меньше на треть, говорится в сообщении авиакомпании."
    )
    found = [(chain.hops, chain.scope) for chain in read(text, "ru").chains]
    assert found == [(("ПРАЙМ",), "report"), (("Ryanair", "сообщение авиакомпании"), "report")]
