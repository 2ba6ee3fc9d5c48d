// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/results.h"

#include <sstream>
#include <utility>

#include "bindings/python/native/arrays.h"
#include "bindings/python/native/arrow.h"
#include "bindings/python/native/table.h"
#include "dossier/error.h"
#include "dossier/results.h"
#include "parser/rdf/write.h"

namespace dossier::python {
namespace {

[[noreturn]] void refuse_form(QueryResult::Form form, const char* call) {
  const char* right = "query()";
  if (form == QueryResult::Form::ask) right = "ask()";
  if (form == QueryResult::Form::construct || form == QueryResult::Form::describe)
    right = "construct()";
  throw Error(ErrorCode::usage, std::string("this query is not for ") + call + "; use " + right);
}

Literals literals_of(bool terms) { return terms ? Literals::exact : Literals::as_values; }

template <typename Result>
std::string plan_of(Result& self) {
  return self.use([](QueryResult& result) { return result.plan(); });
}

py::object next_row(Rows& rows) {
  const Row* row = rows.next();
  if (row == nullptr) throw py::stop_iteration();
  return rows.to_object(*row);
}

py::object next_triple(Triples& triples) {
  const Quad* triple = triples.next();
  if (triple == nullptr) throw py::stop_iteration();
  return to_python(Triple{triple->subject, triple->predicate, triple->object}, triples.literals());
}

py::list rows_ahead(Rows& rows, std::size_t count) {
  py::list list;
  for (const Row& row : rows.ahead(count)) list.append(rows.to_object(row));
  return list;
}

Table read_table(Rows& rows) {
  Table table{.names = rows.variables(), .columns = {}, .rows = 0};
  table.columns.resize(table.names.size());
  TableSink sink(table);
  rows.drain([&](const Row& row) { sink.row(row.values()); },
             [&](QueryResult& result) { write_results(result, sink); });
  return table;
}

py::dict to_numpy(Rows& rows) {
  const Table table = read_table(rows);
  py::dict columns;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const py::tuple column = numpy_column(table.columns[i]);
    const bool zoned = table.columns[i].type() == Cell::instant;
    columns[py::str(table.names[i])] = py::make_tuple(column[0], column[1], zoned);
  }
  return columns;
}

std::string serialize_rows(Rows& rows, const std::string& format) {
  std::ostringstream out;
  const auto writer = make_results_writer(out, format);
  writer->begin(rows.variables());
  rows.drain([&](const Row& row) { writer->row(row.values()); });
  writer->end();
  return std::move(out).str();
}

std::string serialize_triples(Triples& triples, const std::string& name) {
  const ResultFormat& format = result_format(name);
  if (!format.rdf)
    throw Error(ErrorCode::usage, "triples are written as nt, nq, ttl or trig, not as " + name);
  std::ostringstream out;
  const Prefixes prefixes = triples.use([](QueryResult& result) { return result.prefixes(); });
  const auto writer = make_rdf_writer(out, *format.rdf, prefixes);
  triples.drain([&](const Quad& triple) { writer->write(triple); });
  writer->finish();
  return std::move(out).str();
}

/// A function of one of the package's Python files.
py::object helper(const char* file, const char* name) {
  return py::module_::import(file).attr(name);
}

void bind_frames(py::class_<Rows>& rows) {
  rows.def("_to_numpy", &to_numpy)
      .def("_rows_ahead", &rows_ahead, py::arg("count"))
      .def(
          "__arrow_c_stream__",
          [](Rows& self, const py::object&) { return arrow_stream(read_table(self)); },
          py::arg("requested_schema") = py::none(),
          "The rows that are left, for any library that reads Arrow's PyCapsules.")
      .def(
          "to_pandas",
          [](const py::object& self) { return helper("dossier._frames", "to_pandas")(self); },
          "The rows that are left as a pandas.DataFrame.")
      .def(
          "to_arrow",
          [](const py::object& self) { return helper("dossier._frames", "to_arrow")(self); },
          "The rows that are left as a pyarrow.Table.")
      .def(
          "to_polars",
          [](const py::object& self) { return helper("dossier._frames", "to_polars")(self); },
          "The rows that are left as a polars.DataFrame.")
      .def("_repr_html_",
           [](const py::object& self) { return helper("dossier._html", "rows_table")(self); });
}

}  // namespace

