// SPDX-License-Identifier: Apache-2.0
#include "extract/resolve/role_holders.h"

#include <string_view>

#include "extract/text/unicode.h"

namespace dossier::extract::resolve {

void RoleHolders::note(const std::string& title, const Holder& holder,
                       const std::vector<std::string>& body_forms) {
  const auto note = [&](const std::string& phrase) {
    const auto [at, fresh] = holders_.try_emplace(to_lower(phrase), holder);
    if (!fresh && at->second && at->second->person != holder.person) at->second = std::nullopt;
  };
  note(title);
  for (const std::string& form : body_forms) {
    note(title + " of " + form);
    note(form + " " + title);
  }
}

std::optional<Holder> RoleHolders::find(std::uint32_t s, const Argument& argument,
                                        const std::string& label) const {
  constexpr std::uint32_t kReach = 6;  // sentences
  std::string key = to_lower(label);
  const bool alone = key.find(' ') == std::string::npos;
  const Token& first = analysis_.sentences[s].tokens[argument.tokens.first];
  if (alone && to_lower(first.text) != "the") return std::nullopt;
  for (const std::string_view modifier : {"new ", "current ", "incumbent "})
    if (key.starts_with(modifier)) key.erase(0, modifier.size());
  for (std::size_t at = key.find(" of the "); at != std::string::npos; at = key.find(" of the "))
    key.erase(at + 4, 4);
  const auto found = holders_.find(key);
  if (found == holders_.end() || !found->second) return std::nullopt;
  const Holder& holder = *found->second;
  const bool near = holder.said.begin < first.span.begin && holder.sentence + kReach >= s;
  if (alone && (!near || analysis_.sentences[holder.sentence].turn != analysis_.sentences[s].turn))
    return std::nullopt;
  return holder;
}

std::vector<Holder> RoleHolders::find_all(std::uint32_t s, const Argument& argument) const {
  const Sentence& in = analysis_.sentences[s];
  const std::uint32_t of = argument.head + 1;
  const bool plural = in.tokens[argument.head].xpos == Xpos::nns;
  if (!plural || of >= argument.tokens.last || in.tokens[of].text != "of") return {};
  std::string title;
  for (std::uint32_t i = argument.tokens.first; i < argument.head; ++i)
    if (in.tokens[i].xpos != Xpos::dt) title += to_lower(in.tokens[i].text) + " ";
  title += to_lower(in.tokens[argument.head].lemma) + " of ";
  std::vector<Holder> all;
  for (const Mention& body : in.mentions) {
    if (body.tokens.first <= of || body.tokens.last > argument.tokens.last) continue;
    const auto found = holders_.find(title + to_lower(body.text));
    if (found == holders_.end() || !found->second) return {};
    all.push_back(*found->second);
  }
  return all;
}

}  // namespace dossier::extract::resolve
