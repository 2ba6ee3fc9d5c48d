// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "engine/functions/regex.h"

namespace dossier::functions {
namespace {

/// What a class escape stands for inside [...]; `inverse` is the rest of Unicode.
struct ClassEscape {
  char letter;
  std::string_view members;
  std::string_view inverse;  ///< empty: must be written as [^members], not possible inside [...]
};

// Name characters of XML 1.0 (fifth edition), productions 4 and 4a.
constexpr std::string_view kNameStart =
    R"(:A-Z_a-z\x{C0}-\x{D6}\x{D8}-\x{F6}\x{F8}-\x{2FF}\x{370}-\x{37D}\x{37F}-\x{1FFF})"
    R"(\x{200C}-\x{200D}\x{2070}-\x{218F}\x{2C00}-\x{2FEF}\x{3001}-\x{D7FF}\x{F900}-\x{FDCF})"
    R"(\x{FDF0}-\x{FFFD}\x{10000}-\x{EFFFF})";
constexpr std::string_view kNameMore = R"(\-.0-9\x{B7}\x{300}-\x{36F}\x{203F}-\x{2040})";

constexpr std::array<ClassEscape, 3> kClassEscapes{{
    {'d', R"(\p{Nd})", R"(\P{Nd})"},
    {'w', R"(\p{L}\p{M}\p{N}\p{S})", R"(\p{P}\p{Z}\p{C})"},
    {'s', R"( \t\n\r)", R"(\x{0}-\x{8}\x{B}-\x{C}\x{E}-\x{1F}\x{21}-\x{10FFFF})"},
}};

constexpr std::string_view kPunctuation = "\\|.-^?*+{}()[]$/!\"#%&',:;<=>@_`~ ";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Flag x (F&O, section 5.6.2): white space goes before anything else is looked at, also behind a
/// backslash, but not inside [...].
std::string without_space(std::string_view pattern) {
  std::string out;
  int depth = 0;  // of brackets, which subtraction nests
  bool escaped = false;
  for (const char c : pattern) {
    if (depth == 0 && is_space(c)) continue;
    if (!escaped && c == '[') ++depth;
    if (!escaped && c == ']' && depth > 0) --depth;
    escaped = !escaped && c == '\\';
    out += c;
  }
  return out;
}

class Translator {
 public:
  Translator(std::string_view pattern, bool dot_matches_all, RegexProblem& problem)
      : pattern_(pattern), dot_matches_all_(dot_matches_all), problem_(problem) {}

  std::optional<std::string> run() {
    while (at_ < pattern_.size()) {
      if (!step()) return std::nullopt;
    }
    return std::move(out_);
  }

 private:
  bool fail(std::string_view why, bool unsupported = false) {
    problem_ = {std::string(why), unsupported};
    return false;
  }

  bool step() {
    const char c = pattern_[at_];
    if (c == '\\') return escape(false);
    if (c == '[') return char_class();
    if (c == '{') return quantifier();
    if (c == ']' || c == '}') return fail("\"" + std::string(1, c) + "\" must be escaped");
    if (c == '(' && !open_group()) return false;
    if (c == ')') close_group();
    ++at_;
    if (c == '.' && !dot_matches_all_) {
      out_ += R"([^\n\r])";
    } else {
      out_ += c;
    }
    return true;
  }

  bool open_group() {
    const std::string_view rest = pattern_.substr(at_);
    const bool captures = !rest.starts_with("(?");
    if (!captures && !rest.starts_with("(?:")) {
      return fail("\"(?\" begins a construct XPath's regular expressions don't have");
    }
    open_.push_back(captures ? closed_.size() : kNoGroup);
    if (captures) closed_.push_back(false);
    return true;
  }

  void close_group() {
    if (open_.empty()) return;  // RE2 refuses it
    if (open_.back() != kNoGroup) closed_[open_.back()] = true;
    open_.pop_back();
  }

  /// At "{": {n}, {n,} or {n,m}.
  bool quantifier() {
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos) return fail("a quantifier is not closed");
    const std::string_view text = pattern_.substr(at_ + 1, end - at_ - 1);
    const std::size_t comma = std::min(text.find(','), text.size());
    const auto least = count(text.substr(0, comma));
    auto most = least;
    if (comma + 1 < text.size()) most = count(text.substr(comma + 1));
    if (!least || !most) return fail("a quantifier is {n}, {n,} or {n,m}");
    if (*least > *most) return fail("a quantifier's least repetition exceeds its greatest");
    if (*most > kMostRepetitions) return fail("more than 1000 repetitions are not supported", true);
    out_ += pattern_.substr(at_, end + 1 - at_);
    at_ = end + 1;
    return true;
  }

