// SPDX-License-Identifier: Apache-2.0
#include "storage/load/sst_files.h"

#include <rocksdb/options.h>

namespace dossier::storage {
namespace {

constexpr std::uint64_t kFileBytes = std::uint64_t{256} << 20;

}  // namespace

void SstFiles::check(const rocksdb::Status& status) const {
  if (!status.ok()) throw_status(status, database_.path(), "load into");
}

std::string SstFiles::new_path() {
  const std::lock_guard lock(mutex_);
  return directory_ + "/" + std::to_string(count_++) + ".sst";
}

void SstFiles::add(Family family, std::string path) {
  const std::lock_guard lock(mutex_);
  done_[family].push_back(std::move(path));
}

rocksdb::SstFileWriter& SstWriter::writer() {
  if (writer_ && writer_->FileSize() > kFileBytes) close();
  if (!writer_) {
    path_ = files_.new_path();
    Database& database = files_.database_;
    writer_ = std::make_unique<rocksdb::SstFileWriter>(
        rocksdb::EnvOptions{}, database.options_for(family_), database.handle(family_));
    files_.check(writer_->Open(path_));
  }
  return *writer_;
}

void SstWriter::put(std::string_view key, std::string_view value) {
  files_.check(writer().Put(slice(key), slice(value)));
}

void SstWriter::erase(std::string_view key) { files_.check(writer().Delete(slice(key))); }

void SstWriter::close() {
  if (!writer_) return;
  files_.check(writer_->Finish());
  files_.add(family_, path_);
  writer_.reset();
}

void SstFiles::ingest() {
  std::vector<rocksdb::IngestExternalFileArg> args;
  for (const auto& [family, paths] : done_) {
    rocksdb::IngestExternalFileArg arg;
    arg.column_family = database_.handle(family);
    arg.external_files = paths;
    arg.options.move_files = true;
    arg.options.write_global_seqno = false;
    args.push_back(std::move(arg));
  }
  if (args.empty()) return;
  check(database_.change([&] { return database_.db().IngestExternalFiles(args); }));
}

}  // namespace dossier::storage
