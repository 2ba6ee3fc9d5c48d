// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/unpack.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <istream>
#include <memory>

#include "dossier/error.h"
#include "extract/interruption.h"
#include "storage/load/input.h"
#include "storage/load/unpacker.h"

namespace dossier::extract {
namespace {

/// "32 MiB", for messages.
std::string limit_text(std::size_t bytes) {
  return bytes >> 20 > 0 ? fmt::format("{} MiB", bytes >> 20) : fmt::format("{} bytes", bytes);
}

/// All bytes of a stream. `what` names the content in the message of a limit that is passed.
std::string read_stream(std::istream& in, const std::string& name, std::string_view what,
                        std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    Interruption::look();
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limit)
      refuse_source(name, fmt::format("{} is larger than {}; split it", what, limit_text(limit)));
  }
  if (in.bad()) throw Error(ErrorCode::input, "cannot read " + name);
  return bytes;
}

struct CloseFile {
  void operator()(const int* file) const { close(*file); }
};

std::string read_regular(int file, const std::string& name, std::size_t limit) {
  // What was looked at by its name may be another thing when it is opened.
  struct stat status {};
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode))
    refuse_source(name, "this is no regular file");
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t got = read(file, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      throw Error(ErrorCode::input, fmt::format("cannot read {}: {}", name, strerror(errno)));
    if (got == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit)
      refuse_source(name, "the file is larger than " + limit_text(limit) + "; split it");
  }
}

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
  // A pipe or a device may never end, and opening one may wait for ever.
  if (!std::filesystem::is_regular_file(path, error)) {
    refuse_source(path,
                  "this is no regular file; give the path of a document, or - and the document on "
                  "standard input");
  }
  if (std::filesystem::file_size(path, error) > limits.file && !error)
    refuse_source(path, "the file is larger than " + limit_text(limits.file) + "; split it");
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    throw Error(ErrorCode::input, fmt::format("cannot open {}: {}", path, strerror(errno)));
  const std::unique_ptr<const int, CloseFile> guard(&file);
  return read_regular(file, path, limits.file);
}

std::string_view unpack(std::string_view bytes, const std::string& source, const ReadLimits& limits,
                        std::string& storage) {
  if (bytes.empty()) refuse_source(source, "the file is empty");
  if (bytes.size() > limits.file)
    refuse_source(source, "the file is larger than " + limit_text(limits.file) + "; split it");
  if (!storage::is_packed(bytes)) return bytes;
  const auto input = storage::Input::of_bytes(source, std::string(bytes));
  storage = read_stream(input->stream(), source, "the unpacked content", limits.file);
  if (storage.empty()) refuse_source(source, "the file is empty");
  return storage;
}

}  // namespace dossier::extract
