// SPDX-License-Identifier: Apache-2.0
#include "parser/sparql/parse.h"

#include <limits>

#include "dossier/error.h"
#include "parser/grammar/text.h"
#include "parser/sparql/drivers.h"
#include "parser/sparql/errors.h"
#include "parser/sparql/queries.h"

namespace dossier {
namespace {

using Match = bool (*)(std::string_view, sparql::Recorder&);

void check_text(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max() / 2) {
    throw Error(ErrorCode::limit, "the text is longer than 2 GB");
  }
  grammar::require_utf8(text);
}

/// The first step: the whole text as a plain tree.
sparql::SyntaxTree parse_tree(std::string_view text, const SparqlOptions& options, Match match) {
  check_text(text);
  sparql::Recorder recorder(text, options.max_nesting, options.watch);
  if (!match(text, recorder)) throw sparql::syntax_error(text, recorder.expectations());
  return recorder.take_tree();
}

enum class Shape { complete, incomplete, wrong };

/// How far `text` follows the grammar, prose rules aside.
Shape shape_of(std::string_view text, const SparqlOptions& options, Match match) {
  sparql::Recorder recorder(text, options.max_nesting, options.watch);
  if (match(text, recorder)) return Shape::complete;
  const std::uint32_t offset = recorder.expectations().furthest();
  const bool stuck_at_end = offset == text.size() || sparql::ends_inside_long_string(text, offset);
  return stuck_at_end ? Shape::incomplete : Shape::wrong;
}

/// A prologue alone is an update request of no operations; whoever types it will go on.
bool has_operation(std::string_view text, const SparqlOptions& options) {
  return !parse_update(text, options).operations.empty();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

ast::Query parse_query(std::string_view text, const SparqlOptions& options) {
  const sparql::SyntaxTree tree = parse_tree(text, options, sparql::match_query);
  sparql::Context context(text, options, tree.bytes());
  return sparql::to_query(context, tree.root());
}

ast::Update parse_update(std::string_view text, const SparqlOptions& options) {
  const sparql::SyntaxTree tree = parse_tree(text, options, sparql::match_update);
  sparql::Context context(text, options, tree.bytes());
  return sparql::to_update(context, tree.root());
}

bool is_incomplete(std::string_view text, const SparqlOptions& options) {
  if (is_blank(text)) return false;
  try {
    check_text(text);
    const Shape as_query = shape_of(text, options, sparql::match_query);
    if (as_query == Shape::complete) return false;
    const Shape as_update = shape_of(text, options, sparql::match_update);
    if (as_update == Shape::complete) return !has_operation(text, options);
    return as_query == Shape::incomplete || as_update == Shape::incomplete;
  } catch (const Error&) {
    // Too deep, not UTF-8 or a rule broken: executing the text reports it.
    return false;
  }
}

}  // namespace dossier
