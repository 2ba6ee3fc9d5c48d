// SPDX-License-Identifier: Apache-2.0
#include "repl/shell/statements.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "dossier/error.h"
#include "repl/format/write_result.h"
#include "repl/input/parameters.h"
#include "repl/input/safe_mode.h"
#include "repl/process/counting.h"
#include "repl/shell/statement_buffer.h"
#include "repl/tasks/empty_result.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

/// How many rows .why and .last can go back to.
constexpr std::size_t kKeptRows = 10000;

/// Triples in a mode for people are Turtle; rows in an RDF mode are a table.
OutputFormat format_for(const QueryResult& result, const OutputFormat& mode) {
  const bool triples =
      result.form() == QueryResult::Form::construct || result.form() == QueryResult::Form::describe;
  if (triples && mode.for_people) return *output_format_named("ttl");
  if (!triples && mode.rdf) return *output_format_named("table");
  return mode;
}

void show_summary(Session& session, const OutputFormat& format, const WrittenResult& written,
                  Milliseconds time) {
  if (!session.shows() || !format.for_people) return;
  std::string text = written.more ? fmt::format("first {}", counted(written.count, "row"))
                                  : counted(written.count, "row");
  if (session.settings().timer) text += " in " + time_text(time);
  if (written.more) text += "; .maxrows 0 shows all";
  session.out() << text << '\n';
}

std::string ask(Session& session, const ParameterDeclaration& declaration) {
  std::string prompt = "  " + declaration.name;
  if (!declaration.type.empty()) prompt += " (" + declaration.type + ")";
  if (!declaration.description.empty()) prompt += ", " + declaration.description;
  std::string answer;
  if (session.lines->next(prompt + ": ", answer) != LineSource::Status::line || answer.empty()) {
    throw Error(ErrorCode::cancelled, "interrupted");
  }
  return answer;
}

/// Binds what the text declares and nobody gave.
void complete_parameters(Session& session, const std::string& text, QueryOptions& options) {
  for (const ParameterDeclaration& declaration : declared_parameters(text)) {
    if (options.parameters.contains(declaration.name)) continue;
    if (session.lines == nullptr || !session.lines->interactive()) {
      throw Error(ErrorCode::usage, fmt::format("the parameter {} is not set: .param set {} TERM",
                                                declaration.name, declaration.name));
    }
    const std::string answer = ask(session, declaration);
    options.parameters.emplace(
        declaration.name, parameter_value(session.kb(), answer, declaration, session.prefixes()));
  }
}

void run_update(Session& session, const std::string& text, const QueryOptions& options) {
  if (session.settings().safe) {
    refuse_outside_reach_of_update(text,
                                   syntax_options(session.prefixes(), "", options.parameters));
  }
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

void run_query(Session& session, const std::string& text, const QueryOptions& options) {
  if (session.settings().safe) {
    refuse_outside_reach_of_query(text, syntax_options(session.prefixes(), "", options.parameters));
  }
  const Stopwatch watch;
  QueryResult result = session.kb().query(text, options);
  const OutputFormat format = format_for(result, session.settings().mode);
  LastResult& last = session.last();
  last = {text, options, {}, false};
  const std::uint64_t limit =
      session.shows() && format.for_people ? session.settings().max_rows : 0;
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
  const WrittenResult written = write_result(result, format, session.out(), layout, hook);
  last.more = last.more || written.more;
  if (result.form() != QueryResult::Form::ask) {
    show_summary(session, format, written, watch.elapsed());
  }
  if (written.count == 0 && session.shows()) {
    session.out() << explain_empty_result(session.kb(), text, options);
  }
}

void run_statement(Session& session, const std::string& text,
                   const std::map<std::string, Term>& bound) {
  QueryOptions options = session.options(text);
  for (const auto& [name, term] : bound) options.parameters.insert_or_assign(name, term);
  complete_parameters(session, text, options);
  session.last_text() = text;
  if (is_update(text)) {
    run_update(session, text, options);
  } else {
    session.paged([&] { run_query(session, text, options); });
  }
}

void show_rows(Session& session, const std::vector<std::string>& columns,
               const std::vector<Row>& rows, bool cut) {
  OutputFormat mode = session.settings().mode;
  if (mode.rdf) mode = *output_format_named("table");
  Layout layout = session.layout();
  if (!cut) layout.width.reset();
  const std::unique_ptr<ResultWriter> writer = mode.make_rows(session.out(), layout);
  writer->begin(columns);
  for (const Row& row : rows) writer->row(row.values());
  writer->end();
}

}  // namespace dossier::repl
