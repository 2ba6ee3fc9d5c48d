// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/mail_sender.h"

#include <string_view>

#include "extract/lexicon/lexicon.h"
#include "extract/reader/byline.h"
#include "extract/reader/lines.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

std::string sender_name(const std::string& name) {
  const std::u32string decoded = to_code_points(name);
  std::u32string_view bare = decoded;
  bare = trim(bare.substr(0, bare.find_first_of(U"([<")));
  while (bare.size() > 1 && is_quote(bare.front()) && is_quote(bare.back()))
    bare = trim(bare.substr(1, bare.size() - 2));
  // "Noor Aziz from Crossings": where she writes.
  for (const std::u32string_view link : {U" from ", U" at ", U" via "})
    if (const std::size_t at = bare.find(link); split_words(bare.substr(0, at)).size() > 1)
      bare = trim(bare.substr(0, at));
  if (bare.find_first_of(U"@/:") != std::u32string_view::npos) return {};
  std::u32string ordered(bare);
  const std::size_t comma = bare.find(U',');
  if (comma != std::u32string_view::npos)
    ordered = std::u32string(trim(bare.substr(comma + 1))) + U" " +
              std::u32string(trim(bare.substr(0, comma)));
  if (split_words(ordered).size() < 2 || !is_capitalised_phrase(ordered)) return {};
  const std::u32string plain = name_without_title(ordered, Lexicon::builtin(), 2);
  const std::string name_only = to_utf8(plain.empty() ? ordered : plain);
  const bool person = may_be_person(name_only, Lexicon::builtin()) &&
                      may_be_person(to_utf8(ordered), Lexicon::builtin());
  return person ? name_only : std::string();
}

std::string name_in_address(const std::string& sender) {
  const std::u32string decoded = to_code_points(sender);
  const std::u32string_view all = decoded;
  const std::size_t at = all.find(U'@');
  if (at == std::u32string_view::npos) return {};
  const std::size_t begin = all.find_last_of(U" <", at) + 1;
  std::u32string name;
  for (const char32_t c : all.substr(begin, at - begin)) {
    if (c != U'.' && c != U'_' && !is_letter(c)) return {};
    name += is_letter(c) ? c : U' ';
  }
  std::string cased;
  for (const std::u32string_view word : split_words(name)) {
    std::string utf8 = to_utf8(word);
    if (utf8.front() >= 'a' && utf8.front() <= 'z')
      utf8.front() = static_cast<char>(utf8.front() - 'a' + 'A');
    cased += (cased.empty() ? "" : " ") + utf8;
  }
  return is_full_name(to_code_points(cased), Lexicon::builtin()) ? cased : std::string();
}

}  // namespace dossier::extract
