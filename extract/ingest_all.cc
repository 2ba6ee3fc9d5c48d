// SPDX-License-Identifier: Apache-2.0
// Ingests many documents: analysed on several threads, written in order on one.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "dossier/ingest.h"
#include "extract/graph/data_model.h"
#include "extract/ingest_batches.h"
#include "extract/ingest_steps.h"
#include "extract/ordered_work.h"
#include "extract/reader/unpack.h"
#include "storage/store.h"

namespace dossier {
namespace {

using extract::IngestPiece;
using extract::PreparedDocument;
using Clock = std::chrono::steady_clock;

/// Bytes of documents that are analysed and wait to be written: an analysed document takes a
/// hundred times its size and more.
constexpr std::size_t kHeldBytes = std::size_t{256} << 10;
/// Counted for a file at least, so that many small ones are bounded, too.
constexpr std::size_t kLeastWeight = 4096;
constexpr std::chrono::milliseconds kPollInterval{100};
constexpr std::chrono::seconds kSyncEvery{1};

struct Prepared {
  PreparedDocument document;
  std::optional<Error> error;
};

/// Failures of the knowledge base are not those of a document.
bool is_documents_own(const Error& error) {
  return error.code() != ErrorCode::storage && error.code() != ErrorCode::cancelled;
}

std::size_t weight_of(const IngestPiece& piece) {
  if (piece.bytes) return std::max(piece.bytes->size(), kLeastWeight);
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(piece.path, unknown);
  return unknown ? kLeastWeight : std::max<std::size_t>(size, kLeastWeight);
}

/// Ends what is still being analysed when its results are no longer wanted.
struct StopUnlessDone {
  explicit StopUnlessDone(CancellationToken raised) : token(std::move(raised)) {}
  ~StopUnlessDone() {
    if (!done) token.cancel();
  }
  StopUnlessDone(const StopUnlessDone&) = delete;
  StopUnlessDone& operator=(const StopUnlessDone&) = delete;
  CancellationToken token;
  bool done = false;
};

class Ingest {
 public:
  Ingest(KnowledgeBase& kb, const std::vector<IngestSource>& sources, const IngestOptions& options,
         const IngestObserver& observer)
      : kb_(kb),
        sources_(sources),
        options_(options),
        cancellation_(options.cancellation),
        observer_(observer) {
    options_.cancellation = stop_;
  }

  void run() {
    try {
      ingest();
    } catch (const Error& error) {
      if (error.code() == ErrorCode::cancelled) sync();
      throw;
    }
    sync();
  }

 private:
  void ingest() {
    IngestOptions opening = options_;
    opening.cancellation = cancellation_;
    extract::IngestBatches batches(sources_, opening);
    for (std::vector<IngestPiece> batch; !(batch = batches.next()).empty();) {
      if (!ingest(batch)) return;
    }
  }

  /// False when the observer ends the work.
  bool ingest(const std::vector<IngestPiece>& pieces) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t jobs = options_.jobs > 0 ? options_.jobs : cores;
    extract::OrderedWork<Prepared> work(
        {.count = pieces.size(),
         .threads = std::min(jobs, pieces.size()),
         .budget = kHeldBytes * jobs,
         .weight = [&](std::size_t i) { return weight_of(pieces[i]); },
         .make = [&](std::size_t i) { return prepare(pieces[i]); }});
    StopUnlessDone stop{stop_};
    for (const IngestPiece& piece : pieces) {
      std::optional<Prepared> prepared;
      while (!(prepared = work.take(kPollInterval))) {
        check_cancellation();
        observer_.progress(progress());
        if (!observer_.waiting()) return false;
      }
      check_cancellation();
      const std::optional<IngestOutcome> outcome = commit(piece, *std::move(prepared));
      if (!outcome || !observer_.done(*outcome)) return false;
    }
    stop.done = true;
    return true;
  }

