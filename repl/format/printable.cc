// SPDX-License-Identifier: Apache-2.0
#include "repl/format/printable.h"

#include <fmt/format.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace dossier::repl {
namespace {

bool is_control(UChar32 c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9), and the
/// separators that some terminals take for the end of a line.
bool turns_writing(UChar32 c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string cleaned(std::string_view text, std::string_view kept) {
  std::string result;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    const auto piece =
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
    if (c < 0) {
      for (const char byte : piece)
        result += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
    } else if (c == '\r' && !kept.empty() && text.substr(static_cast<std::size_t>(at), 1) == "\n") {
      result += '\r';  // the end of a line of CSV
    } else if (is_control(c) && kept.find(static_cast<char>(c)) == std::string_view::npos) {
      result += fmt::format("\\x{:02X}", static_cast<std::uint32_t>(c));
    } else if (turns_writing(c)) {
      result += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(c));
    } else {
      result += piece;
    }
  }
  return result;
}

}  // namespace

std::string printable(std::string_view text) { return cleaned(text, {}); }

std::string printable_lines(std::string_view text) { return cleaned(text, "\n\t"); }

std::streambuf::int_type PrintableStream::Buffer::overflow(int_type c) {
  if (c == traits_type::eof()) return traits_type::not_eof(c);
  line_ += static_cast<char>(c);
  if (c == '\n') write();
  return c;
}

std::streamsize PrintableStream::Buffer::xsputn(const char* text, std::streamsize size) {
  line_.append(text, static_cast<std::size_t>(size));
  // Whole lines only: a character may come in two pieces.
  if (const std::size_t end = line_.rfind('\n'); end != std::string::npos) {
    target_ << printable_lines(std::string_view(line_).substr(0, end + 1));
    line_.erase(0, end + 1);
  }
  return size;
}

int PrintableStream::Buffer::sync() {
  write();
  target_.flush();
  return 0;
}

void PrintableStream::Buffer::write() {
  target_ << printable_lines(line_);
  line_.clear();
}

}  // namespace dossier::repl
