// SPDX-License-Identifier: Apache-2.0
// Syntax trees to algebra: SPARQL 1.1 Query, section 18.2, and for updates the patterns and
// templates they hold.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "dossier/term.h"
#include "engine/algebra/algebra.h"
#include "engine/algebra/walk.h"
#include "model/box.h"
#include "parser/sparql/ast.h"

namespace dossier::algebra {

/// Lets parameters stand in a translation as placeholders, so that one plan serves many values.
struct Placeholders {
  /// By parameter, the term that stands for it in triple patterns and projections.
  std::map<std::string, Term, std::less<>> terms;
  /// Those whose value the translation depends on: they stand where it decides about the plan.
  std::set<std::string, std::less<>> fixed;
};

/// What the table takes for a variable, roughly.
inline constexpr std::size_t kVariableBytes = 128;

/// Called with the bytes of each part of the algebra that was made; what it throws ends the work.
using Made = std::function<void(std::size_t bytes)>;

struct TripleTemplate;
/// A blank node of a template: a new node for each solution, the same within one solution.
struct TemplateBlankNode {
  std::size_t number = 0;
};
using TemplateItem = std::variant<Slot, Term, TemplateBlankNode, Box<TripleTemplate>>;
struct TripleTemplate {
  TemplateItem subject, predicate, object;
};
struct QuadTemplate {
  TripleTemplate triple;
  std::optional<TemplateItem> graph;
};

/// A query ready to be planned.
struct Translation {
  Node root;
  VariableTable variables;
  /// SELECT: what it projects, in order, with the names to show. Other forms: what the template or
  /// the targets need.
  std::vector<Slot> columns;
  std::vector<std::string> names;
  std::vector<TripleTemplate> construct_template;
  std::vector<TemplateItem> targets;  ///< of DESCRIBE: slots and terms
  std::vector<std::string> unbound;   ///< variables that SELECT names and nothing binds
};

/// Throws Error(usage) for a parameter the query does not mention, one that the query binds itself
/// (BIND, AS), and for a LIMIT or OFFSET parameter that is not a number. With `placeholders`, see
/// there.
Translation translate(const ast::Query& query, const Parameters& parameters, const Work& work,
                      Placeholders* placeholders = nullptr, const Made& made = {});

/// The WHERE of an update operation with the templates that read it. `root` projects nothing away.
struct UpdateTranslation {
  Node root;
  VariableTable variables;
  std::vector<QuadTemplate> remove;
  std::vector<QuadTemplate> insert;
  std::set<std::string, std::less<>> parameters;  ///< those the operation mentions
};
UpdateTranslation translate(const ast::Modify& operation, const Parameters& parameters,
                            const Work& work, const Made& made = {});
/// DELETE WHERE: the pattern is its own template.
UpdateTranslation translate(const ast::DeleteWhere& operation, const Parameters& parameters,
                            const Work& work, const Made& made = {});
/// INSERT DATA and DELETE DATA: templates over the one solution that binds nothing.
UpdateTranslation translate(const ast::InsertData& operation, const Parameters& parameters,
                            const Work& work, const Made& made = {});
UpdateTranslation translate(const ast::DeleteData& operation, const Parameters& parameters,
                            const Work& work, const Made& made = {});

}  // namespace dossier::algebra
