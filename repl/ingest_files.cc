#include "repl/ingest_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "extract/ingest.h"
#include "repl/counting.h"
#include "repl/progress.h"

namespace dossier::repl {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> kEndings{".txt", ".md",    ".markdown", ".html",
                                                   ".htm", ".xhtml", ".pdf",      ".conllu"};

bool is_document(const fs::directory_entry& entry) {
  fs::path name = entry.path().filename();
  if (name.extension() == ".gz") name = name.stem();
  const std::string ending = name.extension().string();
  return entry.is_regular_file() &&
         std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
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

/// Sums over all documents of a run.
struct Totals {
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  std::uint64_t facts = 0;
};

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

}  // namespace

bool read_or_report(Console& console, const std::string& file, const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Error& error) {
    const bool of_document = error.code() == ErrorCode::input ||
                             error.code() == ErrorCode::unsupported ||
                             error.code() == ErrorCode::syntax;
    if (!of_document) throw;
    const std::string name = file == "-" ? "stdin" : fs::path(file).filename().string();
    const std::string text = error.describe();
    const bool named = text.find(name) != std::string::npos;
    console.err << "error: " << (named ? text : fmt::format("{}: {}", file, text)) << '\n';
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
  const std::vector<std::string>& files = paths.files;
  const Stopwatch watch;
  Progress progress(console, "ingesting", quiet);
  Totals totals;
  std::size_t failed = report_problems(paths, console);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const double fraction = static_cast<double>(i) / static_cast<double>(files.size());
    if (!progress.update(fraction, fmt::format("{} of {} documents", i, files.size()))) {
      throw Error(ErrorCode::cancelled, "interrupted");
    }
    const bool read = read_or_report(console, files[i], [&] {
      const IngestReport report = ingest(kb, files[i], options);
      progress.clear();
      if (!quiet) report_document(files[i], report, console);
      if (report.outcome != IngestReport::Outcome::unchanged) ++totals.documents;
      totals.sentences += report.sentences;
      totals.facts += report.facts;
    });
    if (!read) ++failed;
  }
  progress.clear();
  if (!quiet && files.size() > 1) {
    console.err << fmt::format("{} new or changed: {}, {} in {}\n",
                               counted(totals.documents, "document"),
                               counted(totals.sentences, "sentence"), counted(totals.facts, "fact"),
                               time_text(watch.elapsed()));
  }
  return failed;
}

}  // namespace dossier::repl
