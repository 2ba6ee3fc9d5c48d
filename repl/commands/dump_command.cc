// SPDX-License-Identifier: Apache-2.0
// dossier dump: every quad on the output.

#include "engine/saved/name_resolution.h"
#include "parser/rdf/write.h"
#include "repl/commands/make_commands.h"
#include "repl/format/printable.h"
#include "repl/input/option_values.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class DumpCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.option("--format", format_, "F",
                     "nq trig nt ttl (default: nq); nt and ttl omit the graphs");
    arguments.option("--graph", graph_, "IRI", "only this graph");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
  }

  ExitStatus run(Console& console) override {
    const RdfFormat format = format_ ? parse_rdf_format(*format_) : RdfFormat::nquads;
    std::optional<Term> graph;
    if (graph_) graph = iri_argument("--graph", *graph_, predeclared_prefixes());
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only);
    PrintableStream cleaned(console.out);
    std::ostream& out = console.out_is_terminal ? cleaned : console.out;
    const std::unique_ptr<RdfWriter> writer = make_rdf_writer(out, format, predeclared_prefixes());
    kb.dump(
        [&](const Quad& quad) {
          if (console.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
          writer->write(quad);
        },
        graph);
    writer->finish();
    out.flush();
    return ExitStatus::done;
  }

 private:
  std::string path_;
  std::optional<std::string> format_;
  std::optional<std::string> graph_;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_dump_command() { return std::make_unique<DumpCommand>(); }

}  // namespace dossier::repl
