// SPDX-License-Identifier: Apache-2.0
// Runs tests/unit/extract/store/*.txt, which say step by step what a knowledge base holds:
//
//   --- document FILE           the lines below it are ingested as this document
//   * merge KEPT | GONE         entities by their labels
//   * split ENTITY | NAME       or: split ENTITY | document FILE
//   * undo N                    * forget FILE
//   * mark                      remembers the dump
//   = LABEL: FILE TEXT, ...     exactly these mentions, each form once a document
//   = SUBJECT | RELATION | OBJECT    asserted
//   = one LABEL                just one thing is called so
//   = as marked                 the dump is the one remembered
//   = e:NAME is LABEL           = e:NAME is a schema:CLASS
//   ! LABEL                     nothing is called so       ! SUBJECT | RELATION | OBJECT
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>
#include <sstream>

#include "dossier/entities.h"
#include "dossier/evidence.h"
#include "dossier/ingest.h"
#include "tests/case_file.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> cut(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t at; (at = text.find(separator, from)) != std::string::npos;
       from = at + separator.size())
    parts.push_back(text.substr(from, at - from));
  parts.push_back(text.substr(from));
  return parts;
}

class StoreCase {
 public:
  void run(const test::Step& step) {
    const std::string& rest = step.words;
    if (step.kind == "document")
      ingest_text(*base_, step.text, rest);
    else if (step.kind == "*")
      act(rest);
    else if (rest == "as marked")
      CHECK(dump() == marked_);
    else if (rest.starts_with("one "))
      CHECK(entities_named(*base_, rest.substr(4)).size() == 1);
    else if (rest.starts_with("e:"))
      check_name(cut(rest, " is "));
    else if (rest.find(" | ") != std::string::npos)
      CHECK(is_asserted(cut(rest, " | ")) == (step.kind == "="));
    else if (step.kind == "!")
      CHECK(entities_named(*base_, rest).empty());
    else
      CHECK(mentions(rest.substr(0, rest.find(": "))) == rest);
  }

 private:
  static Term document(const std::string& file) {
    return Term::iri("urn:dossier:document:" + fs::path(file).stem().string());
  }

  Term entity(const std::string& label) {
    const std::vector<Term> found = entities_named(*base_, label);
    INFO(label);
    REQUIRE_FALSE(found.empty());
    return found.front();
  }

  void act(const std::string& what) {
    const std::string date = "2026-01-02T03:04:05Z";
    const std::string verb = what.substr(0, what.find(' '));
    const std::vector<std::string> words =
        cut(what.substr(std::min(what.size(), verb.size() + 1)), " | ");
    if (verb == "merge")
      merge_entities(*base_, entity(words.at(0)), entity(words.at(1)), date);
    else if (verb == "split" && words.at(1).starts_with("document "))
      split_document(*base_, entity(words[0]), document(words[1].substr(9)), date);
    else if (verb == "split")
      split_name(*base_, entity(words[0]), words[1], date);
    else if (verb == "undo")
      undo_decision(*base_, std::stoul(words.at(0)));
    else if (verb == "forget")
      CHECK(forget(*base_, document(words.at(0))));
    else if (verb == "mark")
      marked_ = dump();
    else
      FAIL("no such step: " << what);
  }

  void check_name(const std::vector<std::string>& words) {
    const Term entity = Term::iri("urn:dossier:entity:" + words.at(0).substr(2));
    const std::string& wanted = words.at(1);
    const EntityCard card = entity_card(*base_, entity);
    if (wanted.starts_with("a schema:"))
      CHECK(card.classes == std::vector{Term::iri("https://schema.org/" + wanted.substr(9))});
    else
      CHECK(card.label == wanted);
  }

  std::string dump() {
    std::ostringstream out;
    (*base_).dump([&](const Quad& quad) {
      out << quad.subject.to_string() << ' ' << quad.predicate.to_string() << ' '
          << quad.object.to_string() << ' ' << (quad.graph ? quad.graph->to_string() : "") << '\n';
    });
    return out.str();
  }

  std::string mentions(const std::string& label) {
    std::string line = label + ":";
    std::set<std::string> forms;
    for (const EntityMention& mention : entity_card(*base_, entity(label)).mentions) {
      const std::string iri = mention.document.value();
      const std::string form = iri.substr(iri.rfind(':') + 1) + ".txt " + mention.text;
      if (forms.insert(form).second) line += (forms.size() > 1 ? ", " : " ") + form;
    }
    return line;
  }

  bool is_asserted(const std::vector<std::string>& fact) {
    const Term relation = Term::iri("urn:dossier:relation:" + fact.at(1));
    // An individual is no entity that can be asked for by its label.
    QueryOptions options;
    options.parameters = {
        {"s", Term::string(fact.at(0))}, {"o", Term::string(fact.at(2))}, {"relation", relation}};
    return (*base_)
        .query(
            "ASK { ?subject rdfs:label|skos:altLabel $s . ?object rdfs:label|skos:altLabel $o . "
            "?subject $relation ?object }",
            options)
        .boolean();
  }

  test::ScratchBase base_;
  std::string marked_;
};

}  // namespace

TEST_CASE("entities over several documents", "[store]") {
  const auto cases = test::read_cases(DOSSIER_TEST_DATA "/store", "=!*");
  REQUIRE(cases.size() >= 10);
  for (const test::Case& one : cases) {
    StoreCase store;
    for (const test::Step& step : one.steps) {
      INFO(one.file << ":" << step.line << ": " << step.kind << " " << step.words);
      store.run(step);
    }
  }
}

TEST_CASE("decisions that cannot be are refused", "[store]") {
  test::ScratchBase base;
  ingest_text(*base, "Port news\n\nCarl Lund visited Oslo.\n", "a.txt");
  const Term lund = Term::iri("urn:dossier:entity:Carl_Lund");
  const std::string date = "2026-01-02T03:04:05Z";
  CHECK_THROWS_AS(merge_entities(*base, lund, lund, date), Error);
  CHECK_THROWS_AS(merge_entities(*base, lund, Term::iri("urn:dossier:entity:Nobody"), date), Error);
  CHECK_THROWS_AS(split_name(*base, lund, "Anna Berg", date), Error);
  CHECK_THROWS_AS(split_name(*base, lund, "Carl Lund", date), Error);
  CHECK_THROWS_AS(split_document(*base, lund, Term::iri("urn:dossier:document:nowhere"), date),
                  Error);
  CHECK_THROWS_AS(undo_decision(*base, 1), Error);
  CHECK(entity_decisions(*base).empty());
}
