// SPDX-License-Identifier: Apache-2.0
#include "bindings/python/native/terms.h"

#include <utility>

#include "bindings/python/native/literals.h"
#include "bindings/python/native/types.h"
#include "dossier/error.h"
#include "dossier/rdf.h"
#include "model/vocabulary.h"
#include "model/well_formed.h"

namespace dossier::python {
namespace {

std::string type_name(py::handle value) {
  return py::str(py::type::handle_of(value).attr("__name__"));
}

[[noreturn]] void refuse(py::handle value, std::string_view name) {
  throw Error(ErrorCode::usage,
              std::string(name) + " is a " + type_name(value) +
                  ", which stands for no term; give a str, int, float, bool, Decimal, date, "
                  "datetime, Iri, BlankNode, Literal or Triple");
}

std::string text_of(py::handle value) {
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (text == nullptr) throw py::error_already_set();
  return {text, static_cast<std::size_t>(size)};
}

std::string_view direction_name(Direction direction) {
  if (direction == Direction::none) return "";
  return direction == Direction::ltr ? "ltr" : "rtl";
}

Direction direction_of(const std::string& name) {
  if (name.empty()) return Direction::none;
  if (name == "ltr") return Direction::ltr;
  if (name == "rtl") return Direction::rtl;
  throw Error(ErrorCode::usage, "the direction '" + name + "' is neither ltr nor rtl");
}

py::object exact_literal(const Term& term) {
  return types().literal(term.value(), std::string(term.datatype()), std::string(term.language()),
                         direction_name(term.direction()));
}

Term literal_term(py::handle value) {
  const std::string text = text_of(value.attr("value"));
  const std::string language = text_of(value.attr("language"));
  if (language.empty()) return Term::typed(text, text_of(value.attr("datatype")));
  return Term::lang(text, language, direction_of(text_of(value.attr("direction"))));
}

/// The term, unless it is a literal or a triple term.
Term named_node(Term term, py::handle value, std::string_view name) {
  if (term.is_iri() || term.is_blank_node()) return term;
  throw Error(ErrorCode::usage, std::string(name) + " is " + text_of(py::repr(value)) +
                                    ", which is no IRI; give an Iri, or a str that writes one");
}

Term integer_term(py::handle value) {
  int overflow = 0;
  const long long small = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
  if (overflow == 0) return Term::integer(small);
  return Term::typed(text_of(py::str(value)), std::string(vocabulary::xsd::kInteger));
}

Term decimal_term(py::handle value) {
  if (!value.attr("is_finite")().cast<bool>())
    throw Error(ErrorCode::usage, "xsd:decimal has no " + text_of(py::str(value)) +
                                      "; give a float for an xsd:double");
  return Term::decimal(text_of(value.attr("__format__")("f")));
}

Term triple_term(py::handle value) {
  return Term::triple({.subject = to_term(value.attr("subject"), "the subject of a triple"),
                       .predicate = to_term(value.attr("predicate"), "the predicate of a triple"),
                       .object = to_term(value.attr("object"), "the object of a triple")});
}

std::optional<Term> term_of_class(py::handle value) {
  const Types& known = types();
  if (py::isinstance(value, known.blank_node))
    return Term::blank_node(text_of(value.attr("label")));
  if (py::isinstance(value, known.literal)) return literal_term(value);
  if (py::isinstance(value, known.triple)) return triple_term(value);
  if (py::isinstance(value, known.decimal)) return decimal_term(value);
  return moment_term(value);
}

}  // namespace

py::object to_python(const Term& term, Literals literals) {
  switch (term.kind()) {
    case Term::Kind::iri:
      return types().iri(py::str(term.value()));
    case Term::Kind::blank_node:
      return types().blank_node(term.value());
    case Term::Kind::triple:
      return to_python(term.as_triple(), literals);
    case Term::Kind::literal:
      break;
  }
  if (literals == Literals::exact) return exact_literal(term);
  py::object value = literal_value(term);
  return value ? value : exact_literal(term);
}

py::object to_python(const std::optional<Term>& term, Literals literals) {
  return term ? to_python(*term, literals) : py::none();
}

py::object to_python(const Triple& triple, Literals literals) {
  return types().triple(to_python(triple.subject, literals), to_python(triple.predicate, literals),
                        to_python(triple.object, literals));
}

py::object to_python(const Quad& quad, Literals literals) {
  return types().quad(to_python(quad.subject, literals), to_python(quad.predicate, literals),
                      to_python(quad.object, literals), to_python(quad.graph, literals));
}

Term to_term(py::handle value, std::string_view name) {
  PyObject* const object = value.ptr();
  if (PyUnicode_Check(object)) {
    const bool is_iri = py::isinstance(value, types().iri);
    return is_iri ? Term::iri(text_of(value)) : Term::string(text_of(value));
  }
  if (PyBool_Check(object)) return Term::boolean(object == Py_True);
  if (PyLong_Check(object)) return integer_term(value);
  if (PyFloat_Check(object)) return Term::real(PyFloat_AS_DOUBLE(object));
  if (std::optional<Term> term = term_of_class(value)) return *std::move(term);
  // Integers of other libraries, such as numpy.int64.
  if (PyIndex_Check(object))
    return integer_term(py::reinterpret_steal<py::object>(PyNumber_Index(object)));
  refuse(value, name);
}

std::optional<Term> to_optional_term(py::handle value, std::string_view name) {
  if (value.is_none()) return std::nullopt;
  return to_term(value, name);
}

Term to_iri(py::handle value, std::string_view name) {
  if (!PyUnicode_Check(value.ptr()) || py::isinstance(value, types().iri))
    return named_node(to_term(value, name), value, name);
  const std::string text = text_of(value);
  if (std::optional<Term> pasted = pasted_iri(text)) return *std::move(pasted);
  return named_node(parse_term(text, predeclared_prefixes()), value, name);
}

Quad to_quad(py::handle value) {
  const auto refuse_length = [&] {
    throw Error(ErrorCode::usage,
                "a quad is a sequence of subject, predicate, object and, if it has one, graph; not "
                "a " +
                    type_name(value));
  };
  if (!PySequence_Check(value.ptr()) || PyUnicode_Check(value.ptr())) refuse_length();
  const auto parts = py::reinterpret_borrow<py::sequence>(value);
  const std::size_t size = parts.size();
  if (size != 3 && size != 4) refuse_length();
  Quad quad{to_term(py::object(parts[0]), "the subject"),
            to_term(py::object(parts[1]), "the predicate"),
            to_term(py::object(parts[2]), "the object"), std::nullopt};
  if (size == 4) quad.graph = to_optional_term(py::object(parts[3]), "the graph");
  return quad;
}

void bind_terms(py::module_& module) {
  using py::literals::operator""_a;
  module.def(
      "parse_term",
      [](const std::string& text) { return to_python(parse_term(text, predeclared_prefixes())); },
      "text"_a, "The value of a term in Turtle syntax, with the predeclared prefixes.");
  module.def(
      "format_term",
      [](const py::object& value) { return to_term(value, "the value").to_string(); }, "value"_a,
      "The term of a value, in N-Triples.");
}

Parameters to_parameters(py::handle values) {
  Parameters parameters;
  if (values.is_none()) return parameters;
  if (!PyDict_Check(values.ptr()))
    throw Error(ErrorCode::usage,
                "parameters are a dict of names and values, not a " + type_name(values));
  for (const auto& [key, value] : py::reinterpret_borrow<py::dict>(values)) {
    if (!PyUnicode_Check(key.ptr()))
      throw Error(ErrorCode::usage, "the name of a parameter is a str, not a " + type_name(key));
    const std::string name = text_of(key);
    parameters.emplace(name, to_term(value, "the parameter $" + name));
  }
  return parameters;
}

}  // namespace dossier::python
