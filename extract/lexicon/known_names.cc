// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/known_names.h"

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"

namespace dossier::extract {

namespace {

std::string_view without_article(std::string_view name) {
  for (const std::string_view article : {"the ", "The "})
    if (name.starts_with(article)) name.remove_prefix(article.size());
  return name;
}

/// "United Nations Office ..." as the table has it: "UN Office ...".
std::string with_short_unions(std::string_view name) {
  std::string result(without_article(name));
  constexpr std::string_view kLong = "United Nations ";
  const std::size_t at = result.find(kLong);
  if (at != std::string::npos) result.replace(at, kLong.size(), "UN ");
  return result;
}

std::string with_plain_apostrophes(std::string_view text) {
  std::string result(text);
  for (std::size_t at = result.find("’"); at != std::string::npos; at = result.find("’"))
    result.replace(at, std::string_view("’").size(), "'");
  return result;
}

CountryMatch look_up(std::string_view name) {
  const NameInfo info = Lexicon::builtin().name(name);
  if (info.canonical.empty()) return {};
  const CountryForm form = info.is(kCountry)       ? CountryForm::name
                           : info.is(kNationality) ? CountryForm::adjective
                           : info.is(kPeople)      ? CountryForm::people
                                                   : CountryForm::none;
  return {form, form == CountryForm::none ? std::string_view() : info.canonical};
}

}  // namespace

CountryMatch find_country(std::string_view text) {
  const std::string plain = with_plain_apostrophes(text);
  const std::string_view name = without_article(plain);
  if (const CountryMatch match = look_up(name); match.form != CountryForm::none) return match;
  for (const std::string_view front : {"Republic of the ", "Republic of ", "Kingdom of "}) {
    if (!name.starts_with(front)) continue;
    const CountryMatch match = look_up(name.substr(front.size()));
    if (match.form == CountryForm::name) return match;
  }
  return {};
}

Gender gender_of_given_name(std::string_view name) {
  static const WordSet female("given_names", "female");
  static const WordSet male("given_names", "male");
  if (female.contains(name)) return Gender::female;
  return male.contains(name) ? Gender::male : Gender::unknown;
}

std::string_view well_known_body(std::string_view name) {
  static const WordColumn full_names("organizations", "full name");
  const std::string_view full = full_names[with_short_unions(name)];
  return full.empty() ? full_names[name] : full;
}

std::vector<std::string> names_of_body(std::string_view full_name) {
  std::vector<std::string> names;
  if (full_name.empty()) return names;
  const WordTable& table = WordTable::builtin("organizations");
  static const std::size_t column = table.column("full name");
  for (std::size_t row = 0; row < table.size(); ++row) {
    if (table.cell(row, column) != full_name) continue;
    const std::string_view name = table.words()[row];
    names.emplace(name == full_name ? names.begin() : names.end(), name);
  }
  return names;
}

}  // namespace dossier::extract
