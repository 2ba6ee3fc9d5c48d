// SPDX-License-Identifier: Apache-2.0
#include "extract/models/builtin.h"

#include <cstddef>

// The assembler embeds the files; no source is generated, and no file is searched at run time.
asm(R"(
  .section .rodata
  .balign 16
  .global dossier_tagger_model
  .hidden dossier_tagger_model
  dossier_tagger_model:
  .incbin ")" DOSSIER_MODELS R"(/tagger.bin"
  .global dossier_tagger_model_end
  .hidden dossier_tagger_model_end
  dossier_tagger_model_end:
  .balign 16
  .global dossier_lexicon_model
  .hidden dossier_lexicon_model
  dossier_lexicon_model:
  .incbin ")" DOSSIER_MODELS R"(/lexicon.bin"
  .global dossier_lexicon_model_end
  .hidden dossier_lexicon_model_end
  dossier_lexicon_model_end:
  .balign 16
  .global dossier_network_model
  .hidden dossier_network_model
  dossier_network_model:
  .incbin ")" DOSSIER_MODELS R"(/analyser.bin"
  .global dossier_network_model_end
  .hidden dossier_network_model_end
  dossier_network_model_end:
  .byte 0
  .text
)");

extern "C" {
extern const char dossier_tagger_model[];
extern const char dossier_tagger_model_end[];
extern const char dossier_lexicon_model[];
extern const char dossier_lexicon_model_end[];
extern const char dossier_network_model[];
extern const char dossier_network_model_end[];
}

namespace dossier::extract {

std::string_view builtin_tagger_model() {
  return {dossier_tagger_model,
          static_cast<std::size_t>(dossier_tagger_model_end - dossier_tagger_model)};
}

std::string_view builtin_lexicon_model() {
  return {dossier_lexicon_model,
          static_cast<std::size_t>(dossier_lexicon_model_end - dossier_lexicon_model)};
}

std::string_view builtin_network_model() {
  return {dossier_network_model,
          static_cast<std::size_t>(dossier_network_model_end - dossier_network_model)};
}

}  // namespace dossier::extract
