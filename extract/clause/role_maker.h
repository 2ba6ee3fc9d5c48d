// SPDX-License-Identifier: Apache-2.0
// What all readers of roles share: which nouns are posts, who can hold them, and the frames.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/clause/title.h"
#include "extract/clause/tree.h"

namespace dossier::extract::clause {

class RoleMaker {
 public:
  /// Appends to `frames`.
  RoleMaker(const Tree& tree, std::vector<Frame>& frames);

 protected:
  /// A title, or the capital of a country, which is told in the same ways.
  bool is_post(std::uint32_t i) const;
  /// None for a capital of nothing that is named.
  std::optional<Title> title(std::uint32_t noun) const;
  /// The name `i` belongs to, if what it names can hold the post: people hold posts, and places are
  /// capitals.
  const Mention* holder_name(std::uint32_t i, std::uint32_t post) const;
  static Argument argument_of(const Mention& name);
  /// The titles of a list: "president of Y and minister of Z", the second attached to Y or not.
  std::vector<std::uint32_t> posts_of_list(std::uint32_t first) const;

  /// Appends a role. A title that has a holder already gets no second one, unless it is a plural:
  /// false.
  bool add(const Title& title, const Argument& holder, double confidence,
           Construction construction);

  const Tree& tree_;
  std::vector<Frame>& frames_;

 private:
  std::vector<bool> held_;  ///< by the title's noun
};

}  // namespace dossier::extract::clause
