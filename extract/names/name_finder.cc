// SPDX-License-Identifier: Apache-2.0
// A maximal run of capitalised words is cut into pieces from left to right: known names, titles,
// other names; a piece headed by a noun like "Committee" then takes in its "of", "for" and "on"
// phrases.
#include "extract/names/name_finder.h"

#include <algorithm>
#include <utility>

#include "extract/names/name_grammar.h"

namespace dossier::extract {
namespace {

constexpr std::uint32_t kHeads =
    kOrganizationHead | kPlaceHead | kEventHead | kWorkHead | kProductHead;
constexpr std::uint32_t kAdjectival = kCountry | kNationality | kOrganization | kRegion;

class SpanFinder : private NameGrammar {
 public:
  using NameGrammar::NameGrammar;

  std::vector<NameSpan> find() {
    for (std::uint32_t i = 0; i < size();) {
      MentionType type = MentionType::unknown;
      if (const std::uint32_t end = named_by_circumstance(i, type); end > i) {
        add(i, end, type);
        i = end;
      } else if (units_[i].name || is_direction_of_place(i)) {
        i = read_run(i);
      } else {
        ++i;
      }
    }
    return std::move(spans_);
  }

 private:
  void add(std::uint32_t first, std::uint32_t last, MentionType type) {
    spans_.push_back({first, last, type, true});
    pending_title_ = pending_honorific_ = false;
  }

  std::uint32_t read_run(std::uint32_t begin) {
    const std::uint32_t end = run_end(begin);
    std::uint32_t at = begin;
    while (at < end) {
      at = read_piece(at, end);
    }
    // A title at the end of a run stands alone: "the President of the ...".
    pending_title_ = pending_honorific_ = false;
    return at;
  }

  std::uint32_t read_piece(std::uint32_t at, std::uint32_t end) {
    if (is_honorific(at) && at + 1 < end) {
      pending_title_ = pending_honorific_ = true;
      const std::uint32_t next = at + 1;
      return lower(next) == "." ? next + 1 : next;
    }
    NameInfo info;
    const std::uint32_t known = known_name(at, end, info);
    if (known <= 1 && is_direction_of_place(at)) {
      NameInfo place;
      const std::uint32_t length = known_name(at + 1, end, place);
      add(at, at + 1 + length, MentionType::place);
      return at + 1 + length;
    }
    if (const std::uint32_t taken = known_piece(at, end, known, info); taken > at) return taken;
    if (const std::uint32_t title = title_end(at, end); title > at) {
      pending_title_ = true;
      return title_phrase_end(title);
    }
    return other_piece(at, end);
  }

  /// A known name alone, or as the first part of a longer one ("Kenyan Emergencies Ministry").
  std::uint32_t known_piece(std::uint32_t at, std::uint32_t end, std::uint32_t known,
                            const NameInfo& info) {
    if (known == 0 || (known == 1 && is_weak(at, info))) return at;
    const std::uint32_t after = at + known;
    if (info.is(kAdjectival | kCity | kPerson) && after < end) {
      const std::uint32_t stop = piece_end(after, end);
      if (stop > after && heads_name(stop - 1) && title_end(after, end) == after) {
        return headed_piece(at, stop, end);
      }
    }
    if (info.is(kOrganization) && has_class(after - 1, kOrganizationHead) && lower(after) == "of") {
      return headed_piece(at, after, end);
    }
    if (const std::uint32_t stop = longer_name_end(after, end, info); stop > after) {
      pending_title_ = pending_honorific_ = false;
      return stop;
    }
    add(at, after, type_of_known_name(info));
    return after;
  }

  /// "Baltic Turbines", "Texas Instruments": a place's name and words that are not names themselves
  /// make a name of something else. Its end; `after` when there is none.
  std::uint32_t longer_name_end(std::uint32_t after, std::uint32_t end,
                                const NameInfo& info) const {
    if (!info.is(kCity | kRegion) || info.is(kCountry | kNationality | kPeople)) return after;
    std::uint32_t stop = after;
    while (stop < end && units_[stop].name && units_[stop].kinds == 0 && !units_[stop].upper &&
           title_end(stop, end) == stop) {
      ++stop;
    }
    const bool cut = stop < end && title_end(stop, end) == stop;
    return cut ? after : stop;
  }

  /// Given names and surnames alone are decided by the words next to them; so are plain words.
  bool is_weak(std::uint32_t at, const NameInfo& info) const {
    if (!info.is(kCountry | kCity | kRegion | kNationality | kPeople | kOrganization | kWork |
                 kEvent)) {
      return true;
    }
    const bool person = info.is(kGivenName) && is_name(at + 1) &&
                        !info.is(kCountry | kNationality) &&
                        (units_[at + 1].kinds & (kCountry | kNationality)) == 0 &&
                        !has_class(at + 1, kHeads | kTitle);
    return person || pending_title_;
  }

  bool heads_name(std::uint32_t i) const {
    return has_class(i, kHeads) || (units_[i].kinds & kCompanySuffix) != 0;
  }

