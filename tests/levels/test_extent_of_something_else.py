"""'All' said of papers, goals, other places and parts, beside the same words said of the matter: every sentence is
invented."""

from __future__ import annotations

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent import extent_at

COUNTY, TOWNSHIP, CITY = Level.COUNTY, Level.TOWNSHIP, Level.CITY

NOT_OF_ALL = [
    # the papers of the work are complete
    ("市级部门制定裁量基准的任务分工已全部明确。", CITY),
    ("县区三项制度落实情况登记表全部收齐。", COUNTY),
    ("各县区全面落实三项制度的路线图已经确定。", COUNTY),
    ("县区行政复议改革完成情况统计表全部上报。", COUNTY),
    ("乡镇三项制度整改清单全部下达。", TOWNSHIP),
    ("市级裁量基准编制责任书全部签订。", CITY),
    ("县区复议职责划转涉及的场所问题全部提上议事日程。", COUNTY),
    # what checks it reaches all
    ("三项制度落实情况专项督查实现县乡两级全覆盖。", COUNTY),
    ("三项制度执行情况自查实现了县乡两级全覆盖。", TOWNSHIP),
    # a goal
    ("以县区三项制度全面落实为目标，梳理薄弱环节9个。", COUNTY),
    ("以乡镇三项制度全覆盖为抓手，开展比武2次。", TOWNSHIP),
    ("市级裁量基准全部公布，是今年的重点任务之一。", CITY),
    ("县区三项制度全覆盖，是省里下达的硬指标。", COUNTY),
    ("法制审核率100%是市级部门年度考核的重要指标。", CITY),
    ("法制审核率达到100%的目标分解到市级部门。", CITY),
    # a rank, a share of a share, a part of the year or of the people
    ("市级各部门裁量基准编制完成率居全省第二。", CITY),
    ("法制审核率达到100%的县区占七成。", COUNTY),
    ("县区执法公示率100%的单位有16个。", COUNTY),
    ("三季度，县区法制审核率达到100%。", COUNTY),
    ("新录用执法人员持证率100%。", CITY),
    ("市级31个应当制定裁量基准的部门中，28个已全部完成制定。", CITY),
    # some organs
    ("市水务局行政许可裁量基准全面完成并公布。", CITY),
    ("市教育局、市民政局信息依申请公开答复率100%。", CITY),
    ("市商务局重大行政决策合法性审查率100%。", CITY),
    # one field, one thing that the reform needs, what was checked
    ("全市文化旅游领域行政处罚裁量基准全部制定公布。", CITY),
    ("海事机关裁量基准全部公布。", CITY),
    ("行政复议体制改革涉及的人员编制全部划转。", CITY),
    ("对县区三项制度落实情况开展督查，覆盖全部9个县区。", COUNTY),
    ("县区三项制度实施方案全部印发。", COUNTY),
    # another place
    ("学习梧州市经验，该市县区三项制度全部落实。", COUNTY),
    ("考察团借鉴柏市做法，当地市级裁量基准全部公布。", CITY),
    # another thing than the obligation is complete
    ("县乡两级落实三项制度的责任单位、完成时限全部敲定。", COUNTY),
    ("市级部门裁量基准编制任务书全部签订。", CITY),
    ("各县区裁量基准公布计划全部报备。", COUNTY),
    ("各县区裁量基准公布的时间节点全部排定。", COUNTY),
    ("各县区行政复议体制改革进展情况统计表已全部上报。", COUNTY),
    ("三项制度落实情况交叉评查实现市县两级全覆盖。", COUNTY),
    ("三项制度专题轮训做到市县乡三级全覆盖。", TOWNSHIP),
    ("三项制度知识竞赛实现市县乡三级全覆盖。", TOWNSHIP),
    ("市级部门裁量基准制定的牵头科室全部确定。", CITY),
    ("市级部门裁量基准制定责任清单全部印发。", CITY),
    ("复议体制改革涉及的人员、经费事项全部提上议事日程。", CITY),
    ("市级部门裁量基准制定工作完成率排名全省首位。", CITY),
]


@pytest.mark.parametrize(("quote", "level"), NOT_OF_ALL)
def test_extent__of_something_beside_the_matter__not_all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is not Extent.ALL


OF_ALL = [
    ("市级31个应当制定裁量基准的部门全部完成制定并公布。", CITY),
    ("全市行政执法机关裁量基准全部公布。", CITY),
    ("行政复议体制改革全部完成，人员编制划转到位。", CITY),
    ("市级部门裁量基准已全部明确并公布，任务分工同步调整。", CITY),
    ("对照路线图，县区三项制度全部落实。", COUNTY),
    ("县区行政复议体制改革任务全部完成。", COUNTY),
    ("按照整改清单，乡镇三项制度全部落实到位。", TOWNSHIP),
    ("经督查，三项制度在县乡两级实现全覆盖。", COUNTY),
    ("以制度建设为抓手，县区三项制度全部落实。", COUNTY),
    ("市级裁量基准全部公布，是全省最早完成的地市。", CITY),
    ("今年的重点任务如期完成，市级裁量基准全部公布。", CITY),
    ("市级部门法制审核率100%，达到考核指标。", CITY),
    ("市级各部门已完成裁量基准编制，数量居全省第二。", CITY),
    ("县区执法公示率100%，法制审核率100%，全过程记录率100%。", COUNTY),
    ("全年县区三项制度落实率100%。", COUNTY),
    ("市级31个应当制定裁量基准的部门中，31个已全部完成制定。", CITY),
    ("市级行政许可裁量基准全面完成并公布。", CITY),
    ("市司法局牵头，市级部门裁量基准全部公布。", CITY),
    ("学习梧州市经验，我市县区三项制度全部落实。", COUNTY),
    ("州级部门裁量基准应制尽制、应公开尽公开。", CITY),
    ("县区三项制度全部落实，没有一个部门掉队。", COUNTY),
    ("市级部门裁量权基准全部明确并公布。", CITY),
    ("市级部门裁量基准全部列入清单并公布。", CITY),
    ("各县区行政复议体制改革全面完成。", COUNTY),
    ("市县乡三级全部落实行政执法三项制度，专项检查实现全覆盖。", TOWNSHIP),
    ("市县乡三级全部落实三项制度，没有一个单位例外。", TOWNSHIP),
    ("各县区行政复议职责全部统一行使，列入改革典型案例。", COUNTY),
    ("市级部门和县区的三项制度评估均达A档。", COUNTY),
]


@pytest.mark.parametrize(("quote", "level"), OF_ALL)
def test_extent__of_the_matter_itself__all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.ALL
