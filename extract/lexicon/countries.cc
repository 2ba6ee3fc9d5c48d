// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/countries.h"

#include <algorithm>
#include <unordered_map>

namespace dossier::extract {

namespace {

/// Common name | other names | adjectives | peoples; ";" between several.
constexpr std::string_view kCountries[] = {
    "Afghanistan||Afghan|Afghans",
    "Albania||Albanian|Albanians",
    "Algeria||Algerian|Algerians",
    "Andorra||Andorran|Andorrans",
    "Angola||Angolan|Angolans",
    "Argentina||Argentine;Argentinian|Argentines;Argentinians",
    "Armenia||Armenian|Armenians",
    "Australia||Australian|Australians",
    "Austria||Austrian|Austrians",
    "Azerbaijan||Azerbaijani;Azeri|Azerbaijanis;Azeris",
    "Bahamas||Bahamian|Bahamians",
    "Bahrain||Bahraini|Bahrainis",
    "Bangladesh||Bangladeshi|Bangladeshis",
    "Barbados||Barbadian|Barbadians",
    "Belarus||Belarusian;Belarussian|Belarusians;Belarussians",
    "Belgium||Belgian|Belgians",
    "Belize||Belizean|Belizeans",
    "Benin||Beninese|",
    "Bhutan||Bhutanese|",
    "Bolivia|Plurinational State of Bolivia|Bolivian|Bolivians",
    "Bosnia and Herzegovina|Bosnia|Bosnian|Bosnians",
    "Botswana||Botswanan|Botswanans",
    "Brazil|Federative Republic of Brazil|Brazilian|Brazilians",
    "Brunei|Brunei Darussalam|Bruneian|Bruneians",
    "Bulgaria||Bulgarian|Bulgarians",
    "Burkina Faso||Burkinabe|",
    "Burundi||Burundian|Burundians",
    "Cambodia||Cambodian|Cambodians",
    "Cameroon||Cameroonian|Cameroonians",
    "Canada||Canadian|Canadians",
    "Cape Verde|Cabo Verde|Cape Verdean|Cape Verdeans",
    "Central African Republic|CAR|Central African|",
    "Chad||Chadian|Chadians",
    "Chile||Chilean|Chileans",
    "China|People's Republic of China;PRC|Chinese|",
    "Colombia||Colombian|Colombians",
    "Comoros||Comorian|Comorians",
    "Costa Rica||Costa Rican|Costa Ricans",
    "Croatia||Croatian|Croatians;Croats",
    "Cuba||Cuban|Cubans",
    "Cyprus||Cypriot|Cypriots",
    "Czech Republic|Czechia|Czech|Czechs",
    "Democratic Republic of the Congo|DRC;DR Congo|Congolese|",
    "Denmark|Kingdom of Denmark|Danish|Danes",
    "Djibouti||Djiboutian|Djiboutians",
    "Dominican Republic|||",
    "Ecuador||Ecuadorian;Ecuadorean|Ecuadorians",
    "Egypt|Arab Republic of Egypt|Egyptian|Egyptians",
    "El Salvador||Salvadoran;Salvadorean|Salvadorans",
    "Equatorial Guinea||Equatoguinean|",
    "Eritrea||Eritrean|Eritreans",
    "Estonia||Estonian|Estonians",
    "Eswatini|Swaziland|Swazi|Swazis",
    "Ethiopia||Ethiopian|Ethiopians",
    "Fiji||Fijian|Fijians",
    "Finland||Finnish|Finns",
    "France|French Republic|French|Frenchmen",
    "Gabon||Gabonese|",
    "Gambia||Gambian|Gambians",
    "Georgia||Georgian|Georgians",
    "Germany|Federal Republic of Germany;FRG|German|Germans",
    "Ghana||Ghanaian|Ghanaians",
    "Greece|Hellenic Republic|Greek|Greeks",
    "Guatemala||Guatemalan|Guatemalans",
    "Guinea||Guinean|Guineans",
    "Guinea-Bissau|||",
    "Guyana||Guyanese|",
    "Haiti||Haitian|Haitians",
    "Honduras||Honduran|Hondurans",
    "Hungary||Hungarian|Hungarians",
    "Iceland||Icelandic|Icelanders",
    "India||Indian|Indians",
    "Indonesia||Indonesian|Indonesians",
    "Iran|Islamic Republic of Iran|Iranian|Iranians",
    "Iraq||Iraqi|Iraqis",
    "Ireland||Irish|Irishmen",
    "Israel|State of Israel|Israeli|Israelis",
    "Italy|Italian Republic|Italian|Italians",
    "Ivory Coast|Cote d'Ivoire;Côte d'Ivoire|Ivorian|Ivorians",
    "Jamaica||Jamaican|Jamaicans",
    "Japan||Japanese|",
    "Jordan|Hashemite Kingdom of Jordan|Jordanian|Jordanians",
    "Kazakhstan||Kazakh;Kazakhstani|Kazakhs",
    "Kenya||Kenyan|Kenyans",
    "Kosovo||Kosovar|Kosovars",
    "Kuwait||Kuwaiti|Kuwaitis",
    "Kyrgyzstan|Kyrgyz Republic|Kyrgyz|",
    "Laos||Laotian;Lao|Laotians",
    "Latvia||Latvian|Latvians",
    "Lebanon|Lebanese Republic|Lebanese|",
    "Lesotho||Basotho|",
    "Liberia||Liberian|Liberians",
    "Libya||Libyan|Libyans",
    "Liechtenstein|||",
    "Lithuania||Lithuanian|Lithuanians",
    "Luxembourg||Luxembourgish|Luxembourgers",
    "Madagascar||Malagasy|",
    "Malawi||Malawian|Malawians",
    "Malaysia||Malaysian|Malaysians",
    "Maldives||Maldivian|Maldivians",
    "Mali||Malian|Malians",
    "Malta||Maltese|",
    "Mauritania||Mauritanian|Mauritanians",
    "Mauritius||Mauritian|Mauritians",
    "Mexico|United Mexican States|Mexican|Mexicans",
    "Moldova||Moldovan|Moldovans",
    "Monaco||Monegasque|",
    "Mongolia||Mongolian|Mongolians;Mongols",
    "Montenegro||Montenegrin|Montenegrins",
    "Morocco|Kingdom of Morocco|Moroccan|Moroccans",
    "Mozambique||Mozambican|Mozambicans",
    "Myanmar|Burma|Burmese|",
    "Namibia||Namibian|Namibians",
    "Nepal||Nepalese;Nepali|Nepalis",
    "Netherlands|Kingdom of the Netherlands;Holland|Dutch|Dutchmen",
    "New Zealand||New Zealand|New Zealanders",
    "Nicaragua||Nicaraguan|Nicaraguans",
    "Niger||Nigerien|Nigeriens",
    "Nigeria||Nigerian|Nigerians",
    "North Korea|Democratic People's Republic of Korea;DPRK|North Korean|North Koreans",
    "North Macedonia|Macedonia|Macedonian;North Macedonian|Macedonians",
    "Norway|Kingdom of Norway|Norwegian|Norwegians",
    "Oman|Sultanate of Oman|Omani|Omanis",
    "Pakistan|Islamic Republic of Pakistan|Pakistani|Pakistanis",
    "Palestine|State of Palestine|Palestinian|Palestinians",
    "Panama||Panamanian|Panamanians",
    "Papua New Guinea||Papua New Guinean|",
    "Paraguay||Paraguayan|Paraguayans",
    "Peru||Peruvian|Peruvians",
    "Philippines||Philippine;Filipino|Filipinos",
    "Poland||Polish|Poles",
    "Portugal|Portuguese Republic|Portuguese|",
    "Qatar||Qatari|Qataris",
    "Republic of the Congo|Congo-Brazzaville||",
    "Romania||Romanian|Romanians",
    "Russia|Russian Federation|Russian|Russians",
    "Rwanda||Rwandan|Rwandans",
    "Saudi Arabia|Kingdom of Saudi Arabia;KSA|Saudi;Saudi Arabian|Saudis",
    "Senegal||Senegalese|",
    "Serbia||Serbian|Serbs;Serbians",
    "Seychelles|||",
    "Sierra Leone||Sierra Leonean|Sierra Leoneans",
    "Singapore||Singaporean|Singaporeans",
    "Slovakia|Slovak Republic|Slovak;Slovakian|Slovaks",
    "Slovenia||Slovenian;Slovene|Slovenians;Slovenes",
    "Somalia||Somali|Somalis",
    "South Africa||South African|South Africans",
    "South Korea|Republic of Korea;ROK|South Korean|South Koreans",
    "South Sudan||South Sudanese|",
    "Spain|Kingdom of Spain|Spanish|Spaniards",
    "Sri Lanka||Sri Lankan|Sri Lankans",
    "Sudan||Sudanese|",
    "Suriname||Surinamese|",
    "Sweden|Kingdom of Sweden|Swedish|Swedes",
    "Switzerland|Swiss Confederation|Swiss|",
    "Syria|Syrian Arab Republic|Syrian|Syrians",
    "Taiwan||Taiwanese|",
    "Tajikistan||Tajik|Tajiks",
    "Tanzania|United Republic of Tanzania|Tanzanian|Tanzanians",
    "Thailand|Kingdom of Thailand|Thai|Thais",
    "Togo||Togolese|",
    "Trinidad and Tobago|||Trinidadians",
    "Tunisia||Tunisian|Tunisians",
    "Turkey|Türkiye|Turkish|Turks",
    "Turkmenistan||Turkmen|Turkmens",
    "Uganda||Ugandan|Ugandans",
    "Ukraine||Ukrainian|Ukrainians",
    "United Arab Emirates|UAE;Emirates|Emirati|Emiratis",
    "United Kingdom|UK;U.K.;Britain;Great Britain|British|Britons",
    "United States|US;U.S.;USA;U.S.A.;United States of America|American|Americans",
    "Uruguay||Uruguayan|Uruguayans",
    "Uzbekistan||Uzbek|Uzbeks",
    "Vatican City|Holy See;Vatican||",
    "Venezuela|Bolivarian Republic of Venezuela|Venezuelan|Venezuelans",
    "Vietnam|Socialist Republic of Vietnam;Viet Nam|Vietnamese|",
    "Yemen||Yemeni|Yemenis",
    "Zambia||Zambian|Zambians",
    "Zimbabwe||Zimbabwean|Zimbabweans"};

using Table = std::unordered_map<std::string, CountryMatch>;

std::string_view next_field(std::string_view& row, char separator) {
  const std::size_t end = std::min(row.find(separator), row.size());
  const std::string_view field = row.substr(0, end);
  row.remove_prefix(std::min(end + 1, row.size()));
  return field;
}

Table build_table() {
  Table table;
  for (std::string_view row : kCountries) {
    const std::string_view name = next_field(row, '|');
    table.emplace(name, CountryMatch{CountryForm::name, name});
    for (const CountryForm form :
         {CountryForm::name, CountryForm::adjective, CountryForm::people}) {
      std::string_view forms = next_field(row, '|');
      while (!forms.empty()) table.emplace(next_field(forms, ';'), CountryMatch{form, name});
    }
  }
  return table;
}

const Table& table() {
  static const Table built = build_table();
  return built;
}

CountryMatch look_up(std::string_view text) {
  const auto found = table().find(std::string(text));
  return found == table().end() ? CountryMatch{} : found->second;
}

std::string with_plain_apostrophes(std::string_view text) {
  std::string result(text);
  for (std::size_t at = result.find("’"); at != std::string::npos; at = result.find("’"))
    result.replace(at, std::string_view("’").size(), "'");
  return result;
}

}  // namespace

CountryMatch find_country(std::string_view text) {
  const std::string plain = with_plain_apostrophes(text);
  std::string_view name = plain;
  for (const std::string_view article : {"the ", "The "})
    if (name.starts_with(article)) name.remove_prefix(article.size());
  if (const CountryMatch match = look_up(name); match.form != CountryForm::none) return match;
  for (const std::string_view front : {"Republic of the ", "Republic of ", "Kingdom of "}) {
    if (!name.starts_with(front)) continue;
    const CountryMatch match = look_up(name.substr(front.size()));
    if (match.form == CountryForm::name) return match;
  }
  return {};
}

}  // namespace dossier::extract
