// SPDX-License-Identifier: Apache-2.0
// Templates of CONSTRUCT and of updates, and the patterns of updates (SPARQL 1.1 Update, section
// 3.1).
#include <fmt/format.h>

#include <set>
#include <utility>

#include "dossier/error.h"
#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "engine/algebra/walk.h"
#include "model/stack.h"
#include "model/well_formed.h"

namespace dossier::algebra {

namespace {

/// The parts of a triple term are checked one by one: a literal as its subject is not refused here,
/// since such triples are left out.
void require_well_formed(const Term& term) {
  if (term.is_triple()) {
    const Triple& triple = term.as_triple();
    with_stack([&] {
      for (const Term* part : {&triple.subject, &triple.predicate, &triple.object})
        require_well_formed(*part);
    });
  } else if (const auto fault = fault_of(term, "a term of the template")) {
    const bool relative = term.is_iri() && scheme_length(term.value()) == 0;
    throw Error(ErrorCode::usage, *fault + (relative ? ", or declare a BASE" : ""));
  }
}

void require_well_formed(const TemplateItem& item) {
  if (const auto* triple = std::get_if<Box<TripleTemplate>>(&item)) {
    with_stack([&] {
      require_well_formed((*triple)->subject);
      require_well_formed((*triple)->predicate);
      require_well_formed((*triple)->object);
    });
  }
  if (const auto* term = std::get_if<Term>(&item)) require_well_formed(*term);
}

void require_well_formed(const std::vector<QuadTemplate>& quads) {
  for (const QuadTemplate& quad : quads) {
    require_well_formed(quad.triple);
    if (quad.graph) require_well_formed(*quad.graph);
  }
}

}  // namespace

void require_well_formed(const TripleTemplate& triple) {
  require_well_formed(triple.subject);
  require_well_formed(triple.predicate);
  require_well_formed(triple.object);
}

TemplateItem Translator::template_item(const ast::Node& node) {
  return std::visit(Overloaded{
                        [&](const ast::Variable& variable) -> TemplateItem {
                          if (const Term* term = parameter(variable.name)) return *term;
                          return slot(variable.name);
                        },
                        [&](const Term& term) -> TemplateItem {
                          made(term.value().size());
                          return term;
                        },
                        [&](const ast::BlankNode& blank) -> TemplateItem {
                          auto [it, inserted] = template_blank_nodes_.try_emplace(
                              blank.label, template_blank_nodes_.size());
                          return TemplateBlankNode{it->second};
                        },
                        [&](const Box<ast::TripleTermPattern>& pattern) -> TemplateItem {
                          return with_stack([&] {
                            return Box<TripleTemplate>(TripleTemplate{
                                template_item(pattern->subject), template_item(pattern->predicate),
                                template_item(pattern->object)});
                          });
                        },
                    },
                    node);
}

TripleTemplate Translator::template_triple(const ast::TriplePattern& pattern) {
  work(kPatternWork);
  const auto* predicate = std::get_if<ast::Node>(&pattern.predicate);
  if (predicate == nullptr)
    throw Error(ErrorCode::syntax, "a property path cannot stand in a template");
  return {template_item(pattern.subject), template_item(*predicate), template_item(pattern.object)};
}

QuadTemplate Translator::template_quad(const ast::QuadPattern& quad,
                                       const std::optional<Term>& with) {
  made(sizeof(QuadTemplate));
  QuadTemplate result{template_triple(quad.triple), std::nullopt};
  if (quad.graph)
    result.graph = template_item(*quad.graph);
  else if (with)
    result.graph = *with;
  return result;
}

UpdateTranslation translate(const ast::Modify& operation, const Parameters& parameters,
                            const Work& work, const Made& made) {
  UpdateTranslation result;
  Translator translator(result.variables, parameters, work, made);
  result.root = translator.group(operation.where);
  for (const ast::QuadPattern& quad : operation.remove)
    result.remove.push_back(translator.template_quad(quad, operation.with));
  for (const ast::QuadPattern& quad : operation.insert)
    result.insert.push_back(translator.template_quad(quad, operation.with));
  require_well_formed(result.insert);
  result.parameters = translator.met_parameters();
  return result;
}

UpdateTranslation translate(const ast::DeleteWhere& operation, const Parameters& parameters,
                            const Work& work, const Made& made) {
  UpdateTranslation result;
  Translator translator(result.variables, parameters, work, made);
  ast::GroupGraphPattern where;
  for (const ast::QuadPattern& quad : operation.quads) {
    result.remove.push_back(translator.template_quad(quad, std::nullopt));
    ast::PatternElement block{ast::TriplesBlock{{quad.triple}}, {}};
    if (quad.graph) {
      ast::GroupGraphPattern inner;
      inner.elements.push_back(std::move(block));
      block = {ast::GraphPattern{*quad.graph, std::move(inner)}, {}};
    }
    where.elements.push_back(std::move(block));
  }
  result.root = translator.group(where);
  result.parameters = translator.met_parameters();
  return result;
}

UpdateTranslation translate(const ast::InsertData& operation, const Parameters& parameters,
                            const Work& work, const Made& made) {
  UpdateTranslation result;
  Translator translator(result.variables, parameters, work, made);
  for (const ast::QuadPattern& quad : operation.quads)
    result.insert.push_back(translator.template_quad(quad, std::nullopt));
  require_well_formed(result.insert);
  result.parameters = translator.met_parameters();
  return result;
}

UpdateTranslation translate(const ast::DeleteData& operation, const Parameters& parameters,
                            const Work& work, const Made& made) {
  UpdateTranslation result;
  Translator translator(result.variables, parameters, work, made);
  for (const ast::QuadPattern& quad : operation.quads)
    result.remove.push_back(translator.template_quad(quad, std::nullopt));
  result.parameters = translator.met_parameters();
  return result;
}

}  // namespace dossier::algebra
