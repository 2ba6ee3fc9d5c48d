// SPDX-License-Identifier: Apache-2.0
#include "desk/ask/other_readings.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace dossier::asking {
namespace {

/// Two verbs for one event: the subject of one stands behind the other's preposition; "" for its
/// object.
struct Converse {
  std::string_view verb, marker, other, other_marker;
};
constexpr std::array kConverses{
    Converse{"beat", "", "lose", "to"},        Converse{"defeat", "", "lose", "to"},
    Converse{"eliminate", "", "lose", "to"},   Converse{"knock", "", "lose", "to"},
    Converse{"own", "", "belong", "to"},       Converse{"employ", "", "work", "for"},
    Converse{"kill", "", "die", "in"},         Converse{"inspire", "", "base", "on"},
    Converse{"receive", "from", "give", "to"}, Converse{"get", "from", "give", "to"},
    Converse{"obtain", "from", "give", "to"},  Converse{"buy", "from", "sell", "to"},
    Converse{"acquire", "from", "sell", "to"}, Converse{"purchase", "from", "sell", "to"},
    Converse{"borrow", "from", "lend", "to"},  Converse{"inherit", "from", "leave", "to"},
    Converse{"learn", "from", "teach", "to"},  Converse{"hear", "from", "tell", "to"},
};

std::optional<Reading> turned(const Reading& reading, std::string_view verb,
                              std::string_view marker, std::string_view other,
                              std::string_view other_marker) {
  if (reading.verb != verb) return std::nullopt;
  // Who killed somebody is nothing that he died in.
  if (verb == "kill" && reading.person) return std::nullopt;
  Reading out = reading;
  bool moved = false;
  for (Role& role : out.roles) {
    const bool here = marker.empty() ? role.slot == Role::Slot::object
                                     : role.slot == Role::Slot::oblique && role.marker == marker;
    if (role.slot == Role::Slot::subject) {
      role.slot = other_marker.empty() ? Role::Slot::object : Role::Slot::oblique;
      role.marker = other_marker;
    } else if (here) {
      role.slot = Role::Slot::subject;
      role.marker.clear();
      moved = true;
    }
  }
  out.verb = out.lemma = other;
  return moved ? std::optional(std::move(out)) : std::nullopt;
}

/// "Who got the job?": to whom it was given, whoever gave it.
std::optional<Reading> given(const Reading& reading) {
  const bool gets = reading.verb == "get" || reading.verb == "receive" || reading.verb == "win";
  const Role* got = reading.find(Role::Slot::object);
  if (!gets || got == nullptr || got->wanted) return std::nullopt;
  Reading out = reading;
  out.verb = out.lemma = "give";
  bool moved = false;
  for (Role& role : out.roles) {
    if (role.slot == Role::Slot::oblique && role.marker == "from") return std::nullopt;
    if (role.slot != Role::Slot::subject) continue;
    role.slot = Role::Slot::oblique;
    role.marker = "to";
    moved = role.wanted;
  }
  return moved ? std::optional(std::move(out)) : std::nullopt;
}

/// "How much did X pay for Y?", "How much did Y cost?": for how much Y was bought.
std::optional<Reading> price(const Reading& reading) {
  if (reading.wanted != Wanted::amount || reading.copula) return std::nullopt;
  const bool pays = reading.verb == "pay" || reading.verb == "spend";
  if (!pays && reading.verb != "cost") return std::nullopt;
  Reading out = reading;
  out.verb = out.lemma = "buy";
  bool known = false;
  for (Role& role : out.roles) {
    const bool bought = pays ? role.slot == Role::Slot::oblique && !role.wanted
                             : role.slot == Role::Slot::subject && !role.wanted;
    if (bought) {
      role.slot = Role::Slot::object;
      role.marker.clear();
      known = true;
    } else if (role.wanted) {
      role.slot = Role::Slot::oblique;
      role.marker = "for";
    }
  }
  // "pay (30 dollars for X)": the clause reader may read X as a part of the sum.
  if (pays && !known && !out.rest.empty()) {
    Role bought;
    bought.slot = Role::Slot::object;
    bought.phrase.head = out.rest.back();
    bought.phrase.words = out.rest;
    for (const std::string& word : out.rest)
      bought.phrase.text += (bought.phrase.text.empty() ? "" : " ") + word;
    out.rest.clear();
    out.roles.push_back(std::move(bought));
    known = true;
  }
  return known ? std::optional(std::move(out)) : std::nullopt;
}

/// "How much is a room?" as "How much does a room cost?"
std::optional<Reading> cost(const Reading& reading) {
  if (reading.wanted != Wanted::amount || !reading.copula) return std::nullopt;
  Reading out = reading;
  out.copula = false;
  out.verb = out.lemma = "cost";
  bool known = false;
  for (Role& role : out.roles) {
    if (role.slot == Role::Slot::oblique) continue;
    known = known || !role.wanted;
    role.slot = role.wanted ? Role::Slot::object : Role::Slot::subject;
  }
  return known ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::vector<Reading> other_readings(const Reading& reading) {
  std::vector<Reading> out;
  if (std::optional<Reading> one = cost(reading)) out.push_back(std::move(*one));
  if (std::optional<Reading> one = price(reading)) {
    out.push_back(*one);
    // "X sold it to Y for 30 dollars": who paid stands behind "to".
    one->verb = one->lemma = "sell";
    for (Role& role : one->roles) {
      if (role.slot != Role::Slot::subject) continue;
      role.slot = Role::Slot::oblique;
      role.marker = "to";
    }
    out.push_back(std::move(*one));
  }
  if (std::optional<Reading> one = given(reading)) out.push_back(std::move(*one));
  for (const Converse& pair : kConverses) {
    if (auto one = turned(reading, pair.verb, pair.marker, pair.other, pair.other_marker))
      out.push_back(std::move(*one));
    if (auto one = turned(reading, pair.other, pair.other_marker, pair.verb, pair.marker))
      out.push_back(std::move(*one));
  }
  return out;
}

}  // namespace dossier::asking
