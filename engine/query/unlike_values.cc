// SPDX-License-Identifier: Apache-2.0
#include "engine/query/unlike_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/algebra/walk.h"
#include "engine/functions/value.h"
#include "parser/rdf/names.h"

namespace dossier {
namespace {

using ast::Operator;
using functions::Value;
using Kind = TermId::Kind;

constexpr std::size_t kMostComparisons = 16;
constexpr std::size_t kMostProperties = 8;
constexpr std::size_t kLongestConstant = 100;

bool is_time(const Value& value) {
  return std::holds_alternative<xsd::DateTime>(value) || std::holds_alternative<xsd::Date>(value) ||
         std::holds_alternative<xsd::Time>(value) || std::holds_alternative<xsd::Gregorian>(value);
}

/// Whether the order of the two is decided, or may be.
bool compare(const Value& a, const Value& b) {
  if (functions::numeric_type(a) && functions::numeric_type(b)) return true;
  const auto* one = std::get_if<xsd::Gregorian>(&a);
  const auto* other = std::get_if<xsd::Gregorian>(&b);
  if (one != nullptr && other != nullptr) return one->kind == other->kind;
  return a.index() == b.index();
}

bool reads_as_date(const Value& value) {
  const auto* text = std::get_if<functions::Text>(&value);
  return text != nullptr && text->language.empty() && xsd::Date::parse(text->text).has_value();
}

Operator mirrored(Operator operation) {
  constexpr std::array<std::pair<Operator, Operator>, 4> kMirrors{
      {{Operator::less, Operator::greater},
       {Operator::greater, Operator::less},
       {Operator::less_equal, Operator::greater_equal},
       {Operator::greater_equal, Operator::less_equal}}};
  for (const auto& [from, to] : kMirrors)
    if (from == operation) return to;
  return operation;
}

std::string_view sign(Operator operation) {
  switch (operation) {
    case Operator::less:
      return "<";
    case Operator::greater:
      return ">";
    case Operator::less_equal:
      return "<=";
    case Operator::greater_equal:
      return ">=";
    default:
      return "=";
  }
}

/// Whose objects a variable takes.
void add_properties(const algebra::Node& node, const VariableTable& variables,
                    std::vector<Comparison>& comparisons) {
  if (const auto* group = std::get_if<algebra::Bgp>(&node.node)) {
    for (const algebra::TriplePattern& triple : group->triples) {
      const auto* slot = std::get_if<Slot>(&triple.object);
      const auto* property = std::get_if<Term>(&triple.predicate);
      if (slot == nullptr || property == nullptr) continue;
      for (Comparison& one : comparisons) {
        if (one.variable != variables.name(*slot) || one.properties.size() == kMostProperties)
          continue;
        if (std::find(one.properties.begin(), one.properties.end(), *property) ==
            one.properties.end())
          one.properties.push_back(*property);
      }
    }
  }
  algebra::each_child(
      node, [&](const algebra::Node& child) { add_properties(child, variables, comparisons); });
}

void add(const ast::Expression& variable, Operator operation, const ast::Expression& constant,
         std::vector<Comparison>& out) {
  const auto* name = std::get_if<ast::Variable>(&variable.node);
  const auto* term = std::get_if<Term>(&constant.node);
  if (name == nullptr || term == nullptr || !term->is_literal()) return;
  if (term->value().size() > kLongestConstant || out.size() == kMostComparisons) return;
  const Value value = functions::value_of(*term);
  const bool matters = operation == Operator::equal
                           ? is_time(value) || reads_as_date(value)
                           : is_time(value) || functions::numeric_type(value).has_value() ||
                                 std::holds_alternative<functions::Text>(value);
  if (matters) out.push_back({name->name, operation, *term, {}});
}

void add_comparisons(const ast::Expression& expression, std::vector<Comparison>& out) {
  const auto* operation = std::get_if<ast::Operation>(&expression.node);
  if (operation == nullptr) return;
  switch (operation->op) {
    case Operator::equal:
    case Operator::less:
    case Operator::greater:
    case Operator::less_equal:
    case Operator::greater_equal:
      add(operation->operands[0], operation->op, operation->operands[1], out);
      add(operation->operands[1], mirrored(operation->op), operation->operands[0], out);
      break;
    default:
      break;
  }
}

void collect(const algebra::Node& node, std::vector<Comparison>& out) {
  algebra::each_own_expression(const_cast<algebra::Node&>(node), [&](ast::Expression& own) {
    algebra::each_expression(own, [&](const ast::Expression& part) { add_comparisons(part, out); });
  });
  algebra::each_child(node, [&](const algebra::Node& child) { collect(child, out); });
}

/// Literals of different types that are objects of a property: one of each inline type, and the
/// types of the first others.
std::vector<Term> samples(const storage::QuadSource& source, TermId property) {
  constexpr std::array<Kind, 11> kKinds{Kind::string,       Kind::lang_string,  Kind::typed_literal,
                                        Kind::short_string, Kind::boolean,      Kind::integer,
                                        Kind::decimal,      Kind::double_value, Kind::date,
                                        Kind::date_time,    Kind::date_time_utc};
  constexpr std::size_t kTyped = 256;
  std::vector<Term> out;
  for (const Kind kind : kKinds) {
    storage::ScanRequest request;
    request.permutation = storage::Permutation::pos;
    request.prefix[0] = property;
    request.prefix_length = 1;
    request.range = storage::IdRange{TermId::lowest(kind), TermId::highest(kind)};
    std::vector<TermId> ids(kind == Kind::typed_literal ? kTyped : 1);
    const std::array<TermId*, 4> columns{nullptr, nullptr, ids.data(), nullptr};
    ids.resize(source.scan(request)->next(columns, ids.size()));
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const TermId id : ids) out.push_back(source.term(id));
  }
  return out;
}

std::string joined(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

/// As a person writes it.
std::string written(const Term& constant, const Prefixes& prefixes) {
  const bool number = functions::numeric_type(functions::value_of(constant)).has_value();
  return number ? constant.value() : short_term(constant, prefixes);
}

/// The types of a property's values that the comparison has no answer for. For an equality only
/// when all have none: where some can be equal, the others are just not equal.
std::set<std::string> unlike_types(const storage::QuadSource& source, const Comparison& comparison,
                                   const Term& property, const Prefixes& prefixes) {
  const TermId id = source.find(property);
  if (!id) return {};
  const Value wanted = functions::value_of(comparison.constant);
  std::set<std::string> types;
  for (const Term& sample : samples(source, id)) {
    const Value value = functions::value_of(sample);
    if (compare(wanted, value)) {
      if (comparison.operation == Operator::equal) return {};
      continue;
    }
    if (is_time(wanted) || is_time(value))
      types.insert(short_term(Term::iri(std::string(sample.datatype())), prefixes));
  }
  return types;
}

}  // namespace

std::vector<Comparison> comparisons_in(const algebra::Node& root, const VariableTable& variables) {
  std::vector<Comparison> out;
  collect(root, out);
  if (!out.empty()) add_properties(root, variables, out);
  return out;
}

std::vector<std::string> unlike_values(const storage::QuadSource& source,
                                       const std::vector<Comparison>& comparisons,
                                       const Prefixes& prefixes) {
  std::vector<std::string> out;
  for (const Comparison& one : comparisons) {
    for (const Term& property : one.properties) {
      const std::set<std::string> types = unlike_types(source, one, property, prefixes);
      if (types.empty()) continue;
      std::string sentence = fmt::format(
          "?{} {} {} leaves out values of {} whose type is {}: times compare with "
          "their own type only",
          one.variable, sign(one.operation), written(one.constant, prefixes),
          short_term(property, prefixes), joined(types));
      if (std::find(out.begin(), out.end(), sentence) == out.end())
        out.push_back(std::move(sentence));
    }
  }
  return out;
}

}  // namespace dossier
