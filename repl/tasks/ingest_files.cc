// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/ingest_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

#include "dossier/ingest.h"
#include "repl/process/counting.h"
#include "repl/process/progress.h"
#include "repl/process/text_file.h"

namespace dossier::repl {
namespace {

namespace fs = std::filesystem;

/// What cannot be looked at, as a link in a circle, is no document.
bool is_document(const fs::directory_entry& entry) {
  std::error_code unknown;
  return entry.is_regular_file(unknown) && is_document_name(entry.path().filename().string());
}

template <typename Iterator>
std::vector<std::string> documents_below(const std::string& folder) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry :
       Iterator(folder, fs::directory_options::skip_permission_denied)) {
    if (is_document(entry)) files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

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

void report_document(const std::string& file, const IngestReport& report, Console& console) {
  const std::string name = fs::path(file).filename().string();
  if (report.outcome == IngestReport::Outcome::unchanged) {
    console.err << fmt::format("unchanged  {}\n", name);
    return;
  }
  console.err << fmt::format("{:<9}  {}: {}, {}, {}\n", outcome_word(report.outcome), name,
                             counted(report.sentences, "sentence"), counted(report.facts, "fact"),
                             counted(report.entities, "entity", "entities"));
}

/// Whether an error names its file.
bool names(const std::string& text, const std::string& file) {
  return text.find(file == "-" ? std::string(kInputName) : fs::path(file).filename().string()) !=
         std::string::npos;
}

void report_error(const std::string& file, const Error& error, Console& console) {
  const std::string text = error.describe();
  console.err << "error: " << (names(text, file) ? text : fmt::format("{}: {}", file, text))
              << '\n';
}

/// Prints the outcome of each document, and the progress.
class IngestReporter {
 public:
  IngestReporter(const std::vector<std::string>& files, bool quiet, Console& console)
      : console_(console),
        quiet_(quiet),
        files_(files.size()),
        progress_(console, "ingesting", quiet) {
    for (const std::string& file : files) bytes_ += size_of(file);
  }

  bool done(const IngestOutcome& outcome) {
    ++seen_;
    seen_bytes_ += size_of(outcome.path);
    progress_.clear();
    if (outcome.error) {
      report_error(outcome.path, *outcome.error, console_);
      ++failed_;
    } else {
      if (!quiet_) report_document(outcome.path, *outcome.report, console_);
      warn_of_twin(outcome);
      count(*outcome.report);
    }
    return go_on();
  }

  bool go_on() {
    const double share = static_cast<double>(seen_bytes_) / static_cast<double>(bytes_);
    const double seconds = std::max(watch_.elapsed().count() / 1000, 1e-3);
    stopped_ = !progress_.update(
        share, fmt::format("{} of {} documents  {:.0f} sentences/s", seen_, files_,
                           static_cast<double>(new_sentences_) / seconds));
    return !stopped_;
  }

  std::size_t finish() {
    progress_.clear();
    if (!quiet_ && files_ > 1) {
      console_.err << fmt::format("{} new or changed: {}, {} in {}\n",
                                  counted(documents_, "document"), counted(sentences_, "sentence"),
                                  counted(facts_, "fact"), time_text(watch_.elapsed()));
    }
    if (stopped_ && seen_ < files_) throw Error(ErrorCode::cancelled, "interrupted");
    return failed_;
  }

 private:
  static std::uint64_t size_of(const std::string& file) {
    std::error_code unknown;
    const std::uintmax_t size = fs::file_size(file, unknown);
    return unknown || size == 0 ? 1 : size;
  }

  /// A document is identified by its file name, without the folder.
  void warn_of_twin(const IngestOutcome& outcome) {
    const auto [at, fresh] = paths_.try_emplace(outcome.report->document, outcome.path);
    if (fresh) return;
    console_.err << fmt::format("warning: {} takes the place of {}: they have one name\n",
                                outcome.path, at->second);
    at->second = outcome.path;
  }

  void count(const IngestReport& report) {
    sentences_ += report.sentences;
    facts_ += report.facts;
    if (report.outcome == IngestReport::Outcome::unchanged) return;
    ++documents_;
    new_sentences_ += report.sentences;
  }

  Console& console_;
  bool quiet_;
  std::size_t files_;
  Progress progress_;
  Stopwatch watch_;
  std::map<Term, std::string> paths_;  ///< by document
  std::uint64_t bytes_ = 0, seen_bytes_ = 0;
  std::size_t seen_ = 0, failed_ = 0;
  std::uint64_t documents_ = 0, sentences_ = 0, new_sentences_ = 0, facts_ = 0;
  bool stopped_ = false;
};

IngestOutcome ingest_input(KnowledgeBase& kb, const IngestOptions& options, Console& console) {
  IngestOutcome outcome{"-", std::nullopt, std::nullopt};
  try {
    outcome.report =
        ingest_text(kb, read_input(console, kLargestDocument), std::string(kInputName), options);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::storage || error.code() == ErrorCode::cancelled) throw;
    outcome.error = error;
  }
  return outcome;
}

/// All in their order; what comes from standard input among them.
void ingest_in_turn(KnowledgeBase& kb, const std::vector<std::string>& files,
                    const IngestOptions& given, IngestReporter& reporter, Console& console) {
  IngestOptions options = given;
  options.cancellation = console.cancellation;
  for (std::size_t at = 0; at < files.size() && reporter.go_on();) {
    const auto first = files.begin() + static_cast<std::ptrdiff_t>(at);
    if (*first == "-") {
      reporter.done(ingest_input(kb, options, console));
      ++at;
      continue;
    }
    const std::vector<std::string> some(first, std::find(first, files.end(), "-"));
    ingest_all(kb, some, options,
               {.done = [&](const IngestOutcome& outcome) { return reporter.done(outcome); },
                .waiting = [&] { return reporter.go_on(); }});
    at += some.size();
  }
}

}  // namespace

