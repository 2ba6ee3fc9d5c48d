// SPDX-License-Identifier: Apache-2.0
// Bounds what libxml2 handles in quadratic time: it compares each attribute of a tag with all
// others, and what a document type declaration defines may become attributes, too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dossier::xml {

/// Follows the bytes of a document in UTF-8, ahead of the parser.
class TagScanner {
 public:
  struct Excess {
    const char* message = nullptr;
    std::size_t offset = 0;  ///< in the bytes given
  };
  /// The first place where a tag or the document type declaration is beyond its limit; none when
  /// there is none. `bytes` follow those of the last call. What is not well-formed XML may be
  /// counted wrong.
  std::optional<Excess> find_excess(std::string_view bytes);

  static constexpr std::size_t kMostAttributes = 1000;
  static constexpr std::size_t kMostDeclared = std::size_t{1} << 18;  ///< bytes

 private:
  enum class State : std::uint8_t {
    text,
    opening,      ///< after "<"
    bang,         ///< after "<!"
    dash,         ///< after "<!-"
    tag,          ///< start, end or empty-element tag
    declaration,  ///< <!DOCTYPE, or a declaration inside it
    subset,       ///< between the brackets of <!DOCTYPE
    quotes,       ///< a quoted value in a tag or declaration
    skipped,      ///< a comment, CDATA section or instruction, up to end_
  };

  void step(char c);
  void step_in_tag(char c);
  void step_in_declaration(char c);
  void skip_to(std::string_view end);
  void step_in_skipped(char c);
  void leave() { state_ = in_subset_ ? State::subset : State::text; }

  State state_ = State::text;
  State around_ = State::text;  ///< of quotes: tag or declaration
  bool in_subset_ = false;
  char quote_ = 0;
  std::string_view end_;
  std::size_t matched_ = 0;  ///< characters of end_ seen last
  std::size_t attributes_ = 0;
  std::size_t declared_ = 0;
};

}  // namespace dossier::xml
