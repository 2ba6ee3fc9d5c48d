// SPDX-License-Identifier: Apache-2.0
#include "repl/process/text_file.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "storage/regular_file.h"

namespace dossier::repl {

std::string read_text(const std::string& path, Console& console) {
  if (path == "-") return read_input(console, kLargestText);
  storage::RegularFile file(path, storage::kGiveStandardInput);
  return storage::read_whole(file, kLargestText);
}

std::string read_input(Console& console, std::size_t limit) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (console.in.read(buffer.data(), buffer.size()) || console.in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(console.in.gcount()));
    if (bytes.size() > limit) {
      throw Error(ErrorCode::input,
                  fmt::format("stdin: the input is larger than {} MiB; split it", limit >> 20));
    }
  }
  return bytes;
}

void in_file(const std::string& file, const std::function<void()>& work) {
  try {
    work();
  } catch (Error& error) {
    if (error.position() && error.file().empty()) {
      error.set_file(file == "-" ? "standard input" : file);
    }
    throw;
  }
}

std::string file_iri(const std::string& path) {
  if (path == "-") return {};
  std::string iri = "file://";
  for (char c : std::filesystem::absolute(path).lexically_normal().string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~!$&'()*+,;=:@").find(c) != std::string_view::npos;
    if (plain) {
      iri += c;
    } else {
      iri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return iri;
}

}  // namespace dossier::repl
