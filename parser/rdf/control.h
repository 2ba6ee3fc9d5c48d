// SPDX-License-Identifier: Apache-2.0
// Error messages of the RDF grammars: "expected ...", with a hint derived from what is there
// instead.
#pragma once

#include <string>
#include <string_view>
#include <tao/pegtl.hpp>

namespace dossier::rdf_grammar {

/// What a rule that must match is called in messages; grammars specialise it for each such rule.
template <typename Rule>
inline constexpr const char* expected = nullptr;

/// The message for finding `rest` where `what` was expected.
std::string expectation(const char* what, std::string_view rest);

/// The first state is a TermBuilder, whose fail() adds the position.
template <typename Rule>
struct Control : tao::pegtl::normal<Rule> {
  template <typename Input, typename Builder>
  [[noreturn]] static void raise(const Input& in, Builder& builder) {
    static_assert(expected<Rule> != nullptr, "a rule that must match needs a name for messages");
    const std::string_view text = builder.text();
    const std::string_view rest = text.substr(static_cast<std::size_t>(in.current() - text.data()));
    builder.fail(expectation(expected<Rule>, rest), rest);
  }
};

}  // namespace dossier::rdf_grammar
