// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_page_builder.h"

#include <algorithm>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr std::size_t kMostLinkedData = 50;  ///< scripts
constexpr std::size_t kMostOrigins = 50;     ///< of a block
constexpr std::size_t kLongestOrigin = 160;  ///< characters of who wrote it, and when

using Attributes = HtmlAttributes;

/// Runs of white space become one blank, or one line end.
std::u32string single_spaced(std::u32string_view text) {
  std::u32string result;
  for (const char32_t c : text) {
    const bool blank_before = result.empty() || is_space(result.back());
    if (!is_space(c)) {
      result += c;
    } else if (c == U'\n' && !result.empty()) {
      while (is_space(result.back())) result.pop_back();
      result += U'\n';
    } else if (!blank_before) {
      result += U' ';
    }
  }
  while (!result.empty() && is_space(result.back())) result.pop_back();
  return result;
}

bool is_change_word(std::u32string_view word) {
  const std::u32string lower = to_lower(word);
  return lower.starts_with(U"updated") || lower.starts_with(U"modified") ||
         lower.starts_with(U"edited") || lower.starts_with(U"revised");
}

}  // namespace

void PageBuilder::start(std::string_view name, const Attributes& attributes) {
  Open open;
  open.name = name;
  open.dropped = (is_left_out(name) && !is_footnote(attributes)) ||
                 is_left_out_role(value(attributes, "role")) ||
                 (name != "html" && name != "body" && is_hidden(attributes));
  open.boilerplate = marks_boilerplate(name, attributes);
  // "[edit]" inside a heading makes the heading no boilerplate.
  open.dropped = open.dropped || (open.boilerplate && !breaks_line(name));
  open.linked_data = name == "script" && value(attributes, "type") == "application/ld+json";
  take_metadata(name, attributes);
  if (breaks_line(name)) {
    name == "br" ? break_line() : close_block();
    if (in_origin_ > 0) append_origin(U"\n");
  }
  glued_ = (glued_ || after_end_ || name == "a") && !breaks_line(name);
  after_end_ = false;
  open.text_begin = block_.text.size();
  open.origin = origin_kind(attributes);
  open.origin_begin = origin_text_.size();
  open.points_inside = name == "a" && value(attributes, "href").starts_with("#");
  open.is_item = attributes.contains("itemscope");
  open.property = value(attributes, "itemprop");
  tables_.start(name, attributes, page_.blocks.size());
  count(open, 1);
  if (name == "q" && visible()) append(U"\u201C");
  if (open.is_item) items_.push_back(stack_.size());
  stack_.push_back(std::move(open));
}

void PageBuilder::end(std::string_view name) {
  if (stack_.empty() || stack_.back().name != name) return;
  const Open open = std::move(stack_.back());
  stack_.pop_back();
  if (open.is_item) items_.pop_back();
  after_end_ = true, glued_ = name == "a";
  if (name == "q" && visible()) append(U"\u201D");
  drop_note_mark(open);
  take_shown_time(open);
  if (open.origin) close_origin(open);
  if (breaks_line(name) && name != "br") close_block();
  tables_.end(name, page_.blocks);
  if (open.linked_data) close_linked_data();
  count(open, -1);
}

void PageBuilder::characters(std::string_view utf8) {
  if (in_title_ > 0) {
    if (in_body_ == 0) page_.title += utf8;
  } else if (in_linked_data_ > 0) {
    linked_data_ += utf8;
  } else if (visible()) {
    append(to_code_points(utf8));
  } else if (in_origin_ > 0 && in_article_ > 0) {
    // The footer of an article is not read, but tells who wrote it.
    append_origin(to_code_points(utf8));
  }
}

HtmlPage PageBuilder::finish() {
  close_block();
  return std::move(page_);
}

void PageBuilder::drop_note_mark(const Open& open) {
  constexpr std::size_t kLongest = 32;  // longer text is no mark; the limit keeps pages linear
  if ((open.name != "sup" && !open.points_inside) || open.text_begin > block_.text.size() ||
      block_.text.size() - open.text_begin > kLongest)
    return;
  const bool raised = in_raised_ > (open.name == "sup" ? 1 : 0);
  const std::u32string_view text = trim(std::u32string_view(block_.text).substr(open.text_begin));
  const bool linked = open.points_inside && (is_way_back(text) || (raised && is_note_number(text)));
  if (linked || is_note_mark(text)) block_.text.resize(open.text_begin);
}

void PageBuilder::count(const Open& open, int by) {
  const std::string& name = open.name;
  dropped_ += open.dropped ? by : 0;
  boilerplate_ += open.boilerplate ? by : 0;
  in_linked_data_ += open.linked_data ? by : 0;
  in_title_ += name == "title" ? by : 0;
  in_body_ += name == "body" ? by : 0;
  in_main_ += name == "main" ? by : 0;
  in_article_ += name == "article" ? by : 0;
  in_link_ += name == "a" ? by : 0;
  in_pre_ += name == "pre" ? by : 0;
  in_raised_ += name == "sup" ? by : 0;
  in_item_ += name == "li" ? by : 0;
  in_origin_ += open.origin ? by : 0;
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
    heading_ = by > 0 ? name[1] - '0' : 0;
}

