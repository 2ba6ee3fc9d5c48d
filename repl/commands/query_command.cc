// SPDX-License-Identifier: Apache-2.0
// dossier query: one query, its result on the output.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "repl/commands/make_commands.h"
#include "repl/format/output_format.h"
#include "repl/format/printable.h"
#include "repl/input/option_values.h"
#include "repl/input/query_arguments.h"
#include "repl/process/counting.h"
#include "repl/process/text_file.h"
#include "repl/tasks/empty_result.h"
#include "repl/tasks/full_names.h"
#include "repl/tasks/named_parameters.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/query_timing.h"

namespace dossier::repl {
namespace {

class QueryCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base");
    arguments.optional("NAME", name_, "a saved query, instead of -e and -f");
    request_.declare(arguments);
    request_.declare_limits(arguments);
    request_.declare_threads(arguments);
    request_.declare_row_limit(arguments);
    arguments.option(
        "--format", format_, "FORMAT",
        "table json xml csv tsv jsonlines ndjson markdown line; triples: nt nq ttl trig\n"
        "rdfxml jsonld. Default: table (triples: ttl) on a terminal, otherwise tsv (nt)");
    arguments.flag("--names", names_, "names of things in place of their IRIs");
    arguments.flag("--explain", explain_, "show the plan without running the query");
    arguments.flag("--profile", profile_, "run the query and show its plan with rows and times");
    arguments.flag("--bench", bench_, "measure the query: JSON with rows, ms of each run, plan_ms");
    arguments.option("--repeat", repeat_, "N", "runs to measure with --bench (default: 5)");
    arguments.flag("--read-only", read_only_, "has no effect: reading never writes");
    arguments.footer(
        "Example: dossier query kb -e 'SELECT ?who WHERE { ?who r:visit $place }' -p place=Oslo\n"
        "The prefixes e r doc k schema skos rdf rdfs xsd prov are known to every query.");
  }

  ExitStatus run(Console& console) override {
    check();
    const KnowledgeBase kb = open_database(path_, OpenMode::read_only, request_.cache_bytes());
    RequestText request = text(kb, console);
    in_file(request.file, [&] {
      const BoundQuery bound =
          kb.bind(request.text, request_.values(request.text), request_.options(console));
      request.text = {};  // a long text need not be there twice
      answer(kb, bound.text, bound.options, console);
    });
    return ExitStatus::done;
  }

 private:
  void check() const {
    request_.check();
    if (format_) parse_output_format(*format_);
    if (repeat_) parse_count("--repeat", *repeat_);
    if (name_.empty() == !request_.has_text()) {
      throw Error(ErrorCode::usage,
                  "give one query: -e TEXT, -f FILE or the NAME of a saved query");
    }
  }

  RequestText text(const KnowledgeBase& kb, Console& console) const {
    if (name_.empty()) return request_.text(console);
    return {kb.saved_query(name_).text, name_};
  }

  void answer(const KnowledgeBase& kb, const std::string& text, const QueryOptions& options,
              Console& console) const {
    if (explain_) {
      write_plan(console, kb.explain(text, options));
    } else if (profile_) {
      write_plan(console, profile(kb, text, options));
    } else if (bench_) {
      write_bench(kb, text, options, console);
    } else {
      print(kb, text, options, console);
    }
  }

  static void write_plan(Console& console, const std::string& plan) {
    console.out << plan << (plan.ends_with('\n') ? "" : "\n");
  }

  void write_bench(const KnowledgeBase& kb, const std::string& text, const QueryOptions& options,
                   Console& console) const {
    const std::uint64_t repeat = repeat_ ? parse_count("--repeat", *repeat_) : 5;
    const BenchReport report = bench(kb, text, options, repeat);
    const nlohmann::json json{
        {"rows", report.rows}, {"ms", report.run_ms}, {"plan_ms", report.plan_ms}};
    console.out << json.dump() << '\n';
  }

  OutputFormat output_format(const QueryResult& result, const Console& console) const {
    if (format_) return parse_output_format(*format_);
    const bool triples = result.form() == QueryResult::Form::construct ||
                         result.form() == QueryResult::Form::describe;
    if (triples) return parse_output_format(console.out_is_terminal ? "ttl" : "nt");
    return parse_output_format(console.out_is_terminal ? "table" : "tsv");
  }

  void print(const KnowledgeBase& kb, const std::string& written, const QueryOptions& given,
             Console& console) const {
    const Stopwatch watch;
    const QueryOptions options = with_named_parameters(kb, written, given, console.err);
    const std::string text = with_full_names(kb, written, options, console.err);
    QueryResult result = kb.query(text, options);
    for (const std::string& warning : result.warnings())
      console.err << "warning: " << warning << '\n';
    const OutputFormat format = output_format(result, console);
    PrintableStream cleaned(console.out);
    std::ostream& out = console.out_is_terminal && !format.for_people() ? cleaned : console.out;
    const Layout layout{console.width(), result.prefixes()};
    const std::uint64_t count = names_ ? write_named_result(kb, result, format, out, layout).count
                                       : write_result(result, format, out, layout).count;
    out.flush();
    console.out.flush();
    if (!console.out_is_terminal || !console.err_is_terminal) return;
    if (format.for_people() && result.form() != QueryResult::Form::ask) {
      console.err << fmt::format("{} in {}\n", counted(count, "row"), time_text(watch.elapsed()));
    }
    if (count == 0) console.err << explain_empty_result(kb, text, options, result.prefixes());
  }

  std::string path_;
  std::string name_;
  RequestArguments request_;
  std::optional<std::string> format_;
  std::optional<std::string> repeat_;
  bool names_ = false;
  bool explain_ = false;
  bool profile_ = false;
  bool bench_ = false;
  bool read_only_ = false;
};

}  // namespace

std::unique_ptr<Command> make_query_command() { return std::make_unique<QueryCommand>(); }

}  // namespace dossier::repl
