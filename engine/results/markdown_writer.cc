// SPDX-License-Identifier: Apache-2.0
// A GitHub-flavoured Markdown table, not aligned: it streams and is read rendered.

#include <string>

#include "engine/results/row_writers.h"
#include "engine/results/short_names.h"

namespace dossier::results {
namespace {

void append_cell(std::string& out, std::string_view text) {
  for (char c : text) {
    if (std::string_view("\\|*_`<>[]").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

class MarkdownWriter : public ResultsSink {
 public:
  MarkdownWriter(std::ostream& out, const Prefixes& prefixes) : out_(out), prefixes_(prefixes) {}

  void begin(const std::vector<std::string>& variables) override {
    std::string head = "|";
    std::string rule = "|";
    for (const std::string& variable : variables) {
      head += ' ';
      append_cell(head, variable);
      head += " |";
      rule += " --- |";
    }
    out_ << head << '\n' << rule << '\n';
  }

  void row(Solution row) override {
    line_ = "|";
    for (std::size_t i = 0; i < row.size(); ++i) {
      line_ += ' ';
      if (row[i]) append_cell(line_, short_text(*row[i], prefixes_));
      line_ += " |";
    }
    line_ += '\n';
    out_ << line_;
  }

  void end() override {}

  void boolean(bool answer) override { out_ << (answer ? "yes" : "no") << '\n'; }

 private:
  std::ostream& out_;
  Prefixes prefixes_;
  std::string line_;
};

}  // namespace

std::unique_ptr<ResultsSink> make_markdown_writer(std::ostream& out, const Prefixes& prefixes) {
  return std::make_unique<MarkdownWriter>(out, prefixes);
}

}  // namespace dossier::results
