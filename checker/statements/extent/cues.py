"""A sentence -> its parts, each with what its words say about extent: all, some, counted, or only aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.lexicon import Lexicon
from checker.model import Figure
from checker.statements.extent import limits

_PART = re.compile(r"[^，,；;。！？!?：:]+")
_TITLE = re.compile(r"《[^《》]{1,200}》")
_RESULT = "完成|建成|成立|挂牌|公布|印发|出台|设立|组建"
# Each alternative begins with a plain character, so that the search skips what cannot match.
_EVERY = re.compile(
    r"全部(?<!占全部)(?!线索|收入|人口)"
    r"|均(?<![平人户]均)(?=[已由按经在能有聘设实执挂完建制公出成配编落开达纳向列明组印为通推做严统依])"
    r"|都(?<![首成古宜]都)(?=[已有建完按实设能落公配做])"
    rf"|所有(?=[^，,]{{1,12}}(?:{_RESULT}|建立|落实|实现|执行|配备))"
    rf"|每(?:个|一个)(?=[^，,]{{1,12}}(?:{_RESULT}|建立|落实|实现|执行|配备))"
    r"|应([一-鿿]{1,3})[尽必]\1"
    r"|一[家个件户人单项案处条名支]也?不[落漏少缺]"
    r"|全面建立(?!健全)"
    rf"|各(?![级地类项种方])[^，,]{{1,14}}?(?:已经|已?(?:{_RESULT}))"
)
_DONE = re.compile(rf"{_RESULT}|建立|制定|实行|执行|落实|实现|配备|达到|做到|统一|套用|沿用|照用|采用")
_OF_SOMETHING = re.compile(
    r"(?:的|式)?(?:目标|要求|检查|督察|督查|监督|培训|轮训|排查|评查|抽查|宣讲|宣传|调研|走访|监测|巡查)"
    r"|[^，,。；]{0,6}方案"
    r"|[^，,。；]{0,24}?(?:前期|准备工作|摸底|动员|调研|论证|梳理|征求意见|部署(?!到位|应用|使用))"
    r"|[^，,。；]{0,10}?(?:启动|着手|起草|谋划|筹备|酝酿)"
    r"|[^，,。；]{0,3}?(?:推进|铺开|部署(?!到位|应用|使用))|[^，,。；]{0,16}?(?:在推进|推进中|推进之中|展开|进入)"
)
_CHECKED = re.compile(r"(?:检查|督察|督查|考核|培训|评查|抽查|监督|调研)(?:工作)?(?:实现|达到|做到)?$")
_PREPARED = re.compile(
    r"(?:前期(?:准备)?|准备|摸底|动员|论证|调研|部署|起草|梳理|征求意见)(?:等)?(?:工作|任务)?(?:已|也|均|全面|全部)*(?:完成)?$"
)
_EXISTING = re.compile(r"(?:(?:已(?:经)?(?:制定|出台|编制|修订|公布)|现行)的|现有)[^，,。；]{0,8}裁量")
_MADE_BEFORE = re.compile(r"裁量[^，,。；]{0,10}(?:备案|报备|审核|审查)(?:工作)?(?:已|实现|达到)*$")
_MADE_AFTER = re.compile(r"(?:已|按规定|依法|完成|通过|经){0,3}(?:报?备案|报送|报备|合法性审[核查]|审[核查])")
_PAPER = re.compile(r"[^，,。；]{0,4}(?:制定|印发|出台|下发|转发|编制)[^，,。；]{0,24}(?:方案|计划|通知|意见|要点)")
_EXCEPT = re.compile(r"除(?!此|了|国家|法律|另有|垂直|实行|海关|税务|金融)[^，,。；]{1,12}?外")
_NOT_YET = re.compile(r"(?:未|没有|没能|还不|尚不|难以|不能)[^，,。]{0,6}$")
_OF_THESE = re.compile(r"[^，,。；]{0,12}(?:中|当中|里)[，,]?(?:已经|已|仅|只|还|其中)?有?$")
_RATE_NOUN = (
    r"(?:覆盖|完成|公布|公开|公示|建成|落实|执行|配备|设立|组建|达标|适用|实施|推行|记录|归档|审核|审查|报备|备案|制定|编制|挂牌|建立)"
    r"(?:率|比例|比重|面|比)|制度[”\"]?(?:落实|执行)?比例"
)
_RATE = re.compile(rf"(?:{_RATE_NOUN})[^，,]{{0,12}}$")
_RATE_BEFORE = re.compile(r"(?:落实|公布|公示|公开|覆盖|完成|建立|执行|达标)")
_RATE_OF_MADE = re.compile(r"(?:备案|报备|公开|公示|审核|审查|报送)(?:率|比例|面)")
"""备案率100%: the rate of the standards that exist, which says nothing of who has made one."""
_OF_SYSTEMS = re.compile(r"三项制度|法制审核|执法公示|记录")
_GIVEN_AIM = re.compile(r"(?:认真|严格|全面|坚决)?(?:按照|根据|对照|落实|贯彻|围绕|依据)")
_COUNT_UNITS = frozenset(("个", "家", "所"))
_CASE_UNITS = frozenset(("件", "条", "项", "宗", "起", "卷", "份", "人", "名", "人次", "户", "次", "例", "场"))
_OPENS_WITH_ALL = re.compile(r"(?:并|且)?(?:全部|均|都)")
_LOOK = 24
_NEXT = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence between commas; each cue holds the words that say so, "" where none do.

    `all` and `some` are facts about extent; `counted` is a number of bodies without their total, or of fewer than
    were due; `done` says that something was finished or put in force; `won` is a title received; `settled` says
    that what a single body has to do is in place (复议局挂牌, the own 裁量基准 published). `topical`: it speaks of
    one of the named obligations; `foreign`: of something beside them, or of the cases just counted; not `heard`:
    left out, because the sentence has parts that are to the point.
    """

    start: int
    end: int
    all: str = ""
    some: str = ""
    counted: str = ""
    done: bool = False
    won: str = ""
    settled: str = ""
    topical: bool = False
    foreign: bool = False
    heard: bool = True


