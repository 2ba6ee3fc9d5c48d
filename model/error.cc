// SPDX-License-Identifier: Apache-2.0
#include "dossier/error.h"

#include <algorithm>

#include "model/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kShownBefore = 60;  // code points kept left of the caret
constexpr std::size_t kShownAfter = 40;

std::string_view line_around(std::string_view text, std::uint64_t offset) {
  const std::size_t at = std::min<std::size_t>(offset, text.size());
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  std::string_view line = text.substr(start, text.find('\n', at) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

SourcePosition SourcePosition::at(std::string_view text, std::uint64_t offset) {
  const std::string_view before = text.substr(0, std::min<std::size_t>(offset, text.size()));
  const std::size_t newline = before.rfind('\n');
  const std::string_view line =
      newline == std::string_view::npos ? before : before.substr(newline + 1);
  return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(utf8::length(line) + 1), before.size()};
}

Error::Error(ErrorCode code, const std::string& message)
    : std::runtime_error(message), code_(code) {}

Error::Error(ErrorCode code, const std::string& message, SourcePosition position,
             std::string source_line)
    : std::runtime_error(message),
      code_(code),
      position_(position),
      source_line_(std::move(source_line)) {}

Error Error::in_text(ErrorCode code, const std::string& message, std::string_view text,
                     std::uint64_t offset) {
  return {code, message, SourcePosition::at(text, offset), std::string(line_around(text, offset))};
}

std::string Error::describe() const {
  std::string out;
  if (!file_.empty()) out += file_ + ':';
  if (position_) {
    out += std::to_string(position_->line) + ':' + std::to_string(position_->column) + ':';
  }
  if (!out.empty()) out += ' ';
  out += what();
  if (!position_ || source_line_.empty()) return out;

  const std::size_t caret = position_->column - 1;  // code points before it
  const std::size_t first = caret > kShownBefore ? caret - kShownBefore : 0;
  const std::size_t start = utf8::byte_offset(source_line_, first);
  const std::size_t end = utf8::byte_offset(source_line_, caret + kShownAfter);
  const std::string lead = first > 0 ? "..." : "";
  std::string shown = source_line_.substr(start, end - start);
  std::replace(shown.begin(), shown.end(), '\t', ' ');  // so that the caret stands right
  out += "\n  " + lead + shown + (end < source_line_.size() ? "..." : "");
  out += "\n  " + std::string(lead.size() + caret - first, ' ') + '^';
  return out;
}

}  // namespace dossier
