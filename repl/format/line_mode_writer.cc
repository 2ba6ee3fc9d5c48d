// SPDX-License-Identifier: Apache-2.0
// One value per line, "variable = value", and an empty line between rows: for rows with long texts.

#include <algorithm>
#include <string>

#include "engine/results/short_names.h"
#include "model/output_buffer.h"
#include "repl/format/display_width.h"
#include "repl/format/terminal_writers.h"

namespace dossier::repl {
namespace {

class LineWriter : public ResultsSink {
 public:
  LineWriter(std::ostream& out, Layout layout)
      : out_(out), layout_(std::move(layout)), line_(out) {}

  void begin(const std::vector<std::string>& variables) override {
    std::size_t widest = 0;
    for (const std::string& name : variables) widest = std::max(widest, display_width(name));
    names_.clear();
    for (const std::string& name : variables) {
      names_.push_back(std::string(widest - display_width(name), ' ') + name + " = ");
    }
  }

  void row(Solution row) override {
    if (!first_) line_ += '\n';
    first_ = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      line_ += names_[i];
      if (row[i]) short_text(*row[i], layout_.prefixes, [this](auto piece) { line_ += piece; });
      line_ += '\n';
    }
    line_.flush();
  }

  void end() override {}

  void boolean(bool answer) override { out_ << (answer ? "yes" : "no") << '\n'; }

 private:
  std::ostream& out_;
  Layout layout_;
  std::vector<std::string> names_;
  OutputBuffer line_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<ResultsSink> make_line_writer(std::ostream& out, Layout layout) {
  return std::make_unique<LineWriter>(out, std::move(layout));
}

}  // namespace dossier::repl
