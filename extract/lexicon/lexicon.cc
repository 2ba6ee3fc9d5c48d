// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/lexicon.h"

#include <utility>

#include "dossier/error.h"
#include "extract/lexicon/own_names.h"
#include "extract/models/builtin.h"

namespace dossier::extract {
namespace {

void require_size(std::string_view section, std::uint64_t entries, std::size_t entry_size) {
  if (section.size() != entries * entry_size) {
    throw Error(ErrorCode::input,
                "the language model LEXI cannot be used: its tables are inconsistent");
  }
}

}  // namespace

const Lexicon& Lexicon::builtin() {
  static const std::unique_ptr<const Lexicon> lexicon = view(builtin_lexicon_model());
  return *lexicon;
}

std::unique_ptr<const Lexicon> Lexicon::view(std::string_view bytes) {
  return std::unique_ptr<const Lexicon>(new Lexicon(bytes));
}

std::unique_ptr<const Lexicon> Lexicon::load(std::string_view bytes) {
  std::string owned(bytes);
  std::unique_ptr<Lexicon> lexicon(new Lexicon(owned));
  lexicon->owned_ = std::move(owned);
  return lexicon;
}

Lexicon::Lexicon(std::string_view bytes) : own_(own_names()) {
  const ModelFile file(bytes, "LEXI");
  names_ = StringTable(file.section(0));
  kinds_ = file.section(1);
  canonicals_ = file.section(2);
  canonical_names_ = StringTable(file.section(3));
  words_ = StringTable(file.section(4));
  word_infos_ = file.section(5);
  irregular_ = StringTable(file.section(6));
  base_of_ = file.section(7);
  base_forms_ = StringTable(file.section(8));
  require_size(kinds_, names_.size(), 4);
  require_size(canonicals_, names_.size(), 4);
  require_size(word_infos_, words_.size(), 2);
  require_size(base_of_, irregular_.size(), 4);
}

NameInfo Lexicon::name(std::string_view text) const {
  NameInfo info = all_of(text);
  info.kinds &= ~kListed;
  return info;
}

std::uint32_t Lexicon::evidence(std::string_view text) const { return all_of(text).kinds; }

/// What is written by hand goes before what the model has.
NameInfo Lexicon::all_of(std::string_view text) const {
  NameInfo info;
  if (const auto own = own_.find(text); own != own_.end()) info = own->second;
  const std::uint32_t index = names_.find(text);
  if (index == StringTable::kAbsent) return info;
  info.kinds |= read_number<std::uint32_t>(kinds_, std::size_t{index} * 4);
  const auto canonical = read_number<std::uint32_t>(canonicals_, std::size_t{index} * 4);
  if (info.canonical.empty() && canonical < canonical_names_.size())
    info.canonical = own_canonical(canonical_names_.at(canonical));
  return info;
}

/// "Iran" for the "Islamic Republic of Iran" of ISO 3166.
std::string_view Lexicon::own_canonical(std::string_view name) const {
  const auto own = own_.find(name);
  return own == own_.end() || own->second.canonical.empty() ? name : own->second.canonical;
}

WordInfo Lexicon::word(std::string_view lower) const {
  const std::uint32_t index = words_.find(lower);
  if (index == StringTable::kAbsent) return {};
  const auto mask = static_cast<std::uint8_t>(word_infos_[std::size_t{index} * 2]);
  const auto noun_class = static_cast<std::uint8_t>(word_infos_[std::size_t{index} * 2 + 1]);
  return {(mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0, (mask & 8) != 0,
          static_cast<NounClass>(noun_class)};
}

std::string_view Lexicon::irregular(char part_of_speech, std::string_view lower) const {
  const std::uint32_t index = irregular_.find(std::string{part_of_speech, ':'}.append(lower));
  if (index == StringTable::kAbsent) return {};
  const auto base = read_number<std::uint32_t>(base_of_, std::size_t{index} * 4);
  return base < base_forms_.size() ? base_forms_.at(base) : std::string_view();
}

}  // namespace dossier::extract