class CueReader:
    """Reads the parts of a sentence; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> re.Pattern[str]:
            return _any_of(lexicon.words("extent", name))

        self._all, self._some, self._nearly = words("all"), words("some"), words("nearly")
        self._reconsidering, self._deadlines = words("reconsidering"), words("deadlines")
        self._aims, self._lasting = words("aims"), words("lasting_aims")
        self._topics, self._foreign = words("topics"), words("foreign")
        self._won, self._single = words("titles_won"), words("single_items")
        self._bodies = re.compile(rf"[^，,。；、\d]{{0,10}}?(?:{words('bodies').pattern})")
        reforms = lexicon.words("extent", "reforms")
        finished = "|".join(rf"{re.escape(word)}[^，,。；]{{0,10}}(?:完成|收官|成果)" for word in reforms)
        bodies_of, settled = words("reconsideration_bodies").pattern, words("reconsideration_settled").pattern
        self._settled = re.compile(
            rf"(?:{bodies_of})[^，,。；]{{0,12}}?(?:{settled})|(?:{settled})[^，,。；]{{0,14}}?(?:{bodies_of})"
            rf"|裁量[^，,。；]{{0,24}}?(?:{words('own_settled').pattern})|(?:{words('own_settled').pattern})[^，,。；]{{0,24}}?裁量"
        )
        self._reform = re.compile(
            rf"{finished or '(?!)'}|完成(?<!未完成)[^，,。；]{{0,14}}(?:{words('reforms').pattern})"
        )

    def read(self, text: str, figures: Sequence[Figure], head: int) -> list[Part]:
        """The parts of a sentence in order; its first `head` characters are a heading, which states no extent.

        A sentence without any cue comes back as one part.
        """
        if "《" in text:
            text = _TITLE.sub(lambda title: "书" * len(title.group()), text)
        wholes = _present(text, (self._all, _EVERY, *self._of_reform(text)))
        partial = _present(text, (self._some, self._nearly, _EXCEPT))
        about = self._topics.search(text) is not None
        cues = wholes or partial or self._won.search(text) or (about and self._settled.search(text))
        if not (cues or any(map(_tells, figures)) or limits.has_limit(text, figures)):
            return [Part(0, len(text))]
        made = "裁量" in text and not _OF_SYSTEMS.search(text)
        drawn, away = limits.sample(text), limits.elsewhere(text)
        parts: list[Part] = []
        aimed = False
        last: Figure | None = None
        for (start, end), inside in _with_figures(text, figures):
            aimed = self._aims_on(text, start, end) or (aimed and _goes_on(text, start, end))
            topical = self._topics.search(text, start, end) is not None
            if start < head:
                parts.append(Part(start, end, topical=topical))
                continue
            limit, there = self._limit(text, start, end), away[0] <= start < away[1]
            place = _Place(text, start, end, limit, aimed, about, there, made)
            whole, denied = self._whole(place, wholes, inside)
            held = drawn.group() if whole and drawn and drawn.start() < end else ""
            parts.append(
                Part(
                    start,
                    end,
                    all=whole,
                    some=denied or held or self._partly(place, partial, inside, last),
                    counted=self._counted(text, inside) or limits.short_of(text, inside, last),
                    done=not aimed and place.limit == end and _DONE.search(text, start, end) is not None,
                    won=self._title(place),
                    settled=self._settled_in(place),
                    topical=topical,
                    foreign=self._foreign.search(text, start, end) is not None or _of_cases(text, start, last),
                )
            )
            last = inside[-1] if inside else last
        return parts

    def _of_reform(self, text: str) -> tuple[re.Pattern[str], ...]:
        """统一由…, 改革任务完成: of reconsideration where it is said, or where no obligation is named at all."""
        if "复议" in text or self._topics.search(text) is None:
            return (self._reconsidering, self._reform)
        return ()

    def _aims_on(self, text: str, start: int, end: int) -> bool:
        """Whether an aim begins here that governs the parts behind it too (确保…，…，…全覆盖)."""
        return self._lasting.search(text, start, end) is not None and not _GIVEN_AIM.match(text, start, end)

    def _limit(self, text: str, start: int, end: int) -> int:
        """Where an aim or a date not yet reached begins in a part: what stands behind is no fact."""
        aim = self._aims.search(text, start, end)
        if aim is None and "已" not in text[start:end]:
            aim = self._deadlines.search(text, start, end)
        return aim.start() if aim else end

    def _whole(self, place: _Place, patterns: Sequence[re.Pattern[str]], figures: Sequence[Figure]) -> tuple[str, str]:
        """The first words that say 'all' as a fact, and those that deny it."""
        text, start = place.text, place.start
        if place.aimed or place.is_ground or place.away:
            return "", ""
        for pattern in patterns:
            for found in pattern.finditer(text, start, place.end):
                if _NOT_YET.search(text, max(start, found.start() - _LOOK), found.start()):
                    return "", found.group()
                if found.start() < place.limit and not _is_beside(place, found):
                    return found.group(), ""
        made = place.made and (_RATE_OF_MADE.search(text, start, place.end) or _EXISTING.search(text, start, place.end))
        for figure in figures:
            if figure.start < place.limit and _is_rate(text, start, figure) and figure.value >= 100 and not made:
                return figure.text, ""
        return next((part.text for whole, part in _of_these(text, figures) if whole.value == part.value), ""), ""

    def _partly(
        self, place: _Place, patterns: Sequence[re.Pattern[str]], figures: Sequence[Figure], last: Figure | None
    ) -> str:
        """The words that limit a result to some: pilots, first batches, 等13个部门, M of N, 96%."""
        text, start = place.text, place.start
        if place.is_ground:
            return ""
        for pattern in patterns:
            if found := pattern.search(text, start, place.end):
                return found.group()
        for figure in figures:
            if _is_rate(text, start, figure) and figure.value < 100:
                return figure.text
            if text[figure.start - 1 : figure.start] == "等" and self._is_of_bodies(text, figure):
                return f"等{figure.text}"
        few = next((part.text for whole, part in _of_these(text, figures) if whole.value > part.value), "")
        return few or limits.limit(text, start, place.end, figures, last)

    def _counted(self, text: str, figures: Sequence[Figure]) -> str:
        return next((figure.text for figure in figures if self._is_of_bodies(text, figure)), "")

    def _is_of_bodies(self, text: str, figure: Figure) -> bool:
        return figure.unit in _COUNT_UNITS and self._bodies.match(text, figure.end) is not None

    def _settled_in(self, place: _Place) -> str:
        found = place.about and self._settled.search(place.text, place.start, place.limit)
        if not found or place.aimed or place.away or _OF_SOMETHING.match(place.text, found.end()):
            return ""
        return "" if _NOT_YET.search(place.text, place.start, found.end() - 2) else found.group()

    def _title(self, place: _Place) -> str:
        """The words that say that a title was received, where it is the government's and not a single item's."""
        won = self._won.search(place.text, place.start, place.limit)
        if won is None or place.aimed or place.is_ground or place.away:
            return ""
        denied = _NOT_YET.search(place.text, place.start, won.start())
        return "" if denied or self._single.search(place.text, place.start, place.end) else won.group()


@dataclass(frozen=True, slots=True)
class _Place:
    """A part of `text` while it is read; facts end at `limit`, there are none where it is `aimed`.

    `about` says that the sentence speaks of a named obligation, `away` that the part tells of another place,
    `made` that the sentence is about standards alone, so that 公开率 is the rate of those that exist.
    """

    text: str
    start: int
    end: int
    limit: int
    aimed: bool
    about: bool
    away: bool
    made: bool

    @property
    def is_ground(self) -> bool:
        """在……基础上: what was there before."""
        return self.text.endswith("基础上", self.start, self.end)


def _is_beside(place: _Place, found: re.Match[str]) -> bool:
    """Whether 'all' is said of something beside the matter: a check, a preparation, a paper on it."""
    if _OF_SOMETHING.match(place.text, found.end()):
        return True
    before = max(place.start, found.start() - _LOOK)
    if any(_PREPARED.search(place.text, before, end) for end in (found.start(), found.end())):
        return True
    if place.made and (
        _EXISTING.search(place.text, place.start, place.end)
        or _MADE_BEFORE.search(place.text, place.start, found.start())
        or _MADE_AFTER.match(place.text, found.end())
    ):
        return True
    if not place.about:
        return False
    checked = _CHECKED.search(place.text, before, found.start())
    return checked is not None or _PAPER.match(place.text, found.end(), place.end) is not None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a part still belongs to the aim before it."""
    return text[start - 1] not in "；;。" and "已" not in text[start:end]


