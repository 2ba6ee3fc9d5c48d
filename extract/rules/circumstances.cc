// SPDX-License-Identifier: Apache-2.0
#include "extract/rules/circumstances.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::extract::rules {

namespace {

bool says_where(std::string_view marker) {
  static constexpr std::array<std::string_view, 5> kMarkers = {"in", "at", "near", "inside",
                                                               "outside"};
  return std::find(kMarkers.begin(), kMarkers.end(), marker) != kMarkers.end();
}

}  // namespace

std::optional<std::uint32_t> time_of(const Frame& frame) {
  for (const FrameArgument& argument : frame.arguments) {
    if (argument.role == ArgumentRole::time && argument.time) return argument.time;
  }
  return std::nullopt;
}

const Argument* place_of(const Analysis& analysis, const Frame& frame) {
  const Argument* place = nullptr;
  for (const FrameArgument& argument : frame.arguments) {
    if (argument.role != ArgumentRole::oblique || !says_where(argument.marker)) continue;
    for (const Argument& member : argument.members) {
      if (!member.entity || !is_place(analysis.entities[*member.entity].type)) continue;
      if (place) return nullptr;
      place = &member;
    }
  }
  return place;
}

Modality modality_of(const Frame& frame) {
  return frame.question ? Modality::asked : frame.modality;
}

const Argument* argument_of(const Frame& frame, const FactNode& node) {
  for (const FrameArgument& argument : frame.arguments) {
    for (const Argument& member : argument.members) {
      const bool same = node.quantity ? member.quantity == node.quantity
                                      : node.entity && member.entity == node.entity;
      if (same) return &member;
    }
  }
  return nullptr;
}

}  // namespace dossier::extract::rules
