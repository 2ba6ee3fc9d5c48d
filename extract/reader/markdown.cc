// SPDX-License-Identifier: Apache-2.0
#include "extract/reader/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>
#include <mutex>
#include <vector>

#include "extract/reader/decode.h"
#include "extract/reader/front_matter.h"
#include "extract/reader/html_text.h"
#include "extract/reader/unpack.h"
#include "extract/text/unicode.h"

namespace dossier::extract {
namespace {

/// Raw HTML is kept: the HTML reader knows which parts of it are text.
constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;

using Parser = std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)>;
using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Parser make_parser() {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  Parser parser(cmark_parser_new(kOptions), cmark_parser_free);
  for (const char* name : {"table", "strikethrough", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  return parser;
}

bool is_note(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
}

bool is_special(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_FOOTNOTE_REFERENCE || is_note(node);
}

/// The nodes of the tree that are not wanted as they are, outer ones first.
std::vector<cmark_node*> special_nodes(cmark_node* root) {
  std::vector<cmark_node*> found;
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(root),
                                                                     cmark_iter_free);
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event != CMARK_EVENT_ENTER) continue;
    cmark_node* const node = cmark_iter_get_node(walk.get());
    if (is_special(node)) found.push_back(node);
  }
  return found;
}

/// A note is text like any other; only its number and its arrow back are not.
void put_content_before(cmark_node* note) {
  for (cmark_node* child = cmark_node_first_child(note); child != nullptr;) {
    cmark_node* const next = cmark_node_next(child);
    cmark_node_insert_before(note, child);
    child = next;
  }
}

bool is_emphasis(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG;
}

bool is_break(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

/// A picture alone in its paragraph, perhaps as a link, or with nothing but an emphasised line
/// below it; `captioned` tells which.
bool shows_picture(cmark_node* paragraph, bool& captioned) {
  captioned = false;
  if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return false;
  cmark_node* child = cmark_node_first_child(paragraph);
  if (child == nullptr) return false;
  cmark_node* const linked =
      cmark_node_get_type(child) == CMARK_NODE_LINK ? cmark_node_first_child(child) : child;
  if (linked == nullptr || cmark_node_get_type(linked) != CMARK_NODE_IMAGE) return false;
  child = cmark_node_next(child);
  if (child == nullptr) return true;
  if (!is_break(child)) return false;
  child = cmark_node_next(child);
  captioned = child != nullptr && is_emphasis(child) && cmark_node_next(child) == nullptr;
  return captioned;
}

/// Nothing but emphasised words, as captions below pictures are written.
bool is_emphasised(cmark_node* paragraph) {
  if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return false;
  cmark_node* const child = cmark_node_first_child(paragraph);
  return child != nullptr && is_emphasis(child) && cmark_node_next(child) == nullptr;
}

/// Puts captions of pictures into <figcaption>, which the HTML reader knows.
void mark_captions(cmark_node* root) {
  for (cmark_node* node = cmark_node_first_child(root); node != nullptr;
       node = cmark_node_next(node)) {
    bool captioned = false;
    if (!shows_picture(node, captioned)) continue;
    cmark_node* const next = cmark_node_next(node);
    if (!captioned && (next == nullptr || !is_emphasised(next))) continue;
    cmark_node* const caption = captioned ? node : next;
    cmark_node* const figure = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(figure, "<figcaption>");
    cmark_node_set_on_exit(figure, "</figcaption>");
    cmark_node_insert_before(caption, figure);
    cmark_node_append_child(figure, caption);
    node = figure;
  }
}

std::string to_html(const std::string& markdown) {
  const Parser parser = make_parser();
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const Tree tree(cmark_parser_finish(parser.get()), cmark_node_free);
  std::vector<cmark_node*> removed = special_nodes(tree.get());
  for (cmark_node* node : removed) {
    if (is_note(node)) put_content_before(node);
  }
  for (cmark_node* node : removed) cmark_node_unlink(node);
  mark_captions(tree.get());
  const std::unique_ptr<char, void (*)(void*)> html(
      cmark_render_html(tree.get(), kOptions, cmark_parser_get_syntax_extensions(parser.get())),
      std::free);
  // None lies inside another any more: all are unlinked.
  for (cmark_node* node : removed) cmark_node_free(node);
  return html.get();
}

/// "Present: ...", "**Date:** ...".
bool is_labelled(std::u32string_view line) {
  constexpr std::size_t kLongestLabel = 24;
  while (!line.empty() && (line.front() == U'*' || line.front() == U'_')) line.remove_prefix(1);
  const std::size_t colon = line.substr(0, kLongestLabel).find(U':');
  return colon != std::u32string_view::npos && colon > 1 && is_upper(line.front()) &&
         line.substr(0, colon).find_first_of(U".,;!?|<[") == std::u32string_view::npos;
}

/// Lines that each have a label of their own stay lines, although Markdown would join them.
std::u32string with_labels_apart(std::u32string_view text) {
  std::u32string result;
  while (!text.empty()) {
    const std::size_t end = text.find(U'\n');
    const std::u32string_view line = text.substr(0, end);
    text.remove_prefix(end == std::u32string_view::npos ? text.size() : end + 1);
    result += line;
    if (is_labelled(line) && is_labelled(text.substr(0, text.find(U'\n')))) result += U"  ";
    if (end != std::u32string_view::npos) result += U'\n';
  }
  return result;
}

}  // namespace

SourceText markdown_text(std::string_view content, const std::string& source_name,
                         const ReadSettings& settings) {
  refuse_beyond(settings.limits.text, content.size(), source_name);
  const std::u32string decoded = decode_text(content, source_name);
  std::u32string_view text = decoded;
  const StatedFacts stated = take_front_matter(text);
  const std::string html = to_html(to_utf8(with_labels_apart(text)));
  refuse_beyond(settings.limits.markup(), html.size(), source_name);
  SourceText source = page_text(html, source_name, settings);
  // Whoever writes Markdown puts no links to other pages below it.
  source.may_have_foot = false;
  source.may_have_boilerplate = false;
  for (std::string StatedFacts::*fact :
       {&StatedFacts::title, &StatedFacts::date, &StatedFacts::author, &StatedFacts::place}) {
    if (!(stated.*fact).empty()) source.facts.*fact = stated.*fact;
  }
  return source;
}

}  // namespace dossier::extract