Rows::Rows(Started started, Literals literals) : Stream(std::move(started), literals) {
  variables_ = value().variables();
  py::tuple names(variables_.size());
  for (std::size_t i = 0; i < variables_.size(); ++i) names[i] = variables_[i];
  row_class_ = helper("dossier._rows", "row_class")(names);
}

py::object Rows::to_object(const Row& row) const {
  auto* const type = reinterpret_cast<PyTypeObject*>(row_class_.ptr());
  const auto values = row.values();
  py::object made = py::reinterpret_steal<py::object>(
      type->tp_alloc(type, static_cast<Py_ssize_t>(values.size())));
  if (!made) throw py::error_already_set();
  for (std::size_t i = 0; i < values.size(); ++i) {
    PyTuple_SET_ITEM(made.ptr(), static_cast<Py_ssize_t>(i),
                     to_python(values[i], literals()).release().ptr());
  }
  return made;
}

std::unique_ptr<Rows> rows_of(Started started, bool terms) {
  const QueryResult::Form form = started.result.form();
  if (form != QueryResult::Form::select) refuse_form(form, "query()");
  return std::make_unique<Rows>(std::move(started), literals_of(terms));
}

std::unique_ptr<Triples> triples_of(Started started, bool terms) {
  const QueryResult::Form form = started.result.form();
  if (form != QueryResult::Form::construct && form != QueryResult::Form::describe)
    refuse_form(form, "construct()");
  return std::make_unique<Triples>(std::move(started), literals_of(terms));
}

bool truth_of(Started started) {
  const QueryResult::Form form = started.result.form();
  if (form != QueryResult::Form::ask) refuse_form(form, "ask()");
  Call call(started.base, started.cancelled);
  return call.run([&] { return started.result.boolean(); });
}

py::object answer_of(Started started, bool terms) {
  switch (started.result.form()) {
    case QueryResult::Form::select:
      return py::cast(rows_of(std::move(started), terms));
    case QueryResult::Form::ask:
      return py::bool_(truth_of(std::move(started)));
    case QueryResult::Form::construct:
    case QueryResult::Form::describe:
      break;
  }
  return py::cast(triples_of(std::move(started), terms));
}

void bind_results(py::module_& module) {
  py::class_<Rows> rows(module, "Rows",
                        "The rows of a SELECT, computed while they are iterated over, once.");
  rows.def("__iter__", [](const py::object& self) { return self; })
      .def("__next__", &next_row)
      .def_property_readonly("variables", &Rows::variables, "The names of the columns.")
      .def_property_readonly(
          "warnings",
          [](Rows& self) {
            return self.use([](QueryResult& result) { return result.warnings(); });
          },
          "What is probably a mistake in the query, a sentence each.")
      .def("plan", &plan_of<Rows>, "The plan of the query, an operator a line.")
      .def("serialize", &serialize_rows, py::arg("format"),
           "The rows that are left as json, xml, csv, tsv, jsonlines or markdown.")
      .def("close", &Rows::close, "Gives the snapshot back that the rows are read from.");
  bind_frames(rows);
  py::class_<Triples>(module, "Triples",
                      "The triples of a CONSTRUCT or DESCRIBE, computed while they are iterated "
                      "over, once.")
      .def("__iter__", [](const py::object& self) { return self; })
      .def("__next__", &next_triple)
      .def("plan", &plan_of<Triples>, "The plan of the query, an operator a line.")
      .def("serialize", &serialize_triples, py::arg("format"),
           "The triples that are left as nt, nq, ttl or trig.")
      .def("close", &Triples::close, "Gives the snapshot back that the triples are read from.");
}

}  // namespace dossier::python
