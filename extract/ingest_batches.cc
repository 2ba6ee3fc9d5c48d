// SPDX-License-Identifier: Apache-2.0
#include "extract/ingest_batches.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <new>
#include <utility>

#include "extract/ingest_steps.h"
#include "extract/reader/source_name.h"
#include "extract/reader/unpack.h"

namespace dossier::extract {
namespace {

/// Of unpacked files: once so many bytes are held, they are ingested before more are opened.
constexpr std::size_t kBatchBytes = std::size_t{16} << 20;

/// What a regular file begins with; empty when it cannot be read, which its reader will tell.
std::string beginning_of(const std::string& path) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return {};
  std::array<char, 1024> buffer;
  std::ifstream file(path, std::ios::binary);
  file.read(buffer.data(), buffer.size());
  return {buffer.data(), static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0))};
}

}  // namespace

std::vector<IngestPiece> IngestBatches::next() {
  batch_.clear();
  held_ = 0;
  while (at_ < sources_.size() && held_ < kBatchBytes) add(sources_[at_++]);
  return std::move(batch_);
}

void IngestBatches::add(const IngestSource& source) {
  IngestPiece piece;
  piece.path = source.path;
  piece.name = source.name.empty() ? file_name(source.path) : document_name(source.name);
  piece.iri_name = source.iri_name.empty() ? piece.name : document_name(source.iri_name);
  const std::string beginning = source.bytes ? *source.bytes : beginning_of(source.path);
  if (beginning.empty() || !has_parts(piece.name, beginning)) {
    piece.bytes = source.bytes;
    held_ += piece.bytes ? piece.bytes->size() : 0;
    batch_.push_back(std::move(piece));
    return;
  }
  try {
    add_parts(piece, source.bytes ? *source.bytes : read_bytes(source.path));
    return;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::cancelled) throw;
    piece.error = error;
  } catch (const std::bad_alloc&) {
    piece.error = Error(ErrorCode::limit, piece.path + ": there is no memory left to read it");
  }
  batch_.push_back(std::move(piece));
}

void IngestBatches::add_parts(const IngestPiece& whole, std::string_view bytes) {
  const ReadSettings settings = read_settings(options_);
  const Interruption::Scope scope(settings.interruption);
  SourceParts found = source_parts(bytes, whole.name, settings);
  const auto piece_of = [&](const std::string& part) {
    const std::string own = part.substr(whole.name.size());
    IngestPiece piece;
    piece.path = whole.path + own;
    piece.name = whole.name + document_name(own);
    piece.iri_name = whole.iri_name + document_name(own);
    return piece;
  };
  for (SourcePart& part : found.parts) {
    held_ += part.bytes.size();
    IngestPiece piece = piece_of(part.name);
    piece.bytes = std::move(part.bytes);
    piece.table_record = part.record;
    piece.part_of = std::move(part.part_of);
    piece.error = std::move(part.error);
    batch_.push_back(std::move(piece));
  }
  for (const std::string& part : found.skipped) {
    batch_.push_back(piece_of(part));
    batch_.back().skipped = true;
  }
}

}  // namespace dossier::extract
