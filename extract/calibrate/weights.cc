// SPDX-License-Identifier: Apache-2.0
#include "extract/calibrate/weights.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "extract/embedded.h"

namespace dossier::extract::calibrate {

namespace {

double number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::logic_error("weights.tsv: no weight in '" + std::string(text) + "'");
  return value;
}

}  // namespace

Weights read_weights(std::string_view table) {
  Weights result;
  std::size_t read = 0;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = std::min(line.find('\t'), line.size());
    if (read == kSigns) throw std::logic_error("weights.tsv has more weights than there are signs");
    result.names[read] = line.substr(0, tab);
    result.values[read] = number_in(line.substr(std::min(tab + 1, line.size())));
    ++read;
  }
  if (read != kSigns) throw std::logic_error("weights.tsv has fewer weights than there are signs");
  return result;
}

const Weights& weights() {
  static const Weights fitted =
      read_weights(embedded::file_named(embedded::declarations(), "weights.tsv").bytes);
  return fitted;
}

}  // namespace dossier::extract::calibrate
