// SPDX-License-Identifier: Apache-2.0
#include "storage/text_index.h"

#include "dossier/error.h"
#include "storage/quad_source.h"

namespace dossier::storage {

std::unique_ptr<const TextIndex> text_index_of(const QuadSource& source) {
  if (const auto* texts = dynamic_cast<const TextSource*>(&source)) return texts->text_index();
  throw Error(ErrorCode::unsupported,
              "this data has no text index: put it into a knowledge base to search it");
}

}  // namespace dossier::storage
