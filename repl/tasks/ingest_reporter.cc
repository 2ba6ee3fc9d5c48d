// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/ingest_reporter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "engine/results/short_names.h"
#include "repl/format/printable.h"
#include "repl/tasks/ingest_files.h"

namespace dossier::repl {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReadLanguage = "en";

std::string_view outcome_word(IngestReport::Outcome outcome) {
  switch (outcome) {
    case IngestReport::Outcome::added:
      return "added";
    case IngestReport::Outcome::replaced:
      return "replaced";
    case IngestReport::Outcome::unchanged:
      return "unchanged";
    case IngestReport::Outcome::renamed:
      return "renamed";
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

bool is_unread(const IngestReport& report) {
  return !report.language.empty() && report.language != kReadLanguage;
}

/// What is worth knowing of a document besides its numbers.
std::string remarks(const IngestReport& report) {
  std::string text;
  if (is_unread(report)) text += fmt::format("; in {}, which is not read", report.language);
  if (report.same_text_as.empty()) return text;
  const bool renamed = report.outcome == IngestReport::Outcome::renamed;
  return text + fmt::format("; {} {}", renamed ? "was" : "the same bytes as",
                            printable(report.same_text_as));
}

void report_document(const std::string& name, const IngestReport& report, Console& console) {
  if (report.outcome == IngestReport::Outcome::unchanged) {
    console.err << fmt::format("unchanged  {}\n", name);
    return;
  }
  console.err << fmt::format("{:<9}  {}{}: {}, {}, {}{}\n", outcome_word(report.outcome), name,
                             own_name(report), counted(report.sentences, "sentence"),
                             counted(report.facts, "fact"),
                             counted(report.entities, "entity", "entities"), remarks(report));
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

IngestReporter::IngestReporter(const std::vector<IngestSource>& files,
                               const std::vector<std::string>& skipped, IngestReports reports,
                               Console& console)
    : console_(console),
      reports_(reports),
      files_(files),
      progress_(console, "ingesting", reports == IngestReports::none) {
  for (const IngestSource& file : files) bytes_ += size_of(file.path);
  for (const std::string& file : skipped) skip(file);
}

void IngestReporter::skip(const std::string& name) {
  ++skipped_;
  const std::string ending = fs::path(name).extension().string();
  ++skipped_endings_[ending.empty() ? "without an ending" : ending];
  if (reports_ == IngestReports::complete)
    console_.err << fmt::format("skipped    {}\n", printable(name));
}

/// A document as its file is called inside its folder; outcomes come in the order of the files.
std::string IngestReporter::name_of(const std::string& path) {
  const auto belongs = [&](const IngestSource& file) {
    return path.starts_with(file.path) &&
           (path.size() == file.path.size() || path[file.path.size()] == '/');
  };
  while (at_ + 1 < files_.size() && !belongs(files_[at_]))
    seen_bytes_ += size_of(files_[at_++].path);
  return printable(files_[at_].iri_name + path.substr(files_[at_].path.size()));
}

bool IngestReporter::done(const IngestOutcome& outcome) {
  const std::string name = name_of(outcome.path);
  progress_.clear();
  if (outcome.error) {
    report_error(outcome.path, *outcome.error, console_);
    failed_.push_back(name);
  } else if (outcome.report) {
    if (reports_ != IngestReports::none) report_document(name, *outcome.report, console_);
    count(*outcome.report);
  } else {
    skip(outcome.path);
  }
  return go_on();
}

bool IngestReporter::go_on() {
  const double share =
      bytes_ == 0 ? 1 : static_cast<double>(seen_bytes_) / static_cast<double>(bytes_);
  const double seconds = std::max(watch_.elapsed().count() / 1000, 1e-3);
  std::string text = fmt::format("{} of {} files  {:.0f} sentences/s", at_, files_.size(),
                                 static_cast<double>(new_sentences_) / seconds);
  // A long document would look as if nothing happened.
  if (in_work_.sentences > 0)
    text +=
        fmt::format("  reading: {} of {}", in_work_.read, counted(in_work_.sentences, "sentence"));
  stopped_ = !progress_.update(share, text);
  return !stopped_;
}

std::size_t IngestReporter::finish() {
  progress_.clear();
  const bool several = documents_ + failed_.size() + skipped_ > 1;
  if (reports_ != IngestReports::none && several) console_.err << closing_line() << '\n';
  if (stopped_) throw Error(ErrorCode::cancelled, "interrupted");
  return failed_.size();
}

/// "6 skipped (.csv 4, .dat 2)".
std::string IngestReporter::skipped_words() const {
  constexpr std::size_t kNamed = 6;
  std::string endings;
  std::size_t named = 0;
  for (const auto& [ending, count] : skipped_endings_) {
    if (++named > kNamed) break;
    endings += fmt::format("{}{} {}", named == 1 ? "" : ", ", printable(ending), grouped(count));
  }
  if (skipped_endings_.size() > kNamed) endings += ", ...";
  return fmt::format("{} skipped ({})", grouped(skipped_), endings);
}

/// "2 added, 1 unchanged, 1 failed: 61 sentences, 40 facts in 1.2 s; failed: notes.txt".
std::string IngestReporter::closing_line() const {
  constexpr std::size_t kNamed = 10;
  std::vector<std::string> kinds;
  for (const auto& [outcome, count] : outcomes_)
    kinds.push_back(fmt::format("{} {}", grouped(count), outcome_word(outcome)));
  if (!failed_.empty()) kinds.push_back(fmt::format("{} failed", grouped(failed_.size())));
  if (skipped_ > 0) kinds.push_back(skipped_words());
  std::string text =
      fmt::format("{}: {}, {} in {}", fmt::join(kinds, ", "), counted(sentences_, "sentence"),
                  counted(facts_, "fact"), time_text(watch_.elapsed()));
  if (copies_ > 0) text += fmt::format("; {} of the same bytes as others", grouped(copies_));
  for (const auto& [language, count] : unread_)
    text += fmt::format("; {} in {}, not read", grouped(count), language);
  for (std::size_t i = 0; i < std::min(failed_.size(), kNamed); ++i)
    text += (i == 0 ? "; failed: " : ", ") + failed_[i];
  if (failed_.size() > kNamed) text += fmt::format(" and {} more", failed_.size() - kNamed);
  return text;
}

void IngestReporter::count(const IngestReport& report) {
  ++documents_;
  ++outcomes_[report.outcome];
  sentences_ += report.sentences;
  facts_ += report.facts;
  if (report.outcome == IngestReport::Outcome::unchanged) return;
  if (is_unread(report)) ++unread_[report.language];
  if (!report.same_text_as.empty() && report.outcome != IngestReport::Outcome::renamed) ++copies_;
  new_sentences_ += report.sentences;
}

}  // namespace dossier::repl
