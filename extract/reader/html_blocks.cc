// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_blocks.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <mutex>
#include <utility>

#include "extract/interruption.h"
#include "extract/reader/html_elements.h"
#include "extract/reader/html_rows.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr std::size_t kMostLinkedData = 50;  ///< scripts
constexpr std::size_t kLongestOrigin = 160;  ///< characters of who wrote it, and when
using Attributes = HtmlAttributes;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

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

/// Takes the parser's events; what is open is known by counters and a stack of small records.
class PageBuilder {
 public:
  void start(std::string_view name, const Attributes& attributes) {
    Open open;
    open.name = name;
    open.dropped = (is_left_out(name) && !is_footnote(attributes)) ||
                   is_left_out_role(value(attributes, "role")) ||
                   (name != "html" && name != "body" && is_hidden(attributes));
    open.boilerplate = marks_boilerplate(name, attributes);
    open.linked_data = name == "script" && value(attributes, "type") == "application/ld+json";
    take_metadata(name, attributes);
    if (breaks_line(name)) {
      name == "br" ? break_line() : close_block();
      if (in_origin_ > 0) origin_text_ += U'\n';
    }
    open.text_begin = block_.text.size();
    open.origin = origin_kind(attributes);
    open.origin_begin = origin_text_.size();
    tables_.start(name, attributes, page_.blocks.size());
    count(open, 1);
    if (name == "q" && visible()) append(U"\u201C");
    stack_.push_back(std::move(open));
  }

  void end(std::string_view name) {
    if (stack_.empty() || stack_.back().name != name) return;
    const Open open = std::move(stack_.back());
    stack_.pop_back();
    if (name == "q" && visible()) append(U"\u201D");
    if (name == "sup" && open.text_begin <= block_.text.size() &&
        is_note_mark(std::u32string_view(block_.text).substr(open.text_begin)))
      block_.text.resize(open.text_begin);
    if (open.origin) close_origin(open);
    if (breaks_line(name) && name != "br") close_block();
    tables_.end(name, page_.blocks);
    if (open.linked_data) close_linked_data();
    count(open, -1);
  }

  void characters(std::string_view utf8) {
    if (in_title_ > 0) {
      if (in_body_ == 0) page_.title += utf8;
    } else if (in_linked_data_ > 0) {
      linked_data_ += utf8;
    } else if (visible()) {
      append(to_code_points(utf8));
    }
  }

  HtmlPage finish() {
    close_block();
    return std::move(page_);
  }

 private:
  struct Open {
    std::string name;
    bool dropped = false, boilerplate = false, linked_data = false;
    std::size_t text_begin = 0;
    std::optional<HtmlOrigin::Kind> origin;
    std::size_t origin_begin = 0;  ///< into the text of all elements that tell an origin
  };

  bool visible() const { return dropped_ == 0 && in_title_ == 0; }

  void count(const Open& open, int by) {
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
    in_item_ += name == "li" ? by : 0;
    in_origin_ += open.origin ? by : 0;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      heading_ = by > 0 ? name[1] - '0' : 0;
  }

  void take_metadata(std::string_view name, const Attributes& attributes) {
    if (name == "time" && page_.time.empty()) page_.time = value(attributes, "datetime");
    for (const char* key : {"name", "property", "itemprop"}) {
      const std::string property = to_lower(std::string_view(value(attributes, key)));
      std::string content = value(attributes, "content");
      if (content.empty() && property.starts_with("date")) content = value(attributes, "datetime");
      if (!property.empty() && !content.empty()) page_.metas.emplace(property, content);
    }
  }

  void append(std::u32string_view text) {
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
    if (in_origin_ > 0) origin_text_ += text;
    if (in_link_ > 0) block_.linked += block_.text.size() - std::min(before, block_.text.size());
    block_.item = block_.item || in_item_ > 0;
    block_.heading = std::max(block_.heading, heading_);
    block_.boilerplate = block_.boilerplate || boilerplate_ > 0;
    block_.in_main = in_main_ > 0;
    block_.in_article = in_article_ > 0;
  }

  void break_line() {
    if (!block_.text.empty()) block_.text += U'\n';
    space_ = false;
  }

  void close_block() {
    while (!block_.text.empty() && is_space(block_.text.back())) block_.text.pop_back();
    if (!block_.text.empty()) page_.blocks.push_back(std::move(block_));
    block_ = {};
    space_ = false;
  }

  void close_origin(const Open& open) {
    std::u32string text =
        single_spaced(std::u32string_view(origin_text_).substr(open.origin_begin));
    if (in_origin_ == 1) origin_text_.clear();
    const bool told = !text.empty() && text.size() <= kLongestOrigin && boilerplate_ == 0;
    if (!told || (block_.text.empty() && page_.blocks.empty())) return;
    HtmlBlock& block = block_.text.empty() ? page_.blocks.back() : block_;
    block.origins.push_back({*open.origin, std::move(text)});
  }

  void close_linked_data() {
    if (page_.linked_data.size() < kMostLinkedData)
      page_.linked_data.push_back(std::move(linked_data_));
    linked_data_.clear();
  }

  HtmlPage page_;
  HtmlBlock block_;
  std::string linked_data_;
  std::u32string origin_text_;
  std::vector<Open> stack_;
  HtmlTables tables_;
  bool space_ = false;
  int heading_ = 0;
  int dropped_ = 0, boilerplate_ = 0, in_linked_data_ = 0, in_title_ = 0, in_body_ = 0;
  int in_main_ = 0, in_article_ = 0, in_link_ = 0, in_pre_ = 0, in_item_ = 0, in_origin_ = 0;
};

/// What the C parser calls back with; exceptions wait here until it has returned.
struct Events {
  PageBuilder builder;
  htmlParserCtxtPtr parser = nullptr;
  std::exception_ptr failure;

  template <typename Handle>
  void guarded(Handle handle) noexcept {
    if (failure) return;
    try {
      Interruption::look();
      handle(builder);
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(parser);
    }
  }
};

void on_start(void* context, const xmlChar* name, const xmlChar** pairs) {
  static_cast<Events*>(context)->guarded([&](PageBuilder& builder) {
    Attributes attributes;
    for (; pairs != nullptr && pairs[0] != nullptr; pairs += 2)
      attributes.emplace(view(pairs[0]), view(pairs[1]));
    builder.start(view(name), attributes);
  });
}

void on_end(void* context, const xmlChar* name) {
  static_cast<Events*>(context)->guarded([&](PageBuilder& builder) { builder.end(view(name)); });
}

void on_characters(void* context, const xmlChar* text, int length) {
  static_cast<Events*>(context)->guarded([&](PageBuilder& builder) {
    builder.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
  });
}

}  // namespace

HtmlPage read_html_blocks(const std::string& utf8, const std::string& source_name) {
  // libxml2's own making of its globals at the first use is no work for several threads.
  static std::once_flag ready;
  std::call_once(ready, xmlInitParser);
  Events events;
  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())), htmlFreeParserCtxt);
  if (!parser) refuse_source(source_name, "the HTML parser cannot be started");
  events.parser = parser.get();
  *parser->sax = handler;
  parser->userData = &events;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (events.failure) std::rethrow_exception(events.failure);
  return events.builder.finish();
}

}  // namespace dossier::extract
