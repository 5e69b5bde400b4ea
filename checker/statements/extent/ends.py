"""How a clause begins and ends that tells a result: with whom or what it tells of, and with what was done to it.

三项制度全部落实 and 全部公布裁量基准 end so; 三项制度全部落实攻坚战 and ……需要共同努力 do not: there the result is
only part of what the clause tells. These ends are few and other words many, so that the ends are listed;
so are the words before a subject (目前, 实现), since 网传, 祝愿 or 督办 may stand there as well.
"""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation

_AMOUNT = r"\d+(?:\.\d+)?(?:[部件项名个家人条次类册处所套台户份卷级%％]|余[部件项名个家])"
_NUMBERED = r"[（(]?[\d一二三四五六七八九十]{1,2}[)）.、]|[一二三四五六]是"
_TIME = r"(?:截至|自|于|早在|从)?(?:20\d\d年|\d{1,2}月|\d{1,2}日)(?:底|末|起|前|以来)?|经[^，,。；]{0,14}?[后，]"
_WHOM = (
    r"[\d一二两三四五六七八九十百]|[我全本各每所其该市县区州旗盟省乡镇街村局部机单执行法重应必需须复裁公音制规事案决人中基]|[“‘（(]"
    r"|(?![^，,。；]{0,2}[全我本各该])[一-鿿]{1,4}?[市县区州旗盟乡镇省厅局委](?![级直本镇（(])"
    r"|[一-鿿]{1,10}的(?=[\d全各市县区州旗省乡镇])"
)
"""The first characters of bodies, levels, matters and places of the field."""
_NAMED = r"三项制度|裁量权?(?:基准|标准|细则|规则)(?:制度)?|复议(?:体制改革|职[责权能])"
_SERVES = (
    r"工作(?:专班|群|组|领导|简报|手册|站|室|证|会|日志)|经(?:验|费|办|纪)|对(?:口|象|照|手)|应[知急]|自[查学评测]|以案|共[享建]"
    r"|成果(?:展|册|集|汇)|审核[员人]|本子|按语|街景|省察"
)
"""Things that serve an obligation and begin like a word that goes on about it."""
_LONGEST = 12
"""No end is longer."""
_CLOSED = r"[”’》）)\]】、]*$"


class Ends:
    """Tells clauses that end as results do; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        openers = alternation(lexicon, "extent", "openers_of_results")
        self._opener = Pattern(rf"{_NUMBERED}|{_TIME}|{openers}")
        self._subject = Pattern(rf"{_WHOM}|{alternation(lexicon, 'extent', 'topics')}")
        behind = alternation(lexicon, "extent", "behind_names")
        self._name = Pattern(_NAMED)
        self._behind = Pattern(rf"[”’》）)\]】]*(?:的?(?!{_SERVES})(?:[、\d]|{behind})|$)")
        self._result, self._title = (
            Pattern(rf"(?:{alternation(lexicon, 'extent', name)}|{_AMOUNT}|[一二两三四五六七八九十]?年){_CLOSED}")
            for name in ("ends_of_results", "ends_of_titles")
        )

    def begins(self, text: str, start: int, end: int) -> bool:
        """Whether what stands before a word of wholeness, text[start:end], begins with whom or what it tells of."""
        # step by step: a repeated pattern would try all ways to cut a run of such words
        while start < end and self._subject.match(text, start) is None:
            opener = self._opener.match(text, start, end)
            if opener is None:
                return False
            start = opener.end()
        return True

    def of_the_name(self, text: str, start: int, end: int) -> bool:
        """Whether what stands behind the last name of an obligation in text[start:end] goes on about it.

        三项制度在市县两级, 三项制度均已落实 do; 三项制度联络员 and 复议体制改革标识牌 are other things.
        """
        names = list(self._name.finditer(text, start, end))
        return not names or self._behind.match(text, names[-1].end(), end) is not None

    def as_result(self, text: str, end: int, stop: int) -> bool:
        """Whether the part of a clause text[end:stop] behind a word of wholeness ends as a result does."""
        return end >= stop or self._result.search(text, max(end, stop - _LONGEST), stop) is not None

    def as_title(self, text: str, end: int, stop: int) -> bool:
        """The same behind the words that say that a title was received."""
        stop = _before_note(text, end, stop)
        return end >= stop or self._title.search(text, max(end, stop - _LONGEST), stop) is not None


def _before_note(text: str, end: int, stop: int) -> int:
    """Where a clause ends without a note in brackets (示范县（经初评、评估等环节）)."""
    note = text.rfind("（", end, stop) if text.endswith("）", end, stop) else -1
    return note if note >= 0 else stop
