// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/ingest_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "dossier/ingest.h"
#include "repl/format/printable.h"
#include "repl/process/text_file.h"
#include "repl/tasks/ingest_reporter.h"

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
  std::error_code failure;
  Iterator at(folder, fs::directory_options::skip_permission_denied, failure);
  for (; !failure && at != Iterator(); at.increment(failure)) {
    if (is_document(*at)) files.push_back(at->path().string());
  }
  if (failure && files.empty()) throw fs::filesystem_error("reading a folder", folder, failure);
  std::sort(files.begin(), files.end());
  return files;
}

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
                .waiting = [&] { return reporter.go_on(); },
                .progress = [&](const IngestProgress& now) { reporter.in_work(now); }});
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
  for (const std::string& problem : paths.problems)
    console.err << "error: " << printable(problem) << '\n';
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
