// SPDX-License-Identifier: Apache-2.0
// Who holds which post, as far as the document has said.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/document.h"

namespace dossier::extract::resolve {

/// Who holds a post, and where that is said.
struct Holder {
  std::uint32_t person = 0;
  TextSpan said;
  std::uint32_t sentence = 0;
};

class RoleHolders {
 public:
  /// The analysis must outlive it.
  explicit RoleHolders(const Analysis& analysis) : analysis_(analysis) {}

  /// "President of Kenya", "Kenyan President": who is meant when no name is given. `body_forms`:
  /// the names of the organisation or country. A post that two people hold means nobody.
  void note(const std::string& title, const Holder& holder,
            const std::vector<std::string>& body_forms);

  /// Who is meant by a phrase without a name. "The director" alone is who was called so a few
  /// sentences before.
  std::optional<Holder> find(std::uint32_t s, const Argument& argument,
                             const std::string& label) const;

  /// Who are meant by "the presidents of Kenya and Uganda": a holder for each body that is named,
  /// in that order. Empty when one of them is not known, and for a phrase in the singular.
  std::vector<Holder> find_all(std::uint32_t s, const Argument& argument) const;

 private:
  const Analysis& analysis_;
  std::map<std::string, std::optional<Holder>> holders_;  ///< by title and organisation
};

}  // namespace dossier::extract::resolve
