// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/neural/network_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "dossier/error.h"

namespace dossier::extract {
namespace {

constexpr std::string_view kKind = "ANLY";
constexpr std::size_t kTagsAt = kStringSlots;
constexpr std::size_t kNamesAt = kTagsAt + 1;
constexpr std::size_t kLabelsAt = kNamesAt + 1;
constexpr std::size_t kWeightsAt = kLabelsAt + 1;
constexpr std::uint32_t kMostOutputs = 1000;

[[noreturn]] void disagree() {
  throw Error(ErrorCode::input,
              "the language model ANLY cannot be used: its tables are inconsistent");
}

void append_matrix(const Matrix& matrix, std::string& bytes) {
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    const float* row = matrix.row(i);
    float largest = 0;
    for (std::size_t j = 0; j < matrix.columns; ++j) largest = std::max(largest, std::abs(row[j]));
    const float scale = largest / 32767.0F;
    append_number(bytes, scale);
    for (std::size_t j = 0; j < matrix.columns; ++j) {
      const float steps = scale > 0 ? row[j] / scale : 0.0F;
      append_number(bytes, static_cast<std::int16_t>(std::lround(steps)));
    }
  }
}

/// Takes a matrix of the size it has off the front of `bytes`.
void take_matrix(std::string_view& bytes, Matrix& matrix) {
  const std::size_t row_size = sizeof(float) + matrix.columns * sizeof(std::int16_t);
  if (bytes.size() < matrix.rows * row_size) disagree();
  for (std::size_t i = 0; i < matrix.rows; ++i) {
    const auto scale = read_number<float>(bytes, 0);
    if (!std::isfinite(scale)) disagree();
    float* row = matrix.row(i);
    for (std::size_t j = 0; j < matrix.columns; ++j) {
      row[j] = scale * static_cast<float>(read_number<std::int16_t>(bytes, sizeof(float) + 2 * j));
    }
    bytes.remove_prefix(row_size);
  }
}

std::vector<std::string> strings_of(std::string_view section) {
  const StringTable table(section);
  if (table.size() == 0 || table.size() > kMostOutputs) disagree();
  std::vector<std::string> strings;
  for (std::uint32_t i = 0; i < table.size(); ++i) strings.emplace_back(table.at(i));
  return strings;
}

}  // namespace

std::string make_network_file(const NetworkStrings& strings, Weights weights) {
  std::vector<std::string> sections;
  for (const auto& slot : strings.slots) sections.push_back(StringTable::pack(slot));
  sections.push_back(StringTable::pack(strings.tags));
  sections.push_back(StringTable::pack(strings.names));
  sections.push_back(StringTable::pack(strings.labels));
  std::string values;
  weights.for_each([&](const Matrix& matrix) { append_matrix(matrix, values); });
  sections.push_back(std::move(values));
  return make_model_file(kKind, sections);
}

NetworkParts read_network_file(std::string_view bytes) {
  const ModelFile file(bytes, kKind);
  NetworkParts parts;
  std::array<StringTable, kStringSlots> slots;
  for (std::size_t slot = 0; slot < kStringSlots; ++slot) {
    slots[slot] = StringTable(file.section(slot));
  }
  parts.vocabulary = InputVocabulary(slots);
  parts.tags = strings_of(file.section(kTagsAt));
  parts.names = strings_of(file.section(kNamesAt));
  parts.labels = strings_of(file.section(kLabelsAt));
  std::string_view values = file.section(kWeightsAt);
  const auto rows = parts.vocabulary.table_rows();
  for (std::size_t slot = 0; slot < kSlots; ++slot) {
    if (rows[slot] > values.size()) disagree();
  }
  parts.weights = make_weights(rows, {parts.tags.size(), parts.names.size(), parts.labels.size()});
  parts.weights.for_each([&values](Matrix& matrix) { take_matrix(values, matrix); });
  if (!values.empty()) disagree();
  return parts;
}

}  // namespace dossier::extract
