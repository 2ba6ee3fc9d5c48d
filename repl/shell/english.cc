// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/english.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dossier/ask.h"
#include "dossier/error.h"
#include "model/ascii.h"
#include "model/nearest.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kSpaces = " \t\r";

/// What statements of SPARQL begin with.
constexpr std::array<std::string_view, 18> kBeginnings{
    "select", "ask",   "construct", "describe", "prefix", "base", "version", "insert", "delete",
    "load",   "clear", "drop",      "create",   "copy",   "move", "add",     "with",   "modify"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

}  // namespace

std::string command_of(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('.')) return std::string(line);
  if (line == "exit" || line == "quit" || line == "\\q") return ".quit";
  if (line == "help" || line == "\\?" || line == "?") return ".help";
  if (line.starts_with("help ")) return ".help " + std::string(trimmed(line.substr(5)));
  return {};
}

void refuse_lone_word(std::string_view line) {
  line = trimmed(line);
  const bool word = line.size() > 1 && std::all_of(line.begin(), line.end(), is_letter_or_digit);
  if (!word) return;
  const std::string lower = ascii_lower(line);
  if (std::find(kBeginnings.begin(), kBeginnings.end(), lower) != kBeginnings.end()) return;
  std::vector<std::string> known{"exit", "quit", "help"};
  known.insert(known.end(), kBeginnings.begin(), kBeginnings.end());
  throw Error(ErrorCode::usage,
              fmt::format("nothing begins with {}{}", line, did_you_mean(lower, known)));
}

bool is_english(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || !is_letter(line.front())) return false;
  if (line.find_first_of("{}<>$;") != line.npos) return false;
  const std::size_t end = line.find_first_of(kSpaces);
  if (end == line.npos) return looks_like_question(line);  // "When?"
  const std::string_view first = line.substr(0, end);
  if (!std::all_of(first.begin(), first.end(), is_letter)) return false;
  if (std::find(kBeginnings.begin(), kBeginnings.end(), ascii_lower(first)) == kBeginnings.end())
    return true;
  // "With whom did ..." begins as an update does.
  return line.back() == '?' && looks_like_question(line);
}

}  // namespace dossier::repl
