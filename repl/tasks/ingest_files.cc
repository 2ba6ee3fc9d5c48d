// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/ingest_files.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "dossier/ingest.h"
#include "repl/format/printable.h"
#include "repl/process/text_file.h"
#include "repl/tasks/ingest_reporter.h"

namespace dossier::repl {
namespace {

/// "https://harbour.example/news" as "harbour.example/news".
std::string without_scheme(const std::string& name) {
  const std::size_t scheme = name.find("://");
  return scheme == std::string::npos ? name : name.substr(scheme + 3);
}

/// "stdin-5f3a09c1": texts that come without a name are told apart by what they say (FNV-1a).
std::string name_by_content(const std::string& text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return fmt::format("{}-{:08x}", kInputName, hash >> 32);
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

std::size_t report_problems(const DocumentPaths& paths, Console& console) {
  for (const FolderProblem& problem : paths.problems) {
    const std::string hint = problem.may_be_deeper ? "; --recursive looks deeper" : "";
    console.err << "error: " << printable(problem.message) << hint << '\n';
  }
  return paths.problems.size();
}

std::size_t ingest_files(KnowledgeBase& kb, const DocumentPaths& paths,
                         const IngestOptions& options, IngestReports reports, Console& console,
                         const std::string& input_name) {
  std::size_t problems = report_problems(paths, console);
  std::vector<IngestSource> sources;
  for (const IngestSource& source : paths.files) {
    if (source.path != "-") {
      sources.push_back(source);
      continue;
    }
    const auto read = [&] {
      std::string text = read_input(console, kLargestDocument);
      const std::string name = input_name.empty() ? name_by_content(text) : input_name;
      sources.push_back({name, name, without_scheme(name), std::move(text)});
    };
    const std::string called = input_name.empty() ? std::string(kInputName) : input_name;
    problems += read_or_report(console, called, read) ? 0 : 1;
  }
  IngestReporter reporter(sources, paths.skipped, reports, console);
  IngestOptions cancellable = options;
  cancellable.cancellation = console.cancellation;
  try {
    ingest_sources(kb, sources, cancellable,
                   {.done = [&](const IngestOutcome& outcome) { return reporter.done(outcome); },
                    .waiting = [&] { return reporter.go_on(); },
                    .progress = [&](const IngestProgress& now) { reporter.in_work(now); }});
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
