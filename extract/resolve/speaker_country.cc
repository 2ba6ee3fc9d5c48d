// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/speaker_country.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

namespace {

/// "peacekeepers" and "peacekeeping" are about the same; "party" and "part" are not.
constexpr std::size_t kSameStem = 8;

bool is_same_noun(const std::string& a, const std::string& b) {
  if (a == b) return true;
  return a.size() > kSameStem && b.size() > kSameStem &&
         a.compare(0, kSameStem, b, 0, kSameStem) == 0;
}

/// Posts of a state; everything else may be of a company.
bool is_state_post(const std::string& title) {
  static constexpr std::array<std::string_view, 5> kPosts{"minister", "premier", "chancellor",
                                                          "ambassador", "president"};
  const std::string lower = to_lower(title);
  return std::any_of(kPosts.begin(), kPosts.end(),
                     [&](std::string_view post) { return lower.find(post) != std::string::npos; });
}

/// "Our colleagues" are of another country as often as of the own.
bool may_be_of_others(const std::string& noun) {
  static constexpr std::array<std::string_view, 9> kOthers{"colleague",   "partner",   "friend",
                                                           "counterpart", "neighbour", "neighbor",
                                                           "ally",        "guest",     "co-chair"};
  return std::find(kOthers.begin(), kOthers.end(), noun) != kOthers.end();
}

class CountryFinder {
 public:
  CountryFinder(const Analysis& analysis, const Resolution& resolution, std::uint32_t speaker)
      : analysis_(analysis), resolution_(resolution), speaker_(speaker) {}

  std::optional<std::uint32_t> run() {
    if (!has_state_post()) return std::nullopt;
    for (const Sentence& sentence : analysis_.sentences) {
      if (speaks(sentence)) read_own_words(sentence);
      for (const Mention& mention : sentence.mentions) note_adjective(sentence, mention);
    }
    for (const auto& [country, nouns] : nouns_of_)
      for (const std::string& noun : nouns)
        if (is_own(noun)) countries_.insert(country);
    if (countries_.size() != 1) return std::nullopt;
    return *countries_.begin();
  }

 private:
  bool has_state_post() const {
    for (const Sentence& sentence : analysis_.sentences)
      for (const Mention& mention : sentence.mentions)
        if (mention.entity == speaker_ && is_state_post(mention.title)) return true;
    return false;
  }

  bool speaks(const Sentence& sentence) const {
    return sentence.turn && *sentence.turn < resolution_.speakers.size()
               ? resolution_.speakers[*sentence.turn] == speaker_
               : !sentence.headline && resolution_.author == speaker_;
  }

  bool is_own(const std::string& noun) const {
    return std::any_of(own_.begin(), own_.end(),
                       [&](const std::string& own) { return is_same_noun(own, noun); });
  }

  static std::string word(const Sentence& sentence, std::uint32_t token) {
    return token < sentence.tokens.size() ? to_lower(sentence.tokens[token].text) : std::string();
  }

  /// "our engineers"; "Norway and I", "we in Norway".
  void read_own_words(const Sentence& sentence) {
    const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
      if (word(sentence, i) != "our" || sentence.tokens[i + 1].upos != Upos::noun) continue;
      const std::string noun = to_lower(sentence.tokens[i + 1].lemma);
      if (!may_be_of_others(noun)) own_.push_back(noun);
    }
    for (const Mention& mention : sentence.mentions) {
      if (mention.type != MentionType::country || !mention.entity) continue;
      const std::uint32_t first = mention.tokens.first;
      const std::uint32_t last = mention.tokens.last;
      const bool beside = word(sentence, last) == "and" && word(sentence, last + 1) == "i";
      const bool within = first > 1 && word(sentence, first - 1) == "in" &&
                          (word(sentence, first - 2) == "we" || word(sentence, first - 2) == "us");
      if (beside || within) countries_.insert(*mention.entity);
    }
  }

  /// "our Turkish partners" are no partners of a Turk.
  void note_adjective(const Sentence& sentence, const Mention& mention) {
    if (mention.sieve != Sieve::demonym || !mention.entity) return;
    const std::uint32_t noun = mention.tokens.last;
    if (noun >= sentence.tokens.size() || sentence.tokens[noun].upos == Upos::punct) return;
    if (mention.tokens.first > 0 && word(sentence, mention.tokens.first - 1) == "our") return;
    nouns_of_[*mention.entity].push_back(to_lower(sentence.tokens[noun].lemma));
  }

  const Analysis& analysis_;
  const Resolution& resolution_;
  const std::uint32_t speaker_;
  std::vector<std::string> own_;  ///< nouns behind "our"
  std::map<std::uint32_t, std::vector<std::string>> nouns_of_;
  std::set<std::uint32_t> countries_;
};

}  // namespace

std::optional<std::uint32_t> country_of_speaker(const Analysis& analysis,
                                                const Resolution& resolution,
                                                std::uint32_t speaker) {
  return CountryFinder(analysis, resolution, speaker).run();
}

}  // namespace dossier::extract::resolve
