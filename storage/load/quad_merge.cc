// SPDX-License-Identifier: Apache-2.0
#include "storage/load/quad_merge.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "storage/load/block_merge.h"
#include "storage/load/parallel.h"
#include "storage/load/range_sorter.h"
#include "storage/load/sorted_rows.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kRowsAtOnce = 8192;
/// There are three chains of permutations; more threads gain more by sorting each on its own.
constexpr std::size_t kMostForChains = 3;

/// Before a permutation is sorted, quads are in spo order: how many of its columns have to be
/// sorted then.
std::size_t columns_to_sort(Permutation permutation) {
  switch (permutation) {
    case Permutation::spo:
      return 4;  // from no order at all
    case Permutation::pso:
    case Permutation::osp:
    case Permutation::gspo:
      return 1;
    default:
      return 2;
  }
}

/// The ranks of one chunk's terms.
class ChunkRanks {
 public:
  ChunkRanks(const Numbering& numbering, const SealedChunk& chunk, const InlinedNumbers& inlined)
      : numbering_(numbering),
        triples_(chunk.triple_numbers),
        terms_(chunk.term_numbers.view(buffer_)),
        default_graph_(numbering.rank(Numbering::kDefaultGraph)) {
    std::vector<std::uint64_t> buffer;
    for (const std::uint64_t id : chunk.inlined().view(buffer)) {
      inlined_.push_back(numbering.rank(inlined(id)));
    }
  }

  std::uint32_t operator()(Ref ref) const {
    switch (ref.sort()) {
      case Ref::Sort::term:
        return numbering_.rank(terms_[ref.number()]);
      case Ref::Sort::triple:
        return numbering_.rank(triples_[ref.number()]);
      case Ref::Sort::inlined:
        return inlined_[ref.number()];
      default:
        return default_graph_;
    }
  }

 private:
  const Numbering& numbering_;
  const std::vector<std::uint32_t>& triples_;
  std::vector<std::uint32_t> buffer_;
  std::span<const std::uint32_t> terms_;
  std::vector<std::uint32_t> inlined_;
  std::uint32_t default_graph_;
};

class QuadMerge {
 public:
  QuadMerge(LoadContext& context, const InlinedNumbers& inlined, State& next)
      : context_(context), inlined_(inlined), next_(next) {
    for (const SealedChunk& chunk : context.chunks) quads_ += chunk.quads().size();
  }

  std::uint64_t run() {
    context_.progress.expect((1 + kPermutationCount) * quads_);
    // What is kept of the quads at the worst moment: the chunks' own and the first sorter's.
    const bool in_memory = quads_ * 3 * sizeof(RankRow) <= room();
    Spool<RankRow> fresh;
    if (in_memory) {
      fresh.reserve(quads_);
    } else {
      fresh = Spool<RankRow>(context_.directory + "/fresh");
    }
    sort_spo(fresh);
    fresh.finish();
    std::vector<std::function<void()>> tasks;
    if (in_memory && context_.threads <= kMostForChains &&
        memory_of_chains(context_.threads) <= room()) {
      tasks = chain_tasks(fresh);
    } else {
      counts_.emplace(fresh, context_.numbering.size());
      for (const Permutation permutation : kPermutations) {
        if (permutation == Permutation::spo) continue;
        tasks.push_back([this, &fresh, permutation] { sort_permutation(fresh, permutation); });
      }
    }
    run_parallel(std::move(tasks), context_.threads, context_.progress);
    return fresh.size();
  }

 private:
  std::size_t room() const {
    const std::size_t taken = context_.numbering.memory_bytes();
    return context_.memory_bytes > taken ? context_.memory_bytes - taken : 0;
  }
  /// The memory of the fresh quads and of what `threads` chains take beside them.
  std::size_t memory_of_chains(std::size_t threads) const {
    return (1 + 2 * threads) * quads_ * sizeof(RankRow);
  }
  std::string path(Permutation permutation) const {
    return context_.directory + '/' + std::string(name_of(permutation));
  }

  /// What the first sorter may take, beside the chunks' quads and the fresh ones.
  std::size_t memory_of_first(const Spool<RankRow>& fresh) const {
    std::size_t others = fresh.memory_bytes();
    for (const SealedChunk& chunk : context_.chunks) others += chunk.memory_bytes();
    return std::max(room() / 2, room() > others ? room() - others : 0);
  }

