"""What a report is: its title, whose it is, at which level, and the year that it reports on.

The title says so ("甲市2023年法治政府建设情况报告"); where it does not, the file's name, the signature and
the words that the text uses of itself (我县, 全镇, 各县区) do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import Document, Level, Sentence
from checker.patterns import Pattern

_TITLE = Pattern(r"(?:报告|总结|通报|公报|年报|汇报|综述|白皮书)(?:[（(][^（）()]{1,12}[）)])?$")
_SUBJECT = Pattern(r"法治政府|依法行政|政府工作报告|法治建设|法治工作|依法治[省市县区镇乡旗州]")
_LAYOUT = Pattern(r"[\s*#]")
_LONGEST_TITLE = 60
_HEAD_LINES, _TAIL_LINES = 40, 10
_YEAR = Pattern(r"(20[0-4]\d|[二2][〇○零0][一二三四12][〇○零一二三四五六七八九\d])(?=\s?年|\s?[^\d\s.年-])")
_HAN_YEAR = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_WORK_REPORT = Pattern(r"政府工作报告|(?:代表大会|人大).{0,20}会议")
_BODY_YEAR = Pattern(r"(20[0-4]\d)\s?年")

_ASSEMBLY = Pattern(r"([一-鿿]{2,12}?(?:省|自治区|市|自治州|州|县|区|旗))第[一二三四五六七八九十]{1,3}届人民代表大会")
"""Before whom a work report was given: 在亥省第十四届人民代表大会第四次会议上."""
_UNIT = Pattern(
    r"[一-鿿]{1,10}?(?:自治区|自治州|自治县|自治旗|省|地区|盟|市(?!场)|州(?![省市区县镇乡街村])|"
    r"林区|区|县|旗|街道(?:办事处)?|民族乡|苏木|镇(?!市)|乡(?![市县])|团场|师(?!范))"
)
_BEFORE = Pattern(r"^(?:中共|中国共产党|关于|附件\d?|20\d\d年度?|[《<“\s])+")
_SUBJECT_ENDS = Pattern(
    r"关于|20\d\d|[二2][〇○零0]|法治政府|依法行政|年度|政府工作报告|推进|贯彻|落实|深入|加强|[:：]"
)
_PARTY = Pattern(r"^.{1,14}?(?:[省市县区旗州盟镇乡]委(?:员会)?|委员会|工委|党委|党组)[、和\s]*(?=[一-鿿]{2,})")
_ORGAN = Pattern(r"[一-鿿]{2,16}?(?:局|厅|委员会|办公室|总队|支队|大队|中心|委|部|院)$")
_NO_ORGAN = Pattern(r"^(?:人民政府|政府|党工委|工委|党委|委员会|委|管理委员会|管委会|办事处|人民政府办公室)$")
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_SELF = Pattern(r"(?:我|全|本)(省|自治区|市|州|盟|县|区|旗|镇|乡|街道|苏木|局|厅|委)(?![场民面域级委直政])")
_SIGNATURE = Pattern(r"^[一-鿿]{2,20}(?:人民政府|办事处|局|厅|委员会|办公室|管委会)$")
_GOVERNMENT = Pattern(r"[一-鿿]{2,14}(?:人民政府|街道办事处)")
_OF_SUFFIX = (
    (Level.PROVINCE, ("省", "自治区")),
    (Level.CITY, ("自治州", "地区", "盟", "州", "师", "市")),
    (Level.COUNTY, ("县", "区", "旗")),
    (Level.TOWNSHIP, ("镇", "乡", "街道", "街道办事处", "苏木", "团场")),
    (Level.DEPARTMENT, ("局", "厅", "委")),
)
_COUNTIES_BELOW = Pattern(
    r"(?<!省、)市、县两级|(?<!示范)县\s?[（(、]\s?[市区]|区\s?[（(]\s?县|县区|区县|市县|旗县|各县|各区|各旗|[\d两二三四五六七八九十]\s?个?(?:县|区|旗)(?![域直级])"
)
_CITY_ABOVE = Pattern(
    r"(?:^|[，。；])(?:[^，。；]{0,8}[年来]，)?(?:在|按照)(?:中共)?"
    r"(?:(?P<above>(?:(?![委和及与省央全我本各])[一-鿿]){2,4}市)委|(?:州委、?州政府|地委、?行署|盟委、?行署))[^，。；]{0,12}(?:领导|指导|部署)"
)
"""Under whose lead a government works: 在鹿陵市委、市政府领导下 in another 市's report makes it county-level."""
_COUNTY_LEVEL = Pattern(r"(?:(?:^|[，。；])作为|[我本]市[是为系])(?:一个)?县级市(?!的)")
_TOWNS_BELOW = Pattern(r"各镇|镇\s?[（(、]\s?街|镇街|街镇|各乡|乡镇|各街道|\d\s?个(?:镇|街道)")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a report says of itself; `government` is "" and `year` None where nothing says so."""

    title: str
    government: str
    level: Level
    year: int | None


def identify(document: Document, sentences: Sequence[Sentence]) -> Identity:
    """Title, government, level and year of a report."""
    title = report_title(document)
    text = "".join(sentence.quote for sentence in sentences)
    for name in _names(document, title):
        government, level = _whose(name)
        if government and level:
            if level is Level.CITY and government.endswith("市"):
                level = Level.COUNTY if "县级" in name else _city_or_county(text, government)
            return Identity(title, government, level, _year_of(document, title))
    return Identity(title, "", _level_of_itself(text), _year_of(document, title))


def report_title(document: Document) -> str:
    """The title as the format states it, else the line of the head that reads as one, else the file's name."""
    lines = list(_title_lines(document))
    for line in lines:
        if _SUBJECT.search(line) and _TITLE.search(line):
            return line
    return document.title or next((line for line in lines if _TITLE.search(line)), _stem(document.name))


