// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/name_index.h"

#include <catch2/catch.hpp>

using dossier::extract::resolve::KeyParts;
using dossier::extract::resolve::NameIndex;
using Numbers = NameIndex::Numbers;

TEST_CASE("names are found by words, initials and words of content", "[resolve]") {
  NameIndex index;
  index.add(0, "Bank of Northern Fisheries");
  index.add(1, "Northern Bank");
  index.add(1, "Northern Bank Group");
  index.add(2, "Acme Robotics");
  CHECK(index.with_word("Bank") == Numbers{0, 1});
  CHECK(index.with_word("bank").empty());
  CHECK(index.longer_than("the Bank") == Numbers{0, 1});
  CHECK(index.longer_than("of").size() == 1);
  CHECK(index.longer_than("").empty());
  CHECK(index.abbreviated("B.N.F.") == Numbers{0});
  CHECK(index.abbreviated("NBG") == Numbers{1});
  CHECK(index.abbreviated("X").empty());
}

TEST_CASE("keys are found by what is before and after a blank or a hyphen", "[resolve]") {
  KeyParts parts;
  parts.add(0, "ada maria lund");
  parts.add(1, "upper-varna");
  CHECK(parts.ending("lund") == Numbers{0});
  CHECK(parts.ending("maria lund") == Numbers{0});
  CHECK(parts.ending("ada maria lund").empty());
  CHECK(parts.beginning("ada") == Numbers{0});
  CHECK(parts.beginning("ada maria") == Numbers{0});
  CHECK(parts.hyphenated("varna") == Numbers{1});
  CHECK(parts.ending("varna").empty());
}
