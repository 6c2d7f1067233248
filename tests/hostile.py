"""An answer in which every field that a page or export shows holds what could do harm there."""

from __future__ import annotations

from firsthand.records import (
    Analysis,
    Answer,
    Attribution,
    Chain,
    Claim,
    Contradiction,
    Dating,
    Entity,
    Event,
    Judgement,
    Mention,
    Novelty,
    Origins,
    Position,
    Published,
    Quantity,
    Region,
    Report,
    Reuse,
    Said,
    Sentence,
    Span,
    Story,
    TimeExpression,
    Token,
)  # fmt: skip

SCRIPT = "<script>alert(1)</script>"
IMAGE = "\"'><img src=x onerror=alert(2)>"
ADDRESS = "javascript:alert(3)"
FORMULA = '=HYPERLINK("http://evil.example","x")'
BIDI = "\u202eterces\u202c\u2066\u200f"
BROKEN = "\ud800\x00\x1b[31m\x0b\ufffe\udfff"
TEMPLATE = "{{ 191 * 7 }}{% raw %}"
EVIL = f"{SCRIPT}{IMAGE}{ADDRESS}{BIDI}{BROKEN}{TEMPLATE}]]>--!><svg/onload=alert(4)>"
PIECES = (SCRIPT, IMAGE, ADDRESS, FORMULA, BIDI, BROKEN, EVIL)


def hostile_answer(long: int = 0) -> Answer:
    """Two reports, each field hostile; ``long`` adds that many code points in one line to each."""
    evil = EVIL + "x" * long
    text = f"{evil} сказав {evil}. Ще {evil} 12 контейнерів\n{evil}"
    cue = len(evil) + 1
    first, second = Span(0, cue + 7 + len(evil) + 1), Span(cue + 7 + len(evil) + 2, len(text))
    content = Span(cue + 7, cue + 7 + len(evil))
    found = Attribution(Span(0, len(evil)), Span(cue, cue + 6), (content,), "assert", "direct", evil, evil)
    denied = Attribution(None, Span(cue, cue + 6), (content, second), "deny", "indirect", evil, None)
    one = _analysis("aaaa", text, evil, (found,), (first, second))
    two = _analysis(f"b'\"<{'x' * 8}", text, evil, (denied,), (first, second))
    ids = (one.report.id, two.report.id)
    actor = f"per:<b>{IMAGE}"
    said = (
        Said(f"{ids[0]}:0", ids[0], 0, "uk", found, evil, actor, "2025-03-04", (evil, evil)),
        Said(f"{ids[1]}:0", ids[1], 0, "uk", denied, evil, None, evil, ()),
    )
    positions = (Position(actor, "assert", "2025-03-04", said[0].id), Position(actor, "deny", "2025-03-06", said[1].id))
    claim = Claim("c'\"<1", evil, (said[0].id, said[1].id), Origins(1, 2, (evil, evil), evil), positions, True)
    return Answer(
        analyses=(one, two),
        datings={
            ids[0]: Dating(ids[0], "2025-03-04", why=(evil,), conflicts=(evil,)),
            ids[1]: Dating(ids[1], "2025-03/2025-05", why=(evil,)),
        },
        entities=(Entity(actor, "PER", (("uk", evil), ("ru", FORMULA), ("en", BIDI)), ("key",)),),
        mentions=dict.fromkeys(ids, (actor,)),
        said=said,
        claims=(claim,),
        contradictions=(Contradiction(said[0].id, said[1].id, "contradiction", evil),),
        reuse=(Reuse(ids[1], first, ids[0], first, 0.9, evil),),
        novelty=tuple(
            Novelty(id_, span, label, earlier, evil)
            for id_, earlier in ((ids[0], None), (ids[1], ids[0]))
            for span, label in ((first, "repeated"), (second, "new"))
        ),
        stories=(Story("s'\"<1", evil, ids),),
        events=(Event("e'\"<1", evil, "2025-03-05", evil, (actor,), (said[0].id,), ids, ((ids[0], first),)),),
        judgements=(Judgement("entity", "key", evil, "different", evil, evil, "2025-03-04T00:00:00", 1),),
    )


def _analysis(
    id_: str, text: str, evil: str, attributions: tuple[Attribution, ...], spans: tuple[Span, ...]
) -> Analysis:
    report = Report(id_, f"/{evil}/x.txt", text, "uk", evil, f"{ADDRESS}//{evil}", FORMULA + evil, evil)
    sentences = tuple(Sentence(span, (Token(span.start, span.stop, span.of(text), "word"),)) for span in spans)
    return Analysis(
        report,
        regions=(Region(Span(len(text) - 5, len(text)), evil, evil),),
        sentences=sentences,
        mentions=(Mention(spans[0], "PER", evil, 1.0, evil),),
        times=(TimeExpression(spans[0], evil, False, evil),),
        published=Published(evil, evil),
        quantities=(Quantity(attributions[0].content[0], 12.0, None, evil, evil),),
        attributions=attributions,
        chains=(Chain((evil, evil + "2", evil), "report", spans[1], evil),),
    )
