// The order of ORDER BY (SPARQL 1.1, section 15.1), also that of MIN and MAX, made total: unbound,
// blank nodes, IRIs, literals, triple terms. Literals come by kind (numbers, booleans, moments,
// durations, strings, language-tagged strings, the rest), and by value within a kind. Terms with
// one value, such as 1 and 1.0, are equivalent, so that the next sort condition decides.
//
// Where `<` of FILTER decides, this order agrees with it.
#pragma once

#include <compare>
#include <span>
#include <string>
#include <vector>

#include "engine/exec/term_table.h"
#include "model/term_id.h"
#include "model/xsd/decimal.h"

namespace dossier {

/// A term made ready for many comparisons: what a sort keeps per row and condition.
class OrderKey {
 public:
  OrderKey() = default;  ///< of an unbound value
  OrderKey(const TermTable& terms, TermId id);

  /// For accounting: bytes on the heap beside the key itself.
  std::size_t heap_bytes() const noexcept { return text_.capacity(); }

  friend std::weak_ordering operator<=>(const OrderKey& a, const OrderKey& b);
  friend bool operator==(const OrderKey& a, const OrderKey& b) { return (a <=> b) == 0; }

 private:
  enum class Rank : std::uint8_t;
  friend class OrderKeyBuilder;

  Rank rank_{};
  std::uint8_t detail_ = 0;      ///< what kind of number or moment; zones and directions
  double approximate_ = 0;       ///< numbers: rounded down to a double; decides nearly always
  __int128 exact_ = 0;           ///< moments, durations
  xsd::Decimal decimal_;         ///< numbers beyond what a double tells
  std::string text_;             ///< strings, IRIs, labels; terms of unknown value
  std::vector<OrderKey> parts_;  ///< of a triple term
};

/// As OrderKey for each id, terms looked up together; `keys` is as long as `ids`.
void make_order_keys(const TermTable& terms, std::span<const TermId> ids, std::span<OrderKey> keys);

/// Without keys, for few comparisons; ids of one inline kind don't build any.
std::weak_ordering compare_for_order(const TermTable& terms, TermId a, TermId b);

}  // namespace dossier
