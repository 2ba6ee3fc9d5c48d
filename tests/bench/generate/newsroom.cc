// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <string>

#include "tests/bench/generate/graphs.h"

namespace dossier::bench {
namespace {

constexpr const char* kType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr const char* kLabel = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr const char* kReifies = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>";
constexpr const char* kXsd = "http://www.w3.org/2001/XMLSchema#";
constexpr std::array kVerbs = {"visit",   "meet_with", "sign",       "criticise", "support",
                               "appoint", "call",      "speak_with", "join",      "leave"};
constexpr std::array kWords = {"talks",  "border",  "aid",    "election", "treaty", "harbour",
                               "budget", "drought", "summit", "railway",  "school", "hospital"};

std::string own(const char* local) { return fmt::format("<urn:dossier:vocabulary:{}>", local); }
std::string schema(const char* local) { return fmt::format("<https://schema.org/{}>", local); }

struct Kind {
  const char* name;
  const char* type;
  std::uint64_t count;
};

class Newsroom {
 public:
  Newsroom(Writer& out, Random& random, std::uint64_t triples, bool triple_terms)
      : out_(out),
        random_(random),
        triple_terms_(triple_terms),
        kinds_{{{"Person", "Person", 50 + triples / 150},
                {"Organisation", "Organization", 30 + triples / 600},
                {"Place", "Place", 20 + triples / 1500}}},
        draws_{Zipf(kinds_[0].count), Zipf(kinds_[1].count), Zipf(kinds_[2].count)} {}

  void entities() {
    for (const Kind& kind : kinds_)
      for (std::uint64_t i = 0; i < kind.count; ++i) {
        const std::string subject = fmt::format("<urn:dossier:entity:{}_{}>", kind.name, i);
        out_.triple(subject, kType, schema(kind.type));
        out_.triple(subject, kLabel, fmt::format("\"{} {}\"", kind.name, i));
      }
  }

  void document(std::uint64_t number) {
    const std::string subject = fmt::format("<urn:dossier:document:d{}>", number);
    const std::uint64_t sentences = random_.between(5, 40);
    out_.triple(subject, kType, own("Document"));
    out_.triple(subject, schema("headline"), fmt::format("\"{}\"", text(8)));
    out_.triple(subject, schema("datePublished"), date());
    out_.triple(subject, own("sentenceCount"), fmt::format("\"{}\"^^<{}integer>", sentences, kXsd));
    for (std::uint64_t i = 0; i < sentences; ++i) sentence(number, i);
  }

 private:
  std::string entity(std::size_t kind) {
    return fmt::format("<urn:dossier:entity:{}_{}>", kinds_[kind].name, draws_[kind].draw(random_));
  }
  std::string text(std::uint64_t words) {
    std::string out;
    for (std::uint64_t i = 0; i < words; ++i)
      out += fmt::format("{}{}{}", i ? " " : "", kWords[random_.below(kWords.size())],
                         random_.one_in(4) ? std::to_string(random_.below(1000)) : "");
    return out;
  }
  std::string date() {
    return fmt::format("\"20{:02}-{:02}-{:02}\"^^<{}date>", random_.between(10, 25),
                       random_.between(1, 12), random_.between(1, 28), kXsd);
  }

  void sentence(std::uint64_t document, std::uint64_t index) {
    const std::string subject = fmt::format("<urn:dossier:document:d{}#s{}>", document, index);
    out_.triple(subject, kType, own("Sentence"));
    out_.triple(subject, own("partOf"), fmt::format("<urn:dossier:document:d{}>", document));
    out_.triple(subject, own("index"), fmt::format("\"{}\"^^<{}integer>", index, kXsd));
    out_.triple(subject, own("text"), fmt::format("\"{}.\"", text(random_.between(6, 24))));
    const std::string who = entity(0), what = entity(random_.below(3));
    out_.triple(subject, own("mentions"), who);
    if (what != who) out_.triple(subject, own("mentions"), what);
    if (random_.one_in(2)) fact(subject, who, what, fmt::format("_:f{}x{}", document, index));
  }

  void fact(const std::string& sentence, const std::string& who, const std::string& what,
            const std::string& reifier) {
    const std::string verb =
        fmt::format("<urn:dossier:relation:{}>", kVerbs[random_.below(kVerbs.size())]);
    out_.triple(who, verb, what);
    if (triple_terms_) {
      out_.triple(reifier, kReifies, fmt::format("<<( {} {} {} )>>", who, verb, what));
    } else {
      out_.triple(reifier, own("subject"), who);
      out_.triple(reifier, own("predicate"), verb);
      out_.triple(reifier, own("object"), what);
    }
    out_.triple(reifier, kType, own("Fact"));
    out_.triple(reifier, own("evidence"), sentence);
    out_.triple(reifier, own("confidence"),
                fmt::format("\"0.{:02}\"^^<{}decimal>", random_.between(30, 99), kXsd));
    if (random_.one_in(3)) out_.triple(reifier, own("time"), date());
  }

  Writer& out_;
  Random& random_;
  bool triple_terms_;
  std::array<Kind, 3> kinds_;
  std::array<Zipf, 3> draws_;
};

}  // namespace

void newsroom(Writer& out, Random& random, std::uint64_t triples, bool triple_terms) {
  Newsroom graph(out, random, triples, triple_terms);
  graph.entities();
  for (std::uint64_t number = 0; out.triples() < triples; ++number) graph.document(number);
}

}  // namespace dossier::bench
