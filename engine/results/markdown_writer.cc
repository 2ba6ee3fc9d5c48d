// SPDX-License-Identifier: Apache-2.0
// A GitHub-flavoured Markdown table, not aligned: it streams and is read rendered.

#include <string>

#include "engine/results/row_writers.h"
#include "engine/results/short_names.h"
#include "model/output_buffer.h"

namespace dossier::results {
namespace {

template <typename Out>
void append_cell(Out& out, std::string_view text) {
  for (char c : text) {
    if (std::string_view("\\|*_`<>[]").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
}

class MarkdownWriter : public ResultsSink {
 public:
  MarkdownWriter(std::ostream& out, const Prefixes& prefixes)
      : out_(out), prefixes_(prefixes), line_(out) {}

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
    line_ += '|';
    for (std::size_t i = 0; i < row.size(); ++i) {
      line_ += ' ';
      if (row[i]) short_text(*row[i], prefixes_, [this](auto piece) { append_cell(line_, piece); });
      line_ += " |";
    }
    line_ += '\n';
    line_.flush();
  }

  void end() override {}

  void boolean(bool answer) override { out_ << (answer ? "yes" : "no") << '\n'; }

 private:
  std::ostream& out_;
  Prefixes prefixes_;
  OutputBuffer line_;
};

}  // namespace

std::unique_ptr<ResultsSink> make_markdown_writer(std::ostream& out, const Prefixes& prefixes) {
  return std::make_unique<MarkdownWriter>(out, prefixes);
}

}  // namespace dossier::results
