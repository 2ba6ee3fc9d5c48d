// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/subtitles.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/interruption.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/decode.h"
#include "extract/reader/subtitle_cues.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Of silence, in milliseconds: behind a sentence, a paragraph ends there.
constexpr std::int64_t kPause = 2500;
/// Without pauses: characters after which a paragraph ends with the next sentence.
constexpr std::size_t kLongParagraph = 700;

/// WebVTT's entities for its own marks.
std::u32string without_entities(std::u32string_view text) {
  static constexpr std::pair<std::u32string_view, std::u32string_view> kEntities[] = {
      {U"&lt;", U"<"}, {U"&gt;", U">"}, {U"&nbsp;", U" "},
      {U"&lrm;", U""}, {U"&rlm;", U""}, {U"&amp;", U"&"}};
  std::u32string result;
  while (!text.empty()) {
    const auto found = std::find_if(std::begin(kEntities), std::end(kEntities),
                                    [&](const auto& one) { return text.starts_with(one.first); });
    result += found == std::end(kEntities) ? text.substr(0, 1) : found->second;
    text.remove_prefix(found == std::end(kEntities) ? 1 : found->first.size());
  }
  return result;
}

/// Takes out what stands between two marks, when it is no part of what is said.
std::u32string without(std::u32string_view text, char32_t open, char32_t close,
                       bool (*dropped)(std::u32string_view)) {
  std::u32string result;
  while (!text.empty()) {
    const std::size_t begin = text.find(open);
    const std::size_t end =
        begin == std::u32string_view::npos ? begin : text.find(close, begin + 1);
    if (end == std::u32string_view::npos) break;
    const bool drop = dropped(text.substr(begin + 1, end - begin - 1));
    result += text.substr(0, drop ? begin : end + 1);
    text.remove_prefix(end + 1);
  }
  return result += text;
}

bool always(std::u32string_view) { return true; }
bool is_style(std::u32string_view text) { return text.starts_with(U"\\"); }
bool is_tag(std::u32string_view text) {
  return !text.empty() && (is_letter(text[0]) || is_digit(text[0]) || text[0] == U'/');
}

/// The speaker of "<v Ada Brandt>" or "<v.loud Ada Brandt>"; empty when the line has no such mark.
std::u32string voice_of(std::u32string_view line) {
  const std::size_t begin = line.find(U"<v");
  const std::size_t end = begin == std::u32string_view::npos ? begin : line.find(U'>', begin);
  if (end == std::u32string_view::npos) return {};
  const std::u32string_view tag = line.substr(begin + 2, end - begin - 2);
  if (tag.empty() || (tag[0] != U' ' && tag[0] != U'.')) return {};
  const std::size_t space = tag.find(U' ');
  return space == std::u32string_view::npos ? std::u32string()
                                            : std::u32string(trim(tag.substr(space)));
}

/// What is said in a line.
std::u32string spoken(std::u32string_view line) {
  std::u32string text = without(line, U'<', U'>', is_tag);
  text = without(text, U'{', U'}', is_style);
  text = without(text, U'[', U']', always);
  text = without_entities(text);
  std::erase(text, U'\u266A');
  std::u32string_view said = trim(text);
  if (said.starts_with(U'(') && said.ends_with(U')')) return {};
  return std::u32string(said);
}

/// What stands before the words of the next speaker: the dash of "- Where? - In Oslo.", the angles
/// of ">> CLERK: Nine." in live captions. Returns its length.
std::size_t turn_mark(std::u32string_view line) {
  const std::size_t angles = std::min(line.find_first_not_of(U'>'), line.size());
  if (angles > 1) return angles;
  return line.size() > 1 && is_dash(line[0]) && !is_digit(line[1]) ? 1 : 0;
}

/// "Subtitles by ...": who made them, not what is said.
bool is_credit(const SubtitleCue& cue) {
  static const WordSet openings("document_words", "subtitle_credit");
  return std::any_of(cue.lines.begin(), cue.lines.end(), [](const std::u32string& line) {
    return openings.begins(to_utf8(to_lower(spoken(line))));
  });
}

