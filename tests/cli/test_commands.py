"""The command line: exit codes, documents on standard output, problems on standard error."""

from __future__ import annotations

import gc
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml

from checker.cli import entry, main
from checker.cli.screen import Screen

REPORT = Path(__file__).parent.parent / "cases" / "admitted-gap-beside-result" / "report.md"


def call(*argv: str | Path) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main([str(arg) for arg in argv], Screen(out, err))
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def here(root, monkeypatch):
    """The project's own folder as the current one, so that the defaults of the contract apply."""
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def empty(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


class TestExitCodes:
    """One test a row of the table in the docstring of checker.cli."""

    def test_check__done__0(self, here):
        assert call("check")[0] == 0

    def test_gate__open_gap__3(self, here):
        code, out, _ = call("gate")
        assert code == 3
        assert "不放行" in out

    def test_usage_error__2(self, here):
        code, out, _ = call("check", "--year", "1")
        assert (code, out) == (2, "")

    def test_unusable_input__2(self, here, tmp_path):
        code, out, err = call("check", "--plan", tmp_path / "none.toml")
        assert (code, out) == (2, "")
        assert "F001" in err

    @pytest.mark.parametrize("command", ["check", "gate"])
    def test_no_evidence__4(self, here, empty, command):
        code, out, err = call(command, "--evidence", empty)
        assert (code, out) == (4, "")
        assert "没有佐证" in err

    @pytest.mark.parametrize("command", ["check", "gate"])
    def test_year_without_evidence__4(self, here, command):
        assert call(command, "--year", "2050")[0] == 4

    def test_narrowed_to_nothing__4(self, here):
        assert call("check", "--clause", "1")[0] == 4

    def test_gate__nothing_due_in_scope__4_and_never_a_pass(self, here):
        assert call("gate", "--status", "not_due")[0] == 4

    def test_extract__empty_report__2_or_4(self, here, tmp_path):
        blank = tmp_path / "blank.md"
        blank.write_text("", encoding="utf-8")
        assert call("extract", blank)[0] in (2, 4)

    def test_interrupted__130(self, here, monkeypatch):
        monkeypatch.setattr("checker.cli.check.assess_request", _interrupt)
        assert call("check")[0] == 130


class TestProcess:
    """What the process ends with when it is interrupted outside the work itself."""

    @pytest.fixture
    def left(self, monkeypatch):
        """The code with which the console script leaves, and what it then does on an interruption."""
        handler, thresholds = signal.getsignal(signal.SIGINT), gc.get_threshold()

        def run(main):
            monkeypatch.setattr("checker.cli.main", main)
            with pytest.raises(SystemExit) as leaving:
                entry()
            return leaving.value.code, signal.getsignal(signal.SIGINT)

        yield run
        signal.signal(signal.SIGINT, handler)
        gc.set_threshold(*thresholds)

    def test_interrupted_before_the_command_line_was_read__130(self, left):
        assert left(_interrupt)[0] == 130

    def test_done__the_code_and_no_interruption_hides_it(self, left):
        assert left(lambda: 3) == (3, signal.SIG_IGN)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_gate__everything_asked_is_met__0(here, empty, tmp_path):
    plan = tmp_path / "tasks.toml"
    plan.write_text(
        '[plan]\ntitle = "清单"\ngovernment = "丙市"\nlevel = "city"\n'
        '[[task]]\nid = "reconsideration.reform.plan"\ntitle = "复议体制改革"\nclause = 22\nobligation = "复议改革"\n'
        'kind = "state"\nlevels = ["city"]\ncriterion = "完成"\nterms = ["行政复议体制改革", "改革任务"]\n',
        encoding="utf-8",
    )
    code, out, err = call("gate", "--plan", plan, "--evidence", empty, "--report", REPORT)
    assert code == 0, out + err


class TestDocuments:
    """With --format json or junit standard output carries that document and nothing else."""

    def test_check_json__keys_of_the_contract(self, here):
        document = json.loads(call("check", "--format", "json")[1])
        assert document["schema"] == "checker.assessment/1"
        assert set(document) >= {"plan", "year", "as_of", "cells", "claims", "coverage", "unmatched", "findings"}
        assert (document["year"], document["as_of"]) == (2022, "2022-12-31")
        cell = document["cells"][0]
        names = {"task", "title", "clause", "obligation", "level", "status", "reason", "evidence", "blocked_by", "due"}
        assert set(cell) >= names
        assert set(document["claims"][0]) >= {"obligation", "level", "verdict", "evidence", "reason"}
        assert set(document["coverage"]) >= {"due", "by_status", "by_level", "by_clause", "by_obligation"}
        assert len(document["cells"]) == 426

    def test_gate_json__carries_the_outcome(self, here):
        code, out, _ = call("gate", "--format", "json")
        gate = json.loads(out)["gate"]
        assert (code, gate["holds"]) == (3, False)
        assert gate["failures"]

    def test_gate_junit__is_read_back(self, here):
        xml = JUnitXml.fromstring(call("gate", "--format", "junit")[1].encode())
        assert xml.failures > 0

    def test_extract_json__keys_of_the_contract(self, here):
        document = json.loads(call("extract", REPORT, "--format", "json")[1])
        assert document["schema"] == "checker.statements/1"
        assert set(document["report"]) >= {"name", "sha256", "title", "government", "level", "year"}
        assert document["report"]["government"] == "丙市"
        names = {"id", "quote", "chapter", "line", "tasks", "clauses", "obligations", "levels", "stance", "figures"}
        for statement in document["statements"]:
            assert set(statement) >= names
            assert any(because["label"] == "stance" and because["rule"] for because in statement["because"])

    def test_audit_json__keys_of_the_contract(self, here):
        document = json.loads(call("audit", REPORT, "--format", "json")[1])
        assert document["schema"] == "checker.audit/1"
        assert set(document) >= {"findings", "confirmed"}

    def test_ratio_over_nothing__is_null(self, here):
        document = json.loads(call("check", "--level", "province", "--format", "json")[1])
        assert document["coverage"]["due"] == {"met": 0, "applicable": 0, "ratio": None}


def test_extract__folder_with_a_broken_file__does_the_rest_and_names_it(here, tmp_path):
    (tmp_path / "a.md").write_text(REPORT.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "c.md").write_text(REPORT.read_text(encoding="utf-8").replace("17个", "16个"), encoding="utf-8")
    code, out, err = call("extract", tmp_path, "--format", "json")
    assert code == 2
    assert [json.loads(line)["report"]["name"] for line in out.splitlines()] == ["a.md", "c.md"]
    assert "b.docx" in err


@pytest.mark.parametrize("limit", ["bytes=10", "paragraphs=1"])
def test_extract__limit_lowered__is_obeyed(here, limit):
    code, _, err = call("extract", REPORT, "--limit", limit)
    assert code == 2
    assert "report.md" in err


def test_extract__unknown_limit_and_bad_number__are_told_together(here):
    code, _, err = call("extract", REPORT, "--limit", "second=9", "--limit", "pages=many")
    assert code == 2
    assert "X010" in err
    assert "seconds" in err
    assert "X011" in err


def test_same_inputs__same_bytes__in_any_order_of_reports(here, empty):
    other = REPORT.parent.parent / "number-without-total" / "report.md"
    first = call(
        "check", "--evidence", empty, "--year", "2023", "--report", REPORT, "--report", other, "--format", "json"
    )
    again = call(
        "check", "--evidence", empty, "--year", "2023", "--report", other, "--report", REPORT, "--format", "json"
    )
    assert first == again


def test_report_of_another_place__does_not_borrow_kept_evidence(here):
    """The kept evidence of one city proves nothing for another."""
    document = json.loads(call("check", "--report", REPORT, "--format", "json")[1])
    assert document["government"] == "丙市"
    for cell in document["cells"]:
        assert not any(ref.startswith("2022-") for ref in cell["evidence"])


def test_hostile_text__in_the_terminal__is_only_text(here, empty):
    hostile = REPORT.parent.parent / "hostile-text" / "report.md"
    code, out, _ = call("extract", hostile)
    assert code == 0
    for piece in ("[/red]", "[bold]", "[link=http://x]", "<script>alert(1)</script>", "=cmd|"):
        assert piece in out.replace("\n", "").replace("  ", "")
    assert "\x1b" not in out


def test_explain__shows_sentence_place_rule_and_near_misses(here, empty):
    task = "enforcement.three-systems.township"
    code, out, _ = call("explain", task, "--level", "township", "--evidence", empty, "--report", REPORT)
    assert code == 0
    for piece in ("自认短板", "17个乡镇", "第5行", "立场 S", "不算", "前提 enforcement.system.empower", "不等于违法"):
        assert piece in out.replace("\n", ""), piece


def test_report_of_a_later_year__left_out__is_said_aloud(here):
    code, _, err = call("check", "--report", REPORT, "--year", "2022")
    assert code == 0
    assert "丙市" in err


def test_city_and_its_county__no_evidence_of_the_plan__the_city_is_assessed(here, empty, tmp_path):
    """Of several governments the one above all others is judged; those below are parts of it."""
    county = tmp_path / "county.md"
    text = "# 丁县2023年法治政府建设情况报告\n\n## 一、主要成效\n\n县级26个行政执法部门全部公布行政裁量权基准。\n"
    county.write_text(text, encoding="utf-8")
    code, out, err = call("check", "--evidence", empty, "--report", county, "--report", REPORT, "--format", "json")
    document = json.loads(out)
    assert (code, document["government"]) == (0, "丙市")
    assert "丁县" in err
    verdicts = {(claim["obligation"], claim["level"]): claim["verdict"] for claim in document["claims"]}
    assert verdicts["裁量基准", "county"] == "partial"


def test_county_report__levels_above_it__are_not_asked(here, empty):
    report = REPORT.parent.parent / "county-report" / "report.md"
    document = json.loads(call("check", "--evidence", empty, "--report", report, "--format", "json")[1])
    asked = {cell["level"] for cell in document["cells"] if cell["status"] != "not_applicable"}
    assert asked == {"county", "township"}


def test_report_without_a_year__takes_the_one_asked_for(here, empty, tmp_path):
    report = tmp_path / "无年份.md"
    text = "# 戊县法治政府建设情况报告\n\n## 一、主要成效\n\n县政府统一行使行政复议职责。\n"
    report.write_text(text, encoding="utf-8")
    assert call("check", "--evidence", empty, "--report", report)[0] == 2
    code, out, _ = call("check", "--evidence", empty, "--report", report, "--year", "2023", "--format", "json")
    assert (code, json.loads(out)["year"]) == (0, 2023)


def test_explain__unknown_task__suggests_the_nearest(here):
    code, _, err = call("explain", "enforcement.three-systems.townshp")
    assert code == 2
    assert "enforcement.three-systems.township" in err


def test_explain__level_that_the_task_does_not_bind__says_which_it_binds(here):
    code, _, err = call("explain", "reconsideration.reform.city", "--level", "township")
    assert code == 2
    assert "city" in err


def test_plan_check__shipped_plan__is_in_order(here):
    code, out, _ = call("plan", "check")
    assert code == 0
    assert "138 项任务" in out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["check", "--yaer", "2022"], "不认识的参数"),
        (["check", "--level", "town"], "没有"),
        (["check", "--year", "两千"], "年份应当是"),
        (["check", "--as-of", "2022年底"], "日期应当写成"),
        (["extract"], "缺少参数"),
        ([], "缺少参数"),
        (["chek"], "没有"),
    ],
)
def test_usage_mistakes__are_told_in_chinese(argv, words, capsys):
    assert main(argv) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--help"], ["check", "--help"], ["gate", "-h"], ["plan", "check", "-h"]])
