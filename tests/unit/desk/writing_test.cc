// SPDX-License-Identifier: Apache-2.0
// What exports and reports write with: escaping, names of notes, files that appear as a whole.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "desk/export/note_text.h"
#include "desk/write/escape.h"
#include "desk/write/whole_file.h"
#include "dossier/error.h"

using namespace dossier;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("writing_test-" + std::to_string(::getpid()))) {
    fs::create_directory(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::size_t size() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  fs::path path_;
};

std::string content(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path).rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("XML holds what is no XML as U+FFFD") {
  using writing::xml_text;
  CHECK(xml_text("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(xml_text("tab\tline\n") == "tab\tline\n");
  CHECK(xml_text(std::string_view("\0\x1b", 2)) == "\uFFFD\uFFFD");
  CHECK(xml_text("\xEF\xBF\xBE.") == "\uFFFD.");
  CHECK(xml_text("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80") == "café € 😀");
  CHECK(xml_text("\xC3") == "\uFFFD");
  CHECK(xml_text("\xC3(\x80") == "\uFFFD(\uFFFD");
}

TEST_CASE("CSV quotes what needs it") {
  using writing::csv_field;
  CHECK(csv_field("plain") == "plain");
  CHECK(csv_field("a,b") == "\"a,b\"");
  CHECK(csv_field("say \"so\"\n") == "\"say \"\"so\"\"\n\"");
}

TEST_CASE("Names of notes suit every file system and differ without regard to case") {
  exporting::NoteNames names;
  CHECK(names.name("Ada / Brandt: \"A\"") == "Ada Brandt A");
  CHECK(names.name("ada brandt a") == "ada brandt a (2)");
  CHECK(names.name("...") == "Unnamed");
  CHECK(names.name(std::string(400, 'x')).size() <= 200);
  std::string umlauts;
  for (int i = 0; i < 200; ++i) umlauts += "ü";
  CHECK(writing::xml_text(names.name(umlauts)).find("\uFFFD") == std::string::npos);
}

TEST_CASE("A file appears as a whole or not at all") {
  const Folder folder;
  const std::string path = folder / "out.txt";
  writing::write_whole_file(path, [](std::ostream& out) { out << "old"; });
  CHECK_THROWS_AS(writing::write_whole_file(path,
                                            [](std::ostream& out) {
                                              out << "half";
                                              throw Error(ErrorCode::cancelled, "interrupted");
                                            }),
                  Error);
  CHECK(content(path) == "old");
  CHECK(folder.size() == 1);
  writing::write_whole_file(path, [](std::ostream& out) { out << "new"; });
  CHECK(content(path) == "new");
  CHECK_THROWS_AS(writing::write_whole_file("/dev/full", [](std::ostream& out) { out << "x"; }),
                  Error);
}

TEST_CASE("A folder appears as a whole or not at all") {
  const Folder folder;
  const auto word = [](std::ostream& out) { out << "word"; };
  {
    const writing::WholeFolder given_up(folder / "made");
    given_up.write("a/b.txt", word);
  }
  CHECK(folder.size() == 0);
  fs::create_directory(folder / "made");
  writing::WholeFolder made(folder / "made/");
  made.write("a/b.txt", word);
  made.commit();
  CHECK(content(folder / "made/a/b.txt") == "word");
  CHECK(folder.size() == 1);
  CHECK_THROWS_WITH(writing::WholeFolder(folder / "made"), Catch::Matchers::Contains("is there"));
}
