// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/argument_parts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::asking {

using extract::ArgumentRole;
using extract::Frame;
using extract::FrameArgument;

bool is_told(const Frame& frame) { return !frame.question && !frame.denied; }

bool is_part_of_next(const Frame& frame, const FrameArgument& argument) {
  return std::any_of(frame.arguments.begin(), frame.arguments.end(), [&](const auto& next) {
    return next.role == argument.role && argument.role == ArgumentRole::object &&
           next.extent.first == argument.extent.last;
  });
}

extract::TokenRange with_place(const Frame& frame, extract::TokenRange extent) {
  for (const FrameArgument& next : frame.arguments)
    if (next.role == ArgumentRole::oblique && next.extent.first == extent.last)
      extent.last = next.extent.last;
  return extent;
}

std::string marker_of(const FrameArgument& argument) {
  return argument.role == ArgumentRole::recipient ? "to" : argument.marker;
}

bool describes(const extract::Sentence& sentence, const extract::Argument& said) {
  return sentence.tokens[said.head].upos != extract::Upos::num &&
         std::none_of(
             sentence.mentions.begin(), sentence.mentions.end(), [&](const extract::Mention& name) {
               return name.type == extract::MentionType::person && name.tokens.contains(said.head);
             });
}

bool is_below(const extract::Sentence& sentence, std::uint32_t token, std::uint32_t head) {
  std::size_t steps = sentence.tokens.size();
  for (auto at = static_cast<std::int32_t>(token); at >= 0 && steps > 0; --steps) {
    if (static_cast<std::uint32_t>(at) == head) return true;
    at = sentence.tokens[static_cast<std::uint32_t>(at)].head;
  }
  return false;
}

bool is_place_marker(const std::string& marker) {
  static constexpr std::array<std::string_view, 10> kMarkers{
      "in", "at", "to", "from", "near", "into", "on", "outside", "through", "across"};
  return std::find(kMarkers.begin(), kMarkers.end(), marker) != kMarkers.end();
}

}  // namespace dossier::asking
