// SPDX-License-Identifier: Apache-2.0
// A GitHub-flavoured Markdown table, not aligned: it streams and is read rendered.

#include <string>

#include "repl/format/result_writer.h"
#include "repl/format/short_names.h"

namespace dossier::repl {
namespace {

void append_cell(std::string& out, std::string_view text) {
  for (char c : text) {
    if (std::string_view("\\|*_`<>[]").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

class MarkdownWriter : public ResultWriter {
 public:
  MarkdownWriter(std::ostream& out, Layout layout) : out_(out), layout_(std::move(layout)) {}

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
      if (row[i]) append_cell(line_, short_text(*row[i], layout_.prefixes));
      line_ += " |";
    }
    line_ += '\n';
    out_ << line_;
  }

  void end() override {}

  void boolean(bool answer) override { out_ << (answer ? "yes" : "no") << '\n'; }

 private:
  std::ostream& out_;
  Layout layout_;
  std::string line_;
};

}  // namespace

std::unique_ptr<ResultWriter> make_markdown_writer(std::ostream& out, Layout layout) {
  return std::make_unique<MarkdownWriter>(out, std::move(layout));
}

}  // namespace dossier::repl
