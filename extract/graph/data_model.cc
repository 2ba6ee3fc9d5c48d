// SPDX-License-Identifier: Apache-2.0
#include "extract/graph/data_model.h"

#include <fmt/format.h>

#include <optional>

#include "dossier/error.h"
#include "extract/graph/vocabulary.h"
#include "model/vocabulary.h"

namespace dossier::extract {

void require_data_model(const GraphReader& known) {
  const std::optional<Term> document = known.any_subject(vocabulary::rdf::kType, iri(k::kDocument));
  if (!document) return;
  const std::uint64_t model = known.number(*document, k::kModel);
  if (model == kDataModel) return;
  throw Error(ErrorCode::unsupported,
              fmt::format("the documents of this knowledge base were read by another version of "
                          "Dossier (data model {}, this one writes {}); read them again into a new "
                          "one: dossier ingest NEW FILE...; `dossier docs` lists them",
                          model == 0 ? 1 : model, kDataModel));
}

bool is_no_object(const Term& term) {
  return term == Term::boolean(true) ||
         term.value() == vocabulary::iri(vocabulary::kDossier, "nothing");
}

}  // namespace dossier::extract
