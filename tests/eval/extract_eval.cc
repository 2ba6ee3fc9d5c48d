// SPDX-License-Identifier: Apache-2.0
// extract_eval show DOCUMENT...     what reader and analyser make of a document
// extract_eval tags DOCUMENT...     its words with tags and lemmas
// extract_eval clauses DOCUMENT...  its sentences with the clauses read in them, before resolving
// extract_eval cases FILE...        each line by itself, as tests/unit/extract/frames writes cases
// extract_eval signs FILE...        open tuples of a sentence a line, with the features of their
//                                   confidence
// extract_eval facts DOCUMENT...    its facts, with the features of their confidence
// extract_eval pronouns DOCUMENT... whom its pronouns may mean, with the signs of pronoun_signs.h
// extract_eval nquads DOCUMENT...   its graph
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "dossier/extract.h"
#include "extract/calibrate/signs.h"
#include "extract/calibrate/weights.h"
#include "extract/openie/lines.h"
#include "extract/openie/tuples.h"
#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
#include "extract/resolve/weighed_pronouns.h"
#include "program.h"
#include "read_file.h"
#include "tests/unit/extract/analysed_text.h"
#include "tests/unit/extract/frame_text.h"

namespace dossier::extract {
namespace {

const char* name_of(MentionType type) {
  static constexpr const char* kNames[] = {"person",      "organization", "place",  "country",
                                           "city",        "event",        "work",   "product",
                                           "nationality", "concept",      "unknown"};
  return kNames[static_cast<std::size_t>(type)];
}

void show(const std::string& file) {
  const Document document = read_document(read_file(file), file);
  fmt::print("# {}\n# headline: {}\n# date: {} {}\n# place: {}\n# author: {}\n# turns: {}\n",
             document.source_name, document.headline, document.date.value_or("-"),
             document.date_time.value_or(""), document.place.value_or("-"),
             document.author.value_or("-"), document.turns.size());
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind == Paragraph::Kind::body) continue;
    fmt::print("# {}: {}\n",
               paragraph.kind == Paragraph::Kind::headline   ? "headline"
               : paragraph.kind == Paragraph::Kind::dateline ? "dateline"
                                                             : "boilerplate",
               document.utf8(paragraph.span));
  }
  const Analysis analysis = analyze_document(document);
  for (const Sentence& sentence : analysis.sentences) {
    const std::string speaker =
        sentence.turn ? analysis.document.turns[*sentence.turn].speaker : std::string("-");
    fmt::print("\n[{} {}] {}\n", sentence.index, speaker, analysis.document.utf8(sentence.span));
    for (const Mention& mention : sentence.mentions) {
      fmt::print("  {:<12} {}{}\n", name_of(mention.type), mention.text,
                 mention.title.empty() ? "" : "  <- " + mention.title);
    }
    for (const TimeExpression& time : sentence.times) {
      fmt::print("  time         {} = {} .. {}{}{}\n", time.text, time.value, time.value_end,
                 time.open_begin ? " open begin" : "", time.open_end ? " open end" : "");
    }
    for (const Quantity& quantity : sentence.quantities) {
      fmt::print("  quantity     {} = {}{} {}{}\n", quantity.text, quantity.value,
                 quantity.value_max.empty() ? "" : ".." + quantity.value_max, quantity.unit,
                 quantity.approximate ? " approximately" : "");
    }
  }
}

void show_tags(const std::string& file) {
  const Analysis analysis = analyze_document(read_document(read_file(file), file));
  for (const Sentence& sentence : analysis.sentences) {
    for (const Token& token : sentence.tokens) {
      fmt::print("{}/{}/{}/{} ", token.text, token.upos.name(), token.xpos.name(), token.lemma);
    }
    fmt::print("\n");
  }
}

void show_clauses(const std::string& file) {
  const Analysis analysis =
      analyze_document(read_document(read_file(file), file), {.last = Pass::clauses});
  for (const Sentence& sentence : analysis.sentences) {
    fmt::print("\n[{}] {}\n", sentence.index, analysis.document.utf8(sentence.span));
    for (const Clause& clause : sentence.clauses)
      fmt::print("= {:.2f} {:<12} {}\n", clause.confidence, clause.rule,
                 test::describe(sentence, clause));
  }
}

