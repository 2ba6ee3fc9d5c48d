// SPDX-License-Identifier: Apache-2.0
#include "extract/encoder/document_states.h"

namespace dossier::extract::encoder {

DocumentStates::DocumentStates(const std::vector<Sentence>& sentences, const Encoder& encoder,
                               const Interruption& interruption, std::size_t most_kept)
    : encoder_(encoder),
      interruption_(interruption),
      windows_(sentences, encoder),
      most_kept_(most_kept) {}

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
  std::vector<float> states;
  while (windows_.next(window)) {
    interruption_.check();
    encoder_.encode(window.pieces, workspace_, states);
    visit(window, states);
    keep(window, states);
  }
}

}  // namespace dossier::extract::encoder
