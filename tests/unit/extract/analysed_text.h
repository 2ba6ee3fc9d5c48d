// SPDX-License-Identifier: Apache-2.0
// Text straight through the passes, for tests that give sentences.
#pragma once

#include <string>

#include "extract/document.h"
#include "extract/pipeline.h"
#include "extract/text/unicode.h"

namespace dossier::test {

/// `text` as the one body paragraph of a document of this date ("2020-11-17", or empty); with its
/// names, unless other passes are asked for.
inline extract::Analysis analysed(const std::string& text, const std::string& date = {},
                                  const extract::PipelineSettings& settings = {
                                      .last = extract::Pass::names}) {
  extract::Document document;
  document.text = extract::to_code_points(text);
  if (!date.empty()) document.date = date;
  extract::Paragraph paragraph;
  paragraph.span = {0, static_cast<std::uint32_t>(document.text.size())};
  document.paragraphs.push_back(paragraph);
  return extract::analyze_document(std::move(document), settings);
}

}  // namespace dossier::test
