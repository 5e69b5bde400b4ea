"""The paragraphs of stored reports, read again from their files; a file that changed since is passed over."""

from __future__ import annotations

from collections.abc import Iterator

from checker.batch.places import fetched
from checker.errors import InputError, Problem
from checker.reading import LIMITS, read
from checker.reading.source import safe_name
from checker.rollup.model import Passage
from checker.store.model import Reader


def passages_of(store: Reader, problems: list[Problem]) -> Iterator[Passage]:
    """All paragraphs of all reports, by government, year and digest; what cannot be read goes to `problems`."""
    paths: dict[str, str] = {}
    for file in store.files().values():
        if file.sha256:
            paths.setdefault(file.sha256, file.path)
    for judgement in store.judgements():
        path = paths.get(judgement.sha256, judgement.name)
        try:
            with fetched(path) as local:
                document = read(local.path, LIMITS)
        except InputError as error:
            problems.extend(error.problems)
            continue
        if document.sha256 != judgement.sha256:
            message = "文件在评估之后改过，未参加雷同比对"
            problems.append(Problem(safe_name(path), 0, "B020", message, "请重新运行 checker batch"))
            continue
        place = judgement.government or judgement.title or judgement.name
        for paragraph in document.paragraphs:
            yield Passage(place, judgement.year, judgement.sha256, paragraph.lines[0][1], paragraph.text)
