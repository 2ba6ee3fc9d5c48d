// SPDX-License-Identifier: Apache-2.0
// Terms as views of the dictionary's rows. Private to storage/.
#pragma once

#include <memory>

#include "storage/term_reader.h"
#include "storage/terms/dictionary.h"

namespace dossier::storage {

/// Walks the rows of neighbouring ids; others it takes from the dictionary's cache, or looks them
/// up and leaves them there. What the moment points to must outlive it.
std::unique_ptr<TermReader> make_row_reader(Dictionary& dictionary, const Moment& moment);

}  // namespace dossier::storage
