"""The signs of a plan, of work under way and of a fact in one clause.

The words are in plan/lexicon.toml, [stance]; here is the grammar around them: 将 before a verb is a plan,
before a noun a preposition; 拟 is a plan, 草拟 is none.
"""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation, group
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import AnyCue, Cue, Screen

_HAN_DIGITS = "二三四五六七八九十百千万两"
_FIGURE = Pattern(
    rf"[\d{_HAN_DIGITS}](?:"  # one set of characters in front is found fastest
    r"(?<=\d)(?<![\d.,]\d)[\d,.]*\s?[余多]?\s?[万亿]?(?![年月日时届号期级.\d])[一-鿿%％℃]"
    rf"|(?<=[{_HAN_DIGITS}])[一二三四五六七八九十百千万零余多]+(?:件|名|人|场|期|项|条|份|起|个|家|户|元|篇|处|次|支|所)"
    r"|(?<=百)分之[一二三四五六七八九十])"
)
_PREPOSITION = Pattern(
    r"作为|纳入|列为|列入|摆在|摆上|放在|放到|融入|贯穿|落到|落实到|转化为|结合起来|相结合|统一|调整为|提高到|延伸到|写入|压缩|下放|移交|整合|分解"
    r"|推送|嵌入|植入"
)
_NO_DEED = (
    r"(?<!创(?=建成果))(?<![未没])(?<!没有)"
    r"(?!编制(?:\d+名|划转|核定|问题|数(?![据字])|内(?![部容])|外(?!部)|不足|紧(?!急)|等(?!级)|[和、与](?:人员|机构|经费)|[，。]))"
)
"""创建成果 tells of nothing 建成, 未编制 of nothing made, and 专项编制4名 of posts."""
_OBJECT = Pattern(r"^(?:对|针对|围绕|按照|根据|随着|聚焦|除)")
"""A clause that only says on what or after what something is done."""
_AIM_ADVERBS = "积极|大力|深入|扎实|全面|有序|着力|切实|全力|协同|有效|稳妥|统筹|认真|坚持|继续|高效|纵深"


