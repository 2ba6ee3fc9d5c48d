// SPDX-License-Identifier: Apache-2.0
// The state of one translation, shared by the parts of translate(): patterns, expressions, queries
// and templates. Private to engine/algebra.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/algebra/algebra.h"
#include "engine/algebra/translate.h"

namespace dossier::algebra {

class Translator {
 public:
  /// All must outlive the translator.
  Translator(VariableTable& variables, const Parameters& parameters, const Work& work,
             const Made& made, Placeholders* placeholders = nullptr)
      : variables_(variables),
        parameters_(parameters),
        work_(work),
        made_(made),
        placeholders_(placeholders) {}

  // ---- Patterns (translate_pattern.cc) ----

  Node group(const ast::GroupGraphPattern& pattern);
  Node values(const ast::InlineData& data);

  // ---- Queries (translate_query.cc) ----

  /// The pattern, grouping, HAVING, VALUES and projected expressions of a SELECT, its ORDER BY,
  /// and then projection, duplicates and slice. `columns` receives the projected variables.
  Node select(const ast::SelectQuery& query, std::vector<Slot>& columns,
              std::vector<std::string>& names);
  /// Solution modifiers around a pattern that projects `columns` (CONSTRUCT, DESCRIBE, ASK).
  Node modified(const ast::GroupGraphPattern& where, const ast::SolutionModifier& modifier,
                const std::optional<ast::InlineData>& values);

  // ---- Templates (translate_update.cc) ----

  TemplateItem template_item(const ast::Node& node);
  TripleTemplate template_triple(const ast::TriplePattern& pattern);
  QuadTemplate template_quad(const ast::QuadPattern& quad, const std::optional<Term>& with);

  /// Throws Error(usage) when a parameter was never met.
  void check_all_parameters_used() const;
  const std::set<std::string, std::less<>>& met_parameters() const { return met_; }
  Slot slot(std::string_view name) { return variables_.slot(resolve(name)); }

 private:
  /// In units of Work: what a pattern or an expression takes to translate.
  static constexpr std::size_t kPatternWork = 256;
  void work(std::size_t units) const {
    if (work_) work_(units);
  }

  void made(std::size_t bytes) const {
    if (made_) made_(bytes);
  }
  /// Counts a part without others below it.
  Node made(Node part) const {
    if (made_) made_(bytes(part));
    return part;
  }

  /// Which names a (sub-)SELECT shares with what surrounds it, and what the others are called.
  struct Scope {
    bool shares_all = true;
    std::set<std::string, std::less<>> shared;
    std::map<std::string, std::string, std::less<>> renamed;
    std::set<std::string, std::less<>> parameters;  ///< met in patterns: SELECT * shows them
  };
  /// An EXISTS taken out of an expression.
  using Marks = std::vector<std::pair<Slot, Node>>;
  /// What an aggregated query's expressions above the grouping are rewritten by.
  struct Grouping {
    std::vector<std::pair<ast::Expression, Slot>> keys;
    std::vector<Slot> aliases;  ///< computed above the grouping
    std::vector<Aggregation> aggregations;
    Marks marks;  ///< met inside arguments of aggregates: below the grouping
  };

  std::string resolve(std::string_view name);
  /// The parameter's value, null when the name is none; the translation then depends on it.
  const Term* parameter(std::string_view name);
  /// The same for a place where any term does: its placeholder when there is one.
  const Term* any_parameter(std::string_view name);
  /// The slot a BIND, AS or GROUP BY writes; Error(usage) when the caller has bound it.
  Slot target(const ast::Variable& variable);

  // Patterns.
  Node element(const ast::PatternElement& element, Node before);
  Node optional(const ast::OptionalPattern& pattern, Node before);
  Node alternatives(const ast::GroupOrUnionPattern& pattern);
  Node triples(const ast::TriplesBlock& block);
  Node service(const ast::ServicePattern& pattern);
  // Text searches (translate_text_match.cc).
  /// Takes the searches and scores out of `block`, and makes nodes of them.
  Node text_matches(const ast::TriplesBlock& block, std::vector<const ast::TriplePattern*>& others);
  TextMatch text_match(const ast::TriplePattern& pattern);
  Node sub_select(const ast::SelectQuery& query);
  Node path(const Item& subject, const ast::Path& path, const Item& object);
  Node path_of(const Item& subject, const ast::Path& path, const Item& object);
  Node negated_set(const Item& subject, const ast::PathNegatedSet& set, const Item& object);
  /// `exchangeable`: a parameter may stand here as its placeholder.
  Item item(const ast::Node& node, Bgp& bgp, bool exchangeable = false);
  Item name_item(const ast::Node& node);
  Node group_body(const ast::GroupGraphPattern& pattern,
                  std::vector<const ast::Expression*>& filters);
  Node filtered(Node node, const std::vector<const ast::Expression*>& filters);

  // Expressions (translate_expression.cc). `grouping` is null below the grouping.
  ast::Expression expression(const ast::Expression& expression, Marks& marks,
                             Grouping* grouping = nullptr);
  ast::Expression variable(const ast::Variable& variable, ast::Offset offset, Grouping* grouping);
  ast::Expression exists(const ast::Exists& exists, ast::Offset offset, Marks& marks);
  ast::Expression aggregate(const ast::Aggregate& aggregate, ast::Offset offset,
                            Grouping& grouping);
  ast::Expression children(const ast::Expression& expression, Marks& marks, Grouping* grouping);
  Slot aggregation(ast::Aggregate aggregate, Grouping& grouping);
  ast::Expression variable_of(Slot slot, ast::Offset offset) const;

  // Queries.
  Node grouped(Node node, const ast::SelectQuery& query, std::vector<Slot>& columns,
               std::vector<std::string>& names, Grouping& grouping);
  Node sampled(Node node, const ast::SelectQuery& query, Grouping& grouping);
  Node extended(Node node, Slot variable, const ast::Expression& expression, Grouping* grouping);
  Node ordered(Node node, const std::vector<ast::OrderCondition>& conditions, Grouping* grouping);
  Node having(Node node, const std::vector<ast::Expression>& conditions, Grouping* grouping);
  Node sliced(Node node, const ast::SolutionModifier& modifier);
  Node projected(Node node, const ast::SelectQuery& query, std::vector<Slot>& columns,
                 std::vector<std::string>& names, Grouping* grouping);
  std::uint64_t count(const ast::Count& count);

  VariableTable& variables_;
  const Parameters& parameters_;
  const Work& work_;
  const Made& made_;
  Placeholders* placeholders_;
  bool in_exists_ = false;
  bool by_value_ = false;  ///< no parameter is exchangeable: its value goes away as text
  std::set<std::string, std::less<>> met_;
  std::vector<Scope> scopes_{1};
  std::map<std::string, std::size_t, std::less<>> template_blank_nodes_;
};

/// `node` with each of `marks` computed above it.
Node marked(Node node, std::vector<std::pair<Slot, Node>> marks);
/// Join(left, right) with Unit dropped and neighbouring basic graph patterns merged.
Node joined(Node left, Node right);
/// Throws Error(usage) for a constant that is not RDF, such as a relative IRI.
void require_well_formed(const TripleTemplate& triple);

}  // namespace dossier::algebra
