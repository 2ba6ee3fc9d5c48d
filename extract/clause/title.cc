// SPDX-License-Identifier: Apache-2.0
#include "extract/clause/title.h"

#include "extract/clause/words.h"

namespace dossier::extract::clause {

namespace {

bool capital(const std::string& text) { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }

/// "Director-General" is one word of a title, three tokens of a sentence.
bool ends_in_title_noun(const Sentence& sentence, TokenRange tokens) {
  if (tokens.empty()) return false;
  const Token& last = sentence.tokens[tokens.last - 1];
  const std::string word = lower(last.text);
  if (word == "counterpart" || word == "deputy") return false;
  if (is_title_noun(word) || is_title_noun(lower(last.lemma))) return true;
  return tokens.last - tokens.first >= 3 && sentence.tokens[tokens.last - 2].text == "-" &&
         is_title_noun(lower(sentence.tokens[tokens.last - 3].text) + "-" + word);
}

/// "deputy prime ministers", cut after "deputy".
TokenRange with_rank(const Sentence& sentence, TokenRange tokens) {
  while (tokens.first > 0) {
    const std::string word = lower(sentence.tokens[tokens.first - 1].text);
    if (word != "deputy" && word != "vice" && word != "acting") break;
    --tokens.first;
  }
  return tokens;
}

Argument whole(TokenRange tokens) {
  Argument result;
  result.tokens = tokens;
  result.head = tokens.last - 1;
  return result;
}

/// Reads what is before the title proper: determiner, owner, "new", "former".
class PrefixReader {
 public:
  PrefixReader(const Sentence& sentence, TokenRange tokens)
      : sentence_(sentence), tokens_(tokens), mentions_(mention_of_tokens(sentence)) {}

  Title read() {
    at_ = tokens_.first;
    bool definite = false;
    for (std::uint32_t i = at_; i < tokens_.last; ++i)
      if (closes_quote(sentence_.tokens[i].text)) at_ = i + 1;  // the rest of something quoted
    while (at_ < tokens_.last && step(definite)) {
    }
    title_.tokens = {at_, tokens_.last};
    title_.bare = definite && title_.of.empty();
    return title_;
  }

 private:
  const Token& token() const { return sentence_.tokens[at_]; }

  bool step(bool& definite) {
    const std::string word = lower(token().text);
    bool ended = false;
    if (token().xpos == "DT" || token().xpos == "PDT") {
      definite = definite || word == "the";
      ++at_;
    } else if (token().xpos == "PRP$") {
      title_.of = {whole({at_, at_ + 1})};
      ++at_;
    } else if (token().xpos == "POS" || is_quote(token().text) || token().xpos == "CD") {
      ++at_;
    } else if (is_title_modifier(word, ended)) {
      title_.ended = title_.ended || ended;
      ++at_;
    } else {
      return take_owner();
    }
    return true;
  }

  /// "mood’" is two things to a reader, one to the tokeniser.
  static bool closes_quote(const std::string& text) {
    return is_quote(text) || (text.size() > 3 && text.ends_with("’"));
  }

  bool take_owner() {
    if (!title_.of.empty()) return false;
    if (mentions_[at_]) {
      const Mention& mention = sentence_.mentions[*mentions_[at_]];
      if (mention.type == MentionType::person || mention.tokens.last >= tokens_.last) return false;
      title_.of = {whole({at_, mention.tokens.last})};
      at_ = mention.tokens.last;
      return true;
    }
    // "the company's founder"
    for (std::uint32_t i = at_ + 1; i + 1 < tokens_.last; ++i) {
      if (sentence_.tokens[i].xpos != "POS") continue;
      title_.of = {whole({at_, i})};
      at_ = i + 1;
      return true;
    }
    // "the Russian president": the resolver knows countries by their adjectives.
    const bool adjective = is_adjective_tag(token().xpos) && capital(token().text) &&
                           at_ + 1 < tokens_.last && is_demonym_form(token().text);
    if (!adjective) return false;
    title_.of = {whole({at_, at_ + 1})};
    ++at_;
    return true;
  }

  static bool is_demonym_form(const std::string& word) {
    for (const char* ending : {"an", "ish", "ese", "i", "ch", "ic", "ek", "utch"})
      if (word.ends_with(ending)) return true;
    return false;
  }

  const Sentence& sentence_;
  TokenRange tokens_;
  std::vector<std::optional<std::uint32_t>> mentions_;
  std::uint32_t at_ = 0;
  Title title_;
};

/// Follows "of" and "for" after a title noun.
class SuffixReader {
 public:
  SuffixReader(const Sentence& sentence, const std::vector<Chunk>& chunks, Title& title)
      : sentence_(sentence), chunks_(chunks), title_(title) {}

  void read() {
    while (segment()) {
    }
    if (title_.of.size() == 1) more_owners();
  }

 private:
  bool is(std::size_t i, Kind kind) const { return i < chunks_.size() && chunks_[i].kind == kind; }

