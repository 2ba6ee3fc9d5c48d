// SPDX-License-Identifier: Apache-2.0
#include "engine/plan/value_range.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/functions/value.h"
#include "model/inline_codec.h"

namespace dossier::plan {

namespace {

using ast::Operator;
using storage::IdRange;
using Kind = TermId::Kind;
namespace codec = inline_codec;

/// A part of the number line that holds every value sought, ends included.
struct Interval {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

IdRange whole(Kind kind) { return {TermId::lowest(kind), TermId::highest(kind)}; }

/// The ids of a kind whose payload is a signed number within the interval.
IdRange signed_range(Kind kind, const Interval& interval) {
  constexpr double kLargest = 36028797018963967.0;  // 2^55 - 1
  IdRange range = whole(kind);
  const auto encode = [kind](double value) {
    return codec::encode_signed(kind, static_cast<std::int64_t>(value));
  };
  if (interval.low > kLargest || interval.high < -kLargest) return {range.high, range.low};
  if (interval.low > -kLargest) range.low = encode(std::ceil(interval.low));
  if (interval.high < kLargest) range.high = encode(std::floor(interval.high));
  return range;
}

IdRange double_range(const Interval& interval) {
  // Inline doubles end in eight zero bits. Clearing them moves a bound by less than its margin.
  const auto encode = [](double value) {
    return codec::encode_double(
        std::bit_cast<double>(std::bit_cast<std::uint64_t>(value) & ~std::uint64_t{0xFF}));
  };
  IdRange range = whole(Kind::double_value);
  if (std::isfinite(interval.low)) range.low = encode(interval.low);
  if (std::isfinite(interval.high)) range.high = encode(interval.high);
  return range;
}

/// Wider than the value by what promotion can lose, a share of the value; without a loss it is told
/// exactly for whole numbers.
Interval interval_of(Operator op, double value, double loss) {
  const double margin = std::abs(value) * loss + loss;
  Interval interval;
  if (op != Operator::less && op != Operator::less_equal) interval.low = value - margin;
  if (op != Operator::greater && op != Operator::greater_equal) interval.high = value + margin;
  if (loss == 0 && op == Operator::greater) interval.low += 1;
  if (loss == 0 && op == Operator::less) interval.high -= 1;
  return interval;
}

constexpr double kDoubleLoss = 1e-9;
constexpr double kFloatLoss = 1e-6;

IdRanges numbers(Operator op, const functions::Value& value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  const double number = functions::to_double(value);
  Interval loose;
  if (std::isfinite(number))
    loose =
        interval_of(op, number, std::holds_alternative<float>(value) ? kFloatLoss : kDoubleLoss);
  const bool exact = std::holds_alternative<xsd::Integer>(value) && std::abs(number) < kExact;
  const Interval millionths{loose.low * codec::kDecimalUnit - 1,
                            loose.high * codec::kDecimalUnit + 1};
  return {whole(Kind::typed_literal),
          signed_range(Kind::integer, exact ? interval_of(op, number, 0) : loose),
          signed_range(Kind::decimal, millionths), double_range(loose)};
}

IdRange seconds_range(Kind kind, double low, double high) {
  constexpr double kFirst = static_cast<double>(codec::kDateTimeEpoch);
  constexpr double kCount =
      static_cast<double>((TermId::kMaxPayload + 1) / codec::kMicrosPerSecond);
  IdRange range = whole(kind);
  if (low > kFirst + kCount - 2 || high < kFirst + 2) return {range.high, range.low};
  if (low > kFirst) range.low = codec::encode_date_time(kind, static_cast<std::int64_t>(low), 0);
  if (high < kFirst + kCount - 2)
    range.high = codec::encode_date_time(kind, static_cast<std::int64_t>(high), 0);
  return range;
}

/// With a zone and without one a moment can be told to within 14 hours.
constexpr double kZoneSeconds = 14.0 * 3600;

IdRanges moments(Operator op, const xsd::DateTime& value) {
  const auto zone = static_cast<double>(value.zone.value_or(0)) * 60;
  const double utc = static_cast<double>(value.second) - zone;
  const bool zoned = value.zone.has_value();
  IdRanges ranges = {whole(Kind::typed_literal)};
  for (const Kind kind : {Kind::date_time, Kind::date_time_utc}) {
    const double margin = zoned == (kind == Kind::date_time_utc) ? 2 : kZoneSeconds + 2;
    const Interval interval = interval_of(op, utc, kDoubleLoss);
    ranges.push_back(seconds_range(kind, interval.low - margin, interval.high + margin));
  }
  return ranges;
}

IdRanges days(Operator op, const xsd::Date& value) {
  const double margin = value.zone ? 1 : 0;
  const Interval interval = interval_of(op, static_cast<double>(value.day), 0);
  return {whole(Kind::typed_literal),
          signed_range(Kind::date, {interval.low - margin, interval.high + margin})};
}

/// Where the literals can be that compare with `constant` as `op` says.
std::optional<IdRanges> ranges_for(Operator op, const Term& constant, TermTable& terms) {
  if (!constant.is_literal()) return std::nullopt;
  const functions::Value value = functions::value_of(constant);
  if (functions::numeric_type(value)) return numbers(op, value);
  if (const auto* moment = std::get_if<xsd::DateTime>(&value)) return moments(op, *moment);
  if (const auto* day = std::get_if<xsd::Date>(&value)) return days(op, *day);
  const auto* text = std::get_if<functions::Text>(&value);
  if (op == Operator::equal && text != nullptr && text->language.empty()) {
    const TermId id = terms.intern(constant);
    return IdRanges{{id, id}};  // equal plain strings are one term
  }
  return std::nullopt;
}

IdRanges sorted(IdRanges ranges) {
  std::erase_if(ranges, [](const IdRange& range) { return range.high < range.low; });
  std::sort(ranges.begin(), ranges.end(),
            [](const IdRange& a, const IdRange& b) { return a.low < b.low; });
  IdRanges result;
  for (const IdRange& range : ranges) {
    if (!result.empty() && range.low <= result.back().high)
      result.back().high = std::max(result.back().high, range.high);
    else
      result.push_back(range);
  }
  return result;
}

Operator mirrored(Operator op) {
  switch (op) {
    case Operator::less:
      return Operator::greater;
    case Operator::less_equal:
      return Operator::greater_equal;
    case Operator::greater:
      return Operator::less;
    case Operator::greater_equal:
      return Operator::less_equal;
    default:
      return op;
  }
}

std::optional<Slot> slot_of(const ast::Expression& expression, const VariableTable& variables) {
  const auto* variable = std::get_if<ast::Variable>(&expression.node);
  return variable == nullptr ? std::nullopt : variables.find(variable->name);
}

std::optional<ValueRange> comparison(const ast::Operation& operation,
                                     const VariableTable& variables, TermTable& terms) {
  for (std::size_t side = 0; side < 2; ++side) {
    const std::optional<Slot> slot = slot_of(operation.operands[side], variables);
    const auto* constant = std::get_if<Term>(&operation.operands[1 - side].node);
    if (!slot || constant == nullptr) continue;
    auto ranges = ranges_for(side == 0 ? operation.op : mirrored(operation.op), *constant, terms);
    if (ranges) return ValueRange{*slot, sorted(std::move(*ranges))};
  }
  return std::nullopt;
}

std::optional<ValueRange> membership(const ast::Operation& operation,
                                     const VariableTable& variables, TermTable& terms) {
  const std::optional<Slot> slot = slot_of(operation.operands.front(), variables);
  if (!slot) return std::nullopt;
  IdRanges all;
  for (std::size_t i = 1; i < operation.operands.size(); ++i) {
    const auto* constant = std::get_if<Term>(&operation.operands[i].node);
    if (constant == nullptr) return std::nullopt;
    const auto ranges = ranges_for(Operator::equal, *constant, terms);
    if (!ranges) return std::nullopt;
    all.insert(all.end(), ranges->begin(), ranges->end());
  }
  return ValueRange{*slot, sorted(std::move(all))};
}

}  // namespace

std::optional<ValueRange> value_range(const ast::Expression& condition,
                                      const VariableTable& variables, TermTable& terms) {
  const auto* operation = std::get_if<ast::Operation>(&condition.node);
  if (operation == nullptr) return std::nullopt;
  switch (operation->op) {
    case Operator::equal:
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return comparison(*operation, variables, terms);
    case Operator::in:
      return membership(*operation, variables, terms);
    default:
      return std::nullopt;
  }
}

IdRanges common(const IdRanges& a, const IdRanges& b) {
  IdRanges result;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const TermId low = std::max(a[i].low, b[j].low);
    const TermId high = std::min(a[i].high, b[j].high);
    if (low <= high) result.push_back({low, high});
    ++(a[i].high < b[j].high ? i : j);
  }
  return result;
}

}  // namespace dossier::plan
