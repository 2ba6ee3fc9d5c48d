// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/other_words.h"

#include <algorithm>
#include <array>

#include "desk/ask/argument_parts.h"
#include "desk/ask/tables.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;
using extract::Relation;
using extract::TokenRange;

constexpr std::array<std::string_view, 7> kEnding{"end",      "finish",   "break_down", "break_off",
                                                  "collapse", "conclude", "fail"};
constexpr std::array<std::string_view, 8> kHappening{"take_place", "happen", "occur", "begin",
                                                     "start",      "end",    "last",  "hold"};

template <std::size_t N>
bool one_of(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "broken" of "break", "injured" of "injure".
bool is_past_form(const std::string& word, const std::string& verb) {
  return word == verb + "ed" || word == verb + "d" ||
         extract::Lexicon::builtin().irregular('v', word) == verb;
}

}  // namespace

std::vector<std::string> ending_verbs() { return {kEnding.begin(), kEnding.end()}; }

/// "his successor" for who succeeds, when "his" is whom the question names.
bool OtherWords::is_noun_of_verb(const Argument& argument) const {
  const Term post = Term::iri(vocabulary::iri(
      vocabulary::kRelation, ascii_lower(parsed_.tokens[argument.head].lemma) + "_of"));
  const std::vector<Term> posts = verb_properties(reading_.verb, "").forward;
  const Role* of = reading_.find(Role::Slot::object);
  if (of == nullptr || of->wanted || std::find(posts.begin(), posts.end(), post) == posts.end())
    return false;
  for (std::uint32_t i = argument.tokens.first; i < argument.tokens.last; ++i)
    if (i != argument.head && phrases_.is_named(of->phrase, i)) return true;
  return false;
}

/// "the arrested men" for who was arrested.
bool OtherWords::is_done_to(const Argument& argument) const {
  if (!reading_.passive) return false;
  for (std::uint32_t i = argument.tokens.first; i < argument.head; ++i)
    if (parsed_.tokens[i].xpos == extract::Xpos::vbn &&
        ascii_lower(parsed_.tokens[i].lemma) == reading_.verb)
      return has_other_phrases();
  return false;
}

/// "X has a broken leg" for who broke it.
bool OtherWords::has_it_so(const Frame& frame) const {
  const FrameArgument* object = frame.find(ArgumentRole::object);
  const Role* what = reading_.find(Role::Slot::object);
  const bool has =
      frame.kind == Frame::Kind::verb && frame.lemma.starts_with("have") && is_told(frame);
  if (!has || object == nullptr || what == nullptr || what->wanted) return false;
  const Argument& had = object->members.front();
  const bool so = had.head > had.tokens.first &&
                  is_past_form(ascii_lower(parsed_.tokens[had.head - 1].text), reading_.verb);
  return so && phrases_.is_phrase(what->phrase, *object) && has_other_phrases();
}

/// "X has taken his place" for who replaced him.
bool OtherWords::takes_place(const Frame& frame) const {
  const FrameArgument* object = frame.find(ArgumentRole::object);
  const Role* whom = reading_.find(Role::Slot::object);
  const bool replaces = reading_.verb == "replace" || reading_.verb == "succeed";
  const bool takes = frame.kind == Frame::Kind::verb && is_told(frame) &&
                     (frame.lemma.starts_with("take") || frame.lemma.starts_with("fill"));
  if (!replaces || !takes || object == nullptr || whom == nullptr || whom->wanted) return false;
  const Argument& taken = object->members.front();
  const std::string noun = ascii_lower(parsed_.tokens[taken.head].lemma);
  if (noun != "place" && noun != "post" && noun != "seat") return false;
  for (std::uint32_t i = taken.tokens.first; i < taken.tokens.last; ++i)
    if (parsed_.tokens[i].relation == Relation::nmod_poss)
      return phrases_.is_named(whom->phrase, i) ||
             (parsed_.tokens[i].xpos == extract::Xpos::prp_poss && phrases_.looks_around() &&
              phrases_.has_phrase(whom->phrase));
  return false;
}

bool OtherWords::has_other_phrases() const {
  return std::all_of(reading_.roles.begin(), reading_.roles.end(), [&](const Role& role) {
    return role.wanted || phrases_.has_phrase(role.phrase);
  });
}

