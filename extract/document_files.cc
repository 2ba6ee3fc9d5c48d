// SPDX-License-Identifier: Apache-2.0
#include "dossier/document_files.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <filesystem>

namespace dossier {
namespace {

namespace fs = std::filesystem;

/// What cannot be looked at, as a link in a circle, is no document.
bool is_file(const fs::directory_entry& entry) {
  std::error_code unknown;
  return entry.is_regular_file(unknown);
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// One folder that was named.
class Folder {
 public:
  Folder(const std::string& path, const FolderOptions& options, DocumentPaths& out)
      : path_(path), options_(options), out_(out) {}

  /// False when it has no documents. Throws fs::filesystem_error when it cannot be looked into.
  bool find_documents() {
    const std::size_t before = out_.files.size();
    options_.recursive ? look<fs::recursive_directory_iterator>() : look<fs::directory_iterator>();
    const auto first = out_.files.begin() + static_cast<std::ptrdiff_t>(before);
    std::sort(first, out_.files.end(),
              [](const IngestSource& a, const IngestSource& b) { return a.path < b.path; });
    return out_.files.size() > before;
  }

 private:
  template <typename Iterator>
  void look() {
    std::error_code failure;
    Iterator at(path_, fs::directory_options::skip_permission_denied, failure);
    if (failure) throw fs::filesystem_error("reading a folder", path_, failure);
    for (; !failure && at != Iterator(); at.increment(failure)) {
      if (is_hidden(at->path())) {
        pass_over(at);
        continue;
      }
      if (is_file(*at)) take(at->path());
    }
  }

  static void pass_over(fs::directory_iterator&) {}
  static void pass_over(fs::recursive_directory_iterator& at) { at.disable_recursion_pending(); }

  void take(const fs::path& path) {
    const std::string file = path.string();
    const std::string inside = path.lexically_relative(path_).string();
    const std::string name = path.filename().string();
    const bool wanted =
        is_document_name(name) && (options_.tables || !is_table_name(name)) && !is_excluded(inside);
    if (wanted) {
      out_.files.push_back({file, file, inside, {}});
    } else {
      out_.skipped.push_back(file);
    }
  }

  bool is_excluded(const std::string& inside) const {
    const std::string name = fs::path(inside).filename().string();
    return std::any_of(
        options_.exclude.begin(), options_.exclude.end(), [&](const std::string& pattern) {
          const bool whole = pattern.find('/') != std::string::npos;
          return fnmatch(pattern.c_str(), whole ? inside.c_str() : name.c_str(), 0) == 0;
        });
  }

  const std::string& path_;
  const FolderOptions& options_;
  DocumentPaths& out_;
};

}  // namespace

DocumentPaths document_paths(const std::vector<std::string>& paths, const FolderOptions& options) {
  DocumentPaths result;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      result.files.push_back({path, path, fs::path(path).filename().string(), {}});
      continue;
    }
    try {
      if (Folder(path, options, result).find_documents()) continue;
      result.problems.push_back(
          {path, fmt::format("the folder {} has no documents", path), !options.recursive});
    } catch (const fs::filesystem_error& failure) {
      result.problems.push_back(
          {path, fmt::format("{}: {}", path, failure.code().message()), false});
    }
  }
  return result;
}

}  // namespace dossier
