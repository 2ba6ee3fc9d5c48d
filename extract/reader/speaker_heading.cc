// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/speaker_heading.h"

#include <algorithm>
#include <map>
#include <string>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/byline.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr int kLeastTurns = 2;  ///< of each of at least two speakers

bool asks(std::u32string_view line) {
  static const WordSet words("document_words", "question");
  return words.contains(to_utf8(to_lower(line)));
}

/// A person's name, with or without a title, or "Moderator".
std::string speaker_of(std::u32string_view line, const Lexicon& lexicon) {
  const auto words = split_words(line);
  if (words.empty() || words.size() > kMostWords || ends_like_prose(line) ||
      !is_capitalised_phrase(line))
    return {};
  if (asks(line)) return to_utf8(line);
  const std::u32string name = name_without_title(line, lexicon);
  const auto parts = split_words(name);
  if (name.empty() || !may_be_person(to_utf8(name), lexicon)) return {};
  const bool titled = parts.size() < words.size();
  const bool given =
      (lexicon.evidence(to_utf8(undo_upper_case(parts[0]))) & (kGivenName | kListedGivenName)) != 0;
  return titled || (given && parts.size() > 1) ? to_utf8(name) : std::string();
}

}  // namespace

std::vector<SpeakerLabel> find_speaker_headings(std::u32string_view text,
                                                const std::vector<Line>& lines,
                                                const Lexicon& lexicon) {
  std::vector<SpeakerLabel> labels;
  std::map<std::string, int> turns;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::u32string_view line = text_of(text, lines[i].span);
    const std::string speaker = speaker_of(line, lexicon);
    if (speaker.empty() || !ends_like_prose(text_of(text, lines[i + 1].span))) continue;
    SpeakerLabel label;
    label.line = i;
    label.label = lines[i].span;
    label.voice = asks(line) ? Turn::Voice::questioner : Turn::Voice::named;
    label.speaker = asks(line) ? std::string() : speaker;
    ++turns[speaker];
    labels.push_back(std::move(label));
  }
  const auto several = std::count_if(turns.begin(), turns.end(),
                                     [](const auto& one) { return one.second >= kLeastTurns; });
  return several >= 2 ? labels : std::vector<SpeakerLabel>();
}

}  // namespace dossier::extract