def _tells(figure: Figure) -> bool:
    return figure.unit == "%" or figure.unit in _COUNT_UNITS


def _present(text: str, patterns: Sequence[re.Pattern[str]]) -> list[re.Pattern[str]]:
    return [pattern for pattern in patterns if pattern.search(text)]


def _of_these(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of a number of bodies and of those among them (98个乡镇中有31个)."""
    for whole, part in pairwise(figure for figure in figures if figure.unit in _COUNT_UNITS):
        if _OF_THESE.fullmatch(text, whole.end, part.start):
            yield whole, part


def _with_figures(text: str, figures: Sequence[Figure]) -> Iterator[tuple[tuple[int, int], list[Figure]]]:
    """The spans of the parts with the figures that stand in each; figures come in order."""
    ahead = iter(figures)
    figure = next(ahead, None)
    for part in _PART.finditer(text):
        inside = []
        while figure is not None and figure.start < part.end():
            if figure.start >= part.start():
                inside.append(figure)
            figure = next(ahead, None)
        yield part.span(), inside


def _is_rate(text: str, start: int, figure: Figure) -> bool:
    """Whether a percentage says how far something reached (覆盖率96%), as this year's value."""
    if figure.unit != "%" or figure.role in ("previous", "change", "target"):
        return False
    before = _RATE.search(text, max(start, figure.start - _LOOK), figure.start)
    return before is not None or _RATE_BEFORE.match(text, figure.end) is not None


def _of_cases(text: str, start: int, last: Figure | None) -> bool:
    """Whether 全部 at the beginning of a part means the cases just counted (审核86件，全部按期完成)."""
    if last is None or last.unit not in _CASE_UNITS or start - last.end > _NEXT:
        return False
    return _OPENS_WITH_ALL.match(text, start) is not None


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or r"(?!)")
