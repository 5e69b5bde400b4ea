"""Outcome rates of the field: by which words their part is told, and which counts may be their base.

`sure` bases are those that the rate is defined over; with a `maybe` base the rate may be over another one
(出庭应诉率 over hearings and not over all suits), so a mismatch asks and does not accuse.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checker.patterns import Pattern


class Outcome(NamedTuple):
    """One kind of outcome: words that its rate's name ends with, words of its part, and of its base."""

    name: tuple[str, ...]
    part: Pattern
    sure: Pattern
    maybe: Pattern
    single_base: bool  # the count right in front of the part is its base, as no other is in use
    distinct: bool  # its words are different outcomes (优秀, 合格), not words for one


_NEVER = "(?!)"


def _outcome(
    name: str, part: str, sure: str, maybe: str = _NEVER, distinct: bool = False, single: bool | None = None
) -> Outcome:
    single = maybe == _NEVER if single is None else single
    return Outcome(tuple(name.split("|")), Pattern(part), Pattern(sure), Pattern(maybe), single, distinct)


_INTAKE = "受理|接收|接到|接|收件|收案|立案|承办|登记|交办|转办|新收|申请|申办|派发|转交|移交"
OUTCOMES = (
    _outcome(
        "办结|结案|审结|办理完成|处结",
        "办结|审结|结案|处结|办理完毕",
        _INTAKE,
        "收到|办理|建议|提案|共收|诉求|来信",
        single=True,
    ),
    _outcome(
        "答复|回复|办复|反馈|响应",
        "答复|回复|办复|反馈|响应",
        f"{_INTAKE}|收到|应答复|应回复|交办|建议|提案",
        "办理",
        single=True,
    ),
    _outcome(
        "整改完成|整改到位|整改|销号|整治",
        "整改|销号|完成|整治",
        "反馈|发现|查找|交办|排查|梳理|指出|移交|检查出|查出|隐患|问题",
    ),
    _outcome("采纳|吸收|吸纳|采用", "采纳|吸收|吸纳|采用", "征集|收集|收到|征求|提出|意见|建议|收到"),
    _outcome(
        "调解成功|化解成功|成功|化解|调处|调成",
        "成功|化解|调成|调处完",
        "调解|调处|排查|受理|纠纷|化解|办理|引导|接收|登记",
    ),
    _outcome(
        "优秀|优良|良好|不合格|基本合格|合格|达标|优质",
        "优秀|优良|良好|合格|达标|优质",
        "评查|抽查|检查|抽检|检验|检测|考核|评估|测试|参考|参评|考试|监测|评审|抽取|抽样|检定",
        distinct=True,
    ),
    _outcome("参考|参训|参学|出勤", "参考|参训|参学|实到|参加", "应参|应训|应到|应考"),
    _outcome(
        "通过|及格|持证|上岗|取证", "通过|及格|持证|合格|取得|上岗", "参加|参考|报考|应考|报名|执法人员|考试|在岗"
    ),
    _outcome("满意|基本满意", "满意", "回访|测评|评价|调查|参评|受访|参与|问卷|抽样|访问"),
    _outcome("出庭应诉|出庭|到庭", "出庭|到庭", "应出庭|应当出庭|开庭|庭审|应到庭", "应诉|诉讼|发生|一审|案件"),
    _outcome("败诉|胜诉", "败诉|胜诉", "审结|判决|裁判|结案|办结|裁决", "应诉|诉讼|发生|一审|案件|受理", distinct=True),
    _outcome(
        "调解和解|和解调解|和解|调解|调撤|纠错|撤销|维持|变更|驳回|终止",
        "调解|和解|调撤|纠错|撤销|维持|变更|驳回|终止",
        "审结|办结|结案",
        "受理|新收|收到|申请|案件",
        distinct=True,
    ),
    _outcome("报备|备案|报送", "报备|备案|报送", "应报备|应备案|应报送", "印发|制定|出台|制发|发布"),
    _outcome(
        "完成|落实|兑现|达成|建成|实施",
        "完成|落实|兑现|建成|实施|办结",
        "计划|任务|部署|承诺|列入|目标|安排|应完成|事项|明确",
    ),
    _outcome("公开|公示|公布", "公开|公示|公布", "应公开|应公示|应公布"),
    _outcome("履行|执行|履约|清偿|兑付", "履行|执行|履约|清偿|兑付|偿还", "拖欠|账款|应履行|应执行|签订|确定|裁定"),
    _outcome("缴纳|征收|入库", "缴纳|征收|入库", "应缴|应征|开具"),
    _outcome("覆盖|配备|建成|安装|达标|入驻|接入", "覆盖|配备|建成|安装|达标|入驻|接入", "共有|现有|应|全部|总数"),
)

