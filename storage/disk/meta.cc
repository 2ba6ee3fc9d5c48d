// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/meta.h"

#include "dossier/error.h"
#include "storage/bytes.h"

namespace dossier::storage {

std::uint64_t Counters::terms() const {
  std::uint64_t terms = 0;
  for (auto kind = static_cast<std::size_t>(TermId::Kind::iri); kind < next.size(); ++kind) {
    terms += next[kind] - 1;
  }
  return terms;
}

bool Counters::knows(TermId id) const {
  if (id.is_local() || !id) return false;
  if (id.is_inline()) return true;
  if (id.kind() == TermId::Kind::none) return id == TermId::default_graph();
  const auto kind = static_cast<std::size_t>(id.kind());
  return kind < next.size() && id.payload() >= 1 && id.payload() < next[kind];
}

std::string encode_counters(const Counters& counters) {
  std::string out;
  for (std::size_t i = 1; i < counters.next.size(); ++i)
    append_little_endian(out, counters.next[i]);
  append_little_endian(out, counters.quads);
  append_little_endian(out, counters.delta_rows);
  for (const auto value : counters.blocks) append_little_endian(out, value);
  for (const auto value : counters.block_rows) append_little_endian(out, value);
  return out;
}

Counters decode_counters(std::string_view bytes) {
  ByteReader reader(bytes);
  Counters counters;
  for (std::size_t i = 1; i < counters.next.size(); ++i) {
    counters.next[i] = reader.read<std::uint64_t>();
  }
  counters.quads = reader.read<std::uint64_t>();
  counters.delta_rows = reader.read<std::uint64_t>();
  for (auto& value : counters.blocks) value = reader.read<std::uint64_t>();
  for (auto& value : counters.block_rows) value = reader.read<std::uint64_t>();
  if (!reader.ok() || !reader.at_end()) {
    throw Error(ErrorCode::storage, "the counters in meta have the wrong length");
  }
  return counters;
}

}  // namespace dossier::storage
