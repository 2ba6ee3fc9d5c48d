// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/speaker_label.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/header_lines.h"
#include "extract/reader/person_name.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kLongestLabel = 90;
constexpr std::size_t kMostNameWords = 9;

enum class LabelKind { question, answer, name };

struct Candidate {
  SpeakerLabel label;
  LabelKind kind = LabelKind::name;
  bool weak = false;    ///< a single word, which could head a section
  bool dotted = false;  ///< "Q." of a record of a court, which could number a list
};

/// Words that stand for somebody without a name; what follows "Question from ..." is dropped.
bool is_question_word(std::u32string_view word) {
  static const WordSet words("document_words", "question");
  while (!word.empty() && is_digit(word.back())) word.remove_suffix(1);
  return words.contains(word);
}

bool is_answer_word(std::u32string_view word) { return word == U"answer" || word == U"a"; }

/// Section headings that look like labels.
bool is_heading_word(std::u32string_view word) {
  static const WordSet words("document_words", "heading");
  return words.contains(word);
}

/// The label's name without asides in brackets, and where the label ends; 0 when there is no colon.
std::size_t label_end(std::u32string_view line, std::u32string& name) {
  int depth = 0;
  for (std::size_t i = 0; i < line.size() && i < kLongestLabel * 2; ++i) {
    const char32_t c = line[i];
    if (c == U'(' || c == U'[') ++depth;
    if (depth == 0) {
      if (c == U':') return i + 1;
      if (c == U'?' || c == U'!' || c == U';' || c == U'"' || c == 0x201C) return 0;
      if (i - name.size() > kLongestLabel || name.size() > kLongestLabel) return 0;
      name += c;
    }
    if (c == U')' || c == U']') --depth;
  }
  return 0;
}

/// "RUTH PELHAM, HOST": what she is, in capitals behind the name. True if she asks or reports.
bool drop_role(std::u32string& name) {
  const std::size_t comma = name.find(U',');
  if (comma == std::u32string::npos || !is_all_upper(name)) return false;
  if (split_words(std::u32string_view(name).substr(0, comma)).size() < 2) return false;
  const auto role = split_words(std::u32string_view(name).substr(comma + 1));
  const bool staff = std::any_of(role.begin(), role.end(), [](std::u32string_view word) {
    return is_question_word(to_lower(word));
  });
  name.resize(comma);
  return staff;
}

bool is_name_phrase(const std::vector<std::u32string_view>& words) {
  if (words.empty() || words.size() > kMostNameWords) return false;
  return std::all_of(words.begin(), words.end(), [](std::u32string_view word) {
    const std::u32string lower = to_lower(word);
    const std::size_t dash = word.find(U'-');
    const bool joined =
        dash != std::u32string_view::npos && dash + 1 < word.size() && is_upper(word[dash + 1]);
    return is_upper(word[0]) || joined || lower == U"of" || lower == U"the" || lower == U"de" ||
           lower == U"von" || lower == U"van" || lower == U"al" || lower == U"bin" ||
           lower == U"for" || lower == U"and" || lower == U"la" || lower == U"le" ||
           lower == U"der";
  });
}

bool is_common_word(std::u32string_view word, const Lexicon& lexicon) {
  return lexicon.word(to_utf8(to_lower(word))).known() &&
         !lexicon.is(to_utf8(undo_upper_case(word)), kGivenName | kSurname);
}

bool classify_name(const std::vector<std::u32string_view>& words, const Lexicon& lexicon,
                   Candidate& candidate) {
  if (!is_name_phrase(words) || is_heading_word(to_lower(words[0]))) return false;
  std::u32string phrase;
  for (const auto word : words) phrase += (phrase.empty() ? U"" : U" ") + std::u32string(word);
  const std::u32string name = name_without_title(phrase, lexicon);
  if (name.empty()) return false;
  const auto name_words = split_words(name);
  const bool all_common = std::all_of(name_words.begin(), name_words.end(),
                                      [&](auto word) { return is_common_word(word, lexicon); });
  const bool titled = name_words.size() < words.size();
  if (all_common && !titled) {
    if (words.size() == 1 || !lexicon.is(to_utf8(name_words[0]), kGivenName)) return false;
  }
  candidate.label.speaker = to_utf8(name);
  candidate.weak = words.size() == 1 && !is_all_upper(words[0]);
  return true;
}

/// "Q.  Where were you?"
bool read_dotted(std::u32string_view text, const Line& line, Candidate& candidate) {
  const std::u32string_view said = text_of(text, line.span);
  if (said.size() < 4 || said[1] != U'.' || !is_space(said[2])) return false;
  if (said[0] != U'Q' && said[0] != U'A') return false;
  candidate.dotted = true;
  candidate.kind = said[0] == U'Q' ? LabelKind::question : LabelKind::answer;
  candidate.label.voice = said[0] == U'Q' ? Turn::Voice::questioner : Turn::Voice::author;
  candidate.label.label = {line.span.begin, line.span.begin + 2};
  return true;
}

