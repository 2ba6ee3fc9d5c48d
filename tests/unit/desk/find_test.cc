// SPDX-License-Identifier: Apache-2.0
// The search view over a few sentences.
#include <catch2/catch.hpp>
#include <string>

#include "dossier/ingest.h"
#include "dossier/views.h"
#include "tests/unit/engine/temporary_base.h"

using namespace dossier;

namespace {

constexpr const char* kTalk =
    "Lake talks begin\n\nBERGEN, 3 May 2024 - Anna Keller left for Kampala on Thursday. The Lake "
    "Fund met the Harbour Union in Bergen. \"The fund stays,\" Keller said.\n";
constexpr const char* kLater =
    "A day at the harbour\n\nOSLO, 9 June 2024 - Nobody met anybody. The Lake Fund has no office "
    "in Oslo.\n";

void fill(KnowledgeBase& kb) {
  ingest_text(kb, kTalk, "talk.txt");
  ingest_text(kb, kLater, "later.txt");
}

std::string sentences(const Found& found) {
  std::string out;
  for (const FoundSentence& one : found.sentences) {
    std::string text = one.text;
    for (auto mark = one.marks.rbegin(); mark != one.marks.rend(); ++mark) {
      text.insert(mark->second, "]");
      text.insert(mark->first, "[");
    }
    out += text + "|";
  }
  return out;
}

}  // namespace

TEST_CASE("find() gives entities, documents and sentences, the words marked") {
  TemporaryBase kb;
  fill(*kb);
  const Found found = find(*kb, {.words = "lake fund"});
  REQUIRE(found.entities.size() >= 1);
  CHECK(found.entities[0].label == "Lake Fund");
  CHECK(found.entities[0].mentions >= 2);
  CHECK(found.all_sentences == 2);
  REQUIRE(found.sentences.size() == 2);
  CHECK(sentences(found).find("The [Lake Fund] met") != std::string::npos);
  CHECK(found.sentences[0].document.value().starts_with("urn:dossier:document:"));
  CHECK(found.unknown_words.empty());
  CHECK(find(*kb, {.words = "talks"}).documents.size() == 1);
}

TEST_CASE("find() knows base forms of the documents' words") {
  TemporaryBase kb;
  fill(*kb);
  CHECK(sentences(find(*kb, {.words = "leave Kampala"})) ==
        "Anna Keller [left] for [Kampala] on Thursday.|");
  CHECK(find(*kb, {.words = "\"leave\""}).all_sentences == 0);
}

TEST_CASE("find() can be confined to a document, a day, a number") {
  TemporaryBase kb;
  fill(*kb);
  const Term later = Term::iri("urn:dossier:document:later");
  CHECK(find(*kb, {.words = "lake fund", .document = later}).all_sentences == 1);
  CHECK(find(*kb, {.words = "lake fund", .since = "2024-06-01"}).all_sentences == 1);
  CHECK(find(*kb, {.words = "lake fund", .since = "2024-07-01"}).all_sentences == 0);
  const Found first = find(*kb, {.words = "lake", .sentences = 1});
  const Found next = find(*kb, {.words = "lake", .sentences = 1, .skip = 1});
  REQUIRE(first.sentences.size() == 1);
  REQUIRE(next.sentences.size() == 1);
  CHECK(first.all_sentences == next.all_sentences);
  CHECK(first.sentences[0].sentence != next.sentences[0].sentence);
  CHECK_THROWS_WITH(find(*kb, {.words = "lake", .since = "soon"}),
                    Catch::Matchers::Contains("is not a day"));
}

TEST_CASE("find() tries other spellings when nothing is spelled so") {
  TemporaryBase kb;
  fill(*kb);
  const Found found = find(*kb, {.words = "Kamapla"});
  CHECK(found.unknown_words == std::vector<std::string>{"Kamapla"});
  CHECK(found.searched_instead == "Kamapla~");
  CHECK(found.all_sentences == 1);
  const Found nothing = find(*kb, {.words = "xylophone"});
  CHECK(nothing.unknown_words == std::vector<std::string>{"xylophone"});
  CHECK(nothing.all_sentences == 0);
}

TEST_CASE("find() follows what is forgotten") {
  TemporaryBase kb;
  fill(*kb);
  forget(*kb, Term::iri("urn:dossier:document:later"));
  CHECK(find(*kb, {.words = "oslo"}).all_sentences == 0);
  ingest_text(*kb, kLater, "later.txt");
  CHECK(find(*kb, {.words = "oslo"}).all_sentences == 1);
  CHECK(kb->check().empty());
}
