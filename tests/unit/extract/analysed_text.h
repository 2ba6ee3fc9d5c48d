// SPDX-License-Identifier: Apache-2.0
// Text straight through segmenter and analyser, for tests that give sentences.
#pragma once

#include <string>

#include "extract/analyze/analyzer.h"
#include "extract/document.h"
#include "extract/text/unicode.h"

namespace dossier::test {

/// `text` as the one body paragraph of a document of this date ("2020-11-17", or empty).
inline extract::Analysis analysed(const std::string& text, const std::string& date = {}) {
  extract::Document document;
  document.text = extract::to_code_points(text);
  if (!date.empty()) document.date = date;
  extract::Paragraph paragraph;
  paragraph.span = {0, static_cast<std::uint32_t>(document.text.size())};
  document.paragraphs.push_back(paragraph);
  return extract::Analyzer::instance()->analyze_document(std::move(document));
}

}  // namespace dossier::test
