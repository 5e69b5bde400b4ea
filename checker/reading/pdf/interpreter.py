"""A page's content -> glyphs, following the text and graphics state (ISO 32000-1, 8.4 and 9.4)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from checker.reading.limits import Limits, Watch, too_many
from checker.reading.pdf.content import Operand, operators
from checker.reading.pdf.fonts import Font
from checker.reading.pdf.objects import PageSource, dictionary, numbers, plain, stream_bytes
from checker.reading.printed.glyphs import COVERS, LEVEL, Glyph, PrintedPage, seen_size, upright

Matrix = tuple[float, float, float, float, float, float]

_UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_FORMS = 400
"""Forms (pieces of content that pages share) that one page may draw; more is a bomb."""
_DEEPEST_FORM = 12
_DEEPEST_STATE = 200


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies `first`, then `second`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state that q saves, as far as text needs it."""

    matrix: Matrix = _UNIT
    font: Font | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


class FontCache:
    """Fonts by the object that describes them, for all pages of a file."""

    def __init__(self) -> None:
        self._fonts: dict[Any, Font] = {}

    def get(self, source: Any) -> Font:
        """The font of a resource."""
        key = getattr(source, "idnum", None) or id(plain(source))
        if key not in self._fonts:
            self._fonts[key] = Font(source)
        return self._fonts[key]


