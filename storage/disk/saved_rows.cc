// SPDX-License-Identifier: Apache-2.0
#include "storage/disk/saved_rows.h"

#include "dossier/error.h"
#include "storage/bytes.h"

namespace dossier::storage {

std::string encode_saved_query(const SavedQuery& query) {
  std::string out;
  append_little_endian(out, static_cast<std::uint32_t>(query.text.size()));
  return out + query.text + query.description;
}

SavedQuery decode_saved_query(std::string_view key, std::string_view value) {
  ByteReader reader(value);
  const std::size_t size = reader.read<std::uint32_t>();
  const std::string_view text = reader.take(size);
  if (!reader.ok()) throw Error(ErrorCode::storage, "a saved query is damaged");
  return {std::string(key), std::string(text),
          std::string(value.substr(sizeof(std::uint32_t) + size))};
}

}  // namespace dossier::storage
