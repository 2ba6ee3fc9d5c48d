// SPDX-License-Identifier: Apache-2.0
// HTML that needs no other file: style and pictures stand in it.
#include <fmt/format.h>

#include "desk/report/writers.h"
#include "desk/write/escape.h"

namespace dossier::reporting {
namespace {

using writing::xml_text;

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1b1f24; --quiet: #57606a; --line: #d0d7de; --paper: #fff;
  --link: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --quiet: #9aa4af; --line: #363d46;
  --paper: #0f1318; --link: #79b8ff; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 56rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.25; } h2 { border-bottom: 1px solid var(--line); margin-top: 2.5rem; }
a { color: var(--link); text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
sup { line-height: 0; } .quiet { color: var(--quiet); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); } th { color: var(--quiet); font-weight: 600; }
svg { max-width: 100%; height: auto; }
svg text { fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
ol.citations li:target { outline: 2px solid var(--link); } blockquote { margin: .2rem 0 .8rem; }
code { font-size: .85em; } @media print { body { max-width: none; margin: 0; } }
)";

std::string html_of(const Runs& runs) {
  std::string out;
  for (const Run& run : runs) {
    out += run.strong ? "<strong>" + xml_text(run.text) + "</strong>" : xml_text(run.text);
    for (const std::size_t number : run.citations)
      out += fmt::format("<sup><a href=\"#c{0}\">[{0}]</a></sup>", number);
  }
  return out;
}

class Blocks {
 public:
  explicit Blocks(std::ostream& out) : out_(out) {}

  void operator()(const Heading& heading) const {
    out_ << fmt::format("<h{0}>{1}</h{0}>\n", heading.level, xml_text(heading.text));
  }
  void operator()(const Paragraph& paragraph) const {
    out_ << "<p>" << html_of(paragraph.runs) << "</p>\n";
  }
  void operator()(const Bullets& bullets) const {
    out_ << "<ul>\n";
    for (const Runs& item : bullets.items) out_ << "<li>" << html_of(item) << "</li>\n";
    out_ << "</ul>\n";
  }
  void operator()(const Grid& grid) const {
    out_ << "<div class=\"wide\"><table>\n<thead><tr>";
    for (const std::string& name : grid.head)
      out_ << "<th scope=\"col\">" << xml_text(name) << "</th>";
    out_ << "</tr></thead>\n<tbody>\n";
    for (const std::vector<Runs>& row : grid.rows) {
      out_ << "<tr>";
      for (const Runs& cell : row) out_ << "<td>" << html_of(cell) << "</td>";
      out_ << "</tr>\n";
    }
    out_ << "</tbody></table></div>\n";
  }
  void operator()(const Picture& picture) const {
    out_ << "<figure>\n"
         << picture.svg << "<figcaption class=\"quiet\">" << xml_text(picture.legend)
         << (picture.left_out.empty() ? "" : " ") << xml_text(picture.left_out)
         << "</figcaption>\n</figure>\n";
  }

 private:
  std::ostream& out_;
};

void write_citations(const Report& report, std::ostream& out) {
  if (report.citations.empty()) return;
  out << "<h2>Citations</h2>\n<ol class=\"citations\">\n";
  for (std::size_t i = 0; i < report.citations.size(); ++i) {
    const Citation& one = report.citations[i];
    out << fmt::format("<li id=\"c{}\">{}<blockquote>", i + 1, xml_text(place_of(one)));
    if (!one.speaker.empty()) out << xml_text(one.speaker) << ": ";
    out << xml_text(one.text) << "</blockquote></li>\n";
  }
  out << "</ol>\n";
}

void write_sources(const Report& report, std::ostream& out) {
  if (report.sources.empty()) return;
  out << "<h2>Sources</h2>\n<ul>\n";
  for (const writing::Source& one : report.sources)
    out << "<li>" << xml_text(title_of(one.document.document, one.document.headline))
        << (one.document.date.empty() ? "" : ", " + one.document.date) << "<br><code>"
        << xml_text(identity_of(one)) << "</code></li>\n";
  out << "</ul>\n";
}

}  // namespace

void write_html(const Report& report, std::ostream& out) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << xml_text(report.title) << "</title>\n<style>" << kStyle
      << "</style>\n</head>\n<body>\n<h1>" << xml_text(report.title) << "</h1>\n";
  for (const Block& block : report.blocks) std::visit(Blocks(out), block);
  write_citations(report, out);
  write_sources(report, out);
  out << "</body>\n</html>\n";
}

}  // namespace dossier::reporting
