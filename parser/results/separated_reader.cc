// SPDX-License-Identifier: Apache-2.0
// SPARQL 1.1 Query Results CSV and TSV.
#include <algorithm>
#include <utility>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "parser/grammar/text.h"
#include "parser/results/drivers.h"
#include "parser/results/terms.h"

namespace dossier::results {
namespace {

using Values = std::vector<std::optional<Term>>;

[[noreturn]] void fail(const std::string& message, std::string_view text, std::size_t at) {
  throw Error::in_text(ErrorCode::syntax, message, text, at);
}

/// A truth value of the two formats is the only text, with nothing after it.
bool is_boolean(std::string_view text, ResultsSink& sink) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  if (text != "true" && text != "false") return false;
  sink.boolean(text == "true");
  return true;
}

void check_count(std::size_t got, std::size_t wanted, std::string_view text, std::size_t at) {
  if (got == wanted) return;
  // Of too many fields, only the first are read.
  fail("the row has " + std::to_string(got) + (got > wanted ? " or more" : "") +
           " fields, and there are " + std::to_string(wanted) + " variables",
       text, at);
}

/// RFC 4180, one record after another.
class CsvRecords {
 public:
  explicit CsvRecords(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }
  std::size_t position() const { return at_; }

  /// The fields of the next record; only a beginning of more than `most`.
  std::vector<std::string> next(std::size_t most) {
    std::vector<std::string> fields;
    do {
      fields.push_back(field());
      if (fields.size() > most) return fields;
    } while (take(','));
    bool ended = take('\r');
    ended = take('\n') || ended;
    if (!ended && !done()) fail("expected a comma or the line's end", text_, at_);
    return fields;
  }

 private:
  bool take(char mark) {
    if (done() || text_[at_] != mark) return false;
    ++at_;
    return true;
  }

  std::string field() {
    if (!take('"')) {
      const std::size_t start = at_;
      at_ = std::min(text_.find_first_of(",\r\n\"", at_), text_.size());
      return std::string(text_.substr(start, at_ - start));
    }
    std::string field;
    const std::size_t start = at_ - 1;
    while (true) {
      const std::size_t end = text_.find('"', at_);
      if (end == std::string_view::npos) fail("the quoted field is not closed", text_, start);
      field += text_.substr(at_, end - at_);
      at_ = end + 1;
      if (!take('"')) return field;
      field += '"';
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::optional<Term> csv_term(std::string field) {
  if (field.empty()) return std::nullopt;
  if (field.starts_with("_:")) return Term::blank_node(field.substr(2));
  return Term::string(std::move(field));
}

/// The line of `text` that starts at `at`, without its end; moves `at` to the next.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = end + 1;
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// The fields of a line; only a beginning of more than `most`.
std::vector<std::string_view> fields_of(std::string_view line, std::size_t most) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos || fields.size() > most) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::vector<std::string> tsv_variables(std::string_view header, std::string_view text) {
  std::vector<std::string> variables;
  if (header.empty()) return variables;
  const std::vector<std::string_view> fields = fields_of(header, kMostVariables);
  if (fields.size() > kMostVariables) fail(kTooManyVariables, text, 0);
  for (const std::string_view field : fields) {
    if (field.size() < 2 || (field.front() != '?' && field.front() != '$')) {
      fail("expected a variable such as ?name", text,
           static_cast<std::size_t>(field.data() - text.data()));
    }
    variables.emplace_back(field.substr(1));
    if (!is_variable_name(variables.back())) {
      fail(not_a_variable(variables.back()), text,
           static_cast<std::size_t>(field.data() - text.data()));
    }
  }
  return variables;
}

std::optional<Term> tsv_term(std::string_view field, std::string_view text) {
  if (field.empty()) return std::nullopt;
  const auto start = static_cast<std::size_t>(field.data() - text.data());
  try {
    return parse_term(field, {});
  } catch (const Error& error) {
    throw Error::in_text(error.code(), error.what(), text,
                         start + (error.position() ? error.position()->offset : 0));
  }
}

}  // namespace

void parse_csv(std::string_view text, ResultsSink& sink, const ResultsWatch& watch) {
  grammar::require_utf8(text);
  if (is_boolean(text, sink)) return;
  if (text.empty()) fail("expected a line of variable names", text, 0);
  CsvRecords records(text);
  std::vector<std::string> variables = records.next(kMostVariables);
  if (variables.size() > kMostVariables) fail(kTooManyVariables, text, 0);
  if (variables.size() == 1 && variables.front().empty()) variables.clear();
  for (const std::string& name : variables) {
    if (!is_variable_name(name)) fail(not_a_variable(name), text, 0);
  }
  sink.begin(variables);
  while (!records.done()) {
    const std::size_t at = records.position();
    std::vector<std::string> fields = records.next(std::max<std::size_t>(variables.size(), 1));
    watch(held_for(records.position() - at));
    if (variables.empty() && fields.size() == 1 && fields.front().empty()) fields.clear();
    check_count(fields.size(), variables.size(), text, at);
    Values values;
    for (std::string& field : fields) values.push_back(csv_term(std::move(field)));
    sink.row(values);
  }
  sink.end();
}

void parse_tsv(std::string_view text, ResultsSink& sink, const ResultsWatch& watch) {
  grammar::require_utf8(text);
  if (is_boolean(text, sink)) return;
  if (text.empty()) fail("expected a line of variables", text, 0);
  std::size_t at = 0;
  const std::vector<std::string> variables = tsv_variables(take_line(text, at), text);
  sink.begin(variables);
  while (at < text.size()) {
    const std::size_t start = at;
    const std::string_view line = take_line(text, at);
    watch(held_for(line.size()));
    Values values;
    if (!variables.empty() || !line.empty()) {
      for (const std::string_view field : fields_of(line, variables.size()))
        values.push_back(tsv_term(field, text));
    }
    check_count(values.size(), variables.size(), text, start);
    sink.row(values);
  }
  sink.end();
}

}  // namespace dossier::results
