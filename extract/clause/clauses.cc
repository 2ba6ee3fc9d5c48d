#include "extract/clause/clauses.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "extract/clause/emit.h"
#include "extract/clause/frame.h"
#include "extract/clause/role.h"

namespace dossier::extract {

namespace {

using clause::Chunk;
using clause::Frame;
using clause::Kind;

void read_range(const Sentence& sentence, TokenRange range, std::vector<Clause>& result) {
  const std::vector<Frame> frames = clause::frames_of(sentence, range);
  std::vector<std::vector<Clause>> clauses;
  for (const Frame& frame : frames) clauses.push_back(clause::clauses_of(sentence, frame));
  clause::attach_times(sentence, frames, clauses);
  for (std::vector<Clause>& group : clauses)
    std::move(group.begin(), group.end(), std::back_inserter(result));
}

auto sort_key(const Clause& clause) {
  return std::make_tuple(clause.predicate.first, clause.relation,
                         clause.subject ? clause.subject->head : 0,
                         clause.object ? clause.object->head : 0);
}

/// One clause for each relation between the same words: the surest.
void keep_surest(std::vector<Clause>& clauses) {
  std::stable_sort(clauses.begin(), clauses.end(), [](const Clause& a, const Clause& b) {
    const auto left = sort_key(a);
    const auto right = sort_key(b);
    return left != right ? left < right : a.confidence > b.confidence;
  });
  const auto same = [](const Clause& a, const Clause& b) {
    return sort_key(a) == sort_key(b) && a.object.has_value() == b.object.has_value();
  };
  clauses.erase(std::unique(clauses.begin(), clauses.end(), same), clauses.end());
}

}  // namespace

std::vector<Clause> find_clauses(const Document&, const Sentence& sentence) {
  const TokenRange whole{0, static_cast<std::uint32_t>(sentence.tokens.size())};
  std::vector<Clause> result;
  read_range(sentence, whole, result);
  for (const TokenRange aside : clause::asides_of(sentence)) read_range(sentence, aside, result);
  std::vector<Chunk> chunks = clause::chunks_of(sentence, whole);
  std::erase_if(chunks, [](const Chunk& chunk) { return chunk.kind == Kind::bracket; });
  for (Clause& role : clause::roles_of(sentence, chunks)) result.push_back(std::move(role));
  for (Clause& event : clause::event_nouns_of(sentence, chunks)) result.push_back(std::move(event));
  keep_surest(result);
  return result;
}

}  // namespace dossier::extract
