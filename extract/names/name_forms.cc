// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_forms.h"

#include <algorithm>
#include <unordered_set>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/names/acronyms.h"
#include "extract/text/calendar.h"
#include "extract/text/unicode.h"
#include "model/ascii.h"

namespace dossier::extract {

bool is_function_word(std::string_view word) {
  static const std::unordered_set<std::string_view> words{"of", "the", "for", "and", "on",
                                                          "in", "to",  "&",   "at",  "by"};
  return words.contains(word);
}

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string join(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
  return result;
}

}  // namespace

std::vector<std::string> split_name(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : name) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',') {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string plain_typography(std::string_view text) {
  std::string plain(text);
  for (const std::string_view space : {"\u00a0", "\u202f", "\u2009", "\n", "\r", "\t"})
    replace_all(plain, space, " ");
  for (const std::string_view quote : {"‘", "’", "ʼ"}) replace_all(plain, quote, "'");
  for (const std::string_view quote : {"“", "”", "„"}) replace_all(plain, quote, "\"");
  for (const std::string_view dash : {"‐", "‑", "‒", "–", "—"}) replace_all(plain, dash, "-");
  return plain;
}

std::string bare_name(std::string_view text) {
  std::string name(text);
  name = plain_typography(name);
  for (const std::string_view quote : {"\"", "«", "»"}) replace_all(name, quote, "");
  while (name.find("  ") != std::string::npos) replace_all(name, "  ", " ");
  while (name.starts_with(" ")) name.erase(0, 1);
  while (name.ends_with(" ") || name.ends_with(",")) name.pop_back();
  for (const std::string_view article : {"the ", "The ", "a ", "an ", "A ", "An "})
    if (name.starts_with(article) && name.size() > article.size()) name.erase(0, article.size());
  for (const std::string_view ending : {"'s", "'"})
    if (name.ends_with(ending) && name.size() > ending.size())
      return name.substr(0, name.size() - ending.size());
  return name;
}

bool is_honorific(std::string_view word) {
  static const WordSet honorifics("titles", "honorific");
  static const WordSet only_with_stop("titles", "only_with_stop");
  std::string lower = ascii_lower(word);
  const bool stop = lower.ends_with(".");
  if (stop) lower.pop_back();
  // "Don" is a given name, too.
  return honorifics.contains(lower) && (stop || !only_with_stop.contains(lower)) &&
         gender_of_given_name(word) == Gender::unknown;
}

Gender gender_of_honorific(std::string_view word) {
  static const WordSet male("titles", "male"), female("titles", "female");
  std::string lower = to_lower(word);
  if (lower.ends_with(".")) lower.pop_back();
  if (male.contains(lower)) return Gender::male;
  return female.contains(lower) ? Gender::female : Gender::unknown;
}

std::string without_honorific(std::string_view name, std::string* honorific) {
  std::vector<std::string> words = split_name(name);
  while (words.size() > 1) {
    if (!is_honorific(words.front())) break;
    if (honorific) *honorific = words.front();
    words.erase(words.begin());
  }
  return join(words);
}

bool is_legal_form(std::string_view word) {
  static const WordSet forms("legal_forms", "left_out");
  return forms.contains(word);
}

std::string_view without_legal_form(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == std::string_view::npos || blank == 0 || !is_legal_form(name.substr(blank + 1)) ||
      name[blank - 1] == '&')  // "Tavik & Co."
    return name;
  name = name.substr(0, blank);
  return name.ends_with(",") ? name.substr(0, name.size() - 1) : name;
}

std::string name_key(std::string_view name) {
  const std::string bare = bare_name(name);
  std::string key = ascii_lower(without_accents(without_legal_form(bare)));
  replace_all(key, "united nations", "un");
  replace_all(key, "european union", "eu");
  replace_all(key, " of the ", " of ");
  return key;
}

namespace {

bool is_number(const std::string& word, std::size_t digits) {
  return word.size() <= digits &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// One spelling of words that are written in two ways.
std::string one_spelling(std::string word) {
  replace_all(word, "isation", "ization");
  for (const auto& [british, american] :
       {std::pair<std::string_view, std::string_view>{"centre", "center"},
        {"defence", "defense"},
        {"labour", "labor"},
        {"programme", "program"},
        {"theatre", "theater"}})
    if (word == british) return std::string(american);
  return word;
}

}  // namespace

std::string name_content(std::string_view name) {
  std::vector<std::string> content;
  bool ministry = false, month = false, day = false;
  for (const std::string& word : split_name(bare_name(name))) {
    const std::string small = one_spelling(ascii_lower(word));
    ministry = ministry || small == "ministry";
    month = month || month_number(small) > 0;
    day = day || is_number(small, 2);
  }
  for (const std::string& word : split_name(bare_name(name))) {
    const CountryMatch country = find_country(word);
    const std::string small = one_spelling(ascii_lower(word));
    if (country.form != CountryForm::none)
      content.push_back("=" + std::string(country.country));
    else if (!is_function_word(small) && !(ministry && small == "affairs") &&
             !(month && day && is_number(small, 4) && small.size() == 4))
      content.push_back(small);
  }
  std::sort(content.begin(), content.end());
  return content.size() < 2 ? std::string() : join(content);
}

bool is_known_place(std::string_view name) {
  return Lexicon::builtin().is(name, kCity | kCapital | kRegion | kCountry);
}

bool begins_with_title(std::string_view name) {
  const std::string_view first = name.substr(0, name.find(' '));
  return first.size() < name.size() && gender_of_given_name(first) == Gender::unknown &&
         Lexicon::builtin().is(ascii_lower(first), kTitle | kTitlePart);
}

}  // namespace dossier::extract
