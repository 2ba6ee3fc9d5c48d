// SPDX-License-Identifier: Apache-2.0
// dossier sql: a query as SQL over exported tables.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "dossier/sql.h"
#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/input/statement_buffer.h"
#include "repl/process/text_file.h"
#include "repl/tasks/open_database.h"

namespace dossier::repl {
namespace {

class SqlCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.option("--dialect", dialect_, "D", "duckdb or spark");
    arguments.option("-e", text_, "TEXT", "the query");
    arguments.option("-f", file_, "FILE", "the query, - for standard input");
    arguments.option("--default-graph", default_graph_, "union|strict",
                     "what a query without FROM reads: all graphs (union, the\n"
                     "default) or only the default graph");
    arguments.option("--base", base_, "IRI", "base of relative IRIs");
    arguments.option("--format", format_, "F",
                     "sql (default), or json: with the names of the columns and what has to be\n"
                     "computed before, as scale/ask.py reads it");
    arguments.footer(
        "Example: dossier export kb --format tables -o tables\n"
        "         dossier sql --dialect duckdb -e 'SELECT ?who WHERE { ?who r:visit ?place }'");
  }

  ExitStatus run(Console& console) override {
    SqlOptions options;
    options.dialect = dialect();
    if (default_graph_) options.default_graph = parse_default_graph(*default_graph_);
    options.base = base_.value_or("");
    if (text_.has_value() == file_.has_value())
      throw Error(ErrorCode::usage, "give one query: -e TEXT or -f FILE");
    const bool json = is_json();
    const std::string text = without_final_semicolon(text_ ? *text_ : read_text(*file_, console));
    in_file(file_.value_or(""), [&] {
      const SqlQuery query = to_sql(text, options);
      json ? write_json(query, console.out) : write_sql(query, console.out);
    });
    return ExitStatus::done;
  }

 private:
  SqlDialect dialect() const {
    if (dialect_ == "duckdb") return SqlDialect::duckdb;
    if (dialect_ == "spark") return SqlDialect::spark;
    throw Error(ErrorCode::usage,
                dialect_ ? fmt::format("no such dialect: {}; there are duckdb and spark", *dialect_)
                         : "the dialect is missing: give --dialect duckdb or --dialect spark");
  }

  bool is_json() const {
    const std::string format = format_.value_or("sql");
    if (format != "sql" && format != "json")
      throw Error(ErrorCode::usage,
                  fmt::format("no such format: {}; there are sql and json", format));
    return format == "json";
  }

  static void write_sql(const SqlQuery& query, std::ostream& out) {
    for (const SqlStep& step : query.steps) {
      out << fmt::format("-- {} {}\n{};\n", step.is_closure ? "closure" : "table", step.name,
                         step.text);
      if (step.is_closure) out << fmt::format("-- next of {}\n{};\n", step.name, step.next);
    }
    out << query.text << ";\n";
  }

  static void write_json(const SqlQuery& query, std::ostream& out) {
    static constexpr const char* kForms[] = {"select", "ask", "construct"};
    nlohmann::ordered_json json;
    json["form"] = kForms[static_cast<std::size_t>(query.form)];
    json["names"] = query.names;
    json["steps"] = nlohmann::ordered_json::array();
    for (const SqlStep& step : query.steps) {
      nlohmann::ordered_json one{{"name", step.name}, {"text", step.text}};
      if (step.is_closure) one["next"] = step.next;
      json["steps"].push_back(std::move(one));
    }
    json["text"] = query.text;
    out << json.dump(1) << "\n";
  }

  std::optional<std::string> dialect_;
  std::optional<std::string> text_;
  std::optional<std::string> file_;
  std::optional<std::string> default_graph_;
  std::optional<std::string> base_;
  std::optional<std::string> format_;
};

}  // namespace

std::unique_ptr<Command> make_sql_command() { return std::make_unique<SqlCommand>(); }

}  // namespace dossier::repl
