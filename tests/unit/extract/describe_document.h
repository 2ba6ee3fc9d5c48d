// SPDX-License-Identifier: Apache-2.0
// A document in a form people can read and tests compare.
#pragma once

#include <string>

#include "extract/document.h"

namespace dossier::test {

/// Metadata, turns and paragraphs, one a line; long texts by their two ends.
std::string describe(const extract::Document& document);

/// The bytes as a gzip file.
std::string gzipped(const std::string& bytes);

}  // namespace dossier::test
