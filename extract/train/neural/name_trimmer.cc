// SPDX-License-Identifier: Apache-2.0
#include "extract/train/neural/name_trimmer.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/text/calendar.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

bool is_number(char c) { return c >= '0' && c <= '9'; }

std::string type_of(const std::string& type) {
  if (type == "person") return "PERSON";
  if (type == "place") return "PLACE";
  if (type == "organization") return "ORGANIZATION";
  if (type == "event") return "EVENT";
  return type == "time" ? "TIME" : "OTHER";
}

std::set<std::string> title_words(const std::string& identity) {
  std::set<std::string> words;
  std::string word;
  for (const char c : to_lower(identity) + "_") {
    if (c != '_' && c != '%' && c != '(' && c != ')') {
      word += c;
      continue;
    }
    words.insert(std::move(word));
    word.clear();
  }
  return words;
}

/// What may be between the parts of a name.
bool is_link(const std::string& form, const std::string& type) {
  static constexpr std::array<std::string_view, 6> kInPersons{"-", "de", "van", "von", "al", "del"};
  static constexpr std::array<std::string_view, 8> kInOthers{"of", "for", "the", "and",
                                                             "&",  "'s",  "-",   "de"};
  if (type == "PERSON") {
    return std::find(kInPersons.begin(), kInPersons.end(), form) != kInPersons.end();
  }
  return std::find(kInOthers.begin(), kInOthers.end(), form) != kInOthers.end();
}

}  // namespace

std::optional<GoldName> NameTrimmer::trim(const EntityPhrase& phrase,
                                          const std::vector<EntityPhrase>& inner) const {
  const std::size_t head = head_of(phrase);
  if (phrase.type == "time" || is_date(phrase, head)) return trim_time(phrase, head);
  if (!is_proper(head)) {
    auto behind = name_behind(phrase, head);
    return behind ? behind : name_of_identity(phrase, inner);
  }
  GoldName name{head, head + 1, type_of(phrase.type)};
  while (name.first > phrase.first && joins_left(name.first - 1, head)) --name.first;
  while (const std::size_t next = next_part(name.last, phrase, head, name.type)) name.last = next;
  if (is_final_s(name.last, phrase, head)) ++name.last;
  if (name.type == "PERSON") drop_titles(title_words(phrase.identity), name);
  if (name.first == name.last) return std::nullopt;
  return name;
}

std::size_t NameTrimmer::head_of(const EntityPhrase& phrase) const {
  for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
    const std::size_t head = words_[i].head;
    const bool inside = head > phrase.first && head <= phrase.last + 1;
    if (!inside && words_[i].upos != "PUNCT") return i;
  }
  return phrase.last;
}

bool NameTrimmer::is_proper(std::size_t i) const {
  return words_[i].upos == "PROPN" || words_[i].xpos.starts_with("NNP");
}

bool NameTrimmer::is_year(std::size_t i) const {
  const std::string& form = words_[i].form;
  return words_[i].upos == "NUM" && form.size() == 4 &&
         std::all_of(form.begin(), form.end(), is_number);
}

/// "8 February 1700", "November 9, 2020", "Monday", "1989".
std::optional<GoldName> NameTrimmer::trim_time(const EntityPhrase& phrase, std::size_t head) const {
  const auto fits = [&](std::size_t i) { return is_proper(i) || words_[i].upos == "NUM"; };
  if (!fits(head)) return std::nullopt;
  GoldName name{head, head + 1, "TIME"};
  while (name.first > phrase.first && fits(name.first - 1)) --name.first;
  for (std::size_t i = name.last; i <= phrase.last; ++i) {
    if (fits(i)) name.last = i + 1;
    if (!fits(i) && words_[i].form != ",") break;
  }
  for (std::size_t i = name.first; i < name.last; ++i) {
    if (is_proper(i) || is_year(i)) return name;
  }
  return std::nullopt;
}

/// "June 17" is a date even where the annotators saw something else.
bool NameTrimmer::is_date(const EntityPhrase& phrase, std::size_t head) const {
  const auto is_month_before_number = [this, &phrase](std::size_t i) {
    return i < phrase.last && is_proper(i) && month_number(to_lower(words_[i].form)) > 0 &&
           words_[i + 1].upos == "NUM";
  };
  return is_month_before_number(head) || (head > phrase.first && is_month_before_number(head - 1));
}

/// "researcher Mu Li", "the actor James Dean": the name joined to a noun as its equal.
std::optional<GoldName> NameTrimmer::name_behind(const EntityPhrase& phrase,
                                                 std::size_t head) const {
  const auto joined = [&](std::size_t i) {
    return is_proper(i) && words_[i].head == head + 1 && words_[i].relation.starts_with("flat");
  };
  std::size_t first = head + 1;
  while (first <= phrase.last && !joined(first)) ++first;
  if (first > phrase.last) return std::nullopt;
  GoldName name{first, first + 1, type_of(phrase.type)};
  while (const std::size_t next = next_part(name.last, phrase, head, name.type)) name.last = next;
  return name;
}

