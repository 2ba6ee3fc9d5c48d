// SPDX-License-Identifier: Apache-2.0
#include "extract/tags.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>

#include "extract/conllu/read_analysis.h"
#include "extract/conllu/sentences.h"
#include "extract/conllu/write.h"

namespace dossier::extract {

TEST_CASE("labels have the names of their treebanks", "[tags]") {
  CHECK(Label<Upos>(Upos::propn).name() == "PROPN");
  CHECK(Label<Upos>("X") == Upos::x);
  CHECK(Label<Xpos>(Xpos::prp_poss).name() == "PRP$");
  CHECK(Label<Xpos>("#") == Xpos::hash);
  CHECK(Label<Relation>(Relation::nsubj_pass).name() == "nsubj:pass");
  CHECK(Label<Relation>("case") == Relation::case_);
  CHECK(Label<Relation>("xcomp") == Relation::xcomp);
}

TEST_CASE("a label is each coarser one", "[tags]") {
  CHECK(Label<Xpos>("NNPS").is(Xpos::nnps));
  CHECK(Label<Xpos>("NNPS").is(Xpos::nnp));
  CHECK(Label<Xpos>("NNPS").is(Xpos::nn));
  CHECK_FALSE(Label<Xpos>("NNS").is(Xpos::nnp));
  CHECK(Label<Xpos>("WP$").is(Xpos::w));
  CHECK(Label<Relation>("obl:agent").is(Relation::obl));
  CHECK_FALSE(Label<Relation>("obl") == Relation::obl_agent);
  CHECK_FALSE(Label<Relation>("obl:agent") == Relation::obl);
  CHECK_FALSE(Label<Relation>("ccomp").is(Relation::cc));
  CHECK_FALSE(Label<Relation>("").is(Relation::obl));
}

TEST_CASE("a label of a user's own keeps its name", "[tags]") {
  const Label<Relation> own("obl:lmod");
  CHECK(own.name() == "obl:lmod");
  CHECK(own.is(Relation::obl));
  CHECK_FALSE(own == Relation::obl);
  CHECK(own == Label<Relation>("obl:lmod"));
  CHECK_FALSE(own == Label<Relation>("obl:arg"));
  const Label<Upos> unknown("CONJ");
  CHECK(unknown.name() == "CONJ");
  CHECK_FALSE(unknown.empty());
  CHECK_FALSE(unknown == Upos::none);
  CHECK(Label<Upos>("").empty());
}

TEST_CASE("CoNLL-U with labels of a user's own is written with them", "[tags]") {
  const std::string text =
      "1\tAda\tAda\tNE\tEigen\t_\t2\tnsubj:own\t_\t_\n"
      "2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_\n\n";
  const Analysis analysis = analysis_of(read_conllu(text));
  std::ostringstream out;
  write_conllu(analysis, out);
  CHECK(out.str().find("1\tAda\tAda\tNE\tEigen\t_\t2\tnsubj:own\t") != std::string::npos);
  CHECK(out.str().find("2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t") != std::string::npos);
}

}  // namespace dossier::extract
