// SPDX-License-Identifier: Apache-2.0
#include "extract/analyze/sentence_reader.h"

#include <algorithm>
#include <utility>

#include "extract/interruption.h"

namespace dossier::extract {
namespace {

/// How well a sentence can be cut after this token; 0: not at all.
int cut_quality(const Token& token) {
  const std::string& text = token.text;
  if (text == "." || text == "!" || text == "?") return 4;
  if (text == ";" || text == ":") return 3;
  if (text == "-" || text == "\u2013" || text == "\u2014") return 2;
  return text == "," || text == "|" || text == "/" ? 1 : 0;
}

/// Where to end a piece that begins at `first`: after the best boundary in the second half of what
/// fits, the last one of its kind; without any, where it is full.
std::size_t cut_after(const std::vector<Token>& tokens, std::size_t first) {
  const std::size_t limit = first + SentenceReader::kLongestTree;
  std::size_t best = limit;
  int quality = 0;
  for (std::size_t i = first + SentenceReader::kLongestTree / 2; i < limit; ++i) {
    const int here = cut_quality(tokens[i]);
    if (here > 0 && here >= quality) {
      quality = here;
      best = i + 1;
    }
  }
  return best;
}

}  // namespace

SentenceReader::SentenceReader(std::string_view tagger_model, std::string_view network_model,
                               const Kernels& kernels)
    : tagger_(tagger_model), network_(network_model, kernels) {
  for (const std::string& label : network_.tags()) tags_.emplace_back(label);
  for (const std::string& label : network_.labels()) relations_.emplace_back(label);
}

void SentenceReader::add_pieces(Sentence& sentence, std::vector<Piece>& pieces) {
  sentence.tree_pieces = 0;
  sentence.name_readings.clear();
  std::size_t first = 0;
  while (first < sentence.tokens.size()) {
    const bool fits = sentence.tokens.size() - first <= kLongestTree;
    const std::size_t last = fits ? sentence.tokens.size() : cut_after(sentence.tokens, first);
    pieces.push_back({&sentence, first, last});
    ++sentence.tree_pieces;
    first = last;
  }
}

std::vector<InputWord> SentenceReader::input_words(const std::vector<TagWord>& words,
                                                   const Lexicon& lexicon) const {
  const std::vector<std::uint8_t> labels = tagger_.labels(words);
  std::vector<InputWord> out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    out.push_back({words[i], tagger_.label(labels[i]),
                   tagger_.lemma(words[i].form, tagger_.tag(labels[i]), lexicon)});
  }
  return out;
}

void SentenceReader::read(std::span<Sentence> sentences, const Lexicon& lexicon) const {
  std::vector<Piece> pieces;
  for (Sentence& sentence : sentences) add_pieces(sentence, pieces);
  std::vector<std::vector<InputWord>> words;
  std::vector<SentenceInput> inputs;
  for (const Piece& piece : pieces) {
    Interruption::look();
    std::vector<std::string_view> forms;
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      forms.push_back(piece.sentence->tokens[i].text);
    }
    words.push_back(input_words(tag_words(forms, lexicon), lexicon));
    inputs.push_back(network_.vocabulary().input(words.back(), lexicon));
  }
  const std::vector<ReadSentence> read = network_.read(inputs);
  for (std::size_t i = 0; i < pieces.size(); ++i) take_over(pieces[i], words[i], read[i], lexicon);
}

void SentenceReader::take_over(const Piece& piece, const std::vector<InputWord>& words,
                               const ReadSentence& read, const Lexicon& lexicon) const {
  std::vector<Token>& tokens = piece.sentence->tokens;
  for (std::size_t i = 0; i < read.size(); ++i) {
    Token& token = tokens[piece.first + i];
    const Tag& tag = tags_[read[i].tag];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    const bool same = network_.tags()[read[i].tag] == words[i].label;
    token.lemma = same ? words[i].lemma : tagger_.lemma(words[i].word.form, tag, lexicon);
    const bool root = read[i].head == 0;
    token.head = root ? -1 : static_cast<std::int32_t>(piece.first + read[i].head - 1);
    token.relation = relations_[read[i].label];
    token.head_probability = read[i].head_probability;
    token.relation_probability = read[i].label_probability;
    if (!root || piece.first == 0) continue;
    const auto first_root =
        std::find_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.head == -1; });
    token.head = static_cast<std::int32_t>(first_root - tokens.begin());
    token.relation = Relation::parataxis;
    token.head_probability = token.relation_probability = 0;  // nobody has looked
  }
  take_over_names(piece, read);
}

void SentenceReader::take_over_names(const Piece& piece, const ReadSentence& read) const {
  std::vector<NameReading>& names = piece.sentence->name_readings;
  for (std::size_t i = 0; i < read.size(); ++i) {
    const std::string& name = network_.name(read[i].name);
    const auto at = static_cast<std::uint32_t>(piece.first + i);
    if (name.starts_with("B-")) {
      names.push_back({{at, at + 1}, name_type(name.substr(2)), read[i].name_probability});
    } else if (name.starts_with("I-")) {
      names.back().tokens.last = at + 1;
      names.back().confidence = std::min(names.back().confidence, read[i].name_probability);
    }
  }
}

}  // namespace dossier::extract
