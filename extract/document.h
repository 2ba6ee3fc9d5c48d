// SPDX-License-Identifier: Apache-2.0
// The structures that the stages of extraction pass on: a document, its sentences, and what was
// read in them.
//
//   reader  -> Document               segment -> Sentence, Token
//   analyze -> tags, Mention, TimeExpression, Quantity
//   clause  -> Frame, Clause          resolve -> Entity, arguments
//   rules   -> TypedFact              record  -> quads
//
// Every span counts code points of Document::text, from the first stage to the last fact.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/frame.h"
#include "extract/mention.h"
#include "extract/predicate.h"
#include "extract/spans.h"
#include "extract/tags.h"

namespace dossier::extract {

/// A contiguous piece of a transcript said by one speaker, without the speaker's label.
struct Turn {
  enum class Voice : std::uint8_t {
    author,      ///< nobody is named: the document's author
    named,       ///< `speaker`
    questioner,  ///< asks without being named
  };
  Voice voice = Voice::author;
  std::string speaker;  ///< the label's name ("Amara Nduka"), title and aside removed
  TextSpan label;       ///< the label with its aside and colon; may be empty
  TextSpan span;
};

/// A run of text without a hard break. Only headlines and body paragraphs become sentences.
struct Paragraph {
  enum class Kind : std::uint8_t { headline, dateline, body, boilerplate };
  Kind kind = Kind::body;
  TextSpan span;
  std::optional<std::uint32_t> turn;             ///< index into Document::turns
  bool foreign = false;                          ///< in a language that is not read
  std::optional<std::uint32_t> row = {};         ///< index into Document::rows
  std::optional<std::uint32_t> attendance = {};  ///< index into Document::attendance
};

/// A cell with text, and the words that head its column or stand before it.
struct TableCell {
  TextSpan span;
  std::string header;  ///< as written; empty: none
};

/// A row of a table of data. It is one paragraph and one sentence, which no clause is read from.
struct TableRow {
  TextSpan span;
  std::vector<TableCell> cells = {};
  std::optional<std::uint32_t> subject = {};  ///< the cell that the row is about
  std::string topic = {};  ///< what the table is about, where no row has a subject of its own
  bool marked = false;     ///< the format marks the headers; else their place tells them
};

/// Who came to a meeting and who did not: "Present:" with what stands behind and below it.
struct Attendance {
  enum class Kind : std::uint8_t { present, absent, chair };
  Kind kind = Kind::present;
  std::vector<TextSpan> names;  ///< without the word that heads them
};

/// What begins at a place of the text: a page, or a moment of a recording.
struct Position {
  std::uint32_t begin = 0;
  std::uint32_t page = 0;  ///< from 1; 0: the document has no pages
  std::string time;        ///< "00:01:07"; empty: the document is no recording
};

/// A message among others, as mail programs know it.
struct MessageIds {
  std::string own;       ///< without the angle brackets; empty: none
  std::string reply_to;  ///< of the message it answers
};

/// What the reader makes of a file. `text` is kept whole (boilerplate too), so offsets fit the
/// user's file.
struct Document {
  std::string source_name;  ///< file name or path, with "/" between its parts
  std::string slug;         ///< local name of the document's IRI
  std::string sha256;       ///< of the original bytes, lower-case hex
  std::u32string text;
  std::string headline;
  std::optional<std::string> date;       ///< "2020-11-20"; "2020-11", "2020" if no more is stated
  std::optional<std::string> date_time;  ///< "2020-11-20T19:00:00", when a time is given
  std::optional<std::string> place;      ///< as written
  std::optional<std::string> author;     ///< main speaker or author, title removed
  std::string publisher;                 ///< as stated; empty: unknown
  std::string part_of;                   ///< slug of what it came with: the mail of an attachment
  std::string same_text_as;              ///< slug of another document of the same bytes
  MessageIds message;
  std::string language = "en";
  std::vector<Turn> turns;
  std::vector<Paragraph> paragraphs;
  std::vector<Position> positions;     ///< in the order of the text
  std::vector<TableRow> rows;          ///< likewise
  std::vector<Attendance> attendance;  ///< likewise

