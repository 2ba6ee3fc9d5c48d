// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_facts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "extract/reader/html_linked_data.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kEncodingWithin = 4096;

std::string first_meta(const HtmlPage& page, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const auto found = page.metas.find(name);
    if (found != page.metas.end()) return found->second;
  }
  return {};
}

/// "Ferry reaches Bergen | Harbour News": what stands behind the last bar names the site.
std::string without_site(const HtmlPage& page) {
  std::string title = to_utf8(trim(to_code_points(page.title)));
  std::replace(title.begin(), title.end(), '\n', ' ');
  const std::string site = first_meta(page, {"og:site_name"});
  if (!site.empty() && title.size() > site.size() && title.ends_with(site)) {
    title.resize(title.size() - site.size());
    const std::size_t end = title.find_last_not_of(" -|\xE2\x80\x93\x94:\xC2\xB7");
    return title.substr(0, end == std::string::npos ? 0 : end + 1);
  }
  const std::size_t bar = title.rfind(" | ");
  return bar == std::string::npos ? title : title.substr(0, bar);
}

/// Some pages give the author's address on the net in place of a name.
std::string name_only(const std::string& author) {
  return author.find("://") == std::string::npos && author.find('@') == std::string::npos
             ? author
             : std::string();
}

/// "I walk every street | by Solvei Drum | Footnotes": the part that begins with "by".
std::string author_in_title(const std::string& title) {
  constexpr std::string_view kOpening = " | by ";
  const std::size_t begin = title.find(kOpening);
  if (begin == std::string::npos) return {};
  const std::string rest = title.substr(begin + kOpening.size());
  return rest.substr(0, rest.find(" | "));
}

/// "harbour-news.example" and what else is an address names no body.
std::string body_name(const std::string& publisher) {
  const bool address =
      publisher.find("://") != std::string::npos || publisher.find('@') != std::string::npos ||
      (publisher.find(' ') == std::string::npos && publisher.find('.') != std::string::npos);
  return address ? std::string() : publisher;
}

}  // namespace

StatedFacts html_facts(const HtmlPage& page) {
  StatedFacts facts = linked_data_facts(page.linked_data);
  if (facts.date.empty())
    facts.date =
        first_meta(page, {"article:published_time", "datepublished", "dc.date.issued",
                          "dcterms.issued", "dc.date", "dcterms.date", "date", "pubdate",
                          "publishdate", "publish-date", "datecreated", "citation_publication_date",
                          "citation_online_date", "citation_date"});
  if (facts.date.empty()) facts.date = page.time;
  if (facts.author.empty())
    facts.author = first_meta(
        page, {"author:name", "author", "article:author", "dc.creator", "dcterms.creator",
               "citation_author", "parsely-author", "sailthru.author"});
  if (facts.author.empty()) facts.author = author_in_title(page.title);
  facts.author = name_only(facts.author);
  if (facts.title.empty())
    facts.title = first_meta(page, {"og:title", "dc.title", "citation_title", "twitter:title"});
  if (facts.title.empty()) facts.title = without_site(page);
  if (facts.publisher.empty())
    facts.publisher =
        first_meta(page, {"publisher:name", "dc.publisher", "dcterms.publisher",
                          "citation_publisher", "citation_journal_title", "og:site_name"});
  facts.publisher = body_name(facts.publisher);
  facts.address = first_meta(page, {"canonical", "og:url"});
  return facts;
}

std::string declared_title(const HtmlPage& page) {
  const StatedFacts facts = linked_data_facts(page.linked_data);
  return facts.title.empty() ? first_meta(page, {"og:title"}) : facts.title;
}

std::string declared_encoding(std::string_view bytes) {
  const std::string start = to_lower(bytes.substr(0, kEncodingWithin));
  for (const std::string_view key : {"charset=", "encoding="}) {
    const std::size_t at = start.find(key);
    if (at == std::string::npos) continue;
    const std::size_t begin = start.find_first_not_of("\"' ", at + key.size());
    const std::size_t end = start.find_first_of("\"' ;/>?", begin);
    if (begin == std::string::npos || end == std::string::npos) continue;
    const std::string name = start.substr(begin, end - begin);
    // As browsers do: who declares Latin 1 or ASCII writes Windows' extension of it.
    const bool latin = name == "iso-8859-1" || name == "latin1" || name == "us-ascii";
    return latin ? "windows-1252" : name;
  }
  return {};
}

}  // namespace dossier::extract