  /// The end of a piece without known names or titles, from `at`.
  std::uint32_t piece_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t stop = at;
    while (stop < end) {
      NameInfo info;
      const std::uint32_t known = known_name(stop, end, info);
      const bool place_inside = known > 0 && stop > at && info.is(kCountry | kNationality);
      if (place_inside && !followed_by_head(stop + known, end)) break;
      if (stop > at && title_end(stop, end) > stop && !followed_by_head(stop, end)) break;
      if (stop > at && is_honorific(stop)) break;
      ++stop;
    }
    return stop;
  }

  bool followed_by_head(std::uint32_t at, std::uint32_t end) const {
    for (; at < end; ++at) {
      if (has_class(at, kTitle)) return false;
      if (heads_name(at)) return true;
    }
    return false;
  }

  std::uint32_t other_piece(std::uint32_t at, std::uint32_t end) {
    const std::uint32_t stop = std::max(piece_end(at, end), at + 1);
    if (heads_name(stop - 1) && !pending_title_) return headed_piece(at, stop, end);
    if (const std::uint32_t head = inner_head(at, stop); head > at && !pending_title_) {
      return headed_piece(at, head, end);
    }
    const std::uint32_t city = trailing_city(at, stop);
    if (is_person(at, city)) add(at, city, MentionType::person);
    pending_title_ = pending_honorific_ = false;
    return city;
  }

  /// The end of a name that ends inside the piece: "Foreign Ministry Anna" does not happen, but
  /// "Tarn Group Co-Chair" does.
  std::uint32_t inner_head(std::uint32_t at, std::uint32_t stop) const {
    for (std::uint32_t i = stop - 1; i > at; --i) {
      if (has_class(i - 1, kOrganizationHead) && i - at >= 2) return i;
    }
    return at;
  }

  /// "Ruth Akello Kampala": a headline's place after a person's name is not part of it.
  std::uint32_t trailing_city(std::uint32_t at, std::uint32_t stop) const {
    const bool city = stop - at >= 3 && (units_[stop - 1].kinds & kCity) != 0 && lower(stop) == ",";
    return city ? stop - 1 : stop;
  }

  bool known_person(std::uint32_t at) const {
    return (units_[at].kinds & (kGivenName | kPerson)) != 0;
  }

  /// By an honorific, a title or a given name before the rest.
  bool is_person(std::uint32_t at, std::uint32_t stop) const {
    constexpr std::uint32_t kMostWords = 4;  // of a name without a title
    const std::uint32_t words = stop - at;
    if (pending_honorific_) return true;
    if (pending_title_)
      return words > 1 || !lexicon_.word(units_[at].lower).noun || known_person(at);
    return words >= 2 && words <= kMostWords && known_person(at);
  }

  /// A name headed by its last word before `stop`; takes in the phrases after it.
  std::uint32_t headed_piece(std::uint32_t first, std::uint32_t stop, std::uint32_t end) {
    const std::uint32_t head = stop - 1;
    const bool single = stop - first == 1;
    const std::uint32_t extended = stop == end || !is_name(stop) ? with_phrases(head, stop) : stop;
    // "The Committee": which one is not told.
    if (!single || extended > stop) add(first, extended, type_of_head(head, extended > stop));
    pending_title_ = pending_honorific_ = false;
    return extended;
  }

  MentionType type_of_head(std::uint32_t head, bool extended) const {
    if ((units_[head].kinds & kCompanySuffix) != 0) return MentionType::organization;
    const bool organization = has_class(head, kOrganizationHead);
    if (has_class(head, kEventHead) && (!organization || extended)) {
      const std::string& word = lower(head);
      const bool body = organization && (word == "assembly" || word == "league");
      if (!body && !(organization && word == "mission")) return MentionType::event;
    }
    if (organization) return MentionType::organization;
    if (has_class(head, kPlaceHead)) return MentionType::place;
    if (has_class(head, kWorkHead)) return MentionType::work;
    return has_class(head, kProductHead) ? MentionType::product : MentionType::unknown;
  }

  std::vector<NameSpan> spans_;
  bool pending_title_ = false;      ///< a title or honorific is directly before
  bool pending_honorific_ = false;  ///< so a person follows, whatever the word
};

}  // namespace

MentionType type_of_known_name(const NameInfo& info) {
  if (info.is(kCountry | kNationality)) return MentionType::country;
  if (info.is(kPeople)) return MentionType::nationality;
  if (info.is(kCity)) return MentionType::city;
  if (info.is(kOrganization)) return MentionType::organization;
  if (info.is(kRegion)) return MentionType::place;
  if (info.is(kPerson)) return MentionType::person;
  if (info.is(kWork)) return MentionType::work;
  if (info.is(kEvent)) return MentionType::event;
  return info.is(kProductHead) ? MentionType::product : MentionType::unknown;
}

std::vector<NameSpan> find_name_spans(const std::vector<NameUnit>& units, const Lexicon& lexicon) {
  return SpanFinder(units, lexicon).find();
}

}  // namespace dossier::extract
