"""What keeps 'all' from being a fact: every sentence is invented."""

from __future__ import annotations

import time

import pytest

from checker.model import Extent, Level
from tests.levels.test_extent import extent_at, labels

COUNTY, TOWNSHIP, CITY = Level.COUNTY, Level.TOWNSHIP, Level.CITY


SOME = [
    ("全市税务系统裁量基准适用率100%。", CITY),
    ("全市住建行业三项制度全部落实。", CITY),
    ("各县区裁量权基准全部公布，这一表述经核实有误。", COUNTY),
    ("各县区三项制度全部落实，上报数据与实际不符。", COUNTY),
    # a share below 100 % of the same units
    ("全市7个县（区）完成行政复议体制改革任务，占全部县（区）的77.8%。", COUNTY),
    ("7个县（区）全部完成行政裁量权基准公布，占县（区）总数的77.8%。", COUNTY),
    ("102个乡镇全部建立三项制度，占乡镇（街道）的88%。", TOWNSHIP),
    ("8个县区全部落实三项制度，占比为66.7%。", COUNTY),
    ("完成三项制度建设的乡镇有102个，占88.7%。", TOWNSHIP),
    # drawn for a check
    ("督查的15个乡镇（街道）均已落实三项制度。", TOWNSHIP),
    ("纳入抽检范围的市级部门全部公布裁量基准。", CITY),
    ("评估组随机选择8个乡镇，三项制度均落实到位。", TOWNSHIP),
    ("经抽查，全部被抽查的20个乡镇（街道）均落实三项制度。", TOWNSHIP),
    ("抽查的12个乡镇全部落实行政执法三项制度。", TOWNSHIP),
    ("从检查情况看，受检的8个县区全部公布了裁量基准。", COUNTY),
    ("随机抽取15家市级部门，裁量基准均已公布。", CITY),
    ("列入试点计划的9个乡镇三项制度全部落实。", TOWNSHIP),
    ("参加评查的12个市级部门裁量基准全部公布。", CITY),
    # fractions in words, M of N
    ("全市已有四分之三的乡镇（街道）落实三项制度。", TOWNSHIP),
    ("九成以上的县区完成行政复议体制改革。", COUNTY),
    ("乡镇（街道）完成九成以上三项制度建设。", TOWNSHIP),
    ("三项制度已覆盖大部分乡镇（街道）。", TOWNSHIP),
    ("各乡镇司法所编制34名、到位29名。", TOWNSHIP),
    ("计划公布裁量基准4件，完成3件。", CITY),
    ("市级应公布裁量基准33项，已公布30项。", CITY),
    ("各县区政策兑现率95.3%。", COUNTY),
    # named organs and units
    ("市公安局、市市场监管局、市交通运输局裁量基准全部公布。", CITY),
    ("市应急局、市水务局等8个部门裁量基准均已公布。", CITY),
    ("市公安局、市场监管局等部门裁量基准全部公布。", CITY),
    ("在市公安局、市水务局实现裁量基准全覆盖。", CITY),
    ("各主要部门裁量基准全部公布。", CITY),
    ("市林业局裁量基准全部公布。", CITY),
    ("城关镇、东河镇三项制度全部落实到位。", TOWNSHIP),
]

UNSTATED = [
    # proposed, asked for by a law, watched or corrected
    ("第三方评估机构建议，在市县乡三级全面落实行政执法三项制度，全部公布裁量权基准。", COUNTY),
    ("市司法局向各单位发出倡议，市县两级裁量权基准全部公布。", COUNTY),
    ("《某某法》第四条规定，各县区全部落实三项制度。", COUNTY),
    ("建立周调度机制，倒逼各县区裁量权基准全部公布。", COUNTY),
    ("紧盯各县区裁量权基准全部公布，定期分析研判。", COUNTY),
    ("如何做到各县区裁量权基准全部公布，是摆在面前的课题。", COUNTY),
    # what goes before the thing itself
    ("全市全面完成行政裁量权基准制定前期准备工作。", CITY),
    ("各县（区）全面完成行政复议体制改革调研摸底工作。", COUNTY),
    ("市级部门全部完成裁量基准编制的动员部署。", CITY),
    ("各县区全部完成行政复议局组建的前期论证。", COUNTY),
    ("裁量基准制定的摸底、论证等前期工作全部完成。", CITY),
    ("各县区行政复议体制改革动员部署全面完成。", COUNTY),
    ("行政裁量权基准起草工作全部完成。", CITY),
    # begun, not done
    ("裁量基准制定工作在市级部门全部展开。", CITY),
    ("全部县区的行政复议改革均在推进之中。", COUNTY),
    ("各县（区）行政裁量权基准制定工作全部启动。", COUNTY),
    ("市级各部门裁量基准修订工作均已启动。", CITY),
    ("各县区均已部署推进行政执法三项制度落实工作。", COUNTY),
    ("全部乡镇（街道）已着手编制裁量基准。", TOWNSHIP),
    # another place
    ("邻市被命名为全国法治政府建设示范市，我市组织人员赴该市学习。", CITY),
    ("兄弟市某市成功创建全国法治政府建设示范市，我市赴该市考察交流。", CITY),
    ("乙市荣获全国法治政府建设示范市称号，我市派员前往学习。", CITY),
    ("外地各县区裁量基准全部公布，值得我市借鉴。", COUNTY),
    ("学习借鉴丙市各县区行政复议局全部挂牌的经验。", CITY),
    ("我市赴被命名为全国法治政府建设示范市的乙市学习。", CITY),
    ("友邻乙市各县区三项制度全覆盖，我市派员观摩。", COUNTY),
    # the rate of the standards that exist
    ("各县区裁量基准全部备案。", COUNTY),
    ("已制定的裁量基准全部公布。", CITY),
    ("各县（区）已出台的裁量权基准公布率100%。", COUNTY),
    ("市级部门裁量基准合法性审核实现全覆盖。", CITY),
    ("各县（区）裁量权基准备案率100%。", COUNTY),
    ("市级部门裁量基准公开率达到100%。", CITY),
    ("各县区行政裁量权基准审核率100%。", COUNTY),
]

