// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/table_rows.h"

#include <algorithm>

#include "extract/interruption.h"

namespace dossier::extract {

bool TableRows::take_line_end() {
  const std::size_t before = at_;
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  return at_ > before;
}

bool TableRows::next(std::vector<std::string>& cells) {
  Interruption::look();
  while (take_line_end()) continue;
  cells.clear();
  start_ = at_;
  if (at_ >= text_.size()) return false;
  for (;;) {
    cells.push_back(cell());
    if (at_ < text_.size() && text_[at_] == separator_) {
      ++at_;
      continue;
    }
    take_line_end();
    return true;
  }
}

std::string TableRows::cell() {
  if (at_ < text_.size() && text_[at_] == '"') return quoted_cell();
  return plain_cell();
}

std::string TableRows::quoted_cell() {
  std::string value;
  quote_ = at_;
  for (++at_;;) {
    const std::size_t quote = text_.find('"', at_);
    if (quote == std::string_view::npos) {
      open_ = true;
      value += text_.substr(at_);
      at_ = text_.size();
      return value;
    }
    value += text_.substr(at_, quote - at_);
    at_ = quote + 1;
    if (at_ == text_.size() || text_[at_] != '"') break;
    value += '"';
    ++at_;
  }
  // What some programs write behind the closing quote belongs to the cell.
  return value + plain_cell();
}

std::string TableRows::plain_cell() {
  const char ends[] = {separator_, '\r', '\n'};
  const std::size_t end =
      std::min(text_.find_first_of(std::string_view(ends, 3), at_), text_.size());
  std::string value(text_.substr(at_, end - at_));
  at_ = end;
  return value;
}

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  const bool semicolons = line.find(';') != std::string_view::npos;
  return semicolons && line.find(',') == std::string_view::npos ? ';' : ',';
}

}  // namespace dossier::extract
