#include "storage/load/sst_files.h"

#include <rocksdb/options.h>

namespace dossier::storage {
namespace {

constexpr std::uint64_t kFileBytes = std::uint64_t{256} << 20;

}  // namespace

void SstFiles::check(const rocksdb::Status& status) const {
  if (!status.ok()) throw_status(status, database_.path(), "load into");
}

void SstFiles::close(Family family, File& file) {
  check(file.writer->Finish());
  done_[family].push_back(file.path);
  file.writer.reset();
}

rocksdb::SstFileWriter& SstFiles::writer_for(Family family, int group) {
  File& file = open_[{family, group}];
  if (file.writer && file.writer->FileSize() > kFileBytes) close(family, file);
  if (!file.writer) {
    file.path = directory_ + "/" + std::to_string(count_++) + ".sst";
    file.writer = std::make_unique<rocksdb::SstFileWriter>(
        rocksdb::EnvOptions{}, database_.options_for(family), database_.handle(family));
    check(file.writer->Open(file.path));
  }
  return *file.writer;
}

void SstFiles::put(Family family, int group, std::string_view key, std::string_view value) {
  check(writer_for(family, group).Put(slice(key), slice(value)));
}

void SstFiles::erase(Family family, int group, std::string_view key) {
  check(writer_for(family, group).Delete(slice(key)));
}

void SstFiles::ingest() {
  for (auto& [place, file] : open_) {
    if (file.writer) close(place.first, file);
  }
  std::vector<rocksdb::IngestExternalFileArg> args;
  for (const auto& [family, paths] : done_) {
    rocksdb::IngestExternalFileArg arg;
    arg.column_family = database_.handle(family);
    arg.external_files = paths;
    arg.options.move_files = true;
    arg.options.write_global_seqno = false;
    args.push_back(std::move(arg));
  }
  if (!args.empty()) check(database_.db().IngestExternalFiles(args));
}

}  // namespace dossier::storage
