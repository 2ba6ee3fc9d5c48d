// SPDX-License-Identifier: Apache-2.0
// What a title tells of whom a name means: "President Lund", "Mrs Lund" beside "Mr Lund".
#include "extract/names/mentions.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/entity_table.h"
#include "extract/resolve/shared_surnames.h"

namespace dossier::extract::resolve {

namespace {

/// More words than this are a description.
constexpr std::size_t kLongestTitle = 3;

}  // namespace

bool EntityTable::is_one_of_two(const Mention& mention, const std::string& plain) const {
  return plain.find(' ') == std::string::npos && shared_.contains(name_key(plain)) &&
         gender_of_title(mention) != Gender::unknown;
}

/// "Mrs Lund" where there is a Mr Lund, too.
void EntityTable::gather_titled(Mention& mention, const std::string& plain) {
  std::string honorific;
  if (without_honorific(bare_name(mention.text), &honorific); honorific.empty())
    without_honorific(mention.title + " x", &honorific);
  const Gender gender = gender_of_title(mention);
  mention.entity = record_for((gender == Gender::female ? "mrs " : "mr ") + name_key(plain));
  mention.sieve = Sieve::exact;
  Record& record = records_[*mention.entity];
  record.gender = gender;
  if (record.fixed_label.empty()) record.fixed_label = honorific + " " + plain;
  note_form(record, honorific + " " + plain, mention.type);
}

/// "President Lund" is another name of the person, but not the label.
void EntityTable::note_title(const Mention& mention, Record& record) {
  const std::string title = without_honorific(mention.title + " x");
  if (title == "x" || split_name(title).size() > kLongestTitle + 1) return;
  const std::string form = title.substr(0, title.size() - 1) + bare_name(mention.text);
  if (!begins_with_title(form)) return;
  ++record.forms[form];
  record.titled.insert(form);
}

}  // namespace dossier::extract::resolve
