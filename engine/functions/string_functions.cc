// SPDX-License-Identifier: Apache-2.0
// Functions that make strings of strings (SPARQL 1.1, section 17.4.3).
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/functions/function.h"
#include "engine/functions/language.h"
#include "model/ascii.h"
#include "model/utf8.h"

namespace dossier::functions {
namespace {

using ast::Builtin;

/// `text` with the tag of `like`.
TermId put_like(Evaluation& evaluation, std::string text, const TextView& like) {
  return evaluation.put(Text{std::move(text), std::string(like.language), like.direction});
}

TermId length(Evaluation& evaluation, std::span<const Operand> args) {
  const auto text = args[0].text();
  if (!text) return {};
  return evaluation.put(xsd::Integer(static_cast<std::int64_t>(utf8::length(text->text))));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// Full case mapping without regard to a language (Unicode, section 3.13).
std::string upper(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    for (const char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return out;
  }
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toUpper(icu::Locale::getRoot())
      .toUTF8String(out);
}

std::string lower(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    return ascii_lower(text);
  }
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toLower(icu::Locale::getRoot())
      .toUTF8String(out);
}

template <auto Map>
TermId map_case(Evaluation& evaluation, std::span<const Operand> args) {
  const auto text = args[0].text();
  return text ? put_like(evaluation, Map(text->text), *text) : TermId();
}

/// A position or length of SUBSTR, rounded as fn:substring does; none for what is not a number.
std::optional<double> rounded(const Operand& operand) {
  if (!numeric_type(operand.value())) return std::nullopt;
  return std::floor(to_double(operand.value()) + 0.5);
}

/// fn:substring: positions from 1, of code points; parts outside the text are left out.
TermId substring(Evaluation& evaluation, std::span<const Operand> args) {
  const auto text = args[0].text();
  const auto start = rounded(args[1]);
  if (!text || !start) return {};
  double end = HUGE_VAL;
  if (args.size() == 3) {
    const auto count = rounded(args[2]);
    if (!count) return {};
    end = *start + *count;
  }
  const auto length = static_cast<double>(utf8::length(text->text));
  const double first = std::max(*start, 1.0);
  const double last = std::min(end, length + 1);                // one beyond
  if (!(first < last)) return put_like(evaluation, "", *text);  // also where either is NaN
  const std::size_t from = utf8::byte_offset(text->text, static_cast<std::size_t>(first) - 1);
  const std::string_view rest = text->text.substr(from);
  const auto size = utf8::byte_offset(rest, static_cast<std::size_t>(last - first));
  return put_like(evaluation, std::string(rest.substr(0, size)), *text);
}

/// The common tag stays; otherwise the result is a plain string.
TermId concatenate(Evaluation& evaluation, std::span<const Operand> args) {
  Text result;
  bool first = true;
  for (const Operand& arg : args) {
    const auto text = arg.text();
    if (!text) return {};
    evaluation.terms().memory().check(result.text.size() + text->text.size());
    result.text += text->text;
    if (first) {
      result.language = text->language;
      result.direction = text->direction;
    } else if (!same_language(result.language, text->language) ||
               result.direction != text->direction) {
      result.language.clear();
      result.direction = Direction::none;
    }
    first = false;
  }
  return evaluation.put(std::move(result));
}

/// fn:encode-for-uri: all but the unreserved characters of RFC 3986 become %XX, byte by byte.
TermId encode_for_uri(Evaluation& evaluation, std::span<const Operand> args) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  static constexpr std::string_view kUnreserved = "-_.~";
  const auto text = args[0].text();
  if (!text) return {};
  std::string out;
  for (const char c : text->text) {
    if (is_ascii_letter(c) || (c >= '0' && c <= '9') ||
        kUnreserved.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 0xFU];
  }
  return evaluation.put_text(std::move(out));
}

constexpr auto kUpper = [](std::string_view text) { return upper(text); };
constexpr auto kLower = [](std::string_view text) { return lower(text); };

}  // namespace

std::span<const BuiltinFunction> string_functions() {
  static constexpr std::array<BuiltinFunction, 6> kFunctions{{
      {Builtin::strlen, {"STRLEN", length}},
      {Builtin::substr, {"SUBSTR", substring}},
      {Builtin::ucase, {"UCASE", map_case<kUpper>}},
      {Builtin::lcase, {"LCASE", map_case<kLower>}},
      {Builtin::concat, {"CONCAT", concatenate}},
      {Builtin::encode_for_uri, {"ENCODE_FOR_URI", encode_for_uri}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
