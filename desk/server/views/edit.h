// SPDX-License-Identifier: Apache-2.0
// Corrections from the page: POST /edit/ACTION with a form, answered in JSON.
#pragma once

#include "desk/server/context.h"

namespace dossier::server {

/// merge (kept, gone), split (entity, and name or document), rename (entity, name), reject and
/// restore (fact), accept (id, side) and decline (id) of the review queue, undo (number), save
/// (name, text, description). Throws HttpError 403 without --edit; Error as the functions of
/// entities.h.
Response answer_edit(const Context& context, const Request& request);

}  // namespace dossier::server
