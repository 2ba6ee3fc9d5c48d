// SPDX-License-Identifier: Apache-2.0
// The format: blocks of 32 KiB; in them records of u32 masked CRC-32C of type and data, u16 length
// of the data, u8 type, data. No record crosses the end of a block; less than a header's size is
// left empty there.
#include "storage/disk/log_end.h"

#include <fmt/core.h>

#include <algorithm>
#include <boost/crc.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "dossier/error.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{32} << 10;
constexpr std::size_t kHeader = 7;
constexpr std::uint8_t kHighestType = 4;  // full, first, middle, last

using Crc32c = boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true>;

struct Header {
  std::uint32_t checksum;
  std::size_t length;
  std::uint8_t type;

  bool is_empty() const { return length == 0 && type == 0; }
  bool is_known() const { return type >= 1 && type <= kHighestType; }
};

Header header_at(std::string_view block, std::size_t at) {
  return {read_little_endian<std::uint32_t>(block.data() + at),
          read_little_endian<std::uint16_t>(block.data() + at + 4),
          static_cast<std::uint8_t>(block[at + 6])};
}

// True if the record at `at` would be whole if its data had `length` bytes.
bool matches(std::string_view block, std::size_t at, std::size_t length) {
  Crc32c crc;
  crc.process_bytes(block.data() + at + kHeader - 1, length + 1);
  const std::uint32_t sum = crc.checksum();
  const std::uint32_t masked = ((sum >> 15) | (sum << 17)) + 0xA282EAD8U;
  return masked == header_at(block, at).checksum;
}

// The last block is cut short by a record at `at` that does not fit. True if this is damage: its
// data are all there, or whole records come after it.
bool is_damage(std::string_view block, std::size_t at) {
  if (matches(block, at, block.size() - at - kHeader)) return true;
  for (std::size_t next = at + 1; next + kHeader <= block.size(); ++next) {
    const Header header = header_at(block, next);
    if (header.is_known() && header.length > 0 && next + kHeader + header.length <= block.size() &&
        matches(block, next, header.length)) {
      return true;
    }
  }
  return false;
}

bool is_zero(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void verify(const fs::path& path) {
  const std::string log = read_file(path);
  const auto at = find_damaged_end(log);
  if (!at) return;
  throw Error(ErrorCode::storage,
              fmt::format("{} is damaged at byte {}: what follows could be lost. Restore a backup.",
                          path.string(), *at));
}

}  // namespace

std::optional<std::uint64_t> find_damaged_end(std::string_view log) {
  for (std::size_t start = 0; start < log.size(); start += kBlock) {
    const std::string_view block = log.substr(start, kBlock);
    const bool is_last = start + kBlock >= log.size();
    for (std::size_t at = 0; at + kHeader <= block.size();) {
      const Header header = header_at(block, at);
      if (header.is_empty()) {
        // A power cut may leave zeros where data had not arrived.
        if (is_zero(log.substr(start + at))) return std::nullopt;
        return start + at;
      }
      // Of the kinds above the highest one, RocksDB's reader for read-only opening waits for more.
      if (!header.is_known()) return start + at;
      if (at + kHeader + header.length > block.size()) {
        if (!is_last || !is_damage(block, at)) return std::nullopt;
        return start + at;
      }
      at += kHeader + header.length;
    }
  }
  return std::nullopt;
}

void verify_log_ends(const std::string& directory) {
  std::error_code error;
  for (fs::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".log") verify(at->path());
  }
  std::string manifest = read_file(fs::path(directory) / "CURRENT");
  if (manifest.ends_with('\n')) manifest.pop_back();
  if (manifest.starts_with("MANIFEST-")) verify(fs::path(directory) / manifest);
}

}  // namespace dossier::storage
