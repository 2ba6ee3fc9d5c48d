// SPDX-License-Identifier: Apache-2.0
#include "desk/server/http/accept.h"

#include <algorithm>
#include <cctype>

namespace dossier::server {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  });
}

/// Thousandths; "0.85" is 850. What is no number is 1, as if it was not there.
int quality_of(std::string_view range) {
  const std::string_view text = parameter_of(range, "q");
  if (text.empty() || (text[0] != '0' && text[0] != '1')) return 1000;
  int value = (text[0] - '0') * 1000;
  int weight = 100;
  for (std::size_t i = 2; i < text.size() && i < 5; ++i, weight /= 10) {
    if (text[i] < '0' || text[i] > '9') return 1000;
    value += (text[i] - '0') * weight;
  }
  return std::min(value, 1000);
}

/// How exactly a range names a type: 0 not at all, 1 by "*/*", 2 by "text/*", 3 by name.
int match(std::string_view range, std::string_view type) {
  if (range == "*/*" || range == "*") return 1;
  if (range.ends_with("/*")) {
    return same(range.substr(0, range.size() - 1), type.substr(0, type.find('/') + 1)) ? 2 : 0;
  }
  return same(range, type) ? 3 : 0;
}

/// The quality that the most exact range gives a type.
int quality(std::string_view accept, std::string_view type) {
  int best = 0, found = 0;
  while (!accept.empty()) {
    const std::string_view range = accept.substr(0, accept.find(','));
    accept.remove_prefix(std::min(range.size() + 1, accept.size()));
    const int exactness = match(without_parameters(range), type);
    if (exactness > best) {
      best = exactness;
      found = quality_of(range);
    }
  }
  return found;
}

}  // namespace

std::string_view without_parameters(std::string_view media_type) {
  return trimmed(media_type.substr(0, media_type.find(';')));
}

std::string_view parameter_of(std::string_view header, std::string_view name) {
  for (std::size_t at = header.find(';'); at != std::string_view::npos; at = header.find(';')) {
    header.remove_prefix(at + 1);
    const std::string_view one = header.substr(0, header.find(';'));
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos || !same(trimmed(one.substr(0, equals)), name)) continue;
    std::string_view value = trimmed(one.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    return value;
  }
  return {};
}

std::optional<std::size_t> negotiated(std::string_view accept,
                                      std::span<const std::string_view> offers) {
  if (trimmed(accept).empty()) return 0;
  std::optional<std::size_t> best;
  int best_quality = 0;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const int one = quality(accept, offers[i]);
    if (one > best_quality) {
      best_quality = one;
      best = i;
    }
  }
  return best;
}

}  // namespace dossier::server
