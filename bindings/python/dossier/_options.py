# SPDX-License-Identifier: Apache-2.0
"""What a request may use."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Mapping, Optional, Sequence, Union

from dossier._native import Cancellation
from dossier._terms import BlankNode


@dataclass(frozen=True)
class Options:
    """How a query or update runs. One object serves many requests."""

    timeout: Optional[float] = None
    """Seconds; more is TimeLimitError. None: that of the knowledge base; float("inf"): no limit."""
    memory_bytes: Optional[int] = None
    """For rows that are kept; more is LimitError. None: that of the knowledge base, or 1 GiB."""
    max_rows: Optional[int] = None
    """Results end quietly after so many rows. None: what the knowledge base was opened with."""
    threads: int = 0
    """How many threads may work on a query, the caller's among them; 0: one for each core."""
    cancellation: Optional[Cancellation] = None
    strict_default_graph: bool = False
    """Without FROM a query sees the default graph alone, and not all graphs together."""
    default_graphs: Sequence[Union[str, BlankNode]] = ()
    """The graphs that are the default graph of a query without FROM."""
    named_graphs: Sequence[Union[str, BlankNode]] = ()
    """The graphs that GRAPH sees in a query without FROM; all, when these two are empty."""
    base: str = ""
    """The IRI that relative ones are resolved against."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Beside the predeclared ones; PREFIX in a text wins."""
    files: Union[bool, Sequence[Union[str, "os.PathLike[str]"]]] = True
    """Whether LOAD may read files; or the folders it may read."""
    web: Sequence[str] = ()
    """The addresses below which SERVICE may ask and LOAD may fetch; "" is every one."""
    proxies: Mapping[str, str] = field(default_factory=dict)
    """Through whom web requests go: "http" and "https", and under "no" the hosts that are asked without, separated by
    commas. Those of the environment are not read."""
    profile: bool = False
    """Counts rows and time for plan()."""
