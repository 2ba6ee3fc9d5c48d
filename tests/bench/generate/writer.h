// SPDX-License-Identifier: Apache-2.0
// Writes N-Triples fast, and counts them.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace dossier::bench {

/// Triples to standard output; terms are given in N-Triples syntax.
class Writer {
 public:
  void triple(std::string_view subject, std::string_view predicate, std::string_view object) {
    buffer_.append(subject).append(" ").append(predicate).append(" ").append(object).append(" .\n");
    ++triples_;
    if (buffer_.size() > kBufferBytes) flush();
  }
  void flush() {
    std::fwrite(buffer_.data(), 1, buffer_.size(), stdout);
    buffer_.clear();
  }
  std::uint64_t triples() const { return triples_; }

 private:
  static constexpr std::size_t kBufferBytes = 1 << 20;
  std::string buffer_;
  std::uint64_t triples_ = 0;
};

}  // namespace dossier::bench
