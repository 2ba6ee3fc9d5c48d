// A document's graph as N-Quads, straight from the extractor.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace dossier::extract {

/// Writes the graphs of the documents, each as if the knowledge base were empty; blank nodes are
/// told apart by document.
void dump_graphs(const std::vector<std::string>& files, std::ostream& out);

}  // namespace dossier::extract
