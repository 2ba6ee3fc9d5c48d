// SPDX-License-Identifier: Apache-2.0
#include "storage/load/outcomes.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace dossier::storage {

Outcomes::Outcomes(std::span<const LoadSource> sources, std::string bad_lines_path)
    : sources_(sources), path_(std::move(bad_lines_path)) {
  if (path_.empty()) return;
  for (const LoadSource& source : sources) {
    if (has_lines(source)) continue;
    throw Error(ErrorCode::usage, fmt::format("bad lines can be skipped in N-Triples and N-Quads "
                                              "only, and {} is in another format",
                                              source.input.path));
  }
  file_.open(path_, std::ios::binary | std::ios::trunc);
  require_written();
}

void Outcomes::require_written() {
  if (file_) return;
  throw Error(ErrorCode::input,
              fmt::format("cannot write the bad lines to {}: {}", path_, std::strerror(errno)));
}

void Outcomes::report(Outcome outcome) {
  const std::lock_guard lock(mutex_);
  if (outcome.fault) failed_ = true;
  waiting_.emplace(outcome.origin.piece, std::move(outcome));
  for (auto at = waiting_.find(next_); at != waiting_.end(); at = waiting_.find(++next_)) {
    record(at->second);
    waiting_.erase(at);
  }
}

void Outcomes::record(const Outcome& outcome) {
  if (first_fault_) return;
  if (std::exchange(input_, outcome.origin.file) != outcome.origin.file) {
    lines_before_ = bytes_before_ = 0;
  }
  for (const BadLine& bad : outcome.bad_lines) write(bad, outcome);
  if (outcome.fault) first_fault_ = placed(*outcome.fault, outcome);
  lines_before_ += outcome.lines;
  bytes_before_ += outcome.bytes;
}

Error Outcomes::placed(const Error& fault, const Outcome& outcome) const {
  if (!fault.position()) return fault;
  SourcePosition position = *fault.position();
  position.line += static_cast<std::uint32_t>(lines_before_);
  position.offset += bytes_before_;
  Error error(fault.code(), fault.what(), position, fault.source_line());
  error.set_file(sources_[outcome.origin.file].input.path);
  return error;
}

void Outcomes::write(const BadLine& bad, const Outcome& outcome) {
  const Error fault = placed(bad.fault, outcome);
  file_ << fmt::format("# {}:{}:{}: {}\n{}\n", fault.file(), fault.position()->line,
                       fault.position()->column, fault.what(), bad.line);
  require_written();
  ++bad_lines_;
}

void Outcomes::finish() {
  const std::lock_guard lock(mutex_);
  if (first_fault_) throw Error(*first_fault_);
  if (path_.empty()) return;
  file_.close();
  require_written();
}

}  // namespace dossier::storage
