// SPDX-License-Identifier: Apache-2.0
// ud_eval [--errors] [--minimum FILE] [--models FOLDER] TREEBANK.conllu...
//
// One table of the CoNLL 2018 measures on treebanks: from raw text, and on the treebank's own
// tokens. With --errors the words found wrong and missed in raw text come first; with --minimum
// FILE it compares with the least figures of that file (a line each: treebank, way, measure,
// figure) and fails below them. --models FOLDER measures other models than the built-in ones.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "conll_score.h"
#include "extract/analyze/analyzer.h"
#include "extract/conllu/read_analysis.h"
#include "extract/lexicon/lexicon.h"
#include "extract/pipeline.h"
#include "extract/segment/segment.h"
#include "extract/train/neural/name_labels.h"
#include "program.h"
#include "read_file.h"

namespace dossier::extract {
namespace {

std::vector<NameSpanOf> gold_spans(const std::vector<ConlluSentence>& treebank,
                                   const Analysis& gold) {
  std::vector<NameSpanOf> spans;
  const auto names = gold_names(treebank, Lexicon::builtin());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i]) continue;
    const std::vector<Token>& tokens = gold.sentences[i].tokens;
    for (const GoldName& name : names[i]->names) {
      spans.push_back({{tokens[name.first].span.begin, tokens[name.last - 1].span.end}, name.type});
    }
  }
  return spans;
}

std::string treebank_type(NameReading::Type type) {
  static constexpr std::array kTypes{"PERSON", "ORGANIZATION", "PLACE", "EVENT", "TIME", "OTHER"};
  return kTypes[static_cast<std::size_t>(type)];
}

/// What the model alone reads.
std::vector<NameSpanOf> reading_spans(const std::vector<Sentence>& sentences) {
  std::vector<NameSpanOf> spans;
  for (const Sentence& sentence : sentences) {
    for (const NameReading& name : sentence.name_readings) {
      spans.push_back({span_of(sentence, name.tokens), treebank_type(name.type)});
    }
  }
  return spans;
}

std::string treebank_type(MentionType type) {
  switch (type) {
    case MentionType::person:
    case MentionType::nationality:
      return "PERSON";
    case MentionType::organization:
      return "ORGANIZATION";
    case MentionType::place:
    case MentionType::country:
    case MentionType::city:
      return "PLACE";
    case MentionType::event:
      return "EVENT";
    default:
      return "OTHER";
  }
}

/// What the analyser makes of a document: names as mentions, dates as time expressions.
std::vector<NameSpanOf> mention_spans(const std::vector<Sentence>& sentences) {
  std::vector<NameSpanOf> spans;
  for (const Sentence& sentence : sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (sentence.tokens[mention.tokens.first].upos == Upos::adj &&
          mention.tokens.last == mention.tokens.first + 1)
        continue;
      spans.push_back({span_of(sentence, mention.tokens), treebank_type(mention.type)});
    }
    for (const NameReading& name : sentence.name_readings) {
      if (name.type == NameReading::Type::time)
        spans.push_back({span_of(sentence, name.tokens), "TIME"});
    }
  }
  return spans;
}

using Figures = std::vector<std::pair<std::string, double>>;

Figures figures_of(const ConllScores& scores) {
  Figures figures;
  if (scores.words.gold > 0)
    figures = {{"tokens", scores.tokens.f1()}, {"sentences", scores.sentences.f1()},
               {"words", scores.words.f1()},   {"UPOS", scores.upos.f1()},
               {"XPOS", scores.xpos.f1()},     {"lemmas", scores.lemmas.f1()},
               {"UAS", scores.uas.f1()},       {"LAS", scores.las.f1()}};
  for (const char* type :
       {"", "spans", "PERSON", "PLACE", "ORGANIZATION", "EVENT", "TIME", "OTHER"}) {
    const auto found = scores.names.find(type);
    const std::string name = *type == 0 ? "names" : type;
    if (found != scores.names.end() && found->second.gold > 0) {
      figures.emplace_back(name, found->second.f1());
    }
  }
  return figures;
}

class Table {
 public:
  explicit Table(const std::string& minimum) {
    if (minimum.empty()) return;
    std::istringstream lines(read_file(minimum));
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] == '#') continue;
      std::istringstream fields(line);
      std::string treebank, way, measure;
      double least = 0;
      if (!(fields >> treebank >> way >> measure >> least))
        throw std::runtime_error(minimum + ": not a line of four fields: " + line);
      minimum_[treebank + " " + way + " " + measure] = least;
    }
  }

  void add(const std::string& treebank, const std::string& way, const ConllScores& scores) {
    fmt::print("{:<24} {:<13}", treebank, way);
    for (const auto& [name, value] : figures_of(scores)) {
      fmt::print("  {} {:.2f}", name, value);
      check(treebank, way, name, value);
    }
    fmt::print("\n");
  }

  /// Whether a figure was below its least, or one of the file was not measured.
  bool failed() const {
    for (const auto& [name, least] : minimum_)
      fmt::print(stderr, "{}: not measured, least {:.2f}\n", name, least);
    return failed_ || !minimum_.empty();
  }

 private:
  void check(const std::string& treebank, const std::string& way, const std::string& measure,
             double value) {
    const auto found = minimum_.find(treebank + " " + way + " " + measure);
    if (found == minimum_.end()) return;
    if (value < found->second) {
      fmt::print(stderr, "{}: {:.2f} is below {:.2f}\n", found->first, value, found->second);
      failed_ = true;
    }
    minimum_.erase(found);
  }

  std::map<std::string, double> minimum_;  ///< those not measured yet
  bool failed_ = false;
};