void show_case(const std::string& line) {
  const Analysis analysis = test::analysed(line, "2021-03-10", {.last = Pass::clauses});
  for (const Sentence& sentence : analysis.sentences) {
    for (const Frame& frame : sentence.frames)
      fmt::print("> {}\n", test::describe(sentence, frame));
    for (const Clause& clause : sentence.clauses)
      fmt::print("= {}\n", test::describe(sentence, clause));
    if (sentence.clauses.empty()) fmt::print("= nothing\n");
  }
}

void show_cases(const std::string& file) {
  const std::string text = read_file(file);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    fmt::print("{}\n", line);
    if (!line.empty() && !line.starts_with("=== ")) show_case(line);
    begin = end + 1;
  }
}

void show_signs(const std::string& file) {
  LineDocument lines = read_lines(read_file(file), file);
  run_passes(lines.analysis, {.last = Pass::clauses});
  for (const Sentence& sentence : lines.analysis.sentences) {
    const std::u32string_view text(lines.source);
    for (const OpenTuple& tuple : open_tuples(sentence, text)) {
      fmt::print("{}\t{}\t{}\t{}\n",
                 to_utf8(text.substr(sentence.span.begin, sentence.span.size())),
                 fmt::join(tuple.signs, " "), tuple.relation, fmt::join(tuple.arguments, "\t"));
    }
  }
}

std::int64_t begin_of(const Sentence& sentence, TokenRange tokens) {
  return tokens.empty() ? -1 : static_cast<std::int64_t>(span_of(sentence, tokens).begin);
}

/// Every fact with the signs that its confidence is fitted from, and where its parts begin.
void show_fact_signs(const std::string& file) {
  const Analysis analysis =
      analyze_document(read_document(read_file(file), file), {.last = Pass::rules});
  for (const Sentence& sentence : analysis.sentences) {
    for (const calibrate::Said& fact : calibrate::facts_of(sentence)) {
      const Claim& claim = fact.claim;
      fmt::print("{}\t{}\t{}\t{}\t{}", analysis.document.source_name,
                 claim.subject ? begin_of(sentence, claim.subject->tokens) : -1,
                 begin_of(sentence, claim.predicate),
                 claim.object ? begin_of(sentence, claim.object->tokens) : -1, claim.rule);
      const calibrate::Signs signs = calibrate::signs_of(analysis, sentence, fact);
      for (std::size_t i = 0; i < signs.size(); ++i)
        fmt::print("\t{}={:.4f}", calibrate::weights().names[i], signs[i]);
      fmt::print("\n");
    }
  }
}

/// A line for each entity that a pronoun may mean: document, pronoun, what the model makes of it,
/// the signs by name, and where it is named.
void show_pronouns(const std::string& file) {
  Analysis analysis =
      analyze_document(read_document(read_file(file), file), {.last = Pass::clauses});
  const auto place = [](TextSpan span) { return fmt::format("{}:{}", span.begin, span.end); };
  for (const resolve::WeighedPronoun& weighed : resolve::weigh_pronouns(analysis)) {
    for (const auto& [likely, signs, names] : weighed.options) {
      std::vector<std::string> places;
      for (const TextSpan& name : names) places.push_back(place(name));
      fmt::print("{}\t{}\t{:.6g}", analysis.document.source_name, place(weighed.pronoun), likely);
      for (const auto& [name, has] : resolve::named_signs(signs))
        fmt::print("\t{}={:d}", name, has);
      fmt::print("\t{}\n", fmt::join(places, " "));
    }
  }
}

constexpr const char* kUsage =
    "extract_eval show|tags|clauses|facts|pronouns|nquads DOCUMENT... | cases|signs FILE...";

int run(const Arguments& arguments) {
  const std::string& mode = arguments.files.front();
  const std::map<std::string, void (*)(const std::string&)> modes = {
      {"show", show},
      {"tags", show_tags},
      {"clauses", show_clauses},
      {"cases", show_cases},
      {"signs", show_signs},
      {"facts", show_fact_signs},
      {"pronouns", show_pronouns},
      {"nquads",
       [](const std::string& file) { write_document_facts(file, FactFormat::nquads, std::cout); }}};
  const auto found = modes.find(mode);
  if (found == modes.end()) {
    fmt::print(stderr, "{}\n", kUsage);
    return 2;
  }
  for (std::size_t i = 1; i < arguments.files.size(); ++i) found->second(arguments.files[i]);
  return 0;
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  return Program{kUsage, {}, {}}.run(argc, argv, run);
}
