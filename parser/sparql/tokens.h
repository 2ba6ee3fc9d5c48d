// SPDX-License-Identifier: Apache-2.0
// Keywords, symbols and the white space around tokens, as PEGTL rules for the SPARQL grammar.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "parser/grammar/terminals.h"

namespace dossier::sparql {

using namespace grammar;  // The terminals are part of this grammar.

/// A string literal as a template argument; literals convert by themselves.
template <std::size_t N>
struct Text {
  char characters[N] = {};
  static constexpr std::size_t kLength = N - 1;
  consteval Text(const char (&text)[N]) {
    for (std::size_t i = 0; i < N; ++i) characters[i] = text[i];
  }
  constexpr std::string_view view() const { return {characters, kLength}; }
};

namespace detail {
template <Text Word, typename Indices>
struct spelled;
template <Text Word, std::size_t... I>
struct spelled<Word, std::index_sequence<I...>> {
  using exact = peg::string<Word.characters[I]...>;
  using any_case = peg::istring<Word.characters[I]...>;
};
template <Text Word>
using spelled_t = spelled<Word, std::make_index_sequence<decltype(Word)::kLength>>;
}  // namespace detail

/// The characters of a symbol and nothing else.
template <Text Symbol>
struct literal : detail::spelled_t<Symbol>::exact {};

/// A token and what may follow it.
template <typename Rule>
struct token : peg::seq<Rule, ignored> {};

/// A symbol such as "{".
template <Text Symbol>
struct symbol : peg::seq<literal<Symbol>, ignored> {};

/// What can't follow a keyword: there it would be part of a longer word or of a prefixed name.
struct word_goes_on : peg::sor<PN_CHARS, peg::one<':'>> {};

/// A keyword in any case: "SELECT" also matches "select", but neither "selected" nor "select:x".
template <Text Word>
struct keyword
    : peg::seq<typename detail::spelled_t<Word>::any_case, peg::not_at<word_goes_on>, ignored> {};

/// A sequence that leaves no trace in the tree when it fails half way. Needed where a failed
/// sequence with tree nodes may be followed by success, because only observed rules take their
/// nodes back (parser/sparql/recorder.h).
template <typename... Rules>
struct attempt : peg::seq<Rules...> {};

}  // namespace dossier::sparql