void print_errors(const Analysis& gold, const std::vector<Sentence>& found) {
  const auto spans = [](const std::vector<Sentence>& sentences) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, char> all;
    for (const Sentence& sentence : sentences) {
      for (const Token& token : sentence.tokens)
        all.emplace(std::pair{token.span.begin, token.span.end}, 0);
    }
    return all;
  };
  const auto right = spans(gold.sentences);
  const auto own = spans(found);
  const auto print = [&](const auto& these, const auto& others, const char* what) {
    for (const auto& [span, unused] : these) {
      if (others.contains(span)) continue;
      const std::uint32_t before = span.first - std::min<std::uint32_t>(span.first, 15);
      fmt::print("{} [{}] in {}\n", what, gold.document.utf8({span.first, span.second}),
                 single_line(gold.document,
                             {before, std::min<std::uint32_t>(
                                          span.second + 15,
                                          static_cast<std::uint32_t>(gold.document.text.size()))}));
    }
  };
  print(own, right, "wrong ");
  print(right, own, "missed");
}

/// Each name found wrong or missed, with what stands in its place: "type" has the right span,
/// "span" overlaps.
void print_name_errors(const Document& document, const std::vector<NameSpanOf>& gold,
                       const std::vector<NameSpanOf>& found) {
  const auto text = [&document](const NameSpanOf& name) {
    return fmt::format("{} [{}]", name.type, single_line(document, name.span));
  };
  const auto overlapping = [&](const NameSpanOf& name, const std::vector<NameSpanOf>& others) {
    std::vector<NameSpanOf> all;
    for (const NameSpanOf& other : others) {
      if (other.span.begin < name.span.end && name.span.begin < other.span.end)
        all.push_back(other);
    }
    return all;
  };
  const auto size = static_cast<std::uint32_t>(document.text.size());
  const auto around = [&](TextSpan span) {
    return single_line(document, {span.begin - std::min<std::uint32_t>(span.begin, 25),
                                  std::min<std::uint32_t>(span.end + 25, size)});
  };
  for (const NameSpanOf& name : gold) {
    if (std::find(found.begin(), found.end(), name) != found.end()) continue;
    const std::vector<NameSpanOf> others = overlapping(name, found);
    const bool same_span = others.size() == 1 && others[0].span == name.span;
    std::string instead;
    for (const NameSpanOf& other : others) instead += " for " + text(other);
    fmt::print("name {} {}{} in {}\n",
               others.empty() ? "missed"
               : same_span    ? "type"
                              : "span",
               text(name), instead, around(name.span));
  }
  for (const NameSpanOf& name : found) {
    if (!overlapping(name, gold).empty()) continue;
    fmt::print("name wrong {} in {}\n", text(name), around(name.span));
  }
}

void measure(const std::string& path, const Analyzer& analyzer, bool errors, Table& table) {
  const std::string name = path.substr(path.rfind('/') + 1, path.rfind('.') - path.rfind('/') - 1);
  const std::vector<ConlluSentence> treebank = read_conllu(read_file(path));
  const Analysis gold = analysis_of(treebank);
  const std::vector<NameSpanOf> gold_names_found = gold_spans(treebank, gold);
  std::vector<Sentence> own = segment(gold.document);
  std::vector<Sentence> given = gold.sentences;
  if (errors) print_errors(gold, own);
  for (auto [way, sentences] : {std::pair{"raw", &own}, std::pair{"gold", &given}}) {
    Analysis read;
    read.document = gold.document;
    read.sentences = std::move(*sentences);
    run_passes(read, {.last = Pass::names, .retag = true, .analyzer = &analyzer});
    *sentences = std::move(read.sentences);
    ConllScores scores = compare(gold.sentences, *sentences);
    if (!gold_names_found.empty()) {
      compare_names(gold_names_found, reading_spans(*sentences), scores);
      ConllScores mentions;
      if (errors) {
        print_name_errors(gold.document, gold_names_found, mention_spans(*sentences));
      }
      compare_names(gold_names_found, mention_spans(*sentences), mentions);
      table.add(name, std::string(way) + ".mentions", mentions);
    }
    table.add(name, way, scores);
  }
}

int run(const Arguments& arguments) {
  Table table(arguments.value("--minimum"));
  const std::string models = arguments.value("--models");
  const auto analyzer = models.empty() ? Analyzer::instance()
                                       : Analyzer::load(read_file(models + "/tagger.bin"),
                                                        read_file(models + "/lexicon.bin"),
                                                        read_file(models + "/analyser.bin"));
  for (const std::string& file : arguments.files)
    measure(file, *analyzer, arguments.has("--errors"), table);
  return table.failed() ? 1 : 0;
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  const Program program{"ud_eval [--errors] [--minimum FILE] [--models FOLDER] TREEBANK.conllu...",
                        {"--errors"},
                        {"--minimum", "--models"}};
  return program.run(argc, argv, run);
}
