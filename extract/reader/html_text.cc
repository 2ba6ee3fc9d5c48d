// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_text.h"

#include <algorithm>
#include <vector>

#include "extract/reader/boilerplate.h"
#include "extract/reader/decode.h"
#include "extract/reader/html_attributes.h"
#include "extract/reader/html_blocks.h"
#include "extract/reader/html_facts.h"
#include "extract/reader/html_origin.h"
#include "extract/reader/lines.h"
#include "extract/reader/unpack.h"
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

/// A headline above the part belongs to it, and so does what stands between them.
void keep_main_part(HtmlPage& page) {
  std::vector<HtmlBlock>& blocks = page.blocks;
  const std::size_t whole = size_where(blocks, nullptr);
  for (bool HtmlBlock::*part : {&HtmlBlock::in_article, &HtmlBlock::in_main}) {
    if (size_where(blocks, part) * kLeastShare < whole || whole == 0) continue;
    const bool inside = std::any_of(blocks.begin(), blocks.end(), [part](const HtmlBlock& block) {
      return block.*part && block.heading == 1 && !block.boilerplate;
    });
    const std::size_t top = inside ? blocks.size() : top_of(page, part);
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

/// "Article | Talk | Read | Edit", "Contact | Imprint | Privacy": where one may go.
bool is_bar_of_links(const HtmlBlock& block) {
  constexpr std::size_t kLeastParts = 3, kMostWords = 2;
  std::size_t parts = 0;
  if (block.row || block.text.find(U':') != std::u32string::npos) return false;
  for (std::u32string_view rest = block.text; !rest.empty(); ++parts) {
    const std::size_t bar = std::min(rest.find(U'|'), rest.size());
    const std::u32string_view part = trim(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
    if (part.empty() || split_words(part).size() > kMostWords || ends_like_prose(part) ||
        std::any_of(part.begin(), part.end(), is_digit))
      return false;
  }
  return parts >= kLeastParts;
}

bool is_boilerplate(const HtmlBlock& block) {
  const bool links = block.linked * 5 >= block.text.size() * 4 && !ends_like_prose(block.text);
  return block.heading == 0 && (block.boilerplate || links || is_bar_of_links(block));
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

std::u32string single_spaced(std::u32string_view text) {
  std::u32string out;
  for (const std::u32string_view word : split_words(text))
    out += (out.empty() ? U"" : U" ") + std::u32string(word);
  return out;
}

/// Whether the title is this text, or begins or ends with it beside a mark that parts them: "Wells
/// | Lorn News" tells "Wells" and "Lorn News".
bool tells(std::u32string_view title, std::u32string_view text) {
  if (text.empty() || !(title.starts_with(text) || title.ends_with(text))) return false;
  if (title.size() == text.size()) return true;
  const std::u32string_view rest = title.starts_with(text)
                                       ? title.substr(text.size())
                                       : title.substr(0, title.size() - text.size());
  const char32_t beside = trim(rest).empty()        ? U' '
                          : title.starts_with(text) ? trim(rest).front()
                                                    : trim(rest).back();
  return is_dash(beside) || std::u32string_view(U"|:/\u00B7\u2022\u00BB\u203A").find(beside) !=
                                std::u32string_view::npos;
}

/// The last heading above the text that the page's title tells: the site's name may be one, too,
/// and stands higher.
const HtmlBlock* heading_in_title(const HtmlPage& page) {
  const std::u32string title = single_spaced(to_code_points(page.title));
  const HtmlBlock* found = nullptr;
  for (const HtmlBlock& block : page.blocks) {
    if (block.heading == 0 && !block.boilerplate && ends_like_prose(block.text)) break;
    const bool heading = block.heading > 0 && !block.boilerplate;
    if (heading && tells(title, single_spaced(block.text))) found = &block;
  }
  return found;
}

/// The <h1> that the declared title begins with, or the first; else what the declared title says.
const HtmlBlock* heading_one_of(const HtmlPage& page) {
  const std::vector<HtmlBlock>& blocks = page.blocks;
  const std::u32string declared = to_code_points(declared_title(page));
  const std::u32string stated =
      declared.empty() ? to_code_points(html_facts(page).title) : declared;
  const HtmlBlock* first = nullptr;
  for (const HtmlBlock& block : blocks) {
    if (block.heading != 1 || block.boilerplate) continue;
    if (stated.starts_with(block.text)) return &block;
    if (first == nullptr) first = &block;
  }
  if (first != nullptr || declared.empty()) return first;
  for (const HtmlBlock& block : blocks)
    if (block.text == declared) return &block;
  return nullptr;
}

/// Pages without headings have lines in larger letters: the first that the page's title tells.
const HtmlBlock* line_in_title(const HtmlPage& page) {
  constexpr std::size_t kLeastWords = 4, kShortestSentence = 8;
  const std::u32string title = single_spaced(to_code_points(page.title));
  for (const HtmlBlock& block : page.blocks) {
    if (is_boilerplate(block) || block.row) continue;
    const std::u32string text = single_spaced(block.text);
    const std::size_t words = split_words(text).size();
    if (words >= kLeastWords && tells(title, text)) return &block;
    if (words >= kShortestSentence && ends_like_prose(text)) return nullptr;
  }
  return nullptr;
}

const HtmlBlock* headline_of(const HtmlPage& page) {
  for (const auto find : {heading_in_title, heading_one_of, line_in_title})
    if (const HtmlBlock* const found = find(page)) return found;
  return nullptr;
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
    if (is_boilerplate(block)) source.boilerplate.push_back(span);
    if (block.heading > 1) source.headings.push_back(span);
  }
  refuse_beyond(settings.limits.text, source.text.size(), source_name);
  return source;
}

}  // namespace dossier::extract
