// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_attributes.h"

#include <cstddef>
#include <string_view>

#include "model/ascii.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kMostAttributes = 500;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

struct Tag {
  std::size_t cut = std::string_view::npos;  ///< where the attributes beyond the limit begin
  std::size_t end = 0;                       ///< of its ">", or the end of the text
};

/// The tag behind the "<" at `begin`. A quote belongs to an attribute only behind "=".
Tag tag_at(std::string_view html, std::size_t begin) {
  Tag tag;
  std::size_t attributes = 0;
  std::size_t at = begin + 1;
  for (; at < html.size() && html[at] != '>'; ++at) {
    const char before = html[at - 1];
    const bool quoted = (html[at] == '"' || html[at] == '\'') && before == '=';
    if (quoted) {
      at = html.find(html[at], at + 1);
      if (at == std::string_view::npos) at = html.size();
    } else if ((is_blank(before) || before == '/' || before == '"' || before == '\'') &&
               !is_blank(html[at]) && html[at] != '/' && ++attributes > kMostAttributes &&
               tag.cut == std::string_view::npos) {
      tag.cut = at;
    }
    if (at == html.size()) break;
  }
  tag.end = at;
  return tag;
}

}  // namespace

std::string with_few_attributes(std::string html) {
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = html.find('<'); at != std::string::npos && at + 1 < html.size();
       at = html.find('<', at)) {
    if (!is_ascii_letter(html[at + 1])) {
      ++at;
      continue;
    }
    const Tag tag = tag_at(html, at);
    if (tag.cut != std::string_view::npos) {
      result.append(html, copied, tag.cut - copied);
      copied = tag.end;
    }
    at = tag.end;
  }
  if (copied == 0) return html;
  return result.append(html, copied);
}

}  // namespace dossier::extract
