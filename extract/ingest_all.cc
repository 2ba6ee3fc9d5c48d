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
#include "extract/ingest_steps.h"
#include "extract/ordered_work.h"
#include "extract/reader/unpack.h"
#include "storage/store.h"

namespace dossier {
namespace {

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

std::size_t weight_of(const std::string& path) {
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(path, unknown);
  return unknown ? kLeastWeight : std::max<std::size_t>(size, kLeastWeight);
}

struct StopAtEnd {
  explicit StopAtEnd(CancellationToken raised) : token(std::move(raised)) {}
  ~StopAtEnd() { token.cancel(); }
  StopAtEnd(const StopAtEnd&) = delete;
  StopAtEnd& operator=(const StopAtEnd&) = delete;
  CancellationToken token;
};

class Ingest {
 public:
  Ingest(KnowledgeBase& kb, const std::vector<std::string>& paths, const IngestOptions& options,
         const IngestObserver& observer)
      : kb_(kb),
        paths_(paths),
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
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t jobs = options_.jobs > 0 ? options_.jobs : cores;
    extract::OrderedWork<Prepared> work(
        {.count = paths_.size(),
         .threads = std::min(jobs, paths_.size()),
         .budget = kHeldBytes * jobs,
         .weight = [this](std::size_t i) { return weight_of(paths_[i]); },
         .make = [this](std::size_t i) { return prepare(paths_[i]); }});
    // However the work ends: what is still being analysed is not wanted.
    const StopAtEnd stop_at_end{stop_};
    for (const std::string& path : paths_) {
      std::optional<Prepared> prepared;
      while (!(prepared = work.take(kPollInterval))) {
        check_cancellation();
        observer_.progress(progress());
        if (!observer_.waiting()) return;
      }
      check_cancellation();
      const std::optional<IngestOutcome> outcome = commit(path, *std::move(prepared));
      if (!outcome || !observer_.done(*outcome)) return;
    }
  }

  void check_cancellation() const {
    if (cancellation_.cancelled()) throw Error(ErrorCode::cancelled, "the ingest was cancelled");
  }

  Prepared prepare(const std::string& path) {
    const auto own = std::make_shared<extract::DocumentProgress>();
    {
      const std::lock_guard lock(mutex_);
      in_work_.push_back(own);
    }
    Prepared prepared;
    try {
      prepared.document =
          extract::prepare_document(kb_, extract::read_bytes(path), path, options_, own);
    } catch (const Error& error) {
      if (!is_documents_own(error)) throw;
      prepared.error = error;
    } catch (const std::bad_alloc&) {
      prepared.error = Error(ErrorCode::limit, path + ": there is no memory left to read it");
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
  std::optional<IngestOutcome> commit(const std::string& path, Prepared prepared) {
    IngestOutcome outcome{path, std::nullopt, std::nullopt};
    while (!prepared.error) {
      std::optional<Transaction> transaction = begin();
      if (!transaction) return std::nullopt;
      const bool due = Clock::now() - synced_ >= kSyncEvery;
      outcome.report = extract::commit_document(
          kb_, *std::move(transaction), prepared.document, decisions_,
          due ? Durability::synced : Durability::relaxed, options_.profile.get());
      if (due) synced_ = Clock::now();
      if (outcome.report) return outcome;
      // Another document of this name has come since this one was found unchanged.
      prepared = prepare(path);
    }
    outcome.error = std::move(prepared.error);
    return outcome;
  }

  void sync() { kb_.store().sync(); }

  KnowledgeBase& kb_;
  const std::vector<std::string>& paths_;
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

void ingest_all(KnowledgeBase& kb, const std::vector<std::string>& paths,
                const IngestOptions& options, const IngestObserver& observer) {
  Ingest(kb, paths, options, observer).run();
}

}  // namespace dossier
