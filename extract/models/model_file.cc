// SPDX-License-Identifier: Apache-2.0
#include "extract/models/model_file.h"

#include <fmt/format.h>
#include <zlib.h>

#include "dossier/error.h"

namespace dossier::extract {
namespace {

constexpr std::string_view kMagic = "DOSSMODL";
constexpr std::size_t kChecksumAt = 16;
constexpr std::size_t kCountAt = 20;
constexpr std::size_t kTableAt = 24;
constexpr std::size_t kEntrySize = 16;

[[noreturn]] void damaged(std::string_view kind, std::string_view why) {
  throw Error(ErrorCode::input, fmt::format("the language model {} cannot be used: {}", kind, why));
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

}  // namespace

ModelFile::ModelFile(std::string_view bytes, std::string_view kind) : kind_(kind) {
  if (bytes.size() < kTableAt || !bytes.starts_with(kMagic))
    damaged(kind, "it is not a model file");
  const auto version = read_number<std::uint32_t>(bytes, kMagic.size());
  if (version != kModelVersion) {
    damaged(kind, fmt::format("it has version {}, this program reads {}", version, kModelVersion));
  }
  if (bytes.substr(12, 4) != kind) damaged(kind, "it is a model of another kind");
  if (read_number<std::uint32_t>(bytes, kChecksumAt) != checksum(bytes.substr(kCountAt))) {
    damaged(kind, "its checksum is wrong; install the program again");
  }
  const auto count = read_number<std::uint32_t>(bytes, kCountAt);
  if (count > (bytes.size() - kTableAt) / kEntrySize) damaged(kind, "its section table is cut off");
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto offset = read_number<std::uint64_t>(bytes, kTableAt + i * kEntrySize);
    const auto size = read_number<std::uint64_t>(bytes, kTableAt + i * kEntrySize + 8);
    if (offset > bytes.size() || size > bytes.size() - offset)
      damaged(kind, "a section is cut off");
    sections_.push_back(bytes.substr(offset, size));
  }
}

std::string_view ModelFile::section(std::size_t index) const {
  if (index >= sections_.size()) damaged(kind_, fmt::format("section {} is missing", index));
  return sections_[index];
}

std::string make_model_file(std::string_view kind, const std::vector<std::string>& sections) {
  std::string body;
  append_number(body, static_cast<std::uint32_t>(sections.size()));
  std::uint64_t offset = kTableAt + sections.size() * kEntrySize;
  for (const std::string& section : sections) {
    append_number(body, offset);
    append_number(body, static_cast<std::uint64_t>(section.size()));
    offset += section.size();
  }
  for (const std::string& section : sections) body += section;
  std::string file(kMagic);
  append_number(file, kModelVersion);
  file += kind;
  append_number(file, checksum(body));
  return file + body;
}

StringTable::StringTable(std::string_view section) : section_(section) {
  if (section.size() < 8) damaged("table", "a string table is cut off");
  count_ = read_number<std::uint32_t>(section, 0);
  const std::uint64_t header = 4 + (std::uint64_t{count_} + 1) * 4;
  if (header > section.size()) damaged("table", "a string table is cut off");
  characters_ = section.substr(header);
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i <= count_; ++i) {
    const auto offset = read_number<std::uint32_t>(section, 4 + std::size_t{i} * 4);
    if (offset < last || offset > characters_.size()) damaged("table", "a string is cut off");
    last = offset;
  }
}

std::string_view StringTable::at(std::uint32_t index) const {
  const auto begin = read_number<std::uint32_t>(section_, 4 + std::size_t{index} * 4);
  const auto end = read_number<std::uint32_t>(section_, 8 + std::size_t{index} * 4);
  return characters_.substr(begin, end - begin);
}

std::uint32_t StringTable::find(std::string_view text) const {
  std::uint32_t low = 0;
  std::uint32_t high = count_;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (at(middle) < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < count_ && at(low) == text ? low : kAbsent;
}

std::string StringTable::pack(const std::vector<std::string>& strings) {
  std::string section;
  append_number(section, static_cast<std::uint32_t>(strings.size()));
  std::uint32_t offset = 0;
  for (const std::string& text : strings) {
    append_number(section, offset);
    offset += static_cast<std::uint32_t>(text.size());
  }
  append_number(section, offset);
  for (const std::string& text : strings) section += text;
  return section;
}

}  // namespace dossier::extract
