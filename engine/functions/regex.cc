// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/regex.h"

#include <re2/re2.h>

#include <array>
#include <vector>

#include "engine/functions/text_builder.h"

namespace dossier::functions {
namespace {

struct Flags {
  bool dot_matches_all = false;
  bool multi_line = false;
  bool ignore_case = false;
  bool ignore_space = false;
  bool literal = false;
};

std::optional<Flags> parse_flags(std::string_view text) {
  Flags flags;
  for (const char c : text) {
    switch (c) {
      case 's':
        flags.dot_matches_all = true;
        break;
      case 'm':
        flags.multi_line = true;
        break;
      case 'i':
        flags.ignore_case = true;
        break;
      case 'x':
        flags.ignore_space = true;
        break;
      case 'q':
        flags.literal = true;
        break;
      default:
        return std::nullopt;
    }
  }
  return flags;
}

std::optional<std::string> translate(std::string_view pattern, const Flags& flags,
                                     RegexProblem& problem) {
  if (flags.literal) return std::string(pattern);
  auto translated = translate_pattern(pattern, flags.dot_matches_all, flags.ignore_space, problem);
  if (!translated) return std::nullopt;
  std::string modifiers = flags.dot_matches_all ? "s" : "";
  if (flags.multi_line) modifiers += 'm';
  return modifiers.empty() ? *translated : "(?" + modifiers + ')' + *translated;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

/// One step of a replacement: literal text, or a group.
struct Piece {
  std::string text;
  int group = -1;
};

/// "$" and digits name a group; of more digits as many count as still name one that exists.
bool take_group(std::string_view& rest, int groups, Piece& piece) {
  if (rest.empty() || rest.front() < '0' || rest.front() > '9') return false;
  piece.group = rest.front() - '0';
  rest.remove_prefix(1);
  while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
    const int longer = piece.group * 10 + (rest.front() - '0');
    if (longer > groups) break;
    piece.group = longer;
    rest.remove_prefix(1);
  }
  return true;
}

std::optional<std::vector<Piece>> parse_replacement(std::string_view text, int groups) {
  std::vector<Piece> pieces(1);
  while (!text.empty()) {
    const char c = text.front();
    text.remove_prefix(1);
    if (c == '$') {
      Piece group;
      if (!take_group(text, groups, group)) return std::nullopt;
      pieces.push_back(std::move(group));
      pieces.emplace_back();
      continue;
    }
    if (c == '\\') {
      if (text.empty() || (text.front() != '\\' && text.front() != '$')) return std::nullopt;
      pieces.back().text += text.front();
      text.remove_prefix(1);
      continue;
    }
    pieces.back().text += c;
  }
  return pieces;
}

}  // namespace

Regex::Regex(std::unique_ptr<re2::RE2> expression, bool literal)
    : expression_(std::move(expression)),
      literal_(literal),
      matches_empty_(re2::RE2::FullMatch("", *expression_)) {}
Regex::~Regex() = default;

std::shared_ptr<const Regex> Regex::compile(std::string_view pattern, std::string_view flag_text,
                                            RegexProblem* problem) {
  RegexProblem ignored;
  RegexProblem& why = problem != nullptr ? *problem : ignored;
  const auto flags = parse_flags(flag_text);
  if (!flags) {
    why = {"the flags of a regular expression are s, m, i, x and q", false};
    return nullptr;
  }
  const auto translated = translate(pattern, *flags, why);
  if (!translated) return nullptr;
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(!flags->ignore_case);
  options.set_literal(flags->literal);
  auto expression = std::make_unique<re2::RE2>(*translated, options);
  if (!expression->ok()) {
    why = {expression->error(), expression->error_code() == re2::RE2::ErrorPatternTooLarge};
    return nullptr;
  }
  return std::shared_ptr<const Regex>(new Regex(std::move(expression), flags->literal));
}

bool Regex::matches(std::string_view text) const {
  return re2::RE2::PartialMatch(piece(text), *expression_);
}

std::optional<std::string> Regex::replace(std::string_view text, std::string_view replacement,
                                          const MemoryBudget& memory,
                                          const std::function<void(std::size_t)>& work) const {
  if (matches_empty_) return std::nullopt;
  const int groups = expression_->NumberOfCapturingGroups();
  auto pieces = literal_ ? std::vector<Piece>{{std::string(replacement), -1}}
                         : parse_replacement(replacement, groups);
  if (!pieces) return std::nullopt;
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups) + 1);
  TextBuilder out(memory);
  std::size_t at = 0;
  while (expression_->Match(piece(text), at, text.size(), re2::RE2::UNANCHORED, found.data(),
                            groups + 1)) {
    work(256 + text.size() - at);
    const auto start = static_cast<std::size_t>(found[0].data() - text.data());
    if (found[0].empty()) return std::nullopt;  // as "^" or "\b" may, though not on ""
    out.append(text.substr(at, start - at));
    for (const Piece& step : *pieces) {
      out.append(step.text);
      if (step.group < 0 || step.group > groups) continue;
      const re2::StringPiece& group = found[static_cast<std::size_t>(step.group)];
      out.append({group.data() == nullptr ? "" : group.data(), group.size()});
    }
    at = start + found[0].size();
  }
  out.append(text.substr(at));
  return std::move(out).take();
}

}  // namespace dossier::functions
