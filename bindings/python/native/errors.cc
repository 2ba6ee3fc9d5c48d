// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/errors.h"

#include <exception>

namespace dossier::python {
namespace {

const char* class_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::syntax:
      return "ParseError";
    case ErrorCode::unsupported:
      return "UnsupportedError";
    case ErrorCode::storage:
      return "StorageError";
    case ErrorCode::limit:
      return "LimitError";
    case ErrorCode::timeout:
      return "TimeLimitError";
    case ErrorCode::cancelled:
      return "CancelledError";
    case ErrorCode::usage:
      return "UsageError";
    case ErrorCode::conflict:
      return "ConflictError";
    case ErrorCode::input:
      return "InputError";
  }
  return "Error";
}

void raise(const Error& error) {
  const py::object exception = exception_of(error);
  PyErr_SetObject(py::type::handle_of(exception).ptr(), exception.ptr());
}

}  // namespace

py::object exception_of(const Error& error) {
  using py::literals::operator""_a;
  const py::module_ errors = py::module_::import("dossier._errors");
  py::object line = py::none();
  py::object column = py::none();
  if (error.position()) {
    line = py::int_(error.position()->line);
    column = py::int_(error.position()->column);
  }
  return errors.attr(class_name(error.code()))(error.what(), "line"_a = line, "column"_a = column,
                                               "source_line"_a = error.source_line(),
                                               "file"_a = error.file());
}

void translate_errors() {
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Error& error) {
      raise(error);
    }
  });
}

}  // namespace dossier::python
