"""Arguments in, exit code out; the only place that prints.

Exit codes, the same for every command and changed by no option:

===  ==========================================================================
0    the work was done; for gate: the gate holds
2    usage error or unusable input (every problem on stderr)
3    gate only: the gate does not hold
4    nothing was checked: no task, no statement or no evidence in scope
130  interrupted; what was written before is whole
===  ==========================================================================
"""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

from checker.cli.screen import Screen
from checker.errors import InputError, NothingCheckedError, cause_of

DONE, UNUSABLE, GATE_SHUT, NOTHING, INTERRUPTED = 0, 2, 3, 4, 130


def entry() -> None:
    """The console script."""
    # A run builds values and ends: looking for garbage among them at every 700th costs a tenth of it.
    gc.set_threshold(100_000, 20, 20)
    try:
        code = main()
    except KeyboardInterrupt:  # before the command line was read, or while an interruption was being told
        code = INTERRUPTED
    # The work is done and its code is known: an interruption while the interpreter clears up would hide it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


def main(argv: Sequence[str] | None = None, screen: Screen | None = None) -> int:
    """Run one command line and return its exit code."""
    from checker.cli.commands import parser

    screen = screen or Screen.of_process()
    argv = sys.argv[1:] if argv is None else argv
    try:
        args = parser(argv).parse_args(argv)
    except SystemExit as leaving:  # argparse leaves this way after --help (0) and usage errors (2)
        return int(leaving.code or 0)
    return _run(args, screen)


def _run(args: argparse.Namespace, screen: Screen) -> int:
    try:
        code = int(args.run(args, screen))
        screen.flush()
        return code
    except InputError as error:
        for problem in error.problems:
            screen.say(str(problem))
        screen.say(f"共 {len(error.problems)} 处问题，未作评估")
        return UNUSABLE
    except NothingCheckedError as nothing:
        screen.say(str(nothing))
        return NOTHING
    except KeyboardInterrupt:
        screen.say("已中断")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the pipe (head, less) has seen enough
        _drop_output()
        return DONE
    except OSError as error:  # standard output goes to a full disk or a device that refuses
        _drop_output()
        screen.say(f"写不出结果：{cause_of(error)}")
        return UNUSABLE


def _drop_output() -> None:
    """Let what is still held back go nowhere, so that the interpreter does not complain at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
