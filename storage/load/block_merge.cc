// SPDX-License-Identifier: Apache-2.0
#include "storage/load/block_merge.h"

#include <optional>
#include <span>
#include <vector>

#include "storage/fold/rewrite.h"

namespace dossier::storage {
namespace {

/// Cuts ascending rows into blocks and writes them.
class BlockWriter {
 public:
  BlockWriter(SstFiles& files, Permutation permutation)
      : permutation_(permutation),
        blocks_(files, family_of(permutation)),
        index_(files, Family::block_index) {}

  /// The block that starts at `first` is about to be replaced.
  void replace(const Key& first) { replaced_ = first; }
  void keep(const BlockEntry& entry) { entries_.push_back(entry); }

  void push(std::span<const Key> keys) {
    rows_.insert(rows_.end(), keys.begin(), keys.end());
    for (; waiting().size() >= 2 * kBlockRows; begin_ += kBlockRows) {
      write(waiting().first(kBlockRows));
    }
    if (begin_ < kMostWritten) return;
    rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(begin_));
    begin_ = 0;
  }

  /// Ends the blocks that replace one; `at_end`: no block follows.
  void flush(bool at_end) {
    for (const std::size_t size : cut_rows(waiting().size(), at_end)) {
      write(waiting().first(size));
      begin_ += size;
    }
    rows_.clear();
    begin_ = 0;
    erase_replaced();
  }

  std::vector<BlockEntry> finish() {
    flush(true);
    blocks_.close();
    index_.close();
    return std::move(entries_);
  }

 private:
  /// Rows that are written are removed some blocks at a time.
  static constexpr std::size_t kMostWritten = 4 * kBlockRows;

  std::span<const Key> waiting() const { return std::span(rows_).subspan(begin_); }

  void erase_replaced() {
    if (!replaced_) return;
    blocks_.erase(encode_key(*replaced_));
    index_.erase(encode_entry_key(permutation_, *replaced_));
    replaced_.reset();
  }

  void write(std::span<const Key> rows) {
    const BlockEntry entry = make_entry(rows);
    if (replaced_ && *replaced_ < entry.first) erase_replaced();
    if (replaced_ == entry.first) replaced_.reset();  // written over
    blocks_.put(encode_key(entry.first),
                encode_block(rows, entry.low, entry.high, Widths::compressible));
    index_.put(encode_entry_key(permutation_, entry.first), encode_entry(entry));
    entries_.push_back(entry);
  }

  Permutation permutation_;
  SstWriter blocks_;
  SstWriter index_;
  std::vector<Key> rows_;
  std::size_t begin_ = 0;  ///< of those that are not written yet
  std::vector<BlockEntry> entries_;
  std::optional<Key> replaced_;
};

class BlockMerge {
 public:
  BlockMerge(const LoadContext& context, Permutation permutation, KeyReader& keys,
             Spool<RankRow>* fresh)
      : context_(context),
        permutation_(permutation),
        keys_(keys),
        fresh_(fresh),
        writer_(context.files, permutation) {}

  std::shared_ptr<const BlockIndex> run() {
    const BlockIndex& index = context_.state.index(permutation_);
    for (std::size_t i = 0; i < index.size(); ++i) {
      const bool last = i + 1 == index.size();
      const bool touched = !keys_.at_end() && (last || keys_.key() < index[i + 1].first);
      if (touched) {
        merge(index[i], last ? std::nullopt : std::optional(index[i + 1].first));
      } else {
        writer_.keep(index[i]);
      }
    }
    while (!keys_.at_end()) take(keys_.keys().size());
    return std::make_shared<const BlockIndex>(writer_.finish());
  }

 private:
  void take(std::size_t count) {
    if (fresh_ != nullptr) fresh_->append(keys_.rows().first(count));
    writer_.push(keys_.keys().first(count));
    keys_.advance(count);
  }

  // New keys below `bound` go among the rows of the block.
  void merge(const BlockEntry& entry, const std::optional<Key>& bound) {
    std::vector<Key> rows(entry.rows);
    context_.state.block(permutation_, entry)->decode(0, rows.size(), rows.data());
    writer_.replace(entry.first);
    for (const Key& row : rows) {
      while (!keys_.at_end() && keys_.key() < row) take(1);
      if (!keys_.at_end() && keys_.key() == row) keys_.advance();
      writer_.push(std::span(&row, 1));
    }
    while (!keys_.at_end() && (!bound || keys_.key() < *bound)) take(1);
    writer_.flush(!bound);
  }

  const LoadContext& context_;
  Permutation permutation_;
  KeyReader& keys_;
  Spool<RankRow>* fresh_;
  BlockWriter writer_;
};

}  // namespace

std::shared_ptr<const BlockIndex> merge_blocks(const LoadContext& context, Permutation permutation,
                                               KeyReader& keys, Spool<RankRow>* fresh) {
  return BlockMerge(context, permutation, keys, fresh).run();
}

}  // namespace dossier::storage
