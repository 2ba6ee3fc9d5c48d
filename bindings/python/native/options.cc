// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/options.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "bindings/python/native/call.h"
#include "bindings/python/native/terms.h"
#include "dossier/error.h"

namespace dossier::python {
namespace {

template <typename Value>
Value attribute(py::handle options, const char* name, const char* wanted) {
  try {
    return options.attr(name).cast<Value>();
  } catch (const py::cast_error&) {
    throw Error(ErrorCode::usage, "the option " + std::string(name) + " is " + wanted + ", not " +
                                      py::repr(options.attr(name)).cast<std::string>());
  }
}

void read_files(py::handle files, OutsideAccess& outside) {
  if (PyBool_Check(files.ptr())) {
    outside.files = files.ptr() == Py_True;
    return;
  }
  if (PyUnicode_Check(files.ptr()) || !py::isinstance<py::iterable>(files))
    throw Error(ErrorCode::usage, "the option files is a bool or a list of folders, not " +
                                      py::repr(files).cast<std::string>());
  for (const py::handle folder : files) outside.folders.push_back(to_path(folder));
  outside.files = !outside.folders.empty();
}

void read_outside(py::handle options, OutsideAccess& outside) {
  read_files(options.attr("files"), outside);
  for (const py::handle address : options.attr("web"))
    outside.web.push_back(py::str(address).cast<std::string>());
  for (const auto& [scheme, proxy] :
       attribute<std::map<std::string, std::string>>(options, "proxies", "a dict of str")) {
    if (scheme == "http")
      outside.proxies.http = proxy;
    else if (scheme == "https")
      outside.proxies.https = proxy;
    else if (scheme == "no")
      outside.proxies.except = proxy;
    else
      throw Error(ErrorCode::usage,
                  "the option proxies has the keys http, https and no, not " + scheme);
  }
}

void read_limits(py::handle options, QueryOptions& result) {
  result.timeout = to_milliseconds(options.attr("timeout"));
  if (!options.attr("memory_bytes").is_none())
    result.memory_bytes =
        attribute<std::size_t>(options, "memory_bytes", "a number of bytes or None");
  if (!options.attr("max_rows").is_none())
    result.row_limit = attribute<std::uint64_t>(options, "max_rows", "a number of rows or None");
  result.threads = attribute<std::size_t>(options, "threads", "a number of threads");
  result.profile = attribute<bool>(options, "profile", "a bool");
}

void read_names(py::handle options, QueryOptions& result) {
  if (attribute<bool>(options, "strict_default_graph", "a bool"))
    result.default_graph = DefaultGraph::strict;
  result.base = attribute<std::string>(options, "base", "a str");
  const py::dict prefixes(py::reinterpret_borrow<py::object>(options.attr("prefixes")));
  for (const auto& [name, iri] : prefixes)
    result.prefixes.emplace(py::str(name).cast<std::string>(), py::str(iri).cast<std::string>());
}

void read_dataset(py::handle options, DatasetGraphs& dataset) {
  for (const py::handle graph : options.attr("default_graphs"))
    dataset.default_graphs.push_back(to_iri(graph, "a default graph"));
  for (const py::handle graph : options.attr("named_graphs"))
    dataset.named_graphs.push_back(to_iri(graph, "a named graph"));
}

void require_options(py::handle options) {
  if (py::isinstance(options, py::module_::import("dossier._options").attr("Options"))) return;
  throw Error(ErrorCode::usage,
              "options is a dossier.Options, not " + py::repr(options).cast<std::string>());
}

}  // namespace

QueryOptions to_query_options(py::handle parameters, py::handle timeout, py::handle options) {
  QueryOptions result;
  if (!options.is_none()) {
    require_options(options);
    read_limits(options, result);
    read_names(options, result);
    read_dataset(options, result.dataset);
    read_outside(options, result.outside);
  }
  if (!timeout.is_none()) result.timeout = to_milliseconds(timeout);
  result.parameters = to_parameters(parameters);
  result.cancellation = Call::token();
  return result;
}

QueryOptions to_row_options(const Base& base, py::handle parameters, py::handle timeout,
                            py::handle options) {
  QueryOptions result = to_query_options(parameters, timeout, options);
  if (!result.row_limit) result.row_limit = base.row_limit;
  return result;
}

std::optional<CancellationToken> to_token(py::handle options) {
  if (options.is_none()) return std::nullopt;
  require_options(options);
  const py::object token = options.attr("cancellation");
  if (token.is_none()) return std::nullopt;
  return attribute<CancellationToken>(options, "cancellation", "a dossier.Cancellation or None");
}

std::optional<std::chrono::milliseconds> to_milliseconds(py::handle seconds) {
  if (seconds.is_none()) return std::nullopt;
  const double number = PyFloat_AsDouble(seconds.ptr());
  if (PyErr_Occurred() != nullptr) {
    PyErr_Clear();  // the error below says the same, and which argument it is
    throw Error(ErrorCode::usage,
                "the timeout is a number of seconds, not " + py::repr(seconds).cast<std::string>());
  }
  constexpr double kLongest = 1e9;
  if (!(number > 0))
    throw Error(ErrorCode::usage, "the timeout is a number of seconds above 0; None is no limit");
  return std::chrono::milliseconds(
      static_cast<std::int64_t>(std::ceil(std::min(number, kLongest) * 1000)));
}

std::string to_path(py::handle path) {
  return py::module_::import("os").attr("fsencode")(path).cast<std::string>();
}

void bind_cancellation(py::module_& module) {
  py::class_<CancellationToken>(module, "Cancellation",
                                "Stops the requests whose options name it, from any thread.")
      .def(py::init<>())
      .def("cancel", &CancellationToken::cancel, "The requests end with CancelledError.")
      .def("reset", &CancellationToken::reset, "Ready for the next request.")
      .def_property_readonly("cancelled", &CancellationToken::cancelled);
}

}  // namespace dossier::python
