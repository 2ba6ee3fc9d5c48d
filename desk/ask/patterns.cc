// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/patterns.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/ask/tables.h"
#include "desk/views/fact_query.h"
#include "engine/results/short_names.h"

namespace dossier::asking {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view except = {}) {
  std::string out;
  bool left_out = except.empty();
  for (const std::string& word : words) {
    if (!left_out && word == except) {
      left_out = true;
      continue;
    }
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

std::string search(std::string_view variable, const std::string& words) {
  return words.empty() ? std::string() : fmt::format("{} k:matches \"{}\" . ", variable, words);
}

/// The word of the phrase that is its noun, as it stands there.
std::string noun_of(const Phrase& phrase) {
  for (const std::string& word : phrase.words)
    if (word.starts_with(phrase.head.substr(0, 3))) return word;
  return phrase.words.empty() ? std::string() : phrase.words.back();
}

/// The noun with its numbers: 31 percent is not 9 percent.
std::string noun_and_numbers(const Phrase& phrase) {
  std::vector<std::string> out;
  for (const std::string& word : phrase.words)
    if (word == noun_of(phrase) || (word[0] >= '0' && word[0] <= '9')) out.push_back(word);
  return joined(out);
}

/// The answer is of a class, or something of its name is: a city that is also who governs it.
std::string of_class(std::string_view classes) {
  return fmt::format(
      "{{ ?answer a ?answerClass }} UNION {{ ?answer rdfs:label ?answerName . ?namesake rdfs:label "
      "?answerName ; a ?answerClass }} VALUES ?answerClass {{ {} }} ",
      classes);
}

class PatternWriter {
 public:
  PatternWriter(const Reading& reading, const Attempt& attempt, const Tightness& tightness,
                const Prefixes& prefixes)
      : reading_(reading), attempt_(attempt), tightness_(tightness), prefixes_(prefixes) {}

  std::string write() {
    out_ = fmt::format("VALUES ?p {} ", value_list(attempt_.relations, prefixes_));
    if (attempt_.subject != nullptr) role("?s", *attempt_.subject);
    if (attempt_.object != nullptr) role("?o", *attempt_.object);
    out_ += "?fact rdf:reifies <<( ?s ?p ?o )>> ; k:evidence ?sentence . ";
    answer();
    for (const Role* other : attempt_.others) in_sentence(*other);
    out_ += search("?sentence", joined(reading_.rest));
    if (tightness_.fact_time || tightness_.in_sentence)
      out_ += time_pattern(reading_, tightness_.fact_time);
    else
      out_ += document_time_pattern();
    if (!reading_.excluded.empty())
      out_ += fmt::format("FILTER(?answer NOT IN ({})) ", listed(reading_.excluded));
    return std::move(out_);
  }

 private:
  std::string listed(const std::vector<Term>& terms) const {
    std::string out;
    for (const Term& term : terms) out += (out.empty() ? "" : ", ") + short_text(term, prefixes_);
    return out;
  }

  void role(std::string_view variable, const Role& role) {
    const Phrase& phrase = role.phrase;
    if (!phrase.things.empty()) {
      out_ += fmt::format("VALUES {} {} ", variable, value_list(phrase.things, prefixes_));
    } else if (tightness_.whole_label) {
      out_ += search(variable, joined(phrase.words));
    } else {
      const std::string noun = noun_of(phrase);
      out_ += search(variable, noun_and_numbers(phrase));
      // Another sentence of the document has the whole phrase: "the conference on fish", then "it".
      out_ += tightness_.in_sentence ? search("?sentence", joined(phrase.words, noun))
                                     : search(another_sentence(), joined(phrase.words));
    }
  }

  /// The rest of the question stands in the sentence, or elsewhere in its document.
  void in_sentence(const Role& role) {
    if (tightness_.in_headline) {
      out_ += "?sentence k:partOf ?document . " + headline_pattern(role.phrase.words);
      return;
    }
    const std::string where = tightness_.in_sentence ? "?sentence" : another_sentence();
    if (!role.phrase.things.empty())
      out_ += fmt::format("{} k:mentions {} . ", where,
                          short_text(role.phrase.things.front(), prefixes_));
    else
      out_ += search(where, joined(role.phrase.words));
  }

  /// What a document of that time tells without a time of its own.
  std::string document_time_pattern() const {
    std::string out;
    for (const TimeLimit& limit : reading_.times) {
      out += "?sentence k:partOf ?document . ?document schema:datePublished ?told . ";
      if (!limit.month.empty())
        out += fmt::format("FILTER(CONTAINS(STR(?told), \"{}\")) ", limit.month);
      if (!limit.from.empty()) out += fmt::format("FILTER(STR(?told) >= \"{}\") ", limit.from);
      if (!limit.to.empty()) out += fmt::format("FILTER(STR(?told) <= \"{}~\") ", limit.to);
    }
    if (!out.empty()) out += "FILTER NOT EXISTS { ?fact k:time ?itsOwnTime } ";
    return out;
  }

  std::string another_sentence() {
    const std::string name = fmt::format("?near{}", ++near_);
    out_ += fmt::format("?sentence k:partOf ?document . {} k:partOf ?document . ", name);
    return name;
  }

  void answer() {
    switch (attempt_.part) {
      case AnswerPart::subject:
        out_ += "BIND(?s AS ?answer) ";
        break;
      case AnswerPart::object:
        out_ += "BIND(?o AS ?answer) ";
        break;
      case AnswerPart::argument:
        out_ += fmt::format("?fact <urn:dossier:argument:{}> ?answer . ", attempt_.marker);
        break;
      case AnswerPart::place:
        out_ += "?fact k:place ?answer . ";
        break;
      case AnswerPart::time:
      case AnswerPart::fact:
        out_ += "BIND(?fact AS ?answer) ";
        return;
    }
    if (attempt_.place_only)
      // One studies at a university, and works at a company.
      out_ += of_class(is_at() ? "schema:Place schema:City schema:Country schema:Organization"
                               : "schema:Place schema:City schema:Country");
    else if (attempt_.part != AnswerPart::place)
      out_ += noun_pattern(reading_, tightness_, prefixes_);
  }

  bool is_at() const {
    return attempt_.marker == "at" ||
           std::all_of(attempt_.relations.begin(), attempt_.relations.end(), [](const Term& term) {
             const std::string& name = term.value();
             return name.ends_with("_at") || name.ends_with("affiliation") ||
                    name.ends_with("worksFor") || name.ends_with("alumniOf");
           });
  }

  const Reading& reading_;
  const Attempt& attempt_;
  const Tightness& tightness_;
  const Prefixes& prefixes_;
  std::string out_;
  int near_ = 0;
};

}  // namespace

std::string matches(std::string_view variable, const std::vector<std::string>& words) {
  return search(variable, joined(words));
}

std::string headline_pattern(const std::vector<std::string>& words) {
  std::string out = "?document schema:headline ?headline . ";
  for (const std::string& word : words)
    out += fmt::format("FILTER(CONTAINS(LCASE(?headline), \"{}\")) ", word);
  return out;
}

std::string value_list(const std::vector<Term>& terms, const Prefixes& prefixes) {
  std::string out = "{";
  for (const Term& term : terms) out += " " + short_text(term, prefixes);
  return out + " }";
}

std::string noun_pattern(const Reading& reading, const Tightness& tightness,
                         const Prefixes& prefixes) {
  if (reading.noun.empty() || reading.wanted != Wanted::thing || !tightness.noun) return {};
  const std::vector<Term> classes = classes_of(reading.noun);
  if (!classes.empty()) {
    std::string list;
    for (const Term& one : classes) list += short_text(one, prefixes) + " ";
    return of_class(list);
  }
  return fmt::format(
      "{{ ?answer k:matches \"{0}\" }} UNION {{ ?answer schema:jobTitle ?answerTitle "
      "FILTER(CONTAINS(LCASE(?answerTitle), \"{0}\")) }} UNION {{ ?answer k:kind ?answerKind . "
      "?answerKind k:matches \"{0}\" }} ",
      reading.noun);
}

std::string time_pattern(const Reading& reading, bool of_fact) {
  std::string out;
  for (const TimeLimit& limit : reading.times) {
    out += of_fact ? "OPTIONAL { ?fact k:from ?begins } OPTIONAL { ?fact k:to ?ends } "
                     "OPTIONAL { ?fact k:time ?at } "
                   : matches("?sentence", limit.words);
    if (!of_fact) continue;
    if (!limit.month.empty())
      out += fmt::format("FILTER(CONTAINS(COALESCE(STR(?begins), STR(?at), STR(?ends)), \"{}\")) ",
                         limit.month);
    if (!limit.from.empty())
      out += fmt::format("FILTER(COALESCE(STR(?ends), STR(?at), STR(?begins)) >= \"{}\") ",
                         limit.from);
    if (!limit.to.empty())
      out +=
          fmt::format("FILTER(COALESCE(STR(?begins), STR(?at), STR(?ends)) <= \"{}~\") ", limit.to);
  }
  return out;
}

std::string pattern_of(const Reading& reading, const Attempt& attempt, const Tightness& tightness,
                       const Prefixes& prefixes) {
  return PatternWriter(reading, attempt, tightness, prefixes).write();
}

std::string shown_query(const std::string& pattern) {
  return "SELECT DISTINCT ?answer ?text ?document WHERE {\n  " + pattern +
         "\n  ?sentence k:text ?text ; k:partOf ?document .\n}";
}

std::string run_query(const std::string& pattern) {
  return fmt::format(
      "SELECT DISTINCT ?answer {} WHERE {{ {} {} }} "
      "ORDER BY DESC(?confidence) ?date ?document ?index ?fact LIMIT 500",
      fact_columns(), pattern, fact_patterns());
}

}  // namespace dossier::asking
