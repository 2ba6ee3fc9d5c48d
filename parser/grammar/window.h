// SPDX-License-Identifier: Apache-2.0
// A sliding window over a document: the whole of it when it is in memory, otherwise as much of a
// stream as the current statement needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "dossier/error.h"

namespace dossier {

/// What to do about a line, statement or value that is too long, for messages.
inline constexpr const char* kShorten =
    "split the statement, or keep the long value in a file of its own and store its address";

/// text() is valid UTF-8; it starts at the beginning of a line (but for lines of more than
/// kLineKept bytes), so that errors can show the line. Reading continues at position(). A byte
/// order mark at the start of the document is skipped.
class Window {
 public:
  /// `document` must outlive the window.
  explicit Window(std::string_view document);
  /// `input` must outlive the window; it is read `block` bytes at a time, or more. Nothing is read
  /// until grow().
  explicit Window(std::istream& input, std::size_t block = kBlock);

  /// grow() calls `watch` with the bytes the window will hold, and throws what it throws.
  void set_watch(std::function<void(std::size_t held)> watch) { watch_ = std::move(watch); }

  std::string_view text() const noexcept { return text_; }
  std::size_t position() const noexcept { return position_; }
  /// Where text() starts in the document, in bytes.
  std::uint64_t offset() const noexcept { return start_.offset; }
  std::string_view rest() const noexcept { return text_.substr(position_); }
  void set_position(std::size_t position) noexcept { position_ = position; }

  /// True when the document ends where text() ends.
  bool complete() const noexcept { return input_ == nullptr && !damaged_; }
  /// Lets go of what lies before position() and reads on: at least a block, and at least as much as
  /// stays, so that a long statement costs linear time. Views of text() are invalid afterwards.
  /// Throws Error(input) when the stream fails, Error(syntax) when what follows text() is not
  /// UTF-8, Error(limit) when more than kLongest bytes would stay.
  void grow();

  /// True when text() holds as much of the line an error in it is about as a message can show.
  bool shows_line(const Error& error) const;
  /// An error positioned in text(), positioned in the document.
  Error in_document(const Error& error) const;

  static constexpr std::size_t kBlock = std::size_t{1} << 18;
  static constexpr std::size_t kLongest = std::size_t{1} << 27;
  static constexpr std::size_t kLineKept = std::size_t{1} << 14;

 private:
  void discard(std::size_t count);
  void skip_byte_order_mark();
  void show(std::string_view held);
  Error error(ErrorCode code, const std::string& message) const;
  Error too_long() const;

  std::istream* input_ = nullptr;
  std::function<void(std::size_t)> watch_;
  std::size_t block_ = kBlock;
  std::string buffer_;
  std::string_view text_;  ///< of buffer_, or of the document in memory
  bool damaged_ = false;   ///< what follows text_ is not UTF-8
  std::size_t position_ = 0;
  SourcePosition start_;  ///< of text() in the document
};

}  // namespace dossier