  std::string utf8(TextSpan span) const;
};

/// A span's text as UTF-8 with every run of white space (line breaks, no-break spaces) made one
/// space: what names and expressions show.
std::string single_line(const Document& document, TextSpan span);

struct Token {
  TextSpan span;
  std::string text;  ///< UTF-8, as written
  std::string lemma;
  Label<Upos> upos;
  Label<Xpos> xpos;
  /// Index of the governing token; -1 for the root and before the sentence is parsed.
  std::int32_t head = -1;
  Label<Relation> relation;  ///< empty before the sentence is parsed
  /// Of this head among all possible heads of this token.
  float head_probability = 0;
  float relation_probability = 0;  ///< of the label given the head
};

/// A time expression resolved against the document's date. `value` is an ISO date, month or year;
/// it is empty when the expression could not be resolved.
struct TimeExpression {
  TokenRange tokens;
  TextSpan span;
  std::string text;
  std::string value;
  std::string value_end;    ///< of an interval
  std::string shift;        ///< relative to the last time mentioned: "P7D" for "a week later"
  bool open_end = false;    ///< "since 2018"
  bool open_begin = false;  ///< "until 2018"
};

/// A number with what it counts.
struct Quantity {
  TokenRange tokens;
  TextSpan span;
  std::string text;
  std::string value;      ///< decimal lexical form
  std::string value_max;  ///< upper end of a range; otherwise empty
  std::string unit;       ///< "people", "percent", "USD"
  bool approximate = false;
};

struct Sentence {
  std::uint32_t index = 0;  ///< from 0 in the document
  TextSpan span;
  bool headline = false;
  std::optional<std::uint32_t> turn;
  std::optional<std::uint32_t> row;         ///< index into Document::rows
  std::optional<std::uint32_t> attendance;  ///< index into Document::attendance
  std::vector<Token> tokens;
  std::uint32_t tree_pieces = 0;  ///< 1: one tree; more: too long, parsed in several pieces
  std::vector<NameReading> name_readings;
  std::vector<Mention> mentions;
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
  std::vector<Predicate> predicates;
  std::vector<Frame> frames;  ///< the predicates' first, in their order
  std::vector<Clause> clauses;
  std::vector<TypedFact> typed_facts;

  /// Made of sentences and clauses; a row of a table and a list of names are not.
  bool is_prose() const noexcept { return !row && !attendance; }
};

/// From the first of these words to the last; there must be one.
inline TextSpan span_of(const Sentence& sentence, TokenRange tokens) {
  return {sentence.tokens[tokens.first].span.begin, sentence.tokens[tokens.last - 1].span.end};
}

/// A person, place, organisation or other thing that the document mentions.
struct Entity {
  std::string label;  ///< fullest proper name, or the phrase of what has no name
  std::vector<std::string> aliases;
  MentionType type = MentionType::unknown;
  std::vector<std::uint32_t> involves;  ///< what the phrase names: "UNESCO" of "role of UNESCO"
  std::optional<std::uint32_t> kind;    ///< of an individual: the concept of what it is one of
  std::string count;                    ///< of individuals counted with a number: its value
};

/// What a pronoun of the third person may mean, as the reading model has it.
struct PronounReading {
  struct Candidate {
    std::uint32_t sentence = 0;
    std::uint32_t mention = 0;  ///< of Sentence::mentions
    float probability = 0;
  };
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  std::vector<Candidate> candidates;  ///< in the order of the text
  float none = 0;                     ///< the probability that it means none of them
};

/// A property that one sentence says of two of its mentions, as the reading model has it.
struct RelationReading {
  std::uint32_t sentence = 0;
  TokenRange subject, object;
  std::string property;  ///< "SPOUSE"
  float probability = 0;
};

/// Everything read from one document.
struct Analysis {
  Document document;
  std::vector<Sentence> sentences;
  std::vector<PronounReading> pronouns;    ///< in the order of the text; empty without the model
  std::vector<RelationReading> relations;  ///< likewise
  std::vector<Entity> entities;
};

}  // namespace dossier::extract
