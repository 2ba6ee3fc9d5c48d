// SPDX-License-Identifier: Apache-2.0
#include "tests/w3c/manifest.h"

#include <fstream>
#include <set>
#include <sstream>

#include "dossier/error.h"
#include "model/vocabulary.h"

namespace dossier::w3c {
namespace {

std::string local_name(const std::string& iri) { return iri.substr(iri.find_last_of("#/") + 1); }

void read_into(const Suites& suites, const std::string& path, std::set<std::string>& seen,
               std::vector<Test>& tests) {
  if (!seen.insert(path).second) return;
  const std::string iri = suites.iri_of(path);
  const auto manifest =
      std::make_shared<const Graph>(parse_quads(suites.read(iri), RdfFormat::turtle, iri));
  const std::string directory = std::filesystem::path(path).parent_path().string();
  const std::string include = vocabulary::iri(kMf, "include");
  const std::string entries = vocabulary::iri(kMf, "entries");
  for (const Term& node :
       manifest->subjects(vocabulary::rdf::kType, Term::iri(vocabulary::iri(kMf, "Manifest")))) {
    for (const Term& list : manifest->objects(node, include)) {
      for (const Term& included : manifest->list(list)) {
        read_into(suites, suites.path_of(included.value()), seen, tests);
      }
    }
    for (const Term& list : manifest->objects(node, entries)) {
      for (const Term& entry : manifest->list(list)) {
        const auto type = manifest->object(entry, vocabulary::rdf::kType);
        tests.push_back({directory + "#" + local_name(entry.value()), directory,
                         type ? local_name(type->value()) : "untyped", entry, manifest});
      }
    }
  }
}

}  // namespace

std::string Suites::path_of(std::string_view iri) const {
  if (!iri.starts_with(kBase)) {
    throw Error(ErrorCode::input, "not a file of the suites: " + std::string(iri));
  }
  return std::string(iri.substr(kBase.size()));
}

std::string Suites::read(std::string_view iri) const {
  std::ifstream in(root_ / path_of(iri), std::ios::binary);
  if (!in) throw Error(ErrorCode::input, "can't read " + path_of(iri));
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

bool Suites::has(std::string_view iri) const {
  return iri.starts_with(kBase) && std::filesystem::exists(root_ / path_of(iri));
}

Term Test::property(std::string_view name) const {
  std::optional<Term> found = manifest->object(subject, vocabulary::iri(kMf, name));
  if (!found) throw Error(ErrorCode::input, "the test has no mf:" + std::string(name));
  return *std::move(found);
}

std::vector<Test> read_manifests(const Suites& suites, std::span<const char* const> paths) {
  std::vector<Test> tests;
  std::set<std::string> seen;
  for (const char* const path : paths) read_into(suites, path, seen, tests);
  return tests;
}

}  // namespace dossier::w3c
