// SPDX-License-Identifier: Apache-2.0
#include "extract/openie/write.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/openie/tuples.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

/// A field of a line: no tabs or line breaks.
std::string field(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

void write_open_tuples(const Analysis& analysis, std::u32string_view text, std::ostream& out) {
  for (const Sentence& sentence : analysis.sentences) {
    const std::string words =
        field(to_utf8(text.substr(sentence.span.begin, sentence.span.size())));
    for (const OpenTuple& tuple : open_tuples(sentence, text)) {
      out << words << '\t' << fmt::format("{:.3f}", tuple.confidence) << '\t'
          << field(tuple.relation);
      for (const std::string& argument : tuple.arguments) out << '\t' << field(argument);
      out << '\n';
    }
  }
}

}  // namespace dossier::extract
