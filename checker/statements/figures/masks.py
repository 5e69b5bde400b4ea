"""What has digits and is no quantity: dates, document numbers, titles, slogans, versions, hotlines, codes.

Such spans are overwritten with MASK, one character for one, so that offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.patterns import Pattern
from checker.statements.patterns import replaced

MASK = "\x00"

_FOLD = tuple(zip("０１２３４５６７８９％﹪．：∶；（）＋／［］～－−‐‑", "0123456789%%.::;()+/[]~----", strict=True))
_QUOTED = Pattern(r"“[^“”]*”|\"[^\"]*\"|「[^「」]*」")
_QUOTES = '“"「'
MAX_NAME = 20
"""A quotation up to this length is a name or a slogan; a longer one is speech that may state figures."""

_FIRST = r"《0-9A-Za-z.+第前(〔\["
_NUMERAL = "[0-9零〇一二两三四五六七八九十百]"
_AT_DIGIT = (
    # formulas: 1+42+N, 7×24小时, 3:1, 9:30
    r"[0-9]{1,4}[+][0-9+N]*",
    r"[0-9]{1,3}[×*][0-9]{1,3}(?:小时)?",
    r"(?<!\.)[0-9]{1,4}(?:\.[0-9]{1,4})?(?::[0-9]{1,4}(?:\.[0-9]{1,4})?)+",
    # days of a year known by their numbers: 12·4, 3·15
    r"[0-9]{1,2}[·•・][0-9]{1,2}(?![0-9])",
    # years, months, days
    r"(?:19|20)[0-9]{2}年?(?:度|底|末|初)?[-—–~至到]{1,2}(?:19|20)[0-9]{2}(?![0-9])年?",
    r"(?:19|20)[0-9]{2}年",
    r"(?<!\.)[0-9]{1,2}(?:[-—–~至到、]{1,2}[0-9]{1,2})?月(?:份|底|初|末)?",
    r"(?<![.限为])(?:[12]?[0-9]|3[01])日(?!内|以内|之内|均|缩短|压缩|压减|延长|期限)",
    # numbers of documents, lines and houses; version and edition
    r"(?<!\.)[0-9]{1,6}号",
    r"(?<!\.)[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}版",
    # enumerators at the head of a statement
    r"\A[0-9]{1,2}[)、.](?![0-9])",
)
"""What begins with a digit, tried at the first digit of a number alone."""
_ELSEWHERE = (
    r"《[^《》]*》",
    # +20, and years and notes in brackets
    r"[+][0-9]{1,4}(?![0-9])",
    r"[(〔\[](?:19|20)[0-9]{2}[)〕\]]",
    r"\[[0-9]{1,3}\]",
    # ordinals and ranks: 第五次, 第1至3名, 前10位
    rf"第{_NUMERAL}{{1,8}}(?:[至、—-]第?{_NUMERAL}{{1,8}}(?=[位名批期]))?",
    rf"前(?<![以之此目日月年底]前){_NUMERAL}{{1,4}}(?=[位名强])",
    # enumerators in brackets at the head of a statement
    r"\A[(][0-9]{1,2}[)、.](?![0-9])",
)


def fold(text: str) -> str:
    """Full-width digits and marks as their ASCII twins, one character for one."""
    return replaced(text, _FOLD)


class Masks:
    """Overwrites what is no quantity; slogans, hotlines and Latin units come from the lexicon."""

    def __init__(self, slogans: Iterable[str], hotlines: Iterable[str], latin_units: Iterable[str]) -> None:
        units = "|".join(map(re.escape, latin_units)) or "(?!)"
        numbers = "|".join(map(re.escape, hotlines)) or "(?!)"
        names = [re.escape(name) for name in sorted(slogans, key=len, reverse=True)]
        # identifiers, versions and words with Latin letters: 5G, PM2.5, A4, V3.0, 4A级, 1e999
        latin = (
            rf"(?<![0-9.A-Za-z])(?![0-9.]{{1,16}}(?:{units})(?![A-Za-z0-9]))"
            r"[0-9.]{0,20}[A-Za-z](?<!万[A-Za-z])[A-Za-z0-9.]*(?:\+级)?"
        )
        at_digit = "|".join((*_AT_DIGIT, rf"(?:{numbers})(?![0-9])"))
        elsewhere = "|".join((*_ELSEWHERE, *names))
        # most characters can begin none of them: one look at the character spares the alternatives
        first = _FIRST + "".join(sorted({name[0] for name in names}))
        self._pattern = Pattern(f"(?=[{first}])(?:{latin}|(?=[0-9])(?<![0-9])(?:{at_digit})|{elsewhere})")

    def apply(self, folded: str) -> str:
        """The folded text with every such span overwritten."""
        if any(map(folded.__contains__, _QUOTES)):
            folded = _QUOTED.sub(_blank_name, folded)
        return self._pattern.sub(_blank, folded)


def _blank(match: re.Match[str]) -> str:
    return MASK * len(match.group())


def _blank_name(match: re.Match[str]) -> str:
    return _blank(match) if len(match.group()) <= MAX_NAME + 2 else match.group()
