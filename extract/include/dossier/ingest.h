// SPDX-License-Identifier: Apache-2.0
// Documents into a knowledge base. Installed as <dossier/ingest.h>.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/error.h"
#include "dossier/export.h"
#include "dossier/query.h"
#include "dossier/term.h"

namespace dossier {

namespace extract {
class RulesAccess;
namespace rules {
class RuleSet;
}
}  // namespace extract

/// The rules that make typed facts of what sentences say: SPARQL CONSTRUCT queries, compiled.
/// Immutable. Copies are cheap and share the rules; threads may share them, too. A moved-from
/// object may only be assigned to or destroyed.
class DOSSIER_API Rules {
 public:
  /// The rules shipped with the library.
  Rules();
  /// The shipped rules and the *.rq files of `folder`; a file with the name of a shipped rule
  /// replaces it. Throws Error(input) for a folder that cannot be read or has no such file;
  /// Error(syntax), Error(unsupported), Error(usage) for a wrong rule, with file, line and column.
  static Rules with_folder(const std::string& folder);

 private:
  friend class extract::RulesAccess;
  explicit Rules(std::shared_ptr<const extract::rules::RuleSet> set) : set_(std::move(set)) {}
  std::shared_ptr<const extract::rules::RuleSet> set_;
};

/// Processor time by stage, summed over documents. Thread-safe.
class DOSSIER_API IngestProfile {
 public:
  struct Stage {
    std::string name;  ///< "tag", "clauses", ...: extract/README.md lists them
    std::chrono::nanoseconds processor_time{0};
  };

