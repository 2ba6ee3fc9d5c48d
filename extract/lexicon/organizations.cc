// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/organizations.h"

#include <algorithm>
#include <unordered_map>

namespace dossier::extract {

namespace {

/// Full name | other names; ";" between several. Only names that mean nothing else in news.
constexpr std::string_view kBodies[] = {
    "African Union|AU",
    "Association of Southeast Asian Nations|ASEAN",
    "Black Sea Economic Cooperation|BSEC;Organization of the Black Sea Economic Cooperation",
    "Collective Security Treaty Organization|CSTO;Collective Security Treaty Organisation",
    "Commonwealth of Independent States|CIS",
    "Doctors Without Borders|MSF;Médecins Sans Frontières",
    "Economic Community of West African States|ECOWAS",
    "Eurasian Economic Union|EAEU;EEU",
    "European Bank for Reconstruction and Development|EBRD",
    "European Central Bank|ECB",
    "European Court of Human Rights|ECHR;ECtHR",
    "European Union|EU;E.U.",
    "Food and Agriculture Organization|FAO;Food and Agriculture Organisation;UN Food and "
    "Agriculture Organization",
    "Gulf Cooperation Council|GCC",
    "International Atomic Energy Agency|IAEA",
    "International Civil Aviation Organization|ICAO",
    "International Committee of the Red Cross|ICRC",
    "International Court of Justice|ICJ",
    "International Federation of Red Cross and Red Crescent Societies|IFRC",
    "International Labour Organization|ILO;International Labor Organization;International Labour "
    "Organisation",
    "International Maritime Organization|IMO",
    "International Monetary Fund|IMF",
    "International Olympic Committee|IOC",
    "International Organization for Migration|IOM;International Organisation for Migration",
    "International Telecommunication Union|ITU",
    "League of Arab States|Arab League",
    "North Atlantic Treaty Organization|NATO;North Atlantic Treaty Organisation;North Atlantic "
    "Alliance",
    "Organisation for Economic Co-operation and Development|OECD;Organization for Economic "
    "Cooperation and Development;Organisation for Economic Cooperation and Development",
    "Organisation for the Prohibition of Chemical Weapons|OPCW;Organization for the Prohibition of "
    "Chemical Weapons",
    "Organization for Security and Co-operation in Europe|OSCE;Organisation for Security and "
    "Co-operation in Europe;Organization for Security and Cooperation in Europe",
    "Organization of American States|OAS",
    "Organization of the Petroleum Exporting Countries|OPEC",
    "Parliamentary Assembly of the Council of Europe|PACE",
    "Shanghai Cooperation Organisation|SCO;Shanghai Cooperation Organization",
    "Southern African Development Community|SADC",
    "UN Children's Fund|UNICEF;United Nations Children's Fund",
    "UN Conference on Trade and Development|UNCTAD",
    "UN Development Programme|UNDP;UN Development Program",
    "UN Environment Programme|UNEP;UN Environment Program",
    "UN Industrial Development Organization|UNIDO",
    "UN Office for the Coordination of Humanitarian Affairs|OCHA;UNOCHA;Office for the "
    "Coordination of Humanitarian Affairs",
    "Office of the UN High Commissioner for Refugees|UNHCR;UN High Commissioner for "
    "Refugees;Office of the High Commissioner for Refugees;UN Refugee Agency",
    "Office of the UN High Commissioner for Human Rights|OHCHR;Office of the High Commissioner for "
    "Human Rights",
    "UN Educational, Scientific and Cultural Organization|UNESCO;UN Educational, Scientific and "
    "Cultural Organisation",
    "UN Population Fund|UNFPA",
    "UN Relief and Works Agency|UNRWA",
    "UN Security Council|UNSC",
    "United Nations|UN;U.N.;United Nations Organization;United Nations Organisation",
    "US Agency for International Development|USAID",
    "US Central Intelligence Agency|CIA;Central Intelligence Agency",
    "US Department of Defense|Pentagon;US Defense Department",
    "US Department of State|State Department;US State Department",
    "US Federal Bureau of Investigation|FBI;Federal Bureau of Investigation",
    "US National Aeronautics and Space Administration|NASA;National Aeronautics and Space "
    "Administration",
    "World Food Programme|WFP;World Food Program;UN World Food Programme;UN World Food Program",
    "World Health Organization|WHO;World Health Organisation",
    "World Intellectual Property Organization|WIPO",
    "World Meteorological Organization|WMO",
    "World Trade Organization|WTO;World Trade Organisation",
};

std::string_view next_field(std::string_view& row, char separator) {
  const std::size_t end = std::min(row.find(separator), row.size());
  const std::string_view field = row.substr(0, end);
  row.remove_prefix(std::min(end + 1, row.size()));
  return field;
}

struct Tables {
  std::unordered_map<std::string_view, std::string_view> full_name;
  std::unordered_map<std::string_view, std::vector<std::string>> names;
};

Tables build_tables() {
  Tables tables;
  for (std::string_view row : kBodies) {
    const std::string_view full = next_field(row, '|');
    std::vector<std::string>& names = tables.names[full];
    names.emplace_back(full);
    tables.full_name.emplace(full, full);
    while (!row.empty()) {
      const std::string_view other = next_field(row, ';');
      tables.full_name.emplace(other, full);
      names.emplace_back(other);
    }
  }
  return tables;
}

const Tables& tables() {
  static const Tables built = build_tables();
  return built;
}

/// "United Nations Office ..." as the list has it: "UN Office ...".
std::string with_short_unions(std::string_view name) {
  std::string result(name);
  for (const std::string_view article : {"the ", "The "})
    if (result.starts_with(article)) result.erase(0, article.size());
  constexpr std::string_view kLong = "United Nations ";
  const std::size_t at = result.find(kLong);
  if (at != std::string::npos) result.replace(at, kLong.size(), "UN ");
  return result;
}

}  // namespace

std::string_view well_known_body(std::string_view name) {
  const auto found = tables().full_name.find(with_short_unions(name));
  if (found != tables().full_name.end()) return found->second;
  const auto as_is = tables().full_name.find(name);
  return as_is == tables().full_name.end() ? std::string_view() : as_is->second;
}

std::vector<std::string> names_of_body(std::string_view full_name) {
  const auto found = tables().names.find(full_name);
  return found == tables().names.end() ? std::vector<std::string>() : found->second;
}

}  // namespace dossier::extract
