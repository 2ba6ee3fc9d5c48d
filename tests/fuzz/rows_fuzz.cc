// SPDX-License-Identifier: Apache-2.0
// Rows of the other column families: any bytes give what they hold or an Error. The first byte
// picks the kind of row, the second the length of the key where the row has one. What can be
// decoded, and has one way to be written, is written as the same bytes again.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "dossier/error.h"
#include "model/term_kind.h"
#include "storage/block/block_index.h"
#include "storage/bytes.h"
#include "storage/delta/delta_pages.h"
#include "storage/disk/meta.h"
#include "storage/disk/saved_rows.h"
#include "storage/terms/term_codec.h"
#include "storage/text/postings.h"
#include "storage/text/text_info.h"

namespace {

using namespace dossier;
using namespace dossier::storage;

void demand(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

struct Row {
  std::string_view key;
  std::string_view value;
};

void page(const Row& row) {
  std::vector<Change> changes;
  decode_page(row.value, [&](const Change& change) { changes.push_back(change); });
  demand(encode_page(changes) == row.value, "a page is written otherwise");
}

void page_number(const Row& row) {
  demand(page_key(decode_page_key(row.value)) == row.value, "a page's key is written otherwise");
}

void counters(const Row& row) {
  demand(encode_counters(decode_counters(row.value)) == row.value,
         "counters are written otherwise");
}

void block_entry(const Row& row) {
  const BlockEntry entry = decode_entry(row.key, row.value);
  demand(encode_entry(entry) == row.value, "an entry is written otherwise");
}

void term(const Row& row) {
  for (const TermId::Kind kind : {TermId::Kind::iri, TermId::Kind::string,
                                  TermId::Kind::lang_string, TermId::Kind::typed_literal}) {
    try {
      const Term decoded = decode_term(kind, row.value);
      // A row that gives a plain string its datatype is read, and written as one that does not.
      if (numbered_kind(decoded) == kind) {
        demand(encode_term(decoded) == row.value, "a term is written otherwise");
      }
      demand(!term_key(decoded).empty(), "a term without a key");
    } catch (const Error& error) {
      demand(error.code() == ErrorCode::storage, "an error of another kind");
    }
  }
}

void triple(const Row& row) {
  demand(encode_triple(decode_triple(row.value)) == row.value, "a triple is written otherwise");
}

void id(const Row& row) {
  demand(encode_id(decode_id(row.value)) == row.value, "an id is written otherwise");
}

void saved_query(const Row& row) {
  const SavedQuery query = decode_saved_query(row.key, row.value);
  demand(encode_saved_query(query) == row.value, "a saved query is written otherwise");
}

void postings(const Row& row) {
  const Postings decoded = decode_postings(row.value);
  // A number may be written in more bytes than it needs.
  const std::string bytes = encode_postings(decoded);
  demand(encode_postings(decode_postings(bytes)) == bytes, "postings are written otherwise");
  demand(count_postings(row.value) == decoded.size(), "postings are counted otherwise");
}

void text_info(const Row& row) {
  demand(encode_text_info(decode_text_info(row.value)) == row.value,
         "what is known of the text index is written otherwise");
}

constexpr std::array kDecoders{page,   page_number, counters,    block_entry, term,
                               triple, id,          saved_query, postings,    text_info};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::size_t key = std::min<std::size_t>(data[1], bytes.size());
  try {
    kDecoders[data[0] % kDecoders.size()]({bytes.substr(0, key), bytes.substr(key)});
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::storage, "an error of another kind");
    demand(error.what()[0] != '\0', "an error without words");
  }
  return 0;
}
