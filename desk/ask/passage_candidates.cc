// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/passage_candidates.h"

#include <algorithm>

#include "desk/ask/argument_parts.h"
#include "desk/ask/clause_circumstances.h"
#include "desk/ask/clause_measures.h"
#include "desk/ask/loose_numbers.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "desk/ask/time_spans.h"
#include "extract/lexicon/lexicon.h"
#include "model/ascii.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::Frame;
using extract::FrameArgument;
using extract::TokenRange;
using extract::Upos;

void add(std::vector<Candidate>& out, Candidate one) {
  const bool known = std::any_of(out.begin(), out.end(), [&](const Candidate& other) {
    return other.value.value == one.value.value;
  });
  if (!known && !one.value.value.empty()) out.push_back(std::move(one));
}

/// "USD": a currency is the unit.
bool is_money(const extract::Quantity& quantity) {
  return quantity.unit.size() == 3 &&
         std::all_of(quantity.unit.begin(), quantity.unit.end(),
                     [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

/// "twenty pounds more than": no price.
bool is_difference(const extract::Sentence& sentence, const extract::Quantity& quantity) {
  const std::uint32_t next = quantity.tokens.last;
  return next < sentence.tokens.size() && (sentence.tokens[next].xpos == extract::Xpos::jjr ||
                                           sentence.tokens[next].xpos == extract::Xpos::rbr);
}

/// What one can be in or at: a hall, a town, a school.
bool is_somewhere(const extract::Token& noun) {
  if (noun.upos == Upos::propn) return true;
  using extract::NounClass;
  const NounClass kind = extract::Lexicon::builtin().word(ascii_lower(noun.lemma)).noun_class;
  return noun.upos == Upos::noun &&
         (kind == NounClass::artifact || kind == NounClass::location || kind == NounClass::object);
}

bool is_length_of_time(const extract::TimeExpression& time) { return time.value.empty(); }

}  // namespace

std::vector<Candidate> Candidates::all() const {
  std::vector<Candidate> out;
  switch (reading_.wanted) {
    case Wanted::thing:
      if (reading_.person || !reading_.noun.empty()) add_named(out);
      add_described(out);
      break;
    case Wanted::time:
      add_times(out);
      break;
    case Wanted::place:
      add_places(out);
      break;
    case Wanted::count:
    case Wanted::amount:
      add_numbers(out);
      break;
    case Wanted::duration:
      add_spans(out);
      break;
    case Wanted::cause:
      add_causes(out);
      break;
    case Wanted::measure:
      add_measures(out);
      if (reading_.measure == "long") add_spans(out);
      break;
    case Wanted::yes_no:
    case Wanted::often:
    case Wanted::manner:
      break;
  }
  return out;
}

void Candidates::add_named(std::vector<Candidate>& out) const {
  for (std::uint32_t i = 0; i < parsed_.tokens.size(); ++i) {
    const extract::Token& token = parsed_.tokens[i];
    const bool whole = std::any_of(source_.names.begin(), source_.names.end(), [&](const auto& n) {
      return n.named && n.span.contains(token.span) && n.span.end == token.span.end;
    });
    if (!whole) continue;
    const Argument name{{i, i + 1}, i, std::nullopt, std::nullopt};
    if (const auto value = values_.value_of(name, name.tokens)) add(out, {*value, i});
  }
}

void Candidates::add_described(std::vector<Candidate>& out) const {
  for (const Frame& frame : parsed_.frames)
    for (const FrameArgument& argument : frame.arguments)
      for (const Argument& member : argument.members)
        if (const auto value = values_.value_of(member, argument.extent)) {
          const bool noun = !reading_.noun.empty();
          add(out, {*value, member.head, false, !noun});
        }
}

void Candidates::add_times(std::vector<Candidate>& out) const {
  for (const extract::TimeExpression& time : parsed_.times) {
    if (is_length_of_time(time)) continue;
    Candidate one{values_.words_of(time.tokens), time.tokens.last - 1, true};
    one.value.value = time_words(time);
    add(out, std::move(one));
  }
}

void Candidates::add_places(std::vector<Candidate>& out) const {
  for (std::uint32_t i = 0; i < parsed_.tokens.size(); ++i) {
    const Argument name{{i, i + 1}, i, std::nullopt, std::nullopt};
    std::string marker;
    for (std::uint32_t at = i; at > 0 && at + 5 > i && marker.empty(); --at)
      if (parsed_.tokens[at - 1].upos == Upos::adp)
        marker = ascii_lower(parsed_.tokens[at - 1].text);
    if (const auto value = values_.place_of(name, marker)) add(out, {*value, i, true});
  }
  if (!out.empty()) return;
  for (const Frame& frame : parsed_.frames)
    for (const FrameArgument& argument : frame.arguments)
      for (const Argument& member : argument.members)
        if (argument.role == extract::ArgumentRole::oblique && !argument.time &&
            is_place_marker(argument.marker) && is_somewhere(parsed_.tokens[member.head]))
          add(out, {values_.description_of(member), member.head, true});
}

void Candidates::add_numbers(std::vector<Candidate>& out) const {
  for (const extract::Quantity& quantity : parsed_.quantities) {
    if (is_difference(parsed_, quantity)) continue;
    const bool money = reading_.wanted == Wanted::amount && is_money(quantity);
    const bool counted = !reading_.noun.empty() && counts_asked(reading_, parsed_, quantity);
    if (!money && !counted) continue;
    add(out, {values_.words_of(quantity.tokens), quantity.tokens.last - 1, true});
  }
}

void Candidates::add_spans(std::vector<Candidate>& out) const {
  for (const TokenRange range : spans_in(parsed_)) {
    const std::string before =
        range.first > 0 ? ascii_lower(parsed_.tokens[range.first - 1].text) : "";
    if (before == "after" || before == "within" || before == "every") continue;
    add(out, {values_.all_words_of(range), range.last - 1, true});
  }
}

void Candidates::add_causes(std::vector<Candidate>& out) const {
  for (const TokenRange range : causes_in(parsed_))
    add(out, {values_.words_of(range), range.first, true});
}

void Candidates::add_measures(std::vector<Candidate>& out) const {
  if (const auto range = measure_in(parsed_, reading_.measure))
    add(out, {values_.words_of(*range), range->last - 1, true});
  for (const extract::Quantity& quantity : parsed_.quantities)
    if (const auto range = fitting_measure(parsed_, quantity, reading_.measure))
      add(out, {values_.words_of(*range), range->last - 1, true});
}

}  // namespace dossier::asking
