// SPDX-License-Identifier: Apache-2.0
#include "extract/names/name_grammar.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/lexicon/word_table.h"
#include "extract/text/calendar.h"

namespace dossier::extract {
namespace {

bool is_particle(const std::string& lower) {
  static const WordSet particles("function_words", "name_particle");
  return particles.contains(lower);
}

bool is_direction(const std::string& word) {
  return word.starts_with("north") || word.starts_with("south") || word.starts_with("east") ||
         word.starts_with("west") || word.starts_with("central");
}

std::string singular(const std::string& word) {
  return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

/// Posts that are for something, rather than of an organisation: "Minister of Foreign Affairs".
bool has_portfolio(const std::string& word) {
  static constexpr auto kPosts = std::to_array<std::string_view>(
      {"minister", "commissioner", "representative", "secretary", "rapporteur", "envoy",
       "coordinator", "adviser", "advisor", "ombudsman", "undersecretary"});
  return std::find(kPosts.begin(), kPosts.end(), word) != kPosts.end();
}

/// What a place's name makes an event or a paper of: "the Lima process", "the Oslo agreements".
MentionType made_by_place(const std::string& word) {
  static constexpr auto kEvents =
      std::to_array<std::string_view>({"process", "format", "summit", "conference"});
  static constexpr auto kWorks = std::to_array<std::string_view>(
      {"accords", "accord", "agreements", "agreement", "protocol", "treaty", "declaration"});
  if (std::find(kEvents.begin(), kEvents.end(), word) != kEvents.end()) return MentionType::event;
  const bool work = std::find(kWorks.begin(), kWorks.end(), word) != kWorks.end();
  return work ? MentionType::work : MentionType::unknown;
}

}  // namespace

const std::string& NameGrammar::lower(std::uint32_t i) const {
  static const std::string kNone;
  return i < size() ? units_[i].lower : kNone;
}

std::uint32_t NameGrammar::known_name(std::uint32_t first, std::uint32_t end,
                                      NameInfo& info) const {
  constexpr std::uint32_t kNames = kCountry | kCity | kRegion | kNationality | kPeople | kPerson |
                                   kGivenName | kSurname | kOrganization | kWork | kEvent;
  std::string joined;
  std::uint32_t best = 0;
  const auto longest = static_cast<std::uint32_t>(Lexicon::kLongestName);
  for (std::uint32_t i = first; i < std::min(size(), first + longest); ++i) {
    const bool link = lower(i) == "of" || lower(i) == "the" || lower(i) == "and";
    if (i >= end && !units_[i].name && !link) break;
    joined += (joined.empty() ? "" : " ") + units_[i].text;
    const NameInfo found = lexicon_.name(joined);
    if (!found.is(kNames) || (i > first && link)) continue;
    best = i + 1 - first;
    info = found;
  }
  return best;
}

bool NameGrammar::is_number(std::uint32_t i, std::size_t least, std::size_t most) const {
  const std::string& word = lower(i);
  return word.size() >= least && word.size() <= most &&
         word.find_first_not_of("0123456789") == std::string::npos;
}

std::uint32_t NameGrammar::named_by_circumstance(std::uint32_t i, MentionType& type) const {
  if (const std::uint32_t end = dated_work(i); end > i) {
    type = MentionType::work;
    return end;
  }
  if (units_[i].capital && has_class(i, kWorkHead) && lower(i + 1) == "of") {
    type = MentionType::work;
    if (const std::uint32_t end = of_date(i + 2); end > i + 2) return end;
  }
  const bool war = lower(i) == "war" || lower(i) == "revolution" || lower(i) == "uprising" ||
                   lower(i) == "crisis";
  if (war && lower(i + 1) == "of" && i + 2 < size()) {
    type = MentionType::event;
    const std::string& years = units_[i + 2].text;
    if (years.size() >= 4 && years.find_first_not_of("0123456789-\u2013") == std::string::npos) {
      return i + 3;
    }
  }
  const bool place = is_name(i) && (units_[i].kinds & (kCity | kRegion)) != 0;
  type = place ? made_by_place(lower(i + 1)) : MentionType::unknown;
  return type == MentionType::unknown || lower(i + 2) == "of" ? i : i + 2;
}

std::uint32_t NameGrammar::dated_work(std::uint32_t i) const {
  if (month_number(lower(i)) == 0 || !units_[i].capital || !is_number(i + 1, 1, 2)) return i;
  std::uint32_t end = i + 2;
  while (is_name(end) && !has_class(end, kWorkHead)) ++end;
  const bool work = has_class(end, kWorkHead) || lexicon_.is(singular(lower(end)), kWorkHead);
  return work && singular(lower(end)) != "plan" ? end + 1 : i;
}

/// "November 9", "November 9, 2020", "9 November 2020".
std::uint32_t NameGrammar::of_date(std::uint32_t i) const {
  const bool month_first = month_number(lower(i)) > 0 && is_number(i + 1, 1, 2);
  const bool day_first = is_number(i, 1, 2) && month_number(lower(i + 1)) > 0;
  if (!month_first && !day_first) return i;
  const std::uint32_t year = lower(i + 2) == "," ? i + 3 : i + 2;
  return is_number(year, 4, 4) ? year + 1 : i + 2;
}

bool NameGrammar::is_direction_of_place(std::uint32_t i) const {
  if (!units_[i].capital || !is_name(i + 1)) return false;
  return is_direction(lower(i)) && (units_[i + 1].kinds & (kCountry | kRegion | kCity)) != 0;
}

std::uint32_t NameGrammar::run_end(std::uint32_t i) const {
  std::uint32_t end = i + 1;
  while (is_name(end) || joins(end)) ++end;
  return end;
}

/// Small words inside a name: "Karla von der Heide", "People's Assembly".
bool NameGrammar::joins(std::uint32_t i) const {
  if (!is_name(i + 1) && !(is_particle(lower(i)) && is_particle(lower(i + 1)) && is_name(i + 2))) {
    return false;
  }
  if (is_particle(lower(i))) return !is_title(i - 1);
  constexpr std::uint32_t kOwners = kCountry | kCity | kRegion | kOrganization | kGivenName;
  const bool possessive = lower(i) == "'s" || (lower(i) == "'" && lower(i - 1).ends_with('s'));
  return possessive && lexicon_.word(singular(lower(i - 1))).noun && !is_title(i - 1) &&
         (units_[i - 1].kinds & kOwners) == 0 && has_class(i + 1, kOrganizationHead | kWorkHead);
}

bool NameGrammar::is_title(std::uint32_t i) const {
  return has_class(i, kTitle | kTitlePart) || heads_title(i);
}

/// "Minister", "Presidents".
bool NameGrammar::heads_title(std::uint32_t i) const {
  return has_class(i, kTitle) || lexicon_.is(singular(lower(i)), kTitle);
}

std::uint32_t NameGrammar::title_end(std::uint32_t i, std::uint32_t end) const {
  std::uint32_t title = i;
  for (std::uint32_t at = i; at < end && is_title(at); ++at) {
    if (heads_title(at)) title = at + 1;
  }
  // "General Assembly", "Attorney General Office": the words belong to the name after.
  return title < end && has_class(title, kOrganizationHead) && !has_class(title, kTitle) ? i
                                                                                         : title;
}

std::uint32_t NameGrammar::title_phrase_end(std::uint32_t title) const {
  if ((lower(title) != "for" && lower(title) != "of") || !is_name(title + 1)) return title;
  const std::string link = lower(title);
  if (!has_portfolio(singular(lower(title - 1))) || !lexicon_.word(lower(title + 1)).known()) {
    return title;
  }
  // "Minister of Railways": whatever a minister is for is not an organisation of that name.
  const bool minister = singular(lower(title - 1)) == "minister";
  const bool body =
      stands_alone(title + 1, link) || has_class(run_end(title + 1) - 1, kOrganizationHead);
  if (body && !minister) return title;
  std::uint32_t at = part_end(title + 1);
  for (std::uint32_t i = title + 1; i < at; ++i) {
    if (lower(i) == "affairs" || lower(i) == "rights") at = i + 1;
  }
  while (lower(at) == "and" && is_name(at + 1) && !stands_alone(at + 1, link))
    at = part_end(at + 1);
  return at;
}

std::uint32_t NameGrammar::with_phrases(std::uint32_t head, std::uint32_t at) const {
  if (!has_class(head, kOrganizationHead | kEventHead | kWorkHead)) return at;
  std::string link;
  while (at < size()) {
    const std::uint32_t next = linked_part(head, at, link);
    if (next == at) return at;
    at = next;
  }
  return at;
}

/// `link` is the preposition that opened the phrases so far, empty before the first.
std::uint32_t NameGrammar::linked_part(std::uint32_t head, std::uint32_t at,
                                       std::string& link) const {
  const std::string& word = lower(at);
  std::uint32_t begin = at + 1;
  if (word == "of" || word == "for" || word == "on") {
    if (word != "of" && has_class(head, kEventHead) && !has_class(head, kOrganizationHead))
      return at;
    if (word == "of" && is_occasional(head, at)) return at;
    if (lower(begin) == "the") ++begin;
    if (!is_name(begin)) return at;
    if (link.empty()) link = word;
    return part_end(begin);
  }
  if (link.empty()) return at;
  if (word == "and" || word == "&") {
    return is_name(begin) && !stands_alone(begin, link) ? part_end(begin) : at;
  }
  return word == "," ? list_end(begin, at, link) : at;
}

/// "Statement of May 3" and "the Government of Kenya" name no new thing by themselves.
bool NameGrammar::is_occasional(std::uint32_t head, std::uint32_t at) const {
  return month_number(lower(at + 1)) > 0 || lower(head) == "government" || lower(head) == "state";
}

std::uint32_t NameGrammar::part_end(std::uint32_t begin) const {
  NameInfo info;
  const std::uint32_t end = run_end(begin);
  const std::uint32_t known = known_name(begin, end, info);
  if (known > 0 && info.is(kCountry) && begin + known < end) return begin + known;
  // A person's title and name after the organisation's name are not part of it.
  for (std::uint32_t i = begin + 1; i < end; ++i) {
    const bool person = (units_[i].kinds & kGivenName) != 0 && i + 1 < end &&
                        !lexicon_.word(units_[i].lower).known();
    if (person || is_honorific(i)) return i;
    if (heads_title(i) && title_end(i, end) > i && i + 1 < end) return i;
  }
  return end;
}

/// ", Emergencies and Disaster Relief": a list is part of the name when "and" closes it soon.
std::uint32_t NameGrammar::list_end(std::uint32_t begin, std::uint32_t at,
                                    const std::string& link) const {
  if (!is_name(begin) || stands_alone(begin, link)) return at;
  const std::uint32_t end = run_end(begin);
  const bool closed = lower(end) == "and" && is_name(end + 1) && !stands_alone(end + 1, link);
  return closed ? end : at;
}

/// A name in its own right begins here: it is another member of a list of names.
bool NameGrammar::stands_alone(std::uint32_t begin, const std::string& link) const {
  const std::uint32_t end = run_end(begin);
  NameInfo info;
  const std::uint32_t known = known_name(begin, end, info);
  if (known > 0 && info.is(kCountry | kOrganization | kCity | kGivenName | kPeople)) return true;
  if (units_[begin].upper || is_honorific(begin)) return true;
  if (title_end(begin, end) > begin || has_class(begin, kOrganizationHead)) return true;
  return link == "of" && has_class(end - 1, kOrganizationHead);
}

}  // namespace dossier::extract