void PageBuilder::take_metadata(std::string_view name, const Attributes& attributes) {
  if (name.ends_with("time")) take_time(attributes);  // "relative-time", too
  if (name == "link" && value(attributes, "rel") == "canonical")
    page_.metas.emplace("canonical", value(attributes, "href"));
  if (value(attributes, "itemprop") == "name") take_name(value(attributes, "content"));
  for (const char* key : {"name", "property", "itemprop"}) {
    const std::string property = to_lower(std::string_view(value(attributes, key)));
    std::string content = value(attributes, "content");
    if (content.empty() && property.starts_with("date")) content = value(attributes, "datetime");
    if (!property.empty() && !content.empty()) page_.metas.emplace(property, content);
  }
}

void PageBuilder::take_name(const std::string& content) {
  if (items_.empty() || content.empty()) return;
  const Open& item = stack_[items_.back()];
  if (!item.property.empty()) page_.metas.emplace(item.property + ":name", content);
}

void PageBuilder::take_time(const Attributes& attributes) {
  const std::string time = value(attributes, "datetime");
  const auto words = split_words(block_.text);
  const bool changed = !words.empty() && is_change_word(words.back());
  if (time.empty() || (!page_.time.empty() && (changed || !page_.time_of_change))) return;
  page_.time = time;
  page_.time_of_change = changed;
}

void PageBuilder::take_shown_time(const Open& open) {
  constexpr std::size_t kLongest = 40;  // characters
  if (open.name != "time" || !page_.time.empty() || open.text_begin > block_.text.size()) return;
  const std::u32string_view shown = std::u32string_view(block_.text).substr(open.text_begin);
  if (shown.size() <= kLongest) page_.time = to_utf8(trim(shown));
}

/// Elements beside each other without a space between, which a page's style sets apart:
/// "Ada Berg" and "Reporter", "2022" and "11:42".
bool PageBuilder::is_apart(std::u32string_view text) const {
  if (!glued_ || text.empty() || block_.text.empty()) return false;
  const char32_t last = block_.text.back(), next = text.front();
  return (is_lower(last) && (is_upper(next) || is_digit(next))) ||
         (is_digit(last) && (is_digit(next) || is_upper(next)));
}

void PageBuilder::append(std::u32string_view text) {
  if (is_apart(text)) {
    space_ = true;
    if (in_origin_ > 0) append_origin(U" ");
  }
  glued_ = after_end_ = false;
  const std::size_t before = block_.text.size();
  for (const char32_t c : text) {
    if (in_pre_ > 0 && is_line_end(c)) {
      break_line();
    } else if (c == kSoftHyphen) {
      continue;
    } else if (c == U' ' || (c >= 0x09 && c <= 0x0D)) {
      space_ = true;
    } else {
      if (space_ && !block_.text.empty() && block_.text.back() != U'\n') block_.text += U' ';
      space_ = false;
      block_.text += c;
    }
  }
  if (in_origin_ > 0) append_origin(text);
  if (in_link_ > 0) block_.linked += block_.text.size() - std::min(before, block_.text.size());
  block_.item = block_.item || in_item_ > 0;
  block_.heading = std::max(block_.heading, heading_);
  block_.boilerplate = block_.boilerplate || boilerplate_ > 0;
  block_.in_main = in_main_ > 0;
  block_.in_article = in_article_ > 0;
}

void PageBuilder::break_line() {
  if (!block_.text.empty()) block_.text += U'\n';
  space_ = false;
}

void PageBuilder::close_block() {
  while (!block_.text.empty() && is_space(block_.text.back())) block_.text.pop_back();
  if (!block_.text.empty()) page_.blocks.push_back(std::move(block_));
  block_ = {};
  space_ = false;
}

void PageBuilder::append_origin(std::u32string_view text) {
  for (const char32_t c : text) {
    const bool space = is_space(c);
    if (!space || origin_text_.empty() || !is_space(origin_text_.back()))
      origin_text_ += c;
    else if (c == U'\n')
      origin_text_.back() = c;
  }
}

void PageBuilder::close_origin(const Open& open) {
  // Elements inside each other may all hold the same text: longer text tells nothing, and is not
  // looked at.
  const std::u32string_view raw = std::u32string_view(origin_text_).substr(open.origin_begin);
  std::u32string text = raw.size() <= 2 * kLongestOrigin ? single_spaced(raw) : U"";
  if (in_origin_ == 1) origin_text_.clear();
  const bool told = !text.empty() && text.size() <= kLongestOrigin && boilerplate_ == 0;
  if (!told || (block_.text.empty() && page_.blocks.empty())) return;
  HtmlBlock& block = block_.text.empty() ? page_.blocks.back() : block_;
  if (block.origins.size() < kMostOrigins) block.origins.push_back({*open.origin, std::move(text)});
}

void PageBuilder::close_linked_data() {
  if (page_.linked_data.size() < kMostLinkedData)
    page_.linked_data.push_back(std::move(linked_data_));
  linked_data_.clear();
}

}  // namespace dossier::extract
