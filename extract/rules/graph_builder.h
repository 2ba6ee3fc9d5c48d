// SPDX-License-Identifier: Apache-2.0
// Makes the quads of one document, sentence by sentence, for document_graph.h.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/graph/graph_writer.h"
#include "extract/rules/document_graph.h"

namespace dossier::extract::rules {

class GraphBuilder {
 public:
  GraphBuilder(const Analysis& analysis, const Resolution& resolution, const WantedTerms& wanted,
               DocumentGraph& graph);

  std::vector<Quad> build();

 private:
  Term word_iri(std::size_t token) const { return Term::iri(fmt::format("{}w{}", prefix_, token)); }
  Term frame_iri(std::uint32_t f) const { return Term::iri(fmt::format("{}f{}", prefix_, f)); }

  // graph_builder.cc: entities, sentences, words, mentions, quantities.
  void add_entities();
  void add_sentence(std::uint32_t s);
  void add_speaker(const Sentence& sentence, const Term& iri);
  void add_words(const Sentence& sentence, const Term& iri);
  void add_mentions(const Sentence& sentence, const Term& iri);
  void add_quantity(std::uint32_t s, std::uint32_t q);

  // frame_graph.cc: frames and their arguments.
  void add_frame(std::uint32_t s, std::uint32_t f, const Term& iri);
  void add_frame_node(const Sentence& sentence, const Frame& frame, const Term& node,
                      const Term& iri);
  void add_argument(const Sentence& sentence, const Frame& frame, const Term& node,
                    std::uint32_t number);
  void add_argument_node(const Sentence& sentence, const FrameArgument& argument, const Term& frame,
                         std::uint32_t number);
  void add_inner(const Sentence& sentence, const Term& node, std::string_view stem,
                 const Argument& phrase);
  void add_filler(const Term& subject, std::string_view predicate, const Argument& argument);
  std::string words(const Sentence& sentence, TokenRange tokens) const;

  const Analysis& analysis_;
  const Resolution& resolution_;
  const WantedTerms& wanted_;
  DocumentGraph& graph_;
  bool words_;
  std::string prefix_;  ///< of the nodes of the sentence being added
  std::vector<Term> entities_;
  std::vector<Term> quantities_;
  std::vector<Quad> quads_;
  GraphWriter out_;
};

}  // namespace dossier::extract::rules
