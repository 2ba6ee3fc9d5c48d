// SPDX-License-Identifier: Apache-2.0
// Any text: sentences and tokens stand one behind the other in their paragraph, each token is
// exactly its span, and nothing but white space stands between two.
#include <cstdint>
#include <string>
#include <string_view>

#include "extract/segment/segment.h"
#include "extract/text/unicode.h"
#include "tests/fuzz/demand.h"

namespace {

using dossier::fuzz::demand;
using namespace dossier::extract;

void check_blank(const std::u32string& text, std::uint32_t begin, std::uint32_t end) {
  demand(begin <= end, "tokens that overlap");
  for (std::uint32_t at = begin; at < end; ++at) demand(is_space(text[at]), "a letter left out");
}

void check(const Document& document, const std::vector<Sentence>& sentences) {
  std::uint32_t at = 0;
  for (const Sentence& sentence : sentences) {
    demand(!sentence.tokens.empty(), "a sentence without tokens");
    demand(sentence.span.begin == sentence.tokens.front().span.begin, "a sentence out of step");
    demand(sentence.span.end == sentence.tokens.back().span.end, "a sentence out of step");
    for (const Token& token : sentence.tokens) {
      demand(token.span.begin < token.span.end && token.span.end <= document.text.size(),
             "a token without a place");
      demand(token.text == document.utf8(token.span), "a token that is not its span");
      check_blank(document.text, at, token.span.begin);
      at = token.span.end;
    }
  }
  check_blank(document.text, at, static_cast<std::uint32_t>(document.text.size()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Document document;
  document.text = to_code_points({reinterpret_cast<const char*>(data), size});
  if (document.text.empty()) return 0;
  const TextSpan all{0, static_cast<std::uint32_t>(document.text.size())};
  document.paragraphs.push_back({Paragraph::Kind::body, all, std::nullopt});
  check(document, segment(document));
  return 0;
}
