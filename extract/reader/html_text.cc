// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_text.h"

#include <algorithm>
#include <vector>

#include "extract/reader/decode.h"
#include "extract/reader/html_attributes.h"
#include "extract/reader/html_blocks.h"
#include "extract/reader/html_facts.h"
#include "extract/reader/lines.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// <main> or <article> is the document when it holds so much of the page: one part in four.
constexpr std::size_t kLeastShare = 4;

std::size_t size_where(const std::vector<HtmlBlock>& blocks, bool HtmlBlock::*part) {
  std::size_t size = 0;
  for (const HtmlBlock& block : blocks)
    size += part == nullptr || block.*part ? block.text.size() : 0;
  return size;
}

void keep_main_part(std::vector<HtmlBlock>& blocks) {
  const std::size_t whole = size_where(blocks, nullptr);
  for (bool HtmlBlock::*part : {&HtmlBlock::in_article, &HtmlBlock::in_main}) {
    if (size_where(blocks, part) * kLeastShare < whole || whole == 0) continue;
    std::erase_if(blocks, [part](const HtmlBlock& block) { return !(block.*part); });
    return;
  }
}

bool is_boilerplate(const HtmlBlock& block) {
  const bool links = block.linked * 5 >= block.text.size() * 4 && !ends_like_prose(block.text);
  return block.heading == 0 && (block.boilerplate || links);
}

/// The <h1> that the page's title begins with; else the first.
const HtmlBlock* main_heading(const std::vector<HtmlBlock>& blocks, const std::string& title) {
  const std::u32string stated = to_code_points(title);
  const HtmlBlock* first = nullptr;
  for (const HtmlBlock& block : blocks) {
    if (block.heading != 1 || block.boilerplate) continue;
    if (stated.starts_with(block.text)) return &block;
    if (first == nullptr) first = &block;
  }
  return first;
}

}  // namespace

SourceText html_text(std::string_view bytes, const std::string& source_name,
                     const ReadSettings& settings) {
  refuse_beyond(settings.limits.markup(), bytes.size(), source_name);
  return page_text(to_utf8(decode_text(bytes, source_name, declared_encoding(bytes))), source_name,
                   settings);
}

SourceText page_text(const std::string& utf8, const std::string& source_name,
                     const ReadSettings& settings) {
  HtmlPage page = read_html_blocks(with_few_attributes(utf8), source_name);
  SourceText source;
  source.facts = html_facts(page);
  keep_main_part(page.blocks);
  const HtmlBlock* const headline = main_heading(page.blocks, source.facts.title);
  for (HtmlBlock& block : page.blocks) {
    if (&block == headline) std::replace(block.text.begin(), block.text.end(), U'\n', U' ');
    const TextSpan span = add_block(source, block.item ? U"\u2022 " + block.text : block.text);
    if (&block == headline) source.headline = span;
    if (is_boilerplate(block)) source.boilerplate.push_back(span);
  }
  refuse_beyond(settings.limits.text, source.text.size(), source_name);
  return source;
}

}  // namespace dossier::extract
