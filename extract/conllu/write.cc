// SPDX-License-Identifier: Apache-2.0
#include "extract/conllu/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/conllu/surface.h"
#include "extract/lexicon/known_names.h"

namespace dossier::extract {
namespace {

/// "Kenyan" and "Kenyans" mean the country, but are no names of a place.
bool is_nationality(const Mention& mention) {
  if (mention.type != MentionType::country) return false;
  const CountryForm form = find_country(mention.text).form;
  return form == CountryForm::adjective || form == CountryForm::people;
}

std::string_view ner_type(const Mention& mention) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"PERSON", "ORGANIZATION", "PLACE", "COUNTRY", "CITY", "EVENT", "WORK", "PRODUCT",
       "NATIONALITY", "INDIVIDUAL", "CONCEPT", "NAME"});
  static_assert(kNames.size() == static_cast<std::size_t>(MentionType::unknown) + 1);
  const MentionType type = is_nationality(mention) ? MentionType::nationality : mention.type;
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view or_none(std::string_view column) { return column.empty() ? "_" : column; }

class SentenceWriter {
 public:
  SentenceWriter(const Document& document, const Sentence& sentence, std::ostream& out)
      : document_(document), sentence_(sentence), out_(out) {}

  void write() {
    out_ << fmt::format("# sent_id = {}-s{}\n# text = {}\n", document_.slug, sentence_.index,
                        single_line(document_, sentence_.span));
    if (sentence_.tree_pieces > 1) {
      out_ << fmt::format("# tree_pieces = {}\n", sentence_.tree_pieces);
    }
    for (std::size_t i = 0; i < sentence_.tokens.size();) {
      const std::size_t end = surface_end(sentence_, i);
      if (end > i + 1) {
        const TextSpan span{sentence_.tokens[i].span.begin, sentence_.tokens[end - 1].span.end};
        out_ << fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i + 1, end,
                            document_.utf8(span), no_space_behind(end) ? "SpaceAfter=No" : "_");
      }
      for (std::size_t word = i; word < end; ++word) write_word(word, end > i + 1);
      i = end;
    }
    out_ << '\n';
  }

 private:
  /// Whether the token before `next` touches the one there; the last of a sentence never does.
  bool no_space_behind(std::size_t next) const {
    return next < sentence_.tokens.size() &&
           sentence_.tokens[next].span.begin == sentence_.tokens[next - 1].span.end;
  }

  void write_word(std::size_t i, bool in_range) const {
    const Token& token = sentence_.tokens[i];
    const bool tree = sentence_.tree_pieces > 0;
    const std::string head = tree ? std::to_string(token.head + 1) : "_";
    std::string misc;
    if (!in_range && no_space_behind(i + 1)) misc += "SpaceAfter=No|";
    misc += fmt::format("TokenRange={}:{}", token.span.begin, token.span.end);
    add_name(static_cast<std::uint32_t>(i), misc);
    if (token.head_probability > 0) misc += fmt::format("|ArcProb={:.2f}", token.head_probability);
    out_ << fmt::format("{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i + 1, token.text,
                        or_none(token.lemma), or_none(token.upos.name()),
                        or_none(token.xpos.name()), head,
                        tree ? or_none(token.relation.name()) : "_", misc);
  }

  void add_name(std::uint32_t token, std::string& misc) const {
    const auto mention =
        std::find_if(sentence_.mentions.begin(), sentence_.mentions.end(),
                     [token](const Mention& m) { return m.tokens.contains(token); });
    if (mention == sentence_.mentions.end()) return;
    misc += mention->tokens.first == token ? "|NER=B-" : "|NER=I-";
    misc += ner_type(*mention);
  }

  const Document& document_;
  const Sentence& sentence_;
  std::ostream& out_;
};

}  // namespace

void write_conllu(const Analysis& analysis, std::ostream& out) {
  const Document& document = analysis.document;
  out << "# newdoc id = " << document.slug << '\n';
  std::size_t paragraph = document.paragraphs.size();
  for (const Sentence& sentence : analysis.sentences) {
    const auto holds = [&](const Paragraph& p) { return p.span.contains(sentence.span); };
    const auto found = static_cast<std::size_t>(
        std::find_if(document.paragraphs.begin(), document.paragraphs.end(), holds) -
        document.paragraphs.begin());
    if (found != paragraph) out << "# newpar\n";
    paragraph = found;
    SentenceWriter(document, sentence, out).write();
  }
}

}  // namespace dossier::extract
