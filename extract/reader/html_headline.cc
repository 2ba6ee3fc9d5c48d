// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_headline.h"

#include <algorithm>

#include "extract/reader/html_facts.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

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

/// A link that the page's title begins with: "Old logs (logs.example)" below "Old logs | News".
const HtmlBlock* link_in_title(const HtmlPage& page) {
  constexpr std::size_t kLeastWords = 4;
  const std::u32string title = single_spaced(to_code_points(page.title));
  for (const HtmlBlock& block : page.blocks) {
    const std::u32string text = single_spaced(block.text);
    if (block.boilerplate || block.linked == 0) continue;
    const std::size_t end = std::min(text.find(U" ("), text.size());
    const std::u32string_view head = std::u32string_view(text).substr(0, end);
    if (split_words(head).size() >= kLeastWords && tells(title, head)) return &block;
  }
  return nullptr;
}

}  // namespace

bool is_boilerplate(const HtmlBlock& block) {
  const bool links = block.linked * 5 >= block.text.size() * 4 && !ends_like_prose(block.text);
  return block.heading == 0 && (block.boilerplate || links || is_bar_of_links(block));
}

std::size_t agreed_length(const HtmlPage& page, std::u32string_view heading) {
  constexpr std::size_t kLeastWords = 4;
  const std::u32string title = single_spaced(to_code_points(page.title));
  const auto [end, behind] =
      std::mismatch(heading.begin(), heading.end(), title.begin(), title.end());
  const std::size_t agreed = static_cast<std::size_t>(end - heading.begin());
  if (end == heading.end() || behind == title.end() || agreed == 0 || !is_space(title[agreed - 1]))
    return heading.size();
  const bool parted =
      is_dash(*behind) || *end == U'(' ||
      std::u32string_view(U"|\u00B7\u2022").find(*behind) != std::u32string_view::npos;
  if (!parted || split_words(heading.substr(0, agreed)).size() < kLeastWords) return heading.size();
  return agreed - 1;
}

const HtmlBlock* headline_of(const HtmlPage& page) {
  for (const auto find : {heading_in_title, heading_one_of, line_in_title, link_in_title})
    if (const HtmlBlock* const found = find(page)) return found;
  return nullptr;
}

}  // namespace dossier::extract
