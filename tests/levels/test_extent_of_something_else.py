"""'All' said of papers, goals, other places and parts, beside the same words said of the matter: every sentence is
invented."""

from __future__ import annotations

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent_taken_back import CITY, COUNTY, TOWNSHIP, extent_at

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
]


@pytest.mark.parametrize(("quote", "level"), OF_ALL)
def test_extent__of_the_matter_itself__all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.ALL
