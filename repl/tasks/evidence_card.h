// SPDX-License-Identifier: Apache-2.0
// The sentences that support facts, laid out for reading.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/evidence.h"
#include "dossier/prefixes.h"

namespace dossier::repl {

struct CardStyle {
  bool color = false;  ///< spans are bold, else in square brackets
  std::optional<std::size_t> width;
  Prefixes prefixes;
  bool numbered = false;  ///< what a list shows has the number that .open takes
  /// What the terms of a fact are called; empty: they stand as in a query.
  std::function<std::string(const Term&)> name = {};
};

/// `text` with `open` and `close` around each span of code points. Spans are in order; one that
/// starts inside another is left unmarked.
std::string mark_spans(std::string_view text,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans,
                       std::string_view open, std::string_view close);

/// "e:Oslo r:be_in e:Norway", or with names; then without the true of a fact that has no object.
std::string fact_words(const Triple& fact, const CardStyle& style);
/// A sentence that its document breaks over lines, as one line; other control characters are shown.
std::string running_text(std::string text);
/// The text on lines that fit, four columns in, with its spans marked as the style says.
void write_marked(std::ostream& out, const std::string& text,
                  const std::vector<std::pair<std::uint32_t, std::uint32_t>>& spans,
                  const CardStyle& style);

/// Two blanks, or the number of what follows in a numbered list: "  7 ".
std::string list_margin(std::size_t number, const CardStyle& style);

/// "doc:speech, sentence 3".
std::string sentence_place(const Term& sentence, const Prefixes& prefixes);

/// One sentence: its place, date and speaker, its text with the spans marked, and the qualifiers of
/// the claim.
void write_one_evidence(std::ostream& out, const Evidence& one, const CardStyle& style);

/// Each fact once; below it each sentence that supports it, with document, date, speaker, marked
/// spans, and the qualifiers of the claim.
void write_evidence(std::ostream& out, const std::vector<Evidence>& evidence,
                    const CardStyle& style);

}  // namespace dossier::repl
