// SPDX-License-Identifier: Apache-2.0
// What .entity and .fact do with a request: it looks, or it changes what people have decided.
#pragma once

#include "repl/shell/list.h"
#include "repl/shell/session.h"

namespace dossier::repl {

/// A request has only_looks(), look() and change().
template <typename Request>
void apply_request(Session& session, const Request& request) {
  if (only_looks(request)) {
    show_list(session, look(session.kb(), request, session.prefixes()), "row", "rows");
    return;
  }
  ++session.changes;
  session.console().err << change(session.kb(), request, session.prefixes()) << '\n';
}

}  // namespace dossier::repl
