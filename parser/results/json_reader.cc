// SPDX-License-Identifier: Apache-2.0
// SPARQL Query Results JSON, a row at a time: nlohmann's parser builds one row's object, which is
// read and thrown away.
#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "dossier/error.h"
#include "parser/grammar/text.h"
#include "parser/results/drivers.h"
#include "parser/results/terms.h"

namespace dossier::results {
namespace {

using Json = nlohmann::json;
using Event = nlohmann::json::parse_event_t;

/// Lets the callback know how far the parser has read.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, const char** reached) : at_(at), reached_(reached) {}
  const char& operator*() const { return *at_; }
  Cursor& operator++() {
    ++at_;
    *reached_ = at_;
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

std::string member(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) {
    throw std::invalid_argument(std::string("a term needs the text member \"") + name + '"');
  }
  return found->get<std::string>();
}

std::optional<std::string> optional_member(const Json& object, const char* name) {
  if (!object.contains(name)) return std::nullopt;
  return member(object, name);
}

Term read_term(const Json& object);

const Json& part(const Json& triple, const char* name) {
  const auto found = triple.find(name);
  if (found == triple.end()) {
    throw std::invalid_argument(std::string("a triple term needs the member \"") + name + '"');
  }
  return *found;
}

Term read_term(const Json& object) {
  if (!object.is_object()) throw std::invalid_argument("a term is an object");
  const std::string type = member(object, "type");
  if (type == "triple") {
    const Json& parts = part(object, "value");
    if (!parts.is_object()) throw std::invalid_argument("a triple term's value is an object");
    return checked_triple(read_term(part(parts, "subject")), read_term(part(parts, "predicate")),
                          read_term(part(parts, "object")));
  }
  if (type == "uri") return checked_iri(member(object, "value"));
  if (type == "bnode") return Term::blank_node(member(object, "value"));
  // "typed-literal" is what writers before SPARQL 1.1 say.
  if (type != "literal" && type != "typed-literal") {
    throw std::invalid_argument("no term is of type \"" + type + '"');
  }
  std::optional<std::string> direction = optional_member(object, "its:dir");
  if (!direction) direction = optional_member(object, "direction");
  return checked_literal({member(object, "value"), optional_member(object, "xml:lang"),
                          std::move(direction), optional_member(object, "datatype")});
}

class Reader {
 public:
  Reader(std::string_view text, ResultsSink& sink, std::size_t max_nesting)
      : text_(text), reached_(text.data()), sink_(sink), max_nesting_(max_nesting) {}

  void run() {
    // A row is at depth 3, its terms at 4; each triple term adds two levels.
    const auto watch = [this](int depth, Event event, Json& value) {
      return see(static_cast<std::size_t>(depth), event, value);
    };
    Json document;
    try {
      document = Json::parse(Cursor(text_.data(), &reached_),
                             Cursor(text_.data() + text_.size(), &reached_), watch);
    } catch (const Json::parse_error& error) {
      const std::string words = error.what();
      const std::size_t colon = words.rfind("- ");
      fail("not JSON: " + words.substr(colon == std::string::npos ? 0 : colon + 2),
           error.byte == 0 ? 0 : error.byte - 1);
    } catch (const Json::exception& error) {
      fail(std::string("not JSON: ") + error.what(), offset());
    } catch (const std::invalid_argument& error) {
      fail(error.what(), offset());
    }
    finish(document);
  }

 private:
  [[noreturn]] void fail(const std::string& message, std::size_t at) const {
    throw Error::in_text(ErrorCode::syntax, message, text_, at);
  }
  std::size_t offset() const { return static_cast<std::size_t>(reached_ - text_.data()); }

  /// False throws `value` away.
  bool see(std::size_t depth, Event event, Json& value) {
    if ((event == Event::object_start || event == Event::array_start) &&
        depth > 4 + 2 * max_nesting_) {
      throw Error::in_text(ErrorCode::limit,
                           "more than " + std::to_string(max_nesting_) + " levels of nesting",
                           text_, offset());
    }
    if (event == Event::key && depth == 1) top_ = value.get<std::string>();
    if (event == Event::key && depth == 2) second_ = value.get<std::string>();
    if (depth == 1 && event == Event::object_end && top_ == "head") read_head(value);
    const bool in_bindings = top_ == "results" && second_ == "bindings";
    if (!in_bindings || depth != 3) return true;
    if (event == Event::object_end) read_row(value);
    if (event == Event::value || event == Event::array_end) {
      throw std::invalid_argument("a row is an object of variables and terms");
    }
    return event != Event::object_end;
  }

  void read_head(const Json& head) {
    if (!head.contains("vars")) return;
    for (const Json& name : head.at("vars")) {
      if (!name.is_string()) throw std::invalid_argument("the names of variables are texts");
      variables_.push_back(name.get<std::string>());
      if (!is_variable_name(variables_.back())) {
        throw std::invalid_argument(not_a_variable(variables_.back()));
      }
    }
    begin();
  }

  void begin() {
    if (std::exchange(begun_, true)) throw std::invalid_argument("there are two heads");
    sink_.begin(variables_);
    for (const auto& row : early_) deliver(row);
    early_.clear();
  }

  using Row = std::map<std::string, Term>;

  void read_row(const Json& object) {
    Row row;
    for (const auto& [variable, term] : object.items()) {
      row.insert_or_assign(variable, read_term(term));
    }
    if (begun_) {
      deliver(row);
    } else {
      early_.push_back(std::move(row));
    }
  }

  void deliver(const Row& row) {
    std::vector<std::optional<Term>> values(variables_.size());
    std::size_t known = 0;
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      const auto found = row.find(variables_[i]);
      if (found == row.end()) continue;
      values[i] = found->second;
      ++known;
    }
    if (known < row.size()) {
      throw std::invalid_argument("a row binds a variable that the head does not name");
    }
    sink_.row(values);
  }

  void finish(const Json& document) {
    if (!document.is_object()) fail("a result is an object", 0);
    if (const auto answer = document.find("boolean"); answer != document.end()) {
      if (!answer->is_boolean()) fail("\"boolean\" is true or false", text_.size());
      if (begun_) fail("a result has rows or a truth value", text_.size());
      sink_.boolean(answer->get<bool>());
      return;
    }
    const auto results = document.find("results");
    if (!begun_) fail("the result has no \"head\" with \"vars\"", text_.size());
    if (results == document.end() || !results->is_object() || !results->contains("bindings") ||
        !results->at("bindings").is_array()) {
      fail("the result has no \"results\" with \"bindings\"", text_.size());
    }
    sink_.end();
  }

  std::string_view text_;
  const char* reached_;
  ResultsSink& sink_;
  std::size_t max_nesting_;
  std::string top_;     ///< the member of the document being read
  std::string second_;  ///< the member of that
  std::vector<std::string> variables_;
  std::vector<Row> early_;  ///< rows before the head
  bool begun_ = false;
};

}  // namespace

void parse_json(std::string_view text, ResultsSink& sink, std::size_t max_nesting) {
  grammar::require_utf8(text);
  Reader(text, sink, max_nesting).run();
}

}  // namespace dossier::results
