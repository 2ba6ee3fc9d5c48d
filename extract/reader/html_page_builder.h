// SPDX-License-Identifier: Apache-2.0
// Makes the blocks of a page of the events of a parser.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/reader/html_blocks.h"
#include "extract/reader/html_elements.h"
#include "extract/reader/html_rows.h"

namespace dossier::extract {

/// Takes the parser's events; what is open is known by counters and a stack of small records.
class PageBuilder {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes);

  void end(std::string_view name);

  void characters(std::string_view utf8);

  HtmlPage finish();

 private:
  struct Open {
    std::string name;
    bool dropped = false, boilerplate = false, linked_data = false;
    std::size_t text_begin = 0;
    std::optional<HtmlOrigin::Kind> origin;
    bool points_inside = false;  ///< a link to another place of the page
    bool is_item = false;        ///< of microdata, as the value of `property` of the item around it
    std::string property;
    std::size_t origin_begin = 0;  ///< into the text of all elements that tell an origin
  };

  bool visible() const { return dropped_ == 0 && in_title_ == 0; }

  void count(const Open& open, int by);

  void take_metadata(std::string_view name, const HtmlAttributes& attributes);

  /// <time> without a machine's form of it: what it shows.
  void take_shown_time(const Open& open);

  /// Microdata: <span itemprop="author" itemscope><meta itemprop="name" content="Jane Doe">.
  void take_name(const std::string& content);

  /// The first that is not said to be of a change; one of a change if there is no other.
  void take_time(const HtmlAttributes& attributes);

  void append(std::u32string_view text);

  bool is_apart(std::u32string_view text) const;

  void break_line();

  void close_block();

  /// "[1]" and its like, raised or linked to a note; the arrow that leads back from it.
  void drop_note_mark(const Open& open);

  /// Blanks between words once, so that its length tells how much there is.
  void append_origin(std::u32string_view text);
  void close_origin(const Open& open);

  void close_linked_data();

  HtmlPage page_;
  HtmlBlock block_;
  std::string linked_data_;
  std::u32string origin_text_;
  std::vector<Open> stack_;
  std::vector<std::size_t> items_;  ///< of the stack, those that are items
  HtmlTables tables_;
  bool space_ = false;
  bool after_end_ = false;  ///< of an element, with no text since
  bool glued_ = false;      ///< an element begins right behind another
  int heading_ = 0;
  int dropped_ = 0, boilerplate_ = 0, in_linked_data_ = 0, in_title_ = 0, in_body_ = 0;
  int in_main_ = 0, in_article_ = 0, in_link_ = 0, in_pre_ = 0, in_item_ = 0, in_origin_ = 0;
  int in_raised_ = 0;
};

}  // namespace dossier::extract
