// SPDX-License-Identifier: Apache-2.0
// The quads of a knowledge base as lines: equal for bases that differ only in their blank nodes and
// in the numbers of entities' IRIs ("_2").
#pragma once

#include <set>
#include <string>

#include "dossier/dossier.h"

namespace dossier::test {

std::set<std::string> canonical_dump(const KnowledgeBase& kb);

}  // namespace dossier::test
