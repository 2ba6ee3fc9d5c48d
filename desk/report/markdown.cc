// SPDX-License-Identifier: Apache-2.0
// CommonMark (https://spec.commonmark.org) with tables and footnotes as GitHub has them.
#include <fmt/format.h>

#include "desk/report/writers.h"
#include "desk/write/escape.h"

namespace dossier::reporting {
namespace {

/// On one line, with what would be markup escaped.
std::string text_of(std::string_view text) {
  std::string out;
  for (const char c : writing::one_line(text)) {
    if (std::string_view("\\`*_[]<>|~#$").find(c) != std::string_view::npos) out += '\\';
    if (c == '&') {
      out += "&amp;";
      continue;
    }
    out += c;
  }
  // "2024. " and "- " would begin lists.
  const std::size_t digits = out.find_first_not_of("0123456789");
  if (digits != out.npos && digits > 0 && (out[digits] == '.' || out[digits] == ')'))
    out.insert(digits, "\\");
  if (out.starts_with("- ") || out.starts_with("+ ")) out.insert(0, "\\");
  return out;
}

/// Blanks at the ends of a run join it to the others.
std::string markdown_of(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) {
    if (run.text.starts_with(' ') && !out.empty()) out += ' ';
    const std::string text = text_of(run.text);
    out += run.strong ? "**" + text + "**" : text;
    for (const std::size_t number : run.citations) out += fmt::format("[^{}]", number);
  }
  return out;
}

class Blocks {
 public:
  explicit Blocks(std::ostream& out) : out_(out) {}

  void operator()(const Heading& heading) const {
    out_ << std::string(static_cast<std::size_t>(heading.level), '#') << ' '
         << text_of(heading.text) << "\n\n";
  }
  void operator()(const Paragraph& paragraph) const {
    out_ << markdown_of(paragraph.runs) << "\n\n";
  }
  void operator()(const Bullets& bullets) const {
    for (const Runs& item : bullets.items) out_ << "- " << markdown_of(item) << '\n';
    out_ << '\n';
  }
  void operator()(const Grid& grid) const {
    out_ << '|';
    for (const std::string& name : grid.head) out_ << ' ' << text_of(name) << " |";
    out_ << "\n|";
    for (std::size_t i = 0; i < grid.head.size(); ++i) out_ << " --- |";
    out_ << '\n';
    for (const std::vector<Runs>& row : grid.rows) {
      out_ << '|';
      for (const Runs& cell : row) out_ << ' ' << markdown_of(cell) << " |";
      out_ << '\n';
    }
    out_ << '\n';
  }
  void operator()(const Picture& picture) const {
    if (!picture.left_out.empty()) out_ << text_of(picture.left_out) << "\n\n";
    (*this)(picture.table);
  }

 private:
  std::ostream& out_;
};

void write_citations(const Report& report, std::ostream& out) {
  for (std::size_t i = 0; i < report.citations.size(); ++i) {
    const Citation& one = report.citations[i];
    out << fmt::format("[^{}]: {}: {}\"{}\"\n", i + 1, text_of(place_of(one)),
                       one.speaker.empty() ? "" : text_of(one.speaker) + ": ", text_of(one.text));
  }
}

}  // namespace

void write_markdown(const Report& report, std::ostream& out) {
  out << "# " << text_of(report.title) << "\n\n";
  for (const Block& block : report.blocks) std::visit(Blocks(out), block);
  if (!report.sources.empty()) {
    out << "## Sources\n\n";
    for (const writing::Source& one : report.sources)
      out << "- " << text_of(title_of(one.document.document, one.document.headline))
          << (one.document.date.empty() ? "" : ", " + one.document.date) << ": "
          << text_of(identity_of(one)) << '\n';
    out << '\n';
  }
  write_citations(report, out);
}

}  // namespace dossier::reporting