  void check_cancellation() const {
    if (cancellation_.cancelled()) throw Error(ErrorCode::cancelled, "the ingest was cancelled");
  }

  Prepared prepare(const IngestPiece& piece) {
    if (piece.error || piece.skipped) return {{}, piece.error};
    const auto own = std::make_shared<extract::DocumentProgress>();
    {
      const std::lock_guard lock(mutex_);
      in_work_.push_back(own);
    }
    Prepared prepared;
    try {
      std::string file;
      if (!piece.bytes) file = extract::read_bytes(piece.path);
      prepared.document =
          extract::prepare_document(kb_,
                                    {.bytes = piece.bytes ? *piece.bytes : file,
                                     .name = piece.name,
                                     .iri_name = piece.iri_name,
                                     .table_record = piece.table_record,
                                     .part_of = piece.part_of,
                                     // A name that is no path says nothing about where the file is.
                                     .may_be_moved = !piece.bytes && piece.name == piece.path},
                                    options_, own);
    } catch (const Error& error) {
      if (!is_documents_own(error)) throw;
      prepared.error = error;
    } catch (const std::bad_alloc&) {
      prepared.error = Error(ErrorCode::limit, piece.path + ": there is no memory left to read it");
    }
    return prepared;
  }

  IngestProgress progress() {
    const std::lock_guard lock(mutex_);
    // Whoever works on a document holds it, too.
    std::erase_if(in_work_, [](const auto& one) { return one.use_count() == 1; });
    IngestProgress sum;
    for (const auto& one : in_work_) {
      sum.sentences += one->sentences;
      sum.read += one->read;
    }
    return sum;
  }

  /// None when the observer ends the wait for another writer.
  std::optional<Transaction> begin() const {
    for (;;) {
      try {
        return kb_.begin({kPollInterval, cancellation_});
      } catch (const Error& error) {
        if (error.code() != ErrorCode::timeout) throw;
      }
      if (!observer_.waiting()) return std::nullopt;
    }
  }

  /// None when the observer ends the work.
  std::optional<IngestOutcome> commit(const IngestPiece& piece, Prepared prepared) {
    IngestOutcome outcome{piece.path, std::nullopt, std::nullopt};
    while (!prepared.error && !piece.skipped) {
      std::optional<Transaction> transaction = begin();
      if (!transaction) return std::nullopt;
      const bool due = Clock::now() - synced_ >= kSyncEvery;
      outcome.report = extract::commit_document(
          kb_, *std::move(transaction), prepared.document, decisions_,
          due ? Durability::synced : Durability::relaxed, options_.profile.get());
      if (due) synced_ = Clock::now();
      if (outcome.report) return outcome;
      // Another document of this name has come since this one was found unchanged.
      prepared = prepare(piece);
    }
    outcome.error = std::move(prepared.error);
    return outcome;
  }

  void sync() { kb_.store().sync(); }

  KnowledgeBase& kb_;
  const std::vector<IngestSource>& sources_;
  IngestOptions options_;                 ///< with stop_ as their token
  const CancellationToken cancellation_;  ///< the caller's
  CancellationToken stop_;
  const IngestObserver& observer_;
  extract::DecisionReader decisions_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<extract::DocumentProgress>> in_work_;  ///< under mutex_
  Clock::time_point synced_ = Clock::now();
};

}  // namespace

void ingest_sources(KnowledgeBase& kb, const std::vector<IngestSource>& sources,
                    const IngestOptions& options, const IngestObserver& observer) {
  extract::require_data_model(extract::GraphReader(kb.store().snapshot()));
  Ingest(kb, sources, options, observer).run();
}

void ingest_all(KnowledgeBase& kb, const std::vector<std::string>& paths,
                const IngestOptions& options, const IngestObserver& observer) {
  std::vector<IngestSource> sources;
  for (const std::string& path : paths) sources.push_back({path});
  ingest_sources(kb, sources, options, observer);
}

}  // namespace dossier