bool read_or_report(Console& console, const std::string& file, const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Error& error) {
    const bool of_document = error.code() == ErrorCode::input ||
                             error.code() == ErrorCode::unsupported ||
                             error.code() == ErrorCode::syntax ||
                             error.code() == ErrorCode::limit || error.code() == ErrorCode::timeout;
    if (!of_document) throw;
    report_error(file, error, console);
    return false;
  }
}

DocumentPaths document_paths(const std::vector<std::string>& paths, bool recursive) {
  DocumentPaths result;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      result.files.push_back(path);
      continue;
    }
    try {
      const std::vector<std::string> found =
          recursive ? documents_below<fs::recursive_directory_iterator>(path)
                    : documents_below<fs::directory_iterator>(path);
      result.files.insert(result.files.end(), found.begin(), found.end());
      if (!found.empty()) continue;
      result.problems.push_back(fmt::format("the folder {} has no documents{}", path,
                                            recursive ? "" : "; --recursive looks deeper"));
    } catch (const fs::filesystem_error& failure) {
      result.problems.push_back(fmt::format("{}: {}", path, failure.code().message()));
    }
  }
  return result;
}

std::size_t report_problems(const DocumentPaths& paths, Console& console) {
  for (const std::string& problem : paths.problems) console.err << "error: " << problem << '\n';
  return paths.problems.size();
}

std::size_t ingest_files(KnowledgeBase& kb, const DocumentPaths& paths,
                         const IngestOptions& options, bool quiet, Console& console) {
  const std::size_t problems = report_problems(paths, console);
  IngestReporter reporter(paths.files, quiet, console);
  try {
    ingest_in_turn(kb, paths.files, options, reporter, console);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::cancelled) throw;
    reporter.go_on();  // finds out for itself, and says so at the end
  }
  return problems + reporter.finish();
}

std::string documents_help() {
  return fmt::format("documents ({}; each also as .gz) or folders; - is standard input",
                     fmt::join(document_endings(), " "));
}

}  // namespace dossier::repl
