// SPDX-License-Identifier: Apache-2.0
// Documents in and out.

#include <utility>
#include <vector>

#include "bindings/python/native/errors.h"
#include "bindings/python/native/handles.h"
#include "bindings/python/native/options.h"
#include "bindings/python/native/reports.h"
#include "bindings/python/native/terms.h"
#include "dossier/document_files.h"
#include "dossier/ingest.h"

namespace dossier::python {
namespace {

using py::literals::operator""_a;

const char* outcome_name(IngestReport::Outcome outcome) {
  switch (outcome) {
    case IngestReport::Outcome::added:
      return "added";
    case IngestReport::Outcome::replaced:
      return "replaced";
    case IngestReport::Outcome::renamed:
      return "renamed";
    case IngestReport::Outcome::unchanged:
      break;
  }
  return "unchanged";
}

py::object to_object(const IngestReport& ingested) {
  return report("IngestReport", outcome_name(ingested.outcome), to_python(ingested.document),
                ingested.sentences, ingested.facts, ingested.entities, ingested.namesake,
                ingested.language, ingested.same_text_as);
}

py::object to_object(const IngestOutcome& outcome) {
  py::object done = py::none();
  py::object error = py::none();
  if (outcome.report) done = to_object(*outcome.report);
  if (outcome.error) error = exception_of(*outcome.error);
  return report("IngestOutcome", outcome.path, done, error);
}

/// The arguments that all ways to ingest share.
struct IngestArguments {
  const py::object& timeout;
  const py::object& rules;
  const py::object& pdf_program;
  bool fast;
};

IngestOptions options_of(const IngestArguments& arguments) {
  IngestOptions options;
  if (!arguments.rules.is_none()) {
    const std::string folder = to_path(arguments.rules);
    Call call;
    options.rules = call.run([&] { return Rules::with_folder(folder); });
  }
  options.cancellation = Call::token();
  options.timeout = to_milliseconds(arguments.timeout);
  options.fast = arguments.fast;
  if (!arguments.pdf_program.is_none()) options.pdf_program = to_path(arguments.pdf_program);
  return options;
}

py::object ingest_one(const KnowledgeBaseObject& self, const py::object& path,
                      const py::object& timeout, const py::object& rules,
                      const py::object& pdf_program, bool fast,
                      const std::optional<CancellationToken>& cancellation) {
  const std::string file = to_path(path);
  const IngestOptions options = options_of({timeout, rules, pdf_program, fast});
  return to_object(
      self.run([&](KnowledgeBase& kb) { return ingest(kb, file, options); }, cancellation));
}

py::object ingest_bytes(const KnowledgeBaseObject& self, const std::string& text,
                        const std::string& source_name, const py::object& timeout,
                        const py::object& rules, const py::object& pdf_program, bool fast,
                        const std::optional<CancellationToken>& cancellation) {
  const IngestOptions options = options_of({timeout, rules, pdf_program, fast});
  return to_object(
      self.run([&](KnowledgeBase& kb) { return ingest_text(kb, text, source_name, options); },
               cancellation));
}

/// Tells Python how far an ingest is. Its answer False, an exception, and a signal end the work.
class Watcher {
 public:
  Watcher(py::list& outcomes, const py::object& done, const py::object& progress)
      : outcomes_(outcomes), done_(done), progress_(progress) {}

  IngestObserver observer() {
    return {.done = [this](const IngestOutcome& outcome) { return done(outcome); },
            .waiting = [this] { return go_on_ && !Call::stopped(); },
            .progress = [this](const IngestProgress& progress) { show(progress); }};
  }

 private:
  bool done(const IngestOutcome& outcome) {
    const bool returned = Call::into_python([&] {
      const py::object made = to_object(outcome);
      outcomes_.append(made);
      if (!done_.is_none() && done_(made).is(py::bool_(false))) go_on_ = false;
    });
    return returned && go_on_;
  }

  void show(const IngestProgress& progress) {
    if (progress_.is_none()) return;
    const bool returned = Call::into_python([&] {
      const bool known = progress.sentences > 0;
      const py::object share = known
                                   ? py::object(py::float_(static_cast<double>(progress.read) /
                                                           static_cast<double>(progress.sentences)))
                                   : py::none();
      const py::object made =
          report("Progress", "reading", share, progress.read, progress.sentences);
      if (progress_(made).is(py::bool_(false))) go_on_ = false;
    });
    if (!returned) go_on_ = false;
  }

