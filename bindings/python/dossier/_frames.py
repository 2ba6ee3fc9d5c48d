# SPDX-License-Identifier: Apache-2.0
"""Results as data frames, by libraries that are imported only when they are asked for.

A column gets the narrowest type that holds all its values: integers, floats (decimals, too), bools,
dates, times, or texts: IRIs, and values of different kinds together.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Optional

from dossier._errors import UnsupportedError

if TYPE_CHECKING:
    from dossier._native import Rows


def to_pandas(rows: Rows) -> Any:
    pandas = _library("pandas", "to_pandas()")
    columns = {name: _series(pandas, *column) for name, column in rows._to_numpy().items()}
    return pandas.DataFrame(columns)


def to_arrow(rows: Rows) -> Any:
    return _library("pyarrow", "to_arrow()").table(rows)


def to_polars(rows: Rows) -> Any:
    return _library("polars", "to_polars()").DataFrame(rows)


def _library(name: str, call: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UnsupportedError(f"{call} needs the package {name}; install it ({error})") from error


def _series(pandas: Any, values: Any, unbound: Optional[Any], zoned: bool) -> Any:
    kind = values.dtype.kind
    if kind == "M":
        return _moments(pandas, values, zoned)
    if unbound is not None and kind == "i":
        return pandas.arrays.IntegerArray(values, unbound)
    if unbound is not None and kind == "b":
        return pandas.arrays.BooleanArray(values, unbound)
    return values


def _moments(pandas: Any, values: Any, zoned: bool) -> Any:
    try:
        series = pandas.Series(values)
    except pandas.errors.OutOfBoundsDatetime:  # before 1677 or after 2262: as Python's own
        return pandas.Series(values.astype(object), dtype=object)
    return series.dt.tz_localize("UTC") if zoned else series
