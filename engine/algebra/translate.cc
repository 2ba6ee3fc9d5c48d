// SPDX-License-Identifier: Apache-2.0
#include "engine/algebra/translate.h"

#include <utility>

#include "engine/algebra/overloaded.h"
#include "engine/algebra/translator.h"
#include "engine/algebra/walk.h"

namespace dossier::algebra {

namespace {

void add_slots(const TemplateItem& item, SlotSet& slots) {
  if (const auto* slot = std::get_if<Slot>(&item)) slots.insert(*slot);
  if (const auto* inner = std::get_if<Box<TripleTemplate>>(&item)) {
    add_slots((*inner)->subject, slots);
    add_slots((*inner)->predicate, slots);
    add_slots((*inner)->object, slots);
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

}  // namespace

Translation translate(const ast::Query& query, const Parameters& parameters) {
  Translation result;
  Translator translator(result.variables, parameters);
  std::visit(Overloaded{
                 [&](const ast::SelectQuery& select) {
                   result.root = translator.select(select, result.columns, result.names);
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
