// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/statements.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "dossier/error.h"
#include "engine/saved/parameter_values.h"
#include "repl/format/output_format.h"
#include "repl/format/printable.h"
#include "repl/input/assignments.h"
#include "repl/input/statement_buffer.h"
#include "repl/process/counting.h"
#include "repl/tasks/empty_result.h"
#include "repl/tasks/full_names.h"
#include "repl/tasks/named_parameters.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// How many rows .why and .last can go back to.
constexpr std::size_t kKeptRows = 10000;

/// Triples in a mode for people are Turtle; rows in an RDF mode are a table.
OutputFormat format_for(const QueryResult& result, const OutputFormat& mode) {
  const bool triples =
      result.form() == QueryResult::Form::construct || result.form() == QueryResult::Form::describe;
  if (triples && mode.for_people()) return *output_format_named("ttl");
  if (!triples && mode.is_rdf()) return *output_format_named("table");
  return mode;
}

/// How many rows there are beyond the first; none when counting them takes longer than a person
/// notices.
std::optional<std::uint64_t> count_rest(QueryResult& result) {
  constexpr double kPatience = 200;  // milliseconds
  constexpr std::uint64_t kBetweenLooks = 1024;
  const Stopwatch watch;
  std::uint64_t rows = 0;
  for (Row row; result.next(row);) {
    if (++rows % kBetweenLooks == 0 && watch.elapsed().count() > kPatience) return std::nullopt;
  }
  return rows;
}

/// "7 rows", "100 of 23,679 rows", "first 100 rows".
std::string count_text(QueryResult& result, const WrittenResults& written) {
  if (!written.more) return counted(written.count, "row");
  std::optional<std::uint64_t> rest;
  if (result.form() == QueryResult::Form::select) rest = count_rest(result);
  if (!rest) return "first " + counted(written.count, "row");
  // The row that was one too many has been read.
  return fmt::format("{} of {}", grouped(written.count), counted(written.count + 1 + *rest, "row"));
}

void show_summary(Session& session, const OutputFormat& format, QueryResult& result,
                  const WrittenResults& written, Milliseconds time) {
  if (!session.target().empty()) session.say_written(counted(written.count, "row"));
  if (!session.shows() || !format.for_people()) return;
  std::string text = count_text(result, written);
  if (session.settings().timer) text += " in " + time_text(time);
  if (written.more) text += "; .maxrows 0 shows all";
  session.out() << text << '\n';
}

std::string question_for(const QueryParameter& parameter) {
  std::string kind = parameter.list ? "list of " + parameter.type : parameter.type;
  if (!parameter.choices.empty()) {
    kind = parameter.list ? "some of" : "one of";
    for (const std::string& choice : parameter.choices) kind += ' ' + choice;
  }
  std::string out = fmt::format("  {} ({})", parameter.name, kind);
  if (!parameter.description.empty()) out += ", " + parameter.description;
  return out + ": ";
}

/// Asks until the answer is a value of the parameter. An empty line and Ctrl-C give up.
ParameterValue ask(Session& session, const QueryParameter& parameter) {
  const std::string question = question_for(parameter);
  for (std::string answer;;) {
    if (session.person->next(question, answer) != LineSource::Status::line || answer.empty())
      throw Error(ErrorCode::cancelled, "interrupted");
    ParameterValue value = parameter.list ? read_list(answer) : ParameterValue(answer);
    try {
      terms_of(session.kb(), parameter, value, session.prefixes());
      return value;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::usage && error.code() != ErrorCode::input) throw;
      session.console().err << "error: " << error.what() << '\n';
    }
  }
}

/// Values for what the text declares: given, set with .param, or asked for.
void complete_values(Session& session, const std::string& text, ParameterValues& values) {
  for (const QueryParameter& parameter : declared_parameters(text)) {
    if (values.contains(parameter.name)) continue;
    const auto set = session.parameter_texts().find(parameter.name);
    if (set != session.parameter_texts().end()) {
      values.emplace(parameter.name,
                     parameter.list ? read_list(set->second) : ParameterValue(set->second));
    } else if (!parameter.default_values && session.person != nullptr) {
      values.emplace(parameter.name, ask(session, parameter));
    }
  }
}

void run_update(Session& session, const std::string& text, const QueryOptions& options) {
  const Stopwatch watch;
  const UpdateReport report = session.kb().update(text, options);
  ++session.changes;
  if (!session.shows()) return;
  std::string line = fmt::format("{} inserted, {} deleted", counted(report.inserted, "quad"),
                                 grouped(report.erased));
  if (session.settings().timer) line += " in " + time_text(watch.elapsed());
  session.out() << line << '\n';
}

}  // namespace

void run_query(Session& session, const std::string& typed, const QueryOptions& given) {
  const Stopwatch watch;
  const QueryOptions options =
      with_named_parameters(session.kb(), typed, given, session.console().err);
  const std::string text = with_full_names(session.kb(), typed, options, session.console().err);
  QueryResult result = session.kb().query(text, options);
  for (const std::string& warning : result.warnings())
    session.console().err << "warning: " << warning << '\n';
  const OutputFormat format = format_for(result, session.settings().mode);
  LastResult& last = session.last();
  last = {session.last_text(), text, options, {}, false};
  const std::uint64_t limit =
      session.shows() && format.for_people() ? session.settings().max_rows : 0;
  std::uint64_t seen = 0;
  const RowHook hook = [&](const Row& row) {
    if (limit != 0 && seen == limit) return false;
    ++seen;
    if (last.rows.size() < kKeptRows) {
      last.rows.push_back(row);
    } else {
      last.more = true;
    }
    return true;
  };
  Layout layout = session.layout();
  layout.prefixes = result.prefixes();
  PrintableStream cleaned(session.out());
  std::ostream& out = session.shows() && !format.for_people() ? cleaned : session.out();
  const bool named = session.settings().names && session.shows() && format.for_people();
  const WrittenResults written =
      named ? write_named_result(session.kb(), result, format, out, layout, hook)
            : write_result(result, format, out, layout, hook);
  if (&out == &cleaned) cleaned.flush();
  last.more = last.more || written.more;
  if (result.form() != QueryResult::Form::ask) {
    show_summary(session, format, result, written, watch.elapsed());
  }
  if (written.count == 0 && session.shows()) {
    session.out() << explain_empty_result(session.kb(), text, options, result.prefixes());
  }
}

void run_statement(Session& session, const std::string& text, ParameterValues values) {
  complete_values(session, text, values);
  session.last_text() = text;
  const QueryOptions options = session.options(text);
  if (is_update(text)) {
    const BoundQuery bound = session.kb().bind_update(text, values, options);
    run_update(session, bound.text, bound.options);
  } else {
    const BoundQuery bound = session.kb().bind(text, values, options);
    session.paged([&] { run_query(session, bound.text, bound.options); });
  }
}

void show_rows(Session& session, const std::vector<std::string>& columns,
               const std::vector<Row>& rows, bool cut) {
  OutputFormat mode = session.settings().mode;
  if (mode.is_rdf()) mode = *output_format_named("table");
  Layout layout = session.layout();
  if (!cut) layout.width.reset();
  PrintableStream cleaned(session.out());
  const std::unique_ptr<ResultsSink> writer =
      mode.make_writer(session.shows() && !mode.for_people() ? cleaned : session.out(), layout);
  writer->begin(columns);
  for (const Row& row : rows) writer->row(row.values());
  writer->end();
  cleaned.flush();
}

}  // namespace dossier::repl
