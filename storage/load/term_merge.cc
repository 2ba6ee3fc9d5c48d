#include "storage/load/term_merge.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "model/error.h"
#include "storage/load/spill.h"
#include "storage/term_codec.h"

namespace dossier::storage {
namespace {

constexpr std::size_t kLookupBatch = 4096;
constexpr unsigned char kKindMask = 0x7F;

/// One distinct term and the chunks that have it.
struct Group {
  ChunkTerm term;
  std::vector<std::size_t> chunks;

  TermId::Kind kind() const {
    return static_cast<TermId::Kind>(static_cast<unsigned char>(term.key[0]) & kKindMask);
  }
  std::string row() const { return term.row.empty() ? term.key.substr(1) : term.row; }
};

/// The chunks' sorted terms as one sorted stream.
class TermStream {
 public:
  explicit TermStream(const LoadContext& context) {
    for (std::size_t i = 0; i < context.chunks; ++i) {
      Source source{std::make_unique<SpillReader>(context.chunk_path(i) + ".terms"), {}, i};
      if (source.read()) sources_.push_back(std::move(source));
    }
    std::make_heap(sources_.begin(), sources_.end(), later);
  }

  std::optional<Group> next() {
    if (sources_.empty()) return std::nullopt;
    Group group{sources_.front().term, {}};
    while (!sources_.empty() && sources_.front().term.key == group.term.key) {
      std::pop_heap(sources_.begin(), sources_.end(), later);
      Source& source = sources_.back();
      require_same(group, source.term);
      group.chunks.push_back(source.chunk);
      if (source.read()) {
        std::push_heap(sources_.begin(), sources_.end(), later);
      } else {
        sources_.pop_back();
      }
    }
    return group;
  }

 private:
  struct Source {
    std::unique_ptr<SpillReader> file;
    ChunkTerm term;
    std::size_t chunk;
    bool read() { return file->read_text(term.key) && file->read_text(term.row); }
  };

  // The first chunk first: its spelling of a language tag stays.
  static bool later(const Source& a, const Source& b) {
    const int order = a.term.key.compare(b.term.key);
    return order != 0 ? order > 0 : a.chunk > b.chunk;
  }

  static void require_same(const Group& group, const ChunkTerm& other) {
    if (!is_hashed(group.term.key)) return;
    if (decode_term(group.kind(), group.term.row) == decode_term(group.kind(), other.row)) return;
    throw Error(ErrorCode::storage, "two terms of more than 256 bytes have the same hash");
  }

  std::vector<Source> sources_;
};

class TermResolver {
 public:
  explicit TermResolver(LoadContext& context) : context_(context) {
    for (std::size_t i = 0; i < context.chunks; ++i) {
      ids_.push_back(std::make_unique<SpillWriter>(context.chunk_path(i) + ".ids"));
    }
  }

  void add(Group group) {
    groups_.push_back(std::move(group));
    if (groups_.size() == kLookupBatch) resolve();
  }
  void finish() {
    resolve();
    for (const auto& file : ids_) file->finish();
  }

 private:
  void resolve() {
    std::vector<TermId> known(groups_.size());
    if (context_.state.counters.terms() > 0) look_up(known);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const TermId id = known[i] ? known[i] : make(groups_[i]);
      for (const std::size_t chunk : groups_[i].chunks) ids_[chunk]->write_value(id.bits());
    }
    groups_.clear();
  }

  void look_up(std::vector<TermId>& known) {
    std::vector<std::string> keys;
    for (const Group& group : groups_) keys.push_back(group.term.key);
    const Moment moment = context_.state.moment();
    const auto rows = moment.database->get_all(Family::term_id, keys, moment.snapshot);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (!rows[i]) continue;
      known[i] = decode_id(*rows[i]);
      if (!is_hashed(keys[i])) continue;
      Term stored;
      context_.state.caches->dictionary.terms(moment, std::span(&known[i], 1),
                                              std::span(&stored, 1));
      if (stored != decode_term(groups_[i].kind(), groups_[i].term.row)) {
        throw Error(ErrorCode::storage, "two terms of more than 256 bytes have the same hash");
      }
    }
  }

  TermId make(const Group& group) {
    const TermId::Kind kind = group.kind();
    const TermId id{kind, context_.counters.next_of(kind)++};
    if (kind == TermId::Kind::blank_node) return id;
    const std::string& key = group.term.key;
    context_.files.put(Family::term, static_cast<int>(kind), encode_id(id), group.row());
    context_.files.put(Family::term_id, static_cast<unsigned char>(key[0]), key, encode_id(id));
    return id;
  }

  LoadContext& context_;
  std::vector<Group> groups_;
  std::vector<std::unique_ptr<SpillWriter>> ids_;
};

std::vector<std::uint64_t> read_words(const std::string& path) {
  if (!std::filesystem::exists(path)) return {};
  std::vector<std::uint64_t> words(std::filesystem::file_size(path) / sizeof(std::uint64_t));
  SpillReader file(path);
  file.read(words.data(), words.size() * sizeof(std::uint64_t));
  return words;
}

}  // namespace

ChunkIds::ChunkIds(const LoadContext& context, std::size_t chunk)
    : terms(read_words(context.chunk_path(chunk) + ".ids")),
      triples(read_words(context.chunk_path(chunk) + ".triple_ids")) {}

void merge_terms(LoadContext& context) {
  context.progress.enter("terms");
  TermResolver resolver(context);
  TermStream stream(context);
  while (auto group = stream.next()) {
    resolver.add(std::move(*group));
    context.progress.tick();
  }
  resolver.finish();
}

}  // namespace dossier::storage
