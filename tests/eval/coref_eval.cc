// SPDX-License-Identifier: Apache-2.0
// coref_eval [--wrong] TREEBANK.conllu...    how well mentions of one thing are found to be one
//
// A link leads from a mention to the nearest one before it of the same entity. It is right when the
// gold has both in one chain, and is not judged when the gold lacks one of them. Recall: of the
// names and third-person pronouns that are not the first of their chain, how many have a right
// link.
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "coref_gold.h"
#include "extract/pipeline.h"
#include "extract/reader/read_document.h"
#include "extract/text/unicode.h"
#include "program.h"
#include "read_file.h"

namespace dossier::extract {
namespace {

struct Count {
  std::uint64_t right = 0, all = 0;

  std::string ratio() const {
    return fmt::format("{:.3f}   {} of {}",
                       all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all), right,
                       all);
  }
};

struct Score {
  std::map<std::string, Count> by_sieve;
  Count links, names, pronouns;
  std::uint64_t unjudged = 0;
};

/// The smallest gold mention that has these words as its head, and they lie in it.
const GoldMention* match(const GoldDocument& gold, TextSpan span) {
  const GoldMention* best = nullptr;
  for (const GoldMention& mention : gold.mentions) {
    const bool head = mention.head.begin < span.end && span.begin < mention.head.end;
    if (!head || !mention.span.contains(span)) continue;
    if (!best || mention.span.size() < best->span.size()) best = &mention;
  }
  return best;
}

bool is_third_person(const std::string& word) {
  static const char* const others[] = {"i",   "me",   "my",   "myself", "we",    "us",  "our",
                                       "you", "your", "that", "this",   "which", "who", "what"};
  for (const char* const other : others)
    if (to_lower(word) == other) return false;
  return true;
}

class Judge {
 public:
  Judge(const GoldDocument& gold, bool show, Score& score)
      : gold_(gold), show_(show), score_(score) {}

  void judge(const Analysis& analysis) {
    std::map<std::uint32_t, const Mention*> latest;
    std::map<const GoldMention*, bool> resolved;
    for (const Sentence& sentence : analysis.sentences) {
      std::map<std::uint32_t, const Mention*> ordered;
      for (const Mention& mention : sentence.mentions)
        if (mention.entity) ordered[mention.span.begin] = &mention;
      for (const auto& [begin, mention] : ordered) {
        const auto before = latest.find(*mention->entity);
        if (before != latest.end() && link(analysis, *before->second, *mention))
          resolved[match(gold_, mention->span)] = true;
        latest[*mention->entity] = mention;
      }
    }
    recall(analysis, resolved);
  }

 private:
  bool link(const Analysis& analysis, const Mention& from, const Mention& to) {
    const GoldMention* a = match(gold_, from.span);
    const GoldMention* b = match(gold_, to.span);
    if (!a || !b || a == b) {
      ++score_.unjudged;
      return false;
    }
    const bool right = a->group == b->group;
    for (Count* count : {&score_.links, &score_.by_sieve[std::string(name_of(to.sieve))]}) {
      ++count->all;
      if (right) ++count->right;
    }
    if (!right && show_)
      fmt::print("{} {}: {} <- {}   {}\n", gold_.id, name_of(to.sieve), from.text, to.text,
                 single_line(analysis.document,
                             {to.span.begin > 60 ? to.span.begin - 60 : 0, to.span.end}));
    return right;
  }

  void recall(const Analysis& analysis, const std::map<const GoldMention*, bool>& resolved) {
    std::map<std::string, std::uint32_t> first;
    for (const GoldMention& mention : gold_.mentions) {
      const auto [at, fresh] = first.try_emplace(mention.group, mention.span.begin);
      at->second = std::min(at->second, mention.span.begin);
    }
    for (const GoldMention& mention : gold_.mentions) {
      if (first.at(mention.group) == mention.span.begin) continue;
      const bool pronoun =
          mention.pronoun && is_third_person(single_line(analysis.document, mention.span));
      if (!pronoun && !mention.name) continue;
      Count& count = pronoun ? score_.pronouns : score_.names;
      ++count.all;
      if (resolved.contains(&mention)) ++count.right;
    }
  }

  const GoldDocument& gold_;
  bool show_;
  Score& score_;
};

void measure(const std::string& file, bool show, const std::string& without, Score& score) {
  PipelineSettings settings{.last = Pass::resolve};
  if (!without.empty()) settings.without = {without};
  for (const GoldDocument& gold : read_coref_gold(read_file(file))) {
    const Analysis analysis =
        analyze_document(read_document(gold.text, gold.id + ".txt"), settings);
    Judge(gold, show, score).judge(analysis);
  }
}

void print(const Score& score) {
  fmt::print("links right          {}\n", score.links.ratio());
  for (const auto& [sieve, count] : score.by_sieve)
    fmt::print("  {:<18} {}\n", sieve, count.ratio());
  fmt::print("not judged           {}\n", score.unjudged);
  fmt::print("names found          {}\n", score.names.ratio());
  fmt::print("pronouns found       {}\n", score.pronouns.ratio());
}

}  // namespace
}  // namespace dossier::extract

int main(int argc, char** argv) {
  using namespace dossier::extract;
  const Program program{
      "coref_eval [--wrong] [--without PASS] TREEBANK.conllu...", {"--wrong"}, {"--without"}};
  return program.run(argc, argv, [](const Arguments& words) {
    Score score;
    for (const std::string& file : words.files)
      measure(file, words.has("--wrong"), words.value("--without"), score);
    print(score);
    return 0;
  });
}
