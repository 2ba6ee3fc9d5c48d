// SPDX-License-Identifier: Apache-2.0
#include "engine/update/local_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "storage/descriptor.h"

namespace dossier::update {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kScheme = "file:";

/// The path of a file: IRI, still with its escapes.
std::string_view path_in(std::string_view iri) {
  std::string_view rest = iri.substr(kScheme.size());
  if (!rest.starts_with("//")) return rest;
  rest.remove_prefix(2);
  const std::string_view host = rest.substr(0, rest.find('/'));
  if (!host.empty() && host != "localhost") {
    throw Error(ErrorCode::input,
                fmt::format("LOAD <{}>: it names a file of the machine {}; a file of this one is "
                            "file:///path",
                            iri, host));
  }
  return rest.substr(host.size());
}

std::string without_escapes(std::string_view text) {
  std::string path;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    const bool escape =
        text[i] == '%' && i + 2 < text.size() &&
        std::from_chars(&text[i + 1], &text[i + 1] + 2, code, 16).ptr == &text[i] + 3;
    path += escape ? static_cast<char>(code) : text[i];
    if (escape) i += 2;
  }
  return path;
}

/// The folder and the path below it.
struct Place {
  fs::path folder;
  fs::path below;
};

/// Where the file lies, in the first of the folders that it lies in. It need not exist.
std::optional<Place> place_in(const std::vector<std::string>& folders, const std::string& path) {
  std::error_code failed;
  const fs::path absolute = fs::absolute(path, failed);
  if (failed) return std::nullopt;
  const fs::path file = fs::weakly_canonical(absolute, failed);
  if (failed) return std::nullopt;
  for (const std::string& name : folders) {
    const fs::path folder = fs::canonical(name, failed);
    if (failed) continue;
    const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (end == folder.end()) return Place{folder, file.lexically_relative(folder)};
  }
  return std::nullopt;
}

/// Opens the file, whose path has no links, one step after the other, so that no link that is put
/// there meanwhile is followed. None on failure, with errno.
storage::Descriptor open_without_links(const Place& place) {
  constexpr int kFolder = O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;
  constexpr int kFile = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
  using storage::Descriptor;
  Descriptor at(open(place.folder.c_str(), kFolder));
  for (const fs::path& step : place.below.parent_path()) {
    if (at.get() < 0) return at;
    at.reset(openat(at.get(), step.c_str(), kFolder));
  }
  if (at.get() >= 0) at.reset(openat(at.get(), place.below.filename().c_str(), kFile));
  return at;
}

[[noreturn]] void refuse(const std::string& source, std::string_view why) {
  throw Error(ErrorCode::usage, fmt::format("LOAD <{}> is not allowed: {}", source, why));
}

[[noreturn]] void refuse_place(const std::string& source) {
  refuse(source, "it lies in none of the folders that may be read (--allow-files)");
}

}  // namespace

std::string path_of(const std::string& source) {
  const bool is_file = source.starts_with(kScheme);
  if (!is_file && has_scheme(source)) {
    throw Error(ErrorCode::input,
                fmt::format("LOAD <{}>: only file:, http: and https: can be loaded", source));
  }
  std::string path = is_file ? without_escapes(path_in(source)) : source;
  if (path.find('\0') == std::string::npos) return path;
  throw Error(ErrorCode::input, fmt::format("LOAD <{}>: a path cannot hold %00", source));
}

storage::RegularFile open_allowed(const std::string& source, const std::string& path,
                                  const OutsideAccess& access) {
  if (!access.files) refuse(source, "files are forbidden here");
  if (access.folders.empty()) return storage::RegularFile(path);
  const std::optional<Place> place = place_in(access.folders, path);
  if (!place) refuse_place(source);
  storage::Descriptor file = open_without_links(*place);
  if (file.get() >= 0) return storage::RegularFile(std::move(file), path);
  // A link where there was none, or one that leads to nothing.
  if (errno == ELOOP || errno == ENOTDIR) refuse_place(source);
  throw Error(ErrorCode::input, fmt::format("cannot read {}: {}", path, std::strerror(errno)));
}

}  // namespace dossier::update
