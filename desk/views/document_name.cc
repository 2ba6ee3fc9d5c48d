// SPDX-License-Identifier: Apache-2.0
#include "desk/views/document_name.h"

#include <fmt/format.h>

#include <vector>

#include "dossier/error.h"
#include "dossier/ingest.h"
#include "engine/saved/name_resolution.h"
#include "model/nearest.h"
#include "model/vocabulary.h"

namespace dossier {

Term document_named(const KnowledgeBase& kb, const std::string& text, const Prefixes& prefixes) {
  const std::optional<Term> term = parsed_term(text, prefixes);
  std::vector<std::string> names;
  for (const DocumentSummary& document : documents(kb)) {
    const std::string& iri = document.document.value();
    const std::string local =
        iri.starts_with(vocabulary::kDocument) ? iri.substr(vocabulary::kDocument.size()) : iri;
    const bool same = (term && *term == document.document) || text == iri || text == local ||
                      text == document.source_file || text == document.headline ||
                      local.ends_with("/" + text) || document.source_file.ends_with("/" + text);
    if (same) return document.document;
    names.push_back(local.substr(local.rfind('/') + 1));
    names.push_back(document.source_file);
  }
  throw Error(ErrorCode::input,
              fmt::format("there is no document {}{}", text, did_you_mean(text, names)));
}

}  // namespace dossier
