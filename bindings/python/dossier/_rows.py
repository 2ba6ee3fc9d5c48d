# SPDX-License-Identifier: Apache-2.0
"""The rows of a query."""

from __future__ import annotations

import functools
from typing import Any, Dict, Optional, SupportsIndex, Tuple, Type, Union, overload

from dossier._errors import UsageError
from dossier._terms import Value


class Row(Tuple[Optional[Value], ...]):
    """One solution: a tuple of values in the order of SELECT, None where a variable is unbound.
    row["who"] and row.who are the value of ?who."""

    __slots__ = ()
    _columns: Dict[str, int] = {}

    @overload
    def __getitem__(self, key: Union[str, SupportsIndex]) -> Any: ...

    @overload
    def __getitem__(self, key: slice) -> Tuple[Any, ...]: ...

    def __getitem__(self, key: Union[str, SupportsIndex, slice]) -> Any:
        if isinstance(key, str):
            return tuple.__getitem__(self, self._column(key))
        return tuple.__getitem__(self, key)

    def __getattr__(self, name: str) -> Any:
        if name in self._columns:
            return tuple.__getitem__(self, self._columns[name])
        raise AttributeError(f"the query selects no variable ?{name}; it selects {self._names()}")

    def asdict(self) -> Dict[str, Optional[Value]]:
        """The values by variable."""
        return dict(zip(self._columns, self))

    def __repr__(self) -> str:
        return f"Row({', '.join(f'{name}={value!r}' for name, value in self.asdict().items())})"

    def __reduce__(self) -> Any:
        return _make_row, (tuple(self._columns), tuple(self))

    def _column(self, name: str) -> int:
        if name not in self._columns:
            raise UsageError(f"the query selects no variable ?{name}; it selects {self._names()}")
        return self._columns[name]

    def _names(self) -> str:
        return ", ".join("?" + name for name in self._columns) or "none"


@functools.lru_cache(maxsize=256)
def row_class(names: Tuple[str, ...]) -> Type[Row]:
    """The class of rows with these columns. Public names are attributes, those of methods too."""
    columns = {name: number for number, name in enumerate(names)}
    attributes: Dict[str, Any] = {"__slots__": (), "_columns": columns}
    for name, number in columns.items():
        if not name.startswith("_"):
            attributes[name] = property(functools.partial(_item, number))
    return type("Row", (Row,), attributes)


def _item(number: int, row: Row) -> Any:
    return tuple.__getitem__(row, number)


def _make_row(names: Tuple[str, ...], values: Tuple[Optional[Value], ...]) -> Row:
    return row_class(names)(values)
