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

constexpr std::array<std::string_view, 3> kEndings{".txt", ".md", ".conllu"};

bool is_document(const fs::directory_entry& entry) {
  const std::string ending = entry.path().extension().string();
  return entry.is_regular_file() &&
         std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

template <typename Iterator>
std::vector<std::string> documents_below(const std::string& folder) {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : Iterator(folder)) {
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

std::vector<std::string> document_files(const std::vector<std::string>& paths, bool recursive) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    if (path == "-" || fs::is_regular_file(path)) {
      files.push_back(path);
      continue;
    }
    if (!fs::exists(path)) throw Error(ErrorCode::input, fmt::format("there is no file {}", path));
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    const std::vector<std::string> found =
        recursive ? documents_below<fs::recursive_directory_iterator>(path)
                  : documents_below<fs::directory_iterator>(path);
    if (found.empty()) {
      throw Error(ErrorCode::input, fmt::format("the folder {} has no .txt or .md files{}", path,
                                                recursive ? "" : "; --recursive looks deeper"));
    }
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

std::size_t ingest_files(KnowledgeBase& kb, const std::vector<std::string>& files, bool quiet,
                         Console& console) {
  const Stopwatch watch;
  Progress progress(console, "ingesting", quiet);
  Totals totals;
  std::size_t failed = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const double fraction = static_cast<double>(i) / static_cast<double>(files.size());
    if (!progress.update(fraction, fmt::format("{} of {} documents", i, files.size()))) {
      throw Error(ErrorCode::cancelled, "interrupted");
    }
    try {
      const IngestReport report = ingest(kb, files[i]);
      progress.clear();
      if (!quiet) report_document(files[i], report, console);
      if (report.outcome != IngestReport::Outcome::unchanged) ++totals.documents;
      totals.sentences += report.sentences;
      totals.facts += report.facts;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input && error.code() != ErrorCode::unsupported) throw;
      progress.clear();
      console.err << "error: " << error.describe() << '\n';
      ++failed;
    }
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