def test_help__is_chinese_and_within_reason(argv, capsys):
    assert main(argv) == 0
    text = capsys.readouterr().out
    assert text.startswith("用法：checker")
    assert "usage" not in text
    assert "show this help" not in text


class TestScreens:
    """What reaches a terminal, a pipe and a console of another encoding."""

    def run(self, root: Path, *argv: str, **env: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "-m", "checker", *argv],
            cwd=root,
            env={**os.environ, **env},
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return done.stdout

    def test_pipe__has_no_colour_and_only_ascii_lines(self, root):
        out = self.run(root, "check", PYTHONIOENCODING="utf-8").decode()
        assert "\x1b" not in out
        assert not set("─━│┃┌┐└┘├┤╭╮╰╯█░") & set(out)

    def test_gbk_console__prints_everything(self, root):
        out = self.run(root, "check", PYTHONIOENCODING="gbk").decode("gbk")
        assert "三项制度" in out
        assert "?" not in out.replace("？", "")

    def test_json__is_utf8_whatever_the_console(self, root):
        first = self.run(root, "check", "--format", "json", PYTHONIOENCODING="utf-8")
        assert first == self.run(root, "check", "--format", "json", PYTHONIOENCODING="gbk")
        assert json.loads(first)["government"] == "西宁市"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="没有 /dev/full 的系统")
    def test_output_that_cannot_be_written__is_one_line_and_2(self, root):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "checker", "check"],
                cwd=root,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                timeout=60,
            )
        assert done.returncode == 2
        assert done.stderr.decode().strip().endswith("写不出结果：盘满了")

    @pytest.mark.parametrize("columns", [80, 100, 140])
    def test_width__is_kept(self, root, columns):
        from rich.cells import cell_len

        out = self.run(root, "check", COLUMNS=str(columns), PYTHONIOENCODING="utf-8").decode()
        assert max(map(cell_len, out.splitlines())) <= columns

    def test_no_color__in_a_terminal__draws_without_colour(self, root, monkeypatch):
        class Terminal(io.StringIO):
            encoding = "utf-8"

            def isatty(self) -> bool:
                return True

        monkeypatch.chdir(root)
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm-256color")
        out = Terminal()
        assert main(["check"], Screen(out, io.StringIO())) == 0
        assert "\x1b[3" not in out.getvalue()
        assert "三项制度" in out.getvalue()


def test_summary__covered_beside_tasks_not_met__says_why_the_two_differ(empty, tmp_path):
    def told(sentence: str) -> str:
        report = tmp_path / "r.md"
        report.write_text(f"# 甲市2023年法治政府建设情况报告\n\n## 一、工作成效\n\n{sentence}\n", encoding="utf-8")
        return call("check", "--report", report, "--evidence", empty)[1]

    covered = told("市级各部门裁量基准已全部制定并公布。")
    assert "覆盖" in covered.split("按纲要各项")[0].split("裁量基准")[1].splitlines()[0]
    assert "“覆盖”是报告自己的说法" in covered
    assert "“覆盖”是报告自己的说法" not in told("市级11个部门公布了裁量基准。")
