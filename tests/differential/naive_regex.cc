// SPDX-License-Identifier: Apache-2.0
// REGEX and REPLACE for the ASCII patterns that are generated, by the C++ library's expressions,
// which agree with XPath's on these.
#include <algorithm>
#include <regex>

#include "tests/differential/naive_expression.h"

namespace dossier::naive {
namespace {

constexpr std::string_view kSyntax = "\\|.-^?*+{}()[]$";

std::string quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (kSyntax.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

bool has(const std::string& flags, char flag) { return flags.find(flag) != std::string::npos; }

/// None where pattern or flags are wrong.
std::optional<std::regex> compile(std::string pattern, const std::string& flags) {
  if (flags.find_first_not_of("smixq") != std::string::npos) return std::nullopt;
  if (has(flags, 'q')) {
    pattern = quoted(pattern);
  } else if (has(flags, 'x')) {
    std::erase(pattern, ' ');  // no class with a blank is generated
  }
  const auto options =
      has(flags, 'i') ? std::regex::ECMAScript | std::regex::icase : std::regex::ECMAScript;
  try {
    return std::regex(pattern, options);
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

/// XPath's replacement as ECMAScript's; only $0 is generated as a reference.
std::optional<std::string> replacement_of(const std::string& text, const std::string& flags) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '$') {
      out += text[i];
    } else if (has(flags, 'q')) {
      out += "$$";
    } else if (i + 1 < text.size() && text[i + 1] == '0') {
      out += "$&";
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return out;
}

std::optional<std::string> plain(const Value& value) {
  return value && is_string(*value) ? std::optional(value->value()) : std::nullopt;
}

}  // namespace

Value regex(const std::vector<Value>& arguments) {
  const auto pattern = plain(arguments[1]);
  const auto flags = arguments.size() > 2 ? plain(arguments[2]) : std::optional(std::string());
  if (!arguments[0] || !is_text(*arguments[0]) || !pattern || !flags) return std::nullopt;
  const auto expression = compile(*pattern, *flags);
  if (!expression) return std::nullopt;
  return Term::boolean(std::regex_search(arguments[0]->value(), *expression));
}

Value replace(const std::vector<Value>& arguments) {
  const auto pattern = plain(arguments[1]);
  const auto with = plain(arguments[2]);
  const auto flags = arguments.size() > 3 ? plain(arguments[3]) : std::optional(std::string());
  if (!arguments[0] || !is_text(*arguments[0]) || !pattern || !with || !flags) return std::nullopt;
  const auto expression = compile(*pattern, *flags);
  const auto replacement = replacement_of(*with, *flags);
  if (!expression || !replacement || std::regex_match("", *expression)) return std::nullopt;
  return with_text(*arguments[0],
                   std::regex_replace(arguments[0]->value(), *expression, *replacement));
}

}  // namespace dossier::naive
