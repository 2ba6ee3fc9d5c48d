// SPDX-License-Identifier: Apache-2.0
// What every format writes: the things, then the facts, document by document.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "desk/export/export.h"
#include "desk/export/things.h"
#include "desk/write/sources.h"

namespace dossier::exporting {

/// A fact with its ends.
struct ExportedFact {
  const FactRow& row;
  const Thing &subject, &object;
  const writing::Source& source;
};

class FactsSource {
 public:
  /// Reads the documents, and the things of the facts that the request wants. The job must outlive
  /// it.
  explicit FactsSource(const ExportJob& job);

  const std::vector<writing::Source>& documents() const { return documents_; }
  /// The ends of the facts that are wanted.
  const std::vector<Thing>& things() const { return things_.all(); }
  /// Each fact that is wanted, by the documents' order and that of each.
  void each_fact(const std::function<void(const ExportedFact&)>& visit) const;
  /// Those of one document.
  void each_fact_of(const writing::Source& source,
                    const std::function<void(const ExportedFact&)>& visit) const;
  /// What there is, in words.
  std::string report() const;

 private:
  bool is_wanted(const FactRow& row, const Things& all) const;

  const ExportJob& job_;
  std::vector<writing::Source> documents_;
  Things things_;
  std::uint64_t facts_ = 0;
};

/// Writes to the file of the request, or to the stream when it has none.
void write_one_file(const ExportJob& job, const std::function<void(std::ostream&)>& write);

}  // namespace dossier::exporting
