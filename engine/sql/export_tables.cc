// SPDX-License-Identifier: Apache-2.0
// The tables of a store: quads as they stand, and every term that one of them names.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <optional>
#include <vector>

#include "dossier/error.h"
#include "dossier/sql.h"
#include "engine/functions/value.h"
#include "engine/sql/stored_ids.h"
#include "engine/sql/table_files.h"
#include "engine/sql/table_layout.h"
#include "engine/sql/value.h"
#include "storage/store.h"

namespace dossier {

namespace fs = std::filesystem;
using sql::TableFiles;
using storage::Permutation;
using storage::QuadSource;

namespace {

constexpr std::size_t kRows = 4096;

std::int64_t number_of(TermId id) {
  return id == TermId::default_graph() ? 0 : static_cast<std::int64_t>(id.bits());
}

void check(const TablesOptions& options) {
  if (options.cancellation.cancelled()) throw Error(ErrorCode::cancelled, "interrupted");
}

void write_quads(const QuadSource& source, TableFiles& file, const TablesOptions& options) {
  storage::ScanRequest request;
  request.permutation = Permutation::gspo;
  request.graphs.distinct = false;
  std::array<std::vector<TermId>, 4> ids;
  std::array<TermId*, 4> columns{};
  for (std::size_t i = 0; i < 4; ++i) {
    ids[i].resize(kRows);
    columns[i] = ids[i].data();
  }
  const auto scan = source.scan(request);
  while (const std::size_t count = scan->next(columns, kRows)) {
    check(options);
    for (std::size_t row = 0; row < count; ++row) {
      for (const std::size_t column : {3U, 0U, 1U, 2U}) file.field(number_of(ids[column][row]));
      file.end_row();
    }
  }
  file.finish();
}

/// Days since 1970-01-01 where the day of a xsd:date or xsd:dateTime begins, or it is.
std::optional<double> day_of(const functions::Value& value) {
  constexpr double kNanosecondsPerDay = 86400e9;
  std::optional<xsd::Nanoseconds> time;
  if (const auto* moment = std::get_if<xsd::DateTime>(&value)) time = moment->timeline();
  if (const auto* date = std::get_if<xsd::Date>(&value)) time = date->start().timeline();
  if (!time) return std::nullopt;
  return static_cast<double>(*time) / kNanosecondsPerDay;
}

void write_literal(TableFiles& file, const Term& term) {
  file.field(term.datatype());
  if (term.language().empty())
    file.null();
  else
    file.field(sql::language_of(term));
  const functions::Value value = functions::value_of(term);
  if (functions::numeric_type(value))
    file.field(functions::to_double(value));
  else
    file.null();
  if (const auto day = day_of(value))
    file.field(*day);
  else
    file.null();
}

void write_term(TableFiles& file, const QuadSource& source, TermId id, const Term& term) {
  file.field(number_of(id));
  file.field(sql::kind_name(term));
  file.field(term.is_triple() ? term.to_string() : term.value());
  if (term.is_literal())
    write_literal(file, term);
  else
    for (int i = 0; i < 4; ++i) file.null();
  if (term.is_triple())
    for (const TermId part : source.triple(id)) file.field(number_of(part));
  else
    for (int i = 0; i < 3; ++i) file.null();
  file.end_row();
}

void write_terms(const QuadSource& source, TableFiles& file, const TablesOptions& options) {
  sql::StoredIds all(source);
  std::vector<TermId> ids;
  std::vector<Term> terms;
  for (bool more = true; more;) {
    check(options);
    ids.clear();
    while (ids.size() < kRows) {
      const auto id = all.next();
      more = id.has_value();
      if (!more) break;
      ids.push_back(*id);
    }
    terms.assign(ids.size(), Term());
    source.terms(ids, terms);
    for (std::size_t i = 0; i < ids.size(); ++i) write_term(file, source, ids[i], terms[i]);
  }
  file.finish();
}

void require_free(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return;
  if (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))
    throw Error(
        ErrorCode::usage,
        fmt::format("{} exists and is not an empty folder: name a new one", folder.string()));
}

}  // namespace

TablesReport export_tables(const KnowledgeBase& kb, const std::string& folder,
                           const TablesOptions& options) {
  require_free(folder);
  const fs::path made = fmt::format("{}.new-{}", folder, getpid());
  std::error_code ignored;
  fs::remove_all(made, ignored);
  try {
    const auto source = kb.store().snapshot();
    TableFiles quads(made / "quads", options.file_bytes);
    write_quads(*source, quads, options);
    TableFiles terms(made / "terms", options.file_bytes);
    write_terms(*source, terms, options);
    sql::write_layout(made);
    fs::remove(folder, ignored);
    fs::rename(made, folder);
    return {quads.rows(), terms.rows()};
  } catch (const fs::filesystem_error& error) {
    fs::remove_all(made, ignored);
    throw Error(ErrorCode::input,
                fmt::format("cannot write {}: {}", folder, error.code().message()));
  } catch (...) {
    fs::remove_all(made, ignored);
    throw;
  }
}

}  // namespace dossier
