// SPDX-License-Identifier: Apache-2.0
#include "storage/terms/term_codec.h"

#include <openssl/sha.h>

#include <charconv>

#include "dossier/error.h"
#include "model/ascii.h"
#include "model/term_kind.h"
#include "storage/bytes.h"

namespace dossier::storage {
namespace {

constexpr std::uint8_t kHashedFlag = 0x80;
constexpr std::size_t kHashBytes = kHashedKeyBytes - 1;

void append_qualified(std::string& out, std::string_view qualifier, std::string_view lexical) {
  append_little_endian(out, static_cast<std::uint32_t>(qualifier.size()));
  out += qualifier;
  out += lexical;
}

std::string row_of(const Term& term, std::string_view language) {
  switch (numbered_kind(term)) {
    case TermId::Kind::lang_string: {
      std::string row(1, static_cast<char>(term.direction()));
      append_qualified(row, language, term.value());
      return row;
    }
    case TermId::Kind::typed_literal: {
      std::string row;
      append_qualified(row, term.datatype(), term.value());
      return row;
    }
    default:
      return term.value();
  }
}

[[noreturn]] void damaged() {
  throw Error(ErrorCode::storage, "a row of the term dictionary is damaged");
}

}  // namespace

std::string row_key(TermId::Kind kind, std::string_view row) {
  std::string key(1, static_cast<char>(kind));
  if (row.size() <= kLongestKey) return key.append(row);
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256(reinterpret_cast<const unsigned char*>(row.data()), row.size(), digest.data());
  key[0] = static_cast<char>(static_cast<std::uint8_t>(kind) | kHashedFlag);
  key.append(reinterpret_cast<const char*>(digest.data()), kHashBytes);
  return key;
}

void fold_tag(std::string& row) {
  const std::string_view tag = decode_view(TermId::Kind::lang_string, row).qualifier;
  const auto at = static_cast<std::size_t>(tag.data() - row.data());
  for (std::size_t i = at; i < at + tag.size(); ++i) row[i] = ascii_lower(row[i]);
}

std::string term_key(const Term& term) {
  return row_key(numbered_kind(term), row_of(term, ascii_lower(term.language())));
}

std::string triple_key(const std::array<TermId, 3>& parts) {
  return row_key(TermId::Kind::triple, encode_triple(parts));
}

bool is_hashed(std::string_view key) {
  return !key.empty() && (static_cast<std::uint8_t>(key[0]) & kHashedFlag) != 0;
}

std::string encode_term(const Term& term) { return row_of(term, term.language()); }

TermView decode_view(TermId::Kind kind, std::string_view row) {
  using Form = TermView::Kind;
  if (kind == TermId::Kind::iri) return {Form::iri, Direction::none, row, {}, nullptr};
  if (kind == TermId::Kind::string) return {Form::string, Direction::none, row, {}, nullptr};
  ByteReader reader(row);
  const bool tagged = kind == TermId::Kind::lang_string;
  const auto direction = tagged ? reader.read<std::uint8_t>() : std::uint8_t{0};
  const auto size = reader.read<std::uint32_t>();
  const std::string_view qualifier = reader.take(size);
  if (!reader.ok() || qualifier.empty() || direction > 2) damaged();
  return {tagged ? Form::tagged : Form::typed, static_cast<Direction>(direction),
          row.substr(size + (tagged ? 5 : 4)), qualifier, nullptr};
}

Term decode_term(TermId::Kind kind, std::string_view row) {
  return to_term(decode_view(kind, row));
}

std::string encode_triple(const std::array<TermId, 3>& parts) {
  std::string row;
  for (const TermId part : parts) append_big_endian(row, part.bits());
  return row;
}

std::array<TermId, 3> decode_triple(std::string_view row) {
  if (row.size() != 24) damaged();
  return {TermId{read_big_endian(row.data())}, TermId{read_big_endian(row.data() + 8)},
          TermId{read_big_endian(row.data() + 16)}};
}

std::string encode_id(TermId id) {
  std::string bytes;
  append_big_endian(bytes, id.bits());
  return bytes;
}

TermId decode_id(std::string_view bytes) {
  if (bytes.size() != 8) damaged();
  return TermId{read_big_endian(bytes.data())};
}

std::string blank_label(std::uint64_t number) { return 'b' + std::to_string(number); }

std::optional<std::uint64_t> blank_number(std::string_view label) {
  if (label.size() < 2 || label[0] != 'b' || label[1] == '0') return std::nullopt;
  std::uint64_t number = 0;
  const char* end = label.data() + label.size();
  const auto [at, error] = std::from_chars(label.data() + 1, end, number);
  if (error != std::errc{} || at != end || number > TermId::kMaxPayload) return std::nullopt;
  return number;
}

std::size_t memory_bytes(const Term& term) {
  return sizeof(Term) + term.value().size() + term.datatype().size();
}

}  // namespace dossier::storage