  py::list& outcomes_;
  const py::object& done_;
  const py::object& progress_;
  bool go_on_ = true;
};

/// A folder without documents is an outcome as a file that cannot be read is.
std::vector<IngestOutcome> outcomes_of(const std::vector<FolderProblem>& problems) {
  std::vector<IngestOutcome> outcomes;
  for (const FolderProblem& problem : problems) {
    IngestOutcome& outcome = outcomes.emplace_back();
    outcome.path = problem.path;
    outcome.error = Error(ErrorCode::input, problem.message);
  }
  return outcomes;
}

py::list ingest_many(const KnowledgeBaseObject& self, const py::iterable& paths, std::size_t jobs,
                     bool recursive, const std::vector<std::string>& exclude,
                     const std::string& text_column, const std::string& date_column,
                     const std::string& author_column, const std::string& title_column,
                     const std::string& language, bool ocr, const py::object& done,
                     const py::object& progress, const py::object& timeout, const py::object& rules,
                     const py::object& pdf_program, bool fast,
                     const std::optional<CancellationToken>& cancellation) {
  std::vector<std::string> named;
  for (const py::handle path : paths) named.push_back(to_path(path));
  IngestOptions options = options_of({timeout, rules, pdf_program, fast});
  options.jobs = jobs;
  options.columns = {text_column, date_column, author_column, title_column};
  options.language = language;
  options.recognize_scans = ocr;
  const DocumentPaths found = document_paths(
      named, {.recursive = recursive, .tables = !text_column.empty(), .exclude = exclude});
  py::list outcomes;
  Watcher watcher(outcomes, done, progress);
  self.run(
      [&](KnowledgeBase& kb) {
        const IngestObserver observer = watcher.observer();
        for (const IngestOutcome& problem : outcomes_of(found.problems))
          if (!observer.done(problem)) return;
        ingest_sources(kb, found.files, options, observer);
      },
      cancellation);
  return outcomes;
}

py::list all_documents(const KnowledgeBaseObject& self) {
  py::list list;
  for (const DocumentSummary& one : self.run([](KnowledgeBase& kb) { return documents(kb); })) {
    list.append(report("Document", to_python(one.document), one.headline, one.date, one.author,
                       one.source_file, one.sentences, one.facts));
  }
  return list;
}

bool forget_one(const KnowledgeBaseObject& self, const py::object& document) {
  const Term term = to_iri(document, "the document");
  return self.run([&](KnowledgeBase& kb) { return forget(kb, term); });
}

}  // namespace

void bind_documents(KnowledgeBaseClass& bound) {
  bound
      .def(
          "ingest", &ingest_one, "path"_a, py::kw_only(), "timeout"_a = py::none(),
          "rules"_a = py::none(), "pdf_program"_a = py::none(), "fast"_a = false,
          "cancellation"_a = py::none(),
          "Reads a document and writes its facts: all of them or none. fast=True reads without the "
          "reading model.")
      .def("ingest_text", &ingest_bytes, "text"_a, "source_name"_a, py::kw_only(),
           "timeout"_a = py::none(), "rules"_a = py::none(), "pdf_program"_a = py::none(),
           "fast"_a = false, "cancellation"_a = py::none(),
           "The same for a str or bytes; source_name stands for the file name.")
      .def("ingest_all", &ingest_many, "paths"_a, py::kw_only(), "jobs"_a = 0,
           "recursive"_a = false, "exclude"_a = std::vector<std::string>(), "text_column"_a = "",
           "date_column"_a = "", "author_column"_a = "", "title_column"_a = "", "language"_a = "",
           "ocr"_a = false, "done"_a = py::none(), "progress"_a = py::none(),
           "timeout"_a = py::none(), "rules"_a = py::none(), "pdf_program"_a = py::none(),
           "fast"_a = false, "cancellation"_a = py::none(),
           "Reads files, folders and the documents inside archives, mailboxes, mails and tables, "
           "each on its own: one that cannot be read does not stop the others. Rows of tables are "
           "documents where text_column names a column. done gets the outcome of each, progress "
           "how far the reading is; False ends the "
           "work. jobs=0 is one per core.")
      .def("documents", &all_documents, "All documents, by date.")
      .def("forget", &forget_one, "document"_a, "Removes a document; False when there is none.");
}

}  // namespace dossier::python
