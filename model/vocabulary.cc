// SPDX-License-Identifier: Apache-2.0
#include "model/vocabulary.h"

namespace dossier::vocabulary {

std::string iri(std::string_view name_space, std::string_view local_name) {
  std::string out;
  out.reserve(name_space.size() + local_name.size());
  out += name_space;
  out += local_name;
  return out;
}

}  // namespace dossier::vocabulary
