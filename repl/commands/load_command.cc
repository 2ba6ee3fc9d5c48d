// SPDX-License-Identifier: Apache-2.0
// dossier load: load RDF files, all of them or none.

#include <utility>

#include "engine/saved/name_resolution.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/tasks/load_files.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {
namespace {

class LoadCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base; created if it does not exist");
    arguments.required_list("FILE", files_, "RDF documents, also .gz and .zst, - for input");
    arguments.option("--format", format_, "F",
                     "nt nq ttl trig rdfxml (default: by the file's ending)");
    arguments.option("--base", base_, "IRI", "base of relative IRIs (default: each file's IRI)");
    arguments.option("--graph", graph_, "IRI",
                     "the graph for triples without a graph (default: the default graph)");
    arguments.option("--memory", memory_, "SIZE", "memory to use, as in 512M (default: 2G)");
    arguments.option("--skip-bad-lines", bad_lines_, "FILE",
                     "write malformed lines of nt and nq to FILE and continue");
    arguments.option_list("--index", index_, "IRI",
                          "index the texts of this property, too, as schema:text (repeatable)");
    arguments.flag("--quiet", quiet_, "no progress and no summary");
  }

  ExitStatus run(Console& console) override {
    LoadRequest request;
    request.files = files_;
    request.base = base_;
    if (format_) request.format = parse_rdf_format(*format_);
    std::vector<std::string> texts;
    for (const std::string& text : index_)
      texts.push_back(iri_argument("--index", text, predeclared_prefixes()).value());
    if (graph_) request.graph = iri_argument("--graph", *graph_, predeclared_prefixes());
    const std::vector<LoadInput> inputs = load_inputs(request);
    LoadOptions options;
    if (memory_) options.memory_bytes = parse_size("--memory", *memory_);
    if (bad_lines_) options.bad_lines_path = *bad_lines_;
    KnowledgeBase kb = open_database(path_, OpenMode::create);
    load_files(kb, inputs, std::move(options), quiet_, console);
    if (!texts.empty()) index_texts(kb, texts, quiet_, console);
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::vector<std::string> files_;
  std::optional<std::string> format_;
  std::optional<std::string> base_;
  std::optional<std::string> graph_;
  std::optional<std::string> memory_;
  std::optional<std::string> bad_lines_;
  std::vector<std::string> index_;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_load_command() { return std::make_unique<LoadCommand>(); }

}  // namespace dossier::repl
