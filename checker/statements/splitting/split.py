"""A document -> its statements: sentences with their run-in headings, their place and their part.

A statement is a sentence (to 。！？, or to a ； that closes an independent item). A run-in heading
(一是……。 1.……。 or a short first sentence) is joined to the sentence that it heads; a sentence that lists
several gaps is split between them, and one that passes to 下一步 is split there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from checker.lexicon import Lexicon
from checker.model import Document, Paragraph, Part, Sentence
from checker.patterns import Pattern
from checker.statements.enumerators import CHAPTER, ITEM, SECTION, enumerator
from checker.statements.splitting.blocks import GLOSSARY, Block, blocks
from checker.statements.splitting.gaps import GapSplitter
from checker.statements.splitting.identity import report_year
from checker.statements.splitting.outline import Cues
from checker.statements.splitting.place import Place, after, next_place

_PROTECTED = Pattern(
    r"“[^“”]{0,150}”|‘[^‘’]{0,80}’|《[^《》]{0,120}》|（[^（）]{0,150}）|\([^()]{0,150}\)|「[^「」]{0,150}」"
)
_STRAIGHT = Pattern(r'"[^"]{0,80}"')
_END = Pattern(r"[。！？!?；;](?:(?<=[；;])|[。！？!?]*[”’」）)]?)")
"""A ； stands alone; other ends may be several and close a quote. One set of signs in front is found faster."""
_LAYOUT = Pattern(r"(?<![A-Za-z])[\s　]+|[\s　]+(?![A-Za-z])|[*#﻿]+")
_DIRTY = Pattern(r"[\s*#|\ufeff]")
_CELL = " | "
"""What stands between the cells of a table row in the text of a document."""
_HAN = Pattern(r"[一-鿿]")
_FIGURE = Pattern(
    r"\d|《|[过成完现到有]了|[一二两三四五六七八九十百千万]+[余多]?(?:件(?!事)|名|人|次|场|期|条|份|起|家|支|所|处|户|宗|卷|[项个部][。，；])|百分之|[一二三四五六七八九]成"
)
_TELLS = Pattern(
    r"^(?:部分|个别|有的|有些|一些|少数|不少)|已|尚|仍|还|未|但|全年|今年|年内|一年来|全[省市州盟县区旗镇乡]|我[省市州盟县区旗镇乡们]|[省市州盟县区旗]政府|[省市州盟县区旗]委|均|同比|较上年|据|目前|其中"
)
"""A short first sentence with one of these has a subject or a time of its own and heads nothing."""
_SETS_TIME = Pattern(r"(?:今后|下一?步|下一阶段|接下来|明年|来年|新的一年|过去[一五]年)[^，。]{0,4}[，,]")
"""下一步，抓紧印发方案。 is a plan, and heads nothing."""
_TURNS = Pattern(
    r"今后|下一?步|下一阶段|接下来|明年|来年|但|不过|然而|短板|不足|同时|此外|力争|后续|其中|目前|遗憾|美中不足"
)
"""What begins so goes on from the sentence before, and is not headed by it."""
_LONGEST_HEAD = 36
_LONGEST_OPENER = 30
_SHORTEST_ITEM = 9
_SHORTEST_TAIL, _TAIL_OF = 16, 5
"""A last item shorter than this, after one so many times longer, is a remark on it and no item of its own."""
_LONGEST_WORD = 9
"""A sentence of so few characters among long ones is a run-in heading, wherever it stands (刚性督察。)."""
_ORDINAL = Pattern(r"其[一二三四五六七八九十]+[，,是]|[—-]{1,2}")
_GREETINGS = Pattern(r"各位(?:代表|委员|领导|同志)[！!：:，,]?$")
_OPENING_PARAGRAPHS = 2


class _Span(NamedTuple):
    """A sentence in its paragraph: offsets, and the offset where its run-in heading ends (start: none)."""

    start: int
    end: int
    head_end: int
    continues: bool = False


def split(document: Document, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The statements of a document in reading order; headings and what is no report are left out."""
    return Splitter(lexicon).split(document)


