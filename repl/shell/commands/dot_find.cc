// SPDX-License-Identifier: Apache-2.0
// .find: entities, documents and sentences by their words, best first.

#include "dossier/error.h"
#include "dossier/views.h"
#include "repl/shell/commands/dot_commands.h"
#include "repl/tasks/find_request.h"
#include "repl/tasks/found_cards.h"
#include "repl/tasks/text_index.h"

namespace dossier::repl {

void shell_find(Session& session, const ShellArguments& arguments) {
  const FindRequest request = find_request(session.kb(), arguments.rest, session.prefixes());
  if (!session.settings().read_only && !has_whole_text_index(session.kb()))
    index_texts(session.kb(), {}, false, session.console());
  const Found found = find(session.kb(), request, session.options(""));
  CardStyle style{session.settings().color && session.shows(), session.layout().width,
                  session.prefixes()};
  style.numbered = session.shows();
  session.list_things(things_found(found));
  session.paged([&] { write_found(session.out(), found, request, style); });
}

}  // namespace dossier::repl
