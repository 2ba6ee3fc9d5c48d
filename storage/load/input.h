// SPDX-License-Identifier: Apache-2.0
// Where a load reads from: a file or standard input, unpacked on the way.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

#include "storage/regular_file.h"

namespace dossier::storage {

/// A text to be read once. Compression (gzip, zstd) is recognised by the first bytes, not by the
/// name.
class Input {
 public:
  /// A regular file, or standard input for "-". Throws Error(input) as RegularFile.
  static std::unique_ptr<Input> open(const std::string& path);
  static std::unique_ptr<Input> of_file(RegularFile file);
  /// Of bytes in memory; `name` is what errors call them.
  static std::unique_ptr<Input> of_bytes(const std::string& name, std::string bytes);
  /// Of a stream, which must outlive the input; `name` is what errors call it.
  static std::unique_ptr<Input> of_stream(const std::string& name, std::istream& stream);
  virtual ~Input() = default;

  /// Damaged compression and read errors are thrown through it as Error(input).
  virtual std::istream& stream() = 0;
  /// Bytes read so far, before unpacking.
  virtual std::uint64_t bytes_read() const = 0;
};

/// The size of the file; 0 when unknown.
std::uint64_t input_size(const std::string& path);

}  // namespace dossier::storage
