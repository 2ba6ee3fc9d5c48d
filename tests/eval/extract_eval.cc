// extract_eval show DOCUMENT...     what reader and analyser make of a document
// extract_eval tags DOCUMENT...     its words with tags and lemmas
// extract_eval nquads DOCUMENT...   its graph
#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "dump_graph.h"
#include "extract/analyze/analyzer.h"
#include "extract/reader/read_document.h"
#include "read_file.h"

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
                                                             : "furniture",
               document.utf8(paragraph.span));
  }
  const Analysis analysis = Analyzer::instance()->analyze_document(document);
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
  const Analysis analysis =
      Analyzer::instance()->analyze_document(read_document(read_file(file), file));
  for (const Sentence& sentence : analysis.sentences) {
    for (const Token& token : sentence.tokens) {
      fmt::print("{}/{}/{}/{} ", token.text, token.upos, token.xpos, token.lemma);
    }
    fmt::print("\n");
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::string mode = arguments.size() < 2 ? std::string() : arguments[0];
  if (mode != "show" && mode != "tags" && mode != "nquads") {
    fmt::print(stderr, "extract_eval show DOCUMENT... | tags DOCUMENT... | nquads DOCUMENT...\n");
    return 2;
  }
  const std::vector<std::string> files(arguments.begin() + 1, arguments.end());
  if (mode == "nquads") dump_graphs(files, std::cout);
  for (const std::string& file : files) {
    if (mode == "show") show(file);
    if (mode == "tags") show_tags(file);
  }
  return 0;
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  try {
    return dossier::extract::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "extract_eval: {}\n", error.what());
    return 1;
  }
}