class Signs:
    """Finds the signs in a clause; each finder returns the words that it found, "" where there are none.

    `cues` are those that may be found in the statement that the clause is of.
    """

    def __init__(self, lexicon: Lexicon, screen: Screen) -> None:
        words, listed, cue = partial(alternation, lexicon, "stance"), partial(lexicon.words, "stance"), screen.cue
        self._turn = cue(listed("turns"), before="^")
        self._concession = Pattern(words("concessions"))
        self._future = AnyCue(
            cue(listed("future")),
            cue(("将",), rf"(?<![已即行]将)(?:{words('future_after_jiang')})"),
            cue(("拟",), r"(?<![模虚草代比]拟)(?![定订任制稿合态就])(?![一-鿿]{0,4}\d+[件项个])(?![^，]{0,30}的)"),
            cue(("拟对",), r"(?!外)[^，]{1,40}?(?:开展|进行|实施|逐[件项一]|组织|予以)[^，的]{0,40}$"),
            cue(
                ("次年", "翌年"),
                r"(?:\d{1,2}|一|二|三|元|上半|春|年)?(?:月|旦|季度|年)?[^，]{0,6}?[前底内起初末]",
                before=r"(?:要求|于|自|从|到|在|定|计划|将|推)[^，]{0,6}",
            ),
            cue(
                ("次年", "翌年"),
                before=r"(?:要求|应于|应在|须于|须在|将于|将在|拟于|拟在|计划于|安排在|定于|定在|留待|放到|放在)[^，]{0,6}",
            ),
            cue(
                ("准备", "计划", "打算"),
                r"(?:对|组织|开展|选取|安排|举办|新建|再)(?![^，]{0,3}的)",
                before=r"^(?:[^，]{0,8}[局府委办厅])?",
            ),
            cue(("到“", '到"'), r"□+[”\"](?:末|期末|时期)"),
            cue(("着手", "开始", "提前"), r"(?:谋划|筹划|筹备|准备|酝酿)"),
            cue(
                ("余下", "其余", "剩余", "剩下"),
                r"[^，]{0,12}(?:底前|月前|年内|日前)[^，]{0,8}(?:划转|完成|到位|公布|移交|落实|接入|覆盖|办结|印发|出台)$",
            ),
            cue(("留到", "留至"), r"(?:下|第|明|来)"),
            cue(("还要",), r"(?:完成|抓|做|继续|再|推|组织|开展|出台|启动|深化|拓展|扩大|加快)"),
            cue(
                ("预计",),
                r".{0,14}(?:完成|投用|投入|建成|启用|上线|竣工|出台|印发|实现|交付|提请|通过|覆盖|开工|启动|\d月)",
            ),
            cue(
                ("待",),
                r".{1,20}(?:后|时)(?:[^，]{0,6}再|进行|方|将|即|予以|同步|统一|一并|逐步|全面|立即|及时|抓紧|尽快|正式|实施|组织|开展|施行|启动|推开|推行|印发|公布|，|$)",
            ),
        )
        self._progress = AnyCue(
            cue(listed("progress")),
            cue(("进入", "处于", "转入", "尚处", "步入"), r"[^，]{0,16}(?:阶段|环节|程序|期间?|之中)"),
            cue(("征求意见", "公示期"), r"(?![时期均不]|达|[^，]{0,6}\d+\s?[日天])"),
            cue(("尽快",), "", before=r"^(?:[一二三四五六]是)?"),
            cue(("着手",), "(?:修订|编制|制定|起草|修改|修编|组建|筹建)"),
            cue(("之中", "中"), "$", before=rf"(?:{words('progress_nouns')})"),
        )
        self._done = Pattern(rf"{_NO_DEED}(?:{words('done')})")
        self._act = Pattern(words("acts"))
        self._aims = Pattern(rf"(?:{_AIM_ADVERBS})*(?:{words('aims')})")

    def may_plan(self, cut: Clauses) -> bool:
        """Whether a clause may hold the words of a plan; `future` has the last word on each."""
        return self._future.search(cut.lines, cut.cues) is not None

    def turns(self, cut: Clauses) -> bool:
        """Whether a clause begins with 但 or the like."""
        return self._turn.search(cut.lines, cut.cues) is not None

    def turn(self, clause: str, cues: Set[Cue]) -> str:
        """但, 不过, 然而 at the head of a clause."""
        return group(self._turn.search(clause, cues))

    def concession(self, clause: str) -> str:
        """A clause that grants something before the main one: 虽然, 尽管, 面对."""
        return group(self._concession.match(clause))

    def future(self, clause: str, cues: Set[Cue]) -> str:
        """The words that make a clause a plan; 将X纳入Y is none."""
        found = self._future.search(clause, cues)
        if not found or (found.group().startswith("将") and _PREPOSITION.search(clause, found.end())):
            return ""
        return found.group()

    def progress(self, clause: str, cues: Set[Cue]) -> str:
        """The words that tell work under way."""
        return group(self._progress.search(clause, cues))

    def done(self, clause: str) -> str:
        """The words of a finished act, or a figure, unless that only says on what something is done."""
        return self.finished(clause) or ("" if _OBJECT.match(clause) else self.figure(clause))

    def finished(self, clause: str) -> str:
        """The words of a finished act."""
        return group(self._done.search(clause))

    def act(self, clause: str) -> str:
        """The words of an act that is told without saying what came of it."""
        return group(self._act.search(clause))

    def aims(self, clause: str) -> str:
        """A clause whose verb tells direction, not result: 推动, 确保."""
        return group(self._aims.match(clause))

    def figure(self, clause: str) -> str:
        """A number with a measure word; years, dates and sessions are none."""
        return group(_FIGURE.search(clause))
