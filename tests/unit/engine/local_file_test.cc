// SPDX-License-Identifier: Apache-2.0
// Which files LOAD may read.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/unit/engine/endpoint.h"

using namespace dossier;
using namespace dossier::service_test;

namespace {

namespace fs = std::filesystem;

/// in/ may be read, out/ may not; each has a file of one triple.
class Folders {
 public:
  Folders() : root_(fs::temp_directory_path() / ("dossier_folders_" + std::to_string(::getpid()))) {
    fs::create_directories(root_ / "in" / "deep");
    fs::create_directories(root_ / "out");
    fs::create_directories(root_ / "in2");
    for (const char* const file : {"in/a.nt", "in/deep/b.nt", "out/c.nt", "in2/d.nt"})
      std::ofstream(root_ / file) << "<urn:a> <urn:p> \"" << file << "\" .\n";
    options_.outside.folders = {(root_ / "in").string()};
  }
  ~Folders() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  fs::path operator/(const std::string& name) const { return root_ / name; }
  QueryOptions& options() { return options_; }

  /// What LOAD of the source does: "loaded", or the code of its error.
  std::string load(const std::string& source, const std::string& silent = "") {
    try {
      base_->update("LOAD " + silent + "<" + source + ">", options_);
    } catch (const Error& error) {
      return error.code() == ErrorCode::usage ? "forbidden" : error.what();
    }
    return "loaded";
  }
  std::string load_file(const std::string& name) {
    return load("file://" + (root_ / name).string());
  }

 private:
  fs::path root_;
  TemporaryBase base_;
  QueryOptions options_;
};

}  // namespace

TEST_CASE("LOAD reads files below the allowed folders only") {
  Folders folders;
  CHECK(folders.load_file("in/a.nt") == "loaded");
  CHECK(folders.load_file("in/deep/b.nt") == "loaded");
  CHECK(folders.load_file("in/deep/../a.nt") == "loaded");
  CHECK(folders.load((folders / "in/a.nt").string()) == "loaded");
  for (const char* const name : {"out/c.nt", "in2/d.nt", "in/../out/c.nt", "in/%2e%2e/out/c.nt",
                                 "in/..%2Fout%2Fc.nt", "in/deep/../../out/c.nt", "out/missing.nt",
                                 "in/../nowhere/x.nt", "in/a.nt/../../out/c.nt"}) {
    CAPTURE(name);
    CHECK(folders.load_file(name) == "forbidden");
  }
  CHECK(folders.load((folders / "out/c.nt").string(), "SILENT ") == "forbidden");
  CHECK(folders.load("file:///etc/passwd") == "forbidden");
  CHECK(folders.load("/etc/passwd") == "forbidden");
  CHECK(folders.load_file("in").find("directory") != std::string::npos);
  folders.options().outside.folders.push_back((folders / "out").string());
  CHECK(folders.load_file("out/c.nt") == "loaded");
  folders.options().outside.files = false;
  CHECK(folders.load_file("in/a.nt") == "forbidden");
}

TEST_CASE("a missing file of an allowed folder is an error that SILENT passes over") {
  Folders folders;
  CHECK(folders.load_file("in/missing.nt").find("No such file") != std::string::npos);
  CHECK(folders.load((folders / "in/missing.nt").string(), "SILENT ") == "loaded");
}

TEST_CASE("links do not lead out of the allowed folders") {
  Folders folders;
  fs::create_symlink(folders / "out/c.nt", folders / "in/link.nt");
  fs::create_symlink("../out", folders / "in/up");
  fs::create_symlink("../out/missing.nt", folders / "in/dangling.nt");
  fs::create_symlink("circle.nt", folders / "in/circle.nt");
  fs::create_symlink("deep/b.nt", folders / "in/inside.nt");
  fs::create_symlink(folders / "in/a.nt", folders / "out/into.nt");
  for (const char* const name :
       {"in/link.nt", "in/up/c.nt", "in/up/missing.nt", "in/dangling.nt", "in/circle.nt"}) {
    CAPTURE(name);
    CHECK(folders.load_file(name) == "forbidden");
  }
  CHECK(folders.load_file("in/inside.nt") == "loaded");
  CHECK(folders.load_file("out/into.nt") == "loaded");
}

TEST_CASE("an allowed folder may be a link, end in a slash, or not exist") {
  Folders folders;
  fs::create_directory_symlink(folders / "in", folders / "name");
  auto& allowed = folders.options().outside.folders;
  for (const char* const name : {"name", "in/", "in/.", "out/../in"}) {
    CAPTURE(name);
    allowed = {(folders / name).string()};
    CHECK(folders.load_file("in/a.nt") == "loaded");
    CHECK(folders.load_file("name/a.nt") == "loaded");
    CHECK(folders.load_file("in2/d.nt") == "forbidden");
  }
  allowed = {(folders / "nowhere").string()};
  CHECK(folders.load_file("in/a.nt") == "forbidden");
  allowed = {""};
  CHECK(folders.load_file("in/a.nt") == "forbidden");
}

TEST_CASE("a pipe in an allowed folder is refused at once") {
  Folders folders;
  REQUIRE(mkfifo((folders / "in/pipe.nt").c_str(), 0600) == 0);
  CHECK(folders.load_file("in/pipe.nt").find("not a regular file") != std::string::npos);
}

TEST_CASE("a file: IRI names files of this machine") {
  Folders folders;
  const std::string path = (folders / "in/a.nt").string();
  CHECK(folders.load("file:" + path) == "loaded");
  CHECK(folders.load("file://localhost" + path) == "loaded");
  CHECK(folders.load("file://example.org" + path).find("example.org") != std::string::npos);
  CHECK(folders.load("ftp://localhost" + path).find("only file:") != std::string::npos);
  CHECK(folders.load("file:///etc/passwd%00.nt").find("%00") != std::string::npos);
}