  void sort_spo(Spool<RankRow>& fresh) {
    RowSorter sorter(path(Permutation::spo), memory_of_first(fresh),
                     columns_to_sort(Permutation::spo));
    sorter.expect(quads_);
    for (SealedChunk& chunk : context_.chunks) {
      const ChunkRanks ranks(context_.numbering, chunk, inlined_);
      Spool<RefQuad>::Reader reader(chunk.quads());
      for (auto quads = reader.next(kRowsAtOnce); !quads.empty();
           quads = reader.next(kRowsAtOnce)) {
        for (const RefQuad& quad : quads) {
          sorter.add({ranks(quad[0]), ranks(quad[1]), ranks(quad[2]), ranks(quad[3])});
        }
        context_.progress.step(quads.size());
      }
      chunk.forget_quads();
    }
    write(sorter, Permutation::spo, &fresh);
  }

  // Each permutation from the one before it, a column at a time.
  std::vector<std::function<void()>> chain_tasks(const Spool<RankRow>& fresh) {
    using enum Permutation;
    std::vector<std::function<void()>> tasks;
    for (const std::vector<Permutation>& chain :
         {std::vector{pso, ops, sop}, std::vector{osp, pos}, std::vector{gspo}}) {
      tasks.push_back([this, &fresh, chain] { sort_chain(fresh, chain); });
    }
    return tasks;
  }

  void sort_chain(const Spool<RankRow>& fresh, const std::vector<Permutation>& chain) {
    std::vector<RankRow> unused;
    SortedRows sorted(fresh.view(unused), Permutation::spo);
    for (const Permutation permutation : chain) {
      context_.progress.look();
      sorted.sort(permutation);
      RowsInMemory rows(sorted.rows());
      write(rows, permutation, nullptr);
    }
  }

  void sort_permutation(const Spool<RankRow>& fresh, Permutation permutation) {
    const std::size_t budget = room() > fresh.memory_bytes() ? room() - fresh.memory_bytes() : 0;
    const std::size_t memory = budget / context_.threads;
    if (sort_by_ranges(fresh, permutation, memory)) return;
    RowSorter sorter(path(permutation), memory, columns_to_sort(permutation));
    sorter.expect(fresh.size());
    const auto& order = kColumnOrder[index_of(permutation)];
    Spool<RankRow>::Reader reader(fresh);
    for (auto rows = reader.next(kRowsAtOnce); !rows.empty(); rows = reader.next(kRowsAtOnce)) {
      for (const RankRow& row : rows) {
        sorter.add({row[order[0]], row[order[1]], row[order[2]], row[order[3]]});
      }
      context_.progress.look();
    }
    write(sorter, permutation, nullptr);
  }

  /// False where ranges of values do not fit into memory: too many rows have the same one, or there
  /// would be so many ranges that writing the rows takes less than reading them again and again.
  bool sort_by_ranges(const Spool<RankRow>& fresh, Permutation permutation, std::size_t memory) {
    constexpr std::size_t kMostRanges = 8;
    const std::size_t most = memory / (2 * sizeof(RankRow));
    const std::size_t columns = columns_to_sort(permutation);
    auto ranges = counts_->ranges(kColumnOrder[index_of(permutation)][0], most);
    if (!ranges || ranges->size() > kMostRanges) return false;
    const bool too_large = std::any_of(ranges->begin(), ranges->end(),
                                       [&](const auto& range) { return range.rows > most; });
    if (too_large && columns > 1) return false;
    RangeSorter sorter(fresh, permutation, columns, std::move(*ranges), most, buffers_);
    write(sorter, permutation, nullptr);
    return true;
  }

  void write(RowSource& rows, Permutation permutation, Spool<RankRow>* fresh) {
    KeyReader keys(rows, context_.numbering, context_.progress);
    next_.indexes[index_of(permutation)] = merge_blocks(context_, permutation, keys, fresh);
  }

  LoadContext& context_;
  const InlinedNumbers& inlined_;
  State& next_;
  std::uint64_t quads_ = 0;
  std::optional<ColumnCounts> counts_;  ///< of the fresh quads
  RowBuffers buffers_;
};

}  // namespace

std::uint64_t merge_quads(LoadContext& context, const InlinedNumbers& inlined, State& next) {
  return QuadMerge(context, inlined, next).run();
}

}  // namespace dossier::storage
