// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/order.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/functions/value.h"
#include "engine/runtime/term_bytes.h"
#include "model/ascii.h"
#include "model/inline_codec.h"

namespace dossier {
namespace {

using Kind = TermId::Kind;

/// A month's average length in the Gregorian calendar's 400 years. Where the order of two durations
/// doesn't depend on the months it falls on, it is the order by this length.
constexpr __int128 kMonthNanoseconds = __int128{2'629'746} * xsd::kNanosPerSecond;

std::weak_ordering order_of(double a, double b) {
  return a < b   ? std::weak_ordering::less
         : a > b ? std::weak_ordering::greater
                 : std::weak_ordering::equivalent;
}

std::weak_ordering order_of(__int128 a, __int128 b) {
  return a < b   ? std::weak_ordering::less
         : a > b ? std::weak_ordering::greater
                 : std::weak_ordering::equivalent;
}

std::string joined(std::string_view a, std::string_view b) {
  std::string out(a);
  out += '\0';
  out += b;
  return out;
}

std::string tagged(const Term& term) {
  std::string tag = ascii_lower(term.language());
  tag += static_cast<char>('0' + static_cast<int>(term.direction()));
  return joined(term.value(), tag);
}

}  // namespace

std::size_t OrderKey::heap_bytes() const noexcept {
  std::size_t bytes = text_bytes(text_.capacity()) + parts_.capacity() * sizeof(OrderKey);
  for (const OrderKey& part : parts_) bytes += part.heap_bytes();
  return bytes;
}

OrderKey::OrderKey(const TermTable& terms, TermId id) {
  if (!id) return;
  if (id.is_inline() && !id.is_local()) {
    set_inline(id);
  } else {
    *this = OrderKey(terms.term(id));
  }
}

OrderKey::OrderKey(const Term& term) {
  switch (term.kind()) {
    case Term::Kind::blank_node:
      rank_ = Rank::blank_node;
      text_ = term.value();
      break;
    case Term::Kind::iri:
      rank_ = Rank::iri;
      text_ = term.value();
      break;
    case Term::Kind::literal:
      set_literal(term);
      break;
    case Term::Kind::triple:
      rank_ = Rank::triple;
      parts_.push_back(OrderKey(term.as_triple().subject));
      parts_.push_back(OrderKey(term.as_triple().predicate));
      parts_.push_back(OrderKey(term.as_triple().object));
      break;
  }
}

void OrderKey::set_inline(TermId id) {
  const functions::Value value = functions::inline_value(id);
  if (const auto* text = std::get_if<functions::Text>(&value)) {
    rank_ = Rank::string;
    text_ = text->text;
  } else {
    std::visit([this](const auto& v) { set_value(v); }, value);
  }
}

void OrderKey::set_literal(const Term& term) {
  if (!term.language().empty()) {
    rank_ = Rank::tagged_string;
    text_ = tagged(term);
    return;
  }
  const functions::Value value = functions::value_of(term);
  if (std::holds_alternative<std::monostate>(value)) {
    rank_ = Rank::other_literal;
    text_ = joined(term.datatype(), term.value());
  } else if (std::holds_alternative<functions::Text>(value)) {
    rank_ = Rank::string;
    text_ = term.value();
  } else {
    std::visit([this](const auto& v) { set_value(v); }, value);
  }
}

template <typename Value>
void OrderKey::set_value(const Value& value) {
  const auto moment = [this](Rank rank, const xsd::DateTime& v) {
    rank_ = rank;
    exact_ = v.timeline();
    zone_ = v.zone.has_value();
  };
  if constexpr (std::is_same_v<Value, bool>) {
    rank_ = Rank::boolean;
    exact_ = value ? 1 : 0;
  } else if constexpr (std::is_floating_point_v<Value>) {
    set_number(static_cast<double>(value));
  } else if constexpr (std::is_same_v<Value, xsd::Integer> || std::is_same_v<Value, xsd::Decimal>) {
    set_number(xsd::Decimal(value));
  } else if constexpr (std::is_same_v<Value, xsd::DateTime>) {
    moment(Rank::date_time, value);
  } else if constexpr (std::is_same_v<Value, xsd::Date>) {
    moment(Rank::date, value.start());
  } else if constexpr (std::is_same_v<Value, xsd::Time>) {
    moment(Rank::time, value.reference());
  } else if constexpr (std::is_same_v<Value, xsd::Gregorian>) {
    moment(Rank::partial_date, xsd::Date{days_from_civil(value.date), value.zone}.start());
    detail_ = static_cast<std::uint8_t>(value.kind);
  } else if constexpr (std::is_same_v<Value, functions::TypedDuration>) {
    rank_ = Rank::duration;
    months_ = value.duration.months;
    exact_ = months_ * kMonthNanoseconds + value.duration.nanoseconds;
  }
}

void OrderKey::set_number(double value) {
  rank_ = Rank::number;
  detail_ = std::isnan(value) ? kNaN : kExact;
  approximate_ = std::isnan(value) ? 0 : value;
}

void OrderKey::set_number(const xsd::Decimal& value) {
  constexpr std::int64_t kExactDouble = std::int64_t{1} << 53;
  rank_ = Rank::number;
  approximate_ = value.to_double();
  const auto whole = value.is_integer() ? value.unscaled().to_int64() : std::nullopt;
  if (whole && *whole <= kExactDouble && *whole >= -kExactDouble) return;
  detail_ = kDecimal;
  decimal_ = value;
}

xsd::Decimal OrderKey::number() const {
  return detail_ == kDecimal ? decimal_ : *xsd::Decimal::from_double(approximate_);
}

std::weak_ordering OrderKey::compare_numbers(const OrderKey& a, const OrderKey& b) {
  if (a.detail_ == kNaN || b.detail_ == kNaN) return (a.detail_ == kNaN) <=> (b.detail_ == kNaN);
  if (const auto order = order_of(a.approximate_, b.approximate_); order != 0) return order;
  if (a.detail_ == kExact && b.detail_ == kExact) return std::weak_ordering::equivalent;
  if (std::isinf(a.approximate_) && a.detail_ != b.detail_) {
    // A decimal that no double reaches, and the infinity itself: that is further from zero.
    const bool a_is_further = a.detail_ == kExact;
    return a_is_further == (a.approximate_ > 0) ? std::weak_ordering::greater
                                                : std::weak_ordering::less;
  }
  return a.number() <=> b.number();
}

std::weak_ordering operator<=>(const OrderKey& a, const OrderKey& b) {
  using Rank = OrderKey::Rank;
  if (const auto order = a.rank_ <=> b.rank_; order != 0) return order;
  switch (a.rank_) {
    case Rank::unbound:
      return std::weak_ordering::equivalent;
    case Rank::number:
      return OrderKey::compare_numbers(a, b);
    case Rank::triple:
      return std::lexicographical_compare_three_way(a.parts_.begin(), a.parts_.end(),
                                                    b.parts_.begin(), b.parts_.end());
    case Rank::boolean:
    case Rank::date_time:
    case Rank::date:
    case Rank::time:
    case Rank::partial_date:
    case Rank::duration: {
      if (const auto order = a.detail_ <=> b.detail_; order != 0) return order;
      if (const auto order = order_of(a.exact_, b.exact_); order != 0) return order;
      if (const auto order = a.months_ <=> b.months_; order != 0) return order;
      return a.zone_ <=> b.zone_;
    }
    default:
      return a.text_ <=> b.text_;
  }
}

std::size_t make_order_keys(const TermTable& terms, std::span<const TermId> ids,
                            std::span<OrderKey> keys, std::size_t enough) {
  std::vector<TermId> wanted;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    keys[i] = OrderKey();
    if (!ids[i]) continue;
    if (ids[i].is_inline() && !ids[i].is_local())
      keys[i].set_inline(ids[i]);
    else
      wanted.push_back(ids[i]);
  }
  if (wanted.empty()) return ids.size();
  std::vector<Term> looked_up(wanted.size());
  const std::size_t found = terms.some_terms(wanted, looked_up, enough);
  std::size_t at = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!ids[i] || (ids[i].is_inline() && !ids[i].is_local())) continue;
    if (at == found) return i;
    keys[i] = OrderKey(std::exchange(looked_up[at++], Term()));
  }
  return ids.size();
}

std::weak_ordering compare_for_order(const TermTable& terms, TermId a, TermId b) {
  if (a == b) return std::weak_ordering::equivalent;
  const bool same_inline_kind =
      a.kind() == b.kind() && a.is_inline() && !a.is_local() && !b.is_local();
  if (same_inline_kind && a.kind() != Kind::double_value) return a <=> b;
  return OrderKey(terms, a) <=> OrderKey(terms, b);
}

}  // namespace dossier
