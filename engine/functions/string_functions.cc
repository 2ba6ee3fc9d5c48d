// SPDX-License-Identifier: Apache-2.0
// Functions that make strings of strings (SPARQL 1.1, section 17.4.3).
#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/functions/function.h"
#include "engine/functions/language.h"
#include "engine/functions/text_builder.h"
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

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

/// Where ICU puts what it makes.
class BuilderSink : public icu::ByteSink {
 public:
  explicit BuilderSink(TextBuilder& text) : text_(text) {}
  void Append(const char* bytes, std::int32_t size) override {
    text_.append({bytes, static_cast<std::size_t>(size)});
  }

 private:
  TextBuilder& text_;
};

/// Full case mapping without regard to a language (Unicode, section 3.13); none for an error.
template <auto Map>
std::optional<std::string> map_unicode(std::string_view text, const MemoryBudget& memory) {
  TextBuilder out(memory);
  BuilderSink sink(out);
  UErrorCode status = U_ZERO_ERROR;
  Map("", 0U, icu::StringPiece(text.data(), static_cast<int>(text.size())), sink, nullptr, status);
  return U_FAILURE(status) != 0 ? std::nullopt : std::optional(std::move(out).take());
}

template <auto Ascii, auto Unicode>
TermId map_case(Evaluation& evaluation, std::span<const Operand> args) {
  const auto text = args[0].text();
  if (!text) return {};
  if (is_ascii(text->text)) return put_like(evaluation, Ascii(text->text), *text);
  auto mapped = map_unicode<Unicode>(text->text, evaluation.terms().memory());
  return mapped ? put_like(evaluation, *std::move(mapped), *text) : TermId();
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
  // Of a long text only what comes before the end is read: no code point lies beyond as many bytes.
  const auto most = static_cast<double>(text->text.size());
  const double first = std::max(*start, 1.0);
  const double last = std::min(end, most + 1);                  // one beyond
  if (!(first < last)) return put_like(evaluation, "", *text);  // also where either is NaN
  const std::size_t from = utf8::byte_offset(text->text, static_cast<std::size_t>(first) - 1);
  const std::string_view rest = text->text.substr(from);
  const auto size = utf8::byte_offset(rest, static_cast<std::size_t>(last - first));
  return put_like(evaluation, std::string(rest.substr(0, size)), *text);
}

/// The common tag stays; otherwise the result is a plain string.
TermId concatenate(Evaluation& evaluation, std::span<const Operand> args) {
  Text result;
  std::size_t size = 0;
  for (const Operand& arg : args) {
    const auto text = arg.text();
    if (!text) return {};
    size += text->text.size();
  }
  evaluation.terms().memory().check(size);
  result.text.reserve(size);
  bool first = true;
  for (const Operand& arg : args) {
    const auto text = arg.text();
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

bool is_unreserved(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == '~';
}

/// fn:encode-for-uri: all but the unreserved characters of RFC 3986 become %XX, byte by byte.
TermId encode_for_uri(Evaluation& evaluation, std::span<const Operand> args) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto text = args[0].text();
  if (!text) return {};
  const auto kept = std::count_if(text->text.begin(), text->text.end(), is_unreserved);
  const std::size_t size = 3 * text->text.size() - 2 * static_cast<std::size_t>(kept);
  evaluation.terms().memory().check(size);
  std::string out;
  out.reserve(size);
  for (const char c : text->text) {
    if (is_unreserved(c)) {
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

constexpr auto kUpper = [](std::string_view text) { return ascii_upper(text); };
constexpr auto kLower = [](std::string_view text) { return ascii_lower(text); };
constexpr auto kUnicodeUpper = [](auto&&... args) { icu::CaseMap::utf8ToUpper(args...); };
constexpr auto kUnicodeLower = [](auto&&... args) { icu::CaseMap::utf8ToLower(args...); };

}  // namespace

std::span<const BuiltinFunction> string_functions() {
  static constexpr std::array<BuiltinFunction, 6> kFunctions{{
      {Builtin::strlen, {"STRLEN", length}},
      {Builtin::substr, {"SUBSTR", substring}},
      {Builtin::ucase, {"UCASE", map_case<kUpper, kUnicodeUpper>}},
      {Builtin::lcase, {"LCASE", map_case<kLower, kUnicodeLower>}},
      {Builtin::concat, {"CONCAT", concatenate}},
      {Builtin::encode_for_uri, {"ENCODE_FOR_URI", encode_for_uri}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
