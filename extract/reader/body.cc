// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/body.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/lexicon/word_table.h"
#include "extract/reader/header_lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestBoilerplate = 12;  ///< words
constexpr std::size_t kLongestButton = 6;        ///< words
constexpr std::size_t kLongestOpening = 40;      ///< characters
/// First-person words: at least so many, and one in so many words.
constexpr std::size_t kLeastFirstPerson = 2;
constexpr std::size_t kFirstPersonShare = 150;

bool is_notice(std::u32string_view line) {
  static const WordSet openings("document_words", "notice");
  return openings.begins(to_utf8(to_lower(line)));
}

bool is_boilerplate(std::u32string_view line, const Line& info) {
  if (is_language_links(line) || is_notice(line)) return true;
  if (is_short_text(line)) return false;
  const std::size_t words = split_words(line).size();
  // "(The briefing was concluded at 2:31 p.m.)"
  const bool bracketed = (line.front() == U'(' && line.back() == U')') ||
                         (line.front() == U'[' && line.back() == U']');
  if (bracketed) return words <= kLongestBoilerplate;
  if (line.back() == U':') return words <= 4;
  if (ends_like_prose(line)) return false;
  return words <= (info.listed ? 2 : kLongestBoilerplate);
}

}  // namespace

std::size_t end_of_body(std::u32string_view text, const std::vector<Line>& lines,
                        const std::vector<Paragraph::Kind>& kinds, std::size_t first) {
  std::size_t end = lines.size();
  // Above what is left out already stand headings and buttons, but also what closes a text in
  // words that make no sentence: "boat builder, born 3 May 1931".
  bool above = false;
  const auto is_left_out = [&](std::size_t i) {
    const std::u32string_view line = text_of(text, lines[i].span);
    return is_boilerplate(line, lines[i]) && (!above || split_words(line).size() <= kLongestButton);
  };
  for (; end > first; --end) {
    const bool left_out = kinds[end - 1] != Paragraph::Kind::body;
    if (!left_out && !is_left_out(end - 1)) break;
    above = above || left_out;
  }
  return end == 0 ? lines.size() : end;
}

bool opens_as_speech(std::u32string_view text) {
  static const WordSet openings("document_words", "speech_opening");
  return openings.begins(to_utf8(to_lower(trim(text).substr(0, kLongestOpening))));
}

bool is_first_person(std::u32string_view text) {
  static constexpr auto kWords = std::to_array<std::u32string_view>(
      {U"i", U"we", U"our", U"my", U"us", U"me", U"i'm", U"we're", U"i\u2019m", U"we\u2019re",
       U"we\u2019ve", U"i\u2019ve"});
  std::size_t total = 0;
  std::size_t found = 0;
  bool quoted = false;
  for (const auto word : split_words(text)) {
    if (word.front() == 0x201C || word.front() == U'"') quoted = true;
    std::u32string lower = to_lower(word);
    while (!lower.empty() && (lower.back() == U',' || lower.back() == U'.')) lower.pop_back();
    const bool listed = std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
    found += listed && !quoted ? 1U : 0U;
    ++total;
    if (word.find(0x201D) != std::u32string_view::npos ||
        (word.size() > 1 && word.back() == U'"') ||
        (word.size() > 2 && word[word.size() - 2] == U'"')) {
      quoted = false;
    }
  }
  return found >= kLeastFirstPerson && found * kFirstPersonShare >= total;
}

namespace {

/// The main speaker, where there is one.
void name_author(const std::string& main_speaker, Turn& turn) {
  if (main_speaker.empty()) return;
  turn.voice = Turn::Voice::named;
  turn.speaker = main_speaker;
}

}  // namespace

void assign_turns(const std::vector<SpeakerLabel>& labels, const std::string& main_speaker,
                  bool opening_is_speech, Document& document) {
  std::size_t next = 0;
  std::optional<std::uint32_t> turn;
  for (Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind != Paragraph::Kind::body) continue;
    std::uint32_t begin = paragraph.span.begin;
    while (next < labels.size() && labels[next].label.begin <= begin) {
      const SpeakerLabel& label = labels[next++];
      turn = static_cast<std::uint32_t>(document.turns.size());
      Turn said{label.voice, label.speaker, label.label, {label.label.end, label.label.end}};
      if (label.voice == Turn::Voice::author) name_author(main_speaker, said);
      document.turns.push_back(std::move(said));
      // The label may stand in boilerplate before it.
      begin = std::max(begin, label.label.end);
      while (begin < paragraph.span.end && is_space(document.text[begin])) ++begin;
      document.turns.back().span = {begin, begin};
    }
    if (!turn && opening_is_speech) {
      turn = 0;
      Turn opening{Turn::Voice::author, "", {begin, begin}, {begin, begin}};
      name_author(main_speaker, opening);
      document.turns.push_back(std::move(opening));
    }
    paragraph.span.begin = std::min(begin, paragraph.span.end);
    paragraph.turn = turn;
    if (!turn) continue;
    Turn& current = document.turns[*turn];
    // A label alone on its line: the turn begins with the next one.
    if (current.span.size() == 0) current.span.begin = paragraph.span.begin;
    current.span.end = paragraph.span.end;
  }
  std::erase_if(document.paragraphs, [](const Paragraph& p) { return p.span.size() == 0; });
}

}  // namespace dossier::extract
