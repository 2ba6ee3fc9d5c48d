// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/unpack.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <istream>

#include "dossier/error.h"
#include "extract/interruption.h"
#include "storage/load/input.h"
#include "storage/load/unpacker.h"
#include "storage/regular_file.h"

namespace dossier::extract {
namespace {

/// All bytes of a stream. `what` names the content in the message of a limit that is passed.
std::string read_stream(std::istream& in, const std::string& name, std::string_view what,
                        std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    Interruption::look();
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limit)
      refuse_source(name, fmt::format("{} is larger than {}; split it", what, size_text(limit)));
  }
  if (in.bad()) throw Error(ErrorCode::input, "cannot read " + name);
  return bytes;
}

}  // namespace

std::string size_text(std::size_t bytes) {
  return bytes >> 20 > 0 ? fmt::format("{} MiB", bytes >> 20) : fmt::format("{} bytes", bytes);
}

void refuse_source(const std::string& source, std::string_view why) {
  throw Error(ErrorCode::input, fmt::format("{}: {}", source, why));
}

void refuse_beyond(std::size_t limit, std::size_t size, const std::string& source) {
  if (size > limit)
    refuse_source(source, "the text is larger than " + size_text(limit) + "; split it");
}

std::string read_bytes(const std::string& path, const ReadLimits& limits) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw Error(ErrorCode::input, "there is no file " + path);
  if (std::filesystem::is_directory(path, error))
    throw Error(ErrorCode::input, path + ": this is a folder");
  storage::RegularFile file(path, "; give the path of a document, or - and it on standard input");
  if (std::filesystem::file_size(path, error) > limits.file && !error)
    refuse_source(path, "the file is larger than " + size_text(limits.file) + "; split it");
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = file.read(buffer.data(), buffer.size())) {
    bytes.append(buffer.data(), got);
    if (bytes.size() > limits.file)
      refuse_source(path, "the file is larger than " + size_text(limits.file) + "; split it");
  }
  return bytes;
}

std::string_view unpack(std::string_view bytes, const std::string& source, const ReadLimits& limits,
                        std::string& storage) {
  if (bytes.empty()) refuse_source(source, "the file is empty");
  if (bytes.size() > limits.file)
    refuse_source(source, "the file is larger than " + size_text(limits.file) + "; split it");
  if (!storage::is_packed(bytes)) return bytes;
  const auto input = storage::Input::of_bytes(source, std::string(bytes));
  storage = read_stream(input->stream(), source, "the unpacked content", limits.file);
  if (storage.empty()) refuse_source(source, "the file is empty");
  return storage;
}

}  // namespace dossier::extract
