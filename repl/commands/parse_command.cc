// SPDX-License-Identifier: Apache-2.0
// dossier parse: RDF in, N-Quads out.

#include <fmt/format.h>

#include "parser/rdf/write.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/process/text_file.h"
#include "storage/load/input.h"

namespace dossier::repl {
namespace {

class ParseCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("FILE", file_, "an RDF document, - for standard input");
    arguments.option("--format", format_, "F",
                     "nt nq ttl trig rdfxml (default: by the file's ending)");
    arguments.option("--base", base_, "IRI", "base of relative IRIs (default: the file's IRI)");
    arguments.flag("--canonical", canonical_, "write canonical N-Quads");
  }

  ExitStatus run(Console& console) override {
    RdfOptions options;
    options.format = format_ ? parse_rdf_format(*format_) : format_of_name();
    options.base = base_.value_or(file_iri(file_));
    const std::unique_ptr<RdfWriter> writer = canonical_
                                                  ? make_canonical_writer(console.out, true)
                                                  : make_rdf_writer(console.out, RdfFormat::nquads);
    try {
      in_file(file_, [&] { read(console, options, *writer); });
    } catch (const Error&) {
      // What stands before the fault was read: it is written.
      writer->finish();
      throw;
    }
    writer->finish();
    return ExitStatus::done;
  }

 private:
  RdfFormat format_of_name() const {
    if (const std::optional<RdfFormat> format = rdf_format_of(file_)) return *format;
    throw Error(
        ErrorCode::usage,
        fmt::format("cannot tell the format of {} from its name; say --format nt, nq, ttl, trig "
                    "or rdfxml",
                    file_));
  }

  void read(Console& console, const RdfOptions& options, RdfWriter& writer) const {
    const CancellationToken& cancellation = console.cancellation;
    const QuadSink sink = [&](Quad&& quad) {
      if (cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
      writer.write(quad);
    };
    if (file_ == "-") {
      parse_rdf(console.in, options, sink);
      return;
    }
    const std::unique_ptr<storage::Input> input = storage::Input::open(file_);
    parse_rdf(input->stream(), options, sink);
  }

  std::string file_;
  std::optional<std::string> format_;
  std::optional<std::string> base_;
  bool canonical_ = false;
};

}  // namespace

std::unique_ptr<Command> make_parse_command() { return std::make_unique<ParseCommand>(); }

}  // namespace dossier::repl
