// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/reading_model.h"

#include <algorithm>

#include "dossier/error.h"
#include "extract/models/builtin.h"

namespace dossier::extract::encoder {
namespace {

enum Section : std::size_t {
  kHidden,
  kBounds,
  kLinks,
  kNone = 5,
  kProperties,
  kRelations,
  kNames = 10
};
constexpr std::size_t kMostHidden = kLongestRow / 2;

std::size_t read_hidden(const EncoderReader& reader, std::size_t index) {
  const auto hidden = read_number<std::uint32_t>(reader.section(index, sizeof(std::uint32_t)), 0);
  if (hidden > 0 && hidden % kLanes == 0 && hidden <= kMostHidden) return hidden;
  throw Error(ErrorCode::input, "the language model cannot be used: its sizes are impossible");
}

std::span<const std::int32_t> read_bounds(const EncoderReader& reader, std::size_t index) {
  const std::size_t size = reader.file().section(index).size() / sizeof(std::int32_t);
  const std::string_view bytes = reader.section(index, size * sizeof(std::int32_t));
  const std::span bounds(reinterpret_cast<const std::int32_t*>(bytes.data()), size);
  if (std::is_sorted(bounds.begin(), bounds.end())) return bounds;
  throw Error(ErrorCode::input, "the language model cannot be used: distances are out of order");
}

}  // namespace

ReadingModel::ReadingModel(std::string_view model, const Kernels& kernels)
    : ReadingModel(EncoderReader(model), kernels) {}

ReadingModel::ReadingModel(const EncoderReader& reader, const Kernels& kernels)
    : encoder_(reader, kernels) {
  const std::size_t first = reader.next_section();
  const std::size_t hidden = read_hidden(reader, first + kHidden);
  const std::span<const std::int32_t> bounds = read_bounds(reader, first + kBounds);
  links_ = PairHead(reader, first + kLinks, bounds, hidden, 1, kernels);
  none_ = reader.floats(first + kNone, 2 * std::size_t{reader.sizes().width});
  const StringTable properties(reader.file().section(first + kProperties));
  for (std::uint32_t i = 0; i < properties.size(); ++i) properties_.emplace_back(properties.at(i));
  relations_ = PairHead(reader, first + kRelations, bounds, hidden, properties_.size(), kernels);
  names_ = NameHead(reader, first + kNames, kernels);
}

const ReadingModel* ReadingModel::builtin() {
  static const std::string_view bytes = builtin_reading_model();
  if (bytes.empty()) return nullptr;
  static const ReadingModel model(bytes);
  return &model;
}

float ReadingModel::none_score(PieceSpan pronoun, const std::vector<float>& states) const {
  const std::vector<float> own = span_states(pronoun, states, encoder_.sizes().width);
  float score = 0;
  for (std::size_t i = 0; i < own.size(); ++i) score += own[i] * none_[i];
  return score;
}

}  // namespace dossier::extract::encoder
