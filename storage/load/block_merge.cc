#include "storage/load/block_merge.h"

#include <span>

#include "storage/rewrite.h"

namespace dossier::storage {
namespace {

/// Cuts ascending rows into blocks and writes them.
class BlockWriter {
 public:
  BlockWriter(LoadContext& context, Permutation permutation)
      : context_(context), permutation_(permutation) {}

  /// The block that starts at `first` is about to be replaced.
  void replace(const Key& first) { replaced_ = first; }
  void keep(const BlockEntry& entry) { entries_.push_back(entry); }

  void push(const Key& key) {
    rows_.push_back(key);
    if (rows_.size() < 2 * kBlockRows) return;
    write(std::span(rows_).first(kBlockRows));
    rows_.erase(rows_.begin(), rows_.begin() + kBlockRows);
  }

  /// Ends the blocks that replace one; `at_end`: nothing comes behind.
  void flush(bool at_end) {
    std::size_t at = 0;
    for (const std::size_t size : cut_rows(rows_.size(), at_end)) {
      write(std::span(rows_).subspan(at, size));
      at += size;
    }
    rows_.clear();
    erase_replaced();
  }

  std::vector<BlockEntry> take() { return std::move(entries_); }

 private:
  int group() const { return static_cast<int>(permutation_); }

  void erase_replaced() {
    if (!replaced_) return;
    context_.files.erase(family_of(permutation_), 0, encode_key(*replaced_));
    context_.files.erase(Family::block_index, group(), encode_entry_key(permutation_, *replaced_));
    replaced_.reset();
  }

  void write(std::span<const Key> rows) {
    const BlockEntry entry = make_entry(rows);
    if (replaced_ && *replaced_ < entry.first) erase_replaced();
    if (replaced_ == entry.first) replaced_.reset();  // written over
    context_.files.put(family_of(permutation_), 0, encode_key(entry.first), encode_block(rows));
    context_.files.put(Family::block_index, group(), encode_entry_key(permutation_, entry.first),
                       encode_entry(entry));
    entries_.push_back(entry);
  }

  LoadContext& context_;
  Permutation permutation_;
  std::vector<Key> rows_;
  std::vector<BlockEntry> entries_;
  std::optional<Key> replaced_;
};

class BlockMerge {
 public:
  BlockMerge(LoadContext& context, Permutation permutation, const KeyStream& keys,
             const FreshKey& fresh)
      : context_(context),
        permutation_(permutation),
        keys_(keys),
        fresh_(fresh),
        writer_(context, permutation),
        next_(keys()) {}

  std::shared_ptr<const BlockIndex> run() {
    const BlockIndex& index = context_.state.index(permutation_);
    for (std::size_t i = 0; i < index.size(); ++i) {
      const bool last = i + 1 == index.size();
      const bool touched = next_ && (last || *next_ < index[i + 1].first);
      if (touched) {
        merge(index[i], last ? std::nullopt : std::optional(index[i + 1].first));
      } else {
        writer_.keep(index[i]);
      }
    }
    while (next_) take_next();
    writer_.flush(true);
    return std::make_shared<const BlockIndex>(writer_.take());
  }

 private:
  void take_next() {
    fresh_(*next_);
    writer_.push(*next_);
    advance();
  }
  void advance() {
    next_ = keys_();
    context_.progress.tick();
  }

  // New keys below `bound` go among the rows of the block.
  void merge(const BlockEntry& entry, const std::optional<Key>& bound) {
    std::vector<Key> rows(entry.rows);
    context_.state.block(permutation_, entry)->decode(0, rows.size(), rows.data());
    writer_.replace(entry.first);
    for (const Key& row : rows) {
      while (next_ && *next_ < row) take_next();
      if (next_ == row) advance();
      writer_.push(row);
    }
    while (next_ && (!bound || *next_ < *bound)) take_next();
    writer_.flush(!bound);
  }

  LoadContext& context_;
  Permutation permutation_;
  const KeyStream& keys_;
  const FreshKey& fresh_;
  BlockWriter writer_;
  std::optional<Key> next_;
};

}  // namespace

std::shared_ptr<const BlockIndex> merge_blocks(LoadContext& context, Permutation permutation,
                                               const KeyStream& keys, const FreshKey& fresh) {
  return BlockMerge(context, permutation, keys, fresh).run();
}

}  // namespace dossier::storage
