// SPDX-License-Identifier: Apache-2.0
#include "desk/review/same_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "engine/saved/name_resolution.h"
#include "extract/names/acronyms.h"
#include "extract/names/name_forms.h"
#include "extract/names/short_forms.h"
#include "model/nearest.h"

namespace dossier::reviewing {
namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& name) {
  return extract::split_name(folded(extract::without_honorific(extract::bare_name(name))));
}

bool ends_with(const Words& words, const Words& end) {
  return words.size() > end.size() && std::equal(end.rbegin(), end.rend(), words.rbegin());
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// The words that tell a name from others, without endings of the plural, in order of letters.
std::string content_key(const std::string& name) {
  Words content;
  for (std::string word : words_of(name)) {
    if (extract::is_function_word(word)) continue;
    const bool plural = word.size() > 4 && word.back() == 's' && word[word.size() - 2] != 's';
    if (plural) word.pop_back();
    content.push_back(std::move(word));
  }
  if (content.size() < 2) return {};
  std::sort(content.begin(), content.end());
  return joined(content);
}

bool is_place(const std::string& kind) {
  return kind == "place" || kind == "city" || kind == "country";
}

/// A city stands for who governs it; a thing without a class may be anything.
bool kinds_fit(const NamedThing& a, const NamedThing& b) {
  if (a.kind == b.kind || a.kind.empty() || b.kind.empty()) return true;
  const auto place_or_body = [](const std::string& kind) {
    return is_place(kind) || kind == "organization";
  };
  return place_or_body(a.kind) && place_or_body(b.kind);
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// One slip in a word of six letters, two in one of twelve.
bool nearly(const std::string& a, const std::string& b) {
  constexpr std::size_t kLettersPerSlip = 6;
  const std::size_t allowed = std::min(a.size(), b.size()) / kLettersPerSlip;
  return allowed > 0 && edit_distance(a, b) <= std::min<std::size_t>(allowed, 2);
}

bool is_initial_of(const std::string& initial, const std::string& name) {
  const bool short_enough = initial.size() == 1 || (initial.size() == 2 && initial[1] == '.');
  return short_enough && !name.empty() && initial[0] == name[0] && name.size() > 2;
}

std::optional<Likeness> same_label(const NamedThing& a, const NamedThing& b) {
  if (joined(words_of(a.label)) != joined(words_of(b.label))) return std::nullopt;
  return Likeness{fmt::format("both are called {}", a.label), a.kind == b.kind ? 0.95 : 0.75};
}

std::optional<Likeness> other_name(const NamedThing& a, const NamedThing& b) {
  if (a.kind != b.kind) return std::nullopt;
  const std::string label = joined(words_of(a.label));
  for (const std::string& name : b.names)
    if (!extract::is_acronym(name) && joined(words_of(name)) == label)
      return Likeness{fmt::format("{} is also called {}", b.label, name), 0.85};
  return std::nullopt;
}

std::optional<Likeness> same_words(const NamedThing& a, const NamedThing& b) {
  const std::string key = content_key(a.label);
  if (a.kind == "person" || key.empty() || key != content_key(b.label)) return std::nullopt;
  return Likeness{"the names have the same words", 0.85};
}

/// "Secretary-General Anna Berg" and "Anna Berg"; "Mr Berg" and "Anna Berg".
std::optional<Likeness> longer_person(const NamedThing& shorter, const NamedThing& longer) {
  if (shorter.kind != "person" || longer.kind != "person") return std::nullopt;
  const Words a = words_of(shorter.label), b = words_of(longer.label);
  if (a.empty() || !ends_with(b, a)) return std::nullopt;
  if (a.size() > 1)
    return Likeness{fmt::format("{} with more before it", shorter.label), 0.9, true};
  return Likeness{fmt::format("{} is the surname of one other person", shorter.label), 0.7, true};
}

std::optional<Likeness> given_name(const NamedThing& a, const NamedThing& b) {
  if (a.kind != "person" || b.kind != "person") return std::nullopt;
  const Words one = words_of(a.label), two = words_of(b.label);
  if (one.size() < 2 || two.size() < 2 || one.back() != two.back()) return std::nullopt;
  if (is_initial_of(one.front(), two.front()))
    return Likeness{fmt::format("{} may be short for {}", a.label, b.label), 0.8, true};
  if (one.size() == two.size() && one.front().size() > 3 &&
      edit_distance(one.front(), two.front()) == 1)
    return Likeness{"the given names are spelled nearly alike", 0.7};
  return std::nullopt;
}

std::optional<Likeness> acronym(const NamedThing& shorter, const NamedThing& longer) {
  if (!extract::is_acronym(shorter.label) || shorter.label.size() < 3) return std::nullopt;
  if (!extract::is_initials(shorter.label, longer.label)) return std::nullopt;
  return Likeness{fmt::format("{} are the initials of {}", shorter.label, longer.label), 0.8, true};
}

/// "Herring Institute" and "Norwegian Herring Institute".
std::optional<Likeness> longer_body(const NamedThing& shorter, const NamedThing& longer) {
  if (shorter.kind != "organization" || longer.kind != "organization") return std::nullopt;
  const Words a = words_of(shorter.label), b = words_of(longer.label);
  if (a.size() < 2 || b.size() != a.size() + 1 || !ends_with(b, a)) return std::nullopt;
  if (extract::is_generic_government_name(shorter.label)) return std::nullopt;
  return Likeness{fmt::format("{} with one word more before it", shorter.label), 0.7, true};
}

std::optional<Likeness> other_spelling(const NamedThing& a, const NamedThing& b) {
  if (a.kind != b.kind || a.kind.empty() || has_digit(a.label) || has_digit(b.label))
    return std::nullopt;
  if (extract::is_known_place(a.label) && extract::is_known_place(b.label)) return std::nullopt;
  const Words one = words_of(a.label), two = words_of(b.label);
  if (one.size() != two.size() || one == two) return std::nullopt;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (one[i] == two[i]) continue;
    if (++differ > 1 || !nearly(one[i], two[i])) return std::nullopt;
  }
  return Likeness{"the names are spelled nearly alike", 0.65};
}

using Rule = std::optional<Likeness> (*)(const NamedThing&, const NamedThing&);
constexpr std::array<Rule, 8> kRules{same_label, other_name, longer_person, same_words,
                                     given_name, acronym,    longer_body,   other_spelling};

void add_near_keys(const Words& words, std::vector<std::string>& keys) {
  constexpr std::size_t kStart = 3;
  for (const std::string& word : words) {
    if (words.size() > 1 && word.size() > kStart) keys.push_back("w " + word);
    if (words.size() > 1 || word.size() < 2 * kStart) continue;
    keys.push_back("b " + word.substr(0, kStart));
    keys.push_back("e " + word.substr(word.size() - kStart));
  }
}

}  // namespace

std::vector<std::string> name_keys(const NamedThing& thing) {
  std::vector<std::string> keys;
  const Words words = words_of(thing.label);
  keys.push_back("n " + joined(words));
  for (const std::string& name : thing.names) keys.push_back("n " + joined(words_of(name)));
  if (const std::string content = content_key(thing.label); !content.empty())
    keys.push_back("c " + content);
  if (thing.kind == "person" && !words.empty()) keys.push_back("s " + words.back());
  const std::string initials = extract::initials_of(thing.label);
  if (!initials.empty()) keys.push_back("i " + initials);
  if (extract::is_acronym(thing.label))
    keys.push_back("i " + extract::acronym_letters(thing.label));
  add_near_keys(words, keys);
  return keys;
}

std::optional<Likeness> likeness_of(const NamedThing& a, const NamedThing& b) {
  if (!kinds_fit(a, b)) return std::nullopt;
  std::optional<Likeness> best;
  for (const Rule rule : kRules) {
    for (const auto& [one, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
      std::optional<Likeness> found = rule(*one, *other);
      if (found && (!best || found->weight > best->weight)) best = std::move(found);
    }
  }
  return best;
}

}  // namespace dossier::reviewing
