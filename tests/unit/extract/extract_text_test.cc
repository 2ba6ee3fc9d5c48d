// SPDX-License-Identifier: Apache-2.0
// What is read of a document without a knowledge base; and that every term of it is RDF.
#include "dossier/extract.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "dossier/error.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;

namespace {

const char* const kNews =
    "Port news\n\nAnna Berg did not visit Oslo on 3 May 2021. She may visit Lima.\n";

const ExtractedFact* find(const ExtractedDocument& document, const std::string& object) {
  for (const ExtractedFact& fact : document.facts) {
    if (fact.triple.object.value() == "urn:dossier:entity:" + object) return &fact;
  }
  return nullptr;
}

std::string marked(const ExtractedDocument& document, const ExtractedFact& fact) {
  const std::u32string text = extract::to_code_points(document.sentences[fact.sentence].text);
  std::string words;
  for (const auto& [begin, end] : fact.spans)
    words += extract::to_utf8(text.substr(begin, end - begin)) + "|";
  return words;
}

}  // namespace

TEST_CASE("a document's facts are values", "[extract]") {
  const ExtractedDocument document = extract_text(kNews, "folder/news.txt");
  CHECK(document.document == Term::iri("urn:dossier:document:news"));
  CHECK(document.source_file == "news.txt");
  CHECK(document.headline == "Port news");
  const ExtractedFact* const denied = find(document, "Oslo");
  REQUIRE(denied);
  CHECK(denied->triple.subject == Term::iri("urn:dossier:entity:Anna_Berg"));
  CHECK(denied->triple.predicate == Term::iri("urn:dossier:relation:visit"));
  CHECK(denied->polarity == "negative");
  CHECK_FALSE(denied->asserted);
  CHECK(denied->time == "2021-05-03");
  CHECK(denied->confidence > 0);
  CHECK(denied->confidence <= 1);
  CHECK(marked(document, *denied) == "Anna Berg|did not visit|Oslo|");
  const ExtractedFact* const possible = find(document, "Lima");
  REQUIRE(possible);
  CHECK(possible->modality == "possible");
  CHECK(std::any_of(document.entities.begin(), document.entities.end(), [](const auto& entity) {
    return entity.label == "Anna Berg" &&
           entity.entity == Term::iri("urn:dossier:entity:Anna_Berg");
  }));
  const std::u32string text = extract::to_code_points(document.text);
  for (const ExtractedSentence& one : document.sentences)
    CHECK(extract::to_utf8(text.substr(one.begin, one.end - one.begin)) == one.text);
}

TEST_CASE("extraction can be cancelled and has a time limit", "[extract]") {
  IngestOptions cancelled;
  cancelled.cancellation.cancel();
  IngestOptions late;
  late.timeout = std::chrono::milliseconds(0);
  const auto code_of = [](const IngestOptions& options) {
    try {
      extract_text(kNews, "news.txt", options);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::usage;
  };
  CHECK(code_of(cancelled) == ErrorCode::cancelled);
  CHECK(code_of(late) == ErrorCode::timeout);
}

TEST_CASE("words with letters beyond ASCII make RDF that loads again", "[extract]") {
  const std::string text =
      "The chef saut\xC3\xA9 the fish. The chefs saut\xC3\xA9\x65\x64 the fish. Anna "
      "flamb\xC3\xA9s "
      "crepes. Carl clich\xC3\xA9\x64 the na\xC3\xAFve r\xC3\xA9sum\xC3\xA9s. "
      "\xC3\x89lys\xC3\xA9\x65 "
      "caf\xC3\xA9\x65\x64 \xC3\xA5\xC3\xA4\xC3\xB6s. Ben prot\xC3\xA9g\xC3\xA9\x64 the "
      "d\xC3\xA9\x63or.\n";
  std::ostringstream quads;
  write_document_facts_of_text(text, "kitchen.txt", FactFormat::nquads, quads);
  const std::string written = quads.str();
  // to_code_points() gives U+FFFD for every ill-formed byte.
  CHECK(extract::to_code_points(written).find(U'\uFFFD') == std::u32string::npos);
  test::ScratchBase ingested;
  ingest_text(*ingested, text, "kitchen.txt");
  std::istringstream dumped(written);
  test::ScratchBase loaded;
  CHECK((*loaded).load(dumped, {.path = "kitchen.nq", .format = RdfFormat::nquads}).added > 0);
}

TEST_CASE("the endings of documents are known", "[extract]") {
  CHECK(is_document_name("folder/Notes.MD.gz"));
  CHECK(is_document_name("a.html.zst"));
  CHECK(is_document_name("a.conllu"));
  CHECK_FALSE(is_document_name("a.doc"));
  CHECK_FALSE(is_document_name("README"));
  for (const std::string& ending : document_endings()) CHECK(is_document_name("a" + ending));
}