class Interpreter:
    """Runs the content of one page."""

    def __init__(self, page: PageSource, fonts: FontCache, limits: Limits, watch: Watch) -> None:
        self._page, self._fonts, self._limits, self._watch = page, fonts, limits, watch
        self.glyphs: list[Glyph] = []
        self._state = State()
        self._saved: list[State] = []
        self._line = self._text = _UNIT
        self._forms = self._steps = self._unseen = 0
        self._pictured = False
        self._depth = 0
        self._resources: Mapping[str, Any] = dictionary(page.resources)

    def run(self) -> PrintedPage:
        """The glyphs of the page. Raises UnreadableError when the time or the characters are used up."""
        most = self._limits.stream_bytes
        self._run(b"\n".join(stream_bytes(part, most) for part in self._page.content))
        width, height = seen_size(self._page.box, self._page.rotation)
        unseen = self._unseen / len(self.glyphs) if self.glyphs else 0.0
        return PrintedPage(tuple(self.glyphs), width, height, self._pictured, unseen)

    def _run(self, data: bytes) -> None:
        for name, operands in operators(data):
            self._steps += 1
            if self._steps % 4096 == 0:
                self._watch.check()
            if name in _TEXT_SHOWING:
                self._show_operator(name, operands)
            elif name in _SETTINGS:
                self._set(name, operands)
            elif name in _MOVES:
                self._move(name, operands)
            elif name == "q":
                if len(self._saved) < _DEEPEST_STATE:
                    self._saved.append(self._state)
            elif name == "Q":
                self._state = self._saved.pop() if self._saved else self._state
            elif name == "cm":
                self._state = replace(self._state, matrix=times(_matrix(operands), self._state.matrix))
            elif name == "Tf":
                self._set_font(operands)
            elif name == "Do":
                self._draw(operands)

    def _set_font(self, operands: list[Operand]) -> None:
        name = next((item for item in operands if isinstance(item, str)), "")
        source = dictionary(self._resources.get("/Font")).get(name)
        font = self._fonts.get(source) if source is not None else None
        self._state = replace(self._state, font=font, size=_number(operands))

    def _set(self, name: str, operands: list[Operand]) -> None:
        value = _number(operands)
        state = self._state
        if name == "Tc":
            self._state = replace(state, char_space=value)
        elif name == "Tw":
            self._state = replace(state, word_space=value)
        elif name == "Tz":
            self._state = replace(state, stretch=value / 100)
        elif name == "TL":
            self._state = replace(state, leading=value)
        elif name == "Ts":
            self._state = replace(state, rise=value)
        else:
            self._state = replace(state, mode=int(value))

    def _move(self, name: str, operands: list[Operand]) -> None:
        if name == "BT":
            self._line = self._text = _UNIT
        elif name == "Tm":
            self._line = self._text = _matrix(operands)
        elif name == "T*":
            self._next_line()
        else:
            values = [item for item in operands if isinstance(item, float)]
            if len(values) >= 2:
                if name == "TD":
                    self._state = replace(self._state, leading=-values[-1])
                self._line = self._text = times((1.0, 0.0, 0.0, 1.0, values[-2], values[-1]), self._line)

    def _next_line(self) -> None:
        self._line = self._text = times((1.0, 0.0, 0.0, 1.0, 0.0, -self._state.leading), self._line)

    def _show_operator(self, name: str, operands: list[Operand]) -> None:
        if name in {"'", '"'}:
            self._next_line()
        for operand in operands:
            if isinstance(operand, bytes):
                self._show(operand)
            elif isinstance(operand, list) and name == "TJ":
                for item in operand:
                    if isinstance(item, bytes):
                        self._show(item)
                    else:
                        self._advance(-item / 1000 * self._state.size * self._state.stretch)

    def _advance(self, distance: float) -> None:
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + distance * a, f + distance * b)

    def _show(self, data: bytes) -> None:
        """Print a string: a glyph for each character, the place moving on by its advance."""
        state = self._state
        if state.font is None:
            return
        for text, width, space in state.font.decode(data):
            step = width * state.size + state.char_space + (state.word_space if space else 0.0)
            self._print(text, width)
            self._advance(step * state.stretch)
        if len(self.glyphs) > self._limits.characters:
            raise too_many("文字", len(self.glyphs), self._limits.characters)

    def _print(self, text: str, width: float) -> None:
        a, b, c, d, e, f = times(self._text, self._state.matrix)
        x, y = e + c * self._state.rise, f + d * self._state.rise
        size = abs(self._state.size) * math.hypot(c, d)
        x, y = upright(x, y, self._page.box, self._page.rotation)
        along = math.hypot(a, b)
        across = (a, b, -a, -b)[self._page.rotation // 90 % 4]
        if across < LEVEL * along or not all(map(math.isfinite, (x, y, size, along))):
            return  # slanting, upside down or along the margin: water marks and stamps
        self.glyphs.append(Glyph(text, x, y, size, width * abs(self._state.size) * along))
        self._unseen += self._state.mode == 3

    def _draw(self, operands: list[Operand]) -> None:
        """Draw a form, or note that a picture covers the page."""
        name = next((item for item in operands if isinstance(item, str)), "")
        source = dictionary(self._resources.get("/XObject")).get(name)
        form = dictionary(source)
        kind = str(plain(form.get("/Subtype")))
        if kind == "/Image":
            a, b, c, d, _, _ = self._state.matrix
            box = self._page.box
            area = abs(a * d - b * c)
            self._pictured = self._pictured or area >= COVERS * (box[2] - box[0]) * (box[3] - box[1])
        elif kind == "/Form" and self._depth < _DEEPEST_FORM and self._forms < _MOST_FORMS:
            self._forms += 1
            self._depth += 1
            kept = self._state, self._saved, self._resources, self._line, self._text
            own = _matrix(numbers(form.get("/Matrix")))
            self._state = replace(self._state, matrix=times(own, self._state.matrix))
            self._saved = []
            self._resources = dictionary(form.get("/Resources")) or self._resources
            self._run(stream_bytes(source, self._limits.stream_bytes))
            self._state, self._saved, self._resources, self._line, self._text = kept
            self._depth -= 1


_TEXT_SHOWING = frozenset({"Tj", "TJ", "'", '"'})
_SETTINGS = frozenset({"Tc", "Tw", "Tz", "TL", "Ts", "Tr"})
_MOVES = frozenset({"BT", "Tm", "Td", "TD", "T*"})


def _matrix(operands: list[Operand] | list[float]) -> Matrix:
    values = [item for item in operands if isinstance(item, float)]
    if len(values) < 6:
        return _UNIT
    a, b, c, d, e, f = values[-6:]
    return (a, b, c, d, e, f)


def _number(operands: list[Operand]) -> float:
    return next((item for item in reversed(operands) if isinstance(item, float)), 0.0)
