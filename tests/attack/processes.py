# SPDX-License-Identifier: Apache-2.0
"""Running a process to its end, and what it took."""

import dataclasses
import os
import resource
import signal
import subprocess
import tempfile
import time


@dataclasses.dataclass
class Done:
    """How a process ended."""
    status: int          # exit status; negative: the signal that ended it
    out: str
    err: str
    seconds: float       # elapsed
    cpu_seconds: float
    peak_bytes: int      # largest resident memory
    timed_out: bool      # killed because `timeout` was over

    @property
    def crashed(self):
        """Ended by a signal that we did not send. The C library ends a process for which it has no
        memory with a message; no program can prevent that, so it is no crash."""
        return (not self.timed_out and (self.status < 0 or self.status > 130)
                and "Fatal glibc error" not in self.err)

    @property
    def says_error(self):
        """Warnings may stand in front of the error."""
        return any(line.startswith("error: ") for line in self.err.splitlines())

    def summary(self):
        end = "did not end" if self.timed_out else f"exit status {self.status}"
        text = (self.err.strip() or self.out.strip())[-400:]
        return f"{end} after {self.seconds:.1f} s, {self.peak_bytes >> 20} MB: {text}"


def run(command, stdin=None, timeout=60, limits=(), env=None, cwd=None, keep_output=True):
    """Runs a process to its end and measures it. `stdin` is text or bytes; `limits` are pairs for
    resource.setrlimit(). After `timeout` seconds it is killed, with its children. Without
    `keep_output` what it prints on standard output is thrown away."""
    def prepare():
        for name, value in limits:
            resource.setrlimit(name, (value, value))

    if isinstance(stdin, str):
        stdin = stdin.encode()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, \
            tempfile.TemporaryFile() as err:
        given.write(stdin or b"")
        given.seek(0)
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=given, stderr=err, env=env, cwd=cwd,
                                   stdout=out if keep_output else subprocess.DEVNULL,
                                   preexec_fn=prepare, start_new_session=True)
        timed_out = True  # also when an interrupt ends the waiting
        try:
            timed_out = not wait_at_most(process, timeout)
        finally:
            if timed_out:
                os.killpg(process.pid, signal.SIGKILL)
        status, usage = wait_for_end(process)
        seconds = time.monotonic() - start
        return Done(status, text_of(out), text_of(err), seconds,
                    usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, timed_out)


def wait_at_most(process, timeout):
    """Waits without reaping, which wait4() does afterwards; false if the time is over."""
    end = time.monotonic() + timeout
    pause = 0.001
    while time.monotonic() < end:
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        if os.waitid(os.P_PID, process.pid, flags) is not None:
            return True
        time.sleep(pause)
        pause = min(pause * 2, 0.02)
    return False


def wait_for_end(process):
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def text_of(file):
    file.seek(0)
    return file.read().decode(errors="replace")
