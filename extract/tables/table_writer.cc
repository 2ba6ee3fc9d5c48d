// SPDX-License-Identifier: Apache-2.0
#include "extract/tables/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/graph/data_model.h"
#include "extract/graph/vocabulary.h"
#include "extract/tables/table_terms.h"
#include "model/utf8.h"
#include "model/vocabulary.h"

namespace dossier::extract {
namespace {

/// The text of a row, in bytes; the rest of a longer one is left out.
constexpr std::size_t kLongestText = 4000;

/// "name: Sea Lark; flag: Malta", on one line.
std::string text_of(const TableMap::Row& row, const std::vector<std::string>& columns) {
  std::string text;
  for (std::size_t i = 0; i < columns.size() && text.size() <= kLongestText; ++i) {
    if (row.cells[i].empty()) continue;
    if (!text.empty()) text += "; ";
    text += columns[i] + ": " + row.cells[i].substr(0, kLongestText + 1);
  }
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (!utf8::starts_code_point(text[end])) --end;
  return text.substr(0, end) + "…";
}

bool is_name_or_class(const Term& predicate) {
  const std::string& iri = predicate.value();
  return iri == kLabel || iri == kAltLabel || iri == vocabulary::rdf::kType;
}

/// A thing, not a word of a vocabulary.
bool is_thing(const Term& term) {
  constexpr std::array kVocabularies{
      vocabulary::kRelation, vocabulary::kArgument, vocabulary::kDossier, vocabulary::kSchema,
      vocabulary::kSkos,     vocabulary::kRdf,      vocabulary::kRdfs,    vocabulary::kXsd};
  return term.is_iri() && std::none_of(kVocabularies.begin(), kVocabularies.end(),
                                       [&](auto one) { return term.value().starts_with(one); });
}

/// Nodes that the CONSTRUCT makes are numbered from q1 in each run; those of the knowledge base
/// have labels of their own.
Term own_node(const Term& term, std::uint64_t row) {
  if (term.is_blank_node() && term.value().starts_with('q'))
    return Term::blank_node(fmt::format("{}-{}", term.value(), row));
  if (!term.is_triple()) return term;
  const Triple& inner = term.as_triple();
  return Term::triple({own_node(inner.subject, row), inner.predicate, own_node(inner.object, row)});
}

}  // namespace

TableWriter::TableWriter(Transaction& transaction, About about)
    : transaction_(transaction),
      about_(std::move(about)),
      document_(document_iri(about_.slug)),
      out_(document_, [this](Quad quad) { transaction_.insert(quad); }) {
  out_.type(document_, k::kDocument);
  out_.type(document_, k::kTable);
  out_.text(document_, kHeadline, about_.headline);
  out_.text(document_, k::kSourceFile, about_.source_file);
  out_.number(document_, k::kModel, kDataModel);
}

void TableWriter::mention(const Term& row, const Triple& triple) {
  const bool is_name = is_name_or_class(triple.predicate);
  for (const Term* thing : {&triple.subject, is_name ? nullptr : &triple.object})
    if (thing != nullptr && is_thing(*thing)) out_.add(row, k::kMentions, *thing);
}

void TableWriter::fact(const Triple& triple, const Term& row, std::size_t number) {
  const Term fact = Term::iri(fmt::format("{}f{}", row.value(), number));
  out_.add(fact, vocabulary::rdf::kReifies, Term::triple(triple));
  out_.type(fact, k::kFact);
  out_.add(fact, k::kEvidence, row);
  out_.text(fact, k::kRule, "table");
}

void TableWriter::row(const TableMap::Row& row, const std::vector<std::string>& columns,
                      std::vector<Triple> triples) {
  const Term iri = Term::iri(fmt::format("{}#r{}", document_.value(), row.number));
  out_.type(iri, k::kSentence);
  out_.type(iri, k::kRow);
  out_.add(iri, k::kPartOf, document_);
  out_.number(iri, k::kIndex, row.number);
  out_.text(iri, k::kText, text_of(row, columns));
  // The numbers of facts must not depend on the order in which the query finds them.
  std::sort(triples.begin(), triples.end());
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());
  std::size_t facts = 0;
  for (const Triple& made : triples) {
    const Triple triple{own_node(made.subject, row.number), made.predicate,
                        own_node(made.object, row.number)};
    out_.add(triple.subject, triple.predicate.value(), triple.object);
    mention(iri, triple);
    if (!is_name_or_class(triple.predicate)) fact(triple, iri, ++facts);
  }
  triples_ += triples.size();
  facts_ += facts;
}

void TableWriter::finish(std::uint64_t rows, const std::string& sha256) {
  out_.text(document_, k::kSha256, sha256);
  out_.number(document_, k::kRowCount, rows);
  out_.number(document_, k::kSentenceCount, rows);
}

}  // namespace dossier::extract