ALL = [
    ("各县区全部建立三项制度，法制审核人员占执法人员总数的7.8%。", COUNTY),
    ("市级部门全部公布裁量基准，抽查执法案卷86件。", CITY),
    ("行政复议体制改革全面完成，核定编制34名、到位29名。", CITY),
    ("我市被命名为全国法治政府建设示范市，兄弟市来我市学习。", CITY),
    ("市司法局督查后，市级部门裁量基准全部公布。", CITY),
    ("各县区公示率、法制审核率、全过程记录率均达到100%，三项制度全覆盖。", COUNTY),
    ("市级部门已制定裁量基准33项并全部公布。", CITY),
    ("各县区裁量基准全部公布，并赴先进地区学习。", COUNTY),
    ("各县区公共法律服务中心均已建成。", COUNTY),
]


@pytest.mark.parametrize(("quote", "level"), SOME)
def test_extent__share_sample_fraction_or_named_bodies__some(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.SOME


@pytest.mark.parametrize(("quote", "level"), UNSTATED)
def test_extent__preparation_start_elsewhere_or_rate_of_made__unstated(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.UNSTATED


@pytest.mark.parametrize(("quote", "level"), ALL)
def test_extent__limit_of_something_else__still_all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.ALL


@pytest.mark.parametrize(
    "run", ["市公安局、", "占全部县区", "抽查的12个", "邻市，我市赴", "九成四分之三", "计划4件，完成3件，", "局"]
)
def test_limits__long_runs__time_grows_with_length(run: str) -> None:
    quote = "裁量基准全部" + run * (60_000 // len(run)) + "。"
    began = time.process_time()
    labels(quote)
    assert time.process_time() - began < 4


SOME_OF_ALL = [
    ("市直30个应落实三项制度的单位中，28个已全部落实。", CITY),
    ("14个乡镇当中，12个已全部公布裁量基准。", TOWNSHIP),
    ("市交通运输局行政处罚裁量基准全部公布。", CITY),
    ("市水务局、市林业局行政许可裁量基准全面完成制定。", CITY),
    ("国家税务总局某市税务局公布税务处罚裁量基准，实现全覆盖。", CITY),
    ("三项制度落实率达到100%的县区有5个。", COUNTY),
    ("裁量基准公布率达100%的乡镇占七成。", TOWNSHIP),
    ("上半年，三项制度落实率达到100%。", CITY),
    ("1至6月，市级部门三项制度落实率100%。", CITY),
    ("新录用执法人员持证上岗率100%。", CITY),
    ("市教育局、市民政局答复率100%。", CITY),
]

NOT_OURS = [
    ("参照寅州经验，该州各县全部落实三项制度。", COUNTY),
    ("学习寅市做法，其县区三项制度全部落实。", COUNTY),
    ("各部门裁量基准制定工作完成率居全省前列。", CITY),
]

ALL_OF_ALL = [
    ("市直30个应落实三项制度的单位中，30个已全部落实。", CITY),
    ("市司法局组织市直各部门全部公布裁量基准。", CITY),
    ("市直部门行政处罚裁量基准全部公布。", CITY),
    ("三项制度落实率达到100%。", CITY),
    ("全年三项制度落实率达到100%。", CITY),
    ("截至四季度末，三项制度落实率达到100%。", CITY),
    ("执法人员持证上岗率100%。", CITY),
    ("学习寅市经验，我市三项制度全部落实。", CITY),
    ("学习借鉴寅市做法，全市县区三项制度全部落实。", COUNTY),
    ("市财政局牵头，市直各部门裁量基准全部公布。", CITY),
    ("各部门裁量基准制定工作完成率100%。", CITY),
]


@pytest.mark.parametrize(("quote", "level"), SOME_OF_ALL)
def test_named_departments_a_part_of_the_year_and_fewer_than_were_due_are_some(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.SOME


@pytest.mark.parametrize(("quote", "level"), NOT_OURS)
def test_the_place_learnt_from_and_a_rank_say_nothing_of_all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is not Extent.ALL


@pytest.mark.parametrize(("quote", "level"), ALL_OF_ALL)
def test_the_same_words_of_the_whole_level_stay_all(quote: str, level: Level) -> None:
    assert extent_at(quote, level) is Extent.ALL
