// SPDX-License-Identifier: Apache-2.0
// Entities that rows and lists add to those of a document's sentences.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "extract/document.h"

namespace dossier::extract::listings {

class Things {
 public:
  /// The analysis, which has its entities, must outlive it.
  explicit Things(Analysis& analysis);

  /// The concept with this label: the document's own, if it has one.
  std::uint32_t concept_named(const std::string& label);
  /// A thing of its own without a name, each time another one.
  std::uint32_t individual(const std::string& label, const std::string& kind);

 private:
  std::uint32_t add(Entity entity);

  Analysis& analysis_;
  std::map<std::string, std::uint32_t> concepts_;
};

/// "Pump houses" -> "pump house": the words of a cell as the label of a concept.
std::string concept_label(const Sentence& sentence, TokenRange tokens);

}  // namespace dossier::extract::listings
