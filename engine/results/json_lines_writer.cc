// SPDX-License-Identifier: Apache-2.0
// One JSON object a line, variable -> term: terms as in the SPARQL results JSON format, or plain
// values for programs that know nothing of RDF.

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/results/row_writers.h"
#include "model/output_buffer.h"
#include "model/xsd/datatype.h"
#include "parser/results/escape.h"
#include "parser/results/results.h"

namespace dossier::results {
namespace {

using AppendTerm = void (*)(OutputBuffer& line, const Term& term);

void append_typed(OutputBuffer& line, const Term& term) { append_json_term(line, term); }

/// JSON knows neither "007" nor "INF".
bool is_json_number(std::string_view text) {
  const auto digits = [&] {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
  };
  const auto skip = [&](std::string_view any) {
    const bool there = !text.empty() && any.find(text.front()) != any.npos;
    text.remove_prefix(there ? 1 : 0);
    return there;
  };
  skip("-");
  const bool zero = text.starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (skip(".") && digits() == 0) return false;
  if (skip("eE")) {
    skip("+-");
    if (digits() == 0) return false;
  }
  return text.empty();
}

/// Numbers and truth values as such; everything else is a string, IRIs in full.
void append_plain(OutputBuffer& line, const Term& term) {
  const xsd::DatatypeInfo* type = term.is_literal() ? xsd::find_datatype(term.datatype()) : nullptr;
  const auto is = [&](auto... kinds) {
    return type != nullptr && ((type->datatype == kinds) || ...);
  };
  const bool number = is(xsd::Datatype::integer, xsd::Datatype::decimal,
                         xsd::Datatype::double_number, xsd::Datatype::float_number) &&
                      is_json_number(term.value());
  const bool truth =
      is(xsd::Datatype::boolean) && (term.value() == "true" || term.value() == "false");
  if (number || truth) {
    line += term.value();
    return;
  }
  line += '"';
  append_json(line, term.is_triple() || term.is_blank_node() ? term.to_string() : term.value());
  line += '"';
}

class JsonLinesWriter : public ResultsSink {
 public:
  JsonLinesWriter(std::ostream& out, AppendTerm append) : out_(out), line_(out), append_(append) {}

  void begin(const std::vector<std::string>& variables) override { variables_ = variables; }

  void row(Solution row) override {
    line_ += '{';
    bool first = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i]) continue;
      line_ += first ? "\"" : ",\"";
      first = false;
      append_json(line_, variables_[i]);
      line_ += "\":";
      append_(line_, *row[i]);
    }
    line_ += "}\n";
    line_.flush();
  }

  void end() override {}

  void boolean(bool answer) override {
    out_ << "{\"boolean\":" << (answer ? "true" : "false") << "}\n";
  }

 private:
  std::ostream& out_;
  std::vector<std::string> variables_;
  OutputBuffer line_;
  AppendTerm append_;
};

}  // namespace

std::unique_ptr<ResultsSink> make_json_lines_writer(std::ostream& out, const Prefixes&) {
  return std::make_unique<JsonLinesWriter>(out, append_typed);
}

std::unique_ptr<ResultsSink> make_plain_json_lines_writer(std::ostream& out, const Prefixes&) {
  return std::make_unique<JsonLinesWriter>(out, append_plain);
}

}  // namespace dossier::results
