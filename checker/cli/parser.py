"""argparse with Chinese help: titles in Chinese and columns aligned by the width a terminal shows."""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
import unicodedata
from collections.abc import Iterator
from typing import Any, NoReturn

Subcommands = Any  # argparse gives the type of add_subparsers() no public name

_ERRORS = (
    (re.compile(r"unrecognized arguments: (.*)"), r"不认识的参数：\1"),
    (re.compile(r"the following arguments are required: (.*)"), r"缺少参数：\1"),
    (re.compile(r"argument (.*): invalid choice: (.*) \(choose from (.*)\)"), r"\1：没有 \2 这个选择，可用：\3"),
    (re.compile(r"argument (.*): invalid \w+ value: (.*)"), r"\1：写法不对：\2"),
    (re.compile(r"argument (.*): expected .*"), r"\1：缺少取值"),
    (re.compile(r"argument (.*): not allowed with argument (.*)"), r"\1 与 \2 不能同时用"),
    (re.compile(r"one of the arguments (.*) is required"), r"要有下列参数之一：\1"),
    (re.compile(r"ambiguous option: (.*) could match (.*)"), r"\1 不明确，可能是：\2"),
    (re.compile(r"argument (.*?): (.*)"), r"\1：\2"),
)
_INDENT = 2
_GAP = 2
_MAX_LEFT = 30


class Parser(argparse.ArgumentParser):
    """A parser whose help and mistakes are in Chinese; abbreviations of options are not accepted."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("allow_abbrev", False)
        super().__init__(add_help=False, **options)
        self.add_argument("-h", "--help", action="help", help="显示帮助")

    def error(self, message: str) -> NoReturn:
        """Say the mistake in Chinese and leave with the exit code of a usage error."""
        for pattern, chinese in _ERRORS:
            if pattern.fullmatch(message):
                message = pattern.sub(chinese, message)
                break
        self.exit(2, f"用法错误：{message}\n查看用法：{self.prog} --help\n")

    def format_usage(self) -> str:
        """One line, or several, with the options in their order."""
        parts = [self._usage_of(action) for action in self._actions if action.dest != "help"]
        return f"用法：{self.prog} " + " ".join(parts) + "\n"

    def format_help(self) -> str:
        """Usage, description, arguments and options."""
        sections = [textwrap.fill(self.format_usage().strip(), 100, subsequent_indent="      ") + "\n"]
        if self.description:
            sections.append(self.description + "\n")
        for title, actions in self._sections():
            rows = [row for action in actions for row in _rows(action)]
            sections.append(f"{title}：\n" + "".join(_aligned(rows)))
        if self.epilog:
            sections.append(self.epilog + "\n")
        return "\n".join(sections)

    def _sections(self) -> Iterator[tuple[str, list[argparse.Action]]]:
        positional = [action for action in self._actions if not action.option_strings]
        optional = [action for action in self._actions if action.option_strings]
        commands = any(isinstance(action, argparse._SubParsersAction) for action in positional)
        if positional:
            yield ("命令" if commands else "参数"), positional
        yield "选项", optional

    def _usage_of(self, action: argparse.Action) -> str:
        if isinstance(action, argparse._SubParsersAction):
            return "命令 …"
        if not action.option_strings:
            name = _value(action)
            return f"{name} …" if action.nargs == "+" else f"[{name} …]" if action.nargs == "*" else (
                f"[{name}]" if action.nargs == "?" else name
            )
        text = _left(action)
        repeat = "…" if isinstance(action, argparse._AppendAction) else ""
        return f"{text}{repeat}" if action.required else f"[{text}]{repeat}"


def _rows(action: argparse.Action) -> Iterator[tuple[str, str]]:
    if isinstance(action, argparse._SubParsersAction):
        for choice in action._choices_actions:
            yield choice.dest, choice.help or ""
    else:
        yield _left(action), action.help or ""


def _left(action: argparse.Action) -> str:
    names = ", ".join(action.option_strings)
    if not names:
        return _value(action)
    return names if action.nargs == 0 else f"{names} {_value(action)}"


def _value(action: argparse.Action) -> str:
    if action.metavar is None and action.choices is not None:
        return "|".join(map(str, action.choices))
    return str(action.metavar or action.dest.upper())


def _aligned(rows: list[tuple[str, str]]) -> Iterator[str]:
    width = min(_MAX_LEFT, max((cells(left) for left, _ in rows), default=0))
    screen = max(60, shutil.get_terminal_size((100, 24)).columns)
    pad = " " * (_INDENT + width + _GAP)
    for left, right in rows:
        lines = list(wrap_cells(right, screen - len(pad))) or [""]
        head = f"{' ' * _INDENT}{left}"
        if cells(left) > width:
            yield f"{head}\n"
            head = ""
        yield f"{head}{' ' * (len(pad) - cells(head))}{lines[0]}\n".rstrip(" ")
        for line in lines[1:]:
            yield f"{pad}{line}\n"


def cells(text: str) -> int:
    """Columns that a text takes in a terminal: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def wrap_cells(text: str, width: int) -> Iterator[str]:
    """Break a text into lines of at most `width` columns; Chinese may break anywhere."""
    line, used = "", 0
    for char in text:
        size = cells(char)
        if used + size > width:
            yield line
            line, used = "", 0
        line += char
        used += size
    if line:
        yield line
