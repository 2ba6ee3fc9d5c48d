// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/translate.h"

#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "engine/algebra/walk.h"
#include "model/stack.h"

namespace dossier::algebra {

namespace {

void add_slots(const TemplateItem& item, SlotSet& slots) {
  if (const auto* slot = std::get_if<Slot>(&item)) slots.insert(*slot);
  if (const auto* inner = std::get_if<Box<TripleTemplate>>(&item)) {
    with_stack([&] {
      add_slots((*inner)->subject, slots);
      add_slots((*inner)->predicate, slots);
      add_slots((*inner)->object, slots);
    });
  }
}

void add_slots(const TripleTemplate& triple, SlotSet& slots) {
  add_slots(triple.subject, slots);
  add_slots(triple.predicate, slots);
  add_slots(triple.object, slots);
}

void set_columns(Translation& result, const SlotSet& slots) {
  result.columns.assign(slots.begin(), slots.end());
  for (Slot slot : slots) result.names.push_back(result.variables.name(slot));
}

void describe(const ast::DescribeQuery& query, Translator& translator, Translation& result) {
  result.root =
      query.where ? translator.modified(*query.where, query.modifier, query.values) : Node{Unit{}};
  SlotSet slots;
  for (const ast::Node& target : query.targets) {
    result.targets.push_back(translator.template_item(target));
    add_slots(result.targets.back(), slots);
  }
  if (query.star) {
    for (Slot slot : visible_variables(result.root, result.variables)) {
      result.targets.push_back(slot);
      slots.insert(slot);
    }
  }
  set_columns(result, slots);
}

/// The grouping of an aggregated SELECT below its projection; null when it has none. A second
/// projection is that of a sub-SELECT.
const Group* grouping(const Node& node) {
  const Node* at = &node;
  bool projected = false;
  while (!std::holds_alternative<Group>(at->node)) {
    if (std::holds_alternative<Project>(at->node) && std::exchange(projected, true)) return nullptr;
    at = std::visit(
        [](const auto& n) -> const Node* {
          using Kind = std::decay_t<decltype(n)>;
          if constexpr (requires { n.child; } && !std::is_same_v<Kind, Graph>) {
            return &*n.child;
          } else {
            return nullptr;
          }
        },
        at->node);
    if (at == nullptr) return nullptr;
  }
  return &std::get<Group>(at->node);
}

/// Variables that a SELECT shows as they are and that neither its pattern nor its values bind.
void find_unbound(const ast::SelectQuery& select, const Parameters& parameters,
                  Translation& result) {
  if (select.star) return;
  SlotSet bound = binds(result.root).possible;
  if (const Group* group = grouping(result.root)) {
    // Above a grouping, a value of each group stands for a variable of the pattern.
    bound = binds(*group->child).possible;
    if (select.values) {
      for (const ast::Variable& variable : select.values->variables) {
        if (const auto slot = result.variables.find(variable.name)) bound.insert(*slot);
      }
    }
  }
  for (std::size_t i = 0; i < select.projection.size(); ++i) {
    const std::string& name = select.projection[i].variable.name;
    const bool computed = select.projection[i].expression || parameters.contains(name);
    if (!computed && !bound.contains(result.columns[i])) result.unbound.push_back(name);
  }
}

}  // namespace

Translation translate(const ast::Query& query, const Parameters& parameters, const Work& work,
                      Placeholders* placeholders, const Made& made) {
  Translation result;
  Translator translator(result.variables, parameters, work, made, placeholders);
  std::visit(Overloaded{
                 [&](const ast::SelectQuery& select) {
                   result.root = translator.select(select, result.columns, result.names);
                   find_unbound(select, parameters, result);
                 },
                 [&](const ast::AskQuery& ask) {
                   result.root = translator.modified(ask.where, ask.modifier, ask.values);
                 },
                 [&](const ast::ConstructQuery& construct) {
                   result.root =
                       translator.modified(construct.where, construct.modifier, construct.values);
                   SlotSet slots;
                   for (const ast::TriplePattern& triple : construct.construct_template) {
                     result.construct_template.push_back(translator.template_triple(triple));
                     require_well_formed(result.construct_template.back());
                     add_slots(result.construct_template.back(), slots);
                   }
                   set_columns(result, slots);
                 },
                 [&](const ast::DescribeQuery& node) { describe(node, translator, result); },
             },
             query.form);
  translator.check_all_parameters_used();
  return result;
}

}  // namespace dossier::algebra