  void add(std::string_view stage, std::chrono::nanoseconds time);
  /// In the order in which they first ended.
  std::vector<Stage> stages() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Stage> stages_;
};

/// The columns of tables (.csv, .tsv, .jsonl) whose rows are documents. Empty: there is none.
struct TableColumns {
  std::string text = {};  ///< without it no table is read
  std::string date = {};
  std::string author = {};
  std::string title = {};
};

/// How documents are read. Used by ingest() and by the functions of <dossier/extract.h>.
struct IngestOptions {
  Rules rules = {};
  /// Threads that analyse documents, for ingest_all() only; 0: one per core.
  std::size_t jobs = 0;
  /// Stops the work when raised: Error(cancelled). Looked at within every stage of a document, and
  /// while waiting for another writer.
  CancellationToken cancellation = {};
  /// For each document, from its reading until its facts are found; longer is Error(timeout). It
  /// is looked at where `cancellation` is. ingest() and ingest_text() wait for another writer at
  /// most as long again; ingest_all() waits until it is cancelled or its observer ends it.
  std::optional<std::chrono::milliseconds> timeout = {};
  /// Processor time for each document, from its reading until its facts are found; more is
  /// Error(timeout). None: no limit.
  std::optional<std::chrono::milliseconds> processor_time = std::chrono::minutes(5);
  /// Memory for each document, in bytes, as counted by its text, sentences, words and facts; more
  /// is Error(limit).
  std::size_t memory_bytes = std::size_t{1} << 30;
  /// The program that reads PDF files, dossier-pdf. Empty: the one that is installed with the
  /// library, lies beside the running program, or is on PATH, in this order.
  std::string pdf_program = {};
  /// Pages of PDF files that have no words, as scans, are read by the program tesseract, which must
  /// be on PATH: Error(unsupported) where it is not. English only.
  bool recognize_scans = false;
  /// Reads without the reading model, which is faster: names as the small network and the rules
  /// find them, pronouns by rules, no facts of the model's own.
  bool fast = false;
  TableColumns columns = {};
  /// The language of all documents, as "en"; empty: that of each is found out. English is read; of
  /// other languages sentences are stored, and no facts.
  std::string language = {};
  /// Where the time of each stage is added; null: nowhere.
  std::shared_ptr<IngestProfile> profile = {};
};

/// Larger documents are refused, in bytes.
inline constexpr std::size_t kLargestDocument = std::size_t{256} << 20;

/// The endings of file names that hold documents: ".txt", ".md", ".zip", ... Each may be followed
/// by ".gz".
DOSSIER_API std::vector<std::string> document_endings();
/// Whether a file name or path has one of them, in upper or lower case.
DOSSIER_API bool is_document_name(std::string_view name);
/// Whether it is one of a table (.csv, .tsv, .jsonl), which is read with `columns` only.
DOSSIER_API bool is_table_name(std::string_view name);

struct IngestReport {
  /// renamed: its bytes are those of a document whose file is no longer there; ingest_all() only.
  enum class Outcome : std::uint8_t { added, replaced, unchanged, renamed };
  Outcome outcome = Outcome::added;
  Term document;  ///< doc:SLUG
  std::uint64_t sentences = 0;
  std::uint64_t facts = 0;
  std::uint64_t entities = 0;
  /// The name of the file whose document has the IRI that this one would have had: two files of one
  /// name but for their endings, or for characters that no IRI shows. Empty: none.
  std::string namesake;
  std::string language;  ///< as found, "en"
  /// The name of another document of the same bytes (k:sameTextAs). Empty: none.
  std::string same_text_as;
};

/// Reads the file `path` (of a format of document_endings(), or plain text) and writes its graph in
/// one transaction: all or nothing. The same bytes again change nothing. Other bytes under the same
/// file name (without folders) replace the document's graph as a whole, as if forget() was called
/// before. Another file name never replaces it: where its document would have the same IRI, it gets
/// a number (doc:report_2).
///
/// A PDF is read by a program of its own, dossier-pdf, with limits of its time and memory.
///
/// Throws Error(input) for a file that is missing, binary, empty, damaged, encrypted or too large
/// (kLargestDocument, 8 MiB of text), and for what is no regular file; Error(unsupported) for a
/// format that is not read, for a file of several documents, which ingest_all() reads, and for a
/// PDF without the program; Error(limit) for a PDF that needs too much time or memory; Error(limit)
/// or Error(timeout) naming a rule that does not end; Error(timeout), Error(limit) and
/// Error(cancelled) as the options say; Error(storage) as Transaction::commit().
///
/// Threads may ingest into one knowledge base at the same time; each waits for the others to
/// commit. The calling thread must not hold a transaction.
DOSSIER_API IngestReport ingest(KnowledgeBase& kb, const std::string& path,
                                const IngestOptions& options = {});
/// As ingest() for bytes in memory, of any format. `source_name` stands for the file name: its last
/// part names the document. `bytes` are used during the call only.
DOSSIER_API IngestReport ingest_text(KnowledgeBase& kb, std::string_view bytes,
                                     const std::string& source_name,
                                     const IngestOptions& options = {});

/// A file to read.
struct IngestSource {
  std::string path;  ///< in reports and messages, too
  /// Identifies the document: a file name, or a path with "/" between its parts. Two names are two
  /// documents. Empty: the last part of `path`.
  std::string name = {};
  /// What the document's IRI is made of, as "2021/board.pdf". Empty: `name`.
  std::string iri_name = {};
  /// Read in place of the file.
  std::optional<std::string> bytes = {};
};

/// What became of one document of many: a report, or why there is none. Neither: a file inside an
/// archive or a mail, of a format that is not read; a row of a table without text.
struct IngestOutcome {
  /// Of a file of an archive, a message of a mailbox, a row of a table: that of the whole file,
  /// "/", its own.
  std::string path;
  std::optional<IngestReport> report;
  std::optional<Error> error;
};

/// How far the documents are that are being analysed.
struct IngestProgress {
  std::uint64_t sentences = 0;  ///< of those whose number is known
  std::uint64_t read = 0;       ///< of these
};

/// Watches a long ingest. All functions are called on the thread that called ingest_all(), and may
/// throw: the exception ends the work and is thrown by ingest_all().
struct IngestObserver {
  /// After each document, in the order of the paths: it is committed (or has failed), and survives
  /// the end of the process. False ends the work after this document.
  std::function<bool(const IngestOutcome&)> done;
  /// Every 100 ms while no document is done or another writer is waited for. False ends the work:
  /// documents that are being analysed are given up.
  std::function<bool()> waiting = [] { return true; };
  /// Before each call of `waiting`.
  std::function<void(const IngestProgress&)> progress = [](const IngestProgress&) {};
};

/// ingest() of many documents: analysed in parallel, written in the order of `paths`, each as one
/// transaction, so that the knowledge base is the same for any number of jobs. Holds a bounded
/// number of analysed documents. When it returns, or throws Error(cancelled), all documents it has
/// reported are on disk; a power cut before may lose the last second of documents, never half of
/// one. A document that cannot be read, or that reaches a limit, does not stop the others. Throws
/// Error(cancelled) when `options.cancellation` is raised, and Error(storage) as
/// Transaction::commit().
///
/// A file may hold several documents: archives (zip, tar), whose files are read as those of a
/// folder; mailboxes; mails, whose attachments are documents of their own (schema:isPartOf); tables
/// (`options.columns`). What is unpacked of one file is at most kLargestDocument.
DOSSIER_API void ingest_all(KnowledgeBase& kb, const std::vector<std::string>& paths,
                            const IngestOptions& options, const IngestObserver& observer);
/// The same of files with names of their own.
DOSSIER_API void ingest_sources(KnowledgeBase& kb, const std::vector<IngestSource>& sources,
                                const IngestOptions& options, const IngestObserver& observer);

/// Removes a document's graph, and the names of entities that no other document uses, in one
/// transaction. False if there is no such document. Throws as Transaction::commit().
DOSSIER_API bool forget(KnowledgeBase& kb, const Term& document);

struct DocumentSummary {
  Term document;
  std::string headline;
  std::string date;    ///< as stored; empty when unknown
  std::string author;  ///< label; empty when unknown
  std::string source_file;
  std::uint64_t sentences = 0;
  std::uint64_t facts = 0;
};

/// All documents, by date and then by IRI. Sees one state of the knowledge base; any thread may
/// call it, also while another writes.
DOSSIER_API std::vector<DocumentSummary> documents(const KnowledgeBase& kb);

}  // namespace dossier
