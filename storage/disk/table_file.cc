// SPDX-License-Identifier: Apache-2.0
// The format: blocks; then the footer, that is u8 kind of checksum, the place of the metaindex and
// that of the index (each two varints, offset and length) filled up to 40 bytes, u32 version, u64
// magic number. The metaindex has the place of the properties. A block ends with u32 number of
// restart points, of which the highest bit claims an index by hash.
#include "storage/disk/table_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "dossier/error.h"
#include "storage/bytes.h"
#include "storage/varint.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFooter = 53;
constexpr std::size_t kMagic = 8;
constexpr std::uint64_t kMagicNumber = 0x88E241B785F4CFF7;
constexpr std::string_view kProperties = "rocksdb.properties";
// Properties, metaindex and footer together take some 1,500 bytes.
constexpr std::uint64_t kTail = std::uint64_t{16} << 10;

struct Place {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;

  std::uint64_t end() const { return offset + length; }
};

std::optional<Place> read_place(std::string_view bytes) {
  Place place;
  std::size_t at = 0;
  if (!read_varint(bytes, at, place.offset) || !read_varint(bytes, at, place.length)) return {};
  return place;
}

// An entry of the metaindex is three varints, the lengths of what its key shares with the one
// before (nothing here), of the key and of the value, then key and value.
std::optional<Place> find_properties(std::string_view metaindex) {
  for (std::size_t at = 0; at < metaindex.size();) {
    std::uint64_t shared = 0, key = 0, value = 0;
    if (!read_varint(metaindex, at, shared) || !read_varint(metaindex, at, key) ||
        !read_varint(metaindex, at, value) || shared != 0 || key > metaindex.size() - at ||
        value > metaindex.size() - at - key) {
      return std::nullopt;
    }
    if (metaindex.substr(at, key) == kProperties) {
      return read_place(metaindex.substr(at + key, value));
    }
    at += key + value;
  }
  return std::nullopt;
}

void verify(const fs::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return;  // a writer may have removed it
  const auto size = static_cast<std::uint64_t>(file.tellg());
  std::string tail(std::min(size, kTail), '\0');
  file.seekg(static_cast<std::streamoff>(size - tail.size()));
  if (!file.read(tail.data(), static_cast<std::streamsize>(tail.size()))) return;
  const auto at = find_damaged_properties(tail, size);
  if (!at) return;
  throw Error(ErrorCode::storage,
              fmt::format("{} is damaged at byte {}. Restore a backup.", path.string(), *at));
}

}  // namespace

std::optional<std::uint64_t> find_damaged_properties(std::string_view tail, std::uint64_t size) {
  if (tail.size() < kFooter ||
      read_little_endian<std::uint64_t>(tail.data() + tail.size() - kMagic) != kMagicNumber) {
    return std::nullopt;
  }
  const std::uint64_t begin = size - tail.size();
  const auto inside = [&](const std::optional<Place>& place) {
    return place && place->offset >= begin && place->offset <= size &&
           place->length <= size - place->offset;
  };
  const auto metaindex = read_place(tail.substr(tail.size() - kFooter + 1));
  if (!inside(metaindex)) return std::nullopt;
  const auto properties =
      find_properties(tail.substr(metaindex->offset - begin, metaindex->length));
  if (!inside(properties) || properties->length < sizeof(std::uint32_t)) return std::nullopt;
  const std::uint64_t last = properties->end() - 1;
  const bool claims_hash = (static_cast<unsigned char>(tail[last - begin]) & 0x80U) != 0;
  return claims_hash ? std::optional(last) : std::nullopt;
}

void verify_table_properties(const std::string& directory) {
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".sst") verify(at->path());
  }
}

}  // namespace dossier::storage
