// SPDX-License-Identifier: Apache-2.0
#include "storage/load/term_merge.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "dossier/error.h"
#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kBatch = 4096;
constexpr unsigned char kKindMask = 0x7F;
constexpr std::size_t kPieceBytes = 8;  ///< of a note; the tag follows
constexpr std::size_t kTagAt = 6;       ///< in the body of a tagged string

/// One distinct term and the chunks that have it.
struct Group {
  std::string key;
  std::string body;  ///< empty: the key
  std::string note;  ///< of the piece that came first
  std::vector<std::size_t> chunks;

  TermId::Kind kind() const {
    return static_cast<TermId::Kind>(static_cast<unsigned char>(key[0]) & kKindMask);
  }
  /// Empty when it is the key without its first byte.
  std::string row() const {
    std::string row = body.empty() ? std::string() : body.substr(1);
    if (kind() != TermId::Kind::lang_string) return row;
    const std::string_view tag = std::string_view(note).substr(kPieceBytes);
    if (row.empty() && key.compare(kTagAt, tag.size(), tag) == 0) return row;
    if (row.empty()) row = key.substr(1);
    return row.replace(kTagAt - 1, tag.size(), tag);
  }
};

[[noreturn]] void throw_same_hash() {
  throw Error(ErrorCode::storage, "two terms of more than 256 bytes have the same hash");
}

/// The chunks' sorted terms as one sorted stream.
class GroupStream {
 public:
  explicit GroupStream(const std::deque<SealedChunk>& chunks) {
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      Source source{chunks[i].terms(), {}, i};
      if (source.stream->next(source.row)) sources_.push_back(std::move(source));
    }
    std::make_heap(sources_.begin(), sources_.end(), later);
  }

  /// False at the end. Uses the group's memory again.
  bool next(Group& group) {
    if (sources_.empty()) return false;
    start(group, sources_.front().row);
    while (!sources_.empty() && sources_.front().row.key == group.key) {
      std::pop_heap(sources_.begin(), sources_.end(), later);
      Source& source = sources_.back();
      join(group, source);
      if (source.stream->next(source.row)) {
        std::push_heap(sources_.begin(), sources_.end(), later);
      } else {
        sources_.pop_back();
      }
    }
    return true;
  }

 private:
  struct Source {
    std::unique_ptr<TermStream> stream;
    TermRow row;
    std::size_t chunk;
  };

  static bool later(const Source& a, const Source& b) { return a.row.key > b.row.key; }

  static void start(Group& group, const TermRow& row) {
    group.key = row.key;
    group.body = is_hashed(row.key) ? row.body : std::string_view{};
    group.note = row.note;
    group.chunks.clear();
  }
  static void join(Group& group, const Source& source) {
    if (!group.body.empty() && group.body != source.row.body) throw_same_hash();
    if (source.row.note < group.note) group.note = source.row.note;
    group.chunks.push_back(source.chunk);
  }

  std::vector<Source> sources_;
};

class TermResolver {
 public:
  TermResolver(LoadContext& context, TermRows& rows)
      : context_(context), rows_(rows), known_terms_(context.state.counters.terms() > 0) {}

  Group& next() {
    if (count_ == kBatch) resolve();
    if (count_ == groups_.size()) groups_.emplace_back();
    return groups_[count_];
  }
  /// The group next() gave is filled.
  void keep() { ++count_; }

  void resolve() {
    std::vector<TermId> known(count_);
    if (known_terms_) look_up(known);
    TermBatch batch;
    for (std::size_t i = 0; i < count_; ++i) {
      const TermId id = known[i] ? known[i] : make(groups_[i], batch);
      const std::uint32_t number = context_.numbering.add(id.bits());
      for (const std::size_t chunk : groups_[i].chunks) {
        context_.chunks[chunk].term_numbers.push(number);
      }
    }
    if (!batch.empty()) rows_.write(std::move(batch));
    context_.progress.step(count_);
    count_ = 0;
  }

 private:
  void look_up(std::vector<TermId>& known) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < count_; ++i) keys.push_back(groups_[i].key);
    const Moment moment = context_.state.moment();
    known = find_keys(moment, keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (known[i] && is_hashed(keys[i])) require_same(groups_[i], known[i]);
    }
  }

  void require_same(const Group& group, TermId id) {
    Term stored;
    context_.state.caches->dictionary.terms(context_.state.moment(), std::span(&id, 1),
                                            std::span(&stored, 1));
    if (stored != decode_term(group.kind(), group.row())) throw_same_hash();
  }

  TermId make(const Group& group, TermBatch& batch) {
    const TermId::Kind kind = group.kind();
    const TermId id{kind, context_.counters.next_of(kind)++};
    if (kind != TermId::Kind::blank_node) batch.add(group.key, group.row(), id);
    return id;
  }

  LoadContext& context_;
  TermRows& rows_;
  bool known_terms_;
  std::vector<Group> groups_;  ///< the first count_ are in use
  std::size_t count_ = 0;
};

}  // namespace

void merge_terms(LoadContext& context, TermRows& rows) {
  TermResolver resolver(context, rows);
  GroupStream stream(context.chunks);
  while (stream.next(resolver.next())) resolver.keep();
  resolver.resolve();
  for (SealedChunk& chunk : context.chunks) {
    chunk.forget_terms();
    chunk.term_numbers.finish();
  }
}

InlinedNumbers merge_inlined(LoadContext& context) {
  InlinedNumbers numbers;
  for (const SealedChunk& chunk : context.chunks) {
    std::vector<std::uint64_t> buffer;
    const auto ids = chunk.inlined().view(buffer);
    numbers.ids.insert(numbers.ids.end(), ids.begin(), ids.end());
    std::sort(numbers.ids.begin(), numbers.ids.end());
    numbers.ids.erase(std::unique(numbers.ids.begin(), numbers.ids.end()), numbers.ids.end());
  }
  numbers.first = context.numbering.size();
  for (const std::uint64_t id : numbers.ids) context.numbering.add(id);
  return numbers;
}

}  // namespace dossier::storage