def report_year(document: Document) -> int | None:
    """The year that is reported on; a government work report of 2026 reports on 2025."""
    return _year_of(document, report_title(document))


def _year_of(document: Document, title: str) -> int | None:
    head = [title, _stem(document.name), *(p.text for p in document.paragraphs[:_HEAD_LINES])]
    year = next((found for found in map(_year, head[:2]) if found), None)
    if year is None:
        year = next((int(found[1]) for text in head[2:] if (found := _BODY_YEAR.search(text, 0, 400))), None)
    delivered = _WORK_REPORT.search(title) or any(_WORK_REPORT.search(text[:_LONGEST_TITLE]) for text in head[2:14])
    return year - 1 if year and delivered and "法治政府" not in title else year


def _title_lines(document: Document) -> Iterator[str]:
    """The lines of the head that could be a title; one that goes on in the next line is put together."""
    lines = [_bare(paragraph.text) for paragraph in document.paragraphs[:_HEAD_LINES]]
    if document.title:
        yield _LAYOUT.sub("", document.title)
    for index, line in enumerate(lines):
        if line and len(line) <= _LONGEST_TITLE and "。" not in line:
            if index and 2 <= len(lines[index - 1]) <= _LONGEST_TITLE // 2 and _TITLE.search(line):
                joined = lines[index - 1] + line
                if not _SUBJECT.search(line) or not _UNIT.search(line):
                    yield joined
            yield line


def _bare(line: str) -> str:
    """A line without layout; of one that is too long for a title, the beginning."""
    head = _LAYOUT.sub("", line[: 2 * _LONGEST_TITLE])
    return head if len(head) > _LONGEST_TITLE else _LAYOUT.sub("", line)


def _stem(name: str) -> str:
    """The name of a file without folder and ending."""
    return re.split(r"[\\/]", name)[-1].rsplit(".", 1)[0]


def _year(text: str) -> int | None:
    found = _YEAR.search(text) or re.search(r"(20[0-4]\d)(?!\d)", text)
    return int(found[1].translate(_HAN_YEAR)) if found else None


def _names(document: Document, title: str) -> Iterator[str]:
    """Where the government may be named, surest first."""
    yield title
    yield _stem(document.name)
    for paragraph in document.paragraphs[:_HEAD_LINES]:
        if delivered := _ASSEMBLY.search(paragraph.text[:200]):
            yield re.sub(r"^.*[在于日]", "", delivered[1])
    for paragraph in document.paragraphs[-_TAIL_LINES:]:
        line = re.sub(r"\s", "", paragraph.text)
        if _SIGNATURE.match(line):
            yield line
    for paragraph in document.paragraphs[:6]:
        if found := _GOVERNMENT.search(paragraph.text[:200]):
            yield re.sub(r"^.*(?:年|以来|[，,、代表受向对在了])", "", found.group())


def _whose(name: str) -> tuple[str, Level | None]:
    """The government or department that a title names, and its level; ("", None) where it names none."""
    subject = _BEFORE.sub("", name)
    ends = _SUBJECT_ENDS.search(subject)
    subject = re.sub(r"\s", "", subject[: ends.start()] if ends and ends.start() else subject if not ends else "")
    if "政府" in subject:
        subject = _PARTY.sub("", subject)
    units, at = list[str](), 0
    while found := _UNIT.match(subject, at):
        units.append(found.group())
        at = found.end()
    rest = subject[at:]
    if not units:
        return (subject, Level.DEPARTMENT) if _ORGAN.fullmatch(subject) else ("", None)
    place = "".join(units)
    if rest and not _NO_ORGAN.match(rest) and _ORGAN.fullmatch(rest):
        return place + rest, Level.DEPARTMENT
    return place, _level_of(units)


def _level_of(units: list[str]) -> Level | None:
    last = units[-1]
    if last in _MUNICIPALITIES:
        return Level.PROVINCE
    if last.endswith("市") and any(unit.endswith(("市", "州", "盟", "地区")) for unit in units[:-1]):
        return Level.COUNTY
    found = [(len(end), level) for level, ends in _OF_SUFFIX for end in ends if last.endswith(end)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _city_or_county(text: str, government: str = "") -> Level:
    """A 市 with counties or districts below it is a city, one with towns alone or a city above a county-level city."""
    if _COUNTIES_BELOW.search(text):
        return Level.CITY
    above = _CITY_ABOVE.search(text)
    if above and not _is_own(above["above"], government):
        return Level.COUNTY
    below = _COUNTY_LEVEL.search(text) or _TOWNS_BELOW.search(text)
    return Level.COUNTY if below else Level.CITY


def _is_own(city: str | None, government: str) -> bool:
    """Whether the city under whose lead a government works is itself, or a municipality; None is a prefecture."""
    return city is not None and (government.endswith(city) or city in _MUNICIPALITIES)


def _level_of_itself(text: str) -> Level:
    """The level of a report that names no government: by 我县, 全镇; CITY where nothing tells."""
    counted = Counter(found[1] for found in _SELF.finditer(text))
    if not counted:
        return Level.CITY
    word = max(sorted(counted), key=lambda key: counted[key])
    level = next(level for level, ends in _OF_SUFFIX if word in ends)
    return _city_or_county(text) if level is Level.CITY and word == "市" else level
