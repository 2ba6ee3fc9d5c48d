// SPDX-License-Identifier: Apache-2.0
// The last step of resolution: the entities that a document keeps, in its order, and their labels.
#include <algorithm>
#include <tuple>
#include <utility>

#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/entity_table.h"

namespace dossier::extract::resolve {

/// The number that each entity has in the end, in the order in which keep() comes to them.
class EntityTable::Numbering {
 public:
  explicit Numbering(const EntityTable& table) : table_(table), numbers_(table.records_.size()) {}

  void keep(std::optional<std::uint32_t>& entity) {
    if (!entity) return;
    const std::uint32_t old = table_.find(*entity);
    if (!numbers_[old]) {
      numbers_[old] = static_cast<std::uint32_t>(entities.size());
      Entity fresh;
      fresh.label = table_.owned_label(table_.records_[old]);
      fresh.type = table_.type(old);
      for (const auto& [form, count] : table_.records_[old].forms)
        if (form != fresh.label) fresh.aliases.push_back(form);
      fresh.count = table_.records_[old].count;
      entities.push_back(std::move(fresh));
      std::optional<std::uint32_t> kind = table_.records_[old].kind;
      keep(kind);
      entities[*numbers_[old]].kind = kind;
    }
    entity = numbers_[old];
  }
  void keep(std::optional<Argument>& argument) {
    if (argument) keep(argument->entity);
  }
  void keep(Clause& clause) {
    keep(clause.subject);
    keep(clause.object);
    keep(clause.place);
    keep(clause.attributed);
  }
  void keep(Frame& frame) {
    keep(frame.attributed);
    for (FrameArgument& argument : frame.arguments)
      for (Argument& member : argument.members) keep(member.entity);
  }
  /// Once all entities are kept.
  void add_involved() {
    for (std::uint32_t old = 0; old < numbers_.size(); ++old) {
      if (!numbers_[old]) continue;
      for (const std::uint32_t other : table_.records_[old].involves)
        if (const auto number = numbers_[table_.find(other)])
          entities[*numbers_[old]].involves.push_back(*number);
    }
  }
  /// Of every record, also of those that were merged into others.
  std::vector<std::optional<std::uint32_t>> numbers() const {
    std::vector<std::optional<std::uint32_t>> result;
    for (std::uint32_t old = 0; old < numbers_.size(); ++old)
      result.push_back(numbers_[table_.find(old)]);
    return result;
  }

  std::vector<Entity> entities;

 private:
  const EntityTable& table_;
  std::vector<std::optional<std::uint32_t>> numbers_;
};

void EntityTable::note_owner(std::uint32_t individual, std::uint32_t owner) {
  Record& record = records_[find(individual)];
  if (record.kind && !record.owner && !is_concept(owner)) record.owner = owner;
}

namespace {

/// "ANTON BERG", as in captions; not "IBM".
bool is_shouted(const std::string& form) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  return form.find(' ') != form.npos && std::none_of(form.begin(), form.end(), is_small);
}

}  // namespace

/// The fullest form: a name before an acronym, then the longest without its legal form. What has a
/// comma ("Statement of May 3, 2021") is rather a description, unless it parts a legal form.
std::string EntityTable::label(const Record& record) const {
  if (!record.fixed_label.empty()) return record.fixed_label;
  const std::string* best = nullptr;
  const auto rank = [&](const std::string& form) {
    std::string honorific;
    without_honorific(form, &honorific);
    const std::size_t size = without_legal_form(form).size();
    const bool comma = form.find(',') != form.npos;
    const bool legal = size != form.size();
    const bool name = honorific.empty() && !record.titled.contains(form) && (!comma || legal);
    return std::make_tuple(name, !is_acronym(form), !is_shouted(form), size, !comma, form.size());
  };
  for (const auto& [form, count] : record.forms)
    if (!best || rank(form) > rank(*best)) best = &form;
  return best ? *best : record.key;
}

/// "Anna Berg's brother" of "her brother".
std::string EntityTable::owned_label(const Record& record) const {
  const std::string own = label(record);
  if (!record.owner) return own;
  const std::string owner = label(records_[find(*record.owner)]);
  return owner + (owner.ends_with('s') ? "' " : "'s ") + own;
}

std::vector<std::optional<std::uint32_t>> EntityTable::finalize() {
  Numbering numbering(*this);
  for (Sentence& sentence : analysis_.sentences) {
    for (Mention& mention : sentence.mentions) numbering.keep(mention.entity);
    for (Clause& clause : sentence.clauses) numbering.keep(clause);
  }
  for (std::uint32_t old = 0; old < records_.size(); ++old) {
    std::optional<std::uint32_t> entity = old;
    if (find(old) == old && !records_[old].is_concept) numbering.keep(entity);
  }
  for (Sentence& sentence : analysis_.sentences)
    for (Frame& frame : sentence.frames) numbering.keep(frame);
  numbering.add_involved();
  analysis_.entities = std::move(numbering.entities);
  return numbering.numbers();
}

}  // namespace dossier::extract::resolve
