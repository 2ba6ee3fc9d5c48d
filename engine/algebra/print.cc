// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/print.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "engine/algebra/overloaded.h"
#include "model/stack.h"
#include "parser/sparql/print.h"

namespace dossier::algebra {

namespace {

class Printer {
 public:
  explicit Printer(const VariableTable& variables) : variables_(variables) {}

  void node(const Node& node, std::size_t depth) {
    line(depth, label(node));
    with_stack([&] { parts(node, depth); });
  }

  std::string take() { return std::move(text_); }

 private:
  void parts(const Node& node, std::size_t depth) {
    std::visit(
        [&](const auto& n) {
          if constexpr (requires { n.branches; }) {
            for (const Node& branch : n.branches) this->node(branch, depth + 1);
          }
          if constexpr (requires { n.left; }) {
            this->node(*n.left, depth + 1);
            this->node(*n.right, depth + 1);
          }
          if constexpr (requires { n.marks; }) {
            for (const Mark& mark : n.marks) {
              line(depth + 1, fmt::format("mark ?{}", variables_.name(mark.result)));
              this->node(*mark.pattern, depth + 2);
            }
          }
          if constexpr (requires { n.child; }) this->node(*n.child, depth + 1);
          if constexpr (requires { n.pattern; }) this->node(*n.pattern, depth + 1);
          if constexpr (requires { n.triple_terms; }) bgp(n, depth + 1);
        },
        node.node);
  }

  void line(std::size_t depth, const std::string& text) {
    text_.append(2 * depth, ' ');
    text_ += text;
    text_ += '\n';
  }

  void bgp(const Bgp& bgp, std::size_t depth) {
    for (const TriplePattern& t : bgp.triples) line(depth, print(t, variables_));
    for (const TripleTermPattern& t : bgp.triple_terms) line(depth, print(t, variables_));
  }

  std::string slots(const std::vector<Slot>& slots) const {
    std::vector<std::string> names;
    for (Slot slot : slots) names.push_back("?" + variables_.name(slot));
    return fmt::format("{}", fmt::join(names, " "));
  }

  static std::string conditions(const std::vector<ast::Expression>& conditions) {
    std::vector<std::string> texts;
    for (const ast::Expression& condition : conditions) texts.push_back(dossier::print(condition));
    return fmt::format("{}", fmt::join(texts, " && "));
  }

  std::string aggregations(const Group& group) const {
    std::string result = "group " + slots(group.keys);
    for (const Aggregation& a : group.aggregations) {
      result += fmt::format(" ({} as ?{})", dossier::print(ast::Expression{a.aggregate, {}}),
                            variables_.name(a.result));
    }
    return result;
  }

  static std::string order(const OrderBy& order) {
    std::string result = "order by";
    for (const ast::OrderCondition& condition : order.conditions)
      result += fmt::format(" {}({})", condition.descending ? "desc" : "asc",
                            dossier::print(condition.expression));
    return result;
  }

  static std::string slice(const Slice& slice) {
    std::string result = "slice";
    if (slice.offset != 0) result += fmt::format(" offset {}", slice.offset);
    if (slice.limit) result += fmt::format(" limit {}", *slice.limit);
    return result;
  }

  std::string label(const Node& node) const {
    return std::visit(
        Overloaded{
            [](const Unit&) { return std::string("unit"); },
            [](const Empty&) { return std::string("empty"); },
            [](const Bgp&) { return std::string("bgp"); },
            [this](const PathPattern& n) {
              return fmt::format("path {} {} {}", print(n.subject, variables_), path_text(n.path),
                                 print(n.object, variables_));
            },
            [this](const TextMatch& n) {
              const std::string score = n.score ? " score ?" + variables_.name(*n.score) : "";
              return fmt::format("text search {} \"{}\"{}", print(n.subject, variables_), n.query,
                                 score);
            },
            [](const Join&) { return std::string("join"); },
            [](const LeftJoin& n) {
              return n.conditions.empty() ? "left join" : "left join " + conditions(n.conditions);
            },
            [](const Filter& n) { return "filter " + conditions(n.conditions); },
            [](const Union&) { return std::string("union"); },
            [](const Minus&) { return std::string("minus"); },
            [this](const Graph& n) { return "graph " + print(n.name, variables_); },
            [this](const Service& n) { return "service " + print(n.name, variables_); },
            [this](const Extend& n) {
              return fmt::format("extend ?{} = {}", variables_.name(n.variable),
                                 dossier::print(n.expression));
            },
            [this](const Exists& n) {
              return fmt::format("exists ?{}", variables_.name(n.result));
            },
            [this](const Values& n) {
              return fmt::format("values {} ({} rows)", slots(n.variables), n.rows.size());
            },
            [this](const Group& n) { return aggregations(n); },
            [](const OrderBy& n) { return order(n); },
            [this](const Project& n) { return "project " + slots(n.variables); },
            [](const Distinct&) { return std::string("distinct"); },
            [](const Reduced&) { return std::string("reduced"); },
            [](const Slice& n) { return slice(n); },
        },
        node.node);
  }

  const VariableTable& variables_;
  std::string text_;
};

std::string text_of(const ast::Path& path);

std::string joined_paths(const std::vector<ast::Path>& paths, const char* separator) {
  std::vector<std::string> texts;
  for (const ast::Path& path : paths) texts.push_back(path_text(path));
  return fmt::format("({})", fmt::join(texts, separator));
}

}  // namespace

std::string path_text(const ast::Path& path) {
  return with_stack([&] { return text_of(path); });
}

namespace {

std::string text_of(const ast::Path& path) {
  return std::visit(Overloaded{
                        [](const Term& predicate) { return predicate.to_string(); },
                        [](const ast::PathInverse& p) { return "^" + path_text(*p.path); },
                        [](const ast::PathSequence& p) { return joined_paths(p.steps, "/"); },
                        [](const ast::PathAlternative& p) { return joined_paths(p.choices, "|"); },
                        [](const ast::PathRepeat& p) {
                          static constexpr const char* kSigns[] = {"?", "*", "+"};
                          return path_text(*p.path) + kSigns[static_cast<std::size_t>(p.modifier)];
                        },
                        [](const ast::PathNegatedSet& p) {
                          std::vector<std::string> texts;
                          for (const Term& term : p.forward) texts.push_back(term.to_string());
                          for (const Term& term : p.inverse)
                            texts.push_back("^" + term.to_string());
                          return fmt::format("!({})", fmt::join(texts, "|"));
                        },
                    },
                    path.node);
}

}  // namespace

std::string print(const Item& item, const VariableTable& variables) {
  if (const auto* slot = std::get_if<Slot>(&item)) return "?" + variables.name(*slot);
  return std::get<Term>(item).to_string();
}

std::string print(const TriplePattern& pattern, const VariableTable& variables) {
  return fmt::format("{} {} {}", print(pattern.subject, variables),
                     print(pattern.predicate, variables), print(pattern.object, variables));
}

std::string print(const TripleTermPattern& pattern, const VariableTable& variables) {
  return fmt::format("?{} = <<( {} {} {} )>>", variables.name(pattern.term),
                     print(pattern.subject, variables), print(pattern.predicate, variables),
                     print(pattern.object, variables));
}

std::string print(const Node& node, const VariableTable& variables) {
  Printer printer(variables);
  printer.node(node, 0);
  return printer.take();
}

}  // namespace dossier::algebra
