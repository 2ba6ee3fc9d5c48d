// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "temporary_base.h"

namespace dossier::test {

/// Terms of all kinds, some of them in many rows.
inline void fill_with_all_kinds(KnowledgeBase& base) {
  std::string data = "INSERT DATA { ";
  for (int i = 0; i < 700; ++i) {
    const std::string subject = "<urn:s" + std::to_string(i % 90) + "> ";
    const std::string number = std::to_string(i);
    data += subject + "<urn:text> \"text, with \\\"quotes\\\" and\\tmore " + number + "\" .\n";
    data += subject + "<urn:lang> \"mot " + number + "\"@fr .\n";
    data += subject + "<urn:value> " + number + " , " + number + ".5 , \"x\"^^<urn:type> .\n";
    data += subject + "<urn:node> _:n" + number + " .\n";
    data += subject + "<urn:says> <<( <urn:a> <urn:b> \"quoted " + number + "\" )>> .\n";
    if (i % 3 == 0) data += subject + "<urn:rank> " + number + " .\n";
  }
  base.update(data + "}");
}

}  // namespace dossier::test
