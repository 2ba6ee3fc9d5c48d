// SPDX-License-Identifier: Apache-2.0
// The encoder's states of a document, window by window, for the stages that read them.
#pragma once

#include <functional>
#include <vector>

#include "extract/document.h"
#include "extract/encoder/encoder.h"
#include "extract/encoder/windows.h"
#include "extract/interruption.h"

namespace dossier::extract::encoder {

/// For one thread. The states of the first near windows are kept for later calls, as long as they
/// are no more than `most_kept` bytes; those behind them are computed again.
class DocumentStates {
 public:
  using Visit = std::function<void(const Window& window, const std::vector<float>& states)>;
  static constexpr std::size_t kMostKept = 64 << 20;  ///< some 100 pages of text

  /// All must outlive it, and the words of the sentences must stay as they are.
  DocumentStates(const std::vector<Sentence>& sentences, const Encoder& encoder,
                 const Interruption& interruption, std::size_t most_kept = kMostKept);

  /// Visits every near window in the order of the text; what it is given lives until it returns.
  /// Throws what the interruption throws.
  void each(const Visit& visit);
  /// The same with far windows, as many as the wanted sentences need.
  void each_far(const Windows::Wanted& wanted, const Visit& visit);

 private:
  struct Kept {
    Window window;
    std::vector<float> states;
  };
  const std::vector<float>& encode(const Window& window);
  void keep(const Window& window, const std::vector<float>& states);

  const std::vector<Sentence>& sentences_;
  const Encoder& encoder_;
  const Interruption& interruption_;
  Windows windows_;
  std::vector<Kept> kept_;
  std::vector<float> encoded_;
  std::size_t kept_bytes_ = 0;
  std::size_t most_kept_ = 0;
  bool full_ = false;
  Workspace workspace_;
};

}  // namespace dossier::extract::encoder
