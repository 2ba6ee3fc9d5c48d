// SPDX-License-Identifier: Apache-2.0
#include "engine/functions/equality_key.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>

#include "engine/algebra/overloaded.h"
#include "model/inline_codec.h"

namespace dossier::functions {
namespace {

namespace codec = inline_codec;

enum class Class : std::uint8_t { node, other_term, boolean, number, text, moment };

TermId key(Class of, std::uint64_t bits) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
  std::uint64_t hash = (bits ^ (static_cast<std::uint64_t>(of) << 56)) * kOdd;
  hash ^= hash >> 29;
  hash *= kOdd;
  return codec::encode_integer(static_cast<std::int64_t>(hash >> 9));
}

TermId key(Class of, std::string_view text) { return key(of, std::hash<std::string_view>{}(text)); }

/// Behind all hashes.
TermId error_key(TermId side) { return codec::encode_integer(-1 - codec::decode_integer(side)); }

TermId key(Class of, const xsd::DateTime& moment) {
  const auto time = static_cast<unsigned __int128>(moment.timeline());
  return key(of, static_cast<std::uint64_t>(time ^ (time >> 64)) * 2 + (moment.zone ? 1 : 0));
}

/// Of a number that `=` does not compare as a float.
TermId number_key(double value, TermId side) {
  if (std::isnan(value)) return error_key(side);
  return key(Class::number, std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value));
}

/// Floats have none: 0.1 as xsd:float is equal to 0.1 as xsd:decimal, and that to 0.1 as
/// xsd:double, but the first and the last are different numbers. Durations and parts of dates have
/// none either.
TermId value_key(const Operand& operand, TermId side) {
  const Value& value = operand.value();
  return std::visit(
      Overloaded{
          [&](std::monostate) { return key(Class::other_term, operand.term().value()); },
          [](bool v) { return key(Class::boolean, v ? 1U : 0U); },
          [&](const xsd::Integer&) { return number_key(to_double(value), side); },
          [&](const xsd::Decimal&) { return number_key(to_double(value), side); },
          [&](double v) { return number_key(v, side); },
          [](const Text& v) { return key(Class::text, v.text); },
          [](const xsd::DateTime& v) { return key(Class::moment, v); },
          [](const xsd::Date& v) { return key(Class::moment, v.start()); },
          [](const xsd::Time& v) { return key(Class::moment, v.reference()); },
          [](const auto&) { return TermId(); },
      },
      value);
}

bool is_computed_value(const Evaluation& evaluation, TermId id) {
  return Evaluation::is_pending(id) && !std::holds_alternative<Term>(evaluation.pending(id));
}

TermId equality_key(Evaluation& evaluation, std::span<const Operand> args) {
  const TermId side = args[1].id();
  if (args[0].missing()) return error_key(side);
  if (const auto text = args[0].text()) return key(Class::text, text->text);
  if (is_computed_value(evaluation, args[0].id())) return value_key(args[0], side);
  const TermId id = evaluation.intern(args[0].id());
  if (id.is_triple()) return {};
  if (id.is_literal()) return value_key(args[0], side);
  // A term that the store has not has other numbers in other threads.
  if (id.is_iri() && id.is_local()) return key(Class::node, args[0].term().value());
  return key(Class::node, id.bits());
}

bool quick_equality_key(std::span<const TermId> ids, TermId& result) {
  const TermId id = ids[0];
  if (!id) {
    result = error_key(ids[1]);
  } else if (id.is_local()) {
    return false;
  } else if (id.kind() == TermId::Kind::integer) {
    result = number_key(static_cast<double>(codec::decode_integer(id)), ids[1]);
  } else if (id.kind() == TermId::Kind::double_value) {
    result = number_key(codec::decode_double(id), ids[1]);
  } else if (id.is_iri() || id.is_blank_node()) {
    result = key(Class::node, id.bits());
  } else {
    return false;
  }
  return true;
}

}  // namespace

Function equality_key_function() { return {kEqualityKey, equality_key, quick_equality_key}; }

}  // namespace dossier::functions
