// SPDX-License-Identifier: Apache-2.0
// SPARQL 1.1 Query Results CSV and TSV: one line a row. CSV holds plain values with the quoting of
// RFC 4180, TSV terms in SPARQL syntax.
#include <string>

#include "model/output_buffer.h"
#include "model/term_text.h"
#include "parser/rdf/names.h"
#include "parser/results/drivers.h"

namespace dossier::results {
namespace {

bool is_bare(const Term& literal) {
  return literal.language().empty() && is_bare_literal(literal.value(), literal.datatype());
}

constexpr TermStyle kSparql{.blank_node = append_blank_node, .is_bare = is_bare};

void append_csv_field(OutputBuffer& out, std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (std::size_t end = 0; !text.empty(); text.remove_prefix(end)) {
    const std::size_t quote = text.find('"');
    end = quote == std::string_view::npos ? text.size() : quote + 1;
    out += text.substr(0, end);
    if (quote != std::string_view::npos) out += '"';
  }
  out += '"';
}

void append_csv_term(OutputBuffer& out, const Term& term) {
  if (term.is_iri() || term.is_literal()) {
    append_csv_field(out, term.value());
    return;
  }
  std::string text;
  append_term(text, term, kSparql);
  append_csv_field(out, text);
}

void append_tsv_variable(OutputBuffer& out, std::string_view name) { out.append("?").append(name); }

void append_tsv_term(OutputBuffer& out, const Term& term) { append_term(out, term, kSparql); }

struct Dialect {
  char separator;
  const char* line_end;
  void (*append_variable)(OutputBuffer& out, std::string_view name);
  void (*append_term)(OutputBuffer& out, const Term& term);
};

constexpr Dialect kCsv{',', "\r\n", append_csv_field, append_csv_term};
constexpr Dialect kTsv{'\t', "\n", append_tsv_variable, append_tsv_term};

class SeparatedWriter : public ResultsSink {
 public:
  SeparatedWriter(std::ostream& out, const Dialect& dialect) : line_(out), dialect_(dialect) {}

  void begin(const std::vector<std::string>& variables) override {
    for (std::size_t i = 0; i < variables.size(); ++i) {
      if (i != 0) line_ += dialect_.separator;
      dialect_.append_variable(line_, variables[i]);
    }
    put();
  }

  void row(Solution row) override {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line_ += dialect_.separator;
      if (row[i]) dialect_.append_term(line_, *row[i]);
    }
    put();
  }

  void end() override {}

  /// Neither format has truth values; a single word is what other programs write.
  void boolean(bool answer) override {
    line_ += answer ? "true" : "false";
    put();
  }

 private:
  void put() {
    line_ += dialect_.line_end;
    line_.flush();
  }

  OutputBuffer line_;
  const Dialect& dialect_;
};

}  // namespace

std::unique_ptr<ResultsSink> make_csv_writer(std::ostream& out) {
  return std::make_unique<SeparatedWriter>(out, kCsv);
}

std::unique_ptr<ResultsSink> make_tsv_writer(std::ostream& out) {
  return std::make_unique<SeparatedWriter>(out, kTsv);
}

}  // namespace dossier::results
