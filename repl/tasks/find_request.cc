// SPDX-License-Identifier: Apache-2.0
#include "repl/tasks/find_request.h"

#include <array>

#include "dossier/error.h"
#include "engine/saved/name_resolution.h"
#include "repl/input/option_values.h"
#include "repl/input/split_words.h"
#include "repl/tasks/document_list.h"

namespace dossier::repl {
namespace {

constexpr std::string_view kUsage =
    ".find WORDS [--in DOC] [--by SPEAKER] [--since DATE] [--limit N] [--skip N]";

struct Option {
  std::string_view name;
  std::optional<std::string> FindOptions::*value;
};
constexpr std::array<Option, 5> kOptions{{{"--in", &FindOptions::document},
                                          {"--by", &FindOptions::speaker},
                                          {"--since", &FindOptions::since},
                                          {"--limit", &FindOptions::limit},
                                          {"--skip", &FindOptions::skip}}};

// Where the options begin.
std::size_t end_of_words(const std::string& rest) {
  std::size_t end = rest.size();
  for (const Option& option : kOptions)
    end = std::min(end, (rest + ' ').find(' ' + std::string(option.name) + ' '));
  return end;
}

FindOptions options_of(const std::string& text) {
  const std::vector<std::string> words = split_words(text);
  FindOptions out;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    const auto* option = std::find_if(kOptions.begin(), kOptions.end(),
                                      [&](const Option& o) { return o.name == words[i]; });
    if (option == kOptions.end() || i + 1 == words.size())
      throw Error(ErrorCode::usage, "write " + std::string(kUsage));
    out.*(option->value) = words[i + 1];
  }
  return out;
}

}  // namespace

FindRequest find_request(const KnowledgeBase& kb, const std::string& words,
                         const FindOptions& options, const Prefixes& prefixes) {
  FindRequest request;
  request.words = words;
  if (options.document) request.document = resolve_document(kb, *options.document, prefixes);
  if (options.speaker) request.speaker = resolve_entity(kb, *options.speaker, prefixes);
  if (options.since) request.since = *options.since;
  if (options.skip) request.skip = parse_count("--skip", *options.skip);
  if (options.limit) request.entities = request.sentences = parse_count("--limit", *options.limit);
  return request;
}

FindRequest find_request(const KnowledgeBase& kb, const std::string& rest,
                         const Prefixes& prefixes) {
  const std::size_t end = end_of_words(rest);
  if (rest.empty() || end == 0) throw Error(ErrorCode::usage, "write " + std::string(kUsage));
  return find_request(kb, rest.substr(0, end), options_of(rest.substr(end)), prefixes);
}

}  // namespace dossier::repl
