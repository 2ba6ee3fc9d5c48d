// SPDX-License-Identifier: Apache-2.0
#include "extract/openie/lines.h"

#include <utility>

#include "extract/reader/decode.h"
#include "extract/reader/read_document.h"
#include "extract/reader/unpack.h"
#include "extract/segment/segment.h"
#include "extract/text/unicode.h"

namespace dossier::extract {

namespace {

struct Spelling {
  std::u32string_view written;
  std::u32string_view meant;  ///< as long
};

constexpr Spelling kSpellings[] = {{U"``", U"\" "},      {U"''", U"\" "},      {U"-LRB-", U"(    "},
                                   {U"-RRB-", U")    "}, {U"-LSB-", U"[    "}, {U"-RSB-", U"]    "},
                                   {U"-LCB-", U"{    "}, {U"-RCB-", U"}    "}, {U"\\/", U"/ "}};

/// Only where the spelling is a word of its own: "5'11''" stays.
bool stands_alone(const std::u32string& text, std::size_t at, std::size_t size) {
  const bool before = at == 0 || text[at - 1] == U' ' || text[at - 1] == U'\n';
  const bool after = at + size == text.size() || text[at + size] == U' ' ||
                     text[at + size] == U'\n' || text[at + size] == U'\r';
  return before && after;
}

std::u32string normalised(const std::u32string& text) {
  std::u32string result = text;
  for (const auto& [written, meant] : kSpellings)
    for (std::size_t at = text.find(written); at != std::u32string::npos;
         at = text.find(written, at + 1))
      if (stands_alone(text, at, written.size())) result.replace(at, meant.size(), meant);
  return result;
}

TextSpan trimmed(std::u32string_view text, TextSpan span) {
  const auto blank = [&](std::uint32_t i) {
    return text[i] == U' ' || text[i] == U'\r' || text[i] == U'\t';
  };
  while (span.begin < span.end && blank(span.begin)) ++span.begin;
  while (span.begin < span.end && blank(span.end - 1)) --span.end;
  return span;
}

void add_line(Analysis& analysis, std::u32string_view source, TextSpan span) {
  const std::u32string_view text(analysis.document.text);
  std::vector<Token> tokens = tokenize(text.substr(span.begin, span.size()), span.begin);
  if (tokens.empty()) return;
  analysis.document.paragraphs.push_back({Paragraph::Kind::body, span, std::nullopt});
  Sentence sentence;
  sentence.index = static_cast<std::uint32_t>(analysis.sentences.size());
  sentence.span = trimmed(source, span);
  sentence.tokens = std::move(tokens);
  analysis.sentences.push_back(std::move(sentence));
}

}  // namespace

LineDocument read_lines(std::string_view bytes, const std::string& source_name) {
  LineDocument result;
  std::string unpacked;
  result.source = decode_text(unpack(bytes, source_name, {}, unpacked), source_name);
  Analysis& analysis = result.analysis;
  analysis.document = identify_document(bytes, source_name);
  analysis.document.text = normalised(result.source);
  std::size_t begin = 0;
  while (begin < result.source.size()) {
    std::size_t end = result.source.find(U'\n', begin);
    if (end == std::u32string::npos) end = result.source.size();
    add_line(analysis, result.source,
             {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return result;
}

}  // namespace dossier::extract
