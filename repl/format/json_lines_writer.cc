// SPDX-License-Identifier: Apache-2.0
// One JSON object a line, variable -> term, the terms as in the SPARQL results JSON format.

#include <string>

#include "parser/results/escape.h"
#include "repl/format/result_writer.h"

namespace dossier::repl {
namespace {

class JsonLinesWriter : public ResultWriter {
 public:
  explicit JsonLinesWriter(std::ostream& out) : out_(out) {}

  void begin(const std::vector<std::string>& variables) override { variables_ = variables; }

  void row(Solution row) override {
    line_ = "{";
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (!row[i]) continue;
      line_ += line_.size() == 1 ? "\"" : ",\"";
      results::append_json(line_, variables_[i]);
      line_ += "\":";
      append_json_term(line_, *row[i]);
    }
    line_ += "}\n";
    out_ << line_;
  }

  void end() override {}

  void boolean(bool answer) override {
    out_ << "{\"boolean\":" << (answer ? "true" : "false") << "}\n";
  }

 private:
  std::ostream& out_;
  std::vector<std::string> variables_;
  std::string line_;
};

}  // namespace

std::unique_ptr<ResultWriter> make_json_lines_writer(std::ostream& out, Layout) {
  return std::make_unique<JsonLinesWriter>(out);
}

}  // namespace dossier::repl
