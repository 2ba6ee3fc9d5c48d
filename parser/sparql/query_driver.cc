// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/control.h"
#include "parser/sparql/drivers.h"

namespace dossier::sparql {

bool match_query(std::string_view text, Recorder& recorder) {
  peg::memory_input<peg::tracking_mode::lazy> in(text.data(), text.data() + text.size(), "");
  return peg::parse<QueryUnit, peg::nothing, Control>(in, recorder);
}

}  // namespace dossier::sparql
