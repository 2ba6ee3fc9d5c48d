// SPDX-License-Identifier: Apache-2.0
// REGEX and REPLACE (SPARQL 1.1, sections 17.4.3.14 and 17.4.3.15).
#include <array>

#include "dossier/error.h"
#include "engine/functions/node.h"
#include "engine/functions/regex.h"

namespace dossier::functions {
namespace {

using ast::Builtin;

/// A query that makes its patterns from data would fill the memory: then it starts afresh.
constexpr std::size_t kKeptRegexes = 256;
/// What making an expression costs, in units of Limits::work().
constexpr std::size_t kCompileCost = 8192;

/// A key is the flags, NUL, the pattern.
bool is_key(std::string_view key, std::string_view pattern, std::string_view flags) {
  return key.size() == flags.size() + 1 + pattern.size() && key.starts_with(flags) &&
         key[flags.size()] == '\0' && key.ends_with(pattern);
}

std::shared_ptr<const Regex> look_up(Evaluation& evaluation, const std::string& key,
                                     std::string_view pattern, std::string_view flags) {
  Memory& memory = evaluation.memory();
  const auto found = memory.regexes.find(key);
  if (found != memory.regexes.end()) return found->second;
  evaluation.context().work(kCompileCost + 64 * pattern.size());
  if (memory.regexes.size() >= kKeptRegexes) memory.regexes.clear();
  return memory.regexes[key] = Regex::compile(pattern, flags);
}

std::shared_ptr<const Regex> find_regex(Evaluation& evaluation, std::string_view pattern,
                                        std::string_view flags) {
  Memory& memory = evaluation.memory();
  if (!is_key(memory.last_key, pattern, flags)) {
    std::string key(flags);
    key += '\0';
    key += pattern;
    memory.last_regex = look_up(evaluation, key, pattern, flags);
    memory.last_key = std::move(key);
  }
  return memory.last_regex;
}

/// The expression of arguments `at` (pattern) and `flags_at`, where there are so many; null for an
/// error.
std::shared_ptr<const Regex> regex_of(Evaluation& evaluation, std::span<const Operand> args,
                                      std::size_t at, std::size_t flags_at) {
  const auto pattern = args[at].plain_text();
  if (!pattern) return nullptr;
  if (args.size() <= flags_at) return find_regex(evaluation, *pattern, "");
  const auto flags = args[flags_at].plain_text();
  return flags ? find_regex(evaluation, *pattern, *flags) : nullptr;
}

TermId regex(Evaluation& evaluation, std::span<const Operand> args) {
  const auto text = args[0].text();
  const auto expression = regex_of(evaluation, args, 1, 2);
  return text && expression ? Evaluation::put(expression->matches(text->text)) : TermId();
}

TermId replace(Evaluation& evaluation, std::span<const Operand> args) {
  const auto text = args[0].text();
  const auto replacement = args[2].plain_text();
  const auto expression = regex_of(evaluation, args, 1, 3);
  if (!text || !replacement || !expression) return {};
  auto replaced =
      expression->replace(text->text, *replacement, evaluation.terms().memory(),
                          [&evaluation](std::size_t units) { evaluation.context().work(units); });
  if (!replaced) return {};
  return evaluation.put(Text{std::move(*replaced), std::string(text->language), text->direction});
}

std::optional<std::string> constant_text(std::span<const NodePtr> arguments, std::size_t at) {
  if (arguments.size() <= at) return "";
  const Constant* constant = arguments[at]->constant();
  if (constant == nullptr) return std::nullopt;
  const auto* text = std::get_if<Text>(&constant->value);
  return text != nullptr && text->language.empty() ? std::optional(text->text) : std::nullopt;
}

}  // namespace

void check_pattern(std::span<const NodePtr> arguments, std::size_t flags_at) {
  const auto pattern = constant_text(arguments, 1);
  const auto flags = constant_text(arguments, flags_at);
  RegexProblem problem;
  if (!pattern || !flags || Regex::compile(*pattern, *flags, &problem) != nullptr) return;
  if (!problem.unsupported) return;
  throw Error(ErrorCode::unsupported, "regular expression \"" + *pattern + "\": " + problem.reason);
}

std::span<const BuiltinFunction> regex_functions() {
  static constexpr std::array<BuiltinFunction, 2> kFunctions{{
      {Builtin::regex, {"REGEX", regex}},
      {Builtin::replace, {"REPLACE", replace}},
  }};
  return kFunctions;
}

}  // namespace dossier::functions
