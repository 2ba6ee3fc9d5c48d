// SPDX-License-Identifier: Apache-2.0
// SPARQL 1.1 Query Results CSV and TSV: one line a row. CSV holds plain values with the quoting of
// RFC 4180, TSV terms in SPARQL syntax.
#include <string>

#include "model/find_byte.h"
#include "model/output_buffer.h"
#include "model/term_text.h"
#include "parser/rdf/names.h"
#include "parser/results/drivers.h"

namespace dossier::results {
namespace {

constexpr TermStyle kSparql{.blank_node = append_blank_node, .is_bare = is_bare_literal};

constexpr bool needs_quotes(unsigned char byte) {
  return (byte == '"') | (byte == ',') | (byte == '\r') | (byte == '\n');
}

template <typename Out>
void append_csv_field(Out& out, std::string_view text) {
  if (find_byte(text, 0, needs_quotes) == text.size()) {
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

template <typename Out, typename AnyTerm>
void append_csv_term(Out& out, const AnyTerm& term) {
  if (!is_triple(term)) {
    const TermView view = view_of(term);
    if (view.kind != TermView::Kind::blank_node) return append_csv_field(out, view.value);
  }
  std::string text;
  append_term(text, term, kSparql);
  append_csv_field(out, text);
}

/// Plain values.
struct Csv {
  static constexpr char kSeparator = ',';
  static constexpr std::string_view kLineEnd = "\r\n";
  static void append_variable(OutputBuffer& out, std::string_view name) {
    append_csv_field(out, name);
  }
  template <typename Out, typename AnyTerm>
  static void append_value(Out& out, const AnyTerm& term) {
    append_csv_term(out, term);
  }
};

/// Terms in SPARQL's syntax.
struct Tsv {
  static constexpr char kSeparator = '\t';
  static constexpr std::string_view kLineEnd = "\n";
  static void append_variable(OutputBuffer& out, std::string_view name) {
    out.append("?").append(name);
  }
  template <typename Out, typename AnyTerm>
  static void append_value(Out& out, const AnyTerm& term) {
    append_term(out, term, kSparql);
  }
};

template <typename Dialect>
class SeparatedWriter : public WrittenTermsSink {
 public:
  explicit SeparatedWriter(std::ostream& out) : line_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    for (std::size_t i = 0; i < variables.size(); ++i) {
      if (i != 0) line_ += Dialect::kSeparator;
      Dialect::append_variable(line_, variables[i]);
    }
    put();
  }

  void row(Solution row) override {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i != 0) line_ += Dialect::kSeparator;
      if (row[i]) Dialect::append_value(line_, *row[i]);
    }
    put();
  }

  void append(std::string& out, const TermView& term) const override {
    Dialect::append_value(out, term);
  }
  void written_row(std::span<const std::string_view> terms) override {
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (i != 0) line_ += Dialect::kSeparator;
      line_ += terms[i];
    }
    line_ += Dialect::kLineEnd;
  }
  void flush() override { line_.flush(); }

  void end() override { line_.flush(); }

  /// Neither format has truth values; a single word is what other programs write.
  void boolean(bool answer) override {
    line_ += answer ? "true" : "false";
    put();
  }

 private:
  void put() {
    line_ += Dialect::kLineEnd;
    line_.flush();
  }

  OutputBuffer line_;
};

}  // namespace

std::unique_ptr<ResultsSink> make_csv_writer(std::ostream& out) {
  return std::make_unique<SeparatedWriter<Csv>>(out);
}

std::unique_ptr<ResultsSink> make_tsv_writer(std::ostream& out) {
  return std::make_unique<SeparatedWriter<Tsv>>(out);
}

}  // namespace dossier::results
