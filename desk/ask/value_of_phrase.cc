// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/value_of_phrase.h"

#include <algorithm>

#include "desk/ask/answer_rows.h"
#include "desk/ask/reading.h"
#include "desk/ask/tables.h"
#include "engine/saved/name_resolution.h"
#include "extract/tags.h"
#include "model/utf8.h"
#include "model/vocabulary.h"

namespace dossier::asking {
namespace {

using extract::Argument;
using extract::TextSpan;
using extract::TokenRange;

bool is_one_of(const NamedPlace& name, std::initializer_list<std::string_view> schema_classes) {
  return std::any_of(schema_classes.begin(), schema_classes.end(), [&](std::string_view local) {
    const Term wanted = Term::iri(vocabulary::iri(vocabulary::kSchema, local));
    return std::find(name.classes.begin(), name.classes.end(), wanted) != name.classes.end();
  });
}

}  // namespace

const NamedPlace* PhraseValues::name_at(const Argument& argument) const {
  const TextSpan head = parsed_.tokens[argument.head].span;
  const NamedPlace* best = nullptr;
  for (const NamedPlace& name : source_.names)
    if (name.span.contains(head) && (best == nullptr || name.named)) best = &name;
  return best;
}

std::string PhraseValues::text_of(TokenRange range) const {
  while (range.first + 1 < range.last && parsed_.tokens[range.first].upos == extract::Upos::det)
    ++range.first;
  return written(range);
}

std::string PhraseValues::written(TokenRange range) const {
  const TextSpan span = extract::span_of(parsed_, range);
  const std::size_t begin = utf8::byte_offset(source_.text, span.begin);
  return source_.text.substr(begin, utf8::byte_offset(source_.text, span.end) - begin);
}

bool PhraseValues::has_noun(const std::string& text) const {
  const std::string stem =
      reading_.noun.substr(0, std::max<std::size_t>(3, reading_.noun.size() - 2));
  return folded(text).find(stem) != std::string::npos;
}

/// Of the kind that is asked for: who, "which city".
bool PhraseValues::fits(const Argument& argument, const NamedPlace* name,
                        const std::string& text) const {
  if (reading_.person) {
    if (name != nullptr && name->named)
      return is_one_of(*name, {"Person", "Organization", "Country", "City"});
    return parsed_.tokens[argument.head].upos == extract::Upos::propn || is_of_people(text);
  }
  if (reading_.noun.empty()) return true;
  const std::vector<Term> classes = classes_of(reading_.noun);
  if (name != nullptr && std::any_of(classes.begin(), classes.end(), [&](const Term& one) {
        return std::find(name->classes.begin(), name->classes.end(), one) != name->classes.end();
      }))
    return true;
  return has_noun(text);
}

ClauseValue PhraseValues::description_of(const Argument& argument) const {
  ClauseValue out;
  out.value = text_of(argument.tokens);
  return out;
}

bool PhraseValues::names_somebody(const Argument& argument) const {
  const NamedPlace* name = name_at(argument);
  if (name != nullptr && name->named && is_one_of(*name, {"Person", "Organization", "Country"}))
    return true;
  return is_of_people(text_of(argument.tokens));
}

ClauseValue PhraseValues::words_of(TokenRange range) const {
  ClauseValue out;
  out.value = text_of(range);
  return out;
}

ClauseValue PhraseValues::all_words_of(TokenRange range) const {
  ClauseValue out;
  out.value = written(range);
  return out;
}

std::optional<ClauseValue> PhraseValues::value_of(const Argument& argument,
                                                  TokenRange extent) const {
  if (reading_.wanted != Wanted::thing) return number_of(argument);
  const NamedPlace* name = name_at(argument);
  const bool pronoun = parsed_.tokens[argument.head].upos == extract::Upos::pron;
  if (pronoun && (name == nullptr || !name->named)) return std::nullopt;
  std::string text = text_of(argument.tokens);
  if (!fits(argument, name, text)) return std::nullopt;
  if (repeats_question(reading_, text)) text = text_of(extent);
  if (repeats_question(reading_, text)) return std::nullopt;
  ClauseValue out;
  const bool is_name = name != nullptr && name->named;
  out.value = is_name ? name->label : text;
  if (is_name) out.thing = name->thing;
  return out;
}

std::optional<ClauseValue> PhraseValues::number_of(const Argument& argument) const {
  const std::string text = text_of(argument.tokens);
  for (const extract::Quantity& quantity : parsed_.quantities) {
    if (!argument.tokens.contains(quantity.tokens.first)) continue;
    if (!reading_.noun.empty() && !has_noun(text)) continue;
    if (reading_.noun.empty() && reading_.wanted == Wanted::amount && quantity.unit.empty())
      continue;
    ClauseValue out;
    out.value = text_of(quantity.tokens);
    return out;
  }
  return std::nullopt;
}

std::optional<ClauseValue> PhraseValues::place_of(const Argument& argument,
                                                  std::string_view marker) const {
  const NamedPlace* name = name_at(argument);
  if (name == nullptr || !name->named) return std::nullopt;
  const bool place = is_one_of(*name, {"Place", "City", "Country"}) ||
                     (marker == "at" && is_one_of(*name, {"Organization"}));
  if (!place) return std::nullopt;
  ClauseValue out;
  out.value = name->label;
  out.thing = name->thing;
  return out;
}

std::optional<ClauseValue> PhraseValues::time_of(const extract::Frame& frame) const {
  const extract::TimeExpression* time = nullptr;
  for (const extract::FrameArgument& argument : frame.arguments)
    if (argument.time && time == nullptr) time = &parsed_.times[*argument.time];
  if (time == nullptr && parsed_.times.size() == 1) time = &parsed_.times.front();
  if (time == nullptr) return std::nullopt;
  ClauseValue out;
  out.value = time_words(*time);
  return out;
}

}  // namespace dossier::asking
