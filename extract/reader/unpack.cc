// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/unpack.h"

#include <fmt/format.h>
#include <zlib.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>

#include "dossier/error.h"

namespace dossier::extract {
namespace {

/// "32 MiB", for messages.
std::string limit_text(std::size_t bytes) {
  return bytes >> 20 > 0 ? fmt::format("{} MiB", bytes >> 20) : fmt::format("{} bytes", bytes);
}

std::string read_stream(std::istream& in, const std::string& name, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limit)
      refuse_source(name, "the file is larger than " + limit_text(limit) + "; split it");
  }
  if (in.bad()) throw Error(ErrorCode::input, "cannot read " + name);
  return bytes;
}

/// Unpacks one member of a gzip file; returns the bytes of input it took.
std::size_t unpack_member(std::string_view bytes, const std::string& source, std::size_t limit,
                          std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) refuse_source(source, "cannot start unpacking");
  const std::unique_ptr<z_stream, int (*)(z_streamp)> guard(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<char, 1 << 16> buffer;
  int status = Z_OK;
  while (status != Z_STREAM_END) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END) refuse_source(source, "the gzip data is damaged");
    out.append(buffer.data(), buffer.size() - stream.avail_out);
    if (out.size() > limit)
      refuse_source(source, "the unpacked content is larger than " + limit_text(limit));
  }
  return bytes.size() - stream.avail_in;
}

constexpr std::string_view kGzip = "\x1F\x8B";

}  // namespace

void refuse_source(const std::string& source, std::string_view why) {
  throw Error(ErrorCode::input, fmt::format("{}: {}", source, why));
}

void refuse_beyond(std::size_t limit, std::size_t size, const std::string& source) {
  if (size > limit)
    refuse_source(source, "the text is larger than " + limit_text(limit) + "; split it");
}

std::string read_bytes(const std::string& path, const ReadLimits& limits) {
  std::error_code error;
  if (!std::filesystem::exists(path, error))
    throw Error(ErrorCode::input, "there is no file " + path);
  if (std::filesystem::is_directory(path, error))
    throw Error(ErrorCode::input, path + ": this is a folder");
  // A regular file is judged before it is read; a pipe tells its size only at its end.
  const bool regular = std::filesystem::is_regular_file(path, error);
  if (regular && std::filesystem::file_size(path, error) > limits.file && !error)
    refuse_source(path, "the file is larger than " + limit_text(limits.file) + "; split it");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::input, "cannot open " + path);
  return read_stream(in, path, limits.file);
}

std::string_view unpack(std::string_view bytes, const std::string& source, const ReadLimits& limits,
                        std::string& storage) {
  if (bytes.empty()) refuse_source(source, "the file is empty");
  if (bytes.size() > limits.file)
    refuse_source(source, "the file is larger than " + limit_text(limits.file) + "; split it");
  if (!bytes.starts_with(kGzip)) return bytes;
  storage.clear();
  // Behind the last member may stand padding.
  while (bytes.starts_with(kGzip))
    bytes.remove_prefix(unpack_member(bytes, source, limits.file, storage));
  if (storage.empty()) refuse_source(source, "the file is empty");
  return storage;
}

}  // namespace dossier::extract
