# SPDX-License-Identifier: Apache-2.0
"""What fails, by kind. Every failure of the library is an Error."""

from __future__ import annotations

from typing import Optional


class Error(Exception):
    """A failure. str() says what went wrong and what to do. The place in the text that was read, in
    lines and columns from 1, is None where there is none; `file` is empty when no file is known."""

    def __init__(self, message: str, *, line: Optional[int] = None, column: Optional[int] = None,
                 source_line: str = "", file: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.source_line = source_line
        self.file = file

    def __str__(self) -> str:
        if self.line is None:
            return f"{self.file}: {self.message}" if self.file else self.message
        place = f"{self.file}:{self.line}:{self.column}" if self.file else (
            f"line {self.line}, column {self.column}")
        return f"{place}: {self.message}"


class ParseError(Error):
    """A query, update, document of RDF or term does not follow its grammar."""


class UnsupportedError(Error):
    """Well-formed, but this version cannot do it."""


class StorageError(Error):
    """The knowledge base is missing, damaged, or cannot be read or written."""


class LimitError(Error):
    """A limit was reached: of memory, of nesting, of the size of something."""


class TimeLimitError(LimitError, TimeoutError):
    """The time limit was reached."""


class CancelledError(Error):
    """The work was cancelled."""


class UsageError(Error, ValueError):
    """The call is wrong: a value no term stands for, a closed knowledge base, an ended transaction."""


class ConflictError(Error):
    """Another writer, perhaps of another process, has the knowledge base."""


class InputError(Error):
    """A file or document cannot be read, or a name belongs to nothing."""
