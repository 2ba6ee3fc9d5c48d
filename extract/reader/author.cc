// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/author.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/author_list.h"
#include "extract/reader/body.h"
#include "extract/reader/letter_head.h"
#include "extract/reader/signature.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostHeaderLines = 25;

/// "A." in a record of a court, where the witness answers and others speak, too.
bool is_court_record(std::u32string_view text, const std::vector<SpeakerLabel>& labels) {
  return std::any_of(labels.begin(), labels.end(), [&](const SpeakerLabel& label) {
    return text_of(text, label.label) == U"A.";
  });
}

/// The named speaker who says more than two thirds; nobody where a host leads a programme.
std::string main_speaker_of(const std::vector<SpeakerLabel>& labels, std::u32string_view text) {
  if (std::any_of(labels.begin(), labels.end(), [](const auto& one) { return one.staff; }))
    return {};
  // Whose name is a heading speaks in turn with others: none of them is the author.
  const auto is_heading = [&](const SpeakerLabel& one) {
    const char32_t last = text[one.label.end - 1];
    return one.voice == Turn::Voice::named && (is_letter(last) || last == U')');
  };
  if (std::any_of(labels.begin(), labels.end(), is_heading)) return {};
  // "Host:" names nobody.
  static const WordSet roles("document_words", "question");
  std::map<std::string, std::size_t> said;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t end = i + 1 < labels.size() ? labels[i + 1].label.begin : text.size();
    // "THE PRIME MINISTER:" names nobody, either.
    const std::string& speaker = labels[i].speaker;
    if (labels[i].voice == Turn::Voice::named && !speaker.starts_with("The ") &&
        !roles.contains(to_lower(speaker)))
      said[labels[i].speaker] += end - labels[i].label.end;
  }
  const auto most = std::max_element(
      said.begin(), said.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == said.end()) return {};
  // Where others say as much, the text is theirs, too.
  std::size_t all = 0;
  for (const auto& [speaker, size] : said) all += size;
  // Among others, a surname alone is too little.
  const bool full = said.size() == 1 || most->first.find(' ') != std::string::npos;
  return full && most->second * 3 > all * 2 ? most->first : std::string();
}

}  // namespace

bool is_body(const std::string& author) {
  return split_words(to_code_points(author)).size() > 1 &&
         !may_be_person(author, Lexicon::builtin());
}

void complete_from_header(std::vector<SpeakerLabel>& labels, std::u32string_view text,
                          const std::vector<Line>& lines, const Lexicon& lexicon) {
  if (labels.empty()) return;
  std::unordered_map<std::string, std::string> full_names;
  for (const SpeakerLabel& label : labels) full_names.emplace(label.speaker, std::string());
  for (std::size_t i = 0; i < std::min(labels.front().line, kMostHeaderLines); ++i) {
    const auto words = split_words(text_of(text, lines[i].span));
    for (std::size_t w = 1; w < words.size(); ++w) {
      const auto found = full_names.find(to_utf8(undo_upper_case(words[w])));
      if (found == full_names.end() || !found->second.empty()) continue;
      const std::string given = to_utf8(undo_upper_case(words[w - 1]));
      if ((lexicon.evidence(given) & (kGivenName | kListedGivenName)) != 0)
        found->second = given + " " + found->first;
    }
  }
  for (SpeakerLabel& label : labels)
    if (const std::string& full = full_names.at(label.speaker); !full.empty()) label.speaker = full;
}

void complete_from_author(std::vector<SpeakerLabel>& labels, const std::string& author) {
  for (SpeakerLabel& label : labels) {
    if (!label.speaker.empty() && author.ends_with(" " + label.speaker)) label.speaker = author;
  }
}

namespace {

/// "S. Orde" signs a letter that has "Samuel Orde" at its top.
void complete_initial(std::string& name, std::u32string_view text, const std::vector<Line>& lines,
                      const Lexicon& lexicon) {
  const std::u32string short_name = to_code_points(name);
  if (short_name.size() < 4 || short_name[1] != U'.') return;
  const std::u32string_view surname = std::u32string_view(short_name).substr(2);
  for (std::size_t i = 0; i < std::min(lines.size(), kMostHeaderLines); ++i) {
    const std::u32string_view line = text_of(text, lines[i].span);
    if (line.front() == short_name.front() && line.ends_with(surname) && line != short_name &&
        is_full_name(line, lexicon))
      name = to_utf8(line);
  }
}

}  // namespace

std::optional<SignOff> take_sign_off(std::u32string_view text, const std::vector<Line>& lines,
                                     SourceText& source, const Lexicon& lexicon) {
  if (!source.may_have_header) return std::nullopt;
  std::optional<SignOff> found = find_sign_off(text, lines, lexicon);
  // Who says "I" signs below, without a phrase, too.
  const auto greets = [&](const Line& line) { return is_greeting(text_of(text, line.span)); };
  const std::size_t top = std::min(lines.size(), kMostHeaderLines);
  const bool letter =
      std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(top), greets);
  const bool may_sign = source.may_have_foot || letter || (!found && is_first_person(text));
  if (!found && may_sign) found = find_signature(text, lines, source, lexicon);
  if (!found) return found;
  complete_initial(found->name, text, lines, lexicon);
  const TextSpan end{lines[found->line].span.begin, lines.back().span.end};
  std::erase_if(source.boilerplate, [&](TextSpan span) { return end.contains(span); });
  source.boilerplate.push_back(end);
  return found;
}

std::string author_of(const HeaderFacts& facts, const StatedFacts& stated,
                      const std::string& announced, const std::optional<SignOff>& sign_off,
                      const std::vector<SpeakerLabel>& labels, std::u32string_view text) {
  const Lexicon& lexicon = Lexicon::builtin();
  // Who asked has written it.
  if (facts.interview && facts.author && may_be_person(*facts.author, lexicon))
    return *facts.author;
  if (!announced.empty()) return announced;
  const std::string declared = first_author(stated.author, lexicon);
  const bool person = !declared.empty() && may_be_person(declared, lexicon);
  if (facts.author && may_be_person(*facts.author, lexicon)) {
    // "By Anna Berg Leave a comment": what is declared tells where the name ends.
    return person && facts.author->starts_with(declared + " ") ? declared : *facts.author;
  }
  if (person && !stated.author_may_be_typist) return declared;
  if (sign_off) return sign_off->name;
  // "jsmith" and "Admin" are accounts.
  if (person && split_words(to_code_points(declared)).size() > 1) return declared;
  if (facts.likely_author) return *facts.likely_author;
  return is_court_record(text, labels) ? std::string() : main_speaker_of(labels, text);
}

}  // namespace dossier::extract
