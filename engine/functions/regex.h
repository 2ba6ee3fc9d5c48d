// SPDX-License-Identifier: Apache-2.0
// Regular expressions of XPath 3.1 Functions and Operators (section 5.6), matched by RE2 in time
// linear in the text.
//
// Translated: flags s m i x q; "." without flag s (neither line feed nor carriage return); \d \w \s
// \i \c and their complements as XML Schema defines them (\w has no underscore there). Beyond
// XPath, \b and \B are kept, and a backslash may precede any ASCII punctuation. Not supported by
// RE2's linear matching: back-references and more than 1000 repetitions; nor are character class
// subtraction and Unicode blocks (\p{IsGreek}).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/runtime/memory_budget.h"

namespace re2 {
class RE2;
}

namespace dossier::functions {

/// Why there is no expression for a pattern.
struct RegexProblem {
  std::string reason;
  bool unsupported = false;  ///< right in XPath, but not possible here
};

class Regex {
 public:
  /// Null when pattern or flags are no regular expression of the above; then `problem`, when given,
  /// says why.
  static std::shared_ptr<const Regex> compile(std::string_view pattern, std::string_view flags,
                                              RegexProblem* problem = nullptr);
  ~Regex();

  bool matches(std::string_view text) const;
  /// fn:replace: every match replaced, $1 and so on standing for groups. None when the pattern
  /// matches the empty string or the replacement is malformed. Throws Error(limit) when the result
  /// outgrows `memory`. Calls `work` with what each match may have read, in units of
  /// Limits::work(): one that looks far ahead makes the whole quadratic.
  std::optional<std::string> replace(std::string_view text, std::string_view replacement,
                                     const MemoryBudget& memory,
                                     const std::function<void(std::size_t)>& work) const;

 private:
  Regex(std::unique_ptr<re2::RE2> expression, bool literal);

  std::unique_ptr<re2::RE2> expression_;
  bool literal_;  ///< flag q: the replacement is literal too
  bool matches_empty_;
};

/// `pattern` in RE2's syntax, without flags i, m and q; empty, with `problem` set, when it can't
/// be.
std::optional<std::string> translate_pattern(std::string_view pattern, bool dot_matches_all,
                                             bool ignore_space, RegexProblem& problem);

}  // namespace dossier::functions