QUALIFIER = Pattern(r"法定期限|法定时限|期限内|限期|按期|按时|如期|准时|及时|时限内|到期|当期|当月|当年|规定时间|一次")
"""A rate so qualified may be over what was due or over what was finished."""
_RATE_TAIL = Pattern(r"(?:率|比例|(?<=满意)度)(?:[^率例]{0,6})$", needs="率例度")
_OWN_TAIL = Pattern(r"(?:比例|率|(?<=满意)度)$")
_NAME_SPLIT = Pattern(r"、|和(?!解)|与|以及|(?<![普涉惠])及(?!时|格)")
_DENIED = Pattern(r"[不未无没非]")
_DUE = Pattern(r"应(?!急|诉|用|对|届|聘|邀|援)")


def rate_names(left: str) -> list[str]:
    """The names in front of a rate without 率: 报备率、及时率均为 -> [报备, 及时]; [] where it is no named rate."""
    match = _RATE_TAIL.search(left)
    if match is None:
        return []
    names = [part.strip() for part in _NAME_SPLIT.split(left[: match.start()])]
    return [_OWN_TAIL.sub("", name) for name in names if name]


@lru_cache(maxsize=256)  # reports tell of few rates, and each check asks again
def outcome_of(name: str) -> Outcome | None:
    """The outcome that a rate's name ends with."""
    return next((outcome for outcome in OUTCOMES if name.endswith(outcome.name)), None)


def of_another_thing(name: str, label: str) -> bool:
    """Whether a rate of coverage names a thing of its own that the count beside it does not: 法治宣传栏覆盖率."""
    match = _COVERS.search(name)
    thing = name[: match.start()] if match else ""
    return len(thing) > 2 and thing[-2:] not in label


def tells_part(label: str, name: str, outcome: Outcome | None) -> bool:
    """Whether the words beside a count say that it is the part of the rate of that name.

    A count of what was due (应出庭) is never the part, nor is 不合格 the part of 合格率.
    """
    if _DUE.search(label):
        return False
    if outcome is None:
        return len(name) >= 2 and name[-2:] in label and _agree(label, label.index(name[-2:]), name)
    if not outcome.distinct:
        return any(_agree(label, match.start(), name) for match in outcome.part.finditer(label))
    word = max((word for word in outcome.name if name.endswith(word)), key=len, default="")
    pairs = [word[i : i + 2] for i in range(len(word) - 1)]
    return any(_agree(label, label.index(pair), name) for pair in pairs if pair in label)


_COVERS = Pattern(r"(?:全)?(?:覆盖|配备|建成|安装|设立)$")
_OPINION = Pattern(r"满意|好评|知晓|安全感|认可|支持|信任|一次|按期|按时|及时|准时|如期|当场|同比|增长|平均")
"""Rates that are asked for or timed: their base is not the counts beside them."""


def may_tell_part(label: str, name: str, mostly: bool) -> bool:
    """Whether a count may be the part of a rate told in other words (实考, 参考率; 参加活动的, 履职率).

    It may where it tells no other outcome and the rate is no opinion and not qualified by time. Without a shared
    character it must be most of the whole (`mostly`), as a few per cent may be of anything.
    """
    words = label if outcome_of(name) else label.replace("参加", "")  # to take part is an outcome of few rates
    told = [(outcome, match.group()) for outcome in OUTCOMES if (match := outcome.part.search(words))]
    own = outcome_of(name)
    if _DUE.search(label) or (told and not any(outcome is own or word in name for outcome, word in told)):
        return False
    shared = any(char in label and _agree(label, label.index(char), name) for char in name[-4:])
    return shared or (mostly and not (_OPINION.search(name) or _DENIED.search(f"{label}{name}")))


def _agree(label: str, place: int, name: str) -> bool:
    """Whether the label denies the outcome exactly where the name does."""
    return bool(_DENIED.search(label[max(0, place - 2) : place + 1])) == bool(_DENIED.search(name[-4:]))
