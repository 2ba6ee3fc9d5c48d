// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_text.h"

#include <algorithm>
#include <vector>

#include "extract/reader/boilerplate.h"
#include "extract/reader/decode.h"
#include "extract/reader/html_attributes.h"
#include "extract/reader/html_blocks.h"
#include "extract/reader/html_facts.h"
#include "extract/reader/html_headline.h"
#include "extract/reader/html_origin.h"
#include "extract/reader/lines.h"
#include "extract/reader/notice.h"
#include "extract/reader/unpack.h"
#include "extract/reader/written_date.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// <main> or <article> is the document when it holds so much of the page: one part in four.
constexpr std::size_t kLeastShare = 4;
/// A headline of another text has no more words.
constexpr std::size_t kLongestRelated = 20;

std::size_t size_where(const std::vector<HtmlBlock>& blocks, bool HtmlBlock::*part) {
  std::size_t size = 0;
  for (const HtmlBlock& block : blocks)
    size += part == nullptr || block.*part ? block.text.size() : 0;
  return size;
}

/// The <h1> above `part` that the page's title begins with; else the first block of the part.
std::size_t top_of(const HtmlPage& page, bool HtmlBlock::*part) {
  const std::u32string title(trim(to_code_points(page.title)));
  const auto& blocks = page.blocks;
  const auto first =
      std::find_if(blocks.begin(), blocks.end(), [part](const auto& block) { return block.*part; });
  const auto heading = std::find_if(blocks.begin(), first, [&](const HtmlBlock& block) {
    return block.heading == 1 && !block.boilerplate && title.starts_with(block.text);
  });
  return static_cast<std::size_t>(heading - blocks.begin());
}

/// The day may stand right above the headline.
std::size_t with_day_above(const std::vector<HtmlBlock>& blocks, std::size_t top) {
  constexpr std::size_t kMostAbove = 3, kMostWords = 12;
  if (top == blocks.size()) return top;
  for (std::size_t i = top; i > 0 && top - i < kMostAbove; --i) {
    const HtmlBlock& above = blocks[i - 1];
    if (above.boilerplate || split_words(above.text).size() > kMostWords) break;
    if (find_date(above.text)) return i - 1;
  }
  return top;
}

/// A headline above the part belongs to it, and so does what stands between them.
void keep_main_part(HtmlPage& page) {
  std::vector<HtmlBlock>& blocks = page.blocks;
  const std::size_t whole = size_where(blocks, nullptr);
  for (bool HtmlBlock::*part : {&HtmlBlock::in_article, &HtmlBlock::in_main}) {
    if (size_where(blocks, part) * kLeastShare < whole || whole == 0) continue;
    const bool inside = std::any_of(blocks.begin(), blocks.end(), [part](const HtmlBlock& block) {
      return block.*part && block.heading == 1 && !block.boilerplate;
    });
    const std::size_t top = inside ? blocks.size() : with_day_above(blocks, top_of(page, part));
    std::vector<HtmlBlock> kept;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const bool between = i >= top && std::none_of(kept.begin(), kept.end(),
                                                    [part](auto& block) { return block.*part; });
      if (blocks[i].*part || between) kept.push_back(std::move(blocks[i]));
    }
    blocks = std::move(kept);
    return;
  }
}

/// Headlines of other texts inside this one, up to the next paragraph.
void mark_related(std::vector<HtmlBlock>& blocks) {
  bool related = false;
  for (HtmlBlock& block : blocks) {
    if (heads_related(block.text)) {
      related = true;
      block.heading = 0;
    } else if (ends_like_prose(block.text) || block.heading == 1 ||
               split_words(block.text).size() > kLongestRelated) {
      related = false;
    }
    if (!related) continue;
    block.boilerplate = true;
    block.heading = 0;
  }
}

/// A heading with nothing but boilerplate below it: "Help us" over a button.
void mark_headings_of_boilerplate(std::vector<HtmlBlock>& blocks) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    // Below the headline it says what the text is about.
    if (i > 0 && blocks[i - 1].heading == 1) continue;
    if (blocks[i].heading < 2 || !is_boilerplate(blocks[i + 1])) continue;
    blocks[i].boilerplate = true;
    blocks[i].heading = 0;
  }
}

/// Whether an element of a name such as "ad" or "sidebar" holds the text itself: nearly all that is
/// written as sentences.
bool boilerplate_holds_text(const std::vector<HtmlBlock>& blocks) {
  constexpr std::size_t kLeastWords = 10, kLeastBlocks = 2, kShare = 5;
  std::size_t inside = 0, outside = 0, found = 0;
  for (const HtmlBlock& block : blocks) {
    const bool prose =
        ends_like_prose(block.text) && split_words(block.text).size() >= kLeastWords &&
        notice_of(block.text) == Notice::none && block.linked * 2 < block.text.size();
    if (!prose) continue;
    (block.boilerplate ? inside : outside) += block.text.size();
    found += block.boilerplate ? 1 : 0;
  }
  return found >= kLeastBlocks && outside * kShare < inside;
}

/// "Re: Wells": the headline again, as each post of a forum has it.
void mark_repeated(std::vector<HtmlBlock>& blocks, const HtmlBlock* headline) {
  if (headline == nullptr) return;
  for (HtmlBlock& block : blocks) {
    if (&block == headline || block.heading == 0) continue;
    std::u32string_view text = block.text;
    if (to_lower(text).starts_with(U"re: ")) text.remove_prefix(4);
    if (text != headline->text) continue;
    block.boilerplate = true;
    block.heading = 0;
  }
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
  source.may_have_boilerplate = true;
  keep_main_part(page);
  if (boilerplate_holds_text(page.blocks))
    for (HtmlBlock& block : page.blocks) block.boilerplate = false;
  mark_related(page.blocks);
  mark_headings_of_boilerplate(page.blocks);
  const HtmlBlock* const headline = headline_of(page);
  // What the page declares is surer than what looks like a headline: a caption, the time.
  if (headline == nullptr && !declared_title(page).empty())
    source.headline = add_block(source, to_code_points(declared_title(page)));
  mark_repeated(page.blocks, headline);
  take_origins(page.blocks, headline, source.facts);
  for (HtmlBlock& block : page.blocks) {
    if (&block == headline) std::replace(block.text.begin(), block.text.end(), U'\n', U' ');
    const TextSpan span =
        block.row ? add_row(source, block.text, std::move(*block.row))
                  : add_block(source, block.item ? U"\u2022 " + block.text : block.text);
    if (&block == headline) source.headline = span;
    if (&block == headline && block.text.size() == span.size())
      source.headline->end =
          span.begin + static_cast<std::uint32_t>(agreed_length(page, block.text));
    if (is_boilerplate(block)) source.boilerplate.push_back(span);
    if (block.heading > 1) source.headings.push_back(span);
  }
  refuse_beyond(settings.limits.text, source.text.size(), source_name);
  return source;
}

}  // namespace dossier::extract
