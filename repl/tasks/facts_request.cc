// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/facts_request.h"

#include <algorithm>
#include <cstdlib>

#include "dossier/error.h"
#include "engine/saved/name_resolution.h"
#include "repl/input/fact_argument.h"
#include "repl/input/option_values.h"
#include "repl/tasks/document_list.h"
#include "repl/tasks/full_names.h"

namespace dossier::repl {
namespace {

class Options {
 public:
  Options(const KnowledgeBase& kb, const Prefixes& prefixes, std::ostream& err)
      : kb_(kb), prefixes_(prefixes), err_(err) {}

  /// Takes the options off the end of the words; what is before them stays.
  FactsRequest take(std::vector<std::string>& words) {
    FactsRequest out;
    std::size_t first = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t used = take_one(out, words, i);
      if (used == 0) {
        // What is no option behind one belongs to nothing.
        if (first < i) throw Error(ErrorCode::usage, "\"" + words[i] + "\" is no option of .facts");
        continue;
      }
      first = std::min(first, i);
      i += used - 1;
    }
    words.resize(std::min(first, words.size()));
    return out;
  }

 private:
  std::size_t take_one(FactsRequest& out, const std::vector<std::string>& words, std::size_t i) {
    const std::string& word = words[i];
    if (std::find(sayings().begin(), sayings().end(), word) != sayings().end()) {
      out.saying = word;
      return 1;
    }
    if (word == "names") {
      out.names_only = true;
      return 1;
    }
    const bool takes_value = word == "since" || word == "until" || word == "in" || word == "by" ||
                             word == "class" || word == "sure" || word == "skip" || word == "limit";
    if (!takes_value) return 0;
    if (i + 1 == words.size())
      throw Error(ErrorCode::usage, "\"" + word + "\" of .facts has no value");
    return set(out, word, words[i + 1]);
  }

  std::size_t set(FactsRequest& out, const std::string& option, const std::string& value) {
    if (option == "since")
      out.since = value;
    else if (option == "until")
      out.until = value;
    else if (option == "in")
      out.document = resolve_document(kb_, value, prefixes_);
    else if (option == "by")
      out.speaker = named_entity(kb_, value, prefixes_, err_);
    else if (option == "class")
      out.entity_class = class_named(value);
    else if (option == "sure")
      out.min_confidence = confidence(value);
    else if (option == "skip")
      out.skip = parse_count("skip", value);
    else
      out.most = parse_count("limit", value);
    return 2;
  }

  static double confidence(const std::string& value) {
    char* end = nullptr;
    const double out = std::strtod(value.c_str(), &end);
    if (value.empty() || *end != 0 || !(out >= 0 && out <= 1))
      throw Error(ErrorCode::usage, "\"" + value + "\" is no confidence: write 0 to 1, as 0.8");
    return out;
  }

  Term class_named(const std::string& value) const {
    if (const std::optional<Term> term = parsed_term(value, prefixes_)) return *term;
    std::string name = value;
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
      name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return Term::iri("https://schema.org/" + name);
  }

  const KnowledgeBase& kb_;
  const Prefixes& prefixes_;
  std::ostream& err_;
};

void set_relations(FactsRequest& out, const std::vector<FactPattern>& patterns) {
  out.subject = patterns.front().subject;
  out.object = patterns.front().object;
  for (const FactPattern& pattern : patterns)
    if (pattern.predicate) out.predicates.push_back(*pattern.predicate);
}

/// A family, a thing on either side, or a relation as it is printed ("had office in").
void set_one_word(FactsRequest& out, const KnowledgeBase& kb, const std::string& word,
                  const Prefixes& prefixes, std::ostream& err) {
  const auto relation = [&] {
    set_relations(out, resolve_facts(kb, {"?", word, "?"}, prefixes, err));
  };
  if (!family(kb, word).empty()) return relation();
  try {
    out.about = named_entity(kb, word, prefixes, err);
  } catch (const Error& no_thing) {
    if (no_thing.code() != ErrorCode::input) throw;
    try {
      relation();
    } catch (const Error& no_relation) {
      if (no_relation.code() != ErrorCode::input) throw;
      throw no_thing;
    }
  }
}

}  // namespace

FactsRequest facts_request(const KnowledgeBase& kb, const std::vector<std::string>& given,
                           const Prefixes& prefixes, std::ostream& err) {
  std::vector<std::string> words = given;
  FactsRequest out = Options(kb, prefixes, err).take(words);
  if (words.size() > 3)
    throw Error(ErrorCode::usage,
                "write names of several words in quotes: .facts \"Ada Brandt\" meet");
  if (words.size() == 1) {
    set_one_word(out, kb, words[0], prefixes, err);
  } else if (!words.empty()) {
    words.resize(3, "?");
    set_relations(out, resolve_facts(kb, {words[0], words[1], words[2]}, prefixes, err));
  }
  return out;
}

}  // namespace dossier::repl
