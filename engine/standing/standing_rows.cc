// SPDX-License-Identifier: Apache-2.0
#include "engine/standing/standing_rows.h"

#include <openssl/evp.h>

#include <algorithm>

#include "dossier/error.h"
#include "dossier/rdf.h"
#include "storage/bytes.h"

namespace dossier::standing {
namespace {

constexpr std::uint8_t kLayout = 1;
constexpr char kEndOfName = '\0';

void append_text(std::string& out, std::string_view text) {
  storage::append_little_endian(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

/// An unbound value is the empty text, which no term has.
void append_value(std::string& out, const std::optional<Term>& value) {
  append_text(out, value ? value->to_string() : std::string());
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T number() {
    return checked(bytes_.read<T>());
  }
  std::string_view text() {
    const auto size = number<std::uint32_t>();
    return checked(bytes_.take(size));
  }
  std::optional<Term> value() {
    const std::string_view written = text();
    if (written.empty()) return std::nullopt;
    return parse_term(written, {});
  }
  std::map<std::string, std::string> texts() {
    std::map<std::string, std::string> out;
    for (auto left = number<std::uint32_t>(); left > 0; --left) {
      std::string name(text());
      out.emplace(std::move(name), text());
    }
    return out;
  }

 private:
  template <typename T>
  T checked(T read) const {
    if (!bytes_.ok()) throw Error(ErrorCode::storage, "a standing query is damaged");
    return read;
  }

  storage::ByteReader bytes_;
};

std::string named(char kind, std::string_view name) {
  return std::string(1, kind) + std::string(name) + kEndOfName;
}

Record decode(std::string_view name, std::string_view bytes) {
  Reader reader(bytes);
  if (reader.number<std::uint8_t>() != kLayout) {
    throw Error(ErrorCode::storage, "a standing query was kept by a newer version of this program");
  }
  Record record;
  record.name = name;
  record.text = reader.text();
  for (const auto& [variable, term] : reader.texts())
    record.options.parameters.emplace(variable, parse_term(term, {}));
  record.options.prefixes = reader.texts();
  record.options.base = reader.text();
  record.options.default_graph = static_cast<DefaultGraph>(reader.number<std::uint8_t>());
  record.since = reader.text();
  record.next = reader.number<std::uint64_t>();
  record.said = reader.number<std::uint64_t>();
  record.behind = reader.number<std::uint8_t>() != 0;
  record.fault = reader.text();
  record.compared_at = reader.number<std::uint64_t>();
  record.took = reader.number<std::uint64_t>();
  return record;
}

NewsRow decode_news(std::string_view bytes) {
  Reader reader(bytes);
  NewsRow row;
  row.time = reader.text();
  for (auto left = reader.number<std::uint32_t>(); left > 0; --left) {
    row.variables.emplace_back(reader.text());
    row.values.push_back(reader.value());
  }
  return row;
}

}  // namespace

RowHash hash_of(std::span<const std::optional<Term>> values) {
  std::string bytes;
  for (const std::optional<Term>& value : values) append_value(bytes, value);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw Error(ErrorCode::unsupported, "this OpenSSL has no SHA-256");
  RowHash hash;
  std::copy_n(digest.begin(), hash.size(), hash.begin());
  return hash;
}

std::string record_key(std::string_view name) { return "q" + std::string(name); }

std::string answer_key(std::string_view name, const RowHash* hash) {
  std::string key = named('a', name);
  if (hash != nullptr) key.append(hash->data(), hash->size());
  return key;
}

std::string news_key(std::string_view name, const std::uint64_t* number) {
  std::string key = named('n', name);
  if (number != nullptr) storage::append_big_endian(key, *number);
  return key;
}

std::string encode(const Record& record) {
  std::string out(1, static_cast<char>(kLayout));
  append_text(out, record.text);
  storage::append_little_endian(out, static_cast<std::uint32_t>(record.options.parameters.size()));
  for (const auto& [variable, term] : record.options.parameters) {
    append_text(out, variable);
    append_value(out, term);
  }
  storage::append_little_endian(out, static_cast<std::uint32_t>(record.options.prefixes.size()));
  for (const auto& [prefix, iri] : record.options.prefixes) {
    append_text(out, prefix);
    append_text(out, iri);
  }
  append_text(out, record.options.base);
  out += static_cast<char>(record.options.default_graph);
  append_text(out, record.since);
  storage::append_little_endian(out, record.next);
  storage::append_little_endian(out, record.said);
  out += static_cast<char>(record.behind ? 1 : 0);
  append_text(out, record.fault);
  storage::append_little_endian(out, record.compared_at);
  storage::append_little_endian(out, record.took);
  return out;
}

std::string encode_news(std::string_view time, const std::vector<std::string>& variables,
                        std::span<const std::optional<Term>> values) {
  std::string out;
  append_text(out, time);
  storage::append_little_endian(out, static_cast<std::uint32_t>(variables.size()));
  for (std::size_t i = 0; i < variables.size(); ++i) {
    append_text(out, variables[i]);
    append_value(out, values[i]);
  }
  return out;
}

std::vector<Record> read_records(const ReadRows& rows) {
  std::vector<Record> records;
  rows("q", [&](std::string_view key, std::string_view value) {
    records.push_back(decode(key.substr(1), value));
    return true;
  });
  return records;
}

std::vector<RowHash> read_answers(const ReadRows& rows, std::string_view name) {
  std::vector<RowHash> hashes;
  const std::string prefix = answer_key(name);
  rows(prefix, [&](std::string_view key, std::string_view) {
    RowHash hash{};
    if (key.size() != prefix.size() + hash.size())
      throw Error(ErrorCode::storage, "the answers of a standing query are damaged");
    std::copy_n(key.end() - hash.size(), hash.size(), hash.begin());
    hashes.push_back(hash);
    return true;
  });
  // Characters are signed here, and bytes in the store are not.
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

std::vector<NewsRow> read_news(const ReadRows& rows, std::string_view name) {
  std::vector<NewsRow> news;
  const std::string prefix = news_key(name);
  rows(prefix, [&](std::string_view key, std::string_view value) {
    if (key.size() != prefix.size() + sizeof(std::uint64_t))
      throw Error(ErrorCode::storage, "the news of a standing query are damaged");
    news.push_back(decode_news(value));
    news.back().query = name;
    news.back().number = storage::read_big_endian(key.data() + prefix.size());
    return true;
  });
  return news;
}

}  // namespace dossier::standing
