// SPDX-License-Identifier: Apache-2.0
// Terms in pages: several loads and commits over each other give one dictionary, and damage shows.
#include "storage/terms/term_runs.h"

#include <catch2/catch.hpp>
#include <functional>

#include "dossier/error.h"
#include "loading.h"
#include "quads.h"
#include "storage/disk/batch.h"
#include "storage/disk/meta.h"
#include "storage/terms/term_codec.h"
#include "temp_dir.h"

namespace dossier::storage {
namespace {

constexpr int kTerms = 3000;

std::string subject(int i) { return "urn:thing/" + std::to_string(i); }
std::string number(int i) { return "number " + std::to_string(i) + " of many"; }
std::string long_text(int i) { return std::string(300, 'w') + std::to_string(i); }

// Terms `from` to `to`: an IRI, a tagged string, at times a typed literal and a text too long for a
// page each.
std::string lines(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) {
    const std::string start = "<" + subject(i) + "> <urn:p> ";
    text += start + "\"" + number(i) + "\"@" + (i % 2 == 0 ? "en-GB" : "EN-gb") + " .\n";
    if (i % 10 == 0) text += start + "\"x" + number(i) + "\"^^<urn:type> .\n";
    if (i % 100 == 0) text += start + "\"" + long_text(i) + "\" .\n";
  }
  return text;
}

void load_lines(Store& store, const TempDir& dir, int from, int to) {
  load(store, write_file(dir / "data.nt", lines(from, to)), kBulk);
}

std::vector<Term> terms_of(int i) {
  return {Term::iri(subject(i)), Term::lang(number(i), i % 2 == 0 ? "en-GB" : "EN-gb"),
          Term::typed("x" + number(i / 10 * 10), "urn:type"),
          Term::string(long_text(i / 100 * 100))};
}

// Each term has an id, and the id that term.
void check_terms(const Store& store, int from, int to) {
  const auto source = store.snapshot();
  std::vector<Term> terms;
  for (int i = from; i < to; ++i) {
    for (Term& term : terms_of(i)) terms.push_back(std::move(term));
  }
  std::vector<TermId> ids(terms.size());
  source->find(terms, ids);
  CHECK(std::count(ids.begin(), ids.end(), TermId::none()) == 0);
  std::vector<Term> back(ids.size());
  source->terms(ids, back);
  CHECK(back == terms);
  std::size_t read = 0;
  source->term_reader()->read(ids, [&](std::size_t i, const TermView& term) {
    read += to_term(term) == terms[i] ? 1 : 0;
    return true;
  });
  CHECK(read == ids.size());
}

std::size_t runs_in(const std::string& path) {
  const auto database = Database::open(path, OpenMode::existing, 1 << 24);
  return decode_runs(*database->get(Family::meta, kRunsKey)).all().size();
}

std::vector<Fault> faults_after(const std::function<void(Database&, Batch&)>& damage) {
  const TempDir dir;
  load_lines(*Store::open(dir / "kb"), dir, 0, kTerms);
  {
    const auto database = Database::open(dir / "kb", OpenMode::existing, 1 << 24);
    Batch batch(*database);
    damage(*database, batch);
    batch.write(Durability::synced);
  }
  return Store::open(dir / "kb")->check();
}

bool tells(const std::vector<Fault>& faults, std::string_view where, std::string_view what) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    return fault.where.find(where) != std::string::npos &&
           fault.what.find(what) != std::string::npos;
  });
}

const TermId kPage{TermId::Kind::iri, 1 + 2 * 128};

}  // namespace

