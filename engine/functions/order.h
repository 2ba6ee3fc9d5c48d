// SPDX-License-Identifier: Apache-2.0
// The order of ORDER BY (SPARQL 1.1, section 15.1), also that of MIN and MAX, made total: unbound,
// blank nodes, IRIs, literals, triple terms. Literals come by kind (numbers, booleans, moments,
// durations, strings, language-tagged strings, the rest), and by value within a kind. Terms with
// one value, such as 1 and 1.0, are equivalent, so that the next sort condition decides.
//
// Where `<` of FILTER decides, this order agrees with it.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/term_table.h"
#include "model/term_id.h"
#include "model/term_view.h"
#include "model/xsd/decimal.h"
#include "storage/term_reader.h"

namespace dossier {

/// Whether terms whose ids are of this one's kind come in the order of their ids. Not doubles: NaN
/// and the zeros have another order.
inline bool sorts_by_id(TermId id) noexcept {
  return id.is_inline() && !id.is_local() && id.kind() != TermId::Kind::double_value;
}

/// A term made ready for many comparisons: what a sort keeps per row and condition.
class OrderKey {
 public:
  OrderKey() = default;  ///< of an unbound value
  OrderKey(const TermTable& terms, TermId id);

  /// What is compared as text; none where other values decide.
  std::optional<std::string_view> text() const noexcept;
  /// A number that ascends with the keys: keys with different numbers are in the order of these.
  /// `skip`: so many bytes all keys with a text() begin with, which are left out.
  std::uint64_t head(std::size_t skip) const noexcept;

  /// For accounting: bytes on the heap beside the key itself.
  std::size_t heap_bytes() const noexcept;

  friend std::weak_ordering operator<=>(const OrderKey& a, const OrderKey& b);
  friend bool operator==(const OrderKey& a, const OrderKey& b) { return (a <=> b) == 0; }

 private:
  enum class Rank : std::uint8_t {
    unbound,
    blank_node,
    iri,
    number,
    boolean,
    date_time,
    date,
    time,
    partial_date,
    duration,
    string,
    tagged_string,
    other_literal,
    triple,
  };
  static constexpr std::uint8_t kExact = 0;    ///< number: approximate_ is the value
  static constexpr std::uint8_t kDecimal = 1;  ///< number: decimal_ is the value
  static constexpr std::uint8_t kNaN = 2;      ///< after every other number

  friend void make_order_keys(storage::TermReader&, std::span<const TermId>, std::span<OrderKey>,
                              const std::function<void(std::size_t)>&);
  explicit OrderKey(const TermView& term);
  void set_inline(TermId id);
  void set_typed(const TermView& term);
  template <typename Value>
  void set_value(const Value& value);
  void set_number(double value);
  void set_number(const xsd::Decimal& value);
  static std::weak_ordering compare_numbers(const OrderKey& a, const OrderKey& b);
  xsd::Decimal number() const;

  Rank rank_ = Rank::unbound;
  std::uint8_t detail_ = 0;      ///< numbers: above; partial dates: their kind
  bool zone_ = false;            ///< moments: with a time zone, which decides last
  double approximate_ = 0;       ///< numbers: the nearest double
  __int128 exact_ = 0;           ///< booleans, moments, durations
  std::int64_t months_ = 0;      ///< durations of one average length
  xsd::Decimal decimal_;         ///< numbers that are no doubles
  std::string text_;             ///< what is compared as text, parts divided by NUL
  std::vector<OrderKey> parts_;  ///< of a triple term
};

/// The keys of ids that ascend, of which none is none(); `keys` is as long as `ids`. `reader`: of
/// the table the ids are from. `kept` is told what each key keeps on the heap.
void make_order_keys(storage::TermReader& reader, std::span<const TermId> ids,
                     std::span<OrderKey> keys, const std::function<void(std::size_t)>& kept);

/// The bytes that two texts begin with; part of `a`.
std::string_view common_start(std::string_view a, std::string_view b);

/// Without keys, for few comparisons; ids of one inline kind don't build any.
std::weak_ordering compare_for_order(const TermTable& terms, TermId a, TermId b);

}  // namespace dossier
