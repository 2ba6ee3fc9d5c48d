// SPDX-License-Identifier: Apache-2.0
// A table as a document: its rows are the sentences that its facts were read from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dossier/transaction.h"
#include "extract/graph/graph_writer.h"
#include "extract/tables/table_map.h"

namespace dossier::extract {

/// Writes into the graph of one document.
class TableWriter {
 public:
  struct About {
    std::string slug, source_file, headline;
  };

  /// `transaction` must outlive it.
  TableWriter(Transaction& transaction, About about);

  /// A row with its triples, as TableMap gives them. They are asserted and, unless they are classes
  /// or names, facts with the row as their evidence; equal ones count once. The row's text is what
  /// its cells say.
  void row(const TableMap::Row& row, const std::vector<std::string>& columns,
           std::vector<Triple> triples);
  void finish(std::uint64_t rows, const std::string& sha256);

  std::uint64_t facts() const { return facts_; }
  std::uint64_t triples() const { return triples_; }

 private:
  void fact(const Triple& triple, const Term& row, std::size_t number);
  void mention(const Term& row, const Triple& triple);

  Transaction& transaction_;
  About about_;
  Term document_;
  GraphWriter out_;
  std::uint64_t facts_ = 0, triples_ = 0;
};

}  // namespace dossier::extract
