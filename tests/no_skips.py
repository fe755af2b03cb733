"""A pytest plugin: a test that was skipped or expected to fail fails the run.

It knows reports only; what a test is about is not its affair.
"""

from __future__ import annotations

import pytest

_SILENCED = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing silenced."""
    config.stash[_SILENCED] = []
    config.pluginmanager.register(_Watch(config.stash[_SILENCED]), "no-skips-watch")


class _Watch:
    """Notes each report of a test or a file that did not really run."""

    def __init__(self, silenced: list[str]) -> None:
        self._silenced = silenced

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test: skipped, or marked xfail whatever came of it."""
        if report.skipped or hasattr(report, "wasxfail"):
            self._silenced.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A whole file or class skipped before its tests were known."""
        if report.skipped:
            self._silenced.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a success into a failure; a failure keeps its own code."""
    if session.config.stash[_SILENCED] and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say in one line which tests did not run, above the closing line."""
    if silenced := config.stash[_SILENCED]:
        names = ", ".join(dict.fromkeys(silenced))
        terminalreporter.write_line(
            f"FAILED: {len(silenced)} skipped or expected to fail, and none may be: {names}",
            red=True,
        )
