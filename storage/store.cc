// SPDX-License-Identifier: Apache-2.0
#include "storage/store.h"

#include <fmt/core.h>

#include <filesystem>
#include <optional>
#include <thread>

#include "dossier/error.h"
#include "storage/check/check.h"
#include "storage/disk/backup.h"
#include "storage/disk/lock.h"
#include "storage/disk/making.h"
#include "storage/disk/new_database.h"
#include "storage/disk/saved_rows.h"
#include "storage/disk/store_files.h"
#include "storage/disk/upgrade.h"
#include "storage/fold/current_state.h"
#include "storage/load/compact.h"
#include "storage/load/loader.h"
#include "storage/load/text_build.h"
#include "storage/scan/snapshot.h"
#include "storage/scan/statistics.h"
#include "storage/transaction/transaction.h"

namespace dossier::storage {
namespace {

class StoreImpl : public Store {
 public:
  StoreImpl(const std::string& path, const OpenOptions& options);

  std::shared_ptr<const QuadSource> snapshot() const override {
    return make_snapshot(current_->get());
  }
  std::unique_ptr<WriteTransaction> begin(const WriteWait& wait) override;
  std::unique_ptr<WriteTransaction> try_begin() override;
  void sync() override;
  LoadReport load(std::span<const LoadInput> inputs, const LoadOptions& options) override;
  LoadReport load(std::istream& stream, const LoadInput& input,
                  const LoadOptions& options) override;
  LoadReport load(const QuadGenerator& generator, const LoadOptions& options) override;
  void compact(const ProgressCallback& progress) override;
  void set_base_forms(const std::string& text, std::vector<WordBase> forms) override;
  void index_text(const TextIndexOptions& options) override;
  std::vector<Fault> check(const ProgressCallback& progress) const override;
  Statistics statistics() const override;
  void backup(const std::string& directory) const override;
  void save_query(const SavedQuery& query) override;
  bool remove_query(const std::string& name) override;
  std::vector<SavedQuery> saved_queries() const override;
  void each_side_row(std::string_view prefix, const SideRowVisit& visit) const override;
  void refresh() override;

 private:
  void require_writable() const;
  LoadReport load(std::span<const LoadSource> sources, const LoadOptions& options);
  std::unique_ptr<DirectoryLock> lock_for_writing() const;
  std::shared_ptr<State> open_state(std::unique_ptr<DirectoryLock> lock) const;
  std::shared_ptr<State> open_with_retries() const;
  std::shared_ptr<Database> database() const { return current_->get()->database; }

