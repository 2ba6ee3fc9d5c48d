// SPDX-License-Identifier: Apache-2.0
// An index of some texts in memory: what a commit writes, and what a transaction reads of itself.
// Private to storage/.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/term_id.h"
#include "storage/text/postings.h"
#include "storage/text_index.h"

namespace dossier::storage {

/// By text.
using BaseForms = std::unordered_map<std::string, std::vector<WordBase>>;

class TextLayer {
 public:
  /// Ids ascend from call to call. `forms` are in the order of the text; those that are not one
  /// word, as each_word() sees it, do not count. Returns how many words the text has.
  std::size_t add(TermId id, std::string_view text, std::span<const WordBase> forms = {});

  bool empty() const noexcept { return rows_.empty(); }
  /// By key.
  const std::map<std::string, Postings, std::less<>>& rows() const noexcept { return rows_; }
  /// Keys of rows without a value.
  const std::set<std::string>& forms() const noexcept { return forms_; }

 private:
  std::map<std::string, Postings, std::less<>> rows_;
  std::set<std::string> forms_;
};

/// The rows of an index with those of a layer on top; without an index, those of the layer.
class LayeredIndex : public TextIndex {
 public:
  LayeredIndex(std::unique_ptr<const TextIndex> below, const TextLayer& layer, TextInfo info);

  const TextInfo& info() const override { return info_; }
  void rows(std::string_view prefix, const Visit& visit) const override;
  std::optional<std::string> row(std::string_view key) const override;

 private:
  static std::string united(std::string_view below, std::string_view above);

  std::unique_ptr<const TextIndex> below_;
  std::map<std::string, std::string, std::less<>> above_;
  TextInfo info_;
};

}  // namespace dossier::storage
