// SPDX-License-Identifier: Apache-2.0
// Files and folders that appear as a whole or not at all. Private to desk/.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>
#include <string>

namespace dossier::writing {

/// Writes a file under a name aside, puts it on disk and renames it to `path`, which is replaced.
/// What is no regular file (/dev/stdout, a pipe) is written to as it is. When `write` throws,
/// nothing is left and the old file stays. Throws Error(input) with the reason of the system.
void write_whole_file(const std::string& path, const std::function<void(std::ostream&)>& write);

/// A folder that is being made.
class WholeFolder {
 public:
  /// Throws Error(usage) when `path` exists and is no empty folder, Error(input) when it cannot be
  /// made.
  explicit WholeFolder(const std::string& path);
  /// Removes what was written, unless commit() put it in place.
  ~WholeFolder();
  WholeFolder(const WholeFolder&) = delete;
  WholeFolder& operator=(const WholeFolder&) = delete;

  /// Writes the file `name`, which may stand in folders of its own. Throws Error(input).
  void write(const std::string& name, const std::function<void(std::ostream&)>& write) const;
  /// Puts the folder in its place. Throws Error(input).
  void commit();

 private:
  std::filesystem::path path_, aside_;
};

}  // namespace dossier::writing
