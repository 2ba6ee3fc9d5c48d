// SPDX-License-Identifier: Apache-2.0
// Functions that look for one string in another (SPARQL 1.1, sections 17.4.3.5 to 17.4.3.10).
#include <array>
#include <cstring>

#include "engine/functions/function.h"
#include "engine/functions/language.h"

namespace dossier::functions {
namespace {

using ast::Builtin;

struct Pair {
  TextView text, pattern;
};

/// Both, when compatible (17.4.3.1.2): the pattern is plain, or has the tag of the text.
std::optional<Pair> compatible(std::span<const Operand> args) {
  const auto text = args[0].text();
  const auto pattern = args[1].text();
  if (!text || !pattern) return std::nullopt;
  const bool same =
      same_language(text->language, pattern->language) && text->direction == pattern->direction;
  if (pattern->tagged() && !same) return std::nullopt;
  return Pair{*text, *pattern};
}

template <auto Test>
TermId test(Evaluation&, std::span<const Operand> args) {
  const auto pair = compatible(args);
  return pair ? Evaluation::put(Test(pair->text.text, pair->pattern.text)) : TermId();
}

/// As text.find(pattern), in linear time whatever the two are (std::string_view's is quadratic for
/// a long pattern in a long repetition of its beginning).
std::size_t find_text(std::string_view text, std::string_view pattern) {
  const void* found = memmem(text.data(), text.size(), pattern.data(), pattern.size());
  if (found == nullptr) return pattern.empty() ? 0 : std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

constexpr auto kContains = [](std::string_view text, std::string_view pattern) {
  return find_text(text, pattern) != std::string_view::npos;
};
constexpr auto kStarts = [](std::string_view text, std::string_view pattern) {
  return text.starts_with(pattern);
};
constexpr auto kEnds = [](std::string_view text, std::string_view pattern) {
  return text.ends_with(pattern);
};

/// A part of the text keeps its tag; without a match the result is the plain empty string.
TermId part(Evaluation& evaluation, const Pair& pair, std::size_t at, std::string_view found) {
  if (at == std::string_view::npos) return evaluation.put_text("");
  return evaluation.put(
      Text{std::string(found), std::string(pair.text.language), pair.text.direction});
}

TermId before(Evaluation& evaluation, std::span<const Operand> args) {
  const auto pair = compatible(args);
  if (!pair) return {};
  const std::size_t at = find_text(pair->text.text, pair->pattern.text);
  return part(evaluation, *pair, at, pair->text.text.substr(0, at));
}

TermId after(Evaluation& evaluation, std::span<const Operand> args) {
  const auto pair = compatible(args);
  if (!pair) return {};
  const std::size_t at = find_text(pair->text.text, pair->pattern.text);
  const std::size_t end = at == std::string_view::npos ? 0 : at + pair->pattern.text.size();
  return part(evaluation, *pair, at, pair->text.text.substr(end));
}

}  // namespace

std::span<const BuiltinFunction> search_functions() {
  static constexpr std::array<BuiltinFunction, 5> kFunctions{{
      {Builtin::contains, {"CONTAINS", test<kContains>}},
      {Builtin::strstarts, {"STRSTARTS", test<kStarts>}},
      {Builtin::strends, {"STRENDS", test<kEnds>}},
      {Builtin::strbefore, {"STRBEFORE", before}},
      {Builtin::strafter, {"STRAFTER", after}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
