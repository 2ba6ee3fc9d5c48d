#include "storage/delta_rows.h"

#include "model/error.h"

namespace dossier::storage {

std::string delta_key(const IdQuad& quad) { return encode_key(to_key(Permutation::spo, quad)); }

std::string delta_value(bool present, std::uint8_t waiting) {
  return std::string(1, static_cast<char>(waiting | (present ? 0x80 : 0)));
}

DeltaRow decode_delta_row(std::string_view key, std::string_view value) {
  if (value.size() != 1) throw Error(ErrorCode::storage, "a row of the delta is damaged");
  const auto bits = static_cast<std::uint8_t>(value[0]);
  DeltaRow row;
  row.quad = to_quad(Permutation::spo, decode_key(key));
  row.present = (bits & 0x80) != 0;
  row.waiting = static_cast<std::uint8_t>(bits & DeltaRow::kAll);
  return row;
}

}  // namespace dossier::storage
