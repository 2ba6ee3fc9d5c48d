// SPDX-License-Identifier: Apache-2.0
// Writes the dictionary rows of new terms in a second thread. Private to storage/.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/term_id.h"
#include "storage/load/page_writer.h"
#include "storage/load/parallel.h"
#include "storage/load/sst_files.h"

namespace dossier::storage {

/// New terms in ascending order of their keys.
class TermBatch {
 public:
  /// `row` is empty when it is the key without its first byte.
  void add(std::string_view key, std::string_view row, TermId id) {
    items_.push_back(
        {id, static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(row.size())});
    bytes_.append(key).append(row);
  }
  /// Calls `visit` with key, row and id of each.
  template <typename Visit>
  void each(const Visit& visit) const {
    std::string_view rest = bytes_;
    for (const Item& item : items_) {
      const std::string_view key = rest.substr(0, item.key_size);
      const std::string_view row = rest.substr(item.key_size, item.row_size);
      visit(key, row.empty() ? key.substr(1) : row, item.id);
      rest.remove_prefix(item.key_size + item.row_size);
    }
  }
  bool empty() const noexcept { return items_.empty(); }
  std::size_t size() const noexcept { return items_.size(); }

 private:
  struct Item {
    TermId id;
    std::uint32_t key_size;
    std::uint32_t row_size;
  };
  std::vector<Item> items_;
  std::string bytes_;
};

/// Two threads, one a family. Many terms go into pages, and so become a run of each kind; few get
/// a row each.
class TermRows {
 public:
  /// Without `pages` all terms get rows.
  TermRows(SstFiles& files, LoadProgress& progress, bool pages);

  void write(TermBatch batch);
  /// After this, all rows are in files.
  void finish();
  /// After finish().
  std::vector<std::shared_ptr<const TermRun>> runs() const { return pages_.runs(); }

 private:
  using Shared = std::shared_ptr<const TermBatch>;
  enum class Form : std::uint8_t { undecided, rows, pages };
  static constexpr std::size_t kKinds = 7;
  /// A run costs every search for a term a little.
  static constexpr std::size_t kLeastRun = 1024;

  void decide(Form form);
  void give(TermBatch batch);
  void put_rows(const TermBatch& batch);
  void put_keys(const TermBatch& batch);
  bool is_paged(std::string_view key) const;

  LoadProgress& progress_;
  Form form_;
  std::vector<TermBatch> waiting_;  ///< while undecided
  std::size_t waiting_terms_ = 0;
  std::vector<SstWriter> rows_;  ///< one a kind: ids ascend within it alone
  SstWriter keys_;
  PageWriter pages_;
  Stage<Shared> row_stage_;
  Stage<Shared> key_stage_;
};

}  // namespace dossier::storage
