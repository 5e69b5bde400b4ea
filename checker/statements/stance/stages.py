"""Work that waits for others or is still being done, whatever was done before it in the sentence.

选址已定，尚待装修 is no finished hall, 请示尚无回音 no refusal, 正在修订，已完成两个专项预案 no finished plan. What
was decided, sent in or begun stands first in such sentences, and the deciding clause need not stand last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from checker.lexicon import Lexicon
from checker.patterns import Pattern
from checker.statements.patterns import alternation
from checker.statements.stance.clauses import Clauses

_APPROVES = "审批|审议|审定|核准|批准|研究|审核|定夺|批复|待批|决定|审查|研究决定|会签|核定"
_HANDS_IN = "提交|报送|上报|呈报|递交|呈送|报"
_SETTLED = Pattern(
    r"同意|通过|批准(?!$)|印发|获批|投入使用|已启用|已投用|揭晓|已批复|已获|正式命名|予以批准|并公布|并实施"
)
"""What follows the request and settles it."""
_ASKED = Pattern(
    r"请示|申请|申报|递交|报送|上报|提交|呈报|呈送|报请|推荐|参评|评审|初审|评估|参选|验收|报批|函请|去函|争创|创建"
)
_WHOLE = Pattern(r"(?:全部|均|都已|全面|如期)(?!报送|提交|上报)")
_PAPERS = Pattern(
    r"(?:任务书|时间表|路线图|施工图|目标任务|职责分工|任务分工)[^，\n]{0,4}?(?:签订|分解|明确|印发|下达|下发|收齐)"
    r"|(?:列入|提上|摆上)[^，\n]{0,14}(?:日程|议程)"
)
"""The papers of a work that is still to be done."""
_WAITING = Pattern(
    r"(?:等待|等候|静待|静候|坐等|听候)[^，\n]{0,16}"
    r"(?:公示|公布|结果|批复|批准|审批|命名|下达|验收|评审|审定|通知|答复|揭晓|意见|审核|审议|核查|考察|评估)"
    r"|待[^，\n]{0,8}(?:审定|审议|批准|批复|通过|审核)(?:通过)?(?:之?后)[^，\n]{0,10}(?:发布|公布|印发|施行|实施|出台|上线|公开)$"
    r"|[正还仍尚]在?等[^，\n待候]{0,12}(?:结果|批复|公布|公示|答复|通知|审批|验收)"
    r"|等(?:省|市|县|国家|上级|上面|中央|条件|资金|编制|系统|平台|人员)[^，\n]{1,18}后再",
    re.MULTILINE,
)
_SENT_UP = Pattern(
    rf"[已现刚][经于]?[^，\n全均都]{{0,8}}?(?:报|呈|提请|提交|递交|送)[^，\n\d]{{1,18}}(?:{_APPROVES})$", re.MULTILINE
)
_DRAFT_SENT_UP = Pattern(
    r"(?:初稿|草案|草稿|送审稿|讨论稿|征求意见稿)[^\n]{0,40}\n，\n"
    rf"(?:现|并|正|拟)?(?:报|呈|提请|提交)[^，\n\d]{{1,14}}(?:{_APPROVES})$",
    re.MULTILINE,
)
_NO_RESULT = Pattern(
    r"(?:结果|命名|名单|批复|结论)[^，\n]{0,2}(?:尚|还|仍|暂)?(?:未|没有?)"
    r"(?:下达|公布|揭晓|出炉|宣布|下发|反馈|知|出来|发布|最终确定)$",
    re.MULTILINE,
)

_CONSULTED = Pattern(r"^[^，。]{0,8}(?:起草|草拟|拟订)[^。，]{2,60}，[^。，]{0,12}征求[^，。]{0,14}意见(?:建议)?。?$")
"""起草管理办法，两次征求各部门意见, and no more of it."""


class Stages:
    """Finds the clause that says what is still waited for or worked on."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = partial(alternation, lexicon, "stance")
        self._awaited = Pattern(
            rf"待(?<![接对期优招看款虐善担交有亟急]待)[^，\n]{{0,14}}?(?:{words('awaited_acts')})$", re.MULTILINE
        )
        self._draft = Pattern(
            rf"(?:{words('drafts')})[^，\n全均都]{{0,6}}已[^，\n全均都]{{0,6}}?(?:{_HANDS_IN})"
            r"(?![^，\n]{0,16}(?:印发|备案|公布|同意|通过|批准|实施|发布))[^，\n\d]{0,14}$",
            re.MULTILINE,
        )
        self._no_answer = Pattern(
            r"(?:[尚暂还仍]|目前|至今|迄今)(?:没有|[无没未])(?:收到|见|获|得到|接到|有|等到)?"
            rf"[^，\n]{{0,6}}?(?:{words('answers')})$",
            re.MULTILINE,
        )
        self._working = Pattern(
            rf"(?:正在|还在|尚在|仍在|正)[^，\n]{{0,10}}?(?:{words('revisions')})(?:完善)?(?:之中|当中|中|阶段|过程中|工作)?$"
            rf"|(?:{words('revisions')})(?:工作)?已?(?:全面|正式)?(?:启动|展开|铺开)$",
            re.MULTILINE,
        )

    def waits(self, cut: Clauses) -> str:
        """The words that tell what is waited for; "" where it came, or where there is none."""
        found = self._unanswered(cut) or self._awaits(cut)
        return "" if not found or _SETTLED.search(cut.lines, found.end()) else found.group()

    def works(self, cut: Clauses) -> str:
        """The words of work that goes on while some of it is done; a whole that is done ends it."""
        if "征求" in cut.text and (consulted := _CONSULTED.match(cut.text)):
            return consulted.group()
        if len(cut.parts) == 1 or not ("在" in cut.text or "正" in cut.text or "启动" in cut.text):
            return ""
        found = self._working.search(cut.lines)
        return "" if not found or _WHOLE.search(cut.lines, found.end()) else found.group()

    def plans_work(self, cut: Clauses, done: Sequence[str]) -> str:
        """The words of a timetable or an agenda, where no other clause tells what was done; `done` by clause."""
        found = _PAPERS.search(cut.lines)
        if not found or any(deed for part, deed in zip(cut.parts, done, strict=True) if not _PAPERS.search(part)):
            return ""
        return found.group()

    def _unanswered(self, cut: Clauses) -> re.Match[str] | None:
        """No answer to a request, no result of a contest."""
        text = cut.text
        if not ("无" in text or "未" in text or "没" in text) or not _ASKED.search(text):
            return None
        return self._no_answer.search(cut.lines) or _NO_RESULT.search(cut.lines)

    def _awaits(self, cut: Clauses) -> re.Match[str] | None:
        text = cut.text
        found = self._awaited.search(cut.lines) if "待" in text else None
        if not found and ("等" in text or "待" in text):
            found = _WAITING.search(cut.lines)
        if not found and "已" in text:
            found = _SENT_UP.search(cut.lines) or self._draft.search(cut.lines) or _DRAFT_SENT_UP.search(cut.lines)
        return found
