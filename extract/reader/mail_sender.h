// SPDX-License-Identifier: Apache-2.0
// The name of who sent a mail.
#pragma once

#include <string>

namespace dossier::extract {

/// "Brandt, Ada (Finance)" as "Ada Brandt"; nothing for what is no name of somebody.
std::string sender_name(const std::string& name);

/// "hanna.vold@mill.example": the name that an address is made of, if it is known as one.
std::string name_in_address(const std::string& sender);

}  // namespace dossier::extract
