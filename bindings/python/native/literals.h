// SPDX-License-Identifier: Apache-2.0
// Literals of XML Schema's types as values of Python's types.
#pragma once

#include "bindings/python/native/python.h"
#include "dossier/term.h"

namespace dossier::python {

/// The value of a literal when Python has one that says the same: str, bool, int, Decimal, float,
/// datetime, date. A null object for all others: a language, a time zone of a date, a year before
/// 1, a text that is not of its datatype.
py::object literal_value(const Term& literal);

/// A datetime.datetime or datetime.date as a literal; none for other objects. Throws Error(usage)
/// for a time zone that is no whole number of minutes.
std::optional<Term> moment_term(py::handle value);

}  // namespace dossier::python
