// SPDX-License-Identifier: Apache-2.0
#include "extract/train/large_places.h"

#include <geonames.h>

#include <memory>
#include <string_view>

#include "extract/lexicon/lexicon.h"
#include "extract/train/listed_names.h"

namespace dossier::extract {

namespace {

struct CityDeleter {
  void operator()(GeonamesCity* city) const { geonames_city_free(city); }
};
using City = std::unique_ptr<GeonamesCity, CityDeleter>;

}  // namespace

LargePlaces large_places() {
  LargePlaces places;
  const auto add = [&places](const char* name, std::uint32_t kind) {
    if (name == nullptr) return;
    for (const std::string& form : name_spellings(name)) places.emplace_back(form, kind);
  };
  for (int i = 0; i < geonames_get_n_cities(); ++i) {
    const City city(geonames_get_city(i));
    if (geonames_city_get_population(city.get()) < kLargeCity) continue;
    const std::string_view name = geonames_city_get_name(city.get());
    const char* const division = geonames_city_get_state(city.get());
    add(geonames_city_get_name(city.get()), kCity);
    if (division != nullptr && name != division) add(division, kRegion);
  }
  return places;
}

}  // namespace dossier::extract
