// SPDX-License-Identifier: Apache-2.0
// dossier find: entities, documents and sentences by their words.

#include <fmt/format.h>

#include "dossier/views.h"
#include "engine/saved/name_resolution.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/colors.h"
#include "repl/tasks/find_request.h"
#include "repl/tasks/found_cards.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

class FindCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.required_list("WORDS", words_, "what to look for");
    arguments.option("--in", options_.document, "DOC", "sentences of one document");
    arguments.option("--by", options_.speaker, "SPEAKER", "sentences that one entity says");
    arguments.option("--since", options_.since, "DATE",
                     "sentences of documents from this day on, as 2020-11-13");
    arguments.option("--limit", options_.limit, "N",
                     "maximum number of entities and of sentences (default: 10)");
    arguments.option("--skip", options_.skip, "N", "leave out the first N sentences");
    arguments.option("--format", format_, "FORMAT",
                     "rows instead of text: table json xml csv tsv jsonlines markdown line");
    arguments.flag("--read-only", read_only_, "never completes the text index");
    arguments.footer(
        "leave Bergen    both words, in any form: also \"left for Bergen\"\n"
        "'\"cease fire\"'  these words, as written, one after the other\n"
        "cease*          words that begin so\n"
        "Lavrof~         words that are spelled nearly so\n"
        "peace OR truce; (peace OR truce) talks; NOT Bergen\n"
        "Example: dossier find kb \"cease* talks\" --since 2020-11-01");
  }

  ExitStatus run(Console& console) override {
    std::optional<OutputFormat> format;
    if (format_) format = parse_output_format(*format_);
    const KnowledgeBase kb = open_searchable(path_, read_only_, console);
    const Prefixes prefixes = predeclared_prefixes();
    const FindRequest request =
        find_request(kb, fmt::format("{}", fmt::join(words_, " ")), options_, prefixes);
    const Found found = find(kb, request, {.cancellation = console.cancellation});
    if (format)
      write_list(found_list(found), *format, console);
    else
      write_found(console.out, found, request, {out_in_color(console), console.width(), prefixes});
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::vector<std::string> words_;
  FindOptions options_;
  std::optional<std::string> format_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_find_command() { return std::make_unique<FindCommand>(); }

}  // namespace dossier::repl
