// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/document_states.h"

namespace dossier::extract::encoder {

DocumentStates::DocumentStates(const std::vector<Sentence>& sentences, const Encoder& encoder,
                               const Interruption& interruption, std::size_t most_kept)
    : sentences_(sentences),
      encoder_(encoder),
      interruption_(interruption),
      windows_(sentences, encoder, kNearWindows),
      most_kept_(most_kept) {}

const std::vector<float>& DocumentStates::encode(const Window& window) {
  interruption_.check();
  encoder_.encode(window.pieces, workspace_, encoded_);
  return encoded_;
}

void DocumentStates::keep(const Window& window, const std::vector<float>& states) {
  const std::size_t bytes = states.size() * sizeof(float);
  full_ = full_ || kept_bytes_ + bytes > most_kept_;
  if (full_) return;
  interruption_.charge(bytes);
  kept_bytes_ += bytes;
  kept_.push_back({window, states});
}

void DocumentStates::each(const Visit& visit) {
  for (const Kept& kept : kept_) {
    interruption_.check();
    visit(kept.window, kept.states);
  }
  windows_.start_at(kept_.empty() ? 0 : kept_.back().window.end);
  Window window;
  while (windows_.next(window)) {
    visit(window, encode(window));
    keep(window, encoded_);
  }
}

void DocumentStates::each_far(const Windows::Wanted& wanted, const Visit& visit) {
  const bool is_one = !kept_.empty() && kept_.front().window.end == sentences_.size();
  if (is_one) return visit(kept_.front().window, kept_.front().states);
  Windows windows(sentences_, encoder_, kFarWindows, wanted);
  for (Window window; windows.next(window);) visit(window, encode(window));
}

}  // namespace dossier::extract::encoder
