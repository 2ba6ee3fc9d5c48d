// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/html_linked_data.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "extract/lexicon/word_table.h"

namespace dossier::extract {
namespace {

using Json = nlohmann::json;

std::string text_member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// "@type": "NewsArticle", or a list of such.
bool has_type(const Json& object, const auto& is_wanted) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return is_wanted(type->get<std::string>());
  return type->is_array() && std::any_of(type->begin(), type->end(), [&](const Json& one) {
           return one.is_string() && is_wanted(one.get<std::string>());
         });
}

bool is_article(const Json& object) {
  return has_type(object, [](const std::string& type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
  });
}

/// A picture has an author and a date of its own, and a comment is by somebody else.
bool describes_other(const Json& object) {
  static const WordSet others("html", "other_type");
  return has_type(object, [](const std::string& type) { return others.contains(type); });
}

class LinkedData {
 public:
  void add(const std::string& script) {
    Json data = Json::parse(script, nullptr, false);
    if (data.is_discarded()) return;
    collect(std::move(data));
  }

  StatedFacts facts() {
    for (const Json& object : objects_)
      if (const std::string id = text_member(object, "@id"); !id.empty() && object.size() > 1)
        by_id_.emplace(id, &object);
    const auto article = std::find_if(objects_.begin(), objects_.end(), is_article);
    StatedFacts facts;
    if (article != objects_.end()) {
      take(*article, facts);
      return facts;
    }
    for (const Json& object : objects_)
      if (!describes_other(object)) take(object, facts);
    return facts;
  }

 private:
  /// Objects one by one: lists, graphs and the main thing of a page are taken apart.
  void collect(Json data) {
    std::vector<Json> waiting;
    waiting.push_back(std::move(data));
    while (!waiting.empty()) {
      Json one = std::move(waiting.back());
      waiting.pop_back();
      if (one.is_array()) {
        for (auto item = one.rbegin(); item != one.rend(); ++item)
          waiting.push_back(std::move(*item));
        continue;
      }
      if (!one.is_object()) continue;
      for (const char* name : {"mainEntity", "@graph"})
        if (const auto inner = one.find(name); inner != one.end() && inner->is_structured())
          waiting.push_back(std::move(*inner));
      objects_.push_back(std::move(one));
    }
  }

  /// The object that {"@id": "..."} stands for; itself, if it says more.
  const Json& resolved(const Json& object) const {
    if (!object.is_object() || object.contains("name")) return object;
    const auto found = by_id_.find(text_member(object, "@id"));
    return found == by_id_.end() ? object : *found->second;
  }

  /// "Jane Doe", {"name": "Jane Doe"} or a list of such: the first.
  std::string name_of(const Json& object, const char* member, bool person_too) const {
    const auto found = object.find(member);
    if (found == object.end()) return {};
    const Json& first = found->is_array() && !found->empty() ? found->front() : *found;
    const Json& named = resolved(first);
    if (named.is_string()) return named.get<std::string>();
    if (!named.is_object()) return {};
    const bool person = has_type(named, [](const std::string& type) { return type == "Person"; });
    if (person && !person_too) return {};
    const auto name = named.find("name");
    if (name != named.end() && name->is_array() && !name->empty() && name->front().is_string())
      return name->front().get<std::string>();
    return text_member(named, "name");
  }

  void take(const Json& object, StatedFacts& facts) const {
    if (facts.date.empty()) facts.date = text_member(object, "datePublished");
    if (facts.author.empty()) facts.author = name_of(object, "author", true);
    if (facts.title.empty()) facts.title = text_member(object, "headline");
    // Who publishes pages of their own says so there; what is wanted is a body.
    if (facts.publisher.empty()) facts.publisher = name_of(object, "publisher", false);
  }

  std::vector<Json> objects_;
  std::map<std::string, const Json*> by_id_;
};

}  // namespace

StatedFacts linked_data_facts(const std::vector<std::string>& scripts) {
  LinkedData data;
  for (const std::string& script : scripts) data.add(script);
  return data.facts();
}

}  // namespace dossier::extract
