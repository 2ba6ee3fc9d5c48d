// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/front_matter.h"

#include <algorithm>
#include <string>

#include "extract/reader/header_lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// The first line, removed from `text` with its line end.
std::u32string_view take_line(std::u32string_view& text) {
  const auto end =
      static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_line_end) - text.begin());
  const std::u32string_view line = text.substr(0, end);
  const std::size_t size = text.substr(end, 2) == U"\r\n" ? 2 : 1;
  text.remove_prefix(std::min(end + size, text.size()));
  return line;
}

std::u32string_view unquoted(std::u32string_view value) {
  value = trim(value);
  if (value.size() >= 2 && is_quote(value.front()) && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return value;
}

/// Of "[Ann Poe, Jo Aas]" and "[{name: Ann Poe}]" the first; any other value as it is.
std::u32string_view first_value(std::u32string_view value) {
  value = trim(value);
  if (!value.starts_with(U'[')) return unquoted(value);
  value = value.substr(1, value.find_first_of(U",]") - 1);
  if (const std::size_t colon = value.find_first_of(U":="); trim(value).starts_with(U'{'))
    value = value.substr(colon == std::u32string_view::npos ? value.size() : colon + 1);
  while (value.ends_with(U'}')) value.remove_suffix(1);
  return unquoted(value);
}

/// The lines of one block. Authors may be a list below their key, of names or of maps with names.
class FactReader {
 public:
  explicit FactReader(char32_t separator) : separator_(separator) {}

  void read(std::u32string_view line) {
    const bool nested = !line.empty() && (is_space(line.front()) || line.front() == U'-');
    line = trim(line);
    const bool item = line.starts_with(U"- ");
    if (item) line = trim(line.substr(2));
    const std::size_t at = line.find(separator_);
    const std::string key = at == std::u32string_view::npos
                                ? std::string()
                                : to_lower(to_utf8(trim(line.substr(0, at))));
    const std::u32string_view value = at == std::u32string_view::npos ? line : line.substr(at + 1);
    if (!nested) {
      list_ = key;
      take(key, value);
    } else if (is_author(list_) && (key == "name" || (item && key.empty()))) {
      take(list_, value);
    }
  }

  StatedFacts finish() { return std::move(facts_); }

 private:
  static bool is_author(const std::string& key) {
    return key == "byline" || field_named(to_code_points(key)) == Field::author;
  }

  void take(const std::string& key, std::u32string_view value) {
    if (key == "title") facts_.title = to_utf8(unquoted(value));
    // "date" itself before "posted"
    const bool date = field_named(to_code_points(key)) == Field::date;
    if (key == "date" || (date && facts_.date.empty())) facts_.date = to_utf8(unquoted(value));
    // "author: iris", an account, above "authors:" with her name
    const bool account = facts_.author.find(' ') == std::string::npos;
    const std::string author = is_author(key) ? to_utf8(first_value(value)) : std::string();
    if (facts_.author.empty() || (account && author.find(' ') != std::string::npos))
      facts_.author = author.empty() ? facts_.author : author;
    if (key == "place" || key == "location") facts_.place = to_utf8(unquoted(value));
  }

  char32_t separator_;
  std::string list_;  ///< the key that lines set further in belong to
  StatedFacts facts_;
};

}  // namespace

StatedFacts take_front_matter(std::u32string_view& text) {
  std::u32string_view rest = text;
  const std::u32string_view opening = trim(take_line(rest));
  const bool toml = opening == U"+++";
  if (!toml && opening != U"---") return {};
  FactReader reader(toml ? U'=' : U':');
  while (!rest.empty()) {
    const std::u32string_view line = take_line(rest);
    const std::u32string_view bare = trim(line);
    if (bare == opening || (!toml && bare == U"...")) {
      text = rest;
      return reader.finish();
    }
    reader.read(line);
  }
  return {};
}

}  // namespace dossier::extract
