// SPDX-License-Identifier: Apache-2.0
// Which document a file becomes: the same file name the same one, another file name another one.
#include <catch2/catch.hpp>

#include "dossier/ingest.h"
#include "extract/reader/source_name.h"
#include "tests/unit/extract/scratch_base.h"

using namespace dossier;
using Outcome = IngestReport::Outcome;

namespace {

Term document(const std::string& slug) { return Term::iri("urn:dossier:document:" + slug); }

IngestReport read(test::ScratchBase& base, const std::string& name, const std::string& who) {
  return ingest_text(*base, "Port news\n\n" + who + " visited Oslo.\n", name);
}

void check(const IngestReport& report, Outcome outcome, const std::string& slug,
           const std::string& namesake = {}) {
  CHECK(report.outcome == outcome);
  CHECK(report.document == document(slug));
  CHECK(report.namesake == namesake);
}

}  // namespace

TEST_CASE("files of one name but for the ending are two documents", "[identity]") {
  test::ScratchBase base;
  check(read(base, "report.txt", "Carl Lund"), Outcome::added, "report");
  check(read(base, "report.md", "Anna Berg"), Outcome::added, "report_2", "report.txt");
  check(read(base, "report.html", "Ben Okoro"), Outcome::added, "report_3", "report.txt");
  CHECK(documents(*base).size() == 3);
}

TEST_CASE("each file keeps its document", "[identity]") {
  test::ScratchBase base;
  read(base, "report.txt", "Carl Lund");
  read(base, "report.md", "Anna Berg");
  check(read(base, "report.md", "Anna Berg"), Outcome::unchanged, "report_2");
  check(read(base, "report.md", "Anna Falk"), Outcome::replaced, "report_2", "report.txt");
  check(read(base, "report.txt", "Carl Falk"), Outcome::replaced, "report");
  CHECK(forget(*base, document("report")));
  check(read(base, "report.md", "Anna Lund"), Outcome::replaced, "report_2");
  check(read(base, "report.txt", "Carl Lund"), Outcome::added, "report");
  CHECK(documents(*base).size() == 2);
}

TEST_CASE("a number in a name is no claim to it", "[identity]") {
  test::ScratchBase base;
  read(base, "report.txt", "Carl Lund");
  read(base, "report.md", "Anna Berg");
  check(read(base, "report_2.txt", "Ben Okoro"), Outcome::added, "report_2_2", "report.md");
  check(read(base, "report_2.txt", "Ben Lund"), Outcome::replaced, "report_2_2", "report.md");
}

TEST_CASE("names of symbols, emoji and broken bytes", "[identity]") {
  test::ScratchBase base;
  const std::vector<std::string> names = {"???.txt",  "!!.txt",   "\xF0\x9F\x98\x80.txt",
                                          "\xFF.txt", "\xFE.txt", " .txt",
                                          "a b.txt",  "a_b.txt"};
  for (const std::string& name : names)
    CHECK(read(base, name, "Carl Lund").outcome == Outcome::added);
  CHECK(documents(*base).size() == names.size());
  for (const std::string& name : names)
    CHECK(read(base, name, "Carl Lund").outcome == Outcome::unchanged);
}

TEST_CASE("a file name is readable and stays different from others", "[identity]") {
  using extract::file_name;
  CHECK(file_name("a/b/report.txt") == "report.txt");
  CHECK(file_name("caf\xC3\xA9.txt") == "caf\xC3\xA9.txt");
  CHECK(file_name("\xFF\xE9.txt") == "\uFFFDFF\uFFFDE9.txt");
  CHECK(file_name("\uFFFDFF.txt") == "\uFFFDEF\uFFFDBF\uFFFDBDFF.txt");
  CHECK(file_name("caf\xC3") == "caf\uFFFDC3");
}
