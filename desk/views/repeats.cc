// SPDX-License-Identifier: Apache-2.0
#include "desk/views/repeats.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "model/vocabulary.h"

namespace dossier {
namespace {

std::string_view relation_of(const FactRow& row) {
  const std::string_view iri = row.triple.predicate.value();
  return iri.starts_with(vocabulary::kRelation) ? iri.substr(vocabulary::kRelation.size())
                                                : std::string_view();
}

bool is_schema(const FactRow& row, std::string_view local) {
  return row.triple.predicate.value() == vocabulary::iri(vocabulary::kSchema, local);
}

bool same_claim(const FactRow& a, const FactRow& b) {
  return a.sentence == b.sentence && a.triple.subject == b.triple.subject &&
         a.qualifier() == b.qualifier();
}

/// "chief executive of X" says that X is the affiliation and what the title is.
bool is_part_of_post(const FactRow& part, const FactRow& post) {
  if (!relation_of(post).ends_with("_of") || post.triple.object.is_literal()) return false;
  if (is_schema(part, "affiliation")) return part.triple.object == post.triple.object;
  return is_schema(part, "jobTitle");
}

/// The same words tell both: "met" and "met with".
bool share_words(const FactRow& a, const FactRow& b) {
  return a.predicate_span.first < b.predicate_span.second &&
         b.predicate_span.first < a.predicate_span.second;
}

/// "Nordhus' headquarters", "Kenya's office": what is had.
std::string without_owner(const std::string& name) {
  for (const std::string_view sign : {"' ", "'s ", "’ ", "’s "})
    if (const std::size_t at = name.find(sign); at != std::string::npos)
      return name.substr(at + sign.size());
  return name;
}

/// r:have, of an office, beside r:have_office_in.
bool is_shorter_form(const FactRow& shorter, const FactRow& longer) {
  const std::string_view one = relation_of(shorter), other = relation_of(longer);
  if (one.empty() || other.size() <= one.size() + 1) return false;
  if (!other.starts_with(one) || other[one.size()] != '_') return false;
  std::string noun = without_owner(shorter.object);
  std::replace(noun.begin(), noun.end(), ' ', '_');
  const std::string_view behind = other.substr(one.size() + 1);
  return !noun.empty() && (behind.starts_with(noun + '_') || behind.starts_with(noun + "s_"));
}

/// A relation with a meaning of its own beside the words that tell it: the birth place.
bool is_wording_of(const FactRow& words, const FactRow& typed) {
  return !relation_of(words).empty() && !relation_of(words).ends_with("_of") &&
         relation_of(typed).empty() && words.triple.object == typed.triple.object &&
         share_words(words, typed);
}

/// r:meet and r:meet_with of one meeting: the one that has as many words as the sentence.
bool is_other_wording(const FactRow& row, const FactRow& kept) {
  if (relation_of(row).empty() || relation_of(kept).empty()) return false;
  if (row.triple.object != kept.triple.object || !share_words(row, kept)) return false;
  const bool longer = relation_of(row).size() > relation_of(kept).size();
  const bool shorter = relation_of(row).size() < relation_of(kept).size();
  return row.predicate_span == kept.predicate_span ? longer : shorter;
}

/// "send to Kisumu" whose object is the team, beside "send the team" that goes to Kisumu.
bool is_other_side(const FactRow& row, const FactRow& kept) {
  const std::string_view one = relation_of(row), other = relation_of(kept);
  if (other.empty() || one.size() <= other.size() + 1 || !share_words(row, kept)) return false;
  return one.starts_with(other) && one[other.size()] == '_' &&
         std::any_of(row.arguments.begin(), row.arguments.end(), [&](const auto& argument) {
           return argument.first == "object" && argument.second == kept.triple.object;
         });
}

/// "acquired by" of the same words as "acquired".
bool is_turned(const FactRow& row, const FactRow& kept) {
  return row.sentence == kept.sentence && row.qualifier() == kept.qualifier() &&
         row.triple.subject == kept.triple.object && row.triple.object == kept.triple.subject &&
         row.predicate.ends_with(" by") && !kept.predicate.ends_with(" by") &&
         share_words(row, kept);
}

bool repeats(const FactRow& row, const FactRow& kept) {
  if (is_turned(row, kept)) return true;
  return same_claim(row, kept) &&
         (is_part_of_post(row, kept) || is_shorter_form(row, kept) || is_wording_of(row, kept) ||
          is_other_wording(row, kept) || is_other_side(row, kept));
}

}  // namespace

void fold_repeats(std::vector<FactRow>& rows) {
  std::vector<FactRow> kept;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto covers = [&](const FactRow& other) { return repeats(rows[i], other); };
    const auto later = rows.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    if (std::none_of(kept.begin(), kept.end(), covers) && std::none_of(later, rows.end(), covers))
      kept.push_back(rows[i]);
  }
  rows = std::move(kept);
}

}  // namespace dossier
