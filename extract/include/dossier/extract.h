// SPDX-License-Identifier: Apache-2.0
// What is read in a document, without a knowledge base. Installed as <dossier/extract.h>.
//
//   for (const auto& fact : dossier::extract_file("minutes.txt").facts)
//     std::cout << fact.triple.predicate.value() << "\n";
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/export.h"
#include "dossier/ingest.h"
#include "dossier/term.h"
#include "dossier/text_index.h"

namespace dossier {

struct ExtractedSentence {
  /// [begin, end) in code points of the document's text.
  std::uint64_t begin = 0, end = 0;
  std::string text;  ///< as written, with line breaks
};

/// A fact with what the document says about it. Strings are empty where it says nothing.
struct ExtractedFact {
  Triple triple;                   ///< as ingest() would write it
  std::size_t sentence = 0;        ///< index into ExtractedDocument::sentences
  bool asserted = false;           ///< the document states it: not denied, not only possible
  std::string polarity;            ///< "negative", or empty
  std::string modality;            ///< "possible", "planned", ...; empty: as a fact
  std::string time;                ///< with the precision of the text: a day, a month, a year
  std::string time_from, time_to;  ///< its first and last day; empty: open, or unknown
  std::string time_text;           ///< as written
  std::string place, attributed_to;
  std::string subject_text, predicate_text, object_text;  ///< as written
  std::string rule;                                       ///< the construction and rules behind it
  double confidence = 0;                                  ///< from 0 to 1
  /// Code point ranges of subject, predicate and object in the sentence's text, in its order.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
};

struct ExtractedEntity {
  Term entity;        ///< as ingest() would name it in an empty knowledge base
  Term entity_class;  ///< schema:Person, k:Concept, ...
  std::string label;
  std::vector<std::string> aliases;
};

struct ExtractedDocument {
  Term document;
  std::string source_file, headline, date, place, author;  ///< empty: unknown
  std::string text;                                        ///< UTF-8; what offsets count in
  std::vector<ExtractedSentence> sentences;
  std::vector<ExtractedFact> facts;  ///< by sentence
  std::vector<ExtractedEntity> entities;
};

// All functions below may be called by several threads at once. They read documents as ingest()
// does, and throw what it throws, but for Error(storage). IngestOptions::jobs is not used.

/// Reads one document and returns what an empty knowledge base would get of it.
DOSSIER_API ExtractedDocument extract_file(const std::string& path,
                                           const IngestOptions& options = {});
/// As extract_file() for bytes in memory; `source_name` stands for the file name.
DOSSIER_API ExtractedDocument extract_text(std::string_view bytes, const std::string& source_name,
                                           const IngestOptions& options = {});

/// The base forms of the words of an English text, in its order, as ingest() gives them to the text
/// index: for TextIndexOptions::base_forms. None for a text of up to three words: it is a name, and
/// nothing in it is inflected.
DOSSIER_API std::vector<WordBase> word_bases(std::string_view text);

/// Writes a document's tokens, tags, trees and names as CoNLL-U. A document in CoNLL-U keeps its
/// tokens, and its tags and trees unless `retag`. Throws Error(syntax), too, for CoNLL-U that is
/// none.
DOSSIER_API void annotate(const std::string& path, bool retag, std::ostream& out,
                          const IngestOptions& options = {});
DOSSIER_API void annotate_text(std::string_view bytes, const std::string& source_name, bool retag,
                               std::ostream& out, const IngestOptions& options = {});

/// Writes a document's open tuples, a line each: sentence, confidence, relation, arguments, with
/// tabs between. `one_per_line`: each line of the document is a sentence.
DOSSIER_API void write_open_facts(const std::string& path, bool one_per_line, std::ostream& out,
                                  const IngestOptions& options = {});
DOSSIER_API void write_open_facts_of_text(std::string_view bytes, const std::string& source_name,
                                          bool one_per_line, std::ostream& out,
                                          const IngestOptions& options = {});

enum class FactFormat : std::uint8_t {
  nquads,  ///< the graph ingest() would write
  json,    ///< one object: document, sentences with their facts, entities
  trace,   ///< each sentence with its facts and what made them: a rule or a construction
};

/// Writes what an empty knowledge base would get of a document.
DOSSIER_API void write_document_facts(const std::string& path, FactFormat format, std::ostream& out,
                                      const IngestOptions& options = {});
DOSSIER_API void write_document_facts_of_text(std::string_view bytes,
                                              const std::string& source_name, FactFormat format,
                                              std::ostream& out, const IngestOptions& options = {});

/// As write_document_facts_of_text(), for a document of a folder: all of `name`, as
/// "2021/board.txt", names it (doc:2021/board).
DOSSIER_API void write_named_document_facts(std::string_view bytes, const std::string& name,
                                            FactFormat format, std::ostream& out,
                                            const IngestOptions& options = {});

/// An entity of one document as linking sees it: two are one when a key of theirs is the same and
/// not weak on both sides. It is what ingest() does for document after document, without a store.
struct LinkableEntity {
  struct Key {
    std::string key;
    bool weak = false;
  };
  struct Name {
    std::string name;
    std::uint64_t fullness = 0;  ///< the label is the fullest name, of equals the least
  };
  Term entity;  ///< as the document's graph has it
  std::vector<Key> keys;
  std::vector<Name> names;
  /// Of entities that are one, the class with the least rank; 0: the class is left as it is.
  std::uint32_t class_rank = 0;
  Term entity_class;
};

/// The entities of a document's graph, by IRI. Pure.
DOSSIER_API std::vector<LinkableEntity> linkable_entities(const std::vector<Quad>& graph);

}  // namespace dossier
