// SPDX-License-Identifier: Apache-2.0
#include "storage/load/pieces.h"

#include <utility>

#include "dossier/error.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 30;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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
    const std::size_t end = text.find_last_of("\r\n");
    if (end != std::string::npos && end >= held) {
      rest_ = text.substr(end + 1);
      text.resize(end + 1);
      return true;
    }
    if (text.size() > kLongestLine) {
      throw Error(ErrorCode::input, "a line of more than 1 GiB: the file holds something else");
    }
  }
  return !text.empty();
}

}  // namespace dossier::storage
