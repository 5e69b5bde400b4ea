"""A sentence -> its parts, each with what its words say about extent: all, some, counted, or only aimed at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.lexicon import Lexicon
from checker.model import Figure
from checker.patterns import Pattern
from checker.statements.extent import limits
from checker.statements.extent.beside import is_beside, is_of_existing, is_of_something, is_piece
from checker.statements.extent.bodies import Bodies
from checker.statements.extent.dues import as_many_as_due, short_of
from checker.statements.extent.earlier import Earlier
from checker.statements.extent.ends import Ends
from checker.statements.extent.every import DONE, EVERY
from checker.statements.extent.goals import is_goal
from checker.statements.extent.other_things import OtherThings
from checker.statements.extent.parts import Part, with_figures
from checker.statements.extent.places import Place, Sentence
from checker.statements.extent.rates import (
    is_count,
    is_full_rate,
    is_of_cases,
    of_these,
    tells,
)
from checker.statements.extent.reform import Matters, finishing, is_plate_alone, settling
from checker.statements.extent.taken_back import TakenBack
from checker.statements.extent.titles_won import Titles
from checker.statements.levels.titles import TITLE
from checker.statements.patterns import alternation

_BOOK = Pattern(r"《[^《》]{1,200}》")
_EXCEPT = Pattern(
    r"除(?!此|了|国家|法律|法定|依法|涉密|另有|垂直|实行|海关|税务|金融)[^，,。；]{1,12}?外(?![，,][^，,。；]{0,12}[还也])"
)
_CHOSEN = Pattern(r"选择(?!性)")
_STUDIED = Pattern(r"学习|培训|宣讲|宣贯|解读|测试|研讨")
"""学习省厅发布的裁量基准."""
_NOT_YET = Pattern(r"(?:未(?!审结|办结|结案|到期)|没有|没能|还不|尚不|难以|不能)[^，,。]{0,6}$")
_NO_LONGER = Pattern(r"(?:其他|其余)[^，,。；]{0,8}不再")
"""其他部门不再受理: the rest of a reform, which is whole by it."""
_AFTER_IT = Pattern(r"[在自][^，]*后$")
"""在获得命名后，……: the title was there before what is told."""
_OF_SYSTEMS = Pattern(r"三项制度|法制审核|执法公示|记录")
_DUE_BODIES = Pattern(
    r"(?:应当|需要|必须)[^，,。；]{1,20}?的(?:\d+[个家件项名]|(?:行政)?(?:执法)?(?:部门|单位|机关)(?![要须应需]))"
)
"""应当制定的36个部门: who had to, which is no aim."""
_SAID = Pattern(
    r"(?:机构|专家|学者|委员|代表|部门|单位|[组局厅院会])[^，,。；]{0,4}(?:建议|提议|呼吁)(?:$|加快|尽快|推动|推进|实现)|(?:倡议|号召|呼吁|提议)$"
    r"|书{3}[^，,。；]{0,8}(?:规定|要求|明确|提出)(?!的)"
)
"""What others propose, and what a law (masked before) asks for."""
_OPINION = Pattern(r"(?<=提出)[^，,。；]{0,10}(?:意见|建议|问题)")
"""提出审核意见680条 is done, and aims at nothing."""
_GIVEN_AIM = Pattern(
    r"(?:认真|严格|全面|坚决|积极|充分)?(?:按照?|根据|对照|落实|贯彻|围绕|依据|依照|遵照|参照|采纳|吸收|响应|经)"
)
_SAYING = ("议", "规定", "要求", "明确", "提出", "号召", "呼吁")
_LOOK = 24


class CueReader:
    """Reads the parts of a sentence; compiled once from section [extent] of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> Pattern:
            return Pattern(alternation(lexicon, "extent", name))

        self._wholes = (words("all"), EVERY)
        self._wholes_of_reform = (*self._wholes, words("reconsidering"), finishing(lexicon))
        self._partial = (words("some"), words("nearly"), _EXCEPT, _CHOSEN)
        self._aims, self._lasting, self._deadlines = words("aims"), words("lasting_aims"), words("deadlines")
        self._matters, self._foreign = Matters(lexicon), words("foreign")
        self._titles = Titles(lexicon)
        self._bodies = Bodies(lexicon)
        self._settled = settling(lexicon)
        self._back = TakenBack(lexicon)
        self._others = OtherThings(lexicon)
        self._ends = Ends(lexicon)

    def read(self, text: str, figures: Sequence[Figure], head: int, year: int | None = None) -> list[Part]:
        """The parts of a sentence in order, [] where none has a cue.

        The first `head` characters of the sentence are a heading, which states no extent; `year` is the one that
        the report tells of.
        """
        if "《" in text:
            text = _BOOK.sub(lambda title: "书" * len(title.group()), text)
        sentence = self._looked_over(text, figures)
        if sentence is None:
            return []
        quiet = not (sentence.claims or sentence.partial or sentence.near or sentence.limited)
        parts: list[Part] = []
        tells = aimed = False
        may_aim = self._lasting.search(text) is not None or any(word in text for word in _SAYING)
        last: Figure | None = None
        earlier = Earlier(text, year)
        for start, end, inside in with_figures(text, figures):
            aimed = may_aim and (self._aims_on(text, start, end) or (aimed and _goes_on(text, start, end)))
            is_ground = earlier.tells(start, end) or text.endswith("基础上", start, end)
            topical = sentence.about and self._matters.named_in(text, start, end)
            if start < head or (quiet and not inside):
                parts.append(Part(start, end, topical=topical))
                continue
            place = Place(start, end, inside, last, aimed, is_ground)
            part = self._part(sentence, place, topical)
            parts.append(part)
            tells = tells or part.tells
            if inside:
                last = inside[-1]
        if sentence.near:
            held = any(part.won for part in parts)
            parts = [self._titles.with_near(text, part, held=held) for part in parts]
        elif not tells:
            return []
        return self._back.apply(text, parts, figures)

    def _looked_over(self, text: str, figures: Sequence[Figure]) -> Sentence | None:
        """The sentence as a whole, None where nothing in it can tell of extent."""
        about = self._matters.named_in(text, 0, len(text))
        titled = not about and TITLE in text
        # 统一由…, 改革任务完成: of reconsideration where it is said, or where no obligation is named at all
        asked = self._wholes if about and "复议" not in text else self._wholes_of_reform
        wholes = [pattern for pattern in asked if pattern.search(text)]
        partial = [pattern for pattern in self._partial if pattern.search(text)]
        near = titled and self._titles.near.search(text) is not None
        won = titled and self._titles.won.search(text) is not None
        settled = about and self._settled.search(text) is not None
        told = wholes or partial or near or won or settled or any(map(tells, figures))
        if not (told or limits.has_limit(text, figures)):
            return None
        made = about and "裁量" in text and not _OF_SYSTEMS.search(text)
        around, limited = limits.Around(text), limits.in_words(text)
        return Sentence(text, around, wholes, partial, limited, about, near, won, settled, made)

    def _part(self, sentence: Sentence, place: Place, topical: bool) -> Part:
        """What one part says."""
        text, (start, end, inside, last, _, _) = sentence.text, place
        foreign = sentence.about and self._is_foreign(text, place)
        if not inside and not sentence.claims:
            return Part(start, end, some=self._partly(sentence, place), topical=topical, foreign=foreign)
        whole, denied = self._whole(sentence, place)
        drawn = sentence.around.drawn_before(end) if whole else ""
        won, bearer = self._title(sentence, place) if sentence.won else ("", "")
        counted = (self._bodies.counted(text, inside) or short_of(text, inside, last)) if inside else ""
        return Part(
            start,
            end,
            all=whole,
            some=denied or drawn or self._partly(sentence, place),
            counted=counted,
            done=bool(counted or any(map(is_count, inside))) and self._is_done(sentence, place),
            won=won,
            bearer=bearer,
            settled=self._settled_in(sentence, place) if sentence.settled else "",
            topical=topical,
            foreign=foreign,
        )

    def _is_foreign(self, text: str, place: Place) -> bool:
        return self._foreign.search(text, place.start, place.end) is not None or is_of_cases(
            text, place.start, place.last
        )

    def _aims_on(self, text: str, start: int, end: int) -> bool:
        """Whether an aim begins here that governs the parts behind it too (确保…，…，…全覆盖)."""
        if _GIVEN_AIM.match(text, start, end):
            return False
        aim = self._lasting.search(text, start, end)
        return _SAID.search(text, start, end) is not None or (aim is not None and not _OPINION.match(text, aim.end()))

    def _is_done(self, sentence: Sentence, place: Place) -> bool:
        text, start, end = sentence.text, place.start, place.end
        states = not (place.aimed or place.is_ground or is_plate_alone(text, start, end))
        done = DONE.search(text, start, end) if states else None
        if done is None or self._limit(text, start, end) != end:
            return False
        return not sentence.about or self._tells_result(text, start, end, done)

    def _tells_result(self, text: str, start: int, end: int, found: re.Match[str]) -> bool:
        """Whether the part begins and ends as one that tells a result of the named obligation."""
        return (
            self._ends.as_result(text, found.end(), end)
            and self._ends.begins(text, start, found.start())
            and self._ends.of_the_name(text, start, found.start())
        )

    def _limit(self, text: str, start: int, end: int) -> int:
        """Where an aim or a date not yet reached begins in a part: what stands behind is no fact."""
        aim = self._aims.search(text, start, end)
        if aim and (due := _DUE_BODIES.match(text, aim.start())):
            aim = self._aims.search(text, due.end(), end)
        if aim is None and "已" not in text[start:end]:
            aim = self._deadlines.search(text, start, end)
        return aim.start() if aim else end

    def _whole(self, sentence: Sentence, place: Place) -> tuple[str, str]:
        """The first words that say 'all' as a fact, and those that deny it."""
        if place.aimed or place.is_ground or is_plate_alone(sentence.text, place.start, place.end):
            return "", ""
        told = self._in_words(sentence, place) if sentence.wholes else ("", "")
        if place.figures and told == ("", ""):
            told = self._in_figures(sentence, place), ""
        return ("", "") if any(told) and sentence.around.is_elsewhere(place.start) else told

    def _in_words(self, sentence: Sentence, place: Place) -> tuple[str, str]:
        """The first words of a part that say 'all' of the matter, and those that deny it."""
        text, start, end = sentence.text, place.start, place.end
        for pattern in sentence.wholes:
            for found in pattern.finditer(text, start, end):
                if (
                    _NOT_YET.search(text, max(start, found.start() - _LOOK), found.start())
                    or self._back.denies(text, start, found)
                    or self._back.so_far(text, found, place.figures)
                ):
                    return "", found.group()
                if self._others.complete(text, start, found, about=sentence.about):
                    continue
                if sentence.about and not self._tells_result(text, start, end, found):
                    continue
                if found.start() < self._limit(text, start, end) and not is_beside(
                    text, start, end, found, about=sentence.about, made=sentence.made
                ):
                    return found.group(), ""
        return "", ""

    def _in_figures(self, sentence: Sentence, place: Place) -> str:
        """The figure of a part that says 'all': a rate of 100 %, as many as there are."""
        text, start, end = sentence.text, place.start, place.end
        rates = [
            figure
            for figure in place.figures
            if is_full_rate(text, start, figure) and not is_goal(text, figure.start, figure.end)
        ]
        if rates and not (sentence.made and is_of_existing(text, start, end)):
            limit = self._limit(text, start, end)
            if told := next((figure.text for figure in rates if figure.start < limit), ""):
                return told
        for whole, part in of_these(text, place.figures, place.last):
            if whole.value == part.value:
                return part.text
        return as_many_as_due(text, place.figures, place.last)

    def _as_fact(self, pattern: Pattern, text: str, place: Place) -> re.Match[str] | None:
        """A pattern in a part, before any aim in it."""
        if pattern.search(text, place.start, place.end) is None:
            return None
        return pattern.search(text, place.start, self._limit(text, place.start, place.end))

    def _partly(self, sentence: Sentence, place: Place) -> str:
        """The words that limit a result to some: pilots, first batches, 等13个部门, M of N, 96%."""
        if place.is_ground:
            return ""
        text, start, end = sentence.text, place.start, place.end
        for pattern in sentence.partial:
            found = pattern.finditer(text, start, end)
            if told := next((one.group() for one in found if not _NO_LONGER.match(text, one.start())), ""):
                return told
        told = self._bodies.partly(text, place.start, place.figures, place.last) if place.figures else ""
        return told or (limits.limit_in_words(text, start, end) if sentence.limited else "")

    def _settled_in(self, sentence: Sentence, place: Place) -> str:
        """The words that say that the one body of a level has what it needs; of several bodies they say nothing."""
        text = sentence.text
        several = any(is_count(figure) and figure.value > 1 for figure in place.figures)
        found = None if place.aimed or place.is_ground or several else self._as_fact(self._settled, text, place)
        if not found or sentence.around.is_elsewhere(place.start):
            return ""
        tells = self._ends.as_result(text, found.end(), place.end)
        if not (tells and self._ends.of_the_name(text, place.start, found.end())):
            return ""
        if (
            _STUDIED.search(text, place.start, found.end())
            or is_piece(text, place.start, found.end())
            or is_of_something(text, found.end())
            or self._others.named_behind(text, found.end())
        ):
            return ""
        return "" if _NOT_YET.search(text, place.start, found.end() - 2) else found.group()

    def _title(self, sentence: Sentence, place: Place) -> tuple[str, str]:
        """The words that say that a title was received, the government's and not a single item's; whom they name."""
        text = sentence.text
        won = None if place.aimed or place.is_ground else self._as_fact(self._titles.won, text, place)
        if won is None or sentence.around.is_elsewhere(place.start) or _NOT_YET.search(text, place.start, won.start()):
            return "", ""
        told = self._titles.is_of_government(text, place.start, place.end)
        told = told and _AFTER_IT.match(text, place.start, place.end) is None
        told = told and self._ends.begins(text, place.start, won.start())
        told = told and self._ends.as_title(text, won.end(), place.end)
        return (won.group(), won["bearer"] or "") if told else ("", "")


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a part still belongs to the aim before it."""
    return text[start - 1] not in "；;。" and "已" not in text[start:end]
