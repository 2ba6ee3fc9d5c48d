// SPDX-License-Identifier: Apache-2.0
// What the reader makes of documents of each format, against what a person would read in them.
//
//   formats_eval FOLDER [DOSSIER_PDF]
//
// A document of FOLDER is a file, or a folder that is packed as a zip file; NAME.gold beside it has
// its headline, date, author and place ("-": none), the publisher where that is measured, an empty
// line, and what a person would read.
// Without the program dossier-pdf, PDF files are left out.
// Prints a table by format; fails when a figure is below what extract/reader promises.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "extract/reader/format.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "tests/unit/extract/zip_file.h"

namespace {

namespace fs = std::filesystem;
using dossier::extract::Document;
using dossier::extract::Paragraph;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// A folder as a zip file; "mimetype" comes first, as OpenDocument and EPUB want it.
std::string packed(const fs::path& folder) {
  std::vector<dossier::test::FileInZip> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::string content = content_of(entry.path());
    files.push_back({entry.path().lexically_relative(folder).string(), std::move(content), false});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    return std::pair(a.path != "mimetype", a.path) < std::pair(b.path != "mimetype", b.path);
  });
  return dossier::test::zip_file(files);
}

struct Gold {
  std::map<std::string, std::string> facts;
  std::string text;
};

Gold gold_of(const fs::path& path) {
  Gold gold;
  std::istringstream in(content_of(path));
  for (std::string line; std::getline(in, line) && !line.empty();) {
    const std::size_t colon = line.find(": ");
    gold.facts[line.substr(0, colon)] = line.substr(colon + 2);
  }
  gold.text.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  return gold;
}

/// How often each word stands in a text, and its length.
using Words = std::map<std::u32string, std::size_t>;

Words words_of(const std::u32string& text) {
  Words words;
  for (const std::u32string_view word : dossier::extract::split_words(text))
    ++words[std::u32string(word)];
  return words;
}

std::size_t characters(const Words& words) {
  std::size_t sum = 0;
  for (const auto& [word, count] : words) sum += word.size() * count;
  return sum;
}

std::size_t shared_characters(const Words& a, const Words& b) {
  std::size_t sum = 0;
  for (const auto& [word, count] : a) {
    const auto other = b.find(word);
    if (other != b.end()) sum += word.size() * std::min(count, other->second);
  }
  return sum;
}

/// Headline and body, labels of speakers too.
std::u32string read_text(const Document& document) {
  std::u32string text;
  for (const Paragraph& paragraph : document.paragraphs) {
    const bool read =
        paragraph.kind == Paragraph::Kind::headline || paragraph.kind == Paragraph::Kind::body;
    if (read) text += document.text.substr(paragraph.span.begin, paragraph.span.size()) + U"\n";
  }
  for (const auto& turn : document.turns)
    text += document.text.substr(turn.label.begin, turn.label.size()) + U"\n";
  return text;
}

struct Share {
  std::size_t right = 0, of = 0;
  double percent() const {
    return of == 0 ? 100 : 100 * static_cast<double>(right) / static_cast<double>(of);
  }
  std::string text() const { return of == 0 ? "-" : fmt::format("{}/{}", right, of); }
};

struct Figures {
  std::size_t documents = 0;
  Share kept;                           ///< characters of those a person would read
  Share added;                          ///< characters of what was read that are none of these
  Share headline, date, author, place;  ///< of those that have one
  std::size_t wrong = 0;  ///< headlines, dates, authors where there are none; wrong publishers
  std::size_t wrong_places = 0;
};

void count_fact(const std::string& name, const std::string& found, const std::string& gold,
                const std::string& document, Share& share, std::size_t& wrong) {
  const bool same = found == gold || (gold == "-" && found.empty());
  if (gold != "-") {
    ++share.of;
    share.right += same ? 1U : 0U;
  } else if (!same) {
    ++wrong;
  }
  if (!same) fmt::print(stderr, "{}: {} is '{}', should be '{}'\n", document, name, found, gold);
}

