// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/read_document.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/error.h"
#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/word_table.h"
#include "extract/reader/apparatus.h"
#include "extract/reader/attendance.h"
#include "extract/reader/author.h"
#include "extract/reader/body.h"
#include "extract/reader/boilerplate.h"
#include "extract/reader/court_caption.h"
#include "extract/reader/document_facts.h"
#include "extract/reader/foot.h"
#include "extract/reader/format.h"
#include "extract/reader/header.h"
#include "extract/reader/language.h"
#include "extract/reader/letter_head.h"
#include "extract/reader/likely_author.h"
#include "extract/reader/lines.h"
#include "extract/reader/named_day.h"
#include "extract/reader/source_name.h"
#include "extract/reader/source_text.h"
#include "extract/reader/speaker_heading.h"
#include "extract/reader/speaker_label.h"
#include "extract/reader/stated_header.h"
#include "extract/reader/table_records.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using Kind = Paragraph::Kind;

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

/// Lines to paragraphs; a dateline inside a line becomes a paragraph of its own.
void add_paragraphs(const std::vector<Line>& lines, const Header& header, std::size_t body_end,
                    Document& document) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TextSpan span = lines[i].span;
    const Kind kind =
        i >= body_end && header.kinds[i] == Kind::body ? Kind::boilerplate : header.kinds[i];
    if (header.inline_dateline && header.inline_dateline->begin == span.begin) {
      document.paragraphs.push_back({Kind::dateline, *header.inline_dateline, std::nullopt});
      span.begin = header.inline_dateline->end;
    }
    if (header.facts.headline && kind == Kind::dateline && span.contains(*header.facts.headline)) {
      document.paragraphs.push_back({Kind::headline, *header.facts.headline, std::nullopt});
      continue;
    }
    if (span.size() > 0) document.paragraphs.push_back({kind, span, std::nullopt});
  }
}

/// Which paragraphs are rows of tables.
void mark_rows(std::vector<TableRow> rows, Document& document) {
  document.rows = std::move(rows);
  std::uint32_t next = 0;
  for (Paragraph& paragraph : document.paragraphs) {
    while (next < document.rows.size() && document.rows[next].span.end <= paragraph.span.begin)
      ++next;
    const bool in_row =
        next < document.rows.size() && document.rows[next].span.contains(paragraph.span);
    if (in_row && paragraph.kind == Kind::body) paragraph.row = next;
  }
}

std::u32string body_text(const Document& document) {
  std::u32string text;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == Kind::body) text += text_of(document.text, paragraph.span), text += U'\n';
  }
  return text;
}

/// Long paragraphs may be in another language than the rest; shorter ones do not tell.
void take_language(const std::string& stated, Document& document) {
  constexpr std::size_t kLongParagraph = 200;
  const std::string found = stated.empty() ? language_of(body_text(document)) : stated;
  if (!found.empty()) document.language = found;
  const bool read = document.language == kReadLanguage;
  for (Paragraph& paragraph : document.paragraphs) {
    if (!read) paragraph.foreign = true;
    if (!read || !stated.empty() || paragraph.span.size() < kLongParagraph) continue;
    const std::string own = language_of(text_of(document.text, paragraph.span));
    paragraph.foreign = !own.empty() && own != kReadLanguage;
  }
}

SourceText source_text(const std::string& name, std::string_view content,
                       const ReadSettings& settings) {
  if (settings.table_record) return record_text(content, name, settings);
  return format_of(name, content).read(content, name, settings);
}

std::vector<SpeakerLabel> labels_of(std::u32string_view text, const std::vector<Line>& lines,
                                    const SourceText& source, const Lexicon& lexicon) {
  if (!source.labels.empty()) return stated_labels(text, lines, source, lexicon);
  std::vector<SpeakerLabel> labels = find_speaker_labels(text, lines, lexicon);
  // "Question to the Mayor: night buses", as a page marks its headline.
  std::erase_if(labels, [&](const SpeakerLabel& one) {
    return source.headline && !source.guesses_headline && source.headline->contains(one.label);
  });
  return labels.empty() ? find_speaker_headings(text, lines, lexicon) : labels;
}

