// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/extract/frame_text.h"

#include "extract/graph/vocabulary.h"

namespace dossier::test {

using extract::Argument;
using extract::ArgumentRole;
using extract::Clause;
using extract::Frame;
using extract::FrameArgument;
using extract::Modality;
using extract::Sentence;
using extract::TokenRange;

namespace {

std::string marked(const std::string& flag, const std::string& text) { return " " + flag + text; }

std::string role_of(const FrameArgument& argument) {
  static const char* const names[] = {"subject", "object",     "recipient", "attribute",
                                      "oblique", "complement", "time",      "adverb"};
  const std::string name = names[static_cast<std::size_t>(argument.role)];
  if (argument.marker.empty()) return name;
  return argument.role == ArgumentRole::oblique ? argument.marker : name + " " + argument.marker;
}

std::string filler(const Sentence& sentence, const FrameArgument& argument) {
  if (argument.members.empty()) return words(sentence, argument.extent);
  std::string result;
  for (const Argument& member : argument.members)
    result += (result.empty() ? "" : " + ") + words(sentence, member.tokens);
  return result;
}

std::string modality_flag(Modality modality) {
  if (modality == Modality::asserted) return {};
  return " " + std::string(extract::modality_name(modality));
}

}  // namespace

std::string words(const Sentence& sentence, TokenRange range) {
  std::string result;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const bool apart =
        i > range.first && sentence.tokens[i - 1].span.end < sentence.tokens[i].span.begin;
    result += (apart ? " " : "") + sentence.tokens[i].text;
  }
  return result;
}

std::string describe(const Sentence& sentence, const Frame& frame) {
  std::string line = frame.lemma;
  for (const FrameArgument& argument : frame.arguments)
    line += " | " + role_of(argument) + ": " + filler(sentence, argument);
  std::string flags;
  if (frame.negated) flags += " not";
  if (frame.denied) flags += " unknown";
  flags += modality_flag(frame.modality);
  if (frame.passive) flags += " passive";
  if (frame.former) flags += " former";
  if (!frame.title.empty()) flags += marked("title=", frame.title);
  if (frame.attributed) flags += marked("by=", words(sentence, frame.attributed->tokens));
  return flags.empty() ? line : line + " |" + flags;
}

std::string describe(const Sentence& sentence, const Clause& clause) {
  std::string line = clause.subject ? words(sentence, clause.subject->tokens) : "-";
  line += " | " + clause.relation + " | ";
  line += clause.object ? words(sentence, clause.object->tokens) : "-";
  std::string flags;
  if (clause.negated) flags += " not";
  flags += modality_flag(clause.modality);
  if (clause.passive_without_agent) flags += " passive";
  if (clause.time) flags += marked("time=", sentence.times[*clause.time].value);
  if (clause.place) flags += marked("place=", words(sentence, clause.place->tokens));
  if (clause.attributed) flags += marked("by=", words(sentence, clause.attributed->tokens));
  return flags.empty() ? line : line + " |" + flags;
}

}  // namespace dossier::test
