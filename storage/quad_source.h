// SPDX-License-Identifier: Apache-2.0
// The narrow interface through which quads are read: all that engine/ sees of a store.
//
// A source is one immutable state: two reads of it agree. Store snapshots, running transactions and
// plain vectors of quads (MemorySource) implement it. Everything is ids; terms appear only in the
// look-ups below.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "dossier/quad.h"
#include "dossier/term.h"
#include "model/id_quad.h"
#include "model/term_id.h"
#include "storage/term_reader.h"

namespace dossier::storage {

/// The orders quads are kept in. Graph is the last column of the six triple orders, so equal
/// triples of several graphs are neighbours; gspo serves "everything of one graph".
enum class Permutation : std::uint8_t { spo, sop, pso, pos, osp, ops, gspo };
inline constexpr std::size_t kPermutationCount = 7;

/// The columns of a permutation, first to last: column_order(pos) = {predicate, object, subject,
/// graph}.
std::array<Position, 4> column_order(Permutation permutation);

/// Both ends belong to the range.
struct IdRange {
  TermId low;
  TermId high{~std::uint64_t{0}};
  bool contains(TermId id) const noexcept { return low <= id && id <= high; }
};

/// Which graphs a scan reads.
struct GraphScope {
  enum class Kind : std::uint8_t {
    all,    ///< every graph; with `distinct` the union graph
    named,  ///< every graph but the default graph
    list,   ///< exactly the graphs in `graphs` (default_graph() may be one of them)
  };
  Kind kind = Kind::all;
  std::vector<TermId> graphs;  ///< sorted ascending; for Kind::list
  /// Equal triples of several graphs come once; then the graph column is not available. Not for
  /// gspo unless the graph is bound: there equal triples are no neighbours (Error(usage)).
  bool distinct = true;

  bool contains(TermId graph) const;
};

/// A stretch of a permutation: rows in its column order, both ends belonging to it.
struct ScanPart {
  std::array<TermId, 4> first;
  std::array<TermId, 4> last;
};

/// What a scan delivers.
struct ScanRequest {
  Permutation permutation = Permutation::spo;
  /// Ids the leading columns of the permutation must equal.
  std::array<TermId, 4> prefix{};
  std::uint8_t prefix_length = 0;
  /// Restricts the column after the prefix.
  std::optional<IdRange> range;
  GraphScope graphs;
  /// Only what lies in it; see QuadSource::split().
  std::optional<ScanPart> part = {};
};

/// Where a request may be cut into parts.
enum class SplitAt : std::uint8_t {
  rows,  ///< between any two triples
  ids,   ///< between two ids of the column after the prefix: each part has a range of them
};

/// A cursor over the matching quads in the permutation's order.
class Scan {
 public:
  virtual ~Scan() = default;
  /// Fills up to `capacity` rows into the columns whose pointer is not null (indexed by Position)
  /// and returns how many; 0 means the end. Throws Error(storage) when a block is damaged.
  virtual std::size_t next(const std::array<TermId*, 4>& columns, std::size_t capacity) = 0;
  /// Skips rows until the column after the prefix is at least `lower`. Never goes back.
  virtual void seek(TermId lower) = 0;
};

/// Thread-safe for concurrent reads unless a derived class says otherwise. Scans must not outlive
/// their source.
class QuadSource {
 public:
  virtual ~QuadSource() = default;

  virtual std::unique_ptr<Scan> scan(const ScanRequest& request) const = 0;
  /// How many quads match, exact or nearly so (equal triples of several graphs may count more than
  /// once; the graph scope may be ignored). Costs at most a few block look-ups.
  virtual std::uint64_t estimate(const ScanRequest& request) const = 0;
  /// How many different ids `position` takes among quads with this predicate; 0 when unknown.
  virtual std::uint64_t distinct_estimate(TermId predicate, Position position) const = 0;
  virtual bool contains(const IdQuad& quad) const = 0;
  /// Requests whose answers one after the other are that of `request`, each of about `rows` rows as
  /// far as that is known; `rows` is not 0. They may be scanned by several threads at a time. One
  /// alone, the request itself, when it is small, and from a source that only one thread may read.
  virtual std::vector<ScanRequest> split(const ScanRequest& request, std::uint64_t rows,
                                         SplitAt at) const;

  /// Term -> id; none() where the store has no such term. Inline terms always have an id. A blank
  /// node is looked up by the label this store gave it.
  virtual TermId find(const Term& term) const = 0;
  /// As find() for each; `ids` is as long as `terms`.
  virtual void find(std::span<const Term> terms, std::span<TermId> ids) const = 0;
  /// Id -> term. Throws Error(storage) for an id this source never gave out.
  virtual Term term(TermId id) const = 0;
  /// As term() for each; `terms` is as long as `ids`. none() gives the default-constructed term.
  virtual void terms(std::span<const TermId> ids, std::span<Term> terms) const = 0;
  /// As terms(), but may give up and say false when those read take more than `enough` bytes: some
  /// are read then, and the others as they were. A source that has its terms in memory need not.
  virtual bool terms_within(std::span<const TermId> ids, std::span<Term> terms,
                            std::size_t enough) const;
  /// The three ids of a triple term.
  virtual std::array<TermId, 3> triple(TermId id) const = 0;
  /// The id of the triple term with these parts; none() where the store has none.
  virtual TermId find_triple(const std::array<TermId, 3>& parts) const = 0;
  using TripleVisit = std::function<bool(TermId id, const std::array<TermId, 3>& parts)>;
  /// Calls `visit` for each triple term with this subject, and this predicate unless it is none(),
  /// in the order of their parts, until it returns false. Must not read terms itself.
  virtual void each_triple(TermId subject, TermId predicate, const TripleVisit& visit) const = 0;

  /// The named graphs that hold at least one quad, ascending.
  virtual std::vector<TermId> named_graphs() const = 0;

  // What a source may do better than any source can.

  virtual std::unique_ptr<TermReader> term_reader() const;
  /// As triple() for each; `parts` is as long as `ids`. Neighbours are read fastest.
  virtual void triples(std::span<const TermId> ids, std::span<std::array<TermId, 3>> parts) const;
  /// How many rows scan() would give, exactly; none when that needs more than a few block look-ups.
  virtual std::optional<std::uint64_t> exact_count(const ScanRequest& request) const;
  /// How many different ids the column after the prefix has among these rows, exactly; none when
  /// that needs more than a few block look-ups.
  virtual std::optional<std::uint64_t> exact_distinct(const ScanRequest& request) const;
};

}  // namespace dossier::storage