Header header_of(std::u32string_view text, const std::vector<Line>& lines,
                 const std::vector<SpeakerLabel>& labels, const SourceText& source,
                 const Lexicon& lexicon) {
  if (!source.may_have_header) return stated_header(lines, source);
  return read_header(text, lines,
                     labels.empty() ? std::nullopt : std::optional(labels.front().line), source,
                     lexicon);
}

}  // namespace

Document identify_document(std::string_view bytes, const std::string& source_name) {
  return identify_named(bytes, file_name(source_name));
}

Document identify_named(std::string_view bytes, const std::string& name) {
  Document document;
  document.source_name = name;
  document.slug = slug_of(document.source_name);
  document.sha256 = sha256_hex(bytes);
  return document;
}

Document read_document(std::string_view bytes, const std::string& source_name,
                       const ReadSettings& settings) {
  Document document = identify_document(bytes, source_name);
  std::string unpacked;
  const std::string_view content = unpack(bytes, document.source_name, settings.limits, unpacked);
  return read_content(std::move(document), content, settings);
}

Document read_content(Document document, std::string_view content, const ReadSettings& settings) {
  SourceText source = source_text(document.source_name, content, settings);
  if (source.may_have_boilerplate) {
    blank_line_numbers(source.text);
    blank_note_marks(source.text);
    blank_edit_links(source.text);
  }
  document.text = std::move(source.text);
  document.positions = std::move(source.positions);
  const Lexicon& lexicon = Lexicon::builtin();
  const std::u32string_view text = document.text;
  const std::vector<Line> lines = join_wrapped(text, split_lines(text), lexicon);
  if (lines.empty()) {
    throw Error(ErrorCode::input, document.source_name + ": the file holds no text");
  }
  if (source.may_have_boilerplate) mark_boilerplate(text, lines, source);
  mark_letter_head(text, lines, lexicon, source);
  read_court_caption(text, lines, lexicon, source);
  const std::optional<SignOff> sign_off = take_sign_off(text, lines, source, lexicon);
  std::vector<SpeakerLabel> labels = labels_of(text, lines, source, lexicon);
  complete_from_header(labels, text, lines, lexicon);
  Header header = header_of(text, lines, labels, source, lexicon);
  const auto body = static_cast<std::size_t>(
      std::find(header.kinds.begin(), header.kinds.end(), Kind::body) - header.kinds.begin());
  const std::size_t last_label = labels.empty() ? 0 : labels.back().line + 1;
  if (source.may_have_header)
    read_foot(text, lines, std::max(body + 1, last_label), lexicon, header);
  const std::size_t end =
      source.may_have_foot ? end_of_body(text, lines, header.kinds, std::max(body + 1, last_label))
                           : lines.size();
  if (sign_off && sign_off->date && !header.facts.day) header.facts.take_day(*sign_off->date);
  if (!header.facts.day)
    if (const auto day = day_of_imprint(text, lines)) header.facts.take_day(*day);
  // What a page marks as its date is surer; when a file was made is not.
  const bool marked = !source.facts.date.empty() && !source.facts.author_may_be_typist;
  if (!header.facts.day && header.facts.only_day && !marked)
    header.facts.take_day(*header.facts.only_day);
  if (header.facts.order == WrittenDate::Order::either && writes_month_first(text))
    std::swap(header.facts.day->day, header.facts.day->month);
  add_paragraphs(lines, header, end, document);
  mark_rows(std::move(source.rows), document);
  find_attendance(document);
  take_metadata(header.facts, source.facts, document);

  const std::string& headline_speaker = header.facts.announced;
  const std::u32string said = headline_speaker.empty() ? U"" : body_text(document);
  const bool speech = !headline_speaker.empty() &&
                      (!labels.empty() || is_first_person(said) || opens_as_speech(said));
  if (labels.empty() && source.may_have_header) find_likely_author(text, lines, lexicon, header);
  const std::string author =
      author_of(header.facts, source.facts, speech ? headline_speaker : std::string(), sign_off,
                labels, text);
  if (!author.empty()) document.author = author;
  complete_from_author(labels, author);
  take_language(settings.language, document);
  assign_turns(labels, author, speech && !(header.facts.interview && !labels.empty()), document);
  return document;
}

}  // namespace dossier::extract
