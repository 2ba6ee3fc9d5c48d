// SPDX-License-Identifier: Apache-2.0
// CoNLL-U: any bytes give a document or an Error; every token's span lies in the document's text,
// and heads stay inside their sentence.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "dossier/error.h"
#include "extract/analyze/analyzer.h"
#include "extract/conllu/read_analysis.h"
#include "extract/reader/read_source.h"

namespace {

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

void check(const dossier::extract::Analysis& analysis) {
  for (const auto& sentence : analysis.sentences) {
    demand(!sentence.tokens.empty(), "a sentence without words");
    for (const auto& token : sentence.tokens) {
      demand(token.span.begin <= token.span.end, "a span that ends before it begins");
      demand(token.span.end <= analysis.document.text.size(), "a span beyond the text");
      demand(token.head < static_cast<std::int32_t>(sentence.tokens.size()),
             "a head beyond the sentence");
    }
    dossier::extract::is_annotated(sentence);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    check(dossier::extract::read_source(text, "fuzz.conllu"));
  } catch (const dossier::Error& error) {
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
