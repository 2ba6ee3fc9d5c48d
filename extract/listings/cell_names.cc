// SPDX-License-Identifier: Apache-2.0
#include "extract/listings/cell_names.h"

#include <algorithm>
#include <string>

#include "extract/lexicon/lexicon.h"
#include "extract/lexicon/table_headers.h"
#include "extract/listings/cells.h"
#include "extract/names/mentions.h"
#include "extract/reader/lines.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

using listings::before_bracket;
using listings::tokens_in;

constexpr std::uint32_t kLongestName = 8;  ///< words

bool is_common(const Token& token) { return Lexicon::builtin().word(to_lower(token.text)).known(); }

/// Written as a name is. Words of the language, as "Pump House", name nothing unless a header says
/// that the column holds names.
bool is_written_as_name(const Sentence& sentence, TokenRange tokens, bool told) {
  if (tokens.empty() || tokens.last - tokens.first > kLongestName) return false;
  const std::u32string text = to_code_points(sentence.tokens[tokens.first].text);
  if (!is_upper(text.front())) return false;
  std::u32string phrase;
  bool all_common = true;
  for (std::uint32_t i = tokens.first; i < tokens.last; ++i) {
    phrase += to_code_points(sentence.tokens[i].text) + U' ';
    all_common = all_common && is_common(sentence.tokens[i]);
  }
  return is_capitalised_phrase(trim(phrase)) && (told || !all_common);
}

class RowNames {
 public:
  RowNames(const TableRow& row, Sentence& sentence) : row_(row), sentence_(sentence) {}

  void read() {
    drop_crossing();
    for (std::uint32_t i = 0; i < row_.cells.size(); ++i) read_cell(i);
    sort_mentions(sentence_);
  }

 private:
  void drop_crossing() {
    std::erase_if(sentence_.mentions, [this](const Mention& mention) {
      return std::none_of(row_.cells.begin(), row_.cells.end(),
                          [&](const TableCell& cell) { return cell.span.contains(mention.span); });
    });
  }

  void read_cell(std::uint32_t i) {
    const TableCell& cell = row_.cells[i];
    const TableHeader header = table_header(listings::bare_header(cell.header));
    const bool told = header.type != MentionType::unknown || header.named;
    if (header.time || header.count || header.text) return;
    if (!told && i != row_.subject) return;
    const TokenRange name = before_bracket(sentence_, tokens_in(sentence_, cell.span));
    std::size_t inside = 0;
    for (Mention& mention : sentence_.mentions) {
      if (!cell.span.contains(mention.span)) continue;
      ++inside;
      if (told) take_type(header.type, mention);
      if (mention.tokens == name) return;
    }
    // "Lund, Berg and Falk" are several.
    if (inside > 1 && i != row_.subject) return;
    if (!is_written_as_name(sentence_, name, told || inside > 0)) return;
    MentionType type = header.type;
    std::erase_if(sentence_.mentions, [&](const Mention& mention) {
      if (!cell.span.contains(mention.span)) return false;
      if (type == MentionType::unknown && inside == 1) type = mention.type;
      return true;
    });
    sentence_.mentions.push_back(make_mention(sentence_, name, type));
  }

  /// A country is a place, too.
  static void take_type(MentionType told, Mention& mention) {
    if (told == MentionType::unknown || (told == MentionType::place && is_place(mention.type)))
      return;
    mention.type = told;
  }

  const TableRow& row_;
  Sentence& sentence_;
};

}  // namespace

void name_cells(Analysis& analysis) {
  for (Sentence& sentence : analysis.sentences)
    if (sentence.row && !sentence.tokens.empty())
      RowNames(analysis.document.rows[*sentence.row], sentence).read();
}

}  // namespace dossier::extract
