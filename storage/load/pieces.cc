// SPDX-License-Identifier: Apache-2.0
#include "storage/load/pieces.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "dossier/error.h"
#include "parser/grammar/window.h"

namespace dossier::storage {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where the last whole line of `text` ends; npos when none ends at or after `from`. A carriage
/// return at the very end may be half of a line end.
std::size_t end_of_lines(std::string_view text, std::size_t from) {
  if (text.ends_with('\r')) text.remove_suffix(1);
  const std::size_t end = text.substr(from).find_last_of("\r\n");
  return end == std::string_view::npos ? end : from + end + 1;
}

}  // namespace

bool LinePieces::next(std::string& text) {
  text = std::exchange(rest_, {});
  while (stream_) {
    const std::size_t held = text.size();
    text.resize(held + piece_bytes_);
    stream_.read(text.data() + held, static_cast<std::streamsize>(piece_bytes_));
    text.resize(held + static_cast<std::size_t>(stream_.gcount()));
    if (std::exchange(first_, false) && text.starts_with(kByteOrderMark)) {
      text.erase(0, kByteOrderMark.size());
    }
    if (!stream_) break;
    const std::size_t end = end_of_lines(text, held == 0 ? 0 : held - 1);
    if (end != std::string_view::npos) {
      rest_ = text.substr(end);
      text.resize(end);
      given_ += end;
      return true;
    }
    if (text.size() > Window::kLongest) {
      throw Error(ErrorCode::limit,
                  fmt::format("the line that begins at byte {} is longer than {} MiB: {}", given_,
                              Window::kLongest >> 20, kShorten));
    }
  }
  return !text.empty();
}

}  // namespace dossier::storage
