// SPDX-License-Identifier: Apache-2.0
// Where the parts of a fact stand in its sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::extract {

/// [begin, end) in code points of the sentence.
using SentenceSpan = std::pair<std::uint32_t, std::uint32_t>;

/// The spans of subject, predicate and object, in the order of the text. The words of subject and
/// object (UTF-8) are marked where they stand nearest to the predicate; what is not there is left
/// out.
std::vector<SentenceSpan> mark_fact(std::u32string_view sentence, SentenceSpan predicate,
                                    const std::string& subject, const std::string& object);

}  // namespace dossier::extract
