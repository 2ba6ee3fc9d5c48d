// SPDX-License-Identifier: Apache-2.0
// A vault for Obsidian: a note for each named thing and for each document. Every fact links to the
// sentence that it was read from, which is a block of the document's note.
#include <fmt/format.h>

#include "desk/export/facts_source.h"
#include "desk/export/formats.h"
#include "desk/export/note_text.h"
#include "desk/write/escape.h"
#include "desk/write/whole_file.h"

namespace dossier::exporting {
namespace {

using writing::one_line;

constexpr std::size_t kSentencesAtOnce = 1000;

struct NoteFact {
  std::string line;
  bool asserted = false;
};

class Vault {
 public:
  explicit Vault(const ExportJob& job) : job_(job), source_(job) {}

  std::string write() {
    writing::WholeFolder folder(job_.request.path);
    name_notes();
    source_.each_fact([&](const ExportedFact& fact) { add(fact); });
    for (const writing::Source& one : source_.documents())
      folder.write(path_of("Documents", documents_.at(one.document.document)),
                   [&](std::ostream& out) { write_document(out, one); });
    for (const Thing& thing : source_.things())
      if (thing.kind == ThingKind::named)
        folder.write(path_of("Things", notes_.at(thing.id)),
                     [&](std::ostream& out) { write_thing(out, thing); });
    folder.commit();
    return source_.report();
  }

 private:
  static std::string path_of(std::string_view folder, const std::string& note) {
    return fmt::format("{}/{}.md", folder, note);
  }

  void name_notes() {
    NoteNames things, documents;
    for (const Thing& thing : source_.things())
      if (thing.kind == ThingKind::named) notes_.emplace(thing.id, things.name(thing.name));
    for (const writing::Source& one : source_.documents()) {
      const DocumentRow& row = one.document;
      const std::string title = row.headline.empty() ? row.document.value() : row.headline;
      documents_.emplace(row.document,
                         documents.name(row.date.empty() ? title : row.date + " " + title));
    }
  }

  std::string link(const Thing& thing) const {
    const auto note = notes_.find(thing.id);
    if (note == notes_.end()) return note_text(thing.name);
    return fmt::format("[[Things/{}|{}]]", note->second, link_text(thing.name));
  }

  std::string citation(const FactRow& row) const {
    const auto document = documents_.find(row.document);
    if (document == documents_.end()) return {};
    std::string words = row.date.empty() ? document->second : row.date;
    if (row.page != 0) words += fmt::format(", page {}", row.page);
    return fmt::format(" ([[Documents/{}#^{}|{}]]{})", document->second, block_of(row.sentence),
                       link_text(words),
                       row.confidence ? fmt::format(", {:.2f}", *row.confidence) : std::string());
  }

  static std::string block_of(const Term& sentence) {
    return block_name(writing::last_part(sentence.value()));
  }

  void add(const ExportedFact& fact) {
    const std::string when = period_text(fact.row.time);
    const std::string status = fact.row.qualifier();
    const auto line = [&](const std::string& text) {
      return NoteFact{
          fmt::format("- {}{}{}{}", text, when.empty() ? "" : ", " + note_text(one_line(when)),
                      status.empty() ? "" : " *(" + status + ")*", citation(fact.row)),
          status.empty()};
    };
    const std::string text = fmt::format("{} {} {}", link(fact.subject),
                                         note_text(fact.row.predicate), link(fact.object));
    facts_[fact.subject.id].push_back(line(text));
    if (fact.object.id != fact.subject.id && notes_.contains(fact.object.id))
      facts_[fact.object.id].push_back(line(text));
  }

  void write_thing(std::ostream& out, const Thing& thing) const {
    out << "---\n";
    if (!thing.aliases.empty()) out << "aliases:\n";
    for (const std::string& alias : thing.aliases) out << "  - " << yaml_text(alias) << '\n';
    if (!thing.class_name.empty()) out << "tags:\n  - " << tag_text(thing.class_name) << '\n';
    out << "iri: " << yaml_text(thing.iri) << "\n---\n# " << note_text(one_line(thing.name))
        << "\n";
    const auto facts = facts_.find(thing.id);
    if (facts == facts_.end()) return;
    write_facts(out, "Facts", facts->second, true);
    write_facts(out, "Not asserted", facts->second, false);
  }

  static void write_facts(std::ostream& out, std::string_view title,
                          const std::vector<NoteFact>& facts, bool asserted) {
    bool first = true;
    for (const NoteFact& fact : facts) {
      if (fact.asserted != asserted) continue;
      if (first) out << "\n## " << title << "\n\n";
      first = false;
      out << fact.line << '\n';
    }
  }

  void write_document(std::ostream& out, const writing::Source& source) const {
    const DocumentRow& row = source.document;
    out << "---\n";
    const auto property = [&](const char* name, const std::string& value) {
      if (!value.empty()) out << name << ": " << yaml_text(value) << '\n';
    };
    property("date", row.date);
    property("author", row.author);
    property("file", row.file);
    property("sha256", source.sha256);
    property("iri", row.document.value());
    out << "tags:\n  - document\n---\n# "
        << note_text(one_line(row.headline.empty() ? row.document.value() : row.headline)) << "\n";
    for (std::size_t first = 0;; first += kSentencesAtOnce) {
      const auto sentences =
          writing::sentences_of(job_.kb, row.document, first, kSentencesAtOnce, job_.options);
      for (const writing::SourceSentence& one : sentences) write_sentence(out, one);
      if (sentences.size() < kSentencesAtOnce) return;
    }
  }

  static void write_sentence(std::ostream& out, const writing::SourceSentence& one) {
    out << '\n';
    if (!one.speaker.empty()) out << "**" << note_text(one_line(one.speaker)) << ":** ";
    out << note_text(one_line(one.text)) << " ^" << block_of(one.sentence) << '\n';
  }

  const ExportJob& job_;
  const FactsSource source_;
  std::map<std::string, std::string> notes_;  ///< names of notes by ids of things
  std::map<Term, std::string> documents_;     ///< names of notes
  std::map<std::string, std::vector<NoteFact>> facts_;
};

}  // namespace

std::string write_obsidian(const ExportJob& job) { return Vault(job).write(); }

}  // namespace dossier::exporting
