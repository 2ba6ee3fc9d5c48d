// SPDX-License-Identifier: Apache-2.0
// One JSON object a line, variable -> term, the terms as in the SPARQL results JSON format.

#include <string>

#include "engine/results/row_writers.h"
#include "model/output_buffer.h"
#include "parser/results/escape.h"
#include "parser/results/results.h"

namespace dossier::results {
namespace {

class JsonLinesWriter : public ResultsSink {
 public:
  explicit JsonLinesWriter(std::ostream& out) : out_(out), line_(out) {}

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
      append_json_term(line_, *row[i]);
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
};

}  // namespace

std::unique_ptr<ResultsSink> make_json_lines_writer(std::ostream& out, const Prefixes&) {
  return std::make_unique<JsonLinesWriter>(out);
}

}  // namespace dossier::results
