// SPDX-License-Identifier: Apache-2.0
// .doc: the text of a document, or the sentences around one of them.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "dossier/error.h"
#include "dossier/views.h"
#include "engine/results/one_line.h"
#include "engine/results/short_names.h"
#include "repl/format/display_width.h"
#include "repl/input/option_values.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/shell/commands/show.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/evidence_card.h"
#include "repl/tasks/fact_lines.h"

namespace dossier::repl {
namespace {

/// Sentences shown before and behind the one that is asked for.
constexpr std::int64_t kAround = 3;
constexpr std::size_t kMargin = 7;

struct Line {
  std::int64_t index = 0;
  std::string text, speaker;
  Term sentence;
};

std::vector<Line> lines_of(Session& session, const Term& document) {
  QueryOptions options = session.options("");
  options.parameters = {{"document", document}};
  std::vector<Line> out;
  for (const Row& row : session.kb().query(
           "SELECT ?sentence ?index ?text (SAMPLE(?name) AS ?by) WHERE { ?sentence k:partOf "
           "$document ; a k:Sentence ; k:index ?index ; k:text ?text OPTIONAL { ?sentence "
           "k:speaker ?speaker . ?speaker rdfs:label ?name } } GROUP BY ?sentence ?index ?text "
           "ORDER BY ?index",
           options)) {
    out.push_back({row["index"].as<std::int64_t>(), row["text"]->value(),
                   row["by"] ? row["by"]->value() : std::string(), *row["sentence"]});
  }
  return out;
}

void write_line(Session& session, const Line& line, bool marked, std::string& speaker) {
  const std::size_t width = std::max<std::size_t>(session.layout().width.value_or(100), 40);
  if (line.speaker != speaker && !line.speaker.empty())
    session.out() << one_line(line.speaker) << ":\n";
  speaker = line.speaker;
  std::string number = fmt::format("{}{:>4}  ", marked ? '>' : ' ', line.index);
  for (const std::string& part : wrap_to_width(running_text(line.text), width - kMargin)) {
    session.out() << number << part << '\n';
    number = std::string(kMargin, ' ');
  }
}

void write_facts_of(Session& session, const Term& document, const Term& sentence) {
  for (const FactRow& row :
       facts(session.kb(), {.document = document, .most = 100000}, session.options("")).rows)
    if (row.sentence == sentence) session.out() << "       – " << fact_line(row) << '\n';
}

}  // namespace

void show_document(Session& session, const Term& document, std::optional<std::int64_t> wanted) {
  const std::vector<Line> lines = lines_of(session, document);
  const bool known = !wanted || std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    return line.index == *wanted;
  });
  if (!known)
    throw Error(ErrorCode::input,
                fmt::format("{} has no sentence {}; it has {}",
                            short_text(document, session.prefixes()), *wanted, lines.size()));
  session.paged([&] {
    std::string speaker;
    for (const Line& line : lines) {
      if (wanted && std::abs(line.index - *wanted) > kAround) continue;
      const bool marked = wanted && line.index == *wanted;
      write_line(session, line, marked, speaker);
      if (marked) write_facts_of(session, document, line.sentence);
    }
  });
}

void shell_doc(Session& session, const ShellArguments& arguments) {
  constexpr std::string_view kUsage = ".doc DOC [SENTENCE]";
  arguments.require(!arguments.words.empty() && arguments.words.size() <= 2, kUsage);
  const Term document = resolve_document(session.kb(), arguments.words.front(), session.prefixes());
  std::optional<std::int64_t> wanted;
  if (arguments.words.size() == 2)
    wanted = static_cast<std::int64_t>(parse_count("the sentence", arguments.words[1]));
  show_document(session, document, wanted);
}

}  // namespace dossier::repl
