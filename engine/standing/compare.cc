// SPDX-License-Identifier: Apache-2.0
#include "engine/standing/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <set>

#include "dossier/error.h"
#include "engine/query/query_result.h"
#include "engine/standing/standing_rows.h"

namespace dossier::standing {
namespace {

using Microseconds = std::chrono::microseconds;

/// A comparison that is quicker is made with every commit.
constexpr std::uint64_t kQuick = 5000;
/// A slower one waits so many times as long as it took, so that it takes a fifth of the time.
constexpr std::uint64_t kRest = 4;

std::uint64_t now() {
  const auto time = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(std::chrono::duration_cast<Microseconds>(time).count());
}

std::string text_of_time(std::uint64_t moment) {
  return Term::date_time(
             std::chrono::sys_time<Microseconds>(Microseconds(moment / 1'000'000 * 1'000'000)))
      .value();
}

/// True, too, when the clock was set back.
bool is_due(const Record& record) {
  const std::uint64_t moment = now();
  return record.took <= kQuick || moment < record.compared_at ||
         moment - record.compared_at >= kRest * record.took;
}

QueryOptions limited(QueryOptions options) {
  options.timeout = kTimeout;
  options.memory_bytes = kMemoryBytes;
  options.outside = OutsideAccess::nothing();
  return options;
}

/// One query over one transaction. Nothing is put into the transaction before all answers are read.
class Comparison {
 public:
  Comparison(Record& record, const std::shared_ptr<storage::WriteTransaction>& writes,
             const ReadRows& rows)
      : record_(record), writes_(writes), known_(read_answers(rows, record.name)) {
    met_.resize(known_.size());
  }

  void read(const functions::CustomTablePtr& custom) {
    QueryResult result = start_query(writes_, record_.text, limited(record_.options), {}, custom);
    if (result.form() != QueryResult::Form::select)
      throw Error(ErrorCode::usage, "only a SELECT can be watched");
    std::uint64_t count = 0;
    for (Row row; result.next(row);) {
      if (++count > kMostRows) {
        throw Error(ErrorCode::limit,
                    fmt::format("a query with more than {} rows cannot be watched", kMostRows));
      }
      add(row);
    }
  }

  void write(std::uint64_t moment) {
    const std::string time = text_of_time(moment);
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!met_[i]) writes_->erase_side_row(answer_key(record_.name, &known_[i]));
    }
    for (const RowHash& hash : added_) writes_->put_side_row(answer_key(record_.name, &hash), {});
    for (const Row& row : news_) put_news(time, row);
    if (record_.is_new()) record_.since = time;
  }

 private:
  void add(const Row& row) {
    const RowHash hash = hash_of(row.values());
    const auto at = std::lower_bound(known_.begin(), known_.end(), hash);
    if (at != known_.end() && *at == hash) {
      met_[static_cast<std::size_t>(at - known_.begin())] = true;
      return;
    }
    if (!added_.insert(hash).second || record_.is_new()) return;
    for (const std::optional<Term>& value : row.values())
      bytes_ += sizeof value + (value ? value->to_string().size() : 0);
    if (bytes_ > kMemoryBytes) throw Error(ErrorCode::limit, "the new rows take more than 256 MiB");
    news_.push_back(row);
  }

  void put_news(const std::string& time, const Row& row) {
    const std::uint64_t number = record_.next++;
    writes_->put_side_row(news_key(record_.name, &number),
                          encode_news(time, row.variables(), row.values()));
    if (number <= kNewsKept) return;
    const std::uint64_t old = number - kNewsKept;
    writes_->erase_side_row(news_key(record_.name, &old));
  }

  Record& record_;
  const std::shared_ptr<storage::WriteTransaction>& writes_;
  std::vector<RowHash> known_;
  std::vector<bool> met_;  ///< by the index of known_
  std::set<RowHash> added_;
  std::vector<Row> news_;
  std::size_t bytes_ = 0;
};

/// Why the comparison failed; empty when it did not.
std::string compare(Record& record, const std::shared_ptr<storage::WriteTransaction>& writes,
                    const ReadRows& rows, const functions::CustomTablePtr& custom,
                    std::uint64_t moment) {
  try {
    Comparison comparison(record, writes, rows);
    comparison.read(custom);
    comparison.write(moment);
    return {};
  } catch (const Error& error) {
    return error.what();
  } catch (const std::bad_alloc&) {
    return "there is no memory left";
  }
}

}  // namespace

void before_commit(const std::shared_ptr<storage::WriteTransaction>& writes,
                   const functions::CustomTablePtr& custom) {
  const ReadRows rows = [&](std::string_view prefix, const storage::SideRowVisit& visit) {
    writes->each_side_row(prefix, visit);
  };
  std::vector<Record> records = read_records(rows);
  if (records.empty()) return;
  const bool changes = writes->inserted() + writes->erased() > 0;
  for (Record& record : records) {
    if (!changes && !record.behind) continue;
    if (changes && !is_due(record)) {
      if (record.behind) continue;
      record.behind = true;
    } else {
      record.compared_at = now();
      record.fault = compare(record, writes, rows, custom, record.compared_at);
      record.behind = !record.fault.empty();
      record.took = std::max<std::uint64_t>(now(), record.compared_at) - record.compared_at;
      record.compared_at += record.took;
    }
    writes->put_side_row(record_key(record.name), encode(record));
  }
}

}  // namespace dossier::standing