/// "the province of Palawan" with the identity "Palawan": the proper nouns of the phrase that are
/// also in its identity, and no phrase of their own.
std::optional<GoldName> NameTrimmer::name_of_identity(
    const EntityPhrase& phrase, const std::vector<EntityPhrase>& inner) const {
  const std::set<std::string> title = title_words(phrase.identity);
  const auto fits = [&](std::size_t i) {
    return is_proper(i) && title.contains(to_lower(words_[i].form)) &&
           std::none_of(inner.begin(), inner.end(), [i](const EntityPhrase& other) {
             return other.first <= i && i <= other.last;
           });
  };
  std::size_t first = phrase.first;
  while (first <= phrase.last && !fits(first)) ++first;
  if (first > phrase.last) return std::nullopt;
  GoldName name{first, first + 1, type_of(phrase.type)};
  while (name.last <= phrase.last && fits(name.last)) ++name.last;
  while (const std::size_t next = next_part(name.last, phrase, first, name.type)) name.last = next;
  return name;
}

/// "Lord's" the cricket ground, but not in "Byron's poems".
bool NameTrimmer::is_final_s(std::size_t at, const EntityPhrase& phrase, std::size_t head) const {
  return phrase.type != "person" && at == phrase.last && at == head + 1 &&
         words_[at].xpos == "POS" && !words_[head].relation.starts_with("nmod:poss");
}

bool NameTrimmer::capital(std::size_t i) const {
  const std::u32string form = to_code_points(words_[i].form);
  return !form.empty() && is_upper(form[0]);
}

/// Whether the path from a word to the head has only parts of a name.
bool NameTrimmer::belongs(std::size_t i, std::size_t head) const {
  static constexpr std::array<std::string_view, 7> kParts{"flat",   "compound", "nmod", "amod",
                                                          "nummod", "goeswith", "conj"};
  for (std::size_t steps = 0; i != head && steps < words_.size(); ++steps) {
    const std::string relation = words_[i].relation.substr(0, words_[i].relation.find(':'));
    if (std::find(kParts.begin(), kParts.end(), relation) == kParts.end()) return false;
    if (words_[i].head == 0) return false;
    const std::size_t up = words_[i].head - 1;
    if (relation == "conj" && up == head) return false;  // another name
    i = up;
  }
  return i == head;
}

bool NameTrimmer::joins_left(std::size_t i, std::size_t head) const {
  const ConlluWord& word = words_[i];
  if (word.form == "-") return i > 0 && is_proper(i - 1);
  const bool adjective = (word.upos == "ADJ" || word.upos == "NOUN") && capital(i) && i > 0;
  return (is_proper(i) || adjective) && belongs(i, head);
}

/// Behind the next part of the name from `at`; 0: none.
std::size_t NameTrimmer::next_part(std::size_t at, const EntityPhrase& phrase, std::size_t head,
                                   const std::string& type) const {
  constexpr std::size_t kMostBetween = 2;
  for (std::size_t i = at; i <= phrase.last && i <= at + kMostBetween; ++i) {
    const bool number = words_[i].upos == "NUM" && i == at;
    if ((is_proper(i) || number) && belongs(i, head)) return i + 1;
    const bool capitalised = words_[i].upos == "NOUN" && capital(i) && belongs(i, head);
    if (!capitalised && !is_link(words_[i].form, type)) return 0;
  }
  return 0;
}

/// Titles before the name; a noun for people alone ("Fellow", "Senator") is not a name.
void NameTrimmer::drop_titles(const std::set<std::string>& identity, GoldName& name) const {
  const auto is_title = [this](std::size_t i) {
    const std::string lower = to_lower(words_[i].form);
    return lexicon_.is(lower, kTitle | kTitlePart | kHonorific) ||
           lexicon_.is(words_[i].form, kHonorific) || words_[i].upos == "ADJ" ||
           words_[i].upos == "NOUN";
  };
  while (name.first < name.last && (is_title(name.first) || words_[name.first].upos == "PUNCT")) {
    ++name.first;
  }
  if (name.last - name.first != 1) return;
  const bool own = identity.contains(to_lower(words_[name.first].form));
  if (!own && is_plain_noun(name.first)) ++name.first;
}

/// "Senator", "the Speaker", "the whip".
bool NameTrimmer::is_plain_noun(std::size_t i) const {
  const std::string& form = words_[i].form;
  if (lexicon_.is(form, kGivenName | kSurname | kPerson | kPeople)) return false;
  const WordInfo info = lexicon_.word(to_lower(form));
  const bool described = std::any_of(words_.begin(), words_.end(), [i](const ConlluWord& word) {
    return word.head == i + 1 && word.relation == "det";
  });
  return info.noun && (info.noun_class == NounClass::person || described);
}

}  // namespace dossier::extract
