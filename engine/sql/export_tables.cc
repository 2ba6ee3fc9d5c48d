// SPDX-License-Identifier: Apache-2.0
// The tables of a store: quads as they stand, and every term that one of them names.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <vector>

#include "dossier/error.h"
#include "dossier/sql.h"
#include "engine/functions/value.h"
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

/// The different ids of a permutation's first column, ascending.
class DistinctIds {
 public:
  DistinctIds(const QuadSource& source, Permutation permutation,
              std::optional<storage::IdRange> range = std::nullopt)
      : position_(static_cast<std::size_t>(storage::column_order(permutation)[0])) {
    storage::ScanRequest request;
    request.permutation = permutation;
    request.range = range;
    request.graphs.distinct = false;
    scan_ = source.scan(request);
  }

  std::optional<TermId> next() {
    for (;;) {
      if (at_ == count_) {
        std::array<TermId*, 4> columns{};
        columns[position_] = ids_.data();
        count_ = scan_->next(columns, kRows);
        at_ = 0;
        if (count_ == 0) return std::nullopt;
      }
      const TermId id = ids_[at_++];
      if (id == last_) continue;
      last_ = id;
      return id;
    }
  }

 private:
  std::size_t position_;
  std::unique_ptr<storage::Scan> scan_;
  std::vector<TermId> ids_ = std::vector<TermId>(kRows);
  std::size_t at_ = 0;
  std::size_t count_ = 0;
  TermId last_;
};

/// The parts of triple terms, and their parts: no quad need name them.
std::vector<TermId> parts_of_triples(const QuadSource& source) {
  using Kind = TermId::Kind;
  std::vector<TermId> parts;
  std::vector<TermId> open;
  DistinctIds triples(
      source, Permutation::osp,
      storage::IdRange{TermId::lowest(Kind::triple), TermId::highest(Kind::triple)});
  const auto take = [&](TermId id) {
    for (const TermId part : source.triple(id)) {
      parts.push_back(part);
      if (part.is_triple()) open.push_back(part);
    }
  };
  while (const auto id = triples.next()) take(*id);
  while (!open.empty()) {
    const TermId id = open.back();
    open.pop_back();
    take(id);
  }
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return parts;
}

/// Every id that a quad or a triple term names, ascending.
class AllIds {
 public:
  explicit AllIds(const QuadSource& source)
      : columns_{DistinctIds(source, Permutation::spo), DistinctIds(source, Permutation::pso),
                 DistinctIds(source, Permutation::osp)},
        others_(parts_of_triples(source)) {
    for (const TermId graph : source.named_graphs()) others_.push_back(graph);
    std::sort(others_.begin(), others_.end());
    for (std::size_t i = 0; i < columns_.size(); ++i) heads_[i] = columns_[i].next();
  }

  std::optional<TermId> next() {
    std::optional<TermId> least;
    if (other_ < others_.size()) least = others_[other_];
    for (const auto& head : heads_)
      if (head && (!least || *head < *least)) least = head;
    while (other_ < others_.size() && others_[other_] == least) ++other_;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (least && heads_[i] == least) heads_[i] = columns_[i].next();
    return least;
  }

 private:
  std::array<DistinctIds, 3> columns_;
  std::array<std::optional<TermId>, 3> heads_;
  std::vector<TermId> others_;
  std::size_t other_ = 0;
};

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
  AllIds all(source);
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
