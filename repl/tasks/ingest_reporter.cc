// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/ingest_reporter.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "engine/results/short_names.h"
#include "repl/format/printable.h"
#include "repl/tasks/ingest_files.h"

namespace dossier::repl {
namespace {

namespace fs = std::filesystem;

std::string_view outcome_word(IngestReport::Outcome outcome) {
  switch (outcome) {
    case IngestReport::Outcome::added:
      return "added";
    case IngestReport::Outcome::replaced:
      return "replaced";
    case IngestReport::Outcome::unchanged:
      return "unchanged";
  }
  return {};
}

/// Which document a file became that would have had the name of another one.
std::string own_name(const IngestReport& report) {
  if (report.namesake.empty()) return {};
  return fmt::format(" as {} (another document of that name: {})",
                     printable(short_text(report.document, predeclared_prefixes())),
                     printable(report.namesake));
}

void report_document(const std::string& file, const IngestReport& report, Console& console) {
  const std::string name = printable(fs::path(file).filename().string());
  if (report.outcome == IngestReport::Outcome::unchanged) {
    console.err << fmt::format("unchanged  {}\n", name);
    return;
  }
  console.err << fmt::format("{:<9}  {}{}: {}, {}, {}\n", outcome_word(report.outcome), name,
                             own_name(report), counted(report.sentences, "sentence"),
                             counted(report.facts, "fact"),
                             counted(report.entities, "entity", "entities"));
}

/// Whether an error names its file.
bool names(const std::string& text, const std::string& file) {
  return text.find(file == "-" ? std::string(kInputName) : fs::path(file).filename().string()) !=
         std::string::npos;
}

std::uint64_t size_of(const std::string& file) {
  std::error_code unknown;
  const std::uintmax_t size = fs::file_size(file, unknown);
  return unknown || size == 0 ? 1 : size;
}

}  // namespace

void report_error(const std::string& file, const Error& error, Console& console) {
  const std::string text = error.describe();
  console.err << "error: "
              << printable_lines(names(text, file) ? text : fmt::format("{}: {}", file, text))
              << '\n';
}

IngestReporter::IngestReporter(const std::vector<std::string>& files, bool quiet, Console& console)
    : console_(console),
      quiet_(quiet),
      files_(files.size()),
      progress_(console, "ingesting", quiet) {
  for (const std::string& file : files) bytes_ += size_of(file);
}

bool IngestReporter::done(const IngestOutcome& outcome) {
  ++seen_;
  seen_bytes_ += size_of(outcome.path);
  progress_.clear();
  if (outcome.error) {
    report_error(outcome.path, *outcome.error, console_);
    failed_.push_back(outcome.path);
  } else {
    if (!quiet_) report_document(outcome.path, *outcome.report, console_);
    warn_of_twin(outcome);
    count(*outcome.report);
  }
  return go_on();
}

bool IngestReporter::go_on() {
  const double share = static_cast<double>(seen_bytes_) / static_cast<double>(bytes_);
  const double seconds = std::max(watch_.elapsed().count() / 1000, 1e-3);
  std::string text = fmt::format("{} of {} documents  {:.0f} sentences/s", seen_, files_,
                                 static_cast<double>(new_sentences_) / seconds);
  // A long document would look as if nothing happened.
  if (seen_ < files_ && in_work_.sentences > 0)
    text +=
        fmt::format("  reading: {} of {}", in_work_.read, counted(in_work_.sentences, "sentence"));
  stopped_ = !progress_.update(share, text);
  return !stopped_;
}

std::size_t IngestReporter::finish() {
  progress_.clear();
  if (!quiet_ && files_ > 1) {
    console_.err << fmt::format("{} new or changed: {}, {} in {}{}\n",
                                counted(documents_, "document"), counted(sentences_, "sentence"),
                                counted(facts_, "fact"), time_text(watch_.elapsed()),
                                failed_text());
  }
  if (stopped_ && seen_ < files_) throw Error(ErrorCode::cancelled, "interrupted");
  return failed_.size();
}

std::string IngestReporter::failed_text() const {
  constexpr std::size_t kNamed = 10;
  if (failed_.empty()) return {};
  std::string text = fmt::format("; {} not read:", counted(failed_.size(), "document"));
  for (std::size_t i = 0; i < std::min(failed_.size(), kNamed); ++i)
    text += (i == 0 ? " " : ", ") + printable(fs::path(failed_[i]).filename().string());
  if (failed_.size() > kNamed) text += fmt::format(" and {} more", failed_.size() - kNamed);
  return text;
}

/// A document is identified by its file name, without the folder.
void IngestReporter::warn_of_twin(const IngestOutcome& outcome) {
  const auto [at, fresh] = paths_.try_emplace(outcome.report->document, outcome.path);
  if (fresh) return;
  console_.err << fmt::format("warning: {} takes the place of {}: they have one name\n",
                              printable(outcome.path), printable(at->second));
  at->second = outcome.path;
}

void IngestReporter::count(const IngestReport& report) {
  sentences_ += report.sentences;
  facts_ += report.facts;
  if (report.outcome == IngestReport::Outcome::unchanged) return;
  ++documents_;
  new_sentences_ += report.sentences;
}

}  // namespace dossier::repl
