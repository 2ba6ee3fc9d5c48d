// SPDX-License-Identifier: Apache-2.0
// Text on its way to a stream, in a buffer of bounded size: what writers append to where a
// std::string would hold a whole row, however long.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace dossier {

/// Appends as a std::string does. What it holds reaches the stream when it is much, and with
/// flush(); the destructor writes nothing.
class OutputBuffer {
 public:
  /// The stream must outlive it.
  explicit OutputBuffer(std::ostream& out) : out_(out) {}

  OutputBuffer& operator+=(char c) {
    if (text_.size() == kFlushAt) flush();
    text_ += c;
    return *this;
  }
  OutputBuffer& operator+=(std::string_view more) { return append(more); }
  OutputBuffer& append(std::string_view more) {
    if (text_.size() + more.size() > kFlushAt) {
      flush();
      if (more.size() > kFlushAt) {
        out_ << more;
        passed_ += more.size();
        return *this;
      }
    }
    text_ += more;
    return *this;
  }
  OutputBuffer& append(std::size_t count, char c) {
    for (; count > 0; --count) *this += c;
    return *this;
  }
  void flush() {
    out_ << text_;
    passed_ += text_.size();
    text_.clear();
  }
  /// Bytes appended so far.
  std::uint64_t size() const noexcept { return passed_ + text_.size(); }

 private:
  static constexpr std::size_t kFlushAt = std::size_t{1} << 16;

  std::ostream& out_;
  std::string text_;
  std::uint64_t passed_ = 0;
};

}  // namespace dossier
