// SPDX-License-Identifier: Apache-2.0
// The datatypes of XML Schema in SQL: which literals have a value.
#pragma once

#include <string>

#include "engine/sql/dialect.h"

namespace dossier::sql {

/// 1 to 4 for a numeric datatype, by the texts of SQL; NULL for others.
std::string rank_of(const Dialect& dialect, const std::string& datatype);
/// The number a literal means, as a double.
std::string number_of(const Dialect& dialect, const std::string& lexical,
                      const std::string& datatype);
/// The truth value of an xsd:boolean.
std::string truth_of(const Dialect& dialect, const std::string& lexical,
                     const std::string& datatype);
/// Whether the datatype is one of the numeric ones.
std::string is_numeric(const Dialect& dialect, const std::string& datatype);

}  // namespace dossier::sql
