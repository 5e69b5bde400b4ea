"""Words that say 'all' by their form (均, 每个……都, 应……尽……), and words that say that something is done."""

from __future__ import annotations

from checker.patterns import Pattern

_RESULT = "完成|建成|成立|挂牌|公布|印发|出台|设立|组建"
# Each alternative begins with a plain character, so that the search skips what cannot match.
EVERY = Pattern(
    r"全部(?<!占全部)(?!线索|收入|人口)"
    r"|均(?<![平户]均)(?<!(?<![责事请])人均)(?=[履召进参接已由按经在能有聘设实执挂完建制公出成配编落开达纳向列明组印为通推做严统依持取征])"
    r"|都(?<![首成古宜]都)(?=[已有建完按实设能落公配做])"
    rf"|所有(?=[^，,]{{1,12}}(?:{_RESULT}|建立|落实|实现|执行|配备))"
    rf"|每(?:个|一个)(?=[^，,]{{1,12}}(?:{_RESULT}|建立|落实|实现|执行|配备))"
    r"|覆盖(?=[^，,。；]{1,12}(?:所有|全部))"
    r"|应([一-鿿]{1,3})[尽必]\1"
    r"|一[家个件户人单项案处条名支]也?不[落漏少缺]"
    r"|全面建立(?!健全)"
    rf"|各(?![级地类项种方])[^，,]{{1,14}}?(?:已经|已?(?:{_RESULT}))(?!率|度|情况|比例|时限|期限|任务书|标准|要求|质量|进度)"
)
DONE = Pattern(rf"{_RESULT}|建立|制定|实行|执行|落实|实现|配备|达到|做到|统一|套用|沿用|照用|采用")