  bool segment() {
    std::size_t& i = title_.next;
    if (!is(i, Kind::preposition) || !is(i + 1, Kind::noun)) return false;
    const std::string& word = chunks_[i].word;
    if (word != "of" && word != "for" && !(word == "at" && title_.of.empty())) return false;
    const Chunk& noun = chunks_[i + 1];
    if (noun.type == MentionType::person && noun.mention) return person_segment(noun);
    if (noun.pronoun) return false;
    const bool owner = names_owner(noun) || noun.determined || word == "at";
    if (owner && !title_.of.empty()) return false;
    if (!owner && word == "for" && !capital(sentence_.tokens[noun.tokens.first].text)) return false;
    if (owner) {
      Argument of = whole(noun.tokens);
      of.head = noun.head;
      title_.of = {of};
    } else {
      title_.text += " " + word + " " + words_of(sentence_, noun.tokens);
    }
    title_.tokens.last = noun.tokens.last;
    i += 2;
    if (!owner) text_continues();
    return true;
  }

  /// "of Russia", but not "of Foreign Affairs" where only "Affairs" was taken for a name.
  bool names_owner(const Chunk& noun) const {
    if (!noun.mention) return false;
    const Mention& mention = sentence_.mentions[*noun.mention];
    if (noun.determined || mention.tokens.first == noun.tokens.first) return true;
    return mention.type == MentionType::country;
  }

  /// "for Foreign Affairs Josep Borrell".
  bool person_segment(const Chunk& noun) {
    const std::uint32_t name = sentence_.mentions[*noun.mention].tokens.first;
    if (name > noun.tokens.first)
      title_.text +=
          " " + chunks_[title_.next].word + " " + words_of(sentence_, {noun.tokens.first, name});
    else
      return false;
    title_.tokens.last = name;
    title_.person = noun.mention;
    title_.next += 2;
    return false;
  }

  /// "Minister of Foreign Affairs and Expatriates".
  void text_continues() {
    std::size_t& i = title_.next;
    if (!is(i, Kind::conjunction) || chunks_[i].word != "and" || !is(i + 1, Kind::noun)) return;
    const Chunk& noun = chunks_[i + 1];
    if (noun.mention || noun.determined || is_title_noun(noun.word)) return;
    if (!capital(sentence_.tokens[noun.tokens.first].text)) return;
    title_.text += " and " + words_of(sentence_, noun.tokens);
    title_.tokens.last = noun.tokens.last;
    i += 2;
  }

  void more_owners() {
    std::size_t i = title_.next;
    if (!title_.plural || !is(i, Kind::conjunction) || !is(i + 1, Kind::noun) ||
        !chunks_[i + 1].mention)
      return;
    Argument of = whole(chunks_[i + 1].tokens);
    of.head = chunks_[i + 1].head;
    title_.of.push_back(of);
    title_.tokens.last = chunks_[i + 1].tokens.last;
    title_.next = i + 2;
  }

  const Sentence& sentence_;
  const std::vector<Chunk>& chunks_;
  Title& title_;
};

}  // namespace

std::string words_of(const Sentence& sentence, TokenRange tokens) {
  std::string result;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (i > tokens.first && sentence.tokens[i - 1].span.end < sentence.tokens[i].span.begin)
      result += ' ';
    result += sentence.tokens[i].text;
  }
  return result;
}

namespace {

/// "deputy prime ministers": base phrases begin at the adjective; the tree has the whole title.
TokenRange with_compounds(const Sentence& sentence, TokenRange tokens) {
  while (tokens.first > 0) {
    const Token& before = sentence.tokens[tokens.first - 1];
    const bool part = before.relation == "compound" && before.head >= 0 &&
                      tokens.contains(static_cast<std::uint32_t>(before.head));
    if (!part) break;
    --tokens.first;
  }
  return tokens;
}

}  // namespace

std::optional<Title> title_in(const Sentence& sentence, TokenRange tokens) {
  if (!ends_in_title_noun(sentence, tokens)) return std::nullopt;
  tokens = with_compounds(sentence, tokens);
  Title title = PrefixReader(sentence, tokens).read();
  if (title.tokens.empty() || title.tokens.last - title.tokens.first > 8) return std::nullopt;
  title.plural = sentence.tokens[tokens.last - 1].xpos == "NNS" ||
                 sentence.tokens[tokens.last - 1].xpos == "NNPS";
  title.text = words_of(sentence, title.tokens);
  if (title.plural) {
    const Token& last = sentence.tokens[tokens.last - 1];
    title.text = title.text.substr(0, title.text.size() - last.text.size()) + last.lemma;
  }
  return title;
}

std::optional<Title> title_at(const Sentence& sentence, const std::vector<Chunk>& chunks,
                              std::size_t i) {
  const Chunk& chunk = chunks[i];
  if (chunk.kind != Kind::noun || chunk.pronoun ||
      (chunk.mention && chunk.type == MentionType::person))
    return std::nullopt;
  std::optional<Title> title = title_in(sentence, with_rank(sentence, chunk.tokens));
  if (!title) return std::nullopt;
  title->next = i + 1;
  SuffixReader(sentence, chunks, *title).read();
  title->bare = title->bare && title->of.empty();
  return title;
}

}  // namespace dossier::extract::clause
