// SPDX-License-Identifier: Apache-2.0
// The views there are, and what CSV has of each.
#include <array>

#include "desk/server/views/view.h"

namespace dossier::server {
namespace {

constexpr std::array kFactColumns{
    CsvColumn{"subject", "/subject/label"},
    CsvColumn{"relation", "/predicate/label"},
    CsvColumn{"object", "/object/label"},
    CsvColumn{"status", "/status"},
    CsvColumn{"from", "/from"},
    CsvColumn{"to", "/to"},
    CsvColumn{"time", "/time"},
    CsvColumn{"confidence", "/confidence"},
    CsvColumn{"claimant", "/claimant/label"},
    CsvColumn{"sentence", "/text"},
    CsvColumn{"speaker", "/speaker/label"},
    CsvColumn{"document", "/headline"},
    CsvColumn{"date", "/date"},
    CsvColumn{"page", "/page"},
    CsvColumn{"sentence_iri", "/sentence"},
    CsvColumn{"fact_iri", "/fact"},
    CsvColumn{"subject_iri", "/subject/iri"},
    CsvColumn{"relation_iri", "/predicate/iri"},
    CsvColumn{"object_iri", "/object/iri"},
    CsvColumn{"document_iri", "/document"},
};
constexpr std::array kAnswerColumns{
    CsvColumn{"answer", "/value"},   CsvColumn{"sentence", "/sentence"},
    CsvColumn{"date", "/date"},      CsvColumn{"confidence", "/confidence"},
    CsvColumn{"answer_iri", "/iri"}, CsvColumn{"document_iri", "/document"},
};
constexpr std::array kDocumentColumns{
    CsvColumn{"date", "/date"},           CsvColumn{"headline", "/headline"},
    CsvColumn{"author", "/author/label"}, CsvColumn{"sentences", "/sentences"},
    CsvColumn{"facts", "/facts"},         CsvColumn{"file", "/file"},
    CsvColumn{"document_iri", "/iri"},
};
constexpr std::array kSentenceColumns{
    CsvColumn{"number", "/index"},     CsvColumn{"speaker", "/speaker/label"},
    CsvColumn{"sentence", "/text"},    CsvColumn{"page", "/page"},
    CsvColumn{"sentence_iri", "/iri"},
};
constexpr std::array kFoundColumns{
    CsvColumn{"sentence", "/text"},         CsvColumn{"speaker", "/speaker"},
    CsvColumn{"document", "/headline"},     CsvColumn{"date", "/date"},
    CsvColumn{"score", "/score"},           CsvColumn{"sentence_iri", "/iri"},
    CsvColumn{"document_iri", "/document"},
};
constexpr std::array kEntityColumns{
    CsvColumn{"name", "/label"},          CsvColumn{"kind", "/kind"},
    CsvColumn{"sentences", "/sentences"}, CsvColumn{"documents", "/documents"},
    CsvColumn{"entity_iri", "/iri"},
};
constexpr std::array kEdgeColumns{
    CsvColumn{"source", "/source/label"},   CsvColumn{"relation", "/relation"},
    CsvColumn{"target", "/target/label"},   CsvColumn{"documents", "/documents"},
    CsvColumn{"asserted", "/asserted"},     CsvColumn{"source_iri", "/source/iri"},
    CsvColumn{"target_iri", "/target/iri"},
};
constexpr std::array kConflictColumns{
    CsvColumn{"kind", "/kind"},
    CsvColumn{"subject", "/one/subject/label"},
    CsvColumn{"relation", "/one/predicate/label"},
    CsvColumn{"one_object", "/one/object/label"},
    CsvColumn{"one_sentence", "/one/text"},
    CsvColumn{"one_date", "/one/date"},
    CsvColumn{"one_document_iri", "/one/document"},
    CsvColumn{"other_subject", "/other/subject/label"},
    CsvColumn{"other_object", "/other/object/label"},
    CsvColumn{"other_sentence", "/other/text"},
    CsvColumn{"other_date", "/other/date"},
    CsvColumn{"other_document_iri", "/other/document"},
};
constexpr std::array kProposalColumns{
    CsvColumn{"id", "/id"},
    CsvColumn{"kind", "/kind"},
    CsvColumn{"proposed", "/proposed"},
    CsvColumn{"because", "/because"},
    CsvColumn{"weight", "/weight"},
    CsvColumn{"thing", "/sides/0/name"},
    CsvColumn{"sentence", "/sides/0/text"},
    CsvColumn{"other", "/sides/1/name"},
    CsvColumn{"other_sentence", "/sides/1/text"},
    CsvColumn{"thing_iri", "/sides/0/iri"},
    CsvColumn{"other_iri", "/sides/1/iri"},
};
constexpr std::array kSavedColumns{
    CsvColumn{"name", "/name"},
    CsvColumn{"description", "/description"},
    CsvColumn{"query", "/text"},
};

constexpr std::array kViews{
    View{"start", start_view, "/newest", kDocumentColumns},
    View{"ask", ask_view, "/answers", kAnswerColumns},
    View{"search", search_view, "/sentences", kFoundColumns},
    View{"documents", documents_view, "/documents", kDocumentColumns},
    View{"document", document_view, "/sentences", kSentenceColumns},
    View{"entities", entities_view, "/entities", kEntityColumns},
    View{"entity", entity_view, "/facts", kFactColumns},
    View{"facts", facts_view, "/facts", kFactColumns},
    View{"why", why_view, "/facts", kFactColumns},
    View{"graph", graph_view, "/edges", kEdgeColumns},
    View{"path", path_view, "/edges", kEdgeColumns},
    View{"timeline", timeline_view, "/facts", kFactColumns},
    View{"conflicts", conflicts_view, "/conflicts", kConflictColumns},
    View{"review", review_view, "/proposals", kProposalColumns},
    View{"query", query_view, "/none", {}},
    View{"saved", saved_view, "/queries", kSavedColumns},
};

}  // namespace

std::span<const View> views() { return kViews; }

}  // namespace dossier::server
