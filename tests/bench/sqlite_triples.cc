// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/sqlite_triples.h"

#include "dossier/error.h"

namespace dossier::bench {

namespace {

void check(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    throw Error(ErrorCode::storage, std::string("SQLite: ") + sqlite3_errmsg(database));
}

std::shared_ptr<sqlite3_stmt> prepared(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr), database);
  return {statement, sqlite3_finalize};
}

void bind(sqlite3_stmt* statement, int place, const std::string& text) {
  sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

}  // namespace

SqliteTriples::Statement::Statement(sqlite3* database, const std::string& sql)
    : statement_(prepared(database, sql)) {}

std::size_t SqliteTriples::Statement::rows(const std::string& first,
                                           const std::string* second) const {
  bind(statement_.get(), 1, first);
  if (second != nullptr) bind(statement_.get(), 2, *second);
  std::size_t rows = 0;
  std::string value;
  while (sqlite3_step(statement_.get()) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i)
      value = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), i));
    ++rows;
  }
  sqlite3_reset(statement_.get());
  return rows;
}

SqliteTriples::SqliteTriples(const std::string& path) {
  check(sqlite3_open(path.c_str(), &database_), database_);
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144");
  run("CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT UNIQUE)");
  run("CREATE TABLE triple (s INTEGER, p INTEGER, o INTEGER, PRIMARY KEY (s, p, o)) WITHOUT ROWID");
  run("BEGIN");
  find_ = prepared(database_, "SELECT id FROM term WHERE text = ?1");
  insert_term_ = prepared(database_, "INSERT INTO term (text) VALUES (?1)");
  insert_ = prepared(database_, "INSERT OR IGNORE INTO triple VALUES (?1, ?2, ?3)");
}

SqliteTriples::~SqliteTriples() {
  find_.reset();
  insert_term_.reset();
  insert_.reset();
  sqlite3_close_v2(database_);
}

void SqliteTriples::run(const char* sql) {
  check(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr), database_);
}

sqlite3_int64 SqliteTriples::id_of(const std::string& term) {
  bind(find_.get(), 1, term);
  const bool known = sqlite3_step(find_.get()) == SQLITE_ROW;
  const sqlite3_int64 id = known ? sqlite3_column_int64(find_.get(), 0) : 0;
  sqlite3_reset(find_.get());
  if (known) return id;
  bind(insert_term_.get(), 1, term);
  check(sqlite3_step(insert_term_.get()), database_);
  sqlite3_reset(insert_term_.get());
  return sqlite3_last_insert_rowid(database_);
}

void SqliteTriples::add(const std::string& subject, const std::string& predicate,
                        const std::string& object) {
  int place = 0;
  for (const std::string* term : {&subject, &predicate, &object})
    sqlite3_bind_int64(insert_.get(), ++place, id_of(*term));
  check(sqlite3_step(insert_.get()), database_);
  sqlite3_reset(insert_.get());
}

void SqliteTriples::finish() {
  run("COMMIT");
  run("CREATE INDEX pos ON triple (p, o, s)");
  run("CREATE INDEX osp ON triple (o, s, p)");
  run("ANALYZE");
}

}  // namespace dossier::bench
