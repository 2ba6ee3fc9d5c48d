// SPDX-License-Identifier: Apache-2.0
// Documents into a knowledge base. Installed as <dossier/ingest.h>.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dossier.h"
#include "dossier/export.h"
#include "dossier/term.h"

namespace dossier {

namespace extract::rules {
class RuleSet;
}

/// The rules that make typed facts of what sentences say: SPARQL CONSTRUCT queries, compiled.
/// Immutable; copies share them, and threads may.
class DOSSIER_API Rules {
 public:
  /// Those shipped with the library.
  Rules();
  /// Those and the *.rq files of `folder`, where a file of the same name replaces a shipped one.
  /// Throws Error(input) for a folder that can't be read or holds none; Error(syntax),
  /// Error(unsupported), Error(usage) for a rule that is wrong, with file, line and column.
  static Rules with_folder(const std::string& folder);

  const extract::rules::RuleSet& set() const { return *set_; }

 private:
  explicit Rules(std::shared_ptr<const extract::rules::RuleSet> set) : set_(std::move(set)) {}
  std::shared_ptr<const extract::rules::RuleSet> set_;
};

struct IngestOptions {
  Rules rules = {};
  std::size_t jobs = 0;  ///< for ingest_all(): threads that analyse; 0: as many as cores
};

struct IngestReport {
  enum class Outcome : std::uint8_t { added, replaced, unchanged };
  Outcome outcome = Outcome::added;
  Term document;  ///< doc:SLUG
  std::uint64_t sentences = 0;
  std::uint64_t facts = 0;
  std::uint64_t entities = 0;
};

/// Reads one document (.txt, .md, .html, .pdf, .conllu, or .gz of them; "-" is standard input,
/// whose format its content tells) and writes its graph as one transaction: all or nothing. The
/// same bytes again change nothing; other bytes under the same file name replace the document's
/// graph as a whole, as forget() before them would. Throws Error(input) for a file that is missing,
/// binary, empty, damaged, encrypted or too large (256 MiB, 8 MiB of text); Error(storage) as
/// Transaction::commit(); Error(timeout) or Error(limit) naming a rule that runs away.
DOSSIER_API IngestReport ingest(KnowledgeBase& kb, const std::string& path,
                                const IngestOptions& options = {});
/// As ingest() for text already in memory; `source_name` stands for the file name.
DOSSIER_API IngestReport ingest_text(KnowledgeBase& kb, std::string_view bytes,
                                     const std::string& source_name,
                                     const IngestOptions& options = {});

/// What became of one document of many: a report, or why there is none.
struct IngestOutcome {
  std::string path;
  std::optional<IngestReport> report;
  std::optional<Error> error;
};

/// Who watches a long ingest; called on the thread that ingests.
struct IngestObserver {
  /// After each document, in the order of the paths: it is committed (or has failed), and survives
  /// the end of the process. False ends the work after this document.
  std::function<bool(const IngestOutcome&)> done;
  /// A few times a second while there is nothing to tell. False ends the work at once.
  std::function<bool()> waiting = [] { return true; };
};

/// ingest() of many documents: analysed in parallel, written in the order of `paths`, each as one
/// transaction, so that the knowledge base is the same for any number of jobs. Holds a bounded
/// number of analysed documents. After the last one all of it is on disk; a power cut before may
/// lose the last second of documents, never half of one. A document that cannot be read, or whose
/// rules run away, does not stop the others. Throws Error(storage) as Transaction::commit().
DOSSIER_API void ingest_all(KnowledgeBase& kb, const std::vector<std::string>& paths,
                            const IngestOptions& options, const IngestObserver& observer);

/// Drops a document's graph, and its names where other documents only took them over. False when
/// there is no such document.
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
/// All documents, by date and then by IRI.
DOSSIER_API std::vector<DocumentSummary> documents(const KnowledgeBase& kb);

}  // namespace dossier
