"""A result that another word governs is no result: every frame is laid around every result, and none may be covered.

The results alone must be covered, so that no rule passes here by never saying 'covered'.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.batch.recipe import recipe_of
from checker.batch.work import Judge
from checker.model import Verdict
from checker.reading import read
from checker.store import codes

RESULTS = {
    "市级38个行政执法部门全部落实行政执法公示、执法全过程记录、重大执法决定法制审核三项制度": "三项制度",
    "所辖9个县（市、区）行政执法三项制度全部落实": "三项制度",
    "乡镇（街道）行政执法三项制度实现全覆盖": "三项制度",
    "市级各部门行政裁量权基准全部制定并公布": "裁量基准",
    "市级行政裁量基准应编尽编、应公布尽公布": "裁量基准",
    "9个县（市、区）行政复议体制改革全面完成": "复议改革",
    "我市被命名为全国法治政府建设示范市": "示范创建",
}
FRAMES = [
    # plans, hopes, demands
    "计划{}。",
    "2024年拟实现{}。",
    "2024年将做到{}。",
    "力争{}。",
    "争取年底前{}。",
    "有望{}。",
    "预计2024年上半年{}。",
    "希望{}。",
    "有代表建议{}。",
    "着力推动{}。",
    "要求{}。",
    "会议强调，{}。",
    "应当{}。",
    "按照规定，应于2025年底前{}。",
    "鼓励{}。",
    "支持{}。",
    "指导{}。",
    "督促{}。",
    "帮助{}。",
    "谋划{}。",
    "启动{}工作。",
    "积极争创，朝着{}迈进。",
    "工作目标是{}。",
    # conditions and purposes
    "如果{}，将更好规范执法。",
    "只有{}，才能提升公信力。",
    "为了{}，召开推进会2次。",
    "组织调研，以便{}。",
    "把{}作为申报条件。",
    "对率先实现{}的给予奖励。",
    # dealt with, looked into, named after it
    "市政府常务会议研究{}有关问题。",
    "听取关于{}情况的汇报。",
    "对{}情况开展专项检查。",
    "将{}纳入年度考核。",
    "督察{}是否属实。",
    "发放问卷，了解{}的情况。",
    "办理关于{}的提案1件。",
    "明确了{}的目标。",
    "坚持{}的原则。",
    "起草了{}的工作方案。",
    "印发方案，提出{}。",
    "下发通知，部署{}工作。",
    "签订责任书，明确{}。",
    "广泛宣传{}的意义。",
    "围绕{}举办培训班3期。",
    "喊出“{}”的口号。",
    "撰写题为《{}的实践与思考》的文章。",
    "调查显示，六成群众认为{}。",
    "有单位自称{}，经查不实。",
    # not yet
    "距离{}还有一定差距。",
    "尚未实现{}。",
    "并未做到{}。",
    "短期内难以{}。",
    "正在推进{}。",
    "{}的进度为60%。",
    "{}进入倒计时。",
    "何时{}，尚无时间表。",
    "{}一事待省里验收。",
    # set down as something else than a result
    "我们愿与各界一道，让{}。",
    "定于2024年6月{}。",
    "向各单位发出倡议，倡导{}。",
    "市长批示要求{}。",
    "《实施意见》明确，到2025年{}。",
    "时限定为2024年底前{}。",
    "在{}之前，先行开展清理。",
    "待{}之后，再开展评估。",
    "假若{}，执法纠纷会大幅减少。",
    "除非{}，否则难以通过验收。",
    "{}能否实现，关键看落实。",
    "做到{}，关键在于压实责任。",
    "实现{}需要各方共同努力。",
    "实现{}尚需时日。",
    "要实现{}，路还很长。",
    "还不敢说{}。",
    "还算不上{}。",
    "称不上{}。",
    "原定{}，现延期。",
    "多次会商{}事宜。",
    "就{}征求意见。",
    "围绕如何{}深入调研。",
    "承担“{}”课题研究。",
    "媒体报道了外地{}的做法。",
    "验收标准是{}。",
    "安排经费120万元用于{}。",
    "表彰在{}中表现突出的个人。",
    "召开{}动员会。",
    "召开{}现场推进会。",
    "打响{}攻坚战。",
    "开展{}百日行动。",
    "立下{}的军令状。",
    "将{}列入2024年工作清单。",
    "绘制{}作战图。",
    "有待{}。",
    # before the subject, behind the deed
    "衷心祝愿{}。",
    "群众最盼的就是{}。",
    "网传{}，实为误读。",
    "误报{}。",
    "第一步是{}。",
    "督办{}。",
    "催办{}。",
    "委托第三方评估{}。",
    "守住{}的底线。",
    "{}是今年工作的难点。",
    "在{}过程中存在不少问题。",
    "{}后又出现倒退。",
    "{}的基础还不牢固。",
    "为{}付出很多努力。",
    "向{}冲刺。",
    "{}改在下一年度进行。",
    "上级要求我市{}。",
    "组织“{}”知识竞赛。",
    "就{}约谈3个县区。",
    "来年{}。",
    "{}是我们的理想。",
    # others
    "周边地区{}，我市差距明显。",
    "对标先进地区{}的做法，查找不足。",
    "邻市{}，值得学习。",
]


@pytest.fixture(scope="module")
def covered(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], set[str]]:
    """Tells the obligations that a report with one sentence is said to cover, at any level."""
    judge = Judge(recipe_of(root / "plan" / "tasks.toml", None))
    path = tmp_path_factory.mktemp("frames") / "report.md"
    letter = codes.VERDICT_LETTER[Verdict.COVERED]

    def told(sentence: str) -> set[str]:
        path.write_text(f"# 安和市2023年法治政府建设情况报告\n\n## 一、主要工作成效\n\n{sentence}\n", "utf-8")
        verdicts = judge.judgement(read(str(path))).verdicts
        return {name for (name, _), found in zip(codes.CLAIMS, verdicts, strict=True) if found == letter}

    return told


@pytest.mark.parametrize("result", RESULTS)
def test_result__by_itself__is_covered(covered: Callable[[str], set[str]], result: str) -> None:
    assert covered(f"{result}。") == {RESULTS[result]}


@pytest.mark.parametrize("frame", FRAMES)
def test_result__governed_by_other_words__is_not_covered(covered: Callable[[str], set[str]], frame: str) -> None:
    wrong = [result for result in RESULTS if covered(frame.format(result))]
    assert not wrong
