"""The signs of a stance in one clause: a gap, a plan, work under way, a fact.

The words are in plan/lexicon.toml, [stance]; here is the grammar around them: 将 before a verb is a plan
and before a noun a preposition, 不足 after 破解 is what was mended, 未 before 发生 is good news.
"""

from __future__ import annotations

import re

from checker.lexicon import Lexicon

_TAIL = r"(?:[、等和及与]|的?(?:问题|情况|情形|现象|局面|矛盾|短板|困难|状况|倾向)|$)"
_QUANTITY = r"[\d一二两三四五六七八九十百千]"
_FIGURE = re.compile(r"\d(?!\d*\s?年(?!内|来))[\d,.]*\s?(?:余|多)?\s?(?:[万亿]?[一-鿿%％℃])")
_LAPSE = re.compile(r"发生|出现|败诉|通报|撤销|纠错|纠正|投诉|事故|违法|违规|超期|逾期|上访|举报|追责|问责|瞒报|漏|推翻|变更|差评|退回|积压")
_PREPOSITION = re.compile(r"作为|纳入|列为|列入|摆在|摆上|放在|放到|融入|贯穿|落到|落实到|转化为|结合起来|相结合|统一|调整为|提高到|延伸到|写入")


def alternation(lexicon: Lexicon, name: str) -> str:
    """The words of one list of [stance] as an alternation; matches nothing where the list is empty."""
    return "|".join(map(re.escape, lexicon.words("stance", name))) or r"(?!)"


class Signs:
    """Finds the signs in a clause; each finder returns the words that it found, "" where there are none."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> str:
            return alternation(lexicon, name)

        self._gap = re.compile(
            rf"(?:{words('gap_phrases')})"
            rf"|(?:{words('gap_predicates')}){_TAIL}|不够[一-鿿]{{0,5}}{_TAIL}"
            rf"|(?:{words('gap_holders')})[^，]{{0,24}}?(?:{words('gap_nouns')})"
            rf"|(?:仅|只|才)(?:有|占|为|达|配|设|能|够|完成|覆盖|办理|配备|建成){_QUANTITY}?|(?:人均|平均|均)(?:仅|不足|不到)"
            rf"|(?:{words('bad_rates')})[^，]{{0,10}}(?:偏高|较高|过高|居高不下|反弹|不降反升)"
        )
        self._lack = re.compile(rf"(?:没有|尚无|还没|无){_QUANTITY}?")
        self._weak = re.compile(rf"(?:{words('weak_gaps')})")
        self._remedy = re.compile(rf"(?:{words('remedies')})")
        self._mended = re.compile(rf"(?:{words('mended')})")
        self._good = re.compile(rf"(?:{words('good_negations')})")
        self._turn = re.compile(rf"^(?:{words('turns')})")
        self._concession = re.compile(rf"(?:{words('concessions')})")
        self._future = re.compile(
            rf"(?:{words('future')})|(?<![已即行])将(?:{words('future_after_jiang')})|(?:{words('future_after_ni')})"
        )
        self._progress = re.compile(
            rf"(?:{words('progress')})|(?:进入|处于|转入|尚处|步入)[^，]{{0,16}}(?:阶段|环节|程序|期间?|之中)"
            rf"|(?:{words('progress_nouns')})之?中$"
        )
        self._done = re.compile(rf"(?:{words('done')})")
        self._aims = re.compile(rf"^(?:[一-鿿]{{0,6}})(?:{words('aims')})")

    def gap(self, clause: str) -> str:
        """The words with which a clause admits a gap, "" where what it names was mended or never happened."""
        found = self._gap.search(clause) or self._bad_lack(clause)
        if not found or self._good.search(clause):
            return ""
        if self._remedy.search(clause, 0, found.start()) or self._mended.search(clause, found.start()):
            return ""
        return found.group()

    def _bad_lack(self, clause: str) -> re.Match[str] | None:
        """没有, 无: a gap, unless what is lacking is a lapse (没有一起投诉)."""
        found = self._lack.search(clause)
        if not found or found.group() == "无" or _LAPSE.search(clause, found.start()):
            return None
        return found

    def weak_gap(self, clause: str) -> str:
        """Words that admit a gap only after a turn: 仍, 难, 少."""
        return self.gap(clause) or _group(self._weak.search(clause))

    def turn(self, clause: str) -> str:
        """但, 不过, 然而 at the head of a clause."""
        return _group(self._turn.search(clause))

    def concession(self, clause: str) -> str:
        """A clause that grants something before the main one: 虽然, 尽管, 面对."""
        return _group(self._concession.search(clause))

    def mended(self, clause: str) -> str:
        """What was amiss has been put right."""
        return _group(self._mended.search(clause))

    def future(self, clause: str) -> str:
        """The words that make a clause a plan; 将X纳入Y is none."""
        found = self._future.search(clause)
        if not found or (found.group().startswith("将") and _PREPOSITION.search(clause, found.end())):
            return ""
        return found.group()

    def progress(self, clause: str) -> str:
        """The words that tell work under way."""
        return _group(self._progress.search(clause))

    def done(self, clause: str) -> str:
        """The words of a finished act, or a figure."""
        return _group(self._done.search(clause) or _FIGURE.search(clause))

    def aims(self, clause: str) -> str:
        """A clause whose verb tells direction, not result: 推动, 确保."""
        return _group(self._aims.search(clause))

    def figure(self, clause: str) -> str:
        """A number with a measure word; years are none."""
        return _group(_FIGURE.search(clause))


def _group(found: re.Match[str] | None) -> str:
    return found.group() if found else ""