/// Questions and answers with a dot are labels where both stand more than once.
void drop_lone_dotted(std::vector<Candidate>& candidates) {
  const auto count = [&](LabelKind kind) {
    return std::count_if(candidates.begin(), candidates.end(),
                         [kind](const Candidate& one) { return one.dotted && one.kind == kind; });
  };
  if (count(LabelKind::question) >= 2 && count(LabelKind::answer) >= 2) return;
  std::erase_if(candidates, [](const Candidate& one) { return one.dotted; });
}

bool read_candidate(std::u32string_view text, const Line& line, const Lexicon& lexicon,
                    Candidate& candidate) {
  if (read_dotted(text, line, candidate)) return true;
  std::u32string name;
  const std::size_t end = label_end(text_of(text, line.span), name);
  if (end < 2) return false;
  // "Media inquiries:"
  static const WordSet contacts("document_words", "contact");
  if (contacts.begins(to_utf8(to_lower(text_of(text, line.span).substr(0, end))))) return false;
  const bool text_follows = end < line.span.size();
  // "10:30" and "https://" are no labels.
  if (text_follows && !is_space(text[line.span.begin + end]) &&
      !is_quote(text[line.span.begin + end])) {
    return false;
  }
  candidate.label.label = {line.span.begin, line.span.begin + static_cast<std::uint32_t>(end)};
  candidate.label.staff = drop_role(name);
  const auto words = split_words(name);
  // "Question by: Len Murchie" tells who wrote it.
  if (words.empty() || (words.size() > 1 && field_named(name) == Field::author)) return false;
  const std::u32string first = to_lower(words[0]);
  // "Q3 2023:" is a quarter.
  const bool quarter = words.size() > 1 && is_digit(first.back()) && is_digit(words[1][0]);
  if (!quarter && is_question_word(first) &&
      (words.size() == 1 || words.size() <= kMostNameWords)) {
    candidate.kind = LabelKind::question;
    candidate.label.voice = Turn::Voice::questioner;
    return is_upper(words[0][0]);
  }
  if (is_answer_word(first) && words.size() == 1) {
    candidate.kind = LabelKind::answer;
    candidate.label.voice = Turn::Voice::author;
    return is_upper(words[0][0]);
  }
  return classify_name(words, lexicon, candidate);
}

/// Two people speak in turn, or one, as a minister, answers several who speak once.
bool is_conversation(const std::map<std::string, int>& count) {
  const auto speak = [&](int times) {
    return std::count_if(count.begin(), count.end(),
                         [times](const auto& entry) { return entry.second >= times; });
  };
  return speak(2) >= 2 || (speak(3) == 1 && speak(1) >= 4);
}

/// Surname alone ("LUND:") becomes the full name another label gives.
void complete_surnames(std::vector<Candidate>& candidates) {
  std::unordered_map<std::string, std::string> full_names;  // the first of each surname
  for (const Candidate& candidate : candidates) {
    const std::string& name = candidate.label.speaker;
    const std::size_t blank = name.rfind(' ');
    if (blank != std::string::npos) full_names.emplace(name.substr(blank + 1), name);
  }
  for (Candidate& candidate : candidates) {
    const auto full = full_names.find(candidate.label.speaker);
    if (full != full_names.end()) candidate.label.speaker = full->second;
  }
}

}  // namespace

std::vector<SpeakerLabel> find_speaker_labels(std::u32string_view text,
                                              const std::vector<Line>& lines,
                                              const Lexicon& lexicon) {
  std::vector<Candidate> candidates;
  std::map<std::string, int> count;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Candidate candidate;
    candidate.label.line = i;
    if (!read_candidate(text, lines[i], lexicon, candidate)) continue;
    candidates.push_back(std::move(candidate));
  }
  complete_surnames(candidates);
  for (const Candidate& candidate : candidates)
    if (candidate.kind == LabelKind::name) ++count[candidate.label.speaker];
  drop_lone_dotted(candidates);
  const bool has_question =
      std::any_of(candidates.begin(), candidates.end(),
                  [](const Candidate& one) { return one.kind == LabelKind::question; });
  const bool conversation = has_question || is_conversation(count);
  std::vector<SpeakerLabel> labels;
  for (Candidate& candidate : candidates) {
    const int repeats = candidate.kind == LabelKind::name ? count[candidate.label.speaker] : 1;
    const bool accepted =
        candidate.kind == LabelKind::question ||
        (candidate.kind == LabelKind::answer && has_question) ||
        (candidate.kind == LabelKind::name &&
         (conversation ? !candidate.weak || repeats >= 2 : repeats >= 3 && !candidate.weak));
    if (accepted) labels.push_back(std::move(candidate.label));
  }
  return labels;
}

}  // namespace dossier::extract
