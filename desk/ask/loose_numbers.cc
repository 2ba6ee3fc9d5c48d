// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/loose_numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "desk/ask/answer_rows.h"
#include "desk/ask/argument_parts.h"
#include "desk/ask/tables.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Quantity;
using extract::Sentence;
using extract::TokenRange;

/// A text need not say them: whoever is on a site works there.
bool goes_without_saying(const std::string& verb) {
  static constexpr std::array<std::string_view, 8> kVerbs{"be",    "have",   "work",  "live",
                                                          "serve", "belong", "exist", "take_part"};
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

std::vector<std::string> words_for(const Reading& reading) {
  std::vector<std::string> out = synonyms(reading.verb);
  out.push_back(reading.verb);
  for (const std::string& noun : event_nouns(reading.verb)) out.push_back(noun);
  return out;
}

bool has_verb(const std::vector<std::string>& verbs, const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const auto& token) {
    return std::find(verbs.begin(), verbs.end(), ascii_lower(token.lemma)) != verbs.end();
  });
}

/// The noun that the number counts.
std::uint32_t counted(const Sentence& sentence, const Quantity& quantity) {
  for (std::uint32_t i = quantity.tokens.first; i < quantity.tokens.last; ++i) {
    const std::int32_t head = sentence.tokens[i].head;
    const bool number = sentence.tokens[i].upos == extract::Upos::num;
    if (number && head >= 0 && !quantity.tokens.contains(static_cast<std::uint32_t>(head)))
      return static_cast<std::uint32_t>(head);
  }
  return quantity.tokens.last - 1;
}

/// The clause that it stands in says so.
bool is_said(const Sentence& sentence, const Quantity& quantity) {
  return std::none_of(sentence.frames.begin(), sentence.frames.end(), [&](const auto& frame) {
    const bool so =
        is_told(frame) && !frame.negated && frame.modality == extract::Modality::asserted;
    return !so && std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const auto& one) {
      return one.extent.contains(quantity.tokens.first);
    });
  });
}

bool is_light(const std::string& verb) {
  return goes_without_saying(verb) || verb == "include" || verb == "number" || verb == "count";
}

/// Who or what does it, or what it is done to.
bool is_core_of(const extract::Frame& frame, const Quantity& quantity) {
  return std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const auto& one) {
    const bool core =
        one.role == extract::ArgumentRole::subject || one.role == extract::ArgumentRole::object;
    return core && std::any_of(one.members.begin(), one.members.end(), [&](const auto& member) {
             return member.tokens.contains(quantity.tokens.first);
           });
  });
}

/// "12,000 people left" says of no place that they work there, and "They have two children and
/// live in X" not how many live in X.
bool does_something_else(const std::vector<std::string>& verbs, bool has_verb,
                         const Sentence& sentence, const Quantity& quantity) {
  bool other = false;
  for (const extract::Frame& frame : sentence.frames) {
    if (!is_core_of(frame, quantity)) continue;
    const bool so = std::find(verbs.begin(), verbs.end(), frame.lemma) != verbs.end();
    if (frame.kind != extract::Frame::Kind::verb || frame.lemma == "be" || so) return false;
    if (!has_verb && is_light(frame.lemma)) return false;
    other = true;
  }
  return other;
}

/// "Pump Works employs 240 people" says nothing of another firm.
bool is_of_another(const Reading& reading, const Sentence& sentence, const PhraseMatcher& phrases) {
  const Role* known = reading.find(Role::Slot::subject);
  if (known == nullptr || known->wanted || known->phrase.things.empty()) return false;
  return std::any_of(sentence.frames.begin(), sentence.frames.end(), [&](const auto& frame) {
    const auto* subject = frame.find(extract::ArgumentRole::subject);
    if (frame.kind != extract::Frame::Kind::verb || subject == nullptr) return false;
    if (subject->members.empty() || phrases.is_phrase(known->phrase, *subject)) return false;
    return std::none_of(subject->members.begin(), subject->members.end(),
                        [&](const auto& one) { return phrases.may_stand_for(known->phrase, one); });
  });
}

}  // namespace

bool counts_asked(const Reading& reading, const Sentence& sentence, const Quantity& quantity) {
  const std::string noun = ascii_lower(sentence.tokens[counted(sentence, quantity)].lemma);
  if (noun == reading.noun) return true;
  const std::vector<std::string> events = event_nouns(reading.verb);
  if (std::find(events.begin(), events.end(), noun) != events.end()) return true;
  return reading.noun == "people" && is_of_people(noun);
}

std::optional<TokenRange> loose_number(const Reading& reading, const Sentence& sentence,
                                       const PhraseMatcher& phrases) {
  if (reading.wanted != Wanted::count || reading.noun.empty()) return std::nullopt;
  const bool all = std::all_of(reading.roles.begin(), reading.roles.end(), [&](const Role& role) {
    return role.wanted || phrases.has_phrase(role.phrase);
  });
  const bool known = std::any_of(reading.roles.begin(), reading.roles.end(), [](const Role& role) {
    return !role.wanted && !role.phrase.words.empty();
  });
  if (!all || !phrases.has_words(reading.rest)) return std::nullopt;
  const std::vector<std::string> verbs = words_for(reading);
  const bool verb = has_verb(verbs, sentence);
  if (!verb && !(known && goes_without_saying(reading.verb))) return std::nullopt;
  if (is_of_another(reading, sentence, phrases)) return std::nullopt;
  std::optional<TokenRange> found;
  for (const Quantity& quantity : sentence.quantities) {
    if (!counts_asked(reading, sentence, quantity)) continue;
    if (found || !is_said(sentence, quantity)) return std::nullopt;
    if (does_something_else(verbs, verb, sentence, quantity)) return std::nullopt;
    found = quantity.tokens;
  }
  return found;
}

}  // namespace dossier::asking
