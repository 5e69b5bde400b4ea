"""Work that waits for others or is still being done, whatever was done before it in the sentence.

选址已定，尚待装修 is no finished hall, 请示尚无回音 no refusal, 正在修订，已完成两个专项预案 no finished plan. What
was decided, sent in or begun stands first in such sentences, and the deciding clause need not stand last.
"""

from __future__ import annotations

from checker.lexicon import Lexicon
from checker.statements.patterns import alternation, compiled, group
from checker.statements.stance.clauses import Clauses
from checker.statements.stance.cues import AnyCue, Screen

_APPROVES = "审批|审议|审定|核准|批准|研究|审核|定夺|批复|待批|决定|审查|研究决定|会签|核定"
_SETTLED = compiled(
    r"同意|通过|批准(?!$)|印发|获批|投入使用|已启用|已投用|揭晓|已批复|已获|正式命名|予以批准|并公布|并实施"
)
"""What follows the request and settles it."""
_ASKED = compiled(
    r"请示|申请|申报|递交|报送|上报|提交|呈报|呈送|报请|推荐|参评|评审|初审|评估|参选|验收|报批|函请|去函|争创|创建"
)
_WHOLE = compiled(r"全部|均|都已|全面|如期")
_STILL = ("正在", "还在", "尚在", "仍在", "正")


class Stages:
    """Finds the clause that says what is still waited for or worked on."""

    def __init__(self, lexicon: Lexicon, screen: Screen) -> None:
        cue = screen.cue
        acts = alternation(lexicon, "stance", "awaited_acts")
        answers = alternation(lexicon, "stance", "answers")
        revises = alternation(lexicon, "stance", "revisions")
        self._waits = AnyCue(
            cue(("待",), rf"[^，\n]{{0,14}}?(?:{acts})$", before=r"(?<![接对期优招看款虐善担交有亟急])"),
            cue(
                ("等待", "等候", "静待", "静候", "坐等", "听候"),
                r"[^，\n]{0,16}(?:公示|公布|结果|批复|批准|审批|命名|下达|验收|评审|审定|通知|答复|揭晓|意见|审核|审议)",
            ),
            cue(("等",), r"(?:省|市|县|国家|上级|上面|中央|条件|资金|编制|系统|平台|人员)[^，\n]{1,18}后再"),
            cue(
                ("报", "呈", "提请", "提交", "递交", "送"),
                rf"[^，\n\d]{{1,18}}(?:{_APPROVES})$",
                before=r"(?:已|现|刚)(?:经|于)?[^，\n全均都]{0,8}?",
            ),
            cue(
                ("提交", "报送", "上报", "呈报", "递交", "报", "呈送"),
                r"(?![^，\n]*(?:印发|备案|公布|同意|通过|批准|实施|发布))[^，\n\d]{0,14}$",
                before=rf"(?:{alternation(lexicon, 'stance', 'drafts')})[^，\n全均都]{{0,6}}已[^，\n全均都]{{0,6}}?",
            ),
        )
        self._unanswered = AnyCue(
            cue(
                ("无", "没有", "没", "未"),
                rf"(?:收到|见|获|得到|接到|有|等到)?[^，\n]{{0,6}}?(?:{answers})$",
                before=r"(?:尚|暂|还|仍|目前|至今|迄今)",
            ),
            cue(
                ("未", "没有", "没"),
                r"(?:下达|公布|揭晓|出炉|宣布|下发|反馈|知|出来|发布|最终确定)$",
                before=r"(?:结果|命名|名单|批复|结论)[^，\n]{0,2}(?:尚|还|仍|暂)?",
            ),
        )
        self._working = cue(
            _STILL, rf"[^，\n]{{0,10}}?(?:{revises})(?:完善)?(?:之中|当中|中|阶段|过程中|工作)?$", before=""
        )

    def waits(self, cut: Clauses) -> str:
        """The words that tell what is waited for; "" where it came, or where there is none."""
        found = self._unanswered.search(cut.lines, cut.cues)
        if not found or not _ASKED.search(cut.text):
            found = self._waits.search(cut.lines, cut.cues)
        return "" if not found or _SETTLED.search(cut.lines, found.end()) else found.group().strip()

    def works(self, cut: Clauses) -> str:
        """The words of work that goes on while some of it is done; a whole that is done ends it."""
        found = self._working.search(cut.lines, cut.cues) if len(cut.parts) > 1 else None
        return "" if not found or _WHOLE.search(cut.lines, found.end()) else group(found)
