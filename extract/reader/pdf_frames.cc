// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/pdf_frames.h"

#include <unicode/utf16.h>

#include <cmath>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace dossier::extract {
namespace {

/// Letters joined for print, U+FB00 to U+FB06.
constexpr std::u32string_view kLigatures[] = {U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};

[[noreturn]] void refuse() { throw std::out_of_range("not what dossier-pdf writes"); }

}  // namespace

void PdfFrames::add(std::string_view bytes) {
  buffer_.erase(0, at_);
  at_ = 0;
  buffer_ += bytes;
}

std::optional<PdfFrame> PdfFrames::next() {
  const std::string_view rest = std::string_view(buffer_).substr(at_);
  std::uint32_t size = 0;
  if (rest.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, rest.data(), sizeof size);
  if (size == 0 || size > pdf::kLongestFrame) refuse();
  if (rest.size() - sizeof size < size) return std::nullopt;
  at_ += sizeof size + size;
  return PdfFrame{static_cast<pdf::Frame>(rest[sizeof size]),
                  rest.substr(sizeof size + 1, size - 1)};
}

template <typename Value>
Value PdfContent::take() {
  Value value{};
  if (rest_.size() < sizeof value) refuse();
  std::memcpy(&value, rest_.data(), sizeof value);
  rest_.remove_prefix(sizeof value);
  return value;
}

std::uint8_t PdfContent::byte() { return take<std::uint8_t>(); }

std::uint32_t PdfContent::number() { return take<std::uint32_t>(); }

double PdfContent::place() {
  const auto value = take<double>();
  if (!std::isfinite(value)) refuse();
  return value;
}

std::u32string PdfContent::text() {
  std::vector<char16_t> units;
  while (!rest_.empty()) units.push_back(take<char16_t>());
  std::u32string out;
  for (std::size_t i = 0; i < units.size();) {
    UChar32 c = 0;
    U16_NEXT(units.data(), i, units.size(), c);
    if (c >= 0xFB00 && c <= 0xFB06) {
      out += kLigatures[c - 0xFB00];
    } else if (c >= 0x20) {
      out += U16_IS_SURROGATE(c) ? U'\uFFFD' : static_cast<char32_t>(c);
    }
  }
  return out;
}

}  // namespace dossier::extract
