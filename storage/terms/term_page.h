// SPDX-License-Identifier: Apache-2.0
// A page: the rows of up to 128 terms whose ids and keys ascend together, each without what it
// shares with the one before. Byte layout in storage/FORMAT.md. Private to storage/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/term_id.h"

namespace dossier::storage {

inline constexpr std::size_t kPageTerms = 128;

class PageBuilder {
 public:
  /// At most kPageTerms rows of at most kLongestKey bytes each.
  void add(std::string_view row);
  std::size_t size() const noexcept { return size_; }
  /// The page; the builder is empty then.
  std::string take();

 private:
  std::size_t size_ = 0;
  std::string directory_;
  std::string rows_;
  std::string last_;
};

/// Reads a page, best in ascending order. Views the page's bytes, which must stay.
class PageReader {
 public:
  PageReader() = default;
  /// `first` is the id of its first term. Throws Error(storage) that names it when the page is
  /// damaged or has not `terms` terms; so do the others.
  PageReader(std::string_view bytes, TermId first, std::size_t terms);

  TermId first() const noexcept { return first_; }
  std::size_t size() const noexcept { return size_; }
  /// Row number `i`, below size(); valid until the next call.
  std::string_view row(std::size_t i);
  /// The number of the row that has this key in term_id.
  std::optional<std::size_t> find(TermId::Kind kind, std::string_view key);

 private:
  static constexpr std::size_t kNowhere = ~std::size_t{0};

  [[noreturn]] void damaged() const;
  void start(std::size_t group);
  void step();
  std::size_t read_size();
  /// Row number `i` as a key has it.
  std::string_view folded(TermId::Kind kind, std::size_t i);

  std::string_view bytes_;
  TermId first_;
  std::size_t size_ = 0;
  std::size_t at_ = kNowhere;  ///< the number of the row in row_
  std::size_t next_ = 0;       ///< where the row after it begins
  std::string row_;
  std::string folded_;
};

}  // namespace dossier::storage
