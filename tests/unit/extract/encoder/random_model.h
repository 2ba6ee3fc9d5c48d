// SPDX-License-Identifier: Apache-2.0
// A small model of random numbers, the same each time.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "extract/encoder/encoder.h"
#include "extract/models/model_file.h"

namespace dossier::extract::encoder {

inline constexpr std::uint32_t kLayers = 2, kWidth = 32, kHeads = 2, kInner = 64, kPositions = 40,
                               kShapesLayer = 1, kHidden = 32;
inline const std::vector<std::string> kPieces{"[UNK]", "[CLS]", "[SEP]", "the",
                                              "port",  "of",    "riga",  "##s"};

inline const std::vector<std::string> kNameTags{
    "O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-EVENT", "I-EVENT", "B-TIME", "I-TIME"};

/// Sections of random numbers; all of them begin at a multiple of 4.
class RandomModel {
 public:
  RandomModel() {
    std::string sizes;
    for (const std::uint32_t size :
         {kLayers, kWidth, kHeads, kInner, kPositions, std::uint32_t{kWordShapes}, kShapesLayer})
      append_number(sizes, size);
    std::string table = StringTable::pack(kPieces);
    table.resize((table.size() + 3) / 4 * 4);
    sections = {sizes, table, bytes(kPieces.size() * kWidth), floats(kPieces.size()),
                floats((kPositions + kWordShapes + 2) * kWidth)};
    for (std::uint32_t layer = 0; layer < kLayers; ++layer) {
      sections.push_back(matrix(kWidth, 3 * kWidth));
      sections.push_back(matrix(kWidth, kWidth));
      sections.push_back(matrix(kWidth, kInner));
      sections.push_back(matrix(kInner, kWidth));
      sections.push_back(floats(4 * kWidth));
    }
  }
  /// With the heads of reading_model.h, which have these properties.
  void add_heads(const std::vector<std::string>& properties) {
    std::string hidden, bounds;
    append_number(hidden, kHidden);
    for (const std::int32_t bound : {-8, 0, 8}) append_number(bounds, bound);
    std::string names = StringTable::pack(properties);
    names.resize((names.size() + 3) / 4 * 4);
    sections.insert(sections.end(), {hidden, bounds});
    add_pair(1);
    sections.insert(sections.end(), {floats(2 * kWidth), names});
    add_pair(properties.size());
    add_names();
  }
  std::string file() const { return make_model_file("ENCO", sections); }

  std::vector<std::string> sections;

 private:
  void add_names() {
    std::string hidden, weights, tags = StringTable::pack(kNameTags);
    append_number(hidden, kHidden);
    for (const float weight : {1.0F, 0.5F}) append_number(weights, weight);
    tags.resize((tags.size() + 3) / 4 * 4);
    sections.insert(sections.end(), {tags, weights, hidden, matrix(4 * kWidth, kHidden),
                                     matrix(kHidden, whole_lanes(2 * kNameTags.size()))});
  }
  void add_pair(std::size_t outputs) {
    sections.push_back(matrix(2 * kWidth, 2 * kHidden));
    sections.push_back(matrix(2 * kWidth, 2 * kHidden));
    sections.push_back(floats(4 * kHidden + kHidden * outputs + outputs));
  }
  std::string bytes(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(int(random_() % 255) - 127);
    return out;
  }
  std::string floats(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i)
      append_number(out, static_cast<float>(random_() % 1000) / 50000.0F);
    return out;
  }
  std::string matrix(std::size_t k, std::size_t n) { return bytes(k * n) + floats(2 * n); }

  std::mt19937 random_{7};
};

}  // namespace dossier::extract::encoder
