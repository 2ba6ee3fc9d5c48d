// SPDX-License-Identifier: Apache-2.0
// Files that are read to their end. Only regular files have an end that is sure to come.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "storage/descriptor.h"

namespace dossier::storage {

/// Advice for who named a pipe or a device.
inline constexpr std::string_view kGiveStandardInput = "; give - and the content on standard input";

/// A regular file, open for reading.
class RegularFile {
 public:
  /// Never waits, whatever `path` names. Throws Error(input) naming the path when it cannot be
  /// opened, and for a directory, a pipe, a socket or a device; `advice` ends that message.
  explicit RegularFile(const std::string& path, std::string_view advice = {});
  /// `file` is open; `name` is what errors call the file. Throws Error(input) unless
  /// it is one of a regular file.
  RegularFile(Descriptor file, std::string name, std::string_view advice = {});

  /// The next bytes, up to `capacity`; returns how many. 0 at the end. Throws Error(input) when
  /// reading fails.
  std::size_t read(char* out, std::size_t capacity);
  const std::string& name() const noexcept { return name_; }

 private:
  std::string name_;
  Descriptor file_;
};

/// The whole content. Throws Error(limit) for more than `limit` bytes, of which no more are read,
/// and as RegularFile.
std::string read_whole(RegularFile& file, std::size_t limit);

/// Throws that Error(limit): "NAME is larger than 64 MiB".
[[noreturn]] void refuse_length(std::string_view name, std::size_t limit);

}  // namespace dossier::storage
