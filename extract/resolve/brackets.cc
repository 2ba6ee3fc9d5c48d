// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/brackets.h"

#include <map>
#include <string>

#include "extract/names/acronyms.h"
#include "extract/names/mentions.h"
#include "extract/names/name_forms.h"
#include "extract/resolve/entity_table.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract::resolve {

std::vector<std::pair<const Mention*, const Mention*>> in_brackets(const Sentence& sentence) {
  std::vector<std::pair<const Mention*, const Mention*>> found;
  for (const Mention& outer : sentence.mentions) {
    for (const Mention& inner : sentence.mentions) {
      if (inner.tokens.first == outer.tokens.last + 1 &&
          inner.tokens.last < sentence.tokens.size() &&
          opens_bracket(sentence.tokens[outer.tokens.last]) &&
          closes_bracket(sentence.tokens[inner.tokens.last]))
        found.emplace_back(&outer, &inner);
    }
  }
  return found;
}

namespace {

bool is_quoted_at(const Sentence& sentence, std::uint32_t before, std::uint32_t behind) {
  return behind < sentence.tokens.size() && is_quote(sentence.tokens[before].text) &&
         is_quote(sentence.tokens[behind].text);
}

/// Whether the words between a name and its definition are no more than "(hereinafter the".
bool introduces(const Sentence& sentence, TokenRange words) {
  if (words.empty() || !opens_bracket(sentence.tokens[words.first])) return false;
  for (std::uint32_t i = words.first + 1; i < words.last; ++i) {
    const std::string word = ascii_lower(sentence.tokens[i].text);
    if (word != "the" && word != "hereinafter" && word != "hereafter" && !is_quote(word))
      return false;
  }
  return true;
}

}  // namespace

std::vector<std::pair<const Mention*, const Mention*>> defined_names(const Sentence& sentence) {
  std::vector<std::pair<const Mention*, const Mention*>> found;
  for (const Mention& outer : sentence.mentions)
    for (const Mention& inner : sentence.mentions)
      if (inner.tokens.first > outer.tokens.last + 1 &&
          introduces(sentence, {outer.tokens.last, inner.tokens.first}) &&
          is_quoted_at(sentence, inner.tokens.first - 1, inner.tokens.last))
        found.emplace_back(&outer, &inner);
  return found;
}

std::optional<Explanation> explained(const Mention& outer, const Mention& inner) {
  const std::string a = bare_name(outer.text);
  const std::string b = bare_name(inner.text);
  if (is_acronym(b) && acronym_fits(b, a)) return Explanation{&inner, &outer};
  if (is_acronym(a) && acronym_fits(a, b)) return Explanation{&outer, &inner};
  return std::nullopt;
}

void EntityTable::move_to(std::uint32_t record, Mention& mention) {
  if (*mention.entity == record) return;
  const std::string form = bare_name(mention.text);
  Record& old = records_[*mention.entity];
  if (const auto at = old.forms.find(form); at != old.forms.end() && --at->second == 0)
    old.forms.erase(at);
  if (const auto at = old.types.find(mention.type); at != old.types.end() && --at->second == 0)
    old.types.erase(at);
  note_form(records_[record], form, mention.type);
  mention.entity = record;
}

/// "The Solberg Rail Council (SRC) ... The Solhaven Rail Council (SRC)": an acronym that is
/// explained a second time, as another name, is that name from there on.
void EntityTable::renew_acronyms() {
  std::map<std::uint32_t, std::map<std::uint32_t, std::uint32_t>> records;  // by acronym and name
  std::map<std::uint32_t, std::uint32_t> current;                           // by acronym
  for (Sentence& sentence : analysis_.sentences) {
    std::map<const Mention*, std::uint32_t> names;
    for (const auto& [outer, inner] : in_brackets(sentence))
      if (const auto told = explained(*outer, *inner)) names[told->acronym] = *told->name->entity;
    for (Mention& mention : sentence.mentions) {
      const std::uint32_t acronym = *mention.entity;
      if (const auto told = names.find(&mention); told != names.end()) {
        auto& known = records[acronym];
        const std::string key = "acronym:" + records_[acronym].key + std::to_string(known.size());
        const auto [at, fresh] = known.try_emplace(told->second, acronym);
        if (fresh && known.size() > 1) at->second = record_for(key);
        current[acronym] = at->second;
      }
      if (const auto at = current.find(acronym); at != current.end()) move_to(at->second, mention);
    }
  }
}

}  // namespace dossier::extract::resolve