class Splitter:
    """Cuts documents into statements; patterns are compiled once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._gaps = GapSplitter(lexicon)
        self._cues: dict[int | None, Cues] = {}

    def split(self, document: Document) -> tuple[Sentence, ...]:
        """The statements of a document in reading order."""
        cues = self._cues_of(report_year(document))
        report = blocks(document.paragraphs, cues)
        place = Place(recurring=_recurs(report, cues), top=_outermost(report))
        found, bodies = list[Sentence](), 0
        for block in report:
            if GLOSSARY.match(block.paragraph.text.strip()):
                break
            if block.heading:
                place = place.under(block.heading, cues)
            if block.start >= len(block.paragraph.text):
                place = _led(place, block, cues)
                continue
            bodies += 1
            if bodies > _OPENING_PARAGRAPHS and place.base is Part.OPENING:
                place = place._replace(base=Part.RESULTS, part=Part.RESULTS)
            place = self._paragraph(block.paragraph, block.start, place, cues, found)
        return tuple(found)

    def _cues_of(self, year: int | None) -> Cues:
        """The cues of the reports of a year; kept, because compiling them costs more than a report."""
        if year not in self._cues:
            self._cues[year] = Cues(self._lexicon, year)
        return self._cues[year]

    def _paragraph(self, paragraph: Paragraph, start: int, place: Place, cues: Cues, found: list[Sentence]) -> Place:
        """Add the statements of one paragraph; returns the place after it."""
        text = paragraph.text
        fresh = not text[:start].strip(" \t　*#")
        starts = [offset for offset, _ in paragraph.lines]
        tidy = _tidier(text)
        for span in join_heads(text, sentence_spans(text, start), tidy):
            whole = tidy(text[span.start : span.end])
            if not _HAN.search(whole) or _GREETINGS.match(whole):
                continue
            place = next_place(place, whole, enumerator(whole), fresh, cues)
            for piece, moved in self._pieces(text, span, place, cues):
                found.append(
                    Sentence(
                        quote=tidy(text[piece.start : piece.end]),
                        head=tidy(text[piece.start : piece.head_end]),
                        chapter=moved.chapter,
                        headings=moved.titles,
                        part=moved.part,
                        ordinal=len(found) + 1,
                        line=paragraph.lines[max(0, bisect_right(starts, piece.start) - 1)][1],
                        page=paragraph.page,
                        opens_paragraph=fresh,
                        continues=piece.continues,
                    )
                )
                place, fresh = moved, False
            place = after(place, whole, cues)
        return place

    def _pieces(self, text: str, span: _Span, place: Place, cues: Cues) -> list[tuple[_Span, Place]]:
        """A sentence cut where it passes to the plan, and between the gaps that it lists."""
        body_start = max(span.start, span.head_end)
        cuts = self._gaps.cuts(text[body_start : span.end], place.part)
        if not cuts:
            return [(span, place)]
        pieces, begin = list[tuple[_Span, Place]](), span.start
        for cut in [*cuts, span.end - body_start]:
            end = body_start + cut
            piece = _Span(begin, end, span.head_end if begin == span.start else begin, begin > span.start)
            if piece.continues:
                place = next_place(place, clean(text[begin:end]), None, False, cues)
            pieces.append((piece, place))
            begin = end
        return pieces


def _led(place: Place, block: Block, cues: Cues) -> Place:
    """The place after a paragraph that only leads in a list: 今后要抓好以下几点：."""
    text = block.paragraph.text.strip()
    if not block.stray or not text.endswith(("：", ":")):
        return place
    return next_place(place, clean(text), enumerator(text), True, cues)


def _outermost(report: list[Block]) -> int:
    """The rank of the outermost numbered headings; CHAPTER where there are none."""
    return min((block.heading.rank for block in report if block.heading and block.heading.number), default=CHAPTER)


def _recurs(report: list[Block], cues: Cues) -> bool:
    """Whether several chapters that name no part have a plan of their own, so that none opens the last part."""
    chapters, chapter, counts = set[int](), 0, True
    for index, block in enumerate(report):
        heading = block.heading
        if heading and heading.rank <= CHAPTER and heading.number:
            chapter, counts = index, cues.of_chapter(heading.title) is None
        inner = heading is not None and (heading.rank > CHAPTER or not heading.number)
        ahead = inner and heading is not None and cues.of_section(heading.title) is Part.PLAN
        if counts and (ahead or cues.plans_ahead(block.paragraph.text[block.start :])):
            chapters.add(chapter)
    return len(chapters) > 1


def _tidier(paragraph: str) -> Callable[[str], str]:
    """`clean` for the parts of a paragraph; where the whole needs no cleaning, none of them does."""
    return clean if _DIRTY.search(paragraph) else str


def clean(text: str) -> str:
    """The text without layout: white space (but between Latin words) and the marks * and #.

    The cells of a table row stay apart by one ideographic space, so that their numbers do not run together.
    """
    if not _DIRTY.search(text):
        return text
    return "　".join(_LAYOUT.sub("", cell).strip() for cell in text.split(_CELL))


def sentence_spans(text: str, start: int = 0) -> list[tuple[int, int]]:
    """The sentences of a paragraph from an offset on; quotes, brackets and titles are not cut."""
    shut = _protected(text)
    begin, spans, inside = start, list[tuple[int, int]](), 0
    for found in _END.finditer(text, start):
        while inside < len(shut) and shut[inside][1] <= found.start():
            inside += 1
        if inside < len(shut) and shut[inside][0] < found.start():
            continue
        end = found.end()
        if found.group() in "；;" and not _closes_item(text, begin, end):
            continue
        spans.append((begin, end))
        begin = end
    if text[begin:].strip():
        spans.append((begin, len(text)))
    return spans


def _protected(text: str) -> list[tuple[int, int]]:
    """Where quotes, brackets and titles stand that are closed again soon, in order."""
    spans = [found.span() for found in _PROTECTED.finditer(text)]
    if '"' in text and text.count('"') % 2 == 0:
        spans += [found.span() for found in _STRAIGHT.finditer(text)]
        spans.sort()
    return spans


def _closes_item(text: str, begin: int, end: int) -> bool:
    """Whether a ； closes an item that is whole by itself; a scrap after it belongs to what went before."""
    following = _END.search(text, end)
    rest = text[end : following.start() if following else len(text)].lstrip()
    if enumerator(rest):
        return True
    if rest.startswith("其中"):
        return False
    tail = following is None or following.group() not in "；;"
    if tail and len(rest) < _SHORTEST_TAIL and end - begin > _TAIL_OF * len(rest):
        return False
    return end - begin >= _SHORTEST_ITEM and len(rest) >= _SHORTEST_ITEM


def join_heads(text: str, spans: list[tuple[int, int]], tidy: Callable[[str], str]) -> list[_Span]:
    """Join a run-in heading to the sentence that it heads."""
    joined, index = list[_Span](), 0
    while index < len(spans):
        begin, end = spans[index]
        sentence, after_it = tidy(text[begin:end]), spans[index + 1 : index + 2]
        short = len(sentence) <= _LONGEST_HEAD
        if short and after_it and _is_head(sentence, tidy(text[slice(*after_it[0])]), first=index == 0):
            joined.append(_Span(begin, after_it[0][1], end))
            index += 2
        else:
            joined.append(_Span(begin, end, begin))
            index += 1
    return joined


def _is_head(sentence: str, rest: str, first: bool) -> bool:
    if not sentence.endswith(("。", "！")) or len(rest) < 4 or _GREETINGS.match(sentence):
        return False
    mark = enumerator(sentence)
    numbered = mark is not None and mark.rank > SECTION
    longest = _LONGEST_OPENER if first else _LONGEST_WORD
    if not numbered and len(sentence) > longest and not _ORDINAL.match(sentence):
        return False
    inner = enumerator(rest)
    first_inside = mark and inner and inner.number == 1 and SECTION < mark.rank < inner.rank < ITEM
    if inner and not first_inside:
        return False
    if mark and numbered:
        return not _FIGURE.search(sentence, mark.end)
    return not (_FIGURE.search(sentence) or _TELLS.search(sentence) or _TURNS.match(rest) or _SETS_TIME.match(sentence))
