// SPDX-License-Identifier: Apache-2.0
// The files that nothing reads when a store is opened. Damage to them does no harm, but it may be a
// sign of more.
#include <fmt/core.h>
#include <rocksdb/convenience.h>
#include <rocksdb/utilities/options_util.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "storage/check/check.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kUuid = 36;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool consists_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

void check_lock(const std::string& store, Faults& faults) {
  constexpr std::size_t kLongest = 20;
  const std::string text = content_of(fs::path(store) / "lock");
  if (text.size() <= kLongest && consists_of(text, kDigits)) return;
  faults.add("lock",
             "it does not hold a process number. This does no harm; the next command that writes, "
             "for example 'dossier compact', replaces it");
}

bool is_uuid(std::string_view text) {
  if (text.size() != kUuid || !consists_of(text, "0123456789abcdefABCDEF-")) return false;
  return text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

// The identity that the list of files holds; empty if version 0.2.0 wrote it, which left it out.
std::string_view identity_in(std::string_view manifest) {
  for (std::size_t dash = manifest.find('-', 8); dash != std::string_view::npos;
       dash = manifest.find('-', dash + 1)) {
    const std::string_view candidate = manifest.substr(dash - 8, kUuid);
    if (is_uuid(candidate)) return candidate;
  }
  return {};
}

void check_identity(const std::string& store, Faults& faults) {
  const fs::path database = database_path(store);
  std::error_code error;
  if (!fs::exists(database / "IDENTITY", error)) return;
  std::string text = content_of(database / "IDENTITY");
  if (text.ends_with('\n')) text.pop_back();
  std::string manifest_name = content_of(database / "CURRENT");
  if (manifest_name.ends_with('\n')) manifest_name.pop_back();
  const std::string manifest = content_of(database / manifest_name);
  const std::string_view known = identity_in(manifest);
  if (known.empty() ? is_uuid(text) : text == known) return;
  faults.add("db/IDENTITY",
             "it does not hold the identity of this database. This does no harm; remove the file, "
             "and the next command that writes makes it again");
}

void check_options(const fs::path& path, Faults& faults) {
  rocksdb::ConfigOptions config;
  config.ignore_unknown_options = false;
  rocksdb::DBOptions options;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  const auto status = rocksdb::LoadOptionsFromFile(config, path.string(), &options, &families);
  std::error_code error;
  if (status.ok() || !fs::exists(path, error)) return;
  faults.add("db/" + path.filename().string(),
             fmt::format("it cannot be read: {}. This does no harm; commands that write, for "
                         "example 'dossier compact', replace it in time",
                         status.ToString()));
}

}  // namespace

void check_side_files(const State& state, Faults& faults) {
  const std::string& store = state.database->path();
  check_lock(store, faults);
  check_identity(store, faults);
  std::error_code error;
  for (fs::directory_iterator at(database_path(store), error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with("OPTIONS-") && !name.ends_with(".dbtmp")) {
      check_options(at->path(), faults);
    }
  }
}

}  // namespace dossier::storage