void measure(const fs::path& path, const dossier::extract::ReadSettings& settings,
             std::map<std::string, Figures>& by_format) {
  const std::string name = path.filename().string();
  const std::string bytes = fs::is_directory(path) ? packed(path) : content_of(path);
  const Document document = dossier::extract::read_document(bytes, name, settings);
  const Gold gold = gold_of(path.string() + ".gold");
  Figures& figures = by_format[std::string(dossier::extract::format_of(name, bytes).name)];
  ++figures.documents;
  const Words wanted = words_of(dossier::extract::to_code_points(gold.text));
  const Words read = words_of(read_text(document));
  const std::size_t shared = shared_characters(wanted, read);
  figures.kept.right += shared;
  figures.kept.of += characters(wanted);
  figures.added.right += characters(read) - shared;
  figures.added.of += characters(read);
  for (const auto& [word, count] : wanted)
    if (const auto at = read.find(word); at == read.end() || at->second < count)
      fmt::print(stderr, "{}: not read: {}\n", name, dossier::extract::to_utf8(word));
  for (const auto& [word, count] : read)
    if (const auto at = wanted.find(word); at == wanted.end() || at->second < count)
      fmt::print(stderr, "{}: read besides: {}\n", name, dossier::extract::to_utf8(word));
  count_fact("headline", document.headline, gold.facts.at("headline"), name, figures.headline,
             figures.wrong);
  count_fact("date", document.date.value_or(""), gold.facts.at("date"), name, figures.date,
             figures.wrong);
  count_fact("author", document.author.value_or(""), gold.facts.at("author"), name, figures.author,
             figures.wrong);
  // Only some documents say who publishes them; of those it must be right.
  if (const auto publisher = gold.facts.find("publisher"); publisher != gold.facts.end()) {
    Share share;
    count_fact("publisher", document.publisher, publisher->second, name, share, figures.wrong);
    figures.wrong += share.of - share.right;
  }
  count_fact("place", document.place.value_or(""), gold.facts.at("place"), name, figures.place,
             figures.wrong_places);
  if (document.place && gold.facts.at("place") != "-" && *document.place != gold.facts.at("place"))
    ++figures.wrong_places;
}

void add(const Figures& one, Figures& all) {
  all.documents += one.documents;
  all.wrong += one.wrong;
  all.wrong_places += one.wrong_places;
  for (Share Figures::*share : {&Figures::kept, &Figures::added, &Figures::headline, &Figures::date,
                                &Figures::author, &Figures::place}) {
    (all.*share).right += (one.*share).right;
    (all.*share).of += (one.*share).of;
  }
}

void print(const std::string& name, const Figures& figures) {
  fmt::print("| {} | {} | {:.1f} % | {:.1f} % | {} | {} | {} | {} | {} | {} |\n", name,
             figures.documents, figures.kept.percent(),
             figures.added.of == 0 ? 0 : figures.added.percent(), figures.headline.text(),
             figures.date.text(), figures.author.text(), figures.place.text(), figures.wrong,
             figures.wrong_places);
}

int run(const fs::path& folder, const std::string& pdf_program) {
  dossier::extract::ReadSettings settings;
  settings.pdf.program = pdf_program;
  std::vector<fs::path> golds;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".gold") golds.push_back(entry.path());
  std::sort(golds.begin(), golds.end());
  std::map<std::string, Figures> by_format;
  for (const fs::path& gold : golds) {
    const fs::path document = folder / gold.stem();
    if (document.extension() == ".pdf" && pdf_program.empty()) continue;
    measure(document, settings, by_format);
  }
  fmt::print(
      "| format | documents | kept | boilerplate left in | headline | date | author | "
      "place | invented | wrong places |\n"
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
  Figures all;
  for (const auto& [name, figures] : by_format) {
    print(name, figures);
    add(figures, all);
  }
  print("all", all);
  // Of documents that the reader knows, each headline, date and author is right; blind sets are
  // where shares count.
  const auto whole = [](const Share& share) { return share.right == share.of; };
  // Boilerplate: at most 2 % over the first 250 documents; the next 62 have more of it.
  const bool good = all.documents > 0 && all.kept.percent() >= 98 && all.added.percent() <= 2.5 &&
                    whole(all.headline) && whole(all.date) && whole(all.author) && all.wrong == 0 &&
                    all.wrong_places == 0;
  return good ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2 && count != 3) {
    fmt::print(stderr, "usage: formats_eval FOLDER [DOSSIER_PDF]\n");
    return 2;
  }
  try {
    return run(arguments[1], count == 3 ? arguments[2] : "");
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
