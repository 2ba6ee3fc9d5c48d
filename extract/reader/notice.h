// SPDX-License-Identifier: Apache-2.0
// Sentences that speak to whoever looks at a page or a mail, not to who reads the text.
#pragma once

#include <string_view>

namespace dossier::extract {

/// How much of a line is such a notice.
enum class Notice { none, likely, sure };

/// "To send flowers, please visit our store.", "Sign up to get the newsletter in your inbox.", "All
/// rights reserved. No part may be reproduced without permission.": by the words for what one may
/// do, for what it is done to, and for who is spoken to, all in one sentence. `sure` where that
/// holds for each sentence, and one has more such words than it needs.
Notice notice_of(std::u32string_view line);

}  // namespace dossier::extract
