// SPDX-License-Identifier: Apache-2.0
#include <array>

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

class Translator {
 public:
  Translator(std::string_view pattern, bool dot_matches_all, bool ignore_space,
             std::string& problem)
      : pattern_(pattern),
        dot_matches_all_(dot_matches_all),
        ignore_space_(ignore_space),
        problem_(problem) {}

  std::optional<std::string> run() {
    while (at_ < pattern_.size()) {
      if (!step()) return std::nullopt;
    }
    return std::move(out_);
  }

 private:
  bool fail(std::string_view why) {
    problem_ = why;
    return false;
  }

  bool step() {
    const char c = pattern_[at_];
    if (c == '\\') return escape(false);
    if (c == '[') return char_class();
    if (pattern_.substr(at_).starts_with("(?") && !pattern_.substr(at_).starts_with("(?:")) {
      return fail("\"(?\" begins a construct XPath's regular expressions don't have");
    }
    ++at_;
    if (c == '.' && !dot_matches_all_) {
      out_ += R"([^\n\r])";
    } else if (!(ignore_space_ && is_space(c))) {
      out_ += c;
    }
    return true;
  }

  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  /// At a backslash, inside [...] or not.
  bool escape(bool in_class) {
    if (at_ + 1 == pattern_.size()) return fail("the pattern ends in \"\\\"");
    const char c = pattern_[at_ + 1];
    if (c == 'p' || c == 'P') return category();
    at_ += 2;
    if (c >= '0' && c <= '9') {
      return fail("back-references (\"\\1\") are not supported");
    }
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
    if (end == std::string_view::npos || pattern_[at_ + 2] != '{') {
      return fail("\"\\p\" must be followed by a category in braces");
    }
    const std::string_view name = pattern_.substr(at_ + 3, end - at_ - 3);
    if (name.starts_with("Is")) return fail("Unicode blocks (\"\\p{Is...}\") are not supported");
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
        return fail("subtraction of character classes (\"[a-z-[aeiou]]\") is not supported");
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

  std::string_view pattern_;
  bool dot_matches_all_;
  bool ignore_space_;
  std::string& problem_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::optional<std::string> translate_pattern(std::string_view pattern, bool dot_matches_all,
                                             bool ignore_space, std::string& problem) {
  return Translator(pattern, dot_matches_all, ignore_space, problem).run();
}

}  // namespace dossier::functions
