// SPDX-License-Identifier: Apache-2.0
// Triples in SQLite as one would store them by hand: a table of terms, a table of three numbers a
// triple with an index for each order that queries need.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <memory>
#include <string>

namespace dossier::bench {

class SqliteTriples {
 public:
  class Statement {
   public:
    Statement(sqlite3* database, const std::string& sql);
    /// Binds ?1, and ?2 when given, reads every column of every row and returns how many rows.
    std::size_t rows(const std::string& first, const std::string* second) const;

   private:
    std::shared_ptr<sqlite3_stmt> statement_;
  };

  explicit SqliteTriples(const std::string& path);
  ~SqliteTriples();
  SqliteTriples(const SqliteTriples&) = delete;
  SqliteTriples& operator=(const SqliteTriples&) = delete;

  void add(const std::string& subject, const std::string& predicate, const std::string& object);
  /// Makes the indexes and statistics; after the last triple.
  void finish();
  Statement prepare(const std::string& sql) { return {database_, sql}; }

 private:
  void run(const char* sql);
  sqlite3_int64 id_of(const std::string& term);

  sqlite3* database_ = nullptr;
  std::shared_ptr<sqlite3_stmt> find_, insert_term_, insert_;
};

}  // namespace dossier::bench