  std::string path_;
  OpenOptions options_;
  std::shared_ptr<Caches> caches_;
  std::shared_ptr<CurrentState> current_;
};

StoreImpl::StoreImpl(const std::string& path, const OpenOptions& options)
    : path_(path), options_(options), caches_(std::make_shared<Caches>(options.memory_bytes)) {
  if (options.mode == OpenMode::read_only) {
    require_store(path);
    require_plain_files(path, options.mode);
    current_ = std::make_shared<CurrentState>(open_with_retries());
    return;
  }
  remove_leftovers(path);
  auto lock = lock_for_writing();
  require_plain_files(path, options.mode);
  remove_unfinished(load_directory(path));
  remove_unfinished((std::filesystem::path(path) / kUnfinishedName).string());
  current_ = std::make_shared<CurrentState>(open_state(std::move(lock)));
}

std::unique_ptr<DirectoryLock> StoreImpl::lock_for_writing() const {
  if (options_.mode == OpenMode::create && place_of(path_) != Place::store) {
    if (auto lock = make_store(path_, make_database)) return lock;
  }
  require_store(path_);
  return std::make_unique<DirectoryLock>(path_);
}

std::shared_ptr<State> StoreImpl::open_state(std::unique_ptr<DirectoryLock> lock) const {
  auto database = Database::open(path_, options_.mode, options_.memory_bytes, std::move(lock));
  if (options_.mode == OpenMode::create) write_format(*database);
  if (options_.mode != OpenMode::read_only) upgrade(*database);
  return std::make_shared<State>(load_state(std::move(database), caches_));
}

// A writer may replace files while a reader opens them. The reader then finds a file missing, or
// parts of two different states, and tries again. An error that comes again and again while nothing
// is written is a fault of the files.
std::shared_ptr<State> StoreImpl::open_with_retries() const {
  constexpr int kAttempts = 8;
  const auto end = std::chrono::steady_clock::now() + Database::kReaderPatience;
  for (int attempt = 1;;) {
    const std::string files = Database::state_of_files(path_);
    try {
      return open_state(nullptr);
    } catch (const Error&) {
      if (attempt == kAttempts || std::chrono::steady_clock::now() > end) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(10 * attempt));
      if (Database::state_of_files(path_) == files) ++attempt;
    }
  }
}

void StoreImpl::require_writable() const {
  if (options_.mode == OpenMode::read_only) {
    throw Error(ErrorCode::usage, path_ + " is open read-only: open it for writing");
  }
}

std::unique_ptr<WriteTransaction> StoreImpl::begin(const WriteWait& wait) {
  require_writable();
  return std::make_unique<Transaction>(current_, WriteLock::Guard(current_->write_lock(), wait));
}

std::unique_ptr<WriteTransaction> StoreImpl::try_begin() {
  require_writable();
  auto guard = current_->write_lock().try_enter();
  if (!guard) return nullptr;
  return std::make_unique<Transaction>(current_, *std::move(guard));
}

void StoreImpl::sync() {
  require_writable();
  database()->sync();
}

LoadReport StoreImpl::load(std::span<const LoadSource> sources, const LoadOptions& options) {
  require_writable();
  return load_sources(current_, load_directory(path_), sources, options);
}

LoadReport StoreImpl::load(std::span<const LoadInput> inputs, const LoadOptions& options) {
  const std::vector<LoadSource> sources(inputs.begin(), inputs.end());
  return load(sources, options);
}

LoadReport StoreImpl::load(std::istream& stream, const LoadInput& input,
                           const LoadOptions& options) {
  LoadSource source(input);
  source.stream = &stream;
  return load(std::span<const LoadSource>(&source, 1), options);
}

LoadReport StoreImpl::load(const QuadGenerator& generator, const LoadOptions& options) {
  LoadSource source;
  source.input.path = "the generator";
  source.generator = &generator;
  return load(std::span<const LoadSource>(&source, 1), options);
}

void StoreImpl::compact(const ProgressCallback& progress) {
  require_writable();
  compact_store(*current_, progress);
}

void StoreImpl::set_base_forms(const std::string& text, std::vector<WordBase> forms) {
  require_writable();
  current_->base_forms()[text] = std::move(forms);
}

void StoreImpl::index_text(const TextIndexOptions& options) {
  require_writable();
  const WriteLock::Guard guard(current_->write_lock());
  build_text_index(*current_, options);
}

std::vector<Fault> StoreImpl::check(const ProgressCallback& progress) const {
  return check_state(*current_->get(), progress);
}
void StoreImpl::backup(const std::string& directory) const {
  require_writable();
  make_backup(*database(), directory);
}

Statistics StoreImpl::statistics() const { return statistics_of(current_->get(), path_); }

void StoreImpl::save_query(const SavedQuery& query) {
  require_writable();
  put_saved_query(*database(), query);
}

bool StoreImpl::remove_query(const std::string& name) {
  require_writable();
  return remove_saved_query(*database(), name);
}

std::vector<SavedQuery> StoreImpl::saved_queries() const { return read_saved_queries(*database()); }

void StoreImpl::each_side_row(std::string_view prefix, const SideRowVisit& visit) const {
  read_side_rows(*database(), prefix, visit);
}

void StoreImpl::refresh() {
  if (options_.mode != OpenMode::read_only) return;
  // A secondary instance catches up as a whole, also for the snapshots that read it. So a new one
  // is opened, and the old one stays open until its last snapshot is destroyed.
  current_->set(open_with_retries());
}

}  // namespace

std::unique_ptr<Store> Store::open(const std::string& path, const OpenOptions& options) {
  return std::make_unique<StoreImpl>(path, options);
}

}  // namespace dossier::storage