TEST_CASE("Loads, commits and loads again make one dictionary") {
  const TempDir dir;
  {
    const auto store = Store::open(dir / "kb");
    load_lines(*store, dir, 0, kTerms);
    check_terms(*store, 0, kTerms);
    CHECK_FALSE(store->snapshot()->find(Term::iri("urn:thing/none")));
    CHECK_FALSE(store->snapshot()->find(Term::iri("a")));
    CHECK_FALSE(store->snapshot()->find(Term::string("zz that nobody has said")));
    const auto tx = store->begin();
    for (int i = kTerms - 100; i < kTerms + 100; ++i) {
      for (const Term& term : terms_of(i))
        tx->insert(Quad{term.is_iri() ? term : Term::iri("urn:s"), Term::iri("urn:q"), term,
                        std::nullopt});
    }
    tx->commit();
    check_terms(*store, 0, kTerms + 100);
    load_lines(*store, dir, kTerms / 2, 2 * kTerms);
    check_terms(*store, 0, 2 * kTerms);
    // What is there already adds nothing.
    const std::uint64_t terms = store->statistics().terms;
    load_lines(*store, dir, 0, 2 * kTerms);
    CHECK(store->statistics().terms == terms);
    CHECK(store->check().empty());
  }
  CHECK(runs_in(dir / "kb") == 6);  // of three kinds each
  const auto store = Store::open(dir / "kb", {.mode = OpenMode::read_only});
  check_terms(*store, 0, 2 * kTerms);
  CHECK(store->check().empty());
}

TEST_CASE("Runs stay few: small loads and later ones give each term a row") {
  const TempDir dir;
  {
    const auto store = Store::open(dir / "kb");
    for (int i = 0; i < 6; ++i) load_lines(*store, dir, i * kTerms, (i + 1) * kTerms);
    load_lines(*store, dir, 5 * kTerms, 6 * kTerms + 100);
    check_terms(*store, 0, 6 * kTerms + 100);
    CHECK(store->check().empty());
  }
  CHECK(runs_in(dir / "kb") == 12);
}

TEST_CASE("check() finds damaged pages of terms and their summaries") {
  CHECK(faults_after([](Database&, Batch&) {}).empty());
  CHECK(tells(faults_after([](Database&, Batch& batch) {
                batch.put(Family::term, encode_id(kPage), "\x80 no page");
              }),
              "term row", "the page 2:257 of the term dictionary is damaged"));
  CHECK(tells(
      faults_after([](Database&, Batch& batch) { batch.erase(Family::term, encode_id(kPage)); }),
      "meta counters", "rows of term"));
  CHECK(tells(faults_after([](Database&, Batch& batch) {
                batch.erase(Family::term_id, summary_key(kPage));
              }),
              "term_id", "the summaries of its pages of terms are not whole"));
  CHECK(tells(faults_after([](Database& database, Batch& batch) {
                std::string summary = *database.get(Family::term_id, summary_key(kPage));
                std::fill(summary.end() - 100, summary.end(), '\0');
                batch.put(Family::term_id, summary_key(kPage), summary);
              }),
              "term 2:", "leads to no id"));
  CHECK(tells(faults_after([](Database&, Batch& batch) {
                batch.put(Family::term_id, summary_key(TermId{TermId::Kind::triple, 1}), "");
              }),
              "term_id", "summary of a page 6:1"));
}

TEST_CASE("A store that has lost its list of runs is refused") {
  const TempDir dir;
  load_lines(*Store::open(dir / "kb"), dir, 0, kTerms);
  const auto message_after = [&](const std::function<void(Batch&)>& damage) -> std::string {
    {
      const auto database = Database::open(dir / "kb", OpenMode::existing, 1 << 24);
      Batch batch(*database);
      damage(batch);
      batch.write(Durability::synced);
    }
    try {
      Store::open(dir / "kb");
    } catch (const Error& error) {
      return error.what();
    }
    return "it opened";
  };
  CHECK_THAT(message_after([](Batch& batch) { batch.erase(Family::meta, kRunsKey); }),
             Catch::Contains("has lost its list of runs of terms"));
  CHECK_THAT(message_after([](Batch& batch) { batch.put(Family::meta, kRunsKey, "12345678"); }),
             Catch::Contains("the list of runs of terms in meta is damaged"));
}

}  // namespace dossier::storage
