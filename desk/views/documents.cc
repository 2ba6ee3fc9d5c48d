// SPDX-License-Identifier: Apache-2.0
// The documents of a knowledge base.
#include <algorithm>
#include <map>

#include "desk/views/names.h"
#include "desk/views/rows.h"
#include "dossier/views.h"
#include "model/utf8.h"

namespace dossier {
namespace {

/// A beginning that is shared is left out when it is at least so long.
constexpr std::size_t kLongBeginning = 24;

using Counts = std::map<Term, std::uint64_t>;

Counts counts(const KnowledgeBase& kb, const char* text, const QueryOptions& options) {
  Counts out;
  for (const Row& row : kb.query(text, options))
    if (row["document"]) out[*row["document"]] = row["count"].as<std::uint64_t>();
  return out;
}

std::size_t shared_beginning(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

/// To the last blank, so that no word and no character is cut.
std::size_t whole_words(std::string_view text, std::size_t length) {
  if (length >= text.size()) return text.size();
  const std::size_t blank = text.substr(0, length).rfind(' ');
  return blank == text.npos ? 0 : blank + 1;
}

/// Headlines of a series begin alike; what tells them apart comes first then.
void shorten_headlines(std::vector<DocumentRow>& rows) {
  for (DocumentRow& row : rows) {
    std::size_t longest = 0;
    for (const DocumentRow& other : rows) {
      if (&other == &row || other.headline == row.headline) continue;
      longest = std::max(longest, shared_beginning(row.headline, other.headline));
    }
    const std::size_t cut = whole_words(row.headline, longest);
    const bool cuts = cut >= kLongBeginning && cut < row.headline.size();
    row.short_headline = cuts ? "…" + row.headline.substr(cut) : row.headline;
  }
}

}  // namespace

std::vector<DocumentRow> document_rows(const KnowledgeBase& kb, const std::string& words,
                                       const QueryOptions& options) {
  QueryOptions own = options;
  std::string pattern = "?document a k:Document . ";
  if (!words.empty()) {
    own.parameters = {{"words", Term::string(words)}};
    pattern +=
        "{ SELECT DISTINCT ?document WHERE { { ?found k:matches $words ; k:partOf ?document } "
        "UNION { ?document k:matches $words ; a k:Document } } } ";
  }
  const Counts facts = counts(kb,
                              "SELECT ?document (COUNT(DISTINCT ?fact) AS ?count) WHERE { ?fact "
                              "k:evidence ?sentence . ?sentence k:partOf ?document } "
                              "GROUP BY ?document",
                              options);
  Namer names(kb);
  std::vector<DocumentRow> out;
  QueryResult result = kb.query(
      "SELECT ?document ?headline ?date ?author ?file ?language ?sentences WHERE { " + pattern +
          "OPTIONAL { ?document schema:headline ?headline } "
          "OPTIONAL { ?document schema:datePublished ?date } "
          "OPTIONAL { ?document schema:author ?author } "
          "OPTIONAL { ?document k:sourceFile ?file } "
          "OPTIONAL { ?document schema:inLanguage ?language } "
          "OPTIONAL { ?document k:sentenceCount ?sentences } } "
          "ORDER BY (!BOUND(?date)) ?date ?document ?author",
      own);
  for (const Row& row : result) {
    if (!out.empty() && out.back().document == *row["document"]) continue;
    DocumentRow one;
    one.document = *row["document"];
    one.headline = text_of(row["headline"]);
    one.date = day_of(row["date"]);
    if (row["author"]) one.author = names.label(*row["author"]);
    one.file = text_of(row["file"]);
    one.language = text_of(row["language"]);
    if (row["sentences"]) one.sentences = row["sentences"].as<std::uint64_t>();
    const auto known = facts.find(one.document);
    if (known != facts.end()) one.facts = known->second;
    out.push_back(std::move(one));
  }
  shorten_headlines(out);
  return out;
}

}  // namespace dossier
