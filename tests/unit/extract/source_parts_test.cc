// SPDX-License-Identifier: Apache-2.0
// Files of several documents: archives, mailboxes, mails with attachments, tables.
#include "extract/reader/source_parts.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "extract/reader/container.h"
#include "extract/reader/read_source.h"
#include "tests/unit/extract/describe_document.h"
#include "tests/unit/extract/zip_file.h"

namespace dossier::extract {
namespace {

using test::gzipped;
using test::tar_file;
using test::zip_file;

/// A line for each part: its name, "<" what it came with, and its error; "-" before skipped ones.
std::string listed(const std::string& bytes, const std::string& name,
                   const ReadSettings& settings = {}) {
  std::string out;
  const SourceParts found = source_parts(bytes, name, settings);
  for (const SourcePart& part : found.parts) {
    out += part.name;
    if (!part.part_of.empty()) out += " < " + part.part_of;
    if (part.error) out += fmt::format(" ! {}", part.error->what());
    out += '\n';
  }
  for (const std::string& skipped : found.skipped) out += "- " + skipped + '\n';
  return out;
}

std::string mail(const std::string& body, const std::string& more = {}) {
  return "From: Ada Brandt <a@b.example>\nTo: c@d.example\nSubject: Ferry\n" + more + "\n" + body;
}

std::string mail_with(const std::string& name, const std::string& content) {
  return mail(
      "--b\nContent-Type: text/plain\n\nSee there.\n--b\nContent-Type: application/x; name=\"" +
          name + "\"\nContent-Disposition: attachment; filename=\"" + name + "\"\n\n" + content +
          "\n--b--\n",
      "Content-Type: multipart/mixed; boundary=b\n");
}

ReadSettings columns(const TableColumns& columns) {
  ReadSettings settings;
  settings.columns = columns;
  return settings;
}

}  // namespace

TEST_CASE("archives are read as folders") {
  const std::vector<test::FileInZip> files = {
      {"b/notes.txt", "Ben left."}, {"a.md", "# Ada came"},        {"b/.hidden.txt", "no"},
      {"__MACOSX/a.md", "no"},      {"picture.png", "xyz"},        {"../../out.txt", "Up."},
      {"/etc/in.txt", "Down."},     {"caf\xC3\xA9.txt", "Coffee."}};
  const std::string list =
      "x/b/notes.txt\nx/a.md\nx/out.txt\nx/etc/in.txt\nx/caf\xC3\xA9.txt\n- x/picture.png\n";
  CHECK(listed(zip_file(files), "x") == list);
  CHECK(listed(tar_file(files), "x") == list);
  CHECK(listed(gzipped(tar_file({{"a.txt", "Text."}})), "x.tar.gz") == "x.tar.gz/a.txt\n");
  CHECK(listed(gzipped(tar_file({{"a.txt", "Text."}})), "x.tgz") == "x.tgz/a.txt\n");
  CHECK(listed("Text.", "x.txt") == "x.txt\n");
}

TEST_CASE("containers inside containers are opened, to a depth") {
  const std::string inner = zip_file({{"a.txt", "Text."}, {"l.eml", mail_with("n.txt", "Ben.")}});
  CHECK(listed(zip_file({{"in.zip", inner}}), "x.zip") ==
        "x.zip/in.zip/a.txt\nx.zip/in.zip/l.eml\nx.zip/in.zip/l.eml/n.txt < x.zip/in.zip/l.eml\n");
  std::string nest = zip_file({{"a.txt", "Text."}});
  for (int i = 0; i < 6; ++i) nest = zip_file({{"b.txt", "Kept."}, {"in.zip", nest}});
  CHECK(
      listed(nest, "x.zip") ==
      "x.zip/b.txt\nx.zip/in.zip/b.txt\nx.zip/in.zip/in.zip/b.txt\nx.zip/in.zip/in.zip/in.zip/"
      "b.txt\n"
      "x.zip/in.zip/in.zip/in.zip/in.zip ! x.zip/in.zip/in.zip/in.zip/in.zip: archives are inside "
      "each other more than 4 deep; all that are so deep are skipped\n");
  // Ten thousand archives at that depth are one error.
  std::string many = zip_file({{"a.txt", "Text."}});
  for (int i = 0; i < 5; ++i) many = zip_file({{"1.zip", many}, {"2.zip", many}, {"3.zip", many}});
  const std::string told = listed(many, "x.zip");
  CHECK(told.find("inside each other") != told.npos);
  CHECK(told.find("inside each other") == told.rfind("inside each other"));
}

TEST_CASE("a part that cannot be read keeps none of the others out") {
  const std::string good =
      zip_file({{"a.txt", "Text."}, {"b.txt", "Secret", true}, {"c.txt", "More."}});
  CHECK(listed(good, "x.zip") ==
        "x.zip/a.txt\nx.zip/b.txt ! x.zip/b.txt: it is encrypted; unpack it first\nx.zip/c.txt\n");
  std::string damaged = zip_file({{"a.txt", "Text."}, {"b.txt", "Other."}, {"c.txt", "More."}});
  damaged[damaged.find("Other.")] = 'X';
  CHECK(listed(damaged, "x.zip").find("x.zip/a.txt\nx.zip/b.txt ! ") == 0);
  CHECK(listed(damaged, "x.zip").find("\nx.zip/c.txt\n") != std::string::npos);
  ReadSettings small;
  small.limits.file = 100'000;
  CHECK(listed(test::zip_bomb("a.txt", 1'000'000), "x.zip", small) ==
        "x.zip/a.txt ! x.zip: a.txt is larger than 100000 bytes; split it\n");
  small.limits.entries = 1;
  CHECK(listed(zip_file({{"a.txt", "Text."}, {"b.txt", "Text."}}), "x.zip", small) ==
        "x.zip/a.txt\nx.zip ! x.zip: it holds more than 1 files; split it\n");
  const std::string whole = zip_file({{"a.txt", std::string(2000, 'a')}});
  for (std::size_t size = 4; size < whole.size(); size += 100) {
    INFO(size);
    CHECK(listed(whole.substr(0, size), "x.zip").starts_with("x.zip"));
  }
}

TEST_CASE("mailboxes and attachments") {
  const std::string envelope = "From a@b.example Mon May  3 10:15:00 2021\n";
  const std::string box = envelope + mail("One.\n\n") + envelope + mail_with("n.txt", "Ben.") +
                          "\n" + envelope + mail_with("x.exe", "xyz");
  CHECK(listed(box, "in.mbox") ==
        "in.mbox/1.eml\nin.mbox/2.eml\nin.mbox/2.eml/n.txt < in.mbox/2.eml\nin.mbox/3.eml\n"
        "- in.mbox/3.eml/x.exe\n");
  CHECK(listed(box, "Inbox").starts_with("Inbox/1.eml\n"));
  CHECK(listed(mail("One.\n"), "a.eml") == "a.eml\n");
  CHECK(
      listed(
          mail("--b\nContent-Type: text/plain\n\nOne.\n--b\nContent-Type: text/x; name=n.txt\n\nA."
               "\n--b\nContent-Type: text/x; name=n.txt\n\nB.\n--b--\n",
               "Content-Type: multipart/mixed; boundary=b\n"),
          "a.eml") == "a.eml\na.eml/n.txt < a.eml\na.eml/n (2).txt < a.eml\n");
  CHECK_THROWS_WITH(source_parts("words", "a.mbox", {}), "a.mbox: the mailbox holds no messages");
}

TEST_CASE("a row of a table is a document") {
  struct Case {
    const char* what;
    std::string name, bytes, list;
  };
  const ReadSettings text = columns({.text = "Body"});
  const Case cases[] = {
      {"quotes, line ends in them, an empty text", "t.csv",
       "Id,Body\r\n1,\"Ada said \"\"no\"\",\nand left.\"\r\n\r\n2,  \r\n3,Ben came.\r\n",
       "t.csv/1\nt.csv/3\n- t.csv/2\n"},
      {"semicolons", "t.csv", "Id;Body\n1;Ada came, then left.\n", "t.csv/1\n"},
      {"tabs", "t.tsv", "Id\tbody\n1\tAda came.\n", "t.tsv/1\n"},
      {"JSON lines, one of them bad", "t.jsonl",
       "{\"Body\": \"Ada came.\", \"n\": 1}\n{\"Body\": \n{\"Text\": \"x\"}\n{\"Body\": null}\n",
       "t.jsonl/1\nt.jsonl/2 ! t.jsonl/2: this line is no JSON object\nt.jsonl/3 ! t.jsonl/3: the "
       "object has no member Body\n- t.jsonl/4\n"},
      {"JSON nested without end", "t.jsonl",
       "{\"Body\": " + std::string(200'000, '[') + std::string(200'000, ']') +
           "}\n{\"Body\": \"Ada.\"}\n",
       "t.jsonl/2\n- t.jsonl/1\n"},
      {"an open quote", "t.csv", "Body\nAda came.\n\"Ben\n",
       "t.csv/1\nt.csv/2 ! t.csv/2: a quote opens in this row and is not closed\n"}};
  for (const Case& test : cases) {
    INFO(test.what);
    CHECK(listed(test.bytes, test.name, text) == test.list);
  }
  CHECK_THROWS_WITH(source_parts("Id,Title\n1,x\n", "t.csv", text),
                    "t.csv: the table has no column Body; it has: Id, Title");
  CHECK_THROWS_WITH(source_parts("Id,Title\n1,x\n", "t.csv", {}),
                    "t.csv: name the column that holds the texts (--text-column NAME); the table "
                    "begins: Id,Title");
}

TEST_CASE("the other columns of a table are metadata") {
  ReadSettings settings = columns({"body", "day", "who", "head"});
  const SourceParts found = source_parts(
      "head,who,day,body\nFerry late,Ada Brandt,2021-05-03,\"In Bergen, it rained.\"\n", "t.csv",
      settings);
  REQUIRE(found.parts.size() == 1);
  settings.table_record = found.parts[0].record;
  const Document document =
      read_source(found.parts[0].bytes, found.parts[0].name, settings).document;
  CHECK(test::describe(document) ==
        "headline: Ferry late\ndate: 2021-05-03\ntime: -\nplace: -\nauthor: Ada Brandt\n"
        "headline: Ferry late\nbody: In Bergen, it rained.\n");
}

}  // namespace dossier::extract
