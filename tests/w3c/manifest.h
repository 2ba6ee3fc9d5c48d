// SPDX-License-Identifier: Apache-2.0
// The suites' manifests: which tests there are.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/w3c/graph.h"

namespace dossier::w3c {

inline constexpr std::string_view kMf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
inline constexpr std::string_view kQt = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
inline constexpr std::string_view kUt = "http://www.w3.org/2009/sparql/tests/test-update#";

/// The folder of the suites; files and IRIs name each other.
class Suites {
 public:
  explicit Suites(std::filesystem::path root) : root_(std::move(root)) {}
  const std::filesystem::path& root() const { return root_; }
  std::string iri_of(const std::string& path) const { return std::string(kBase) + path; }
  /// The path below the root of a file's IRI.
  std::string path_of(std::string_view iri) const;
  /// A file's bytes. Throws Error(input).
  std::string read(std::string_view iri) const;
  bool has(std::string_view iri) const;

  static constexpr std::string_view kBase = "https://w3c.github.io/rdf-tests/";

 private:
  std::filesystem::path root_;
};

struct Test {
  std::string id;         ///< directory#name, such as sparql/sparql11/bind#bind01
  std::string directory;  ///< of its manifest, below the root
  std::string type;       ///< local name of its class, such as QueryEvaluationTest
  Term subject;           ///< in the manifest
  std::shared_ptr<const Graph> manifest;

  /// The object of a property in mf: of the test itself; throws Error(input) when it has none.
  Term property(std::string_view name) const;
};

/// The tests of manifests and of those they include, in order, each manifest once. Throws Error
/// when one can't be read.
std::vector<Test> read_manifests(const Suites& suites, std::span<const char* const> paths);

}  // namespace dossier::w3c
