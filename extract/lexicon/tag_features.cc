// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/tag_features.h"

#include <algorithm>
#include <array>

#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

constexpr std::uint64_t kOffset = 14695981039346656037ULL;
constexpr std::uint64_t kPrime = 1099511628211ULL;

/// FNV-1a over a template number and strings, finished by a mixer so that all bits are usable.
class FeatureHash {
 public:
  explicit FeatureHash(int feature) { add_byte(static_cast<std::uint8_t>(feature)); }
  FeatureHash& add(std::string_view text) {
    for (const char c : text) add_byte(static_cast<std::uint8_t>(c));
    add_byte(0);
    return *this;
  }
  FeatureHash& add(std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8)
      add_byte(static_cast<std::uint8_t>(number >> shift));
    return *this;
  }
  std::uint64_t value() const {
    std::uint64_t h = hash_ ^ (hash_ >> 33);
    h *= 0xFF51AFD7ED558CCDULL;
    return h ^ (h >> 33);
  }

 private:
  void add_byte(std::uint8_t byte) { hash_ = (hash_ ^ byte) * kPrime; }
  std::uint64_t hash_ = kOffset;
};

char32_t shape_class(char32_t c) {
  if (is_upper(c)) return U'X';
  if (is_letter(c)) return U'x';
  if (is_digit(c)) return U'd';
  return c < 0x80 ? c : U'p';
}

std::string shape_of(std::u32string_view form) {
  std::u32string shape;
  for (const char32_t c : form) {
    const char32_t kind = shape_class(c);
    const std::size_t size = shape.size();
    if (size >= 2 && shape[size - 1] == kind && shape[size - 2] == kind) continue;
    shape += kind;
  }
  return to_utf8(shape.substr(0, 8));
}

std::uint32_t evidence(const std::string& form, const std::string& lower, const Lexicon& lexicon) {
  const WordInfo word = lexicon.word(lower);
  const NameInfo name = lexicon.name(form);
  std::uint32_t bits = (word.noun ? 1U : 0U) | (word.verb ? 2U : 0U) | (word.adjective ? 4U : 0U) |
                       (word.adverb ? 8U : 0U);
  if (name.is(kCountry | kCity | kRegion)) bits |= 16U;
  if (name.is(kNationality)) bits |= 32U;
  if (name.is(kGivenName | kSurname)) bits |= 64U;
  if (name.is(kOrganization)) bits |= 128U;
  if (!lexicon.irregular('v', lower).empty()) bits |= 256U;
  if (!lexicon.irregular('n', lower).empty()) bits |= 512U;
  return bits;
}

const TagWord& word_at(const std::vector<TagWord>& words, std::ptrdiff_t at) {
  static const TagWord kOutside{"", "", "", 0, false};
  return at < 0 || at >= static_cast<std::ptrdiff_t>(words.size())
             ? kOutside
             : words[static_cast<std::size_t>(at)];
}

std::string_view suffix(const std::string& word, std::size_t length) {
  return std::string_view(word).substr(word.size() > length ? word.size() - length : 0);
}

}  // namespace

std::vector<TagWord> tag_words(const std::vector<std::string_view>& forms, const Lexicon& lexicon) {
  std::vector<TagWord> words;
  words.reserve(forms.size());
  for (const std::string_view form : forms) {
    std::u32string letters = to_code_points(form);
    for (char32_t& c : letters) {
      if (is_apostrophe(c) || c == 0x2018) c = U'\'';
      if (c == 0x201C || c == 0x201D) c = U'"';
    }
    TagWord word;
    word.form = to_utf8(letters);
    word.shape = shape_of(letters);
    word.capital = !letters.empty() && is_upper(letters[0]);
    word.lower = to_lower(word.form);
    word.known = evidence(word.form, word.lower, lexicon);
    for (char& c : word.lower) {
      if (c >= '0' && c <= '9') c = '0';
    }
    words.push_back(std::move(word));
  }
  return words;
}

void static_features(const std::vector<TagWord>& words, std::size_t at,
                     std::vector<std::uint64_t>& out) {
  const auto i = static_cast<std::ptrdiff_t>(at);
  const TagWord& word = words[at];
  const TagWord& left = word_at(words, i - 1);
  const TagWord& right = word_at(words, i + 1);
  const auto put = [&out](const FeatureHash& hash) { out.push_back(hash.value()); };
  put(FeatureHash(0));
  put(FeatureHash(1).add(word.lower));
  put(FeatureHash(2).add(word.form));
  put(FeatureHash(3).add(suffix(word.lower, 1)));
  put(FeatureHash(4).add(suffix(word.lower, 2)));
  put(FeatureHash(5).add(suffix(word.lower, 3)));
  put(FeatureHash(6).add(suffix(word.lower, 4)));
  put(FeatureHash(7).add(std::string_view(word.lower).substr(0, 1)));
  put(FeatureHash(8).add(std::string_view(word.lower).substr(0, 3)));
  put(FeatureHash(9).add(word.shape).add(at == 0 ? 1U : 0U));
  put(FeatureHash(10).add(word.known).add(word.capital ? 1U : 0U).add(at == 0 ? 1U : 0U));
  put(FeatureHash(11).add(left.lower));
  put(FeatureHash(12).add(word_at(words, i - 2).lower));
  put(FeatureHash(13).add(right.lower));
  put(FeatureHash(14).add(word_at(words, i + 2).lower));
  put(FeatureHash(15).add(suffix(left.lower, 3)));
  put(FeatureHash(16).add(suffix(right.lower, 3)));
  put(FeatureHash(17).add(right.known).add(right.capital ? 1U : 0U));
  put(FeatureHash(18).add(left.lower).add(word.lower));
  put(FeatureHash(19).add(word.lower).add(right.lower));
  put(FeatureHash(20).add(word.known).add(right.known).add(suffix(word.lower, 2)));
  put(FeatureHash(21).add(left.shape).add(word.shape).add(right.shape));
  put(FeatureHash(22).add(suffix(word.lower, 3)).add(word.known));
  put(FeatureHash(23).add(static_cast<std::uint32_t>(std::min<std::size_t>(words.size(), 3))));
  put(FeatureHash(24).add(left.lower).add(right.lower));
}

void history_features(const std::vector<TagWord>& words, std::size_t at, std::uint8_t previous,
                      std::uint8_t before_previous, std::vector<std::uint64_t>& out) {
  const auto i = static_cast<std::ptrdiff_t>(at);
  const TagWord& word = words[at];
  const TagWord& right = word_at(words, i + 1);
  const auto put = [&out](const FeatureHash& hash) { out.push_back(hash.value()); };
  put(FeatureHash(40).add(previous));
  put(FeatureHash(41).add(previous).add(before_previous));
  put(FeatureHash(42).add(previous).add(word.lower));
  put(FeatureHash(43).add(previous).add(suffix(word.lower, 3)));
  put(FeatureHash(44).add(previous).add(word.known).add(word.capital ? 1U : 0U));
  put(FeatureHash(45).add(previous).add(right.lower));
  put(FeatureHash(46).add(previous).add(before_previous).add(word.lower));
  put(FeatureHash(47).add(previous).add(right.known));
  put(FeatureHash(48).add(before_previous).add(word_at(words, i - 1).lower));
}

}  // namespace dossier::extract
