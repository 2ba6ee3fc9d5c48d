// SPDX-License-Identifier: Apache-2.0
// The arguments that requests share.
#pragma once

#include <optional>
#include <string>

#include "bindings/python/native/python.h"
#include "dossier/query.h"

namespace dossier::python {

class Base;

/// A dossier.Options or None, a dict of parameters or None, seconds or None. Its token is
/// Call::token(). Throws Error(usage) for values of a wrong type.
QueryOptions to_query_options(py::handle parameters, py::handle timeout, py::handle options);
/// The same for a request that gives rows, whose default limit the base has.
QueryOptions to_row_options(const Base& base, py::handle parameters, py::handle timeout,
                            py::handle options);
/// The token of a dossier.Options, for Call; none for None.
std::optional<CancellationToken> to_token(py::handle options);
/// Seconds; none for None. Throws Error(usage) for what is no number above 0.
std::optional<std::chrono::milliseconds> to_milliseconds(py::handle seconds);
/// A str, bytes or os.PathLike, as the file system wants it.
std::string to_path(py::handle path);

void bind_cancellation(py::module_& module);

}  // namespace dossier::python
