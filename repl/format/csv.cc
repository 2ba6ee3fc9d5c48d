// SPARQL 1.1 Query Results CSV Format: plain values, RFC 4180 quoting, lines end with CR LF.

#include <string>

#include "repl/format/escape.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {
namespace {

void append_field(std::string& out, std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_value(std::string& out, const Term& term) {
  if (term.is_iri() || term.is_literal()) {
    append_field(out, term.value());
    return;
  }
  std::string text;
  append_sparql(text, term);
  append_field(out, text);
}

class CsvWriter : public ResultWriter {
 public:
  explicit CsvWriter(std::ostream& out) : out_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    line_.clear();
    for (std::size_t i = 0; i < variables.size(); ++i) {
      if (i != 0) line_ += ',';
      append_field(line_, variables[i]);
    }
    put();
  }

  void row(const Row& row) override {
    line_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line_ += ',';
      if (row[i]) append_value(line_, *row[i]);
    }
    put();
  }

  void end() override {}

  /// The format has no booleans; a single value is what other programs write.
  void boolean(bool answer) override {
    line_ = answer ? "true" : "false";
    put();
  }

 private:
  void put() {
    line_ += "\r\n";
    out_ << line_;
  }

  std::ostream& out_;
  std::string line_;
};

}  // namespace

std::unique_ptr<ResultWriter> make_csv_writer(std::ostream& out, Layout) {
  return std::make_unique<CsvWriter>(out);
}

}  // namespace dossier::repl
