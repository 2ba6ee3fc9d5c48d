// SPDX-License-Identifier: Apache-2.0
// Eight times the document takes the reader some eight times as long, whatever it is made of: what
// compares each line, label or mark with each other would take sixty-four times as long.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <functional>
#include <string>

#include "extract/reader/read_document.h"

namespace dossier::extract {
namespace {

using MakeUnit = std::function<std::string(int)>;

/// Seconds of the processor for a document of so many units.
double seconds_for(const std::string& name, const std::string& head, const MakeUnit& unit,
                   int count) {
  std::string text = head;
  for (int i = 0; i < count; ++i) text += unit(i);
  const std::clock_t begin = std::clock();
  read_document(text, name);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST_CASE("the reader's time grows with the document") {
  constexpr int kUnits = 4000, kTimes = 8;
  constexpr double kMost = 24, kLeastSeconds = 0.02;
  const std::string said = "the lock was closed on Monday.\n\n";
  const std::string mail =
      "From: Anna Berg <a@b.example>\nTo: c@d.example\nSubject: Locks\nDate: Mon, 4 Mar 2024 "
      "16:20:11 +0000\nList-Unsubscribe: <x>\n\n";
  const auto number = [](int i) { return std::to_string(i % 900); };
  const struct {
    std::string what, name, head;
    MakeUnit unit;
  } shapes[] = {
      {"surnames of speakers", "a.txt", "Locks\n\n",
       [&](int i) {
         const auto letter = [i](int by) { return static_cast<char>('a' + i / by % 26); };
         return std::string("L") + letter(1) + letter(26) + letter(676) + "o: " + said +
                "Anna Berg: " + said;
       }},
      {"marks of notes", "a.txt", "Locks\n\n",
       [&](int i) { return "(" + number(i) + ") lock keepers(" + number(i + 1) + ") left.\n"; }},
      {"dates and bars", "a.txt", "Locks\n\n",
       [](int) { return std::string("5 March 2024 at 10:00 | Anna Berg, 3/5/24 | "); }},
      {"parties of a case", "a.txt", "",
       [](int) { return std::string("HOBB & SONS, Plaintiff )\n v. )\n Defendant )\n"); }},
      {"captions", "a.md", "# Locks\n\n",
       [](int) { return std::string("![a](b.jpg)\n\n*The lock in May*\n\n"); }},
      {"bylines", "a.html", "<h1>Locks</h1>",
       [&](int) { return "<p><span class=\"author\">Anna Berg</span> " + said + "</p>"; }},
      {"nested elements", "a.html", "<h1>Locks</h1>",
       [](int) { return std::string("<div class=\"byline\"><sup>[1]</sup>"); }},
      {"bylines in one block", "a.html", "<h1>Locks</h1><p>Locks",
       [](int) { return std::string("<span class=\"author\">"); }},
      {"named items", "a.html", "<h1>Locks</h1>",
       [](int) { return std::string("<div itemprop=\"name\" content=\"Locks\">"); }},
      {"quoted lines", "a.eml", mail, [&](int i) { return std::string(i % 30, '>') + " " + said; }},
  };
  for (const auto& shape : shapes) {
    INFO(shape.what);
    const double few = seconds_for(shape.name, shape.head, shape.unit, kUnits);
    const double many = seconds_for(shape.name, shape.head, shape.unit, kUnits * kTimes);
    CHECK(many < kMost * std::max(few, kLeastSeconds));
  }
}

}  // namespace
}  // namespace dossier::extract
