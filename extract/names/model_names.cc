// SPDX-License-Identifier: Apache-2.0
#include "extract/names/model_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "extract/names/name_readings.h"

namespace dossier::extract {
namespace {

/// What a tag of the model says.
struct NameTag {
  enum class Place : std::uint8_t { outside, begins, continues };
  Place place = Place::outside;
  NameReading::Type type = NameReading::Type::other;
};

std::vector<NameTag> name_tags(const std::vector<std::string>& tags) {
  std::vector<NameTag> read;
  for (const std::string& tag : tags) {
    const auto place = tag.starts_with("B-")   ? NameTag::Place::begins
                       : tag.starts_with("I-") ? NameTag::Place::continues
                                               : NameTag::Place::outside;
    read.push_back({place, tag.size() > 2 ? name_type(tag.substr(2)) : NameReading::Type::other});
  }
  return read;
}

std::vector<NameReading> readings_of(const std::vector<encoder::NameHead::WordTag>& words,
                                     const std::vector<NameTag>& tags) {
  std::vector<NameReading> readings;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const NameTag tag = tags[words[i].tag];
    if (tag.place == NameTag::Place::begins) {
      readings.push_back({{i, i + 1}, tag.type, words[i].probability});
    } else if (tag.place == NameTag::Place::continues) {
      readings.back().tokens.last = i + 1;
      readings.back().confidence = std::min(readings.back().confidence, words[i].probability);
    }
  }
  return readings;
}

}  // namespace

void read_model_names(const encoder::ReadingModel& model, encoder::DocumentStates& states,
                      Analysis& analysis) {
  const std::vector<NameTag> tags = name_tags(model.names().tags());
  states.each([&](const encoder::Window& window, const std::vector<float>& own) {
    for (std::uint32_t s = window.decided; s < window.end; ++s) {
      std::vector<NameReading>& readings = analysis.sentences[s].name_readings;
      readings = merge_readings(
          readings, readings_of(model.names().read(window.words[s - window.begin], own), tags));
    }
  });
}

}  // namespace dossier::extract
