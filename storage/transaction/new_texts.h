// SPDX-License-Identifier: Apache-2.0
// The texts that a transaction adds to the text index. Private to storage/.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "storage/quad_source.h"
#include "storage/text/text_layer.h"

namespace dossier::storage {

struct NewTexts {
  TextLayer layer;
  std::uint64_t texts = 0;  ///< those that the index below does not have
  std::uint64_t words = 0;  ///< of these
};

/// `literals` ascend; `source` knows them. `is_new` says of a literal that no index can have it.
NewTexts index_texts(const QuadSource& source, const std::vector<TermId>& literals,
                     const BaseForms& forms, const TextIndex& below,
                     const std::function<bool(TermId)>& is_new);

}  // namespace dossier::storage
