// SPDX-License-Identifier: Apache-2.0
// SPARQL Query Results JSON, a row at a time: nlohmann's parser builds one row's object, which is
// read and thrown away.
#include <algorithm>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "dossier/error.h"
#include "parser/grammar/text.h"
#include "parser/results/drivers.h"
#include "parser/results/json_terms.h"
#include "parser/results/terms.h"

namespace dossier::results {
namespace {

using Event = nlohmann::json::parse_event_t;

/// How far nlohmann's parser has read, also inside of a long text, where it has nothing to tell.
struct Progress {
  static constexpr std::size_t kStep = std::size_t{1} << 20;

  const char* reached;
  std::size_t until_look;
  std::function<void()> look;
};

class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(const char* at, Progress* progress) : at_(at), progress_(progress) {}
  const char& operator*() const { return *at_; }
  Cursor& operator++() {
    ++at_;
    progress_->reached = at_;
    if (--progress_->until_look == 0) {
      progress_->until_look = Progress::kStep;
      progress_->look();
    }
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
  Progress* progress_;
};

class Reader {
 public:
  Reader(std::string_view text, ResultsSink& sink, std::size_t max_nesting,
         const ResultsWatch& watch)
      : text_(text), sink_(sink), max_nesting_(max_nesting), watch_(watch) {}

  void run() {
    const Json document = parse();
    if (has_early_rows_ && begun_) {
      reads_again_ = true;
      parse();
    }
    finish(document);
  }

 private:
  Json parse() {
    progress_ = {text_.data(), Progress::kStep, [this] { look(); }};
    row_start_ = 0;
    const auto watch = [this](int depth, Event event, Json& value) {
      return see(static_cast<std::size_t>(depth), event, value);
    };
    try {
      return Json::parse(Cursor(text_.data(), &progress_),
                         Cursor(text_.data() + text_.size(), &progress_), watch);
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
  }

  [[noreturn]] void fail(const std::string& message, std::size_t at) const {
    throw Error::in_text(ErrorCode::syntax, message, text_, at);
  }
  std::size_t offset() const { return static_cast<std::size_t>(progress_.reached - text_.data()); }
  void look() const { watch_(held_for(offset() - row_start_)); }

  /// False throws `value` away. What is not needed is never kept: 2 bytes of text can be 50 bytes
  /// of memory.
  bool see(std::size_t depth, Event event, Json& value) {
    switch (event) {
      case Event::object_start:
      case Event::array_start:
        require_nesting(depth);
        return may_start(depth, event == Event::array_start);
      case Event::key:
        return is_wanted(depth, value.get_ref<const std::string&>());
      case Event::value:
        see_value(depth);
        return true;
      case Event::object_end:
        if (depth == 1 && top_ == "head" && !reads_again_) read_head(value);
        if (!is_row(depth)) return true;
        read_row(value);
        return false;
      default:
        return true;
    }
  }

  // A row is at depth 3, its terms at 4; each triple term adds two levels.
  void require_nesting(std::size_t depth) const {
    if (depth <= 4 + 2 * max_nesting_) return;
    throw Error::in_text(ErrorCode::limit,
                         "more than " + std::to_string(max_nesting_) + " levels of nesting", text_,
                         offset());
  }

  bool in_bindings() const { return top_ == "results" && second_ == "bindings"; }
  bool in_variables() const { return top_ == "head" && second_ == "vars"; }
  bool is_row(std::size_t depth) const { return depth == 3 && in_bindings(); }

  bool may_start(std::size_t depth, bool is_array) {
    if (depth == 0) return !is_array;
    if (depth == 1) return !is_array && top_ != "boolean";
    if (depth == 2) return is_array;
    if (in_variables()) throw std::invalid_argument("the names of variables are texts");
    if (!is_row(depth)) return !is_array;
    if (is_array) throw std::invalid_argument("a row is an object of variables and terms");
    row_start_ = offset();
    watch_(0);
    has_early_rows_ = has_early_rows_ || !begun_;
    return !has_early_rows_ || reads_again_;
  }

  bool is_wanted(std::size_t depth, const std::string& key) {
    if (depth == 1) {
      top_ = key;
      second_.clear();
      return key == "head" || key == "results" || key == "boolean";
    }
    if (depth == 2) {
      second_ = key;
      return in_bindings() || in_variables();
    }
    if (depth > 4) return is_json_member_of_term(key);
    if (in_bindings() && begun_ && !names_.contains(key))
      throw std::invalid_argument("a row binds a variable that the head does not name");
    return true;
  }

  void see_value(std::size_t depth) {
    if (is_row(depth)) throw std::invalid_argument("a row is an object of variables and terms");
    if (depth == 3 && in_variables() && ++name_count_ > kMostVariables && !reads_again_)
      throw std::invalid_argument(kTooManyVariables);
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
    names_ = {variables_.begin(), variables_.end()};
    sink_.begin(variables_);
  }

  void read_row(const Json& object) {
    std::vector<std::optional<Term>> values(variables_.size());
    for (std::size_t i = 0; i < variables_.size(); ++i) {
      const auto found = object.find(variables_[i]);
      if (found != object.end()) values[i] = read_json_term(*found);
    }
    sink_.row(values);
    row_start_ = offset();
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
  ResultsSink& sink_;
  std::size_t max_nesting_;
  const ResultsWatch& watch_;
  Progress progress_ = {};
  std::size_t row_start_ = 0;  ///< or what else is read at the moment
  std::string top_;            ///< the member of the document being read
  std::string second_;         ///< the member of that
  std::vector<std::string> variables_;
  std::unordered_set<std::string> names_;  ///< of the variables
  std::size_t name_count_ = 0;
  bool begun_ = false;
  /// Rows that stand before the head are read when the head is known, with all others.
  bool has_early_rows_ = false;
  bool reads_again_ = false;
};

}  // namespace

void parse_json(std::string_view text, ResultsSink& sink, std::size_t max_nesting,
                const ResultsWatch& watch) {
  grammar::require_utf8(text);
  Reader(text, sink, max_nesting, watch).run();
}

}  // namespace dossier::results