const FrameArgument* OtherWords::holder(const Frame& frame) const {
  const Role* wanted = reading_.wanted_role();
  if (wanted != nullptr && wanted->slot == Role::Slot::subject &&
      (has_it_so(frame) || takes_place(frame)))
    return frame.find(ArgumentRole::subject);
  if (wanted == nullptr || frame.kind != Frame::Kind::copula || !is_told(frame)) return nullptr;
  const FrameArgument* subject = frame.find(ArgumentRole::subject);
  const FrameArgument* attribute = frame.find(ArgumentRole::attribute);
  if (subject == nullptr || attribute == nullptr || subject->members.empty()) return nullptr;
  if (wanted->slot == Role::Slot::subject && is_noun_of_verb(subject->members.front()))
    return attribute;
  if (wanted->slot == Role::Slot::object && is_done_to(subject->members.front())) return attribute;
  const bool turned = wanted->slot == Role::Slot::subject && !attribute->members.empty() &&
                      is_noun_of_verb(attribute->members.front());
  return turned ? subject : nullptr;
}

std::optional<TokenRange> OtherWords::span(const Frame& frame) const {
  if (reading_.wanted != Wanted::duration || !is_told(frame)) return std::nullopt;
  if (frame.lemma == "take") {
    const FrameArgument* time = frame.find(ArgumentRole::object);
    if (time == nullptr || time->members.empty()) return std::nullopt;
    const TokenRange words = time->members.front().tokens;
    const bool to = words.last + 1 < parsed_.tokens.size() &&
                    ascii_lower(parsed_.tokens[words.last].text) == "to" &&
                    ascii_lower(parsed_.tokens[words.last + 1].lemma) == reading_.verb;
    return to && has_other_phrases() ? std::optional(words) : std::nullopt;
  }
  // Whose talks they were has to be in the sentence.
  const bool ends = reading_.verb == "last" && one_of(frame.lemma, kEnding);
  if (!ends || phrases_.looks_around()) return std::nullopt;
  const Role* what = reading_.find(Role::Slot::subject);
  const FrameArgument* subject = frame.find(ArgumentRole::subject);
  if (what == nullptr || subject == nullptr || !phrases_.is_phrase(what->phrase, *subject))
    return std::nullopt;
  for (const FrameArgument& argument : frame.arguments)
    if (argument.marker == "after" && argument.extent.first + 1 < argument.extent.last)
      return TokenRange{argument.extent.first + 1, argument.extent.last};
  return std::nullopt;
}

std::optional<TokenRange> OtherWords::price(const Frame& frame) const {
  const Role* what = reading_.find(Role::Slot::subject);
  const bool asked = reading_.wanted == Wanted::amount && reading_.verb == "cost";
  if (asked && what != nullptr && !what->wanted && frame.kind == Frame::Kind::copula)
    return stated_price(frame, what->phrase);
  if (!asked || what == nullptr || what->wanted || frame.kind != Frame::Kind::verb ||
      !is_told(frame) || frame.negated)
    return std::nullopt;
  // Of two prices in a sentence either may be the one.
  if (parsed_.quantities.empty() || !has_other_phrases()) return std::nullopt;
  const bool about = std::any_of(
      frame.arguments.begin(), frame.arguments.end(),
      [&](const FrameArgument& argument) { return phrases_.is_phrase(what->phrase, argument); });
  if (!about) return std::nullopt;
  std::optional<TokenRange> found;
  for (const extract::Quantity& quantity : parsed_.quantities) {
    const std::uint32_t at = quantity.tokens.first;
    const bool of = at > 1 && ascii_lower(parsed_.tokens[at - 1].text) == "of";
    const std::string noun = of ? ascii_lower(parsed_.tokens[at - 2].lemma) : "";
    if (noun != "cost" && noun != "price") continue;
    if (found) return std::nullopt;
    found = quantity.tokens;
  }
  return found;
}

/// "A room with breakfast was 60 lira."
std::optional<TokenRange> OtherWords::stated_price(const Frame& frame, const Phrase& what) const {
  const FrameArgument* subject = frame.find(ArgumentRole::subject);
  const FrameArgument* price = frame.find(ArgumentRole::attribute);
  const bool told = is_told(frame) && !frame.negated && subject != nullptr && price != nullptr;
  if (!told || !phrases_.is_phrase(what, *subject) || !has_other_phrases()) return std::nullopt;
  for (const extract::Quantity& quantity : parsed_.quantities)
    if (!quantity.unit.empty() && price->extent.contains(quantity.tokens.first))
      return quantity.tokens;
  return std::nullopt;
}

bool OtherWords::tells_event(const Frame& frame) const {
  if (frame.kind != Frame::Kind::verb || !is_told(frame)) return false;
  if (!one_of(frame.lemma, kHappening) || (frame.lemma == "hold" && !frame.passive)) return false;
  const Role* event = reading_.find(Role::Slot::subject);
  if (event == nullptr || event->wanted) return false;
  const FrameArgument* what =
      frame.find(frame.passive ? ArgumentRole::object : ArgumentRole::subject);
  return what != nullptr && phrases_.is_phrase(event->phrase, *what);
}

}  // namespace dossier::asking