bool opens_label(std::u32string_view line) {
  const std::size_t colon = line.find(U':');
  return colon != std::u32string_view::npos && colon > 0 && colon < 40 && is_upper(line[0]) &&
         (colon + 1 == line.size() || is_space(line[colon + 1]));
}

std::string time_text(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds / 1000;
  return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

class Transcript {
 public:
  void add(const SubtitleCue& cue) {
    if (is_credit(cue)) return;
    bool first = true;
    for (const std::u32string& line : cue.lines) {
      const std::u32string voice = voice_of(line);
      std::u32string_view said = line;
      const std::u32string text = spoken(line);
      said = text;
      const std::size_t turn = turn_mark(said);
      said = trim(said.substr(turn));
      if (said.empty()) continue;
      const bool other = !voice.empty() && voice != voice_;
      if (turn > 0 || other || opens_label(said) || (first && is_pause(cue.begin))) end_paragraph();
      if (other) open_voice(voice);
      put(said, first ? std::optional(cue.begin) : std::nullopt);
      first = false;
    }
    last_end_ = cue.end;
  }

  SourceText finish() {
    end_paragraph();
    return std::move(source_);
  }

 private:
  bool is_pause(std::int64_t begin) const {
    if (paragraph_.empty()) return false;
    const char32_t last = paragraph_.back();
    const bool sentence = last == U'.' || last == U'?' || last == U'!' || is_quote(last);
    return sentence && (begin - last_end_ >= kPause || paragraph_.size() >= kLongParagraph);
  }

  void open_voice(const std::u32string& voice) {
    voice_ = voice;
    paragraph_ = voice + U":";
    label_ = paragraph_.size();
  }

  void put(std::u32string_view said, std::optional<std::int64_t> time) {
    if (!paragraph_.empty()) paragraph_ += U' ';
    if (time) times_.emplace_back(paragraph_.size(), *time);
    paragraph_ += said;
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    const TextSpan span = add_block(source_, paragraph_);
    if (label_ > 0)
      source_.labels.push_back({span.begin, span.begin + static_cast<std::uint32_t>(label_)});
    for (const auto& [offset, time] : times_)
      source_.positions.push_back(
          {span.begin + static_cast<std::uint32_t>(offset), 0, time_text(time)});
    paragraph_.clear();
    times_.clear();
    label_ = 0;
  }

  SourceText source_;
  std::u32string paragraph_;
  std::size_t label_ = 0;  ///< characters of the speaker's label at its beginning
  std::u32string voice_;
  std::vector<std::pair<std::size_t, std::int64_t>> times_;
  std::int64_t last_end_ = 0;
};

}  // namespace

bool opens_as_subtitles(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  if (content.starts_with("WEBVTT")) return true;
  const std::size_t line = content.find('\n');
  if (line == std::string_view::npos || line == 0 || line > 8) return false;
  std::string_view number = content.substr(0, line);
  if (number.ends_with('\r')) number.remove_suffix(1);
  if (number.find_first_not_of("0123456789") != std::string_view::npos) return false;
  return content.substr(line + 1, 20).find(" --> ") != std::string_view::npos;
}

SourceText subtitle_text(std::string_view content, const std::string& source_name,
                         const ReadSettings& settings) {
  refuse_beyond(settings.limits.text, content.size(), source_name);
  const std::u32string text = decode_text(content, source_name);
  const std::vector<SubtitleCue> cues = subtitle_cues(text);
  if (cues.empty()) refuse_source(source_name, "the file has no subtitles with their times");
  Transcript transcript;
  for (const SubtitleCue& cue : cues) transcript.add(cue);
  SourceText source = transcript.finish();
  source.may_have_header = false;
  source.may_have_foot = false;
  // "WEBVTT - Morning talk, 2 May 2022"
  if (text.starts_with(U"WEBVTT"))
    source.facts.date = to_utf8(std::u32string_view(text).substr(0, text.find(U'\n')).substr(6));
  return source;
}

}  // namespace dossier::extract
