// SPDX-License-Identifier: Apache-2.0
#include "parser/grammar/window.h"

#include <algorithm>

#include "model/utf8.h"
#include "parser/grammar/text.h"

namespace dossier {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestSequence = 4;

}  // namespace

Window::Window(std::string_view document) {
  show(document);
  skip_byte_order_mark();
}

Window::Window(std::istream& input, std::size_t block) : input_(&input), block_(block) {}

void Window::skip_byte_order_mark() {
  if (text_.starts_with(kByteOrderMark)) position_ = kByteOrderMark.size();
}

void Window::show(std::string_view held) {
  const std::size_t known = std::min(text_.size(), held.size());
  text_ = held;
  const std::optional<std::size_t> invalid = grammar::find_invalid_utf8(held.substr(known));
  if (!invalid) return;
  text_ = held.substr(0, known + *invalid);
  // A character cut in two by the end of the block is whole again after the next one.
  damaged_ = input_ == nullptr || held.size() - text_.size() >= kLongestSequence;
}

void Window::discard(std::size_t count) {
  const std::string_view gone = text_.substr(0, count);
  const std::size_t last_line = gone.rfind('\n');
  start_.offset += count;
  if (last_line == std::string_view::npos) {
    start_.column += static_cast<std::uint32_t>(utf8::length(gone));
  } else {
    start_.line += static_cast<std::uint32_t>(std::count(gone.begin(), gone.end(), '\n'));
    start_.column = 1 + static_cast<std::uint32_t>(utf8::length(gone.substr(last_line + 1)));
  }
  buffer_.erase(0, count);
  text_ = std::string_view(buffer_).substr(0, text_.size() - count);
  position_ -= count;
}

void Window::grow() {
  if (damaged_) throw error(ErrorCode::syntax, "the text is not valid UTF-8 here");
  if (input_ == nullptr) return;
  const bool first = start_.offset == 0 && buffer_.empty();
  const std::size_t line = text_.substr(0, position_).rfind('\n');
  const std::size_t line_start = line == std::string_view::npos ? 0 : line + 1;
  discard(position_ - line_start > kLineKept ? position_ : line_start);

  const std::size_t kept = buffer_.size();
  if (kept > kLongest) throw too_long();
  const std::size_t wanted = std::max(block_, kept);
  if (watch_) watch_(kept + kept + wanted);  // the old buffer is there until the new one is filled
  buffer_.resize(kept + wanted);
  input_->read(buffer_.data() + kept, static_cast<std::streamsize>(wanted));
  buffer_.resize(kept + static_cast<std::size_t>(input_->gcount()));
  text_ = std::string_view(buffer_).substr(0, text_.size());
  if (input_->bad()) throw error(ErrorCode::input, "reading failed here");
  if (!*input_) input_ = nullptr;
  show(buffer_);
  if (first) skip_byte_order_mark();
}

bool Window::shows_line(const Error& error) const {
  if (!error.position()) return true;
  const std::string_view after = text_.substr(error.position()->offset);
  return after.size() >= kLineKept || after.find('\n') != std::string_view::npos;
}

Error Window::in_document(const Error& error) const {
  if (!error.position()) return error;
  SourcePosition position = *error.position();
  if (position.line == 1) position.column += start_.column - 1;
  position.line += start_.line - 1;
  position.offset += start_.offset;
  return Error(error.code(), error.what(), position, error.source_line());
}

Error Window::too_long() const {
  // Without the line, which is too long to show.
  const Error here(
      ErrorCode::limit,
      "what begins here is longer than " + std::to_string(kLongest >> 20) + " MiB: " + kShorten,
      SourcePosition::at(text_, position_), {});
  return in_document(here);
}

Error Window::error(ErrorCode code, const std::string& message) const {
  return in_document(Error::in_text(code, message, text_, text_.size()));
}

}  // namespace dossier
