"""OFD, the national format of official documents (GB/T 33190-2016): a zip of XML, read directly.

easyofd draws pages and brings a dozen compiled packages; only the text and its places are needed,
and with these the lines are put in order as those of a PDF are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from checker.reading.blocks import Content
from checker.reading.limits import Limits, UnreadableError, Watch, too_many
from checker.reading.printed import is_layered, is_scan, printed_blocks
from checker.reading.printed.glyphs import COVERS, LEVEL, Glyph, PrintedPage
from checker.reading.safexml import parse
from checker.reading.zipped import Package, resolve

_POINTS = 72 / 25.4
"""Points in a millimetre, the unit of OFD."""
_NUMBER = re.compile(r"g|[+-]?(?:\d+\.?\d*|\.\d+)")
_A4 = (0.0, 0.0, 210.0, 297.0)
_UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_REPEATS = 10_000


def read_ofd(data: bytes, limits: Limits, watch: Watch) -> Content:
    """Read an OFD. Raises UnreadableError."""
    package = Package(data, limits)
    pages = list(_pages(package, limits, watch))
    if not pages:
        raise UnreadableError("R008", "OFD 里没有页", "请重新复制或下载；能打开的话另存一份再读")
    if sum(map(is_scan, pages)) * 2 > len(pages):
        raise UnreadableError("R020", f"这是扫描件（{len(pages)} 页图片），没有文字", "请打印成 PDF 再识别文字")
    layered = sum(map(is_layered, pages)) * 2 > len(pages)
    return Content(printed_blocks(pages, limits, watch), scanned=layered)


def _pages(package: Package, limits: Limits, watch: Watch) -> Iterator[PrintedPage]:
    root = _part(package, "OFD.xml", limits, watch)
    count = 0
    for location in root.iter("DocRoot"):
        name = resolve("OFD.xml", location.text or "")
        document = _part(package, name, limits, watch)
        area = _box(document.find("CommonData/PageArea"))
        templates = {item.get("ID", ""): item.get("BaseLoc", "") for item in document.iter("TemplatePage")}
        pages = document.find("Pages")
        for item in pages if pages is not None else ():
            count += 1
            if count > limits.pages:
                raise too_many("页", count, limits.pages)
            watch.check()
            page = _part(package, resolve(name, item.get("BaseLoc", "")), limits, watch)
            layers = [page]
            for used in page.findall("Template"):
                place = templates.get(used.get("TemplateID", ""))
                if place:
                    layers.insert(0, _part(package, resolve(name, place), limits, watch))
            yield _page(layers, _box(page.find("Area")) or area or _A4, limits)


def _part(package: Package, name: str, limits: Limits, watch: Watch) -> Element:
    data = package.read(name)
    if data is None:
        raise UnreadableError("R008", f"OFD 里缺少 {name[-60:]}", "请重新复制或下载；能打开的话另存一份再读")
    return parse(data, limits, watch)


def _box(area: Element | None) -> tuple[float, float, float, float] | None:
    """Left, top, width and height of the physical box."""
    box = _numbers(area.findtext("PhysicalBox") or "") if area is not None else []
    return (box[0], box[1], box[2], box[3]) if len(box) == 4 and box[2] > 0 and box[3] > 0 else None


def _page(layers: list[Element], box: tuple[float, float, float, float], limits: Limits) -> PrintedPage:
    glyphs: list[Glyph] = []
    unseen = 0
    pictured = False
    for layer in layers:
        for item in layer.iter():
            if item.get("Visible", "true").lower() == "false":
                continue
            if item.tag == "TextObject":
                found = list(_glyphs(item, box[3]))
                glyphs += found
                unseen += len(found) if item.get("Alpha") == "0" else 0
                if len(glyphs) > limits.characters:
                    raise too_many("文字", len(glyphs), limits.characters)
            elif item.tag == "ImageObject":
                area = _numbers(item.get("Boundary", ""))
                pictured = pictured or (len(area) == 4 and area[2] * area[3] >= COVERS * box[2] * box[3])
    share = unseen / len(glyphs) if glyphs else 0.0
    return PrintedPage(tuple(glyphs), box[2] * _POINTS, box[3] * _POINTS, pictured, share)


def _glyphs(item: Element, height: float) -> Iterator[Glyph]:
    """The characters of a text object. Places are in its own box, turned by its matrix; y grows downwards."""
    boundary = _numbers(item.get("Boundary", "")) or [0.0, 0.0]
    matrix = _numbers(item.get("CTM", ""))
    a, b, c, d, e, f = matrix if len(matrix) == 6 else _UNIT
    size = _first(item.attrib, "Size", 3.5)
    stretch = _first(item.attrib, "HScale", 1.0)
    along = (a * a + b * b) ** 0.5
    if len(boundary) < 2 or a < LEVEL * along:
        return  # along the margin or slanting: stamps and water marks
    for code in item.findall("TextCode"):
        text = "".join(code.itertext())
        x, y = _first(code.attrib, "X", 0.0), _first(code.attrib, "Y", size)
        steps = _deltas(code.get("DeltaX", ""), len(text))
        drops = _deltas(code.get("DeltaY", ""), len(text))
        for index, char in enumerate(text):
            advance = steps[index] if index < len(steps) else size * stretch * (0.5 if char < "\u2000" else 1.0)
            left = boundary[0] + a * x + c * y + e
            down = boundary[1] + b * x + d * y + f
            width = min(advance, size * 1.2) * along if advance > 0 else 0.0
            place = (left * _POINTS, (height - down) * _POINTS)
            yield Glyph(char, *place, abs(size * d) * _POINTS, width * _POINTS)
            x += advance
            y += drops[index] if index < len(drops) else 0.0


def _deltas(text: str, count: int) -> list[float]:
    """Advances of the characters: plain numbers, and g n v for n times v."""
    found: list[float] = []
    parts = _NUMBER.findall(text)
    at = 0
    while at < len(parts) and len(found) < count:
        if parts[at] == "g" and at + 2 < len(parts) and "g" not in parts[at + 1 : at + 3]:
            found += [float(parts[at + 2])] * int(min(float(parts[at + 1]), count, _MOST_REPEATS))
            at += 3
        else:
            if parts[at] != "g":
                found.append(float(parts[at]))
            at += 1
    return found


def _first(attributes: Mapping[str, str], name: str, default: float) -> float:
    numbers = _numbers(attributes.get(name, ""))
    return numbers[0] if numbers else default


def _numbers(text: str) -> list[float]:
    return [float(part) for part in _NUMBER.findall(text[:2000]) if part != "g"]
