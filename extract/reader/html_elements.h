// SPDX-License-Identifier: Apache-2.0
// What tag names and attributes say about the place of a text on its page.
#pragma once

#include <string_view>

namespace dossier::extract {

bool breaks_line(std::string_view element);  ///< p, div, li, td, ...
bool is_left_out(std::string_view element);  ///< script, nav, footer, form, ...
/// A role that says navigation, and the like.
bool is_left_out_role(std::string_view role);
/// A class or id with a word such as "menu", "breadcrumb", "share".
bool is_boilerplate(std::string_view class_or_id);

}  // namespace dossier::extract