  /// Of digits only; a number that is too large for its type is more than any we support.
  static std::optional<std::size_t> count(std::string_view digits) {
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
    std::size_t number = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return result.ec == std::errc() ? number : kMostRepetitions + 1;
  }

  /// At a backslash, inside [...] or not.
  bool escape(bool in_class) {
    if (at_ + 1 == pattern_.size()) return fail("the pattern ends in \"\\\"");
    const char c = pattern_[at_ + 1];
    if (c == 'p' || c == 'P') return category();
    at_ += 2;
    if (c >= '0' && c <= '9') return back_reference(c, in_class);
    if (c == 'n' || c == 'r' || c == 't' || kPunctuation.find(c) != std::string_view::npos) {
      out_ += '\\';
      out_ += c;
      return true;
    }
    if ((c == 'b' || c == 'B') && !in_class) {
      out_ += '\\';
      out_ += c;
      return true;
    }
    return class_escape(c, in_class);
  }

  bool back_reference(char c, bool in_class) {
    const auto group = static_cast<std::size_t>(c - '0');
    if (in_class || group == 0 || group > closed_.size() || !closed_[group - 1])
      return fail("a back-reference needs a group that is closed before it");
    return fail("back-references (\"\\1\") are not supported", true);
  }

  bool class_escape(char c, bool in_class) {
    const auto put = [this, in_class](std::string_view members) {
      out_ += in_class ? std::string(members) : '[' + std::string(members) + ']';
      return true;
    };
    for (const ClassEscape& known : kClassEscapes) {
      if (c == known.letter) return put(known.members);
      if (c == known.letter - 'a' + 'A') return put(known.inverse);
    }
    if (c == 'i') return put(kNameStart);
    if (c == 'c') return put(std::string(kNameStart) + std::string(kNameMore));
    if ((c == 'I' || c == 'C') && !in_class) {
      out_ += "[^" + std::string(kNameStart) + (c == 'C' ? std::string(kNameMore) : "") + ']';
      return true;
    }
    return fail("unknown escape \"\\" + std::string(1, c) + "\"");
  }

  /// \p{...}: general categories are RE2's, blocks are not.
  bool category() {
    const std::size_t end = pattern_.find('}', at_);
    if (end == std::string_view::npos || at_ + 2 >= pattern_.size() || pattern_[at_ + 2] != '{') {
      return fail("\"\\p\" must be followed by a category in braces");
    }
    const std::string_view name = pattern_.substr(at_ + 3, end - at_ - 3);
    if (name.starts_with("Is"))
      return fail("Unicode blocks (\"\\p{Is...}\") are not supported", true);
    if (name.empty() || name.size() > 2) return fail("unknown category in \"\\p{...}\"");
    out_ += pattern_.substr(at_, end + 1 - at_);
    at_ = end + 1;
    return true;
  }

  bool char_class() {
    out_ += pattern_[at_++];
    if (at_ < pattern_.size() && pattern_[at_] == '^') out_ += pattern_[at_++];
    for (bool first = true; at_ < pattern_.size(); first = false) {
      const char c = pattern_[at_];
      if (c == ']' && !first) {
        out_ += pattern_[at_++];
        return true;
      }
      if (c == ']') return fail("a character class is empty");
      if (c == '-' && pattern_.substr(at_).starts_with("-[")) {
        return fail("subtraction of character classes (\"[a-z-[aeiou]]\") is not supported", true);
      }
      if (c == '[') return fail("\"[\" in a character class must be escaped");
      if (c == '\\') {
        if (!escape(true)) return false;
        continue;
      }
      ++at_;
      out_ += c;
    }
    return fail("a character class is not closed");
  }

  static constexpr std::size_t kNoGroup = static_cast<std::size_t>(-1);
  static constexpr std::size_t kMostRepetitions = 1000;  ///< RE2's

  std::string_view pattern_;
  bool dot_matches_all_;
  RegexProblem& problem_;
  std::size_t at_ = 0;
  std::vector<std::size_t> open_;  ///< groups not yet closed: their numbers from 0, or kNoGroup
  std::vector<bool> closed_;       ///< by the number of a group
  std::string out_;
};

}  // namespace

std::optional<std::string> translate_pattern(std::string_view pattern, bool dot_matches_all,
                                             bool ignore_space, RegexProblem& problem) {
  if (!ignore_space) return Translator(pattern, dot_matches_all, problem).run();
  return Translator(without_space(pattern), dot_matches_all, problem).run();
}

}  // namespace dossier::functions
