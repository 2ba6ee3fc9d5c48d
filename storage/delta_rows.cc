#include "storage/delta_rows.h"

#include "model/error.h"

namespace dossier::storage {

std::string delta_key(const Key& spo) { return encode_key(spo); }

std::string_view delta_value(bool present) { return present ? "+" : "-"; }

DeltaRow decode_delta_row(std::string_view key, std::string_view value) {
  if (value != "+" && value != "-") {
    throw Error(ErrorCode::storage, "a row of the delta is damaged");
  }
  return {decode_key(key), value == "+"};
}

}  // namespace dossier::storage
