// SPDX-License-Identifier: Apache-2.0
#include <string_view>
#include <utility>

#include "dossier/rdf.h"
#include "model/stack.h"
#include "model/vocabulary.h"
#include "parser/rdf/names.h"
#include "parser/sparql/printer.h"

namespace dossier::sparql {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

constexpr std::string_view kModifiers = "?*+";

/// Integers, decimals and booleans that may be written without quotes and read as the same term.
bool has_short_form(const Term& term) {
  if (!term.is_literal()) return false;
  std::string_view digits = term.value();
  if (term.datatype() == vocabulary::xsd::kBoolean) return digits == "true" || digits == "false";
  const bool decimal = term.datatype() == vocabulary::xsd::kDecimal;
  if (!decimal && term.datatype() != vocabulary::xsd::kInteger) return false;
  if (digits.starts_with('+') || digits.starts_with('-')) digits.remove_prefix(1);
  const std::size_t point = digits.find_first_not_of("0123456789");
  if (!decimal) return !digits.empty() && point == std::string_view::npos;
  return point != std::string_view::npos && digits[point] == '.' && point + 1 < digits.size() &&
         digits.find_first_not_of("0123456789", point + 1) == std::string_view::npos;
}

}  // namespace

void Printer::line() {
  write("\n");
  out_.append(2 * indent_, ' ');
}
void Printer::open() {
  write("{");
  ++indent_;
}
void Printer::close() {
  --indent_;
  line();
  write("}");
}

void Printer::variable(const ast::Variable& variable) {
  write("?");
  write(variable.name);
}

bool Printer::survives_base(const Term& term) const {
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    return survives_base(triple.subject) && survives_base(triple.predicate) &&
           survives_base(triple.object);
  }
  const std::string_view iri = term.is_iri() ? term.value() : term.datatype();
  return resolve_iri(base_, iri) == iri;
}

void Printer::term(const Term& term) {
  if (!base_.empty() && base_is_safe_) base_is_safe_ = survives_base(term);
  if (has_short_form(term))
    write(term.value());
  else
    write(short_names_ == nullptr ? term.to_string() : short_term(term, *short_names_));
}

void Printer::node(const ast::Node& node) {
  if (const Term* put_in = values_.find(node)) return term(*put_in);
  std::visit(Overloaded{[&](const ast::Variable& name) { variable(name); },
                        [&](const Term& value) { term(value); },
                        [&](const ast::BlankNode& blank) {
                          const auto next = blank_nodes_.size() + 1;
                          const auto known = blank_nodes_.try_emplace(blank.label, next).first;
                          write("_:b" + std::to_string(known->second));
                        },
                        [&](const Box<ast::TripleTermPattern>& triple) {
                          with_stack([&] { triple_term(*triple); });
                        }},
             node);
}

void Printer::triple_term(const ast::TripleTermPattern& triple) {
  write("<<( ");
  node(triple.subject);
  write(" ");
  node(triple.predicate);
  write(" ");
  node(triple.object);
  write(" )>>");
}

void Printer::path(const ast::Path& path) {
  const auto nested = [&](const ast::Path& inner) {
    const bool plain = std::holds_alternative<Term>(inner.node);
    if (!plain) write("(");
    with_stack([&] { this->path(inner); });
    if (!plain) write(")");
  };
  const auto joined = [&](const std::vector<ast::Path>& paths, std::string_view separator) {
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (i > 0) write(separator);
      nested(paths[i]);
    }
  };
  std::visit(Overloaded{[&](const Term& iri) { term(iri); },
                        [&](const ast::PathInverse& inverse) {
                          write("^");
                          nested(*inverse.path);
                        },
                        [&](const ast::PathSequence& sequence) { joined(sequence.steps, " / "); },
                        [&](const ast::PathAlternative& either) { joined(either.choices, " | "); },
                        [&](const ast::PathRepeat& repeat) {
                          nested(*repeat.path);
                          write(kModifiers.substr(static_cast<std::size_t>(repeat.modifier), 1));
                        },
                        [&](const ast::PathNegatedSet& set) {
                          std::string_view separator = "!(";
                          for (const Term& iri : set.forward) {
                            write(std::exchange(separator, " | "));
                            term(iri);
                          }
                          for (const Term& iri : set.inverse) {
                            write(std::exchange(separator, " | "));
                            write("^");
                            term(iri);
                          }
                          write(separator == "!(" ? "!()" : ")");
                        }},
             path.node);
}

void Printer::predicate(const std::variant<ast::Node, ast::Path>& predicate) {
  std::visit(Overloaded{[&](const ast::Node& plain) { node(plain); },
                        [&](const ast::Path& steps) { path(steps); }},
             predicate);
}

void Printer::triple(const ast::TriplePattern& triple) {
  if (!values_.can_match(triple)) return no_match();
  node(triple.subject);
  write(" ");
  predicate(triple.predicate);
  write(" ");
  node(triple.object);
  write(" .");
}

void Printer::element(const ast::PatternElement& element) {
  std::visit(Overloaded{[&](const ast::TriplesBlock& triples) { block(triples); },
                        [&](const ast::OptionalPattern& optional) {
                          write("OPTIONAL ");
                          group(*optional.pattern);
                        },
                        [&](const ast::MinusPattern& minus) {
                          write("MINUS ");
                          group(*minus.pattern);
                        },
                        [&](const ast::GroupOrUnionPattern& either) {
                          for (std::size_t i = 0; i < either.alternatives.size(); ++i) {
                            if (i > 0) write(" UNION ");
                            group(either.alternatives[i]);
                          }
                        },
                        [&](const ast::GraphPattern& named_graph) { graph(named_graph); },
                        [&](const ast::ServicePattern& service) {
                          named(service.silent ? "SERVICE SILENT " : "SERVICE ", service.name,
                                *service.pattern);
                        },
                        [&](const ast::Filter& filter) {
                          write("FILTER (");
                          expression(filter.condition);
                          write(")");
                        },
                        [&](const ast::Bind& bind) {
                          write("BIND (");
                          expression(bind.expression);
                          write(" AS ");
                          variable(bind.variable);
                          write(")");
                        },
                        [&](const ast::InlineData& data) { inline_data(data); },
                        [&](const ast::SubSelect& sub) { sub_select(*sub.query); }},
             element.node);
}

void Printer::group(const ast::GroupGraphPattern& group) {
  open();
  for (const ast::PatternElement& child : group.elements) {
    line();
    with_stack([&] { element(child); });
  }
  close();
}

}  // namespace dossier::sparql
