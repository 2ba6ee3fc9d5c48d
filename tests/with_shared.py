# SPDX-License-Identifier: Apache-2.0
"""Runs a command on files of the shared folder; exits 77, which ctest counts as skipped, without them.

Usage: with_shared.py SHARED COMMAND [ARGUMENT...]

An argument "shared:PATH" stands for that file of the folder. The environment variable
DOSSIER_SHARED names another folder than SHARED.
"""

import os
import pathlib
import sys

SKIPPED = 77
MARK = "shared:"


def main():
    shared = pathlib.Path(os.environ.get("DOSSIER_SHARED", sys.argv[1]))
    command = []
    for argument in sys.argv[2:]:
        if argument.startswith(MARK):
            path = shared / argument[len(MARK):]
            if not path.exists():
                print(f"skipped: there is no {path}")
                return SKIPPED
            argument = str(path)
        command.append(argument)
    os.execv(command[0], command)


sys.exit(main())
