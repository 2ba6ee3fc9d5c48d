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

std::string tagged(const TermView& term) {
  std::string tag = ascii_lower(term.qualifier);
  tag += static_cast<char>('0' + static_cast<int>(term.direction));
  return joined(term.value, tag);
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
    const Term term = terms.term(id);
    Viewer viewer;
    *this = OrderKey(viewer.view(term));
  }
}

OrderKey::OrderKey(const TermView& term) {
  const auto set_text = [&](Rank rank, std::string text) {
    rank_ = rank;
    text_ = std::move(text);
  };
  switch (term.kind) {
    case TermView::Kind::blank_node:
      set_text(Rank::blank_node, std::string(term.value));
      break;
    case TermView::Kind::iri:
      set_text(Rank::iri, std::string(term.value));
      break;
    case TermView::Kind::string:
      set_text(Rank::string, std::string(term.value));
      break;
    case TermView::Kind::tagged:
      set_text(Rank::tagged_string, tagged(term));
      break;
    case TermView::Kind::typed:
      set_typed(term);
      break;
    case TermView::Kind::triple:
      rank_ = Rank::triple;
      parts_.push_back(OrderKey(term.triple->subject));
      parts_.push_back(OrderKey(term.triple->predicate));
      parts_.push_back(OrderKey(term.triple->object));
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

void OrderKey::set_typed(const TermView& term) {
  const functions::Value value = functions::value_of(to_term(term));
  if (std::holds_alternative<std::monostate>(value)) {
    rank_ = Rank::other_literal;
    text_ = joined(term.qualifier, term.value);
  } else if (std::holds_alternative<functions::Text>(value)) {
    rank_ = Rank::string;
    text_ = term.value;
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

void make_order_keys(storage::TermReader& reader, std::span<const TermId> ids,
                     std::span<OrderKey> keys, const std::function<void(std::size_t)>& kept) {
  const auto has_value = [](TermId id) { return id.is_inline() && !id.is_local(); };
  for (std::size_t at = 0; at < ids.size();) {
    if (has_value(ids[at])) {
      keys[at] = OrderKey();
      keys[at].set_inline(ids[at]);
      ++at;
      continue;
    }
    const auto first = ids.begin() + static_cast<std::ptrdiff_t>(at);
    const auto count = static_cast<std::size_t>(std::find_if(first, ids.end(), has_value) - first);
    reader.read(ids.subspan(at, count), [&](std::size_t number, const TermView& term) {
      OrderKey& key = keys[at + number];
      key = OrderKey(term);
      kept(key.heap_bytes());
      return true;
    });
    at += count;
  }
}

std::weak_ordering compare_for_order(const TermTable& terms, TermId a, TermId b) {
  if (a == b) return std::weak_ordering::equivalent;
  const bool same_inline_kind =
      a.kind() == b.kind() && a.is_inline() && !a.is_local() && !b.is_local();
  if (same_inline_kind && a.kind() != Kind::double_value) return a <=> b;
  return OrderKey(terms, a) <=> OrderKey(terms, b);
}

}  // namespace dossier
