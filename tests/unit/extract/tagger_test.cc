// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "analysed_text.h"
#include "dossier/error.h"
#include "extract/analyze/analyzer.h"
#include "extract/lexicon/lexicon.h"
#include "extract/models/builtin.h"
#include "extract/models/model_file.h"

namespace dossier::extract {
namespace {

std::string tagged(const std::string& text) {
  std::string out;
  for (const Sentence& sentence : test::analysed(text).sentences) {
    for (const Token& token : sentence.tokens) {
      out += (out.empty() ? "" : " ") + token.text + "/" + std::string(token.xpos.name());
    }
  }
  return out;
}

std::string lemmas(const std::string& text) {
  std::string out;
  for (const Sentence& sentence : test::analysed(text).sentences) {
    for (const Token& token : sentence.tokens) out += (out.empty() ? "" : " ") + token.lemma;
  }
  return out;
}

std::string error_of(const std::string& tagger, const std::string& lexicon,
                     std::string_view network = builtin_network_model()) {
  try {
    Analyzer::load(tagger, lexicon, network);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::input);
    return error.what();
  }
  return "loaded";
}

}  // namespace

TEST_CASE("past forms of regular verbs lead to their verbs") {
  const std::pair<std::string, std::string> verbs[] = {{"bribed", "bribe"},
                                                       {"scaled", "scale"},
                                                       {"freed", "free"},
                                                       {"scuttled", "scuttle"},
                                                       {"blamed", "blame"},
                                                       {"fined", "fine"},
                                                       {"lied", "lie"},
                                                       {"tied", "tie"},
                                                       {"fled", "flee"},
                                                       {"bred", "breed"},
                                                       {"toppled", "topple"},
                                                       {"battled", "battle"},
                                                       {"dismantled", "dismantle"},
                                                       {"stared", "stare"},
                                                       {"starred", "star"},
                                                       {"wiped", "wipe"},
                                                       {"banned", "ban"},
                                                       {"stabbed", "stab"},
                                                       {"carried", "carry"},
                                                       {"visited", "visit"},
                                                       {"opened", "open"},
                                                       {"installed", "install"},
                                                       {"called", "call"},
                                                       {"hoped", "hope"},
                                                       {"hopped", "hop"}};
  for (const auto& [form, lemma] : verbs) {
    INFO(form);
    CHECK(lemmas("The guards " + form + " the man.") == "the guard " + lemma + " the man .");
  }
  CHECK(lemmas("The guards are bribing the man.") == "the guard be bribe the man .");
}

TEST_CASE("plain sentences get the tags a reader would give") {
  CHECK(tagged("The minister visited Paris yesterday.") ==
        "The/DT minister/NN visited/VBD Paris/NNP yesterday/NN ./.");
  CHECK(tagged("They don't want to leave their homes.") ==
        "They/PRP do/VBP n't/RB want/VB to/TO leave/VB their/PRP$ homes/NNS ./.");
  CHECK(tagged("Has the agreement been signed by two presidents?") ==
        "Has/VBZ the/DT agreement/NN been/VBN signed/VBN by/IN two/CD presidents/NNS ?/.");
}

TEST_CASE("lemmas follow rules, exceptions and the dictionary") {
  CHECK(lemmas("The children were running and had gone to bigger cities.") ==
        "the child be run and have go to big city .");
  CHECK(lemmas("She studied the crises, hoped and stopped.") ==
        "she study the crisis , hope and stop .");
  CHECK(lemmas("We won't say Kenya's police didn't.") ==
        "we will not say Kenya 's police do not .");
  CHECK(lemmas("They co-chaired it.") == "they co-chair it .");
}

TEST_CASE("the lexicon knows words and names") {
  const Lexicon& lexicon = Lexicon::builtin();
  CHECK(lexicon.name("French").is(kNationality));
  CHECK(lexicon.name("French Republic").canonical == "France");
  CHECK(lexicon.name("Islamic Republic of Iran").canonical == "Iran");
  CHECK(lexicon.name("Kenyans").is(kPeople));
  CHECK(lexicon.name("Nairobi").is(kCity | kCapital));
  CHECK(lexicon.name("EUR").canonical == "EUR");
  CHECK(lexicon.name("minister").is(kTitle));
  CHECK_FALSE(lexicon.name("no such name").is(~0U));
  CHECK(lexicon.word("doctor").noun_class == NounClass::person);
  CHECK(lexicon.word("run").verb);
  CHECK_FALSE(lexicon.word("xyzzyx").known());
  CHECK(lexicon.irregular('v', "went") == "go");
}

TEST_CASE("models load from bytes, and damage is told") {
  const std::string tagger(builtin_tagger_model());
  const std::string lexicon(builtin_lexicon_model());
  CHECK(error_of(tagger, lexicon) == "loaded");
  CHECK(error_of(lexicon, lexicon).find("another kind") != std::string::npos);
  CHECK(error_of("", lexicon).find("not a model file") != std::string::npos);
  CHECK(error_of(tagger.substr(0, tagger.size() / 2), lexicon).find("checksum") !=
        std::string::npos);
  std::string flipped = lexicon;
  flipped[flipped.size() / 3] = static_cast<char>(flipped[flipped.size() / 3] ^ 0x20);
  CHECK(error_of(tagger, flipped).find("checksum") != std::string::npos);
  std::string newer = tagger;
  newer[8] = 9;
  CHECK(error_of(newer, lexicon).find("version 9") != std::string::npos);
}

TEST_CASE("tables whose checksum is right but whose contents are not are refused") {
  const std::string table = StringTable::pack({"a", "b"});
  const std::string file =
      make_model_file("LEXI", {table, "", "", table, table, "", table, "", table});
  CHECK_THROWS_AS(Lexicon::load(file), Error);
  std::string beyond = table;
  beyond[8] = 100;
  CHECK_THROWS_AS(StringTable(beyond), Error);
  CHECK_THROWS_AS(Lexicon::load(make_model_file("LEXI", {})), Error);
}

TEST_CASE("one analyser serves several threads") {
  const std::string text = "Foreign Minister Ana Lopes met Peter Hahn in Geneva on 9 November.";
  const std::size_t expected = test::analysed(text, "2020-11-17").sentences[0].mentions.size();
  REQUIRE(expected == 3);
  std::vector<std::size_t> found(4, 0);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < found.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 20; ++i) {
        found[t] += test::analysed(text, "2020-11-17").sentences[0].mentions.size();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : found) CHECK(count == 20 * expected);
}

}  // namespace dossier::extract
