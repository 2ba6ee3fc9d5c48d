// SPDX-License-Identifier: Apache-2.0
// A report before it has a format: blocks of text with numbered citations. Private to desk/report.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "desk/write/sources.h"

namespace dossier::reporting {

/// Words, and the citations behind them.
struct Run {
  std::string text;
  bool strong = false;
  std::vector<std::size_t> citations = {};
};
using Runs = std::vector<Run>;

struct Heading {
  int level = 2;  ///< 1 is the report's title
  std::string text;
};
struct Paragraph {
  Runs runs;
};
struct Bullets {
  std::vector<Runs> items;
};
struct Grid {
  std::vector<std::string> head;
  std::vector<std::vector<Runs>> rows;
};
/// An SVG for formats that can show it, with a legend, and what it shows as a table for the others.
struct Picture {
  std::string svg, legend;
  std::string left_out;  ///< what neither shows; "" when all is there
  Grid table;
};
using Block = std::variant<Heading, Paragraph, Bullets, Grid, Picture>;

/// A sentence that is cited, once.
struct Citation {
  Term document, sentence;
  std::string headline, date, text, speaker;
  std::uint64_t page = 0;  ///< 0: the document has none
};

/// Numbers from 1 in the order of their first use.
class Citations {
 public:
  std::size_t number_of(Citation citation);
  const std::vector<Citation>& all() const { return all_; }

 private:
  std::map<Term, std::size_t> numbers_;
  std::vector<Citation> all_;
};

struct Report {
  std::string title;
  std::vector<Block> blocks;
  std::vector<Citation> citations;
  std::vector<writing::Source> sources;  ///< of the citations, by date
};

/// "The Harbour Courier, 2024-05-03, page 3, sentence 12": where a citation stands.
std::string place_of(const Citation& citation);
/// "report.pdf, sha256 ...": how a source is told from others.
std::string identity_of(const writing::Source& source);
/// The headline; without one, the last part of the IRI.
std::string title_of(const Term& document, const std::string& headline);

}  // namespace dossier::reporting
