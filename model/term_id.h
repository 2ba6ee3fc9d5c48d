// SPDX-License-Identifier: Apache-2.0
// TermId: a term as 64 bits. Ids and terms are in bijection inside one store, so joins, DISTINCT
// and GROUP BY compare ids and never strings.
//
// Layout: kind in the top 8 bits, payload in the low 56. Dictionary kinds name a row of the term
// dictionary; inline kinds carry the value itself (see model/inline_term.h for the encodings). The
// top bit of the kind marks ids of a query-local dictionary: they never reach a store.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace dossier {

class TermId {
 public:
  enum class Kind : std::uint8_t {
    none = 0,  ///< payload 0: no term (unbound); payload 1: the default graph
    // Numbered, no dictionary row: blank node n has the label "b<n>".
    blank_node = 1,
    // Dictionary kinds: the payload is a row number, counted from 1 within the kind.
    iri = 2,
    string = 3,  ///< xsd:string that is not short
    lang_string = 4,
    typed_literal = 5,  ///< any other datatype, and lexical forms that are not canonical
    triple = 6,         ///< the row holds three ids
    // Inline kinds. Within one kind, id order is value order.
    short_string = 16,  ///< xsd:string of at most 7 bytes, none of them NUL
    boolean = 17,
    integer = 18,        ///< 56-bit signed
    decimal = 19,        ///< up to six fraction digits
    double_value = 20,   ///< xsd:double whose low 8 mantissa bits are zero
    date = 21,           ///< without time zone
    date_time = 22,      ///< without time zone
    date_time_utc = 23,  ///< with time zone Z
  };

  static constexpr std::uint64_t kPayloadBits = 56;
  static constexpr std::uint64_t kMaxPayload = (std::uint64_t{1} << kPayloadBits) - 1;
  static constexpr std::uint8_t kLocalFlag = 0x80;

  /// No term: an unbound variable.
  constexpr TermId() noexcept = default;
  constexpr explicit TermId(std::uint64_t bits) noexcept : bits_(bits) {}
  constexpr TermId(Kind kind, std::uint64_t payload) noexcept
      : bits_((std::uint64_t{static_cast<std::uint8_t>(kind)} << kPayloadBits) | payload) {}

  static constexpr TermId none() noexcept { return TermId{}; }
  static constexpr TermId default_graph() noexcept { return TermId{1}; }
  /// The smallest and the largest id of a kind: the ends of a range scan.
  static constexpr TermId lowest(Kind kind) noexcept { return {kind, 0}; }
  static constexpr TermId highest(Kind kind) noexcept { return {kind, kMaxPayload}; }
  /// An id of a query-local dictionary.
  static constexpr TermId local(Kind kind, std::uint64_t payload) noexcept {
    return TermId{TermId{kind, payload}.bits_ | (std::uint64_t{kLocalFlag} << kPayloadBits)};
  }

  constexpr std::uint64_t bits() const noexcept { return bits_; }
  constexpr Kind kind() const noexcept {
    return static_cast<Kind>(static_cast<std::uint8_t>(bits_ >> kPayloadBits) & ~kLocalFlag);
  }
  constexpr std::uint64_t payload() const noexcept { return bits_ & kMaxPayload; }

  /// True for every id but none().
  constexpr explicit operator bool() const noexcept { return bits_ != 0; }
  constexpr bool is_local() const noexcept { return (bits_ >> 63) != 0; }
  constexpr bool is_inline() const noexcept { return kind() >= Kind::short_string; }
  constexpr bool is_literal() const noexcept {
    return kind() >= Kind::string && kind() != Kind::triple;
  }
  constexpr bool is_iri() const noexcept { return kind() == Kind::iri; }
  constexpr bool is_blank_node() const noexcept { return kind() == Kind::blank_node; }
  constexpr bool is_triple() const noexcept { return kind() == Kind::triple; }

  friend constexpr bool operator==(TermId, TermId) noexcept = default;
  friend constexpr std::strong_ordering operator<=>(TermId, TermId) noexcept = default;

 private:
  std::uint64_t bits_ = 0;
};

static_assert(sizeof(TermId) == 8);

}  // namespace dossier

template <>
struct std::hash<dossier::TermId> {
  std::size_t operator()(dossier::TermId id) const noexcept {
    // Fibonacci hashing: ids of one kind differ only in their low bits.
    return static_cast<std::size_t>((id.bits() ^ (id.bits() >> 32)) * 0x9E3779B97F4A7C15ULL);
  }
};
