// SPDX-License-Identifier: Apache-2.0
// Reads a table and commits it: see dossier/tables.h.
#include <fmt/format.h>

#include <utility>

#include "dossier/error.h"
#include "dossier/tables.h"
#include "extract/corrections/decision_quads.h"
#include "extract/corrections/decision_work.h"
#include "extract/document_identity.h"
#include "extract/graph/graph_reader.h"
#include "extract/graph/vocabulary.h"
#include "extract/interruption.h"
#include "extract/reader/source_name.h"
#include "extract/tables/table_columns.h"
#include "extract/tables/table_map.h"
#include "extract/tables/table_stream.h"
#include "extract/tables/table_writer.h"
#include "storage/load/input.h"
#include "storage/store.h"

namespace dossier {
namespace {

using extract::TableCells;
using extract::TableMap;
using extract::TableStream;
using extract::TableWriter;

/// Rows that one run of the CONSTRUCT takes.
constexpr std::size_t kRowsAtOnce = 500;
/// Or so many bytes of cells.
constexpr std::size_t kBytesAtOnce = std::size_t{4} << 20;

class TableLoad {
 public:
  TableLoad(KnowledgeBase& kb, const std::string& path, const TableOptions& options)
      : options_(options),
        path_(path),
        input_(storage::Input::open(path)),
        stream_(input_->stream(), path, options.separator),
        transaction_(kb.begin({options.query.timeout, options.query.cancellation})),
        known_(kb.store().snapshot()) {}

  TableReport run() {
    read_columns();
    TableMap map(options_.construct, report_.columns, options_.query);
    TableWriter writer(transaction_, about_document());
    const auto flush = [&] { write(map, writer); };
    if (!options_.header) take(std::move(first_), flush);
    for (TableCells cells; stream_.next(cells);) take(std::move(cells), flush);
    flush();
    writer.finish(report_.rows, stream_.sha256());
    report_.triples = writer.triples();
    report_.facts = writer.facts();
    correct();
    transaction_.commit();
    return std::move(report_);
  }

 private:
  void read_columns() {
    if (!stream_.next(first_))
      throw Error(ErrorCode::input, fmt::format("{} is empty: a table has a row of names", path_));
    report_.columns = options_.header ? extract::column_variables(first_)
                                      : extract::lettered_variables(first_.size());
  }

  /// The document of this path, without what it said before.
  TableWriter::About about_document() {
    extract::Document own;
    own.source_name = extract::document_name(path_ == "-" ? "stdin" : path_);
    const std::string name = extract::file_name(own.source_name);
    extract::name_document(extract::GraphReader(known_),
                           extract::slug_of(extract::without_packing(name)), own);
    report_.document = extract::document_iri(own.slug);
    report_.replaced = transaction_.clear_graph(report_.document) > 0;
    return {.slug = own.slug, .source_file = own.source_name, .headline = name};
  }

  /// What people decided holds for the new rows, too.
  void correct() {
    extract::drop_changes(transaction_, report_.document);
    extract::DecisionWork work(transaction_);
    for (const extract::Decision& decision : extract::read_decisions(extract::GraphReader(known_)))
      work.apply_to(decision, report_.document);
  }

  template <typename Flush>
  void take(TableCells cells, const Flush& flush) {
    if (cells.size() != report_.columns.size()) {
      stream_.refuse_row(fmt::format("the row has cells for {} column{}, and the table has {}",
                                     cells.size(), cells.size() == 1 ? "" : "s",
                                     report_.columns.size()));
    }
    for (const std::string& cell : cells) waiting_bytes_ += cell.size();
    waiting_.push_back({++report_.rows, std::move(cells)});
    if (waiting_.size() >= kRowsAtOnce || waiting_bytes_ >= kBytesAtOnce) flush();
  }

  void write(const TableMap& map, TableWriter& writer) {
    if (waiting_.empty()) return;
    std::vector<std::vector<Triple>> made(waiting_.size());
    std::uint64_t count = 0;
    map.run(waiting_, known_, [&](std::uint64_t row, const Triple& triple) {
      if (++count > kMostTableQuads) refuse_size();
      made.at(row - waiting_.front().number).push_back(triple);
    });
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
      report_.silent += made[i].empty() ? 1 : 0;
      writer.row(waiting_[i], report_.columns, std::move(made[i]));
    }
    waiting_.clear();
    waiting_bytes_ = 0;
    check_limits(writer);
  }

  [[noreturn]] void refuse_size() const {
    throw Error(ErrorCode::limit,
                fmt::format("{} makes more than {} quads; split it", path_, kMostTableQuads));
  }

  void check_limits(const TableWriter& writer) const {
    // A fact is four quads beside its triple, a row six or more.
    if (writer.triples() + 4 * writer.facts() + 6 * report_.rows > kMostTableQuads) refuse_size();
    if (options_.query.cancellation.cancelled() ||
        (options_.progress && !options_.progress(report_.rows, input_->bytes_read())))
      throw Error(ErrorCode::cancelled, "the load was cancelled");
  }

  const TableOptions& options_;
  const std::string& path_;
  std::unique_ptr<storage::Input> input_;
  TableStream stream_;
  Transaction transaction_;
  std::shared_ptr<const storage::QuadSource> known_;
  TableReport report_;
  TableCells first_;
  std::vector<TableMap::Row> waiting_;
  std::size_t waiting_bytes_ = 0;
};

}  // namespace

TableReport load_table(KnowledgeBase& kb, const std::string& path, const TableOptions& options) {
  const extract::Interruption interruption(options.query.cancellation, {});
  const extract::Interruption::Scope scope(interruption);
  return TableLoad(kb, path, options).run();
}

}  // namespace dossier
