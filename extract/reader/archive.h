// SPDX-License-Identifier: Apache-2.0
// The files inside a zip or tar file, one after another.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace dossier::extract {

/// Whether content begins as a zip file does; office documents and EPUB books are such files.
bool opens_as_zip(std::string_view content);
/// Whether content begins as a tar file does.
bool opens_as_tar(std::string_view content);

/// Reads a zip file, or a tar file packed by gzip, bzip2, xz or zstd or not packed, in memory.
/// Nothing is written to disk and no program is started. What the file says of its sizes is not
/// believed. For one thread.
class Archive {
 public:
  /// `source` names the file in messages. `bytes` must outlive the object.
  Archive(std::string_view bytes, std::string source);

  /// Goes to the next regular file; false behind the last. Throws Error(input) for a damaged
  /// archive, whose further files cannot be found.
  bool next();
  /// With "/" between its parts, in UTF-8 where the archive tells its encoding.
  const std::string& path() const { return path_; }
  bool is_encrypted() const;
  /// The content of the file that next() went to. Throws Error(input) when it is damaged, or larger
  /// than `limit` bytes; the next one can be read then.
  std::string read(std::size_t limit);

 private:
  [[noreturn]] void refuse(const std::string& what) const;

  std::string source_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  archive_entry* entry_ = nullptr;
  std::string path_;
};

}  // namespace dossier::extract
