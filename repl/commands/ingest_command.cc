// SPDX-License-Identifier: Apache-2.0
// dossier ingest: documents in, facts out.

#include <fmt/format.h>
#include <malloc.h>

#include <charconv>
#include <chrono>

#include "repl/commands/make_commands.h"
#include "repl/input/option_values.h"
#include "repl/tasks/folder_watch.h"
#include "repl/tasks/ingest_files.h"
#include "repl/tasks/open_database.h"
#include "repl/tasks/said_news.h"
#include "repl/tasks/stage_times.h"

namespace dossier::repl {
namespace {

class IngestCommand : public Command {
 public:
  void declare(Arguments& arguments) override {
    arguments.required("DB", path_, "the knowledge base; created if it does not exist");
    arguments.required_list("PATH", paths_, documents_help());
    arguments.flag("--recursive", recursive_, "also read the folders inside folders");
    arguments.option("--rules", rules_, "DIR",
                     "more rules (*.rq); a rule with the name of a built-in one replaces it");
    arguments.option("--jobs", jobs_, "N",
                     "documents analysed in parallel (default: one per core)");
    arguments.option("--document-timeout", document_timeout_, "TIME",
                     "processor time for each document, as 90s or 10m (default: 5m); a document "
                     "that takes more is left out");
    arguments.flag("--ocr", ocr_, "read scanned pages of PDF files with the program tesseract");
    arguments.flag("--fast", fast_, "read without the reading model: faster, and less is found");
    arguments.option("--name", name_, "NAME",
                     "the name of the document from standard input (-); default: by its content");
    arguments.option("--url", url_, "URL", "the same, where it was found on the web");
    arguments.option("--text-column", columns_text_, "NAME",
                     "read tables (.csv, .tsv, .jsonl): each row is a document, this its text");
    arguments.option("--title-column", columns_title_, "NAME", "the column of headlines");
    arguments.option("--date-column", columns_date_, "NAME", "the column of dates");
    arguments.option("--author-column", columns_author_, "NAME", "the column of authors");
    arguments.option("--language", language_, "L",
                     "the language of all documents, as en (default: found out for each)");
    arguments.option_list("--exclude", exclude_, "GLOB",
                          "leave out files of folders; with a /, paths inside the folder");
    arguments.flag("--watch", watch_,
                   "follow the folders: read what appears or changes in them, until Ctrl-C");
    arguments.flag("--list", list_, "also name the files that were skipped");
    arguments.flag("--profile", profile_, "show the processor time of each stage at the end");
    arguments.flag("--quiet", quiet_, "no progress and no report");
  }

  ExitStatus run(Console& console) override {
    IngestOptions options;
    if (rules_) options.rules = Rules::with_folder(*rules_);
    options.columns = {columns_text_.value_or(""), columns_date_.value_or(""),
                       columns_author_.value_or(""), columns_title_.value_or("")};
    options.language = language_.value_or("");
    options.recognize_scans = ocr_;
    options.fast = fast_;
    const FolderOptions folders{
        .recursive = recursive_, .tables = columns_text_.has_value(), .exclude = exclude_};
    std::optional<FolderWatch> watch;
    if (watch_) watch.emplace(paths_, recursive_);
    DocumentPaths paths = document_paths(paths_, folders);
    if (watch) {
      watch->keep_changed(paths);
      paths.problems.clear();  // An empty folder is no mistake.
    }
    keep_memory_small();
    if (jobs_) options.jobs = jobs_from(*jobs_);
    if (document_timeout_)
      options.processor_time = parse_duration("--document-timeout", *document_timeout_);
    KnowledgeBase kb = open_database(path_, OpenMode::create, kCacheBytes);
    if (profile_) options.profile = std::make_shared<IngestProfile>();
    std::size_t failed = ingest_files(kb, paths, options, reports(), console, input_name());
    if (!quiet_) say_news(kb, console);
    if (watch) failed += follow(*watch, folders, kb, options, console);
    if (profile_) print_stage_times(*options.profile, console);
    return failed == 0 ? ExitStatus::done : ExitStatus::failed;
  }

 private:
  std::string input_name() const {
    if (name_ && url_) throw Error(ErrorCode::usage, "give --name or --url, not both");
    return name_ ? *name_ : url_.value_or("");
  }

  IngestReports reports() const {
    if (quiet_) return IngestReports::none;
    return list_ ? IngestReports::complete : IngestReports::usual;
  }

  /// Ingests what appears or changes until Ctrl-C, which is the end of the work here. Returns how
  /// many documents failed.
  std::size_t follow(FolderWatch& watch, const FolderOptions& folders, KnowledgeBase& kb,
                     const IngestOptions& options, Console& console) const {
    constexpr std::chrono::milliseconds kPatience{200};
    std::size_t failed = 0;
    while (!console.cancellation.cancelled()) {
      if (!watch.wait(kPatience)) continue;
      // Files that come together are read together.
      while (watch.wait(kPatience) && !console.cancellation.cancelled()) continue;
      DocumentPaths paths = document_paths(paths_, folders);
      paths.problems.clear();
      paths.skipped.clear();
      watch.keep_changed(paths);
      if (paths.files.empty()) continue;
      failed += ingest_files(kb, paths, options, reports(), console);
      if (!quiet_) say_news(kb, console);
    }
    return failed;
  }

  /// What one thread analyses another frees: with an arena a thread, each would keep its peak. And
  /// glibc's threshold for memory that goes back at once grows with what is freed, until the
  /// store's large arrays leave holes in the heap.
  static void keep_memory_small() {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 << 10);
  }

  static std::size_t jobs_from(const std::string& text) {
    std::size_t jobs = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), jobs);
    if (error == std::errc{} && end == text.data() + text.size() && jobs > 0 && jobs <= kMostJobs)
      return jobs;
    throw Error(ErrorCode::usage,
                fmt::format("--jobs takes a number from 1 to {}, not {}", kMostJobs, text));
  }

  static constexpr std::size_t kMostJobs = 256;
  /// Names of things are looked up, few of them twice; the memory is for documents.
  static constexpr std::size_t kCacheBytes = std::size_t{128} << 20;
  std::string path_;
  std::vector<std::string> paths_;
  std::optional<std::string> rules_;
  std::optional<std::string> jobs_;
  std::optional<std::string> document_timeout_;
  std::optional<std::string> name_, url_, language_;
  std::optional<std::string> columns_text_, columns_title_, columns_date_, columns_author_;
  std::vector<std::string> exclude_;
  bool list_ = false;
  bool ocr_ = false;
  bool fast_ = false;
  bool watch_ = false;
  bool recursive_ = false;
  bool profile_ = false;
  bool quiet_ = false;
};

}  // namespace

std::unique_ptr<Command> make_ingest_command() { return std::make_unique<IngestCommand>(); }

}  // namespace dossier::repl
