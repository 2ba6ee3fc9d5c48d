// SPDX-License-Identifier: Apache-2.0
// Packed bytes (gzip, zstd) as they were before, piece by piece.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::storage {

/// Turns pieces of packed bytes into pieces of text.
class Unpacker {
 public:
  virtual ~Unpacker() = default;
  /// Consumes bytes of `packed` and writes to `out`; returns how many bytes it wrote. Throws
  /// Error(input) for damaged data.
  virtual std::size_t unpack(std::string_view& packed, char* out, std::size_t capacity) = 0;
  /// Whether the packed data may end here.
  virtual bool complete() const = 0;
};

/// Whether a text that begins so is packed.
bool is_packed(std::string_view start) noexcept;

/// The program that packed what begins so ("xz", "bzip2", "lz4"), of those that are not read here;
/// empty for everything else.
std::string_view foreign_packer(std::string_view start) noexcept;

/// For a text that begins so; bytes that are not packed pass as they are. `name` is what errors
/// call the text. Throws Error(input) for what a foreign packer has packed.
std::unique_ptr<Unpacker> unpacker_for(std::string_view start, const std::string& name);

/// Error(input) "cannot read NAME: WHAT".
[[noreturn]] void throw_input(const std::string& name, std::string_view what);

}  // namespace dossier::storage
