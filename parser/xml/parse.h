// SPDX-License-Identifier: Apache-2.0
// The state of one parse by libxml2. Private to parser/xml/.
#pragma once

#include <libxml/parser.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/error.h"
#include "parser/grammar/window.h"
#include "parser/xml/tag_scanner.h"
#include "parser/xml/xml_parser.h"

namespace dossier::xml {

/// What fail() throws: the parser knows the place.
struct Fault : std::runtime_error {
  Fault(const std::string& message, std::string_view word)
      : std::runtime_error(message), near(word) {}
  std::string near;
};

/// One parse. libxml2's callbacks find it in the context's _private, which contexts of entities
/// inherit. No exception passes through C: it waits in pending_ until libxml2 has returned.
class Parse {
 public:
  Parse(Window& window, Handler& handler, std::size_t max_nesting);
  void run();

  template <typename Action>
  void event(const Action& action) noexcept;
  void start_element(const Element& element);
  void end_element(const Name& name);
  void text(std::string_view piece);
  Handler& handler() { return handler_; }
  void fail_at(ErrorCode code, const std::string& message, std::uint64_t place);
  /// The offset of libxml2's cursor in window_.text().
  std::uint64_t cursor() const;
  std::uint64_t tag_start() const;
  void well_formedness_error(const std::string& message);

  static Parse& of(void* context) {
    return *static_cast<Parse*>(static_cast<xmlParserCtxt*>(context)->_private);
  }

 private:
  void push(std::string_view bytes, bool last);
  /// Throws where the bytes of window_.text() from `place` on hold too large a tag.
  void check_tags(std::string_view bytes, std::uint64_t place);
  void check_bounds(const Element& element);

  Window& window_;
  Handler& handler_;
  std::size_t max_nesting_;
  std::size_t depth_ = 0;
  TagScanner tags_;
  std::size_t namespaces_ = 0;         ///< declared by the open elements
  std::vector<std::size_t> declared_;  ///< by each of them
  std::uint64_t first_ = 0;            ///< offset in the document of the first byte pushed
  std::uint64_t event_at_ = 0;
  std::unique_ptr<xmlParserCtxt, void (*)(xmlParserCtxt*)> context_;
  std::exception_ptr pending_;
};

template <typename Action>
void Parse::event(const Action& action) noexcept {
  if (pending_) return;
  try {
    action(*this);
    return;
  } catch (const Fault& fault) {
    const std::size_t named =
        fault.near.empty() ? std::string_view::npos : window_.text().find(fault.near, event_at_);
    const bool in_tag = named < window_.text().find('>', event_at_);
    try {
      fail_at(ErrorCode::syntax, fault.what(), in_tag ? named : event_at_);
    } catch (...) {
      pending_ = std::current_exception();
    }
  } catch (...) {
    pending_ = std::current_exception();
  }
  xmlStopParser(context_.get());
}

/// A context of libxml2 whose callbacks tell `parse` of a document's parts.
xmlParserCtxt* make_context(Parse* parse);
void free_context(xmlParserCtxt* context);

}  // namespace dossier::xml
