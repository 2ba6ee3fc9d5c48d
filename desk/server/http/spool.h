// SPDX-License-Identifier: Apache-2.0
// A document that is written as a whole before its first byte is sent: in memory while it is short,
// in a file without a name when it is long. So a failure on the way still has its own status, and
// who reads slowly holds neither a query nor its snapshot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <streambuf>
#include <string>

namespace dossier::server {

class Spool : private std::streambuf {
 public:
  /// Beyond `limit` bytes, writing throws Error(limit).
  explicit Spool(std::uint64_t limit, std::size_t in_memory = std::size_t{1} << 20);
  ~Spool() override;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// Throws on failure: its exceptions() are set.
  std::ostream& out() { return out_; }
  /// Ends the writing. Throws Error(storage) when the file cannot be written.
  void finish();

  std::uint64_t size() const { return written_ + memory_.size(); }
  bool is_in_memory() const { return file_ < 0; }
  const std::string& memory() const { return memory_; }
  /// The file at its beginning; the caller owns the descriptor.
  int take_file();

 private:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize count) override;
  void append(const char* text, std::size_t count);
  void flush();

  std::uint64_t limit_;
  std::size_t in_memory_;
  std::string memory_;
  std::uint64_t written_ = 0;  ///< bytes that are in the file
  int file_ = -1;
  std::ostream out_;
};

}  // namespace dossier::server
