# SPDX-License-Identifier: Apache-2.0
"""A campaign reports what fell, repeats a trial from its seed, and skips when it must."""

import contextlib
import io
import os
import signal
import sys
import time

from campaign import Fell, Skipped, campaign_main
from processes import run


def outcome(attack, *words):
    """Exit status and output of a campaign."""
    sys.argv = ["campaign", "--dossier", "/bin/true", "--seed", "5", *words]
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            campaign_main(attack, "a campaign", rounds=10)
    except SystemExit as end:
        return end.code, printed.getvalue()


def even_numbers_fall(campaign):
    for trial in campaign.trials():
        with trial:
            if trial.number % 2 == 0:
                raise Fell(f"{trial.number} is even: {trial.random.random()}")


def everything_holds(campaign):
    for trial in campaign.trials():
        with trial:
            campaign.succeed("anything")


def sanitizer_complains(campaign):
    (campaign.scratch / "report.17").write_text("data race")
    everything_holds(campaign)


def cannot_run(campaign):
    raise Skipped("no such machine")


def is_interrupted(campaign):
    for trial in campaign.trials():
        with trial:
            if trial.number == 4:
                os.kill(os.getpid(), signal.SIGTERM)
                time.sleep(60)


def main():
    status, text = outcome(even_numbers_fall)
    assert status == 1 and "tried 10 held 5 failed 5" in text, text
    first = next(line for line in text.splitlines() if line.startswith("trial 4 fell"))
    status, text = outcome(even_numbers_fall, "--only", "4")
    assert status == 1 and first in text and "--seed 5, trial 4" in text, text
    assert outcome(everything_holds, "--rounds", "3") == (0, "seed 5\ntried 3 held 3 failed 0\n")
    status, text = outcome(sanitizer_complains, "--rounds", "3", "--sanitized")
    assert status == 1 and "report.17 fell: data race" in text and "tried 4 held 3 failed 1" in text, text
    assert outcome(cannot_run)[0] == 77
    assert outcome(lambda campaign: None)[0] == 1, "nothing tried is no success"
    assert outcome(is_interrupted) == (0, "seed 5\ntried 4 held 4 failed 0\n")
    assert run(["sh", "-c", "kill -SEGV $$"]).crashed
    assert run(["sleep", "60"], timeout=0.1).timed_out
    assert run(["cat"], stdin="text").out == "text"


main()
