// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/decode.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Enough for ICU's statistics; more only costs time.
constexpr std::size_t kDetectionSample = 64 * 1024;

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::u32string convert(std::string_view bytes, const char* encoding, const std::string& source) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding, &status),
                                                                     ucnv_close);
  if (U_FAILURE(status))
    refuse_source(source, fmt::format("the encoding {} is not known", encoding));
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u32string out;
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  while (at < end) {
    const UChar32 c = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
    if (U_FAILURE(status)) refuse_source(source, fmt::format("the text is not valid {}", encoding));
    out.push_back(static_cast<char32_t>(c));
  }
  return out;
}

std::u32string detect_and_convert(std::string_view bytes, const std::string& source) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(
      ucsdet_open(&status), ucsdet_close);
  const std::size_t sample = std::min(bytes.size(), kDetectionSample);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(sample), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) refuse_source(source, "the encoding cannot be told");
  return convert(bytes, ucsdet_getName(match, &status), source);
}

/// Whether a declared encoding is known and can be what the bytes are in. Others than UTF-8 and
/// UTF-16, which bytes show by themselves.
bool is_legacy(const std::string& encoding) {
  if (encoding.empty()) return false;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(encoding.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return false;
  const UConverterType type = ucnv_getType(converter.get());
  return type == UCNV_SBCS || type == UCNV_LATIN_1 || type == UCNV_MBCS || type == UCNV_DBCS;
}

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
/// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 5> kMarks = {{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                         {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                         {"\xEF\xBB\xBF", "UTF-8"},
                                         {"\xFF\xFE", "UTF-16LE"},
                                         {"\xFE\xFF", "UTF-16BE"}}};

/// UTF-16 without a mark: in Latin text every other byte is zero.
const char* unmarked_utf16(std::string_view bytes) {
  std::size_t even = 0;
  std::size_t odd = 0;
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 4096);
  for (std::size_t i = 0; i < sample; ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (bytes.size() % 2 != 0) return nullptr;
  if (even == 0 && odd * 3 > sample) return "UTF-16LE";
  if (odd == 0 && even * 3 > sample) return "UTF-16BE";
  return nullptr;
}

void refuse_binary(std::u32string_view text, const std::string& source) {
  std::size_t controls = 0;
  bool content = false;
  for (const char32_t c : text) {
    const bool control =
        (c < 0x20 && !is_space(c)) || c == 0x7F || (c >= 0x80 && c < 0xA0 && c != 0x85);
    if (control || c == 0xFFFE || c == 0xFFFF) ++controls;
    content = content || !is_space(c);
  }
  if (!content) refuse_source(source, "the file holds no text");
  if (text.find(U'\0') != std::u32string_view::npos || controls * 50 > text.size()) {
    refuse_source(source, "this is a binary file, not a text");
  }
}

std::u32string decode_plain(std::string_view bytes, const std::string& source,
                            const std::string& declared) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return convert(bytes.substr(mark.bytes.size()), mark.encoding, source);
    }
  }
  if (bytes.find('\0') != std::string_view::npos) {
    const char* encoding = unmarked_utf16(bytes);
    if (encoding == nullptr) refuse_source(source, "this is a binary file, not a text");
    return convert(bytes, encoding, source);
  }
  // Bytes that are UTF-8 by chance alone are rarer than pages that declare the wrong encoding.
  if (is_utf8(bytes)) return to_code_points(bytes);
  return is_legacy(declared) ? convert(bytes, declared.c_str(), source)
                             : detect_and_convert(bytes, source);
}

}  // namespace

std::u32string decode_text(std::string_view bytes, const std::string& source_name,
                           const std::string& declared) {
  if (bytes.empty()) refuse_source(source_name, "the file is empty");
  std::u32string text = decode_plain(bytes, source_name, declared);
  refuse_binary(text, source_name);
  return text;
}

}  // namespace dossier::extract
