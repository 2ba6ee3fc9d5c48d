// SPDX-License-Identifier: Apache-2.0
// Writes new terms as pages and their summaries. Private to storage/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "storage/load/sst_files.h"
#include "storage/terms/term_page.h"
#include "storage/terms/term_runs.h"

namespace dossier::storage {

/// One thread at a time.
class PageWriter {
 public:
  /// `rows` are the writers of `term`, by kind.
  PageWriter(SstFiles& files, std::vector<SstWriter>& rows)
      : rows_(rows), summaries_(files, Family::term_id) {}

  /// Terms in ascending order of their keys, none of which is a hash. Those of a kind have ids one
  /// after the other.
  void add(std::string_view key, std::string_view row, TermId id);
  /// Ends the page. Before other rows of its kind are written.
  void flush();
  void close();
  /// What was written, a run a kind.
  std::vector<std::shared_ptr<const TermRun>> runs() const;

 private:
  struct Ids {
    TermId first;
    TermId end;
  };

  std::vector<SstWriter>& rows_;
  SstWriter summaries_;
  std::vector<Ids> runs_;
  PageBuilder page_;
  std::vector<std::string> keys_;  ///< the first page_.size() are in use
  std::string last_;               ///< the last key of the page before
};

}  // namespace dossier::storage
