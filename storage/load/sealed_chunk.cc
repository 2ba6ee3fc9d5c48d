// SPDX-License-Identifier: Apache-2.0
#include "storage/load/sealed_chunk.h"

#include <algorithm>

#include "storage/terms/term_codec.h"

namespace dossier::storage {
namespace {

class MemoryTerms : public TermStream {
 public:
  MemoryTerms(const TermTable& table, const std::vector<SortedString>& order)
      : table_(table), order_(order) {}

  bool next(TermRow& row) override {
    if (at_ == order_.size()) return false;
    if (at_ + kAhead < order_.size()) {
      __builtin_prefetch(order_[at_ + kAhead].data);
      table_.prefetch(order_[at_ + kAhead].number);
    }
    const SortedString& string = order_[at_++];
    row = {{string.data, string.size}, table_.key(string.number), table_.note(string.number)};
    return true;
  }

 private:
  /// Neighbours in order are not neighbours in memory, which takes that long to answer.
  static constexpr std::size_t kAhead = 8;

  const TermTable& table_;
  const std::vector<SortedString>& order_;
  std::size_t at_ = 0;
};

class FileTerms : public TermStream {
 public:
  explicit FileTerms(const std::string& path) : file_(path) {}

  bool next(TermRow& row) override {
    if (!file_.read_text(key_) || !file_.read_text(body_) || !file_.read_text(note_)) return false;
    row = {key_, body_.empty() ? key_ : body_, note_};
    return true;
  }

 private:
  SpillReader file_;
  std::string key_;
  std::string body_;
  std::string note_;
};

}  // namespace

SealedChunk::SealedChunk(Chunk&& chunk) : table_(std::move(chunk.terms_)) {
  sort_terms();
  renumber(chunk);
  quads_ = Spool(std::move(chunk.quads_));
  inlined_ = Spool(std::move(chunk.inlined_));
}

SealedChunk::SealedChunk(Chunk&& chunk, const std::string& path)
    : term_numbers(path + ".numbers"), path_(path), table_(std::move(chunk.terms_)) {
  sort_terms();
  renumber(chunk);
  write_terms(path + ".terms");
  forget_terms();
  quads_ = Spool<RefQuad>(path + ".quads");
  quads_.append(chunk.quads_);
  quads_.finish();
  inlined_ = Spool<std::uint64_t>(path + ".inlined");
  inlined_.append(chunk.inlined_);
  inlined_.finish();
}

void SealedChunk::sort_terms() {
  table_.freeze();
  term_count_ = table_.size();
  std::vector<std::uint32_t> hashed;
  order_.reserve(table_.size());
  for (std::uint32_t i = 0; i < table_.size(); ++i) {
    const std::string_view body = table_.key(i);
    order_.push_back({0, body.data(), static_cast<std::uint32_t>(body.size()), i});
    if (body.size() > kLongestKey + 1) hashed.push_back(i);
  }
  hashed_keys_.reserve(hashed.size() * kHashedKeyBytes);  // views into it must stay where they are
  for (const std::uint32_t i : hashed) {
    const std::string_view body = table_.key(i);
    order_[i].data = hashed_keys_.data() + hashed_keys_.size();
    order_[i].size = kHashedKeyBytes;
    hashed_keys_ += row_key(static_cast<TermId::Kind>(body[0]), body.substr(1));
  }
  sort_strings(order_);
}

void SealedChunk::renumber(Chunk& chunk) {
  std::vector<std::uint32_t> place(order_.size());
  for (std::uint32_t i = 0; i < order_.size(); ++i) place[order_[i].number] = i;
  const auto renumbered = [&](Ref& ref) {
    if (ref.sort() == Ref::Sort::term) ref = {Ref::Sort::term, place[ref.number()]};
  };
  for (RefQuad& quad : chunk.quads_) std::for_each(quad.begin(), quad.end(), renumbered);
  triples_ = std::move(chunk.triples_);
  for (ChunkTriple& triple : triples_) {
    std::for_each(triple.parts.begin(), triple.parts.end(), renumbered);
    levels_ = std::max(levels_, triple.level);
  }
}

void SealedChunk::write_terms(const std::string& path) const {
  SpillWriter file(path);
  TermRow row;
  for (MemoryTerms terms(table_, order_); terms.next(row);) {
    file.write_text(row.key);
    file.write_text(is_hashed(row.key) ? row.body : std::string_view{});
    file.write_text(row.note);
  }
  file.finish();
}

std::unique_ptr<TermStream> SealedChunk::terms() const {
  if (path_.empty()) return std::make_unique<MemoryTerms>(table_, order_);
  return std::make_unique<FileTerms>(path_ + ".terms");
}

void SealedChunk::forget_terms() {
  table_ = {};
  hashed_keys_ = {};
  order_ = {};
}

std::size_t SealedChunk::memory_bytes() const noexcept {
  return table_.memory_bytes() + order_.capacity() * sizeof(SortedString) + hashed_keys_.size() +
         quads_.memory_bytes() + triples_.capacity() * (sizeof(ChunkTriple) + 4) +
         inlined_.memory_bytes() + term_numbers.memory_bytes();
}

}  // namespace dossier::storage
